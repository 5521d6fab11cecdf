package check

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// heaviest is the weight of a page in bytes above which it opens slowly on a weak network.
const heaviest = 200 << 10

// whole marks a page that search engines shall leave alone: a manual for print, or in one file. Whoever opens it wants all of it.
var whole = []byte(`<meta name="robots" content="noindex">`)

// page reads one page, tag by tag.
func (c *checker) page(name string, data []byte) {
	if len(data) > heaviest && !bytes.Contains(data, whole) {
		c.complain("W-OUT-WEIGHT", name, "size", strconv.Itoa((len(data)+1023)>>10), "max", strconv.Itoa(heaviest>>10))
	}
	p := &pageReader{c: c, name: name, ids: map[string]bool{}}
	p.read(data)
	if !p.titled {
		c.complain("E-OUT-TITLE", name)
	}
	if !p.lang {
		c.complain("E-OUT-LANG", name)
	}
	if p.headings != 1 {
		c.complain("E-OUT-H1", name, "n", strconv.Itoa(p.headings))
	}
	c.search(name, data)
	c.personal(name, data)
}

// pageReader is the state of reading one page.
type pageReader struct {
	c    *checker
	name string

	ids      map[string]bool
	headings int
	titled   bool
	lang     bool
	policy   string // of the page itself
	drawing  int    // how many <svg> are open: a <title> in one is not the page's
}

// element is a tag with those of its attributes that matter here.
type element struct {
	name  string
	attrs []attribute
}

type attribute struct{ name, value string }

func (e *element) get(name string) string {
	for _, a := range e.attrs {
		if a.name == name {
			return a.value
		}
	}
	return ""
}

func (p *pageReader) read(data []byte) {
	z := html.NewTokenizer(bytes.NewReader(data))
	var e element
	for {
		switch z.Next() {
		case html.ErrorToken:
			return
		case html.StartTagToken:
			if p.open(z, &e); e.name == "svg" {
				p.drawing++
			}
		case html.SelfClosingTagToken:
			p.open(z, &e)
		case html.EndTagToken:
			if name, _ := z.TagName(); string(name) == "svg" {
				p.drawing--
			}
			e.name = ""
		case html.TextToken:
			p.text(e, z)
		}
	}
}

// open reads a tag into e.
func (p *pageReader) open(z *html.Tokenizer, e *element) {
	name, more := z.TagName()
	e.name, e.attrs = string(name), e.attrs[:0]
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch k := string(key); {
		case k == "id":
			p.id(string(value))
		case k == "style", len(k) > 2 && k[:2] == "on":
			p.c.complain("E-OUT-INLINE", p.name, "what", k+"=")
		case k == "lang":
			p.lang = p.lang || e.name == "html" && len(value) > 0
		case telling[k]:
			e.attrs = append(e.attrs, attribute{k, string(value)})
		}
	}
	if e.name == "h1" {
		p.headings++
	}
	p.addresses(e)
}

// telling are the attributes that hold addresses, or tell what an address is for.
var telling = map[string]bool{
	"href": true, "src": true, "srcset": true, "imagesrcset": true, "poster": true, "data": true, "action": true, "formaction": true,
	"xlink:href": true, "content": true, "http-equiv": true, "rel": true, "type": true,
}

func (p *pageReader) id(id string) {
	if p.ids[id] {
		p.c.complain("E-OUT-ID", p.name, "id", id)
	}
	p.ids[id] = true
	p.c.ids[p.name+"#"+id] = true
}

// addresses checks every address of a tag.
func (p *pageReader) addresses(e *element) {
	for _, a := range e.attrs {
		switch a.name {
		case "href", "xlink:href":
			p.c.address(p.name, a.value, !leads(e))
		case "src", "poster":
			p.c.address(p.name, a.value, true)
		case "data":
			if e.name == "object" {
				p.c.address(p.name, a.value, true)
			}
		case "srcset", "imagesrcset":
			for _, candidate := range candidates(a.value) {
				p.c.address(p.name, candidate, true)
			}
		case "action", "formaction":
			p.c.address(p.name, a.value, false)
		case "content":
			p.meta(e, a.value)
		}
	}
}

// leads tells whether the href of a tag is followed by people or programs rather than loaded with the page.
func leads(e *element) bool {
	switch e.name {
	case "a", "area", "base":
		return true
	case "link":
		for rel := range strings.FieldsSeq(strings.ToLower(e.get("rel"))) {
			if loading[rel] {
				return false
			}
		}
		return true
	}
	return false
}

// loading are the relations at which a browser turns to the address by itself.
var loading = map[string]bool{
	"stylesheet": true, "icon": true, "apple-touch-icon": true, "mask-icon": true, "manifest": true, "preload": true,
	"modulepreload": true, "prefetch": true, "prerender": true, "preconnect": true, "dns-prefetch": true,
}

// meta checks an address in a <meta>: where a moved page leads, and pages and pictures of this site that others are told of.
func (p *pageReader) meta(e *element, content string) {
	if strings.EqualFold(e.get("http-equiv"), "content-security-policy") {
		p.policy = content
	}
	if strings.EqualFold(e.get("http-equiv"), "refresh") {
		if address, ok := refreshed(content); ok {
			p.c.address(p.name, address, false)
		}
	} else if _, own := p.c.own(content); own {
		p.c.address(p.name, content, false)
	}
}

// text looks at what stands inside a tag.
func (p *pageReader) text(e element, z *html.Tokenizer) {
	switch e.name {
	case "title":
		p.titled = p.titled || p.drawing == 0 && len(bytes.TrimSpace(z.Text())) > 0
	case "style":
		if style := z.Raw(); len(bytes.TrimSpace(style)) > 0 && !p.named(style) {
			p.c.complain("E-OUT-INLINE", p.name, "what", "<style>")
		}
	case "script":
		if !isData(e.get("type")) && len(bytes.TrimSpace(z.Raw())) > 0 {
			p.c.complain("E-OUT-INLINE", p.name, "what", "<script>")
		}
	case "noscript": // the tokenizer takes it for text
		p.read(bytes.Clone(z.Raw()))
	}
}

// named tells whether the page's own policy names a style by its hash, as that of a manual in one file does.
func (p *pageReader) named(style []byte) bool {
	hash := sha256.Sum256(style)
	return strings.Contains(p.policy, "'sha256-"+base64.StdEncoding.EncodeToString(hash[:])+"'")
}

// isData tells whether a script's type makes it data, which no browser executes.
func isData(kind string) bool {
	return kind == "application/ld+json" || kind == "application/json"
}
