package problem

import (
	"strings"
	"testing"
)

func TestEveryCodeHasAChapter(t *testing.T) {
	for _, code := range Codes() {
		if Chapter(code) == "" {
			t.Errorf("%s: no chapter of the guide explains it", code)
		}
	}
	if Chapter("E-NOBODY-KNOWS") != "" || Chapter("E-KIND") == Chapter("E-KIND-FILE") {
		t.Errorf("%q, %q, %q", Chapter("E-NOBODY-KNOWS"), Chapter("E-KIND"), Chapter("E-KIND-FILE"))
	}
	for begin := range chapters {
		if !strings.HasPrefix(strings.Join(Codes(), " "), begin) && !strings.Contains(strings.Join(Codes(), " "), " "+begin) {
			t.Errorf("no code begins with %s", begin)
		}
	}
}

func TestExample(t *testing.T) {
	for _, c := range []struct {
		p    Problem
		want string
	}{
		{Problem{Source: "draf: true", Column: 1, Args: map[string]string{"field": "draf", "nearest": "draft"}}, "draft: true"},
		{Problem{Source: "Формат: очне", Column: 9, Args: map[string]string{"field": "mode", "value": "очне", "nearest": "очно"}}, "Формат: очно"},
		{Problem{Source: "Див. [проєкт](../../projects/shkoly/index.md).", Column: 6, Args: map[string]string{"target": "../../projects/shkoly/index.md", "nearest": "../../projects/shkola/index.md"}}, "Див. [проєкт](../../projects/shkola/index.md)."},
		{Problem{Source: "У2019 році", Column: 1, Args: map[string]string{"text": "У2019", "suggest": "У 2019"}}, "У 2019 році"},
		{Problem{Source: "дещо", Column: 1, Args: map[string]string{"field": "дещо"}}, ""},
		{Problem{Args: map[string]string{"field": "a", "nearest": "b"}}, ""},
	} {
		if got := c.p.example(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestExplain(t *testing.T) {
	p := New("E-KEY", "content/a.md", 2, 1, "field", "draf", "nearest", "draft")
	p.Source = "draf: true"
	var b strings.Builder
	Explain(&b, List{p}, "uk", false, func(chapter string) string { return "Розділ " + chapter })
	for _, want := range []string{"content/a.md:2:1: невідоме поле `draf`", "  Буде так: draft: true\n", "  Розділ shapka\n"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is not in\n%s", want, b.String())
		}
	}
}
