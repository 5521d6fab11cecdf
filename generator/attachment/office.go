package attachment

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
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
	for _, name := range officeLinks {
		r.targets(part(archive, name))
	}
}

func part(archive *zip.Reader, name string) []byte {
	for _, f := range archive.File {
		if f.Name != name {
			continue
		}
		opened, err := f.Open()
		if err != nil {
			return nil
		}
		defer opened.Close() //nolint:errcheck // it was only read
		text, err := io.ReadAll(io.LimitReader(opened, partLimit))
		if err != nil {
			return nil
		}
		return text
	}
	return nil
}

// elements tells the texts of the elements named.
func (r *Report) elements(text []byte, kinds map[string]string) {
	decoder := lenient(text)
	kind, value := "", ""
	for {
		token, err := decoder.Token()
		if err != nil {
			return
		}
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
	decoder := lenient(text)
	for {
		token, err := decoder.Token()
		if err != nil {
			return
		}
		if t, ok := token.(xml.StartElement); ok {
			for _, a := range t.Attr {
				if a.Name.Local == "Target" {
					r.tell("path", strings.ReplaceAll(a.Value, "%20", " "))
				}
			}
		}
	}
}

func lenient(text []byte) *xml.Decoder {
	decoder := xml.NewDecoder(bytes.NewReader(text))
	decoder.Strict = false
	decoder.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	return decoder
}
