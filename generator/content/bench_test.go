package content

import (
	"strings"
	"testing"

	"github.com/som-hub/vitryna/generator/ukrainian"
)

// BenchmarkParse reads a chapter of 6 KB of letters, as most are: a short header, headings, lists, links, a table.
func BenchmarkParse(b *testing.B) {
	const section = `## Розділ про співпрацю

Педагоги громади зустрічаються щомісяця, щоб поділитися досвідом, «обговорити» ідеї та [спланувати роботу](../b/index.md#meta) на рік.

- Перше - зібрати **команду** однодумців;
- друге: домовитися про 3 правила;
- третє: почати у 2021 р.

| Рік  | Учасників |
|------|----------:|
| 2020 |       120 |
| 2021 |       145 |

`
	header := "---\ntitle: Розділ\nsummary: Про що цей розділ.\ntags: [нуш, партнерство]\ndate: 2021-11-02\n---\n"
	body := strings.Repeat(section, 1+6*1024/len([]rune(section)))
	source := []byte(header + body)
	parser := &Parser{Kinds: testKinds(b), Typographer: ukrainian.Typographer{Brands: []ukrainian.Brand{{Wrong: "SOM -hub", Right: "SOM-hub"}}}, Contacts: []string{"(06267) 4-28-26"}}
	b.SetBytes(int64(len(source)))
	b.ReportAllocs()
	for b.Loop() {
		if parsed := parser.Parse("content/manuals/m/01-rozdil.md", source); len(parsed.Problems) > 0 || len(parsed.Docs) != 1 {
			b.Fatal(parsed.Problems)
		}
	}
}
