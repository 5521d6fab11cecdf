package render

import (
	"html/template"
	"testing"
)

func TestOpening(t *testing.T) {
	tests := []struct{ name, body, first, rest string }{
		{"nothing", "", "", ""},
		{"one paragraph", "<p>А <b>б</b>.</p>\n", "<p>А <b>б</b>.</p>\n", ""},
		{"two", "<p lang=\"en\">A.</p>\n<p>Б.</p>\n", "<p lang=\"en\">A.</p>", "\n<p>Б.</p>\n"},
		{"a list first", "<ul><li><p>А</p></li></ul><p>Б</p>", "<ul><li><p>А</p></li></ul><p>Б</p>", ""},
		{"a heading first", "<h2>А</h2><p>Б</p><p>В</p>", "<h2>А</h2><p>Б</p><p>В</p>", ""},
		{"code first", "<pre><code>&lt;/p&gt;</code></pre><p>Б</p>", "<pre><code>&lt;/p&gt;</code></pre><p>Б</p>", ""},
	}
	for _, test := range tests {
		got := (&Frame{}).Opening(template.HTML(test.body)) // safe: the test's own
		if string(got.First) != test.first || string(got.Rest) != test.rest {
			t.Errorf("%s: %q and %q", test.name, got.First, got.Rest)
		}
	}
}
