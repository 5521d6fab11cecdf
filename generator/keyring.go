package generator

import (
	"crypto/sha256"
	"fmt"
	"hash"
	"io"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/render"
	"github.com/som-hub/vitryna/generator/site"
)

// keyring collects digests: of what every file may show, and by the folders of items.
type keyring struct {
	kept   map[string]*keptFile
	frame  hash.Hash           // what every page can show
	outer  hash.Hash           // what can be shown of items that live in no other, and of rows of tables
	inside [][sha256.Size]byte // what can be shown of chapters, and of whatever else lives inside an item
	groups map[string]*group   // by [folderOf]
	mixed  bool                // what lives in no other may show what lives inside others
}

// group is an item with all that lives in it, or the tables of a section.
type group struct {
	shown, texts hash.Hash
	book         bool            // its pages show of other items nothing, but of those of
	others       map[string]bool // these folders; nil: of any
}

func (x *keyring) file(f content.Found) {
	entry := x.kept[f.File]
	if entry == nil {
		fmt.Fprintf(x.frame, "%s\x00%d\x00%d\x00", f.File, f.Size, f.Time.UnixNano())
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
			x.frame.Write(face.Shown[:])
			x.frame.Write(face.Text[:])
			continue
		case path.Ext(f.File) != ".md": // a row shows all that it has
			x.outer.Write(face.Shown[:])
			x.outer.Write(face.Text[:])
			g.shown.Write(face.Text[:])
		case strings.HasPrefix(path.Base(f.File), "index."):
			x.outer.Write(face.Shown[:])
		default:
			x.inside = append(x.inside, face.Shown)
		}
		g.shown.Write(face.Shown[:])
		g.texts.Write(face.Text[:])
	}
}

// folderOf is the path of the outermost item in whose folder a document lies, as [render.TextsOf] tells it, or the section of a table; empty for introductions
// of sections and the home page.
func folderOf(file string) string {
	parts := strings.Split(strings.TrimPrefix(file, "content/"), "/")
	switch {
	case len(parts) > 2:
		return parts[0] + "/" + parts[1]
	case len(parts) == 2 && path.Ext(file) != ".md":
		return parts[0]
	}
	return ""
}

// named adds the items that every page may name: those of the menu, which may lead to a chapter, and of the page of transparency, which stands below every
// page if there is anything on it; pages, which stand there too; and terms, which are explained in every text.
func (x *keyring) named(model *site.Site) {
	var items []*site.Item
	for _, item := range model.Items {
		if item.Kind.Name == "page" || item.Kind.Name == "term" {
			items = append(items, item)
		}
	}
	for _, entry := range model.Config.Menu {
		if item := model.Item(entry.Path); item != nil {
			items = append(items, item)
		}
	}
	for _, d := range model.Disclosures {
		items = append(items, d.Item)
	}
	written := map[string]bool{} // a table has many
	for _, item := range items {
		fmt.Fprintln(x.frame, item.Path)
		for _, page := range item.All() {
			if file := page.Doc.File; x.kept[file] != nil && !written[file] {
				written[file] = true
				for _, face := range x.kept[file].faces {
					x.frame.Write(face.Shown[:])
				}
			}
		}
	}
}

// books adds what the card of a manual can show that follows from the texts of its chapters: how long they take to read, and its glossary. Only layouts of
// the site's own show that outside of the manual.
func (x *keyring) books(model *site.Site) {
	for _, item := range model.Items {
		for _, lang := range model.Config.Languages {
			b := item.Book(lang)
			if b == nil || b.Manual != item {
				continue
			}
			for page := range b.Pages {
				fmt.Fprintln(x.outer, page.Address(), render.MinutesOf(page))
			}
			for _, entry := range b.Glossary {
				fmt.Fprintln(x.outer, entry.ID, entry.Term)
				for _, place := range entry.Places {
					fmt.Fprintln(x.outer, place.Page.Address(), place.ID)
				}
			}
		}
	}
}

// neighbours finds what the pages of every manual show of other items: where their links and fields lead, and what refers to them.
func (x *keyring) neighbours(model *site.Site) {
	for _, item := range model.Items {
		refers := func(other *site.Item) { x.mixed = x.mixed || item.Owner == nil && other.Owner != nil }
		for _, page := range item.All() {
			eachRef(model, page.Doc.Values, refers)
		}
		folder := render.TextsOf(item)
		g := x.groups[folder]
		if g == nil || item.UK.Book == nil {
			continue
		}
		if g.others == nil {
			g.book, g.others = true, map[string]bool{folder: true}
		}
		note := func(other *site.Item) {
			g.note(model, other)
			g.book = g.book && (other.HasPage() || other.Owner == nil) // a row's place in a list of all owners is what all of them make of it
		}
		for _, page := range item.All() {
			for _, target := range page.Targets {
				if target.Page != nil && target.Page.Item != nil {
					note(target.Page.Item)
				}
				g.book = g.book && target.Path == "" // a year or a tag is what all items make of it
			}
			g.book = g.book && !slices.ContainsFunc(page.Doc.Values, linking) // where they lead is not among the targets
			eachRef(model, page.Doc.Values, note)
		}
		for _, back := range item.Back {
			for _, other := range back.Items {
				note(other)
			}
		}
	}
}

// note notes an item that pages of a group show, with those that its card may name: the one it lives in, and those it refers to.
func (g *group) note(model *site.Site, other *site.Item) {
	add := func(item *site.Item) { g.others[folderOf(item.UK.Doc.File)] = true }
	add(other)
	if other.Owner != nil {
		add(other.Owner)
	}
	for _, page := range other.All() {
		eachRef(model, page.Doc.Values, add)
	}
}

// eachRef calls what is to be done with every item that values, or parts of them, refer to.
func eachRef(model *site.Site, values []site.Value, do func(other *site.Item)) {
	for _, v := range values {
		for _, other := range model.Refs(v) {
			do(other)
		}
		eachRef(model, v.Items, do)
		eachRef(model, v.Parts, do)
	}
}

// linking tells whether a text in a field has links.
func linking(v site.Value) bool {
	return v.Body != nil && len(v.Body.Links) > 0 || slices.ContainsFunc(v.Items, linking) || slices.ContainsFunc(v.Parts, linking)
}

// cut makes the keys.
func (x *keyring) cut() keys {
	frame := x.frame.Sum(nil)
	x.outer.Write(frame)
	wide := x.outer.Sum(nil)
	all := sha256.New()
	all.Write(wide)
	for _, shown := range x.inside {
		all.Write(shown[:])
	}
	own := all.Sum(nil)
	k := keys{of: make(map[string]string, len(x.groups)), own: string(own[:16]), outer: string(wide[:16]), cards: map[string]string{}}
	if x.mixed {
		k.outer = k.own
	}
	folders := slices.Sorted(maps.Keys(x.groups))
	for _, folder := range folders {
		g := x.groups[folder]
		texts := g.texts.Sum(nil)
		all.Write(texts)
		h := sha256.New()
		h.Write(texts)
		if g.book {
			shown := sha256.New()
			for _, other := range slices.Sorted(maps.Keys(g.others)) {
				fmt.Fprintln(shown, other)
				if x.groups[other] != nil {
					shown.Write(x.groups[other].shown.Sum(nil))
				}
			}
			k.cards[folder] = string(shown.Sum(nil))
			h.Write(frame)
			io.WriteString(h, k.cards[folder])
		} else {
			h.Write(own)
		}
		k.of[folder] = string(h.Sum(nil)[:16])
	}
	k.all = string(all.Sum(nil)[:16])
	return k
}
