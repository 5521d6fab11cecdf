package output

import (
	"html"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
)

// Pages made by chance: Finish must keep every word apart that was apart, and be done the first time.
func TestFinishKeepsWords(t *testing.T) {
	for seed := range uint64(1_000) {
		m := maker{rand: rand.New(rand.NewPCG(seed, 1))}
		m.children(0, false)
		in := m.out.String()
		once, err := MinifyLayout([]byte(in))
		if err != nil {
			t.Fatal(err)
		}
		if before, after := wordsOf(in), wordsOf(string(once)); before != after {
			t.Fatalf("%q\n%q\nwords %q\n%q", in, once, before, after)
		}
		if twice, err := MinifyLayout(once); err != nil || string(twice) != string(once) {
			t.Fatalf("%v: %q\n%q\n%q", err, in, once, twice)
		}
	}
}

var (
	comments = regexp.MustCompile(`<!--.*?-->`)
	inlines  = regexp.MustCompile(`</?(b|a|code|svg|path|wbr)\b[^>]*>`)
	tags     = regexp.MustCompile(`<[^>]*>`)
)

// wordsOf is the text as it is read: a block ends a word, an inline element does not.
func wordsOf(page string) string {
	page = inlines.ReplaceAllString(comments.ReplaceAllString(page, ""), "")
	page = tags.ReplaceAllString(page, " ")
	page = html.UnescapeString(strings.ReplaceAll(page, "&nbsp;", "_"))
	return strings.Join(strings.FieldsFunc(page, func(r rune) bool { return r == ' ' || r == '\n' }), " ")
}

type maker struct {
	rand *rand.Rand
	out  strings.Builder
}

func (m *maker) pick(list ...string) string { return list[m.rand.IntN(len(list))] }

func (m *maker) text() {
	m.out.WriteString(m.pick("", " ", "\n  ", "слово", " слово ", "слово\n", "&nbsp;", "&amp;", "&lt;b&gt;", " <!-- c --> ", "<wbr>", "&shy;", "&amp;lt;"))
}

func (m *maker) children(depth int, inline bool) {
	for range 1 + m.rand.IntN(4) {
		m.text()
		switch {
		case depth > 3:
		case inline || m.rand.IntN(2) == 0:
			m.element(depth, m.pick("b", "a", "code"), true)
			m.out.WriteString(m.pick("", "<svg viewBox=\"0 0 1 1\"> <path d=\"M0 0\"/> </svg>"))
		default:
			m.element(depth, m.pick("p", "div", "pre", "h2", "section"), false)
			m.out.WriteString(m.pick("", "<ul> <li>а</li> <li> б </li>\n</ul>", "<table> <tr> <td>в</td> <td> г</td> </tr> </table>"))
		}
		m.text()
	}
}

func (m *maker) element(depth int, name string, inline bool) {
	attribute := m.pick("", "", ` class=" a  b "`, ` title="a &amp;lt; 'b' &quot;c&quot;"`, ` id=""`, ` data-x='"'`)
	m.out.WriteString("<" + name + attribute + ">")
	m.children(depth+1, inline || name == "p" || name == "pre" || name == "h2")
	m.out.WriteString("</" + name + ">")
}
