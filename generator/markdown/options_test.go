package markdown

import (
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/som-hub/vitryna/generator/site"
)

func TestFirstHeading(t *testing.T) {
	for _, test := range []struct {
		source, title, rest string
		lines               int
	}{
		{"# Назва\n\nТекст\n", "Назва", "\nТекст\n", 1},
		{"\n\n## *Назва* з `кодом` {#id}\nТекст", "Назва з кодом", "Текст", 3},
		{"Назва\nдовга\n=====\nТекст", "Назва довга", "Текст", 3},
		{"<!-- примітка -->\n\n[a]: b\n# Назва ##\nТекст", "Назва", "Текст", 4},
		{"# Текст *із* [посиланням](a.md) \\(x^2\\) [](#a) далі [@b] &amp; \\*", "Текст із посиланням x^2 … далі & *", "", 0},
		{"# Назва", "Назва", "", 0},
		{"# Назва\r\nТекст\r\n", "Назва", "Текст\r\n", 1},
		{"Вступ\n\n# Назва\n\nТекст\n", "Назва", "Вступ\n\n\n\nТекст\n", 0},
		{"Вступ\n\nНазва\n===\nТекст\n", "Назва", "Вступ\n\n\n\nТекст\n", 0},
		{"Вступ\n\n## Розділ\n\nТекст\n", "Розділ", "Вступ\n\n## Розділ\n\nТекст\n", 0},
		{"#\n\nТекст", "", "#\n\nТекст", 0},
		{"Текст", "", "Текст", 0},
		{"> # У цитаті", "", "> # У цитаті", 0},
		{"", "", "", 0},
	} {
		title, rest, lines := FirstHeading([]byte(test.source))
		if title != test.title || string(rest) != test.rest || lines != test.lines {
			t.Errorf("FirstHeading(%q) = %q, %q, %d, want %q, %q, %d",
				test.source, title, rest, lines, test.title, test.rest, test.lines)
		}
	}
}

func TestOptions(t *testing.T) {
	body, problems := Convert([]byte("## a\n\n### b [тут](c)[^1]\n\n[^1]: d"),
		Options{File: "f.md", FirstLine: 10, Indent: 2, Prefix: "x-", Shift: 2})
	for _, want := range []string{`<h4 id="a">`, `<h5 id="b-tut">`, `href="#x-fn.1"`, `id="x-fnref.1"`, `<li id="x-fn.1">`, `"Примітки"`} {
		if !strings.Contains(body.HTML(), want) {
			t.Errorf("no %s in\n%s", want, body.HTML())
		}
	}
	if len(problems) != 1 || problems[0].File != "f.md" || problems[0].Line != 12 || problems[0].Column != 9 {
		t.Errorf("problems %+v", problems)
	}
	if h := body.Headings[1]; h != (site.Heading{Level: 5, ID: "b-tut", Title: "b тут", Line: 12}) {
		t.Errorf("heading %+v", h)
	}
}

// TestBodyBelongsToCaller: nothing of a body changes when other texts are converted, and the source stays as it is.
func TestBodyBelongsToCaller(t *testing.T) {
	backing := []byte("## a\n\n[тут](b) ![](c)\n\n```\ncode~~~")
	source := backing[:len(backing)-3]
	body, problems := Convert(source, Options{})
	same, sameProblems := Convert(source, Options{})
	for range 10 {
		Convert([]byte("# x\n\n[y](z) ![](u) ~~v~~\n\n[^1]"), Options{Lang: site.EN})
	}
	if diff := cmp.Diff(body, same, cmp.AllowUnexported(site.Body{})); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(problems, sameProblems); diff != "" {
		t.Error(diff)
	}
	if !strings.HasSuffix(string(backing), "~~~") {
		t.Errorf("what follows the source has become %q", backing)
	}
}

func TestConcurrent(t *testing.T) {
	source, err := os.ReadFile("testdata/chapter.md")
	if err != nil {
		t.Fatal(err)
	}
	want, _ := Convert(source, Options{Typographer: typographer})
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 20 {
				if got, _ := Convert(source, Options{Typographer: typographer}); !cmp.Equal(got, want, cmp.AllowUnexported(site.Body{})) {
					t.Error("a different body")
				}
			}
		})
	}
	group.Wait()
}

// TestCallouts: every kind that is told to an author exists, and every kind is told.
func TestCallouts(t *testing.T) {
	n := 0
	for _, names := range calloutNames {
		for _, name := range names {
			if _, ok := calloutKinds[name]; !ok {
				t.Errorf("no callout %s", name)
			}
			n++
		}
	}
	if n != len(calloutKinds) {
		t.Errorf("%d names for %d kinds", n, len(calloutKinds))
	}
}

// TestBlocks: every kind of block that is told to an author exists, and every kind is told in both languages.
func TestBlocks(t *testing.T) {
	for lang, names := range blockNames {
		told := make(map[string]bool)
		for _, name := range names {
			kind, ok := blockKinds[name]
			if !ok || blockName(kind.label(lang)) != name {
				t.Errorf("%s: block %+v", name, kind)
			}
			told[kind.class] = true
		}
		for name, kind := range blockKinds {
			if !told[kind.class] {
				t.Errorf("%s: nobody tells of %s", lang, name)
			}
		}
	}
}

// TestBook: the labels of a manual are left out elsewhere, and ids do not change with them.
func TestBook(t *testing.T) {
	source := []byte("## a\n\n![Опис тут](b.svg \"в\")\n\n::: вправа\nг\n:::\n\n| д |\n|---|\n\nТаблиця: е\n")
	outside, _ := Convert(source, Options{})
	book, _ := Convert(source, Options{Book: true, Prefix: "x-"})
	if len(outside.Numbered) > 0 || strings.Contains(outside.HTML(), `"_n`) || len(outside.Holes) != 1 {
		t.Errorf("outside of a manual: %+v", outside)
	}
	var ids []string
	for _, n := range book.Numbered {
		ids = append(ids, n.ID)
	}
	if diff := cmp.Diff(ids, []string{"x-_n1", "x-_n2", "x-_n3"}); diff != "" {
		t.Error(diff)
	}
	for _, want := range []string{`<div id="x-_n2"`, `aria-labelledby="x-_b1"`, `<table id="x-_n3">`} {
		if !strings.Contains(book.HTML(), want) {
			t.Errorf("no %s in\n%s", want, book.HTML())
		}
	}
}
