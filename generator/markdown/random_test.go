package markdown

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/som-hub/vitryna/generator/site"
)

// pieces are what TestRandom puts together: every sign that means something, beside all others.
var pieces = strings.Split(`a|я|слово|У2019|"|'| - | | |  |`+"\t|\n|\n|\n|\n\n|  \n|\\\n|\r\n|`|``|```\n|~~~|"+
	`*|**|_|~~|~|[|]|(|)|](|](b.md)|](b.md "т")|![|![опис|[тут](a)|<b>|</b>|<|>|<!-- |-->|<!-- c -->|<div>\n|<https://a.ua>|<a@b.ua>|`+
	`https://a.ua/b|www.a.ua|a@b.ua|# |## |#|---|===|- |* |1. |2) |    |> |>|[!ПОРАДА]|[!X]|[ ] |[x] |: |[^1]|[^1]: |[^2]|[a]: b.md|[a]|`+
	`{#a}|{.b}|{lang=en}|{|}|Таблиця: |&amp;|&#1;|&quot;|\|\\|\*|http://|one two three four five |—|“|«|»|…|`+
	"::: вправа|\n::: чек-лист Б\n|\n:::: аркуш\n|\n:::\n|\n::::\n|:::|\n::: щось\n|\n$$\n|$$|$$ x $$|\\(|\\)|\\( x \\)|x^2|"+
	"[@a]|[@а, с. 5]|[@|{.термін}|{термін=\"а б\"}|[слово]{.term}|[](#a)|{#a}\n\n|![Опис тут](a.jpg \"П\"){#a}|\n```python\n|"+"\uE000|\uFFFC|\u00A0|;",
	"|")

// TestRandom checks what holds for every text on texts that no person would write.
func TestRandom(t *testing.T) {
	n := 5_000
	if raced {
		n = 500
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range n {
		var b strings.Builder
		for range 1 + random.IntN(30) {
			switch random.IntN(8) {
			case 0:
				b.WriteString("| a | b |\n|---|:-:|\n| ")
			case 1:
				b.WriteString(" | ")
			default:
				b.WriteString(strings.ReplaceAll(pieces[random.IntN(len(pieces))], `\n`, "\n"))
			}
		}
		source := []byte(b.String())
		body, problems := Convert(source, Options{
			Lang: []string{site.UK, site.EN, "la"}[random.IntN(3)], Typographer: typographer, Book: random.IntN(2) == 0,
		})
		checkBody(t, source, body, problems)
		FirstHeading(source)
		if t.Failed() {
			t.Fatalf("of %q", source)
		}
	}
}
