package attachment

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"iter"
	"regexp"
	"strings"
)

// officeProperties are the elements of the parts of an Office document that tell of people; "text" may hold a path.
var officeProperties = map[string]map[string]string{
	"docProps/core.xml": {"creator": "author", "lastModifiedBy": "editor", "title": "text", "subject": "text", "description": "text", "keywords": "text"},
	"docProps/app.xml":  {"Manager": "manager", "Company": "company", "Template": "text", "HyperlinkBase": "text"},
	"meta.xml":          {"creator": "editor", "initial-creator": "author", "title": "text"}, // of OpenDocument
}

// officeLinks are parts that name other files; a template of one's own has a path.
var officeLinks = []string{"word/_rels/settings.xml.rels", "word/_rels/document.xml.rels", "xl/_rels/workbook.xml.rels", "xl/externalLinks/_rels/externalLink1.xml.rels", "ppt/_rels/presentation.xml.rels"}

// partLimit is more than any of these parts needs; what is longer is not read to its end.
const partLimit = 1 << 20

func (r *Report) office(data []byte) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return
	}
	for _, name := range []string{"docProps/core.xml", "docProps/app.xml", "meta.xml"} {
		r.elements(part(archive, name), officeProperties[name])
	}
	r.custom(part(archive, "docProps/custom.xml"))
	for _, name := range officeLinks {
		r.targets(part(archive, name))
	}
	r.inside(archive)
}

// changes are what Word keeps of a text that was deleted, added or moved while it tracked changes; comments are its comments. Both bear a name.
var (
	changes  = regexp.MustCompile(`<w:(?:del|ins|moveFrom|moveTo)\s[^>]*?w:author="([^"]*)"`)
	comments = regexp.MustCompile(`<w:comment\s[^>]*?w:author="([^"]*)"`)
)

// textLimit is how much of the text of a document is looked through: a thousand pages.
const textLimit = 16 << 20

// mostMade is how many changes are looked at for the names of those who made them.
const mostMade = 1000

// custom tells what a document's own properties hold, but for those that programs write.
func (r *Report) custom(text []byte) {
	name := ""
	for token := range tokens(text) {
		switch t := token.(type) {
		case xml.StartElement:
			for _, a := range t.Attr {
				if t.Name.Local == "property" && a.Name.Local == "name" {
					name = a.Value
				}
			}
		case xml.CharData:
			if value := plain(string(t)); name != "" && value != "" && !technical.MatchString(name) {
				r.tell("custom", name+": "+value)
			}
		}
	}
}

// technical are the names of properties that tell of a program only.
var technical = regexp.MustCompile(`^(?:KSO\w*|ICV|ContentTypeId|AppVersion|DocSecurity|HyperlinksChanged|LinksUpToDate|ScaleCrop|ShareDoc|Created|LastSaved|Producer|Generator|_?GrammarlyDocumentId)$`)

func part(archive *zip.Reader, name string) []byte { return beginning(archive, name, partLimit) }

// beginning is a part, as far as a limit.
func beginning(archive *zip.Reader, name string, limit int64) []byte {
	for _, f := range archive.File {
		if f.Name == name {
			return opened(f, limit)
		}
	}
	return nil
}

func opened(f *zip.File, limit int64) []byte {
	r, err := f.Open()
	if err != nil {
		return nil
	}
	defer r.Close() // unchecked: it was only read
	text, err := io.ReadAll(io.LimitReader(r, limit))
	if err != nil {
		return nil
	}
	return text
}

// elements tells the texts of the elements named.
func (r *Report) elements(text []byte, kinds map[string]string) {
	kind, value := "", ""
	for token := range tokens(text) {
		switch t := token.(type) {
		case xml.StartElement:
			kind, value = kinds[t.Name.Local], ""
		case xml.CharData:
			value += string(t)
		case xml.EndElement:
			if kind != "" {
				r.tell(kind, value)
			}
			kind = ""
		}
	}
}

// targets tells the paths that relations of a part lead to.
func (r *Report) targets(text []byte) {
	for token := range tokens(text) {
		if t, ok := token.(xml.StartElement); ok {
			for _, a := range t.Attr {
				if a.Name.Local == "Target" {
					r.tell("path", strings.ReplaceAll(a.Value, "%20", " "))
				}
			}
		}
	}
}

// tokens are those of a part, as far as it can be read: what is damaged further on hides nothing before it.
func tokens(text []byte) iter.Seq[xml.Token] {
	decoder := xml.NewDecoder(bytes.NewReader(text))
	decoder.Strict = false
	decoder.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	return func(yield func(xml.Token) bool) {
		for {
			token, err := decoder.Token()
			if err != nil || !yield(token) {
				return
			}
		}
	}
}
