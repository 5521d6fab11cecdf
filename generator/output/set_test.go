package output

import (
	"errors"
	"io/fs"
	"testing"
	"testing/fstest"
)

func TestSetIsAFileSystem(t *testing.T) {
	var empty Set
	if err := fstest.TestFS(&empty); err != nil {
		t.Error(err)
	}
	var s Set
	names := []string{"index.html", "projects/b/index.html", "projects/a/index.html", "projects/index.html", "assets/site.0a.css", "empty.txt", "a-b/x", "a/x", "a.x"}
	for _, name := range names {
		var data []byte
		if name != "empty.txt" {
			data = []byte("<p>" + name)
		}
		if err := s.Add(name, data); err != nil {
			t.Fatal(err)
		}
	}
	if err := fstest.TestFS(&s, names...); err != nil {
		t.Error(err)
	}
	if len(s.files) != len(names) {
		t.Errorf("%d files", len(s.files))
	}
	if _, err := fs.ReadFile(&s, "none"); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}

func TestNames(t *testing.T) {
	tests := []struct {
		before, name string
		want         Reason
		other        string
	}{
		{"", "a/index.html", "", ""},
		{"", "фото.jpg", "", ""},
		{"", ".well-known/x", "", ""},
		{"", "a..b/x", "", ""},
		{"", "console/index.html", "", ""},
		{"", "", ReasonName, ""},
		{"", ".", ReasonName, ""},
		{"", "../x", ReasonName, ""},
		{"", "a/../../x", ReasonName, ""},
		{"", "/etc/x", ReasonName, ""},
		{"", "a//b", ReasonName, ""},
		{"", `a\b`, ReasonName, ""},
		{"", "c:x", ReasonName, ""},
		{"", "a?b", ReasonName, ""},
		{"", "a\x00", ReasonName, ""},
		{"", "a./b", ReasonName, ""},
		{"", "a /b", ReasonName, ""},
		{"", "aux/index.html", ReasonName, ""},
		{"", "Com1.txt", ReasonName, ""},
		{"", ListName, ReasonName, ""},
		{"", "a/.vitryna-1.tmp", ReasonName, ""},
		{"a/b", "a/b", ReasonTwice, ""},
		{"a/b", "a/B", ReasonCase, "a/b"},
		{"a/b", "A/c", ReasonCase, "a"},
		{"d/Ї/b", "d/ї/c", ReasonCase, "d/Ї"},
		{"a/b", "a", ReasonFolder, "a"},
		{"a", "a/b", ReasonFolder, "a"},
		{"a/b/c", "a/b", ReasonFolder, "a/b"},
		{"a", "a/b/c", ReasonFolder, "a"},
	}
	for _, test := range tests {
		var n names
		if test.before != "" {
			if err := n.add(test.before); err != nil {
				t.Fatal(err)
			}
		}
		err := n.add(test.name)
		var refusal *Refusal
		switch errors.As(err, &refusal); {
		case test.want == "" && err == nil:
		case refusal == nil || refusal.Reason != test.want || refusal.Other != test.other:
			t.Errorf("%q after %q: %v; want %s %q", test.name, test.before, err, test.want, test.other)
		case n.has(test.name) && test.before != test.name:
			t.Errorf("%q was taken all the same", test.name)
		}
	}
}

func TestMediaType(t *testing.T) {
	for name, want := range map[string]string{
		"a/index.html": "text/html; charset=utf-8", "FOTO.JPG": "image/jpeg", "_headers": "application/octet-stream",
		"assets/site.0a.js": "text/javascript; charset=utf-8", "x.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	} {
		if got := MediaType(name); got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
}
