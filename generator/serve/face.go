package serve

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"net/url"
	"strings"
	"sync"
)

// face is a page as far as the decision about a reload needs it.
type face struct {
	whole  string   // digest of the page
	bare   string   // digest of the page without the addresses of its style sheets
	styles []string // those addresses, from the root of the site: /assets/site.0a1b.css
}

// change is one style sheet to be exchanged for another.
type change struct{ from, to string }

// compare says what a tab that shows old must do to show now: nothing, exchange
// style sheets, or load anew.
func compare(old, now face) (styles []change, reload bool) {
	switch {
	case old.whole == now.whole:
		return nil, false
	case old.bare == "" || old.bare != now.bare || len(old.styles) != len(now.styles):
		return nil, true
	}
	for i, from := range old.styles {
		if to := now.styles[i]; from != to {
			styles = append(styles, change{from, to})
		}
	}
	return styles, false
}

// faceOf reads a page that stands at path.
func faceOf(path string, page []byte) face {
	whole, bare := sha256.New(), sha256.New()
	whole.Write(page)
	var f face
	at := 0
	for _, l := range styleLinks(page) {
		bare.Write(page[at:l.from])
		bare.Write([]byte{0})
		at = l.to
		if l.sheet {
			f.styles = append(f.styles, resolve(path, string(page[l.from:l.to])))
		}
	}
	bare.Write(page[at:])
	f.whole, f.bare = short(whole), short(bare)
	return f
}

// short is a digest as it stands in messages, headers and addresses.
func short(h hash.Hash) string { return hex.EncodeToString(h.Sum(nil)[:8]) }

// resolve is what the browser makes of a relative address: location.pathname.
func resolve(path, ref string) string {
	u, err := url.Parse(ref)
	if err != nil {
		return ref
	}
	r := (&url.URL{Path: path}).ResolveReference(u)
	if r.Host != "" {
		return r.String()
	}
	return r.EscapedPath()
}

// link is the place of a style sheet's address in a page.
type link struct {
	from, to int
	sheet    bool // not only a preload
}

// styleLinks finds the style sheets of a page, quoted or not, whatever the order
// of the attributes.
func styleLinks(page []byte) []link {
	var links []link
	for at := 0; ; {
		i := bytes.Index(page[at:], []byte("<link"))
		if i < 0 {
			return links
		}
		var href link
		var rel, as string
		at = attributes(page, at+i+len("<link"), func(name string, from, to int) {
			switch name {
			case "href":
				href.from, href.to = from, to
			case "rel":
				rel = strings.ToLower(string(page[from:to]))
			case "as":
				as = string(page[from:to])
			}
		})
		for _, word := range strings.Fields(rel) {
			href.sheet = href.sheet || word == "stylesheet"
		}
		if href.to > href.from && (href.sheet || as == "style") {
			links = append(links, href)
		}
	}
}

const blanks = " \t\r\n\f/"

// attributes calls yield for the attributes of the tag whose name ends at i, and
// returns where the tag ends.
func attributes(page []byte, i int, yield func(name string, from, to int)) int {
	for i < len(page) && page[i] != '>' {
		if strings.IndexByte(blanks, page[i]) >= 0 {
			i++
			continue
		}
		start := i
		for i < len(page) && page[i] != '=' && page[i] != '>' && strings.IndexByte(blanks, page[i]) < 0 {
			i++
		}
		name := strings.ToLower(string(page[start:i]))
		if i >= len(page) || page[i] != '=' {
			continue
		}
		from, to := value(page, i+1)
		yield(name, from, to)
		i = to
		if i < len(page) && (page[i] == '"' || page[i] == '\'') {
			i++
		}
	}
	return i
}

// value is the range of the attribute value that begins at i.
func value(page []byte, i int) (from, to int) {
	if i < len(page) && (page[i] == '"' || page[i] == '\'') {
		end := bytes.IndexByte(page[i+1:], page[i])
		if end < 0 {
			return len(page), len(page)
		}
		return i + 1, i + 1 + end
	}
	end := bytes.IndexAny(page[i:], " \t\r\n\f>")
	if end < 0 {
		end = len(page) - i
	}
	return i, i + end
}

// servedKept is how many served pages are remembered.
const servedKept = 2048

// memory is what was served lately: by path, and by digest. The oldest go first.
type memory struct {
	mu       sync.Mutex
	byPath   map[string]face
	byDigest map[string]face
	order    []servedPage // a ring
	next     int
}

type servedPage struct{ path, digest string }

func newMemory(size int) *memory {
	return &memory{
		byPath:   map[string]face{},
		byDigest: map[string]face{},
		order:    make([]servedPage, 0, size),
	}
}

// note remembers that f was served under path.
func (m *memory) note(path string, f face) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.byPath[path].whole == f.whole {
		return
	}
	page := servedPage{path, f.whole}
	if len(m.order) < cap(m.order) {
		m.order = append(m.order, page)
	} else {
		m.forget(m.order[m.next])
		m.order[m.next] = page
		m.next = (m.next + 1) % len(m.order)
	}
	m.byPath[path], m.byDigest[f.whole] = f, f
}

func (m *memory) forget(old servedPage) {
	if m.byPath[old.path].whole == old.digest {
		delete(m.byPath, old.path)
	}
	delete(m.byDigest, old.digest)
}

// shown is what a tab at path shows: the page with this digest, or, if it does
// not know one, what was last served there. It is false if that is unknown too.
func (m *memory) shown(path, digest string) (face, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if digest != "" {
		if f, ok := m.byDigest[digest]; ok {
			return f, true
		}
		return face{whole: digest}, true
	}
	f, ok := m.byPath[path]
	return f, ok
}
