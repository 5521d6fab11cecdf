package generator

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io/fs"
	"os"
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
