package generator

import (
	"bytes"
	"context"
	"encoding/binary"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/som-hub/vitryna/generator/cache"
	"github.com/som-hub/vitryna/generator/drawing"
	"github.com/som-hub/vitryna/generator/edition"
	"github.com/som-hub/vitryna/generator/output"
	"github.com/som-hub/vitryna/generator/render"
	"github.com/som-hub/vitryna/generator/site"
)

// workerSource is the script of the worker among the bundles. It is published at the root of the site under a name that stays: a worker
// answers for what lies below it, and a browser knows it again by its address.
const workerSource = "sw.js"

// paperColour is the ground of pages in light mode, as their heads say (layouts/partials/head.html).
const paperColour = "#fbf9f5"

// forKeeping tells whether a bundle serves the keeping of pages in a browser, of which a copy on a disk has no need.
func forKeeping(name string) bool { return name == "sw.ts" || strings.HasPrefix(name, "offline.") }

// offline readies the site for browsers that keep it: the web app manifests with their icons are routes like any other; the list of files
// and the worker are made of the finished site, by [Snapshot.All]. A copy on a disk and the preview have neither.
func (l *Loader) offline(s *Snapshot, r *render.Renderer, a *assets) error {
	if l.Disk || l.Preview {
		return nil
	}
	if err := l.appManifests(s, r); err != nil {
		return err
	}
	o := &offlineSite{snapshot: s, groups: r.OfflineGroups(), exclude: r.OfflineExcluded(), pages: r.OfflinePages(), asked: map[string]bool{}}
	for _, f := range a.files {
		if f.Path == a.names[workerSource] {
			o.script = f.Data
		}
	}
	for _, address := range o.pages {
		o.shell = append(o.shell, address+"index.html")
	}
	for _, g := range append(slices.Clone(o.groups), render.OfflineGroup{Pages: o.shell}) {
		for _, page := range g.Pages {
			o.asked[page] = true
		}
	}
	if l.results != nil && l.Folder != "" {
		o.cache, o.name = l.results, cache.KeyOf("named 2", l.Folder)
	}
	s.offline = o
	return nil
}

// appManifests adds a web app manifest for every language, and the icons. Their names bear their digests.
func (l *Loader) appManifests(s *Snapshot, r *render.Renderer) error {
	config := &s.model.Config
	r.AppManifest = map[string]string{}
	add := func(stem, ext string, data []byte) string {
		name := path.Join(output.AssetFolder, stem+"."+edition.Sum(data)+ext)
		s.add(name, func() ([]byte, error) { return data, nil })
		return name
	}
	accent := config.Accent
	if _, ok := parseColour(accent); !ok {
		accent = themeAccent
	}
	var icons []edition.Icon
	for _, maskable := range []bool{false, true} {
		stem, icon := "icon", drawing.NewAppIcon(config.Name.In(site.UK), accent, maskable)
		if maskable {
			stem = "icon-mask"
		}
		for _, side := range []int{192, 512} {
			data, err := l.appIcon(icon, side, config.Name.In(site.UK), accent, maskable)
			if err != nil {
				return err
			}
			pixels := strconv.Itoa(side)
			icons = append(icons, edition.Icon{Path: add(stem+"-"+pixels, ".png", data), Sizes: pixels + "x" + pixels, Type: "image/png", Maskable: maskable})
		}
		data, err := icon.SVG()
		if err != nil {
			return err
		}
		if data, err = output.Finish(stem+".svg", data); err != nil {
			return err
		}
		icons = append(icons, edition.Icon{Path: add(stem, ".svg", data), Sizes: "any", Type: "image/svg+xml", Maskable: maskable})
	}
	r.AppIcon = icons[3].Path // without corners, which telephones round themselves
	for _, lang := range config.Languages {
		m := edition.Manifest{Name: config.Name.In(lang), Lang: lang, Start: "./" + site.Address("", lang), Paper: paperColour, Theme: paperColour, Icons: slices.Clone(icons)}
		if home := s.model.Home.In(lang); home != nil {
			m.Description = home.Doc.Summary()
		}
		name := edition.ManifestFile(lang)
		r.AppManifest[lang] = name
		s.add(name, func() ([]byte, error) { return m.JSON(), nil })
	}
	return nil
}

// appIcon draws an icon, or takes it from the cache.
func (l *Loader) appIcon(icon drawing.AppIcon, side int, name, accent string, maskable bool) ([]byte, error) {
	key := cache.KeyOf("icon", drawing.CardVersion, programVersion(), name, accent, strconv.Itoa(side), strconv.FormatBool(maskable))
	if data, ok := l.results.Get(key); ok {
		return data, nil
	}
	data, err := icon.PNG(side)
	if err == nil {
		l.results.Put(key, data)
	}
	return data, err
}

// offlineSite is what the list is made of before any file is. It never changes.
type offlineSite struct {
	snapshot *Snapshot
	cache    *cache.Cache // nil: what pages name is not known from another build
	name     cache.Key    // of the note of that
	groups   []render.OfflineGroup
	exclude  map[string]bool
	pages    []string        // addresses of the page «Читання без інтернету»
	shell    []string        // their files
	asked    map[string]bool // pages of which must be known what they name
	script   []byte
}

// offlineList gathers the files of one build as they are finished. It may be used by many goroutines at once; nil gathers nothing.
type offlineList struct {
	*offlineSite
	mu    sync.Mutex
	files map[string]edition.Listed
	named map[string][]int // by page: the files it names, by their numbers: most pages name the same
	names []string         // by number
	known map[string]int   // the number of each name

	before, after map[cache.Key][]string // what groups of pages name, by the pages and their sums: in the last build, and in this one
}

// list begins the list of one build.
func (o *offlineSite) list() *offlineList {
	if o == nil {
		return nil
	}
	return &offlineList{offlineSite: o, files: make(map[string]edition.Listed, len(o.snapshot.routes)), named: make(map[string][]int, len(o.asked)), known: map[string]int{}}
}

// seen takes a finished file.
func (o *offlineList) seen(path string, data []byte, sum string) {
	if o == nil {
		return
	}
	var named []string
	asked := o.asked[path]
	if asked {
		named = edition.Named(path, data)
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	o.files[path] = edition.Listed{Sum: sum, Size: len(data)}
	if asked {
		o.named[path] = o.numbers(named)
	}
}

// numbers are the numbers of names. Nobody else may change the list meanwhile.
func (o *offlineList) numbers(names []string) []int {
	list := make([]int, len(names))
	for i, name := range names {
		n, known := o.known[name]
		if !known {
			n = len(o.names)
			o.names, o.known[name] = append(o.names, name), n
		}
		list[i] = n
	}
	return list
}

// unchanged takes a file of which is known that it is as it was: sum is that of [edition.Sum].
func (o *offlineList) unchanged(path, sum string, size int) {
	if o == nil {
		return
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	o.files[path] = edition.Listed{Sum: sum, Size: size}
}

// put makes the list and the worker of all that was seen, and hands them on, but for those that need not be made.
func (o *offlineList) put(ctx context.Context, jobs int, kept func(path string) (sum string, size int, ok bool), put func(path string, data []byte, sum string) error) error {
	if o == nil {
		return nil
	}
	o.recall()
	made := edition.Site{Files: o.files, Exclude: o.exclude, Pages: o.pages, Script: o.script}
	shell, err := o.parts(o.shell)
	if err != nil {
		return err
	}
	made.Shell = append(slices.Clone(o.shell), slices.DeleteFunc(slices.Clone(shell), func(name string) bool { return !edition.Part(name) })...)
	for _, g := range o.groups {
		named, err := o.parts(g.Pages)
		if err != nil {
			return err
		}
		group := edition.Group{ID: g.ID, Files: slices.Clone(g.Pages), More: slices.Clone(g.More)}
		for _, name := range named {
			if edition.Part(name) {
				group.Files = append(group.Files, name)
			} else if strings.HasPrefix(name, strings.TrimPrefix(g.ID, site.Address("", site.EN))) { // not what the footer links to
				group.More = append(group.More, name)
			}
		}
		made.Groups = append(made.Groups, group)
	}
	o.note()
	files := edition.List(made)
	return each(ctx, jobs, len(files), func(i int) error {
		f := files[i]
		if _, _, lies := kept(f.Path); lies {
			return nil
		}
		return put(f.Path, f.Data, edition.Sum(f.Data))
	})
}

// parts are the files that pages name. Pages that were not made in this build are made for it, unless it is known from another build.
func (o *offlineList) parts(pages []string) ([]string, error) {
	var state []string
	missing := false
	for _, page := range pages {
		f, there := o.files[page]
		_, known := o.named[page]
		missing = missing || there && !known
		state = append(state, page, f.Sum)
	}
	key := cache.KeyOf(state...)
	list, known := o.before[key]
	if missing && known {
		o.after[key] = list
		return list, nil
	}
	list = nil
	for _, page := range pages {
		if _, there := o.files[page]; there && o.named[page] == nil {
			data, err := o.snapshot.Render(page)
			if err != nil {
				return nil, err
			}
			o.named[page] = o.numbers(edition.Named(page, data))
		}
		for _, n := range o.named[page] {
			list = append(list, o.names[n])
		}
	}
	slices.Sort(list)
	list = slices.Compact(list)
	o.after[key] = list
	return list, nil
}

// recall reads what groups of pages named in the last build.
func (o *offlineList) recall() {
	o.before, o.after = map[cache.Key][]string{}, map[cache.Key][]string{}
	data := ""
	if o.cache != nil && !o.cache.Verify {
		data, _ = o.cache.Noted(o.name) // none, where it is damaged
	}
	for r := (noteReader{data}); r.data != ""; {
		var key cache.Key
		copy(key[:], r.cut(len(key)))
		list := make([]string, min(r.uint(), len(r.data)))
		for i := range list {
			list[i] = r.text()
		}
		o.before[key] = list
	}
}

// note notes what they name now, for the next build.
func (o *offlineList) note() {
	if o.cache == nil || maps.EqualFunc(o.before, o.after, slices.Equal) {
		return
	}
	var b []byte
	for _, key := range slices.SortedFunc(maps.Keys(o.after), func(a, b cache.Key) int { return bytes.Compare(a[:], b[:]) }) {
		b = binary.AppendUvarint(append(b, key[:]...), uint64(len(o.after[key])))
		for _, name := range o.after[key] {
			b = appendText(b, name)
		}
	}
	o.cache.Note(o.name, b)
}
