package generator

import (
	"context"
	"path"
	"sync/atomic"

	"github.com/som-hub/vitryna/generator/output"
	"github.com/som-hub/vitryna/generator/render"
	"github.com/som-hub/vitryna/generator/search"
)

// searchFolder is where the index lies in the finished site.
const searchFolder = output.AssetFolder + "/search"

// search is the index that the search page looks through, one for each language; the renderer is told where it is. Its files are named by
// their content, so that a build makes it now. In the preview it is made when somebody searches, at most once for each state of the site.
func (l *Loader) search(ctx context.Context, s *Snapshot, r *render.Renderer) (routes []route, err error) {
	r.SearchManifest = map[string]string{}
	for i, lang := range r.Site.Config.Languages {
		if l.Preview {
			late := s.lateSearch(r, lang)
			r.SearchManifest[lang] = late[0].path
			routes = append(routes, late...)
			continue
		}
		index, err := l.searchIndex(ctx, s, r, lang, l.digests[i])
		if err != nil {
			return nil, err
		}
		r.SearchManifest[lang] = path.Join(searchFolder, index.Manifest)
		for _, f := range index.Files {
			routes = append(routes, route{path: path.Join(searchFolder, f.Name), make: func() ([]byte, error) { return f.Data(), nil }, fixed: f.Name})
		}
	}
	return routes, nil
}

// lateSearch are the routes of an index that is made when one of them is asked for; the first is its manifest's.
func (s *Snapshot) lateSearch(r *render.Renderer, lang string) (routes []route) {
	index := &late[map[string][]byte]{model: r.Site, make: func() (map[string][]byte, error) {
		files := map[string][]byte{}
		items := r.SearchItems(lang)
		digests, rows := make([][]byte, len(items)), make([][]byte, len(items))
		err := each(context.Background(), 0, len(items), func(i int) error {
			digests[i], rows[i] = search.Digest(searchDoc(r.SearchText(items[i], lang)))
			return nil
		})
		index := search.Build(lang, digests, func(i int) []byte { return rows[i] }, search.Options{Whole: true})
		for _, f := range index.Files {
			files[f.Name] = f.Data()
		}
		return files, err
	}}
	for _, name := range search.Names(lang) {
		routes = append(routes, route{path: path.Join(searchFolder, name), make: func() ([]byte, error) {
			made, err := index.get()
			return made[name], err
		}})
	}
	return routes
}

// searchIndex makes the index of a language. What it needs of a page is kept from one build to the next, without the row: the text of such a page is
// read again where a file of texts in which it stands has to be made.
func (l *Loader) searchIndex(ctx context.Context, s *Snapshot, r *render.Renderer, lang string, kept *keptDigests) (search.Index, error) {
	items := r.SearchItems(lang)
	digests := make([][]byte, len(items))
	rows := make([]atomic.Pointer[func() []byte], len(items)) // of pages read now, each until it is asked for
	kept.addresses = make([]string, len(items))
	err := each(ctx, l.Jobs, len(items), func(i int) error {
		kept.addresses[i] = items[i].In(lang).Address()
		digests[i] = kept.of(kept.addresses[i], s.keys.ofTexts(render.TextsOf(items[i])), func() []byte {
			digest, row := search.Digest(searchDoc(r.SearchText(items[i], lang)))
			kept := kept.keepRow(row)
			rows[i].Store(&kept)
			return digest
		})
		return nil
	})
	kept.read()
	if err != nil {
		return search.Index{}, err
	}
	return search.Build(lang, digests, func(i int) []byte {
		if kept := rows[i].Swap(nil); kept != nil {
			if row := (*kept)(); row != nil {
				return row
			}
		}
		return search.Row(searchDoc(r.SearchText(items[i], lang)))
	}, search.Options{Each: func(n int, work func(i int)) {
		each(context.WithoutCancel(ctx), l.Jobs, n, func(i int) error { work(i); return nil }) // unchecked: it does not fail
	}}), nil
}

func searchDoc(t render.SearchText) search.Doc {
	doc := search.Doc{
		Path: t.Path, Title: t.Title, Kind: t.Kind, Centre: t.Centre, Levels: t.Levels, Day: t.Day, Summary: t.Summary, Note: t.Note, Text: t.Parts[0].Text,
	}
	if !t.Date.IsZero() {
		doc.Date = t.Date.String()
	}
	for _, p := range t.Parts[1:] {
		doc.Sections = append(doc.Sections, search.Section(p))
	}
	return doc
}
