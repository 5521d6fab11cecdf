package problem

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestMark(t *testing.T) {
	long := strings.Repeat("а", 150) + "ПОМИЛКА" + strings.Repeat("б", 150)
	for _, c := range []struct {
		name, source   string
		column, length int
		shown, carets  string
	}{
		{"word", "form: training1", 7, 0, "form: training1", "      ^^^^^^^^^"},
		{"length", "form: training1", 1, 4, "form: training1", "^^^^"},
		{"length beyond the line", "form", 3, 40, "form", "  ^^"},
		{"Cyrillic", "Стан: триває, мабуть", 7, 0, "Стан: триває, мабуть", "      ^^^^^^"},
		{"combining marks", "и\u0306ога: так", 6, 0, "и\u0306ога: так", "    ^"},
		{"at a combining mark", "и\u0306ога", 2, 1, "и\u0306ога", "^"},
		{"after combining marks", "и\u0306 ї", 4, 0, "и\u0306 ї", "  ^"},
		{"tab", "\tform: x", 2, 4, "    form: x", "    ^^^^"},
		{"the tab itself", "a\tb", 2, 1, "a   b", " ^^^"},
		{"tab stop", "ab\tкіт", 4, 0, "ab  кіт", "    ^^^"},
		{"East Asian", "漢字: кіт", 5, 0, "漢字: кіт", "      ^^^"},
		{"emoji", "🎉 свято", 3, 0, "🎉 свято", "   ^^^^^"},
		{"joined emoji", "👩\u200d🏫 вчителька", 5, 0, "👩\u200d🏫 вчителька", "   ^^^^^^^^^"},
		{"skin tone", "👋🏽 привіт", 4, 0, "👋🏽 привіт", "   ^^^^^^"},
		{"end of the line", "кіт", 4, 0, "кіт", "   ^"},
		{"space", "a b", 2, 0, "a b", " ^"},
		{"full stop", "див. тут.", 6, 0, "див. тут.", "     ^^^"},
		{"path", "[а](../b/index.md#x)", 5, 0, "[а](../b/index.md#x)", "    ^^^^^^^^^^^^^^^"},
		{"no column", "кіт", 0, 0, "кіт", ""},
		{"beyond the line", "кіт", 9, 0, "кіт", ""},
		{"escape", "a\x1b[31mb", 7, 0, "a\ufffd[31mb", "      ^"},
		{"long line", long, 151, 0, "…" + strings.Repeat("а", 40) + "ПОМИЛКА" + strings.Repeat("б", 53) + "…", strings.Repeat(" ", 41) + strings.Repeat("^", 60)},
		{"long line, its end", long, 308, 0, "…" + strings.Repeat("б", 100), strings.Repeat(" ", 101) + "^"},
		{"long line, its beginning", long, 1, 3, strings.Repeat("а", 100) + "…", "^^^"},
	} {
		shown, carets := mark(c.source, c.column, c.length)
		if shown != c.shown || carets != c.carets {
			t.Errorf("%s:\ngot  %q\n     %q\nwant %q\n     %q", c.name, shown, carets, c.shown, c.carets)
		}
	}
}

// TestWriteText: what stands in drafts is told first, so that what stops a build is the last in a terminal.
func TestWriteText(t *testing.T) {
	key := New("E-KEY", "content/news/zustrich/index.md", 12, 1, "field", "draf", "nearest", "draft", "kind", "news")
	key.Source = "draf: true"
	draft := New("W-SUMMARY", "content/news/x/index.md", 0, 0)
	draft.Draft = true
	list := List{key, draft, New("E-SITE", "", 0, 0)}
	want := "content/news/x/index.md: немає короткого опису, тому в переліках стоятиме початок тексту [W-SUMMARY, чернетка]\n" +
		"  Що зробити: Додайте в шапку рядок `Коротко: …` з одним-двома реченнями, не довшими за 300 знаків.\n" +
		"\n" +
		"content/news/zustrich/index.md:12:1: невідоме поле `draf`. Можливо, ви мали на увазі `draft`? [E-KEY]\n" +
		"  12 | draf: true\n" +
		"     | ^^^^\n" +
		"  Що зробити: Замініть `draf` на `draft`.\n" +
		"\n" +
		"немає файлу `content/site.yaml`, тож це не тека сайту [E-SITE]\n" +
		"  Що зробити: Перейдіть до теки свого сайту або створіть новий: `vitryna init`.\n"
	var plain, coloured strings.Builder
	WriteText(&plain, list, "uk", false)
	if plain.String() != want {
		t.Errorf("got\n%s\nwant\n%s", plain.String(), want)
	}
	WriteText(&coloured, list, "uk", true)
	if got := uncolour(coloured.String()); got != want {
		t.Errorf("with colour the words differ:\n%s", got)
	}
	if coloured.String() == want {
		t.Error("no colour")
	}
}

func uncolour(s string) string {
	for _, code := range []string{terminal.bold, terminal.error, terminal.warning, terminal.faint, terminal.end} {
		s = strings.ReplaceAll(s, code, "")
	}
	return s
}

func TestWriteTextKeepsHostileNamesHarmless(t *testing.T) {
	p := New("E-NAME", "content/a\x1b[2Jb\n.md", 1, 1, "name", "a\x1b[2Jb\n.md")
	p.Source = "x\x1b]0;y\x07\u202e"
	var b strings.Builder
	WriteText(&b, List{p}, "en", false)
	if strings.ContainsAny(b.String(), "\x1b\x07\u202e") || strings.Count(b.String(), "\n") != 4 {
		t.Errorf("got %q", b.String())
	}
}

func TestExcerpt(t *testing.T) {
	const source = "\ufeff\ufeffперший\r\nдругий\n\nчетвертий"
	for line, want := range map[int]string{-1: "", 0: "", 1: "перший", 2: "другий", 3: "", 4: "четвертий", 5: ""} {
		if got := Excerpt([]byte(source), line); got != want {
			t.Errorf("line %d: got %q, want %q", line, got, want)
		}
	}
	if got := Excerpt([]byte("\xe0\xf1!"), 1); got != "\ufffd\ufffd!" {
		t.Errorf("not UTF-8: %q", got)
	}
}

func FuzzExcerpt(f *testing.F) {
	f.Add([]byte("\ufeffперший\r\nи\u0306\tдругий\n"), 2, 3, 0)
	f.Add([]byte("👩\u200d🏫\xff漢"), 1, 4, 9)
	f.Add([]byte(strings.Repeat("а\t", 200)), 1, 150, 1)
	f.Fuzz(func(t *testing.T, source []byte, line, column, length int) {
		s := Excerpt(source, line)
		if !utf8.ValidString(s) || strings.Contains(s, "\n") {
			t.Fatalf("line %d: %q", line, s)
		}
		shown, carets := mark(s, column, length)
		if strings.ContainsAny(shown, "\n\r\t\x1b") || !utf8.ValidString(shown) {
			t.Errorf("shown: %q", shown)
		}
		if n := utf8.RuneCountInString(s); (column >= 1 && column <= n+1) != strings.HasSuffix(carets, "^") {
			t.Errorf("column %d of %q: carets %q", column, s, carets)
		}
		if strings.Trim(carets, " ^") != "" || strings.Contains(carets, "^ ") {
			t.Errorf("carets: %q", carets)
		}
	})
}
