package problem

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestExpand(t *testing.T) {
	args := map[string]string{
		"a": "один", "b": "два", "empty": "", "half": "1,5",
		"label": "Стан", "label.en": "State", "want": "date", "odd": "sundial",
		"trap": "{a} [[b]]", "goes": "один, …", "ctl": "x\n\x1b[31m\u202ey",
	}
	for _, c := range []struct{ name, template, uk, en string }{
		{"text", "просто [x] (y) {lang=en} a|b", "просто [x] (y) {lang=en} a|b", "просто [x] (y) {lang=en} a|b"},
		{"argument", "{a} і {b}", "один і два", "один і два"},
		{"absent", "{nothing}!", "…!", "…!"},
		{"empty", "«{empty}»", "«»", "«»"},
		{"language", "{label}", "Стан", "State"},
		{"optional there", "x[[, {a}]]", "x, один", "x, один"},
		{"optional absent", "x[[, {nothing}]].", "x.", "x."},
		{"optional empty", "x[[, {empty}]].", "x.", "x."},
		{"inner absent", "[[{a}[[ ({nothing})]]]]?", "один?", "один?"},
		{"outer absent", "x[[{nothing}[[ ({a})]]]]?", "x?", "x?"},
		{"first", "[[{a}||{b}]]", "один", "один"},
		{"second", "[[{nothing}||{b}||c]]", "два", "два"},
		{"last", "[[{nothing}||{empty}||c]]", "c", "c"},
		{"none", "x[[{nothing}||{empty}]]", "x…", "x…"},
		{"none or nothing", "x[[{nothing}||{empty}||]]", "x", "x"},
		{"last of all in part", "x[[ {a}[[{b}||]]]]", "x одиндва", "x одиндва"},
		{"alternative in part", "[[: [[{nothing}||c]]]]", ": c", ": c"},
		{"no number", "{half:рядок/рядки/рядків}", "1,5 рядків", "1,5 рядків"},
		{"word", "{want@type}", "дата", "a date"},
		{"unknown word", "{odd@type}", "sundial", "sundial"},
		{"unknown word in part", "x[[{odd@type}||y]]", "xy", "xy"},
		{"values are not notation", "{trap}", "{a} [[b]]", "{a} [[b]]"},
		{"one clean line", "{ctl}", "x \ufffd[31m\ufffdy", "x \ufffd[31m\ufffdy"},
		{"list that goes on", "{goes}.", "один, …", "один, …"},
		{"stray end", "a]]b", "a]]b", "a]]b"},
		{"unclosed part", "a[[ {b}", "a два", "a два"},
		{"unclosed brace", "{a", "{a", "{a"},
	} {
		for lang, want := range map[string]string{"uk": c.uk, "en": c.en} {
			if got, _ := expand(c.template, args, lang); got != want {
				t.Errorf("%s, %s: got %q, want %q", c.name, lang, got, want)
			}
		}
	}
}

func TestCountedWords(t *testing.T) {
	const uk, en = "{n:рядок/рядки/рядків}", "{n:row/rows}"
	for _, c := range []struct{ n, lang, want string }{
		{"0", "uk", "0 рядків"}, {"1", "uk", "1 рядок"}, {"2", "uk", "2 рядки"}, {"5", "uk", "5 рядків"},
		{"11", "uk", "11 рядків"}, {"22", "uk", "22 рядки"}, {"101", "uk", "101 рядок"},
		{"0", "en", "0 rows"}, {"1", "en", "1 row"}, {"22", "en", "22 rows"},
	} {
		got, _ := expand(map[string]string{"uk": uk, "en": en}[c.lang], map[string]string{"n": c.n}, c.lang)
		if got = strings.ReplaceAll(got, "\u00a0", " "); got != c.want { // the number may hold its noun
			t.Errorf("%s, %s: got %q", c.n, c.lang, got)
		}
	}
}

func TestLongValuesAreCut(t *testing.T) {
	long := strings.Repeat("щ", 1000)
	p := New("E-KEY", "x.md", 1, 1, "field", long)
	if n := utf8.RuneCountInString(p.What("uk")); n > longValue+30 {
		t.Errorf("a sentence of %d runes", n)
	}
	p = New("W-LINK-TEXT", "x.md", 1, 1, "text", long)
	if n := utf8.RuneCountInString(p.What("uk")); n > shortValue+70 {
		t.Errorf("a sentence of %d runes", n)
	}
}

func FuzzExpand(f *testing.F) {
	for _, e := range catalogue {
		f.Add(e.ukWhat, "value", "training1", "uk")
		f.Add(e.enMend, "field", "{value}", "en")
	}
	f.Add("[[[[{a||]]}", "a", "", "uk")
	f.Add("{n:/}{n@type}", "n", "-3", "en")
	f.Fuzz(func(t *testing.T, template, name, value, lang string) {
		args := map[string]string{name: value}
		once, _ := expand(template, args, lang)
		again, _ := expand(template, args, lang)
		if once != again {
			t.Errorf("two readings of %q: %q, %q", template, once, again)
		}
		// A value is a value: as long as it holds no notation of its own, it
		// makes no difference whether it looks like one.
		plain, _ := expand("{a}|{a}", map[string]string{"a": value}, lang)
		if want := clean("a", value); plain != want+"|"+want {
			t.Errorf("the value %q was read as notation: %q", value, plain)
		}
		if utf8.ValidString(template) && !utf8.ValidString(once) {
			t.Errorf("not UTF-8: %q", once)
		}
	})
}
