package publish

import (
	"cmp"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator/output"
)

// Found is what lies at a target, by path: in every folder that the plan asked for.
type Found map[string]Entry

// Put is a file that travels.
type Put struct {
	File
	New bool // nothing of ours lies in its place
}

// Plan is what a publication will do.
type Plan struct {
	Waves   [][]Put  // those of one wave in any order, one wave after the other
	Clear   []string // files of ours in whose place a folder has to be, or the other way round: removed before the waves
	Deletes []string // pages first
	Same    int      // files that are there already

	begun, done, clean *Manifest
}

// idle tells whether there is nothing to do.
func (p *Plan) idle() bool { return len(p.Waves)+len(p.Clear)+len(p.Deletes) == 0 && p.clean == nil }

// Puts are all files that travel, in order.
func (p *Plan) Puts() []Put { return slices.Concat(p.Waves...) }

// Bytes is how much travels.
func (p *Plan) Bytes() (n int64) {
	for _, put := range p.Puts() {
		n += put.Size
	}
	return n
}

// Foreign tells of things at the target that Vitryna did not put there and that stand in the way.
type Foreign struct {
	Paths []string // sorted
	Hard  bool     // taking over does not help: a link, a folder with more in it
}

func (f *Foreign) Error() string {
	return fmt.Sprintf("%d things of others stand in the way, first %q", len(f.Paths), f.Paths[0])
}

// folders are the folders of a target that have to be looked into before there can be a plan: those of files that have to travel, as far as the
// manifest tells. The outer ones come first.
func folders(old *Manifest, files []File) []string {
	set := map[string]bool{}
	for _, f := range files {
		if old.certain(f) {
			continue
		}
		for dir := path.Dir(f.Path); ; dir = path.Dir(dir) {
			if dir == "." {
				dir = ""
			}
			if set[dir] {
				break
			}
			set[dir] = true
			if dir == "" {
				break
			}
		}
	}
	return slices.Sorted(maps.Keys(set))
}

// certain tells whether a file is known to lie at the target as it is.
func (m *Manifest) certain(f File) bool {
	h := m.files[f.Path]
	return h.sure && h.contents[0] == (content{f.Sum, f.Size})
}

// newPlan compares a finished site with a target. m is the manifest to be, without files; old is the one at the target. takeOver lets it replace
// single files of others.
func newPlan(m, old *Manifest, found Found, files []File, takeOver bool) (*Plan, error) {
	b := &planner{old: old, found: found, takeOver: takeOver, wanted: map[string]File{}, folders: map[string]bool{}, clear: map[string]bool{}}
	for _, f := range files {
		b.wanted[f.Path] = f
		for dir := path.Dir(f.Path); dir != "."; dir = path.Dir(dir) {
			b.folders[dir] = true
		}
	}
	p := &Plan{}
	var puts []Put
	for _, f := range files {
		if old.certain(f) || b.resumed(f) {
			p.Same++
		} else {
			puts = append(puts, b.put(f))
		}
	}
	for name := range old.files {
		if _, stays := b.wanted[name]; stays {
			continue
		}
		if b.inTheWay(name) {
			b.clear[name] = true
		} else {
			p.Deletes = append(p.Deletes, name)
		}
	}
	if len(b.hard) > 0 {
		slices.Sort(b.hard)
		return nil, &Foreign{slices.Compact(b.hard), true}
	}
	if len(b.soft) > 0 {
		slices.Sort(b.soft)
		return nil, &Foreign{b.soft, false}
	}
	p.Clear, p.Waves = slices.Sorted(maps.Keys(b.clear)), waves(puts)
	slices.SortFunc(p.Deletes, func(a, b string) int {
		return cmp.Or(cmp.Compare(deletePlace(a), deletePlace(b)), strings.Compare(a, b))
	})
	p.manifests(m, old, files, puts)
	return p, nil
}

// planner is a plan in the making.
type planner struct {
	old        *Manifest
	found      Found
	takeOver   bool
	wanted     map[string]File
	folders    map[string]bool // of the new site
	clear      map[string]bool
	soft, hard []string // things of others
}

// resumed tells whether a cut publication has put a file already: what lies there has a size that only this content has among those that may lie there.
func (b *planner) resumed(f File) bool {
	there, lies := b.found[f.Path]
	h, known := b.old.files[f.Path]
	if !lies || !known || h.sure || there.Kind != Plain || there.Size != f.Size {
		return false
	}
	only := slices.DeleteFunc(slices.Clone(h.contents), func(c content) bool { return c.size != f.Size })
	return len(only) == 1 && only[0].sum == f.Sum
}

// put plans that a file travels, and looks what stands in its way.
func (b *planner) put(f File) Put {
	for dir := path.Dir(f.Path); dir != "."; dir = path.Dir(dir) {
		switch e, lies := b.found[dir]; {
		case lies && e.Kind == Strange, lies && e.Kind == Plain && !b.ours(dir):
			b.hard = append(b.hard, dir)
		}
	}
	e, lies := b.found[f.Path]
	switch {
	case lies && e.Kind == Strange, lies && e.Kind == Folder && !b.holds(f.Path):
		b.hard = append(b.hard, f.Path)
	case lies && e.Kind == Plain && !b.ours(f.Path) && !b.takeOver:
		b.soft = append(b.soft, f.Path)
	}
	return Put{File: f, New: !b.ours(f.Path)}
}

func (b *planner) ours(name string) bool {
	_, ours := b.old.files[name]
	return ours
}

// holds tells whether files of ours lie below a folder. If others do as well, putting the file fails, and nothing is lost.
func (b *planner) holds(dir string) bool {
	for name := range b.old.files {
		if strings.HasPrefix(name, dir+"/") {
			return true
		}
	}
	return false
}

// inTheWay tells whether an old file has to go before the new ones come: it stands where a folder must be, or in a folder where a file must.
func (b *planner) inTheWay(name string) bool {
	if b.folders[name] {
		return true
	}
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if _, file := b.wanted[dir]; file {
			return true
		}
	}
	return false
}

// manifests makes what the manifest says before the files travel, after, and when the old ones are gone.
func (p *Plan) manifests(m, old *Manifest, files []File, puts []Put) {
	begun, done, clean := map[string]held{}, map[string]held{}, map[string]held{}
	for name, h := range old.files {
		begun[name] = h
	}
	for _, f := range files {
		is := held{sure: true, contents: []content{{f.Sum, f.Size}}}
		begun[f.Path], done[f.Path], clean[f.Path] = is, is, is
	}
	for _, put := range puts {
		begun[put.Path] = old.files[put.Path].add(content{put.Sum, put.Size})
	}
	for _, name := range p.Clear {
		begun[name] = held{contents: old.files[name].contents}
	}
	for _, name := range p.Deletes {
		done[name] = held{contents: old.files[name].contents}
	}
	p.begun, p.done = m.with(begun), m.with(done)
	if end := m.with(clean); !end.same(old) {
		p.clean = end
	}
}

// Places of files in the order of a publication.
const (
	partsPlace = iota // what pages are made of, and what stands for itself
	pagesPlace
	tellsPlace // of pages
)

// placeOf finds the place of a file. A compressed copy has that of its file: some visitors get it in its stead.
func placeOf(name string) int {
	name = strings.TrimSuffix(name, output.CopySuffix)
	base := path.Base(name)
	switch {
	case strings.HasSuffix(name, ".html"):
		return pagesPlace
	case name == "sw.js", name == "offline/version.json", base == "feed.xml", strings.HasPrefix(name, "sitemap") && strings.HasSuffix(name, ".xml"),
		name == "robots.txt", name == "_redirects", name == ".htaccess":
		return tellsPlace
	}
	return partsPlace
}

// deletePlace is the order of deletions: what tells of pages and pages go before their parts.
func deletePlace(name string) int { return -placeOf(name) }

// waves puts the files that travel in order.
func waves(puts []Put) [][]Put {
	wave := func(p Put) int {
		place := 2 * placeOf(p.Path)
		if !p.New {
			place++ // a changed page may lead to a new one
		}
		return place
	}
	slices.SortFunc(puts, func(a, b Put) int {
		return cmp.Or(cmp.Compare(wave(a), wave(b)), strings.Compare(a.Path, b.Path))
	})
	var list [][]Put
	for i, p := range puts {
		if i == 0 || wave(puts[i-1]) != wave(p) {
			list = append(list, nil)
		}
		list[len(list)-1] = append(list[len(list)-1], p)
	}
	return list
}
