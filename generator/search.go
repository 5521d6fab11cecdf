package generator

import (
	"context"
	"path"
	"sync"

	"github.com/som-hub/vitryna/generator/output"
	"github.com/som-hub/vitryna/generator/render"
	"github.com/som-hub/vitryna/generator/search"
)

// searchFolder is where the index lies in the finished site.
const searchFolder = output.AssetFolder + "/search"

// search adds the index that the search page looks through, one for each language, and tells the renderer where it is. Its files are named by
// their content, so that a build makes it now. In the preview it is made when somebody searches, at most once for each state of the site.
func (l *Loader) search(ctx context.Context, s *Snapshot, r *render.Renderer) error {
	r.SearchManifest = map[string]string{}
	for _, lang := range r.Site.Config.Languages {
		if l.Preview {
			r.SearchManifest[lang] = s.lateSearch(r, lang)
			continue
		}
		index, err := searchIndex(ctx, l.Jobs, r, lang)
		if err != nil {
			return err
		}
		r.SearchManifest[lang] = path.Join(searchFolder, index.Manifest)
		for _, f := range index.Files {
			s.add(path.Join(searchFolder, f.Name), func() ([]byte, error) { return f.Data, nil })
		}
	}
	return nil
}

// lateSearch adds the routes of an index that is made when one of them is asked for, and returns its manifest.
func (s *Snapshot) lateSearch(r *render.Renderer, lang string) string {
	files := sync.OnceValues(func() (map[string][]byte, error) {
		files := map[string][]byte{}
		var docs []search.Doc
		for _, item := range r.SearchItems(lang) {
			docs = append(docs, searchDoc(r.SearchText(item, lang)))
		}
		for _, f := range search.Build(lang, docs, search.Options{Whole: true}).Files {
			files[f.Name] = f.Data
		}
		return files, nil
	})
	names := search.Names(lang)
	for _, name := range names {
		s.add(path.Join(searchFolder, name), func() ([]byte, error) {
			made, err := files()
			return made[name], err
		})
	}
	return path.Join(searchFolder, names[0])
}

// searchIndex makes the index of a language.
func searchIndex(ctx context.Context, jobs int, r *render.Renderer, lang string) (search.Index, error) {
	items := r.SearchItems(lang)
	docs := make([]search.Doc, len(items))
	err := each(ctx, jobs, len(items), func(i int) error {
		docs[i] = searchDoc(r.SearchText(items[i], lang))
		return nil
	})
	if err != nil {
		return search.Index{}, err
	}
	return search.Build(lang, docs, search.Options{}), nil
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
