package markdown

import (
	"strings"
	"testing"
	"time"
)

// hardTexts are what makes careless parsers take the square of the length.
var hardTexts = []struct {
	name string
	make func(n int) string
}{
	{"brackets", func(n int) string { return strings.Repeat("[", n) }},
	{"brackets and back", func(n int) string { return strings.Repeat("[", n) + strings.Repeat("]", n) }},
	{"back brackets", func(n int) string { return strings.Repeat("]", n) }},
	{"pictures", func(n int) string { return strings.Repeat("![", n) + strings.Repeat("](a)", n) }},
	{"links", func(n int) string { return strings.Repeat("[a](b) ", n) }},
	{"links on lines", func(n int) string { return strings.Repeat("[a](b)\n", n) }},
	{"references", func(n int) string { return strings.Repeat("[a]\n", n) + "\n[a]: b" }},
	{"open addresses", func(n int) string { return strings.Repeat("[a](", n) }},
	{"open angle addresses", func(n int) string { return strings.Repeat("[a](<b", n) }},
	{"open titles", func(n int) string { return strings.Repeat("[a](b \"", n) }},
	{"balanced addresses", func(n int) string { return strings.Repeat("[a](()(", n) }},
	{"definitions", func(n int) string { return strings.Repeat("[a]: b\n", n) }},
	{"definitions with titles", func(n int) string { return strings.Repeat("[a]: b 'c\n", n) }},
	{"stars", func(n int) string { return strings.Repeat("*", n) }},
	{"stars around", func(n int) string { return strings.Repeat("*", n) + "a" + strings.Repeat("*", n) }},
	{"open stars", func(n int) string { return strings.Repeat("*a ", n) }},
	{"closed stars", func(n int) string { return strings.Repeat("_a ", n) + strings.Repeat("b* ", n) }},
	{"stars and lines", func(n int) string { return strings.Repeat("*a_ ", n) }},
	{"nested stars", func(n int) string { return strings.Repeat("*a **a ", n) + strings.Repeat("b** b* ", n) }},
	{"tildes", func(n int) string { return strings.Repeat("~~a ~b ", n) }},
	{"quotes", func(n int) string { return strings.Repeat("> ", n) + "a" }},
	{"quotes on lines", func(n int) string { return strings.Repeat(strings.Repeat(">", 300)+"a\n", n/300) }},
	{"lists", func(n int) string { return strings.Repeat("- ", n) + "a" }},
	{"nested lists", func(n int) string {
		var b strings.Builder
		for i := range 300 {
			b.WriteString(strings.Repeat("  ", i) + "- a\n")
		}
		return strings.Repeat(b.String(), max(n/50_000, 1))
	}},
	{"list items", func(n int) string { return strings.Repeat("- a\n", n) }},
	{"empty items", func(n int) string { return strings.Repeat("-\n", n) }},
	{"numbered items", func(n int) string { return strings.Repeat("1. a\n\n", n) }},
	{"definitions lists", func(n int) string { return strings.Repeat("a\n: b\n\n", n) }},
	{"definitions of one term", func(n int) string { return "a\n" + strings.Repeat(": b\n", n) }},
	{"nested definitions", func(n int) string { return "a\n" + strings.Repeat(": ", n) }},
	{"wide table", func(n int) string {
		return strings.Repeat("|a", n) + "\n" + strings.Repeat("|-", n) + "\n" + strings.Repeat("b\n", n)
	}},
	{"long table", func(n int) string { return "|a|b|\n|-|-|\n" + strings.Repeat("|`\\|`|b|\n", n) }},
	{"long row", func(n int) string { return "|a|b|\n|-|-|\n|" + strings.Repeat("c|", n) }},
	{"pipes in code", func(n int) string { return "|a|b|\n|-|-|\n|`" + strings.Repeat("\\|", n) + "`|" }},
	{"underlines", func(n int) string { return strings.Repeat("a\n-\n", n) }},
	{"dashes below", func(n int) string { return "a\n" + strings.Repeat("-:\n", n) }},
	{"notes", func(n int) string { return strings.Repeat("a[^1] ", n) + "\n\n[^1]: b\n" }},
	{"many notes", func(n int) string {
		var b strings.Builder
		for i := range n {
			name := string(rune('a'+i%26)) + strings.Repeat("x", i%7) + time.Duration(i).String()
			b.WriteString("[^" + name + "]\n\n[^" + name + "]: b\n\n")
		}
		return b.String()
	}},
	{"notes without text", func(n int) string { return strings.Repeat("[^a] ", n) }},
	{"notes in notes", func(n int) string { return strings.Repeat("[^a]: [^a]: ", n) }},
	{"open notes", func(n int) string { return strings.Repeat("[^", n) }},
	{"equal headings", func(n int) string { return strings.Repeat("## a\n", n) }},
	{"headings", func(n int) string { return strings.Repeat("## a\n## a-2\n## a 2\n", n) }},
	{"attributes", func(n int) string { return "## a " + strings.Repeat("{a={", n) + "}" }},
	{"braces", func(n int) string { return strings.Repeat("{#a}\n\n", n) }},
	{"open braces", func(n int) string { return "## a " + strings.Repeat("{#", n) }},
	{"spans", func(n int) string { return strings.Repeat("[a]{.b} ", n) }},
	{"open spans", func(n int) string { return strings.Repeat("[a]{", n) }},
	{"code", func(n int) string { return strings.Repeat("`a``b```c````d`````", n) }},
	{"code marks", func(n int) string { return strings.Repeat("`", n) + "a" }},
	{"long code marks", func(n int) string {
		var b strings.Builder
		for i := 1; b.Len() < 2*n; i++ {
			b.WriteString(strings.Repeat("`", i) + "a")
		}
		return b.String()
	}},
	{"fences", func(n int) string { return strings.Repeat("```\n~~~\n", n) }},
	{"tags", func(n int) string { return strings.Repeat("<b>", n) }},
	{"open tags", func(n int) string { return "a" + strings.Repeat("<b ", n) }},
	{"open attributes of tags", func(n int) string { return "a" + strings.Repeat("<b c='", n) }},
	{"comments", func(n int) string { return "a " + strings.Repeat("<!-- ", n) }},
	{"comments in a block", func(n int) string { return "<div>\n" + strings.Repeat("<!-- ", n) }},
	{"comment blocks", func(n int) string { return strings.Repeat("<div><!--\n\n", n) }},
	{"declarations", func(n int) string { return "a " + strings.Repeat("<!A ", n) }},
	{"instructions", func(n int) string { return "a " + strings.Repeat("<? ", n) }},
	{"bare addresses", func(n int) string { return strings.Repeat("https://a.ua/b_c ", n) }},
	{"glued addresses", func(n int) string { return strings.Repeat("https://", n) }},
	{"escaped addresses", func(n int) string { return strings.Repeat("\\* https://a.ua &amp; ", n) }},
	{"letters at", func(n int) string { return strings.Repeat("a@", n) }},
	{"lines at", func(n int) string { return strings.Repeat("_a", n) + "@b.ua" }},
	{"entities", func(n int) string { return strings.Repeat("&amp;", n) }},
	{"open entities", func(n int) string { return strings.Repeat("&", n) }},
	{"backslashes", func(n int) string { return strings.Repeat("\\", n) }},
	{"tabs", func(n int) string { return strings.Repeat("\t", n) + "a" }},
	{"tabs in quotes", func(n int) string { return strings.Repeat(">\t- a\n", n) }},
	{"quotation marks", func(n int) string { return strings.Repeat("\"a ", n) }},
	{"one word", func(n int) string { return strings.Repeat("я", n) }},
	{"words", func(n int) string { return strings.Repeat("у 2020 р. ", n) }},
	{"lines", func(n int) string { return strings.Repeat("слово\n", n) }},
	{"hard breaks", func(n int) string { return strings.Repeat("слово  \n", n) }},
	{"english", func(n int) string { return "я " + strings.Repeat("one two three four, я ", n) }},
	{"callouts", func(n int) string { return strings.Repeat("> [!NOTE]\n> a\n\n", n) }},
	{"unknown callouts", func(n int) string { return strings.Repeat("> [!X]\n> a\n\n", n) }},
	{"captions", func(n int) string { return strings.Repeat("|a|\n|-|\n\nTable: b\n\n", n) }},
	{"tasks", func(n int) string { return strings.Repeat("- [ ] a\n", n) }},
	{"containers", func(n int) string { return strings.Repeat("::: вправа\n", n) }},
	{"closed containers", func(n int) string { return strings.Repeat("::: вправа Назва {#a}\nа\n:::\n", n) }},
	{"stray fences", func(n int) string { return strings.Repeat(":::\n", n) }},
	{"containers and short fences", func(n int) string {
		return strings.Repeat(":::::: вправа\n", 100) + strings.Repeat(":::\n\n", n)
	}},
	{"long fences", func(n int) string { return strings.Repeat(":", n) + " вправа\n" + strings.Repeat(":", n) }},
	{"unknown containers", func(n int) string { return strings.Repeat("::: щось\n:::\n", n/50) }},
	{"containers in lists", func(n int) string { return strings.Repeat("- ::: вправа\n  :::\n", n) }},
	{"checklists", func(n int) string { return "::: чек-лист\n" + strings.Repeat("- [ ] a\n", n) + ":::\n" }},
	{"questions in questions", func(n int) string {
		return strings.Repeat("::: запитання\n", n) + strings.Repeat(":::\n", n)
	}},
	{"formula signs", func(n int) string { return strings.Repeat("$$", n) }},
	{"formula signs on lines", func(n int) string { return strings.Repeat("$$\n", n) }},
	{"formulas on lines", func(n int) string { return strings.Repeat("$$ x $$ {#a}\n", n) }},
	{"open formulas", func(n int) string { return strings.Repeat("\\(", n) }},
	{"open formulas on lines", func(n int) string { return strings.Repeat("\\(\n", n) }},
	{"formulas", func(n int) string { return strings.Repeat("\\(x\\) ", n) }},
	{"one formula", func(n int) string { return "\\(" + strings.Repeat("x+", n) + "y\\)" }},
	{"open cites", func(n int) string { return strings.Repeat("[@a", n) }},
	{"open cites on lines", func(n int) string { return strings.Repeat("[@a\n", n) }},
	{"cites", func(n int) string { return strings.Repeat("[@a, с. 5] ", n) }},
	{"one cite", func(n int) string { return "[" + strings.Repeat("@a; ", n) + "]" }},
	{"references without text", func(n int) string { return strings.Repeat("[](#a) ", n) }},
	{"terms", func(n int) string { return strings.Repeat("[a]{термін=\"б\"} ", n) }},
	{"open terms", func(n int) string { return strings.Repeat("[a]{термін=\"", n) }},
	{"equal terms", func(n int) string { return strings.Repeat("a\n: b\n\n", n) }},
	{"numbered figures", func(n int) string { return strings.Repeat("![Опис тут](a.jpg \"б\"){#a}\n\n", n) }},
	{"code of strange languages", func(n int) string { return strings.Repeat("```pythonn\na\n```\n", n/50) }},
	{"coloured code", func(n int) string { return strings.Repeat("```python\na = 1 # b\n```\n", n/5) }},
	{"long code", func(n int) string { return "```python\n" + strings.Repeat("a = 'b' # c\n", n/4) + "```\n" }},
	{"breaks", func(n int) string { return strings.Repeat("***\n", n) }},
}

// TestHard converts what was made to be slow. The bound is generous: these texts take some hundredths of a second, and a
// square of their length would be minutes.
func TestHard(t *testing.T) {
	n, bound := 50_000, 30*time.Second
	if raced {
		n = 5_000
	}
	for _, hard := range hardTexts {
		t.Run(hard.name, func(t *testing.T) {
			source := []byte(hard.make(n))
			start := time.Now()
			body, problems := Convert(source, Options{Typographer: typographer, Book: true})
			if took := time.Since(start); took > bound {
				t.Errorf("%d bytes took %v", len(source), took)
			}
			if len(problems) > maxWarnings+len(body.Links) {
				t.Errorf("%d problems", len(problems))
			}
		})
	}
}
