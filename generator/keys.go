package generator

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"runtime/debug"
	"slices"
	"strings"
	"sync"

	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/edition"
	"github.com/som-hub/vitryna/generator/render"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// keys tell of a site, for every file of it, one state of all that the file can show from another. What enters every file is in all of them: the program,
// layouts and styles, site.yaml, the day, pictures. Beside that,
//
//   - a page of a manual shows its manual's chapters, and of other documents all but the text ([content.Face]) of those that its links and fields lead to or
//     that refer to it, with what is around these: so a title changed in one manual, or in the news, leaves the pages of other manuals as they were;
//   - a page of another item shows of every document all but its text, and the texts of its own folder;
//   - a list shows no text, and of chapters what stands on its cards; a table of manuals, or the record of one, shows nothing of them;
//   - the page of a row of a table shows no text either (what stands in tables enters every file), and a few files (search, feeds) show everything.
//
// Books, tables and records are made without layouts: another layout leaves them, and the digests of the search, as they were. The layout of a kind's own
// pages leaves those of other kinds as they were.
//
// A site with layouts of its own may show chapters anywhere: there manuals are as other items. So it is where an item refers to a chapter.
type keys struct {
	of    map[string]string // by [render.TextsOf]
	all   string            // of files that may show any text
	own   string            // of files that show none
	outer string            // of files that show nothing of what lives inside items
	cards map[string]string // by [render.TextsOf], of the cards of an item and of all that lives in it
}

// key is the key of a file of the site; empty where only making the file can tell whether it is another.
func (s *Snapshot) key(path string) string {
	at, known := s.at[path]
	if !known {
		if strings.HasPrefix(path, edition.ListFolder+"/") && path != edition.VersionFile {
			return path // made of the finished files, and named by what is in it
		}
		return ""
	}
	r := s.routes[at]
	switch {
	case r.fixed != "":
		sum := sha256.Sum256([]byte(programVersion() + r.fixed))
		return string(sum[:16])
	case r.bare:
		return s.keys.shownBy(r)
	}
	section, _, _ := strings.Cut(r.texts, "/")
	layouts, known := s.layouts[section]
	if !known {
		layouts = s.layouts[""]
	}
	return s.keys.shownBy(r) + layouts
}

// shownBy is the key of what a file shows, but for the layouts.
func (k keys) shownBy(r route) string {
	switch {
	case r.texts == noChapters:
		return k.outer
	case r.cards != nil:
		return k.ofCards(r.cards)
	}
	return k.ofTexts(r.texts)
}

// ofTexts is the key of what shows these texts, see [render.Page].
func (k keys) ofTexts(texts string) string {
	if texts == render.NoTexts {
		return k.own
	}
	if key, known := k.of[texts]; known {
		return key
	}
	return k.all
}

// noChapters says that a file shows nothing of what lives inside items.
const noChapters = "--"

// ofCards is the key of a page of cards.
func (k keys) ofCards(cards *render.Cards) string {
	b := fmt.Appendln(nil, k.outer, cards.Of)
	for _, item := range cards.Items {
		key, known := k.cards[render.TextsOf(item)]
		if !known && !lone(item) {
			return k.own
		}
		b = append(append(append(b, item.Path...), '\n'), key...)
	}
	sum := sha256.Sum256(b)
	return string(sum[:16])
}

// lone tells whether an item neither has others inside, nor lives in one, nor links to any from its fields.
func lone(item *site.Item) bool {
	links := func(page *site.Page) bool { return slices.ContainsFunc(page.Doc.Values, linking) }
	return item.Owner == nil && len(item.Inside) == 0 && !slices.ContainsFunc(item.All(), links)
}

// keys finds the keys of a snapshot.
func (l *Loader) keys(s *Snapshot) (keys, error) {
	if l.Preview {
		return keys{}, nil // it makes what it is asked for
	}
	x := &keyring{kept: l.kept.now, frame: sha256.New(), outer: sha256.New(), groups: map[string]*group{}, mixed: true}
	if err := l.enters(x.frame, s); err != nil {
		return keys{}, err
	}
	for _, f := range s.found {
		x.file(f)
	}
	x.named(s.model)
	own, err := fs.Glob(l.Root, "layouts/*")
	if err != nil {
		return keys{}, err
	}
	if len(own) == 0 {
		x.mixed = false
		x.neighbours(s.model)
	} else {
		x.books(s.model)
	}
	return x.cut(), nil
}

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
		note := func(other *site.Item) { g.note(model, other) }
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

// enters writes what may enter every file of the site beside its documents.
func (l *Loader) enters(h hash.Hash, s *Snapshot) error {
	fmt.Fprintln(h, programVersion(), l.Drafts, l.Disk, l.Lines, l.Publish, s.model.Config.BaseURL, ukrainian.DateOf(l.Now))
	h.Write(l.memory.theme.kinds[:]) // the layouts themselves are in the keys of what they make
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
	for _, year := range model.Years {
		fmt.Fprintln(h, year.Slug) // fields lead there
	}
	fmt.Fprintln(h, len(model.Forms) > 0, len(model.Calendar.Months) > 0, len(model.Calendar.Dated) > 0)
	for _, a := range model.Auctions() {
		fmt.Fprintf(h, "%s\x00%v\x00%v\x00", a.Item.Path, a.Seal, a.Closings)
	}
	for i := range model.Photos {
		if file := model.Photos[i].File; model.Withheld(file) {
			fmt.Fprintln(h, file) // it is withheld wherever it stands, and a chapter may have told so
		}
	}
	if !s.Turns.IsZero() {
		fmt.Fprintln(h, l.Now.Unix()/60, s.Turns.Unix()) // pages of an auction show the minute, and bidding may end within one
	}
	s.secrets = &secrets{}
	s.secrets.found, s.secrets.problems = content.Secrets(l.listing(), s.model.Config.Contacts.Strings())
	fmt.Fprintln(h, s.secrets.found) // a file is looked through for them when it is made
	return nil
}

// programVersion names this program and no other: what it made may be kept only for itself. A program that was compiled again is another one, even
// where its version is called the same.
var programVersion = sync.OnceValue(func() string {
	h := sha256.New()
	if info, ok := debug.ReadBuildInfo(); ok {
		fmt.Fprintln(h, info)
	}
	if name, err := os.Executable(); err == nil {
		if stat, err := os.Stat(name); err == nil {
			fmt.Fprintln(h, stat.Size(), stat.ModTime().UnixNano())
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
})
