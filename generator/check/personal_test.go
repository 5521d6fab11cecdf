package check

import (
	"regexp"
	"testing"
	"testing/fstest"
)

// What a file says to people is looked at, and nothing else of it.
func TestPersonal(t *testing.T) {
	phone := regexp.MustCompile(`050[ -]*\d{3}[ -]*\d{2}[ -]*\d{2}|x@example\.org`)
	find := func(line string, say func(what, value string)) {
		for _, value := range phone.FindAllString(line, -1) {
			say("phone", value)
		}
	}
	tests := []struct {
		name, file, text string
		told             int
	}{
		{"text", "a/index.html", page("<h1>А</h1><p>тел. 050 123-45-67</p>"), 1},
		{"with a bold middle", "a/index.html", page("<h1>А</h1><p>тел. 050 <b>123</b>-45-67</p>"), 1},
		{"over two lines", "a/index.html", page("<h1>А</h1><p>тел. 050\n123-45-67</p>"), 1},
		{"over two cells", "a/index.html", page("<h1>А</h1><table><tr><td>050</td><td>123-45-67</td></tr></table>"), 0},
		{"words for who cannot see", "a/index.html", page(`<h1>А</h1><img src="data:," alt="050 123-45-67">`), 1},
		{"link that calls", "a/index.html", page(`<h1>А</h1><a href="tel:0501234567">дзвінок</a>`), 1},
		{"link to a page", "a/index.html", page(`<h1>А</h1><a href="https://example.com/0501234567">сторінка</a>`), 0},
		{"drawing", "a/index.html", page(`<h1>А</h1><svg><path d="M050 123 45 67"/><text>050 123 45 67</text></svg>`), 0},
		{"structured data", "a/index.html", page(`<h1>А</h1><script type="application/ld+json">{"telephone":"050 123-45-67"}</script>`), 1},
		{"table", "a/a.csv", "name,phone\nА,050 123-45-67\n", 1},
		{"calendar", "a/a.ics", "UID:x@example.org\r\nDESCRIPTION:x@exam\r\n ple.org\r\n", 1},
		{"a sum that looks like a phone", "offline/part.0501234567.json", `{"f":{"a/index.html":["0501234567",12]}}`, 0},
		{"script", "assets/a.js", "x='050 123-45-67'", 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			n := 0
			for _, p := range Site(fstest.MapFS{test.file: &fstest.MapFile{Data: []byte(test.text)}}, Options{Personal: find}) {
				if p.Code == "E-PII" {
					n++
				}
			}
			if n != test.told {
				t.Errorf("told %d times, want %d", n, test.told)
			}
		})
	}
}
