package book

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// SingleOptions are what Single needs beside the page.
type SingleOptions struct {
	Page     string                                                       // the address of the page from the root of the site: manuals/x/print/
	BaseURL  string                                                       // of the site, without a slash at the end; "" is none
	Style    []byte                                                       // nil: the styles to which the page links
	Styles   *Styles                                                      // what pages of one site share; nil: nothing
	Into     []byte                                                       // may be written over by the file; nil: memory of its own
	Resource func(path string) (data []byte, mediaType string, err error) // a file of the site by its path from the root; required
}

// Single is a finished page as one file that needs no other: its styles stand in it, and a policy that lets nothing else in; its
// pictures are data; scripts, forms and buttons are gone, and so is the frame of the site: of the body only <main> stays, where there is
// one. A link to another page of the site leads there by its whole address; where
// the site has none, its words stay.
//
// A picture that cannot be had leaves its description, and the error then is [ErrLink]: the file is whole.
func Single(page []byte, o SingleOptions) ([]byte, error) {
	address, err := url.Parse("/" + strings.TrimPrefix(o.Page, "/"))
	if err != nil {
		return nil, fmt.Errorf("book: page %q: %w", o.Page, err)
	}
	s := &single{SingleOptions: o, address: address, framed: bytes.Contains(page, []byte("<main")), out: *bytes.NewBuffer(o.Into[:0])}
	if s.opening, err = s.policy(page); err != nil {
		return nil, err
	}
	s.out.Grow(len(page) + len(s.opening))
	if err := s.write(page); err != nil {
		return nil, err
	}
	return s.out.Bytes(), errors.Join(s.dead...)
}

// single is a page in the making.
type single struct {
	SingleOptions
	address *url.URL
	opening []byte // what stands first in the head
	out     bytes.Buffer
	dead    []error

	framed bool   // there is a <main>, and what stands around it goes
	headed bool   // the opening is written
	inBody bool   // the tag <body> is written
	around bool   // what is read stands around <main>
	depth  int    // of the elements that are gone
	links  []bool // of the links that are open, whether they stay
}

// resolve finds a file of the site by a link that stands at address: where it stands, and its path from the root.
func (s *single) resolve(address *url.URL, ref string) (at *url.URL, name string, ok bool) {
	u, err := url.Parse(strings.TrimSpace(ref))
	if err != nil {
		return nil, "", false
	}
	if s.BaseURL != "" && u.IsAbs() {
		rest, inside := strings.CutPrefix(u.String(), s.BaseURL+"/")
		if u, err = url.Parse("/" + rest); err != nil || !inside {
			return nil, "", false
		}
	}
	if u.IsAbs() || u.Host != "" || u.Opaque != "" {
		return nil, "", false
	}
	at = address.ResolveReference(u)
	return at, strings.TrimPrefix(at.Path, "/"), true
}

// isGone tells the elements of which nothing stays: what a file alone cannot do.
func isGone(name string) bool {
	switch name {
	case "script", "style", "noscript", "template", "iframe", "object", "embed", "video", "audio", "form", "button", "dialog":
		return true
	}
	return false
}

// isWordy tells the elements in which HTML has words and no tags.
func isWordy(name string) bool {
	switch name {
	case "iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "textarea", "title", "xmp":
		return true
	}
	return false
}

// write copies the page with its changes. Most of it needs none, see plain; the tokenizer is asked only for what may, and nobody for the frame.
func (s *single) write(page []byte) error {
	for rest := page; len(rest) > 0; {
		switch {
		case s.around:
			rest = rest[frame(rest):]
		case s.inBody:
			rest = rest[s.plain(rest):]
		}
		rest = rest[s.tokens(rest):]
	}
	if !s.headed {
		return fmt.Errorf("book: page %q is empty", s.Page)
	}
	return nil
}

// frame is how long a text is up to what stays of it around <main>, or to <main> itself.
func frame(text []byte) int {
	for at := 0; ; at++ {
		n := bytes.IndexByte(text[at:], '<')
		if n < 0 {
			return len(text)
		}
		at += n
		if rest := text[at:]; bytes.HasPrefix(rest, []byte("<main")) || bytes.HasPrefix(rest, []byte("</body")) || bytes.HasPrefix(rest, []byte("</html")) {
			return at
		}
	}
}

// tokens copies the next tag as it is to be, with all that stands in it if it goes, and tells how long it was. Up to <body> it copies all.
func (s *single) tokens(text []byte) int {
	z := html.NewTokenizer(bytes.NewReader(text))
	at, words := 0, false // words: inside an element in which the tokenizer sees no tags
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return len(text) // the end; a reader of bytes has no other
		}
		raw := text[at : at+len(z.Raw())] // what the tokenizer has is spoilt by asking for the token
		at += len(raw)
		switch kind {
		case html.CommentToken:
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			words = isWordy(t.Data)
			s.startTag(t, raw)
		case html.EndTagToken:
			words = false
			s.endTag(z.Token().Data, raw)
		default:
			s.copy(raw)
		}
		if s.inBody && s.depth == 0 && !words {
			return at
		}
	}
}

// copy writes what stays as it is.
func (s *single) copy(raw []byte) {
	if s.depth == 0 && !s.around {
		s.out.Write(raw)
	}
}

func (s *single) startTag(t html.Token, raw []byte) {
	if isGone(t.Data) {
		if t.Type == html.StartTagToken && t.Data != "embed" { // which has no end
			s.depth++
		}
		return
	}
	if t.Data == "main" {
		s.around = false
	}
	if s.depth > 0 || s.around {
		return
	}
	begins := !s.headed && t.Data != "html" // the tag <head> may be left out
	if begins && t.Data != "head" {
		s.out.Write(s.opening)
	}
	s.start(t, raw)
	if begins && t.Data == "head" {
		s.out.Write(s.opening)
	}
	s.headed = s.headed || begins
	if t.Data == "body" {
		s.inBody, s.around = true, s.framed
	}
}

func (s *single) endTag(name string, raw []byte) {
	switch {
	case isGone(name):
		s.depth = max(0, s.depth-1)
	case s.depth > 0, s.around && name != "body" && name != "html":
	case name == "a":
		s.endLink()
	default:
		s.out.Write(raw)
	}
	s.around = s.around || s.framed && name == "main"
}

func (s *single) start(t html.Token, raw []byte) {
	switch t.Data {
	case "a", "area":
		s.link(t)
		return
	case "img":
		s.picture(t)
		return
	case "source", "base", "track":
		return
	case "link":
		if rel := value(t, "rel"); rel != "canonical" && rel != "license" || !strings.Contains(value(t, "href"), "://") {
			return
		}
	case "meta":
		if key := strings.ToLower(value(t, "http-equiv")); key != "" || has(t, "charset") || value(t, "name") == "referrer" {
			return // the policy is ours, and so is the charset
		}
	}
	before := len(t.Attr)
	if t.Attr = slices.DeleteFunc(t.Attr, unwanted); len(t.Attr) == before {
		s.out.Write(raw)
		return
	}
	s.tag(t)
}

func unwanted(a html.Attribute) bool { return isDropped(a.Key) }

// isDropped tells the attributes that mean nothing in one file, or that the policy forbids.
func isDropped(key string) bool {
	switch key {
	case "style", "srcset", "sizes", "loading", "decoding", "fetchpriority", "integrity", "crossorigin", "nonce", "ping", "download", "target":
		return true
	}
	return strings.HasPrefix(key, "on")
}

func (s *single) tag(t html.Token) {
	t.Attr = slices.DeleteFunc(t.Attr, unwanted)
	s.out.WriteString(t.String())
}

// link writes a link, or opens a span where it leads nowhere.
func (s *single) link(t html.Token) {
	stays := true
	if has(t, "href") {
		var href string
		if href, stays = s.outside(value(t, "href")); stays {
			set(&t, "href", href)
		}
	}
	if t.Data == "area" {
		if stays {
			s.tag(t)
		}
		return
	}
	s.links = append(s.links, stays)
	if !stays {
		t.Data, t.DataAtom = "span", 0
		t.Attr = slices.DeleteFunc(t.Attr, func(a html.Attribute) bool {
			return !slices.Contains([]string{"id", "class", "lang", "title"}, a.Key)
		})
	}
	s.tag(t)
}

// linkStays tells whether the link that is open is written as one.
func (s *single) linkStays() bool { return len(s.links) == 0 || s.links[len(s.links)-1] }

func (s *single) endLink() {
	end := "</a>"
	if !s.linkStays() {
		end = "</span>"
	}
	s.out.WriteString(end)
	s.links = s.links[:max(0, len(s.links)-1)]
}

// outside is the address of a link from a file that lies alone: #place for places of the page itself.
func (s *single) outside(href string) (string, bool) {
	if strings.HasPrefix(href, "#") && strings.IndexByte(href, '%') < 0 {
		return href, true // most links of a book
	}
	u, err := url.Parse(strings.TrimSpace(href))
	if err != nil {
		return "", false
	}
	at, _, ours := s.resolve(s.address, href)
	switch {
	case strings.HasPrefix(href, "#"):
		return href, true
	case ours && strings.TrimSuffix(at.Path, "index.html") == strings.TrimSuffix(s.address.Path, "index.html") && at.RawQuery == "":
		return "#" + at.EscapedFragment(), true
	case ours && s.BaseURL != "":
		return s.BaseURL + at.String(), true
	case ours:
		return "", false
	}
	return u.String(), slices.Contains([]string{"http", "https", "mailto", "tel"}, u.Scheme)
}

// picture writes a picture as data, as it is read.
func (s *single) picture(t html.Token) {
	src := value(t, "src")
	if strings.HasPrefix(src, "data:") {
		s.tag(t)
		return
	}
	_, name, ok := s.resolve(s.address, src)
	var data []byte
	var mediaType string
	err := fmt.Errorf("not of the site")
	if ok {
		data, mediaType, err = s.Resource(name)
	}
	if err != nil {
		s.dead = append(s.dead, fmt.Errorf("%w: page %q, picture %q: %w", ErrLink, s.Page, path.Clean(src), err))
		s.out.WriteString(html.EscapeString(value(t, "alt")))
		return
	}
	t.Attr = slices.DeleteFunc(t.Attr, func(a html.Attribute) bool { return unwanted(a) || a.Key == "src" })
	text := t.String()
	s.out.WriteString(strings.TrimSuffix(strings.TrimSuffix(text, ">"), "/") + ` src="data:` + html.EscapeString(mediaType) + ";base64,")
	e := base64.NewEncoder(base64.StdEncoding, &s.out)
	_, _ = e.Write(data)
	_ = e.Close()
	s.out.WriteString(`">`)
}

func value(t html.Token, key string) string {
	for _, a := range t.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func has(t html.Token, key string) bool {
	return slices.ContainsFunc(t.Attr, func(a html.Attribute) bool { return a.Key == key })
}

func set(t *html.Token, key, value string) {
	for i := range t.Attr {
		if t.Attr[i].Key == key {
			t.Attr[i].Val = value
		}
	}
}
