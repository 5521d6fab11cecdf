package edition

import (
	"bytes"
	"net/url"
	"path"
	"strings"

	"golang.org/x/net/html"
)

// page rewrites the links of a page. Every tag without a link that changes stays byte by byte as it was.
func (d *Disk) page(file string, data []byte) []byte {
	p := &pageWriter{disk: d, file: file, lang: "uk"}
	p.out.Grow(len(data) + len(data)/16)
	p.read(data)
	return p.out.Bytes()
}

// pageWriter is the state of rewriting one page.
type pageWriter struct {
	disk *Disk
	file string
	lang string
	out  bytes.Buffer

	owing []owed // what there is to say about files that are left out, at the end of open elements
}

// owed is an open element whose file is left out, and the address of that file on the web, if any.
type owed struct{ element, web string }

func (p *pageWriter) read(data []byte) {
	z := html.NewTokenizer(bytes.NewReader(data))
	inNoscript := false
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return
		}
		from := p.out.Len()
		switch kind {
		case html.StartTagToken, html.SelfClosingTagToken:
			p.out.Write(z.Raw()) // Token changes what Raw has given
			token := z.Token()
			inNoscript = token.Data == "noscript" && kind == html.StartTagToken
			if p.tag(&token) {
				p.out.Truncate(from)
				p.out.WriteString(token.String())
			}
		case html.EndTagToken:
			raw := bytes.Clone(z.Raw())
			name, _ := z.TagName()
			p.end(string(name), raw)
			inNoscript = false
		case html.TextToken:
			if inNoscript { // the tokenizer takes it for text
				p.read(bytes.Clone(z.Raw()))
				continue
			}
			p.out.Write(z.Raw())
		default:
			p.out.Write(z.Raw())
		}
	}
}

// end writes the end of an element, and in a link or behind a film that its file is not here.
func (p *pageWriter) end(name string, raw []byte) {
	if len(p.owing) == 0 || p.owing[len(p.owing)-1].element != name {
		p.out.Write(raw)
		return
	}
	lost := p.owing[len(p.owing)-1].web
	p.owing = p.owing[:len(p.owing)-1]
	note := `<span class="absent">(` + html.EscapeString(p.disk.Note(p.lang)) + `)</span>`
	switch {
	case name == "a":
		p.out.WriteString(" " + note)
		p.out.Write(raw)
	case lost != "":
		p.out.Write(raw)
		p.out.WriteString(` <a href="` + html.EscapeString(lost) + `">` + note + "</a>")
	default:
		p.out.Write(raw)
		p.out.WriteString(" " + note)
	}
}

// tag changes the addresses of a tag and tells whether one has changed.
func (p *pageWriter) tag(t *html.Token) (changed bool) {
	kept := t.Attr[:0]
	for _, a := range t.Attr {
		old := a.Val
		switch {
		case t.Data == "html" && a.Key == "lang":
			p.lang = a.Val
		case a.Key == "href", a.Key == "src", a.Key == "action", a.Key == "formaction", a.Key == "data" && t.Data == "object":
			var gone bool
			if a.Val, gone = p.address(a.Val); gone && !p.keepsLost(t, &a) {
				changed = true
				continue
			}
		case a.Key == "content" && t.Data == "meta":
			a.Val = p.refresh(t, a.Val)
		}
		changed = changed || a.Val != old
		kept = append(kept, a)
	}
	t.Attr = kept
	return changed
}

// keepsLost tells whether an attribute that leads to a file left out stays, with the file's address on the web. A browser would load a film from
// there by itself, so a film loses its file.
func (p *pageWriter) keepsLost(t *html.Token, a *html.Attribute) bool {
	noted := p.disk.absent[p.target(a.Val)]
	a.Val = p.web(a.Val)
	switch t.Data {
	case "a":
		if noted {
			p.owing = append(p.owing, owed{"a", a.Val})
		}
		return a.Val != ""
	case "area", "link":
		return a.Val != ""
	case "audio", "video":
		p.owing = append(p.owing, owed{t.Data, a.Val})
	}
	return false
}

// web is the address on the web of a file that is left out; empty for a site that has none.
func (p *pageWriter) web(address string) string {
	if p.disk.Base == "" {
		return ""
	}
	_, rest := cutRest(address)
	return p.disk.Base + "/" + (&url.URL{Path: p.target(address)}).EscapedPath() + rest
}

// refresh is where a page that has moved leads.
func (p *pageWriter) refresh(t *html.Token, content string) string {
	for _, a := range t.Attr {
		if a.Key == "http-equiv" && strings.EqualFold(a.Val, "refresh") {
			if at := strings.Index(strings.ToLower(content), "url="); at >= 0 {
				address, _ := p.address(strings.TrimSpace(content[at+4:]))
				return content[:at+4] + address
			}
		}
	}
	return content
}

// address is what an address of a page is in the copy: that of the file in place of its folder's. gone tells that the copy does not have it.
func (p *pageWriter) address(written string) (address string, gone bool) {
	file := p.target(written)
	if file == "" {
		return written, false
	}
	plain, rest := cutRest(written)
	switch {
	case p.disk.absent[file], forWeb(file):
		return written, true
	case p.disk.kept[path.Join(file, HomeFile)]:
		return strings.TrimSuffix(plain, "/") + "/" + HomeFile + rest, false
	}
	return written, false
}

// target is the file or folder of the site that an address means; empty for all that is not an address inside the site. The site's own folder is
// a dot.
func (p *pageWriter) target(written string) string {
	plain, _ := cutRest(strings.TrimSpace(written))
	if plain == "" || plain[0] == '/' || strings.Contains(strings.SplitN(plain, "/", 2)[0], ":") {
		return ""
	}
	decoded, err := url.PathUnescape(plain)
	if err != nil {
		return ""
	}
	file := path.Join(path.Dir(p.file), decoded)
	if file == ".." || strings.HasPrefix(file, "../") {
		return ""
	}
	return file
}

// cutRest parts an address from its query and fragment.
func cutRest(address string) (plain, rest string) {
	if at := strings.IndexAny(address, "?#"); at >= 0 {
		return address[:at], address[at:]
	}
	return address, ""
}
