package generator

import (
	"crypto/sha256"
	"fmt"
	"hash"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/render"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// keys tell of a site, for every file of it, one state of all that the file can show from another. What enters every file is in all of them: the program,
// layouts and styles, site.yaml, the day, pictures. Beside that,
//
//   - a page of a manual shows its manual's chapters, the documents that its links lead to or that refer to it, and of every document
//     that is no chapter all but its text ([content.Face]): so a title changed in one manual leaves the pages of the others as they were;
//   - a page of another item shows of every document all but its text, and the texts of its own folder;
//   - a list shows no text, and a few files (search, exports) show everything.
//
// A site with layouts of its own may show chapters anywhere: there manuals are as other items.
type keys struct {
	of  map[string]string // by [render.TextsOf]
	all string            // of files that may show any text
	own string            // of files that show none
}

// key is the key of a file of the site; empty where only making the file can tell whether it is another.
func (s *Snapshot) key(path string) string {
	at, known := s.at[path]
	if !known {
		return "" // made of the finished files
	}
	r := s.routes[at]
	switch {
	case r.fixed != "":
		sum := sha256.Sum256([]byte(programVersion() + r.fixed))
		return string(sum[:16])
	case r.texts == render.NoTexts:
		return s.keys.own
	}
	return s.keys.ofTexts(r.texts)
}

// ofTexts is the key of what shows these texts, see [render.Page].
func (k keys) ofTexts(texts string) string {
	if key, known := k.of[texts]; known {
		return key
	}
	return k.all
}

// keys finds the keys of a snapshot.
func (l *Loader) keys(s *Snapshot) (keys, error) {
	if l.Preview {
		return keys{}, nil // it makes what it is asked for
	}
	x := &keyring{kept: l.kept.now, wide: sha256.New(), groups: map[string]*group{}}
	if err := l.enters(x.wide, s); err != nil {
		return keys{}, err
	}
	for _, f := range s.found {
		x.file(f)
	}
	own, err := fs.Glob(l.Root, "layouts/*")
	if err != nil {
		return keys{}, err
	}
	if len(own) == 0 {
		x.neighbours(s.model)
	}
	return x.cut(), nil
}

// keyring collects digests: of what every file may show, and by the folders of items.
type keyring struct {
	kept   map[string]*keptFile
	wide   hash.Hash
	inside [][sha256.Size]byte // what can be shown of chapters, and of whatever else lives inside an item
	groups map[string]*group
}

// group is an item with all that lives in it.
type group struct {
	shown, texts hash.Hash
	book         bool            // its pages show nothing of what lives inside other items, but of those of
	others       map[string]bool // these folders
}

func (x *keyring) file(f content.Found) {
	entry := x.kept[f.File]
	if entry == nil {
		fmt.Fprintf(x.wide, "%s\x00%d\x00%d\x00", f.File, f.Size, f.Time.UnixNano())
		return
	}
	folder := folderOf(f.File)
	g := x.groups[folder]
	if g == nil && folder != "" {
		g = &group{shown: sha256.New(), texts: sha256.New()}
		x.groups[folder] = g
	}
	for _, face := range entry.faces {
		switch {
		case g == nil:
			x.wide.Write(face.Shown[:])
			x.wide.Write(face.Text[:])
			continue
		case strings.HasPrefix(path.Base(f.File), "index."):
			x.wide.Write(face.Shown[:])
		default:
			x.inside = append(x.inside, face.Shown)
		}
		g.shown.Write(face.Shown[:])
		g.texts.Write(face.Text[:])
	}
}

// folderOf is the path of the outermost item in whose folder a text lies, as [render.TextsOf] tells it; empty for introductions of sections, the
// home page, and tables, whose rows are many items.
func folderOf(file string) string {
	parts := strings.Split(strings.TrimPrefix(file, "content/"), "/")
	if len(parts) < 3 || path.Ext(file) != ".md" {
		return ""
	}
	return parts[0] + "/" + parts[1]
}

// neighbours finds what the pages of every manual show of others' chapters: where their links lead, and what refers to them.
func (x *keyring) neighbours(model *site.Site) {
	for _, item := range model.Items {
		folder := render.TextsOf(item)
		g := x.groups[folder]
		if g == nil || item.UK.Book == nil {
			continue
		}
		if g.others == nil {
			g.book, g.others = true, map[string]bool{}
		}
		note := func(other *site.Item) {
			if other != nil && other.Owner != nil {
				g.others[render.TextsOf(other)] = true
			}
		}
		for _, page := range []*site.Page{item.UK, item.EN} {
			if page == nil {
				continue
			}
			for _, target := range page.Targets {
				if target.Page != nil {
					note(target.Page.Item)
				}
			}
			for _, v := range page.Doc.Values {
				g.book = g.book && !linking(v) // where they lead is not among the targets
				for _, other := range model.Refs(v) {
					note(other)
				}
			}
		}
		for _, back := range item.Back {
			for _, other := range back.Items {
				note(other)
			}
		}
	}
}

// linking tells whether a text in a field has links.
func linking(v site.Value) bool {
	return v.Body != nil && len(v.Body.Links) > 0 || slices.ContainsFunc(v.Items, linking) || slices.ContainsFunc(v.Parts, linking)
}

// cut makes the keys.
func (x *keyring) cut() keys {
	wide := x.wide.Sum(nil)
	all := sha256.New()
	all.Write(wide)
	for _, shown := range x.inside {
		all.Write(shown[:])
	}
	own := all.Sum(nil)
	k := keys{of: make(map[string]string, len(x.groups)), own: string(own[:16])}
	folders := slices.Sorted(maps.Keys(x.groups))
	for _, folder := range folders {
		g := x.groups[folder]
		texts := g.texts.Sum(nil)
		all.Write(texts)
		h := sha256.New()
		h.Write(texts)
		if g.book {
			h.Write(wide)
			g.others[folder] = true
			for _, other := range slices.Sorted(maps.Keys(g.others)) {
				if x.groups[other] != nil {
					h.Write(x.groups[other].shown.Sum(nil))
				}
			}
		} else {
			h.Write(own)
		}
		k.of[folder] = string(h.Sum(nil)[:16])
	}
	k.all = string(all.Sum(nil)[:16])
	return k
}

// enters writes what may enter every file of the site beside its documents.
func (l *Loader) enters(h hash.Hash, s *Snapshot) error {
	fmt.Fprintln(h, programVersion(), l.Drafts, l.Disk, l.Lines, l.Publish, s.model.Config.BaseURL, ukrainian.DateOf(l.Now))
	h.Write(l.memory.look.digest[:])
	h.Write(l.memory.assets.digest[:])
	data, err := fs.ReadFile(l.Root, content.ConfigFile)
	if err != nil {
		return err
	}
	h.Write(data)
	fmt.Fprintf(h, "%+v\n", s.model.Config.Audit)
	model := s.model
	for _, sec := range model.Sections {
		fmt.Fprintln(h, sec.Kind.Section) // the menu names those that are not empty
	}
	for _, tag := range model.Tags {
		fmt.Fprintln(h, tag.Slug, tag.Title) // spelled as it stands first
	}
	fmt.Fprintln(h, len(model.Years) > 0)
	for _, a := range model.Auctions() {
		fmt.Fprintf(h, "%s\x00%v\x00%v\x00", a.Item.Path, a.Seal, a.Closings)
	}
	if !s.Turns.IsZero() {
		fmt.Fprintln(h, l.Now.Unix()/60) // pages of an auction show the minute
	}
	private, _ := l.Secrets(s) // a file is looked through for them when it is made
	fmt.Fprintln(h, private)
	return nil
}
