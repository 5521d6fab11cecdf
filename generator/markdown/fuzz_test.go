package markdown

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/som-hub/vitryna/generator/site"
)

// FuzzConvert converts anything: nothing panics, the HTML is well-formed, holes and places are in order and inside.
func FuzzConvert(f *testing.F) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range paths {
		_, files := readArchive(f, path)
		for _, file := range files {
			if strings.HasSuffix(file.name, ".md") {
				f.Add([]byte(file.data))
			}
		}
	}
	for _, hard := range hardTexts {
		f.Add([]byte(hard.make(10)))
	}
	f.Fuzz(func(t *testing.T, source []byte) {
		if !utf8.Valid(source) || bytes.IndexByte(source, 0) >= 0 {
			t.Skip("the caller's business")
		}
		for _, lang := range []string{site.UK, site.EN} {
			body, problems := Convert(source, Options{Lang: lang, Typographer: typographer, Book: lang == site.UK})
			checkBody(t, source, body, problems)
		}
		if title, rest, lines := FirstHeading(source); title == "" && !bytes.Equal(rest, source) ||
			bytes.Count(rest, newline)+lines != bytes.Count(source, newline) {
			t.Errorf("%q: heading %q, %d lines, rest %q", source, title, lines, rest)
		}
	})
}
