package book

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"sync"

	"golang.org/x/net/html"
)

// Styles are what the pages of one site share that link to the same styles. Each is made once; the zero value is ready, and may be used by
// many goroutines at once.
type Styles struct{ made sync.Map } // of string, the links of a page: []byte, what stands first in its head

// styleLink is a link to a style.
type styleLink struct {
	address     *url.URL
	name, media string
}

// policy is what stands first in the head: the policy that lets in nothing but the style, and the style.
func (s *single) policy(page []byte) ([]byte, error) {
	if s.Style != nil {
		style, err := s.style(s.Style, s.address)
		return withPolicy(style), err
	}
	links, err := s.styleLinks(page)
	if err != nil {
		return nil, err
	}
	if s.Styles == nil {
		s.Styles = &Styles{}
	}
	var key strings.Builder
	for _, l := range links {
		fmt.Fprintf(&key, "%q %q\n", l.address, l.media)
	}
	if made, ok := s.Styles.made.Load(key.String()); ok {
		return made.([]byte), nil
	}
	style, err := s.styles(links)
	if err != nil {
		return nil, err
	}
	made, _ := s.Styles.made.LoadOrStore(key.String(), withPolicy(style))
	return made.([]byte), nil
}

func withPolicy(style []byte) []byte {
	hash := sha256.Sum256(style)
	return fmt.Appendf(nil, `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-%s'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"><style>%s</style>`,
		base64.StdEncoding.EncodeToString(hash[:]), style)
}

// styleLinks are the links to styles in the head of a page.
func (s *single) styleLinks(page []byte) ([]styleLink, error) {
	var list []styleLink
	z := html.NewTokenizer(bytes.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return list, nil // the end; a reader of bytes has no other
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			if t.Data == "body" {
				return list, nil
			}
			if t.Data != "link" || !slices.Contains(strings.Fields(strings.ToLower(value(t, "rel"))), "stylesheet") {
				continue
			}
			at, name, ok := s.resolve(s.address, value(t, "href"))
			if !ok {
				return nil, fmt.Errorf("book: page %q: style %q is not of the site", s.Page, value(t, "href"))
			}
			list = append(list, styleLink{at, name, value(t, "media")})
		}
	}
}

// styles are styles in one text.
func (s *single) styles(links []styleLink) ([]byte, error) {
	var all bytes.Buffer
	for _, l := range links {
		data, _, err := s.Resource(l.name)
		if err != nil {
			return nil, fmt.Errorf("book: page %q: style %q: %w", s.Page, l.name, err)
		}
		if data, err = s.style(data, l.address); err != nil {
			return nil, err
		}
		if l.media != "" && l.media != "all" {
			data = slices.Concat([]byte("@media "+l.media+"{"), data, []byte("}"))
		}
		all.Write(data)
		all.WriteByte('\n')
	}
	return all.Bytes(), nil
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
