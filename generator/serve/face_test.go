package serve

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCompare(t *testing.T) {
	const page = `<!doctype html><link rel="stylesheet" href="../assets/site.1.css"><link rel=icon href=../i.1.svg><p>text`
	for _, c := range []struct {
		name, path, old, now string
		styles               []change
		reload               bool
	}{
		{"the same", "/x/", page, page, nil, false},
		{"text", "/x/", page, page + "!", nil, true},
		{"a style sheet", "/x/", page, `<!doctype html><link rel="stylesheet" href="../assets/site.2.css"><link rel=icon href=../i.1.svg><p>text`,
			[]change{{"/assets/site.1.css", "/assets/site.2.css"}}, false},
		{"style sheet and text", "/x/", page, `<!doctype html><link rel="stylesheet" href="../assets/site.2.css"><link rel=icon href=../i.1.svg><p>new`, nil, true},
		{"an icon", "/x/", page, `<!doctype html><link rel="stylesheet" href="../assets/site.1.css"><link rel=icon href=../i.2.svg><p>text`, nil, true},
		{"unquoted, minified", "/a/b/", `<link rel=stylesheet href=../../s.1.css><p>`, `<link rel=stylesheet href=../../s.2.css><p>`,
			[]change{{"/s.1.css", "/s.2.css"}}, false},
		{"href first", "/a/", `<link href='/s.1.css' media=print rel='alternate stylesheet'/>`, `<link href='/s.2.css' media=print rel='alternate stylesheet'/>`,
			[]change{{"/s.1.css", "/s.2.css"}}, false},
		{"two, one of them changed", "/", `<link rel=stylesheet href=a.1.css><link rel=stylesheet href=p.1.css>`, `<link rel=stylesheet href=a.1.css><link rel=stylesheet href=p.2.css>`,
			[]change{{"/p.1.css", "/p.2.css"}}, false},
		{"a preload of it", "/", `<link rel=preload as=style href=a.1.css><link rel=stylesheet href=a.1.css>`, `<link rel=preload as=style href=a.2.css><link rel=stylesheet href=a.2.css>`,
			[]change{{"/a.1.css", "/a.2.css"}}, false},
		{"one more", "/", `<link rel=stylesheet href=a.1.css>`, `<link rel=stylesheet href=a.1.css><link rel=stylesheet href=p.2.css>`, nil, true},
		{"a script", "/", `<script src=a.1.js></script>`, `<script src=a.2.js></script>`, nil, true},
		{"another place", "/", `<link rel=stylesheet href=a.1.css><p>`, `<p><link rel=stylesheet href=a.2.css>`, nil, true},
		{"a space in the name", "/", `<link rel=stylesheet href="a 1.css">`, `<link rel=stylesheet href="a 2.css">`,
			[]change{{"/a%201.css", "/a%202.css"}}, false},
	} {
		styles, reload := compare(faceOf(c.path, []byte(c.old)), faceOf(c.path, []byte(c.now)))
		if diff := cmp.Diff(c.styles, styles, cmp.AllowUnexported(change{})); diff != "" || reload != c.reload {
			t.Errorf("%s: reload %t, want %t; styles (-want +got):\n%s", c.name, reload, c.reload, diff)
		}
	}
}

// A digest without a page is all that a tab of another run of the server has.
func TestCompareUnknown(t *testing.T) {
	now := faceOf("/", []byte("text"))
	if _, reload := compare(face{whole: now.whole}, now); reload {
		t.Error("the same page reloads")
	}
	if _, reload := compare(face{whole: "0123"}, now); !reload {
		t.Error("another page does not reload")
	}
}

func TestMemory(t *testing.T) {
	m := newMemory(2)
	pages := make([]face, 4)
	for i := range pages {
		pages[i] = faceOf("/", []byte(fmt.Sprint(i)))
	}
	m.note("/a/", pages[0])
	m.note("/a/", pages[1])
	if f, ok := m.shown("/a/", ""); !ok || f.whole != pages[1].whole {
		t.Error("the last served is not what is shown")
	}
	if f, ok := m.shown("/a/", pages[0].whole); !ok || f.bare == "" {
		t.Error("an earlier page is not found by its digest")
	}
	m.note("/b/", pages[2]) // pushes out the first
	if f, _ := m.shown("/a/", pages[0].whole); f.bare != "" {
		t.Error("the oldest is still there")
	}
	if _, ok := m.shown("/a/", ""); !ok {
		t.Error("what is shown at /a/ went with the oldest")
	}
	m.note("/c/", pages[3])
	if _, ok := m.shown("/a/", ""); ok {
		t.Error("/a/ is still there")
	}
	if len(m.byPath) != 2 || len(m.byDigest) != 2 || len(m.order) != 2 {
		t.Errorf("the memory grows: %d, %d, %d", len(m.byPath), len(m.byDigest), len(m.order))
	}
}

func FuzzFace(f *testing.F) {
	for _, s := range []string{"", "<link", "<link rel=stylesheet href=", `<link rel="stylesheet" href="a>`, "<link ==='>", "<link/href=/a rel=stylesheet>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, page string) {
		at := 0
		for _, l := range styleLinks([]byte(page)) {
			if l.from < at || l.to <= l.from || l.to > len(page) {
				t.Fatalf("%q: link %+v after %d", page, l, at)
			}
			at = l.to
		}
		a := faceOf("/x/", []byte(page))
		if _, reload := compare(a, a); reload {
			t.Error("a page differs from itself")
		}
	})
}
