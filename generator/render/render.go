// Package render executes layouts over views of the site.
//
// [ParseLayouts] reads the layouts once; a [Renderer] binds them to one site. [Renderer.Pages] lists the pages there are,
// each with the function that makes it, so that a build renders all of them and the preview the one that is asked for.
//
// A layout never sees the model, only views (docs/layouts.md): values made for reading, whose methods are what a
// designer may ask. A view shows another page's card, never its body, so that an edit inside a text changes one page.
//
// Addresses are written from the root of the site, behind a mark, and made relative to the page at the very end:
// a card is then the same on every page and is made once.
package render

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/som-hub/vitryna/generator/boundary"
	"github.com/som-hub/vitryna/generator/site"
)

// root is what every address of the site begins with until the page it stands on is known. It stands only
// behind `="` in a finished page, where no author's text can stand unescaped.
const root = "/~/"

// Options are what a renderer binds to its layouts.
type Options struct {
	Site     *site.Site        // required
	Words    site.Words        // required
	Assets   map[string]string // final paths of styles and scripts, by source name: site.css → assets/site.0a1b2c3d.css
	Icons    map[string]string // inline SVG by name
	Files    map[string]File   // by file of content/
	Draw     func(title, kind string) string
	DrawBook func(title, subtitle, kind string) string
	Outline  *boundary.Outline // of the country, for maps with pins; nil: the site brings none
	Preview  bool
	Disk     bool                                     // the pages are made for the disk edition
	Token    string                                   // in the preview: what its forms send along
	DrawCode func(text, title string) (string, error) // an address as a picture for phones

	SearchManifest map[string]string // the file through which the index of a language is found; set before any page is made
	AppManifest    map[string]string // web app manifests by language, set before any page is made
	AppIcon        string            // the picture of the site for the screen of a telephone; set before any page is made
}

// Renderer makes the pages of one site. It may be used by many goroutines at once.
type Renderer struct {
	Options
	layouts *Layouts
	cards   map[string]map[*site.Item]*Card // by language; filled when made, never after
	frames  map[string]*frameParts
	lists   []*list
	rows    map[*site.Item]string // of items without a page: the page of the list on which each stands
	kept    sync.Map              // of keptKey: template.HTML
	books   sync.Map              // of bookKey: *bookParts
}

// New binds layouts to a site.
func New(layouts *Layouts, o Options) *Renderer {
	r := &Renderer{Options: o, layouts: layouts, cards: map[string]map[*site.Item]*Card{}, frames: map[string]*frameParts{}}
	for _, lang := range o.Site.Config.Languages {
		cards := make(map[*site.Item]*Card, len(o.Site.Items))
		rd := reader{r, lang}
		for _, item := range o.Site.Items {
			cards[item] = &Card{reader: rd, item: item}
		}
		r.cards[lang] = cards
	}
	for _, lang := range o.Site.Config.Languages {
		r.frames[lang] = r.frameParts(lang)
	}
	r.lists = r.allLists()
	r.rows = rowsOf(r.lists)
	return r
}

// rowsOf finds where items without a page are listed.
func rowsOf(lists []*list) map[*site.Item]string {
	rows := map[*site.Item]string{}
	for _, l := range lists {
		if l.section == nil || !l.section.Kind.NoPage || l.facet != "" {
			continue
		}
		for i, item := range l.items {
			rows[item] = l.at(i/l.pageSize() + 1)
		}
	}
	return rows
}

// card is the card of an item in a language. Items that are hidden have none.
func (r *Renderer) card(item *site.Item, lang string) *Card {
	if item == nil {
		return nil
	}
	return r.cards[lang][item]
}

func (r *Renderer) cardsOf(items []*site.Item, lang string) []*Card {
	cards := make([]*Card, 0, len(items))
	for _, item := range items {
		if c := r.card(item, lang); c != nil {
			cards = append(cards, c)
		}
	}
	return cards
}

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// execute makes a page: it runs a layout over a view and makes the addresses relative to the page.
func (r *Renderer) execute(layout *layout, view any, address string) ([]byte, error) {
	return r.executeFrom(layout, view, address, prefix(address))
}

// executeFrom puts the prefix given before every address of the site.
func (r *Renderer) executeFrom(layout *layout, view any, address, prefix string) ([]byte, error) {
	buf := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(buf)
	buf.Reset()
	if err := layout.execute(buf, "base", view); err != nil {
		return nil, fmt.Errorf("page %q: %w", "/"+address, err)
	}
	english := tongue(buf.Bytes())
	if english == nil {
		return relative(buf.Bytes(), prefix), nil
	}
	defer Reuse(english)
	return relative(english, prefix), nil
}

// blanks are finished pages that nobody needs any more.
var blanks sync.Pool

// Blank is where something of about that size is to be written: over a page that was given to [Reuse], if there is one. Pages are most of what a build makes.
func Blank(size int) []byte {
	if old, ok := blanks.Get().(*[]byte); ok {
		return slices.Grow((*old)[:0], size)
	}
	return make([]byte, 0, size)
}

// Reuse lets a page that nobody will read again be written over.
func Reuse(page []byte) {
	if page != nil {
		blanks.Put(&page)
	}
}

// prefix leads from a page's address to the root: "../../" from projects/ahenty-zmin/.
func prefix(address string) string {
	if n := strings.Count(address, "/"); n > 0 {
		return strings.Repeat("../", n)
	}
	return "./"
}

var (
	mark      = []byte(root)
	attribute = []byte(`="`)
	refresh   = []byte(`url=`)
	sizes     = []byte(`srcset`)
)

// relative puts the prefix in place of the root mark, in one pass. In the text of a page the mark is text.
func relative(page []byte, prefix string) []byte {
	fresh := Blank(len(page) + len(page)/16)
	sizesEnd := 0 // of the srcset that is being read: it has several addresses
	for at := 0; ; {
		next := nextMark(page, at)
		if next < 0 {
			return append(fresh, page[at:]...)
		}
		before := page[:next]
		fresh = append(fresh, page[at:next]...)
		switch {
		case bytes.HasSuffix(before, attribute):
			if bytes.HasSuffix(before[:len(before)-len(attribute)], sizes) {
				sizesEnd = next + bytes.IndexByte(page[next:], '"')
			}
			fresh = append(fresh, prefix...)
		case bytes.HasSuffix(before, refresh) || next < sizesEnd && bytes.HasSuffix(before, []byte(", ")):
			fresh = append(fresh, prefix...)
		default:
			fresh = append(fresh, root...)
		}
		at = next + len(mark)
	}
}

// nextMark is where the root mark stands next, or -1. It looks for the letter that is rare in a page.
func nextMark(page []byte, from int) int {
	for at := from; ; {
		tilde := bytes.IndexByte(page[at:], '~')
		if tilde < 0 {
			return -1
		}
		at += tilde + 1
		if start := at - 2; start >= from && bytes.HasPrefix(page[start:], mark) {
			return start
		}
	}
}
