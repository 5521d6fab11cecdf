package book

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// SingleOptions are what Single needs beside the page.
type SingleOptions struct {
	Page     string                                                       // the address of the page from the root of the site: manuals/x/print/
	BaseURL  string                                                       // of the site, without a slash at the end; "" is none
	Style    []byte                                                       // nil: the styles to which the page links
	Resource func(path string) (data []byte, mediaType string, err error) // a file of the site by its path from the root; required
}

// Single writes a finished page as one file that needs no other: its styles stand in it, and a policy that lets nothing else in; its
// pictures are data; scripts, forms and buttons are gone, and so is the frame of the site: of the body only <main> stays, where there is
// one. A link to another page of the site leads there by its whole address; where
// the site has none, its words stay.
//
// A picture that cannot be had leaves its description, and the error then is [ErrLink]: the file was written whole.
func Single(w io.Writer, page []byte, o SingleOptions) error {
	address, err := url.Parse("/" + strings.TrimPrefix(o.Page, "/"))
	if err != nil {
		return fmt.Errorf("book: page %q: %w", o.Page, err)
	}
	s := &single{SingleOptions: o, address: address, out: bufio.NewWriter(w), framed: bytes.Contains(page, []byte("<main"))}
	style, err := s.styles(page)
	if err != nil {
		return err
	}
	if err := s.write(page, style); err != nil {
		return err
	}
	if err := s.out.Flush(); err != nil {
		return err
	}
	return errors.Join(s.dead...)
}

// single is a page in the making.
type single struct {
	SingleOptions
	address *url.URL
	out     *bufio.Writer
	framed  bool   // there is a <main>, and what stands around it goes
	links   []bool // of the links that are open, whether they stay
	dead    []error
}

// styles are the styles of the page in one text.
func (s *single) styles(page []byte) ([]byte, error) {
	if s.Style != nil {
		return s.style(s.Style, s.address)
	}
	var all bytes.Buffer
	z := html.NewTokenizer(bytes.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return all.Bytes(), nil // the end; a reader of bytes has no other
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			if t.Data == "body" {
				return all.Bytes(), nil
			}
			if t.Data != "link" || !slices.Contains(strings.Fields(strings.ToLower(value(t, "rel"))), "stylesheet") {
				continue
			}
			at, name, ok := s.resolve(s.address, value(t, "href"))
			if !ok {
				return nil, fmt.Errorf("book: page %q: style %q is not of the site", s.Page, value(t, "href"))
			}
			data, _, err := s.Resource(name)
			if err != nil {
				return nil, fmt.Errorf("book: page %q: style %q: %w", s.Page, name, err)
			}
			if data, err = s.style(data, at); err != nil {
				return nil, err
			}
			if media := value(t, "media"); media != "" && media != "all" {
				data = slices.Concat([]byte("@media "+media+"{"), data, []byte("}"))
			}
			all.Write(data)
			all.WriteByte('\n')
		}
	}
}

var (
	cssURL    = regexp.MustCompile(`url\(\s*("[^"]*"|'[^']*'|[^"'()\s]*)\s*\)`)
	cssImport = regexp.MustCompile(`@import[^;]*;`)
)

// style is a style whose files are data. It stands at address.
func (s *single) style(css []byte, address *url.URL) ([]byte, error) {
	if bytes.Contains(css, []byte("@import")) {
		css = cssImport.ReplaceAll(css, nil)
	}
	var trouble error
	css = cssURL.ReplaceAllFunc(css, func(m []byte) []byte {
		ref := strings.Trim(string(cssURL.FindSubmatch(m)[1]), `"'`)
		_, name, ok := s.resolve(address, ref)
		switch {
		case strings.HasPrefix(ref, "data:"), strings.HasPrefix(ref, "#"):
			return m
		case !ok:
			return []byte("none")
		}
		data, mediaType, err := s.Resource(name)
		if err != nil {
			trouble = fmt.Errorf("book: page %q: style: %q: %w", s.Page, name, err)
			return m
		}
		return []byte("url(data:" + mediaType + ";base64," + base64.StdEncoding.EncodeToString(data) + ")")
	})
	css = bytes.ReplaceAll(css, []byte("\r"), nil)                     // the browser would not count it in the hash
	return bytes.ReplaceAll(css, []byte("</"), []byte(`<\/`)), trouble // in a style this is the same, and it does not end it
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

// gone are the elements of which nothing stays: what a file alone cannot do.
var gone = []string{
	"script", "style", "noscript", "template", "iframe", "object", "embed", "video", "audio", "form", "button", "dialog",
}

// plainTags are the tags that are copied as they are when they have no attributes: most of a text.
var plainTags = map[string]bool{
	"p": true, "li": true, "ul": true, "ol": true, "em": true, "strong": true, "code": true, "span": true, "tr": true, "td": true, "tbody": true,
	"thead": true, "table": true, "dl": true, "dt": true, "dd": true, "h2": true, "h3": true, "h4": true, "div": true, "blockquote": true, "th": true,
}

// write copies the page with its changes.
func (s *single) write(page, style []byte) error {
	z := html.NewTokenizer(bytes.NewReader(page))
	depth := 0 // of the elements that are gone
	headed, around := false, false
	for {
		kind := z.Next()
		raw := z.Raw()
		switch kind {
		case html.ErrorToken:
			if !headed {
				return fmt.Errorf("book: page %q is empty", s.Page)
			}
			return nil // s.out keeps its own error
		case html.CommentToken:
			continue
		case html.StartTagToken, html.SelfClosingTagToken:
			if headed && plainTags[string(raw[1:len(raw)-1])] {
				if depth == 0 && !around {
					_, _ = s.out.Write(raw)
				}
				continue
			}
			raw = bytes.Clone(raw) // asking for the token spoils it
			t := z.Token()
			if slices.Contains(gone, t.Data) {
				if kind == html.StartTagToken && t.Data != "embed" { // which has no end
					depth++
				}
				continue
			}
			if t.Data == "main" {
				around = false
			}
			if depth > 0 || around {
				continue
			}
			begins := !headed && t.Data != "html" // the tag <head> may be left out
			if begins && t.Data != "head" {
				s.policy(style)
			}
			s.start(t, raw)
			if begins && t.Data == "head" {
				s.policy(style)
			}
			headed = headed || begins
			around = t.Data == "body" && s.framed
		case html.EndTagToken:
			if depth == 0 && !around && plainTags[string(raw[2:len(raw)-1])] {
				_, _ = s.out.Write(raw)
				continue
			}
			raw = bytes.Clone(raw)
			t := z.Token()
			switch {
			case slices.Contains(gone, t.Data):
				depth = max(0, depth-1)
			case depth > 0, around && t.Data != "body" && t.Data != "html":
			case t.Data == "a":
				s.endLink()
			default:
				_, _ = s.out.Write(raw)
			}
			around = around || s.framed && t.Data == "main"
		default:
			if depth == 0 && !around {
				_, _ = s.out.Write(raw)
			}
		}
	}
}

// policy writes the style, and before it the policy that lets in nothing else.
func (s *single) policy(style []byte) {
	hash := sha256.Sum256(style)
	_, _ = fmt.Fprintf(s.out, `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-%s'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"><style>%s</style>`,
		base64.StdEncoding.EncodeToString(hash[:]), style)
}

// dropped are attributes that mean nothing in one file, or that the policy forbids.
var dropped = []string{"style", "srcset", "sizes", "loading", "decoding", "fetchpriority", "integrity", "crossorigin", "nonce", "ping", "download", "target"}

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
		_, _ = s.out.Write(raw)
		return
	}
	s.tag(t)
}

func unwanted(a html.Attribute) bool {
	return slices.Contains(dropped, a.Key) || strings.HasPrefix(a.Key, "on")
}

func (s *single) tag(t html.Token) {
	t.Attr = slices.DeleteFunc(t.Attr, unwanted)
	_, _ = s.out.WriteString(t.String())
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

func (s *single) endLink() {
	stays := true
	if last := len(s.links) - 1; last >= 0 {
		stays, s.links = s.links[last], s.links[:last]
	}
	if stays {
		_, _ = s.out.WriteString("</a>")
		return
	}
	_, _ = s.out.WriteString("</span>")
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
		_, _ = s.out.WriteString(html.EscapeString(value(t, "alt")))
		return
	}
	t.Attr = slices.DeleteFunc(t.Attr, func(a html.Attribute) bool { return unwanted(a) || a.Key == "src" })
	text := t.String()
	_, _ = s.out.WriteString(strings.TrimSuffix(strings.TrimSuffix(text, ">"), "/") + ` src="data:` + html.EscapeString(mediaType) + ";base64,")
	e := base64.NewEncoder(base64.StdEncoding, s.out)
	_, _ = e.Write(data)
	_ = e.Close()
	_, _ = s.out.WriteString(`">`)
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
