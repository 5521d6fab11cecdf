package mathml

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

var update = flag.Bool("update", false, "rewrite the MathML of testdata/formulas.txt")

const vectors = "testdata/formulas.txt"

// formula is a line of the vectors, and the one after it.
type formula struct {
	tex, inner string
	display    bool
}

// parse reads a line of the vectors that is no comment.
func (f *formula) parse(line string) { f.tex, f.display = strings.CutPrefix(line, "$$ ") }

func readVectors(t testing.TB) (lines []string, formulas []formula) {
	t.Helper()
	data, err := os.ReadFile(vectors)
	if err != nil {
		t.Fatal(err)
	}
	lines = strings.Split(strings.TrimRight(string(data), "\n"), "\n")
	for _, line := range lines {
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '\t':
			formulas[len(formulas)-1].inner = line[1:]
		default:
			var f formula
			f.parse(line)
			formulas = append(formulas, f)
		}
	}
	return lines, formulas
}

// wrap is the math element around the inside of a vector.
func (f formula) wrap() string {
	block := ""
	if f.display {
		block = ` display="block"`
	}
	alt := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(f.tex)
	return `<math xmlns="http://www.w3.org/1998/Math/MathML"` + block + ` alttext="` + alt + `">` + f.inner + "</math>"
}

func TestFormulas(t *testing.T) {
	lines, formulas := readVectors(t)
	if *update {
		rewrite(t, lines)
		return
	}
	if len(formulas) < 120 {
		t.Errorf("%d formulas only", len(formulas))
	}
	for _, f := range formulas {
		got, err := f.convert()
		if err != nil {
			t.Errorf("%s\n\t%v", f.tex, err)
			continue
		}
		if want := f.wrap(); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", f.tex, got, want)
		}
		checkXML(t, f.tex, got)
	}
}

func (f formula) convert() (string, error) { return Convert(f.tex, f.display) }

func rewrite(t *testing.T, lines []string) {
	var out bytes.Buffer
	for _, line := range lines {
		if strings.HasPrefix(line, "\t") {
			continue
		}
		out.WriteString(line + "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		var f formula
		f.parse(line)
		got, err := f.convert()
		if err != nil {
			t.Errorf("%s: %v", line, err)
			continue
		}
		_, inner, _ := strings.Cut(got, ">")
		out.WriteString("\t" + strings.TrimSuffix(inner, "</math>") + "\n")
	}
	if err := os.WriteFile(vectors, out.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
}

// children says how many children an element takes; those that are not here take any number.
var children = map[string]int{
	"mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "munder": 2, "mover": 2, "msubsup": 3, "munderover": 3,
	"mi": 0, "mn": 0, "mo": 0, "mtext": 0, "mspace": 0,
}

// checkXML reads the MathML as XML: it is well-formed, every element has the children it takes, no mrow stands around one, no text is lost.
func checkXML(t testing.TB, tex, out string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(out))
	type open struct {
		name string
		kids int
	}
	stack := []open{{"", 0}}
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("%q: %v\n%s", tex, err, out)
		}
		switch token := token.(type) {
		case xml.StartElement:
			stack[len(stack)-1].kids++
			stack = append(stack, open{token.Name.Local, 0})
		case xml.EndElement:
			last := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			if n, fixed := children[last.name]; fixed && last.kids != n || last.name == "mrow" && last.kids == 1 {
				t.Errorf("%q: %s has %d children\n%s", tex, last.name, last.kids, out)
			}
		case xml.CharData:
			if n, fixed := children[stack[len(stack)-1].name]; !fixed || n > 0 {
				t.Errorf("%q: text %q in %s\n%s", tex, token, stack[len(stack)-1].name, out)
			}
		}
	}
	if len(stack) != 1 || stack[0].kids != 1 {
		t.Errorf("%q: not one element\n%s", tex, out)
	}
}

func TestErrors(t *testing.T) {
	for _, test := range []struct {
		tex, code string
		offset    int
		text      string
	}{
		{`a + \foo`, "command", 4, `\foo`},
		{`\text{a \foo}`, "command", 8, `\foo`},
		{`\color{red}`, "command", 0, `\color`},
		{`\tag{1}`, "command", 0, `\tag`},
		{`\ce{H2O}`, "command", 0, `\ce`},
		{`x\limits_1`, "command", 1, `\limits`},
		{`x \hline`, "command", 2, `\hline`},
		{`x\`, "command", 1, `\`},
		{`слово \невідома`, "command", 11, `\н`},
		{`{a`, "brace", 0, "{"},
		{`a}`, "brace", 1, "}"},
		{`\frac{a}{b`, "brace", 8, "{"},
		{`\text{a`, "brace", 5, "{"},
		{`\sqrt[3{x}`, "brace", 5, "["},
		{`\left( a`, "brace", 0, `\left`},
		{`a \right)`, "brace", 2, `\right`},
		{`a \middle|`, "brace", 2, `\middle`},
		{`\left( {a \right)}`, "brace", 10, `\right`},
		{`\frac{a}`, "argument", 0, `\frac`},
		{`\sqrt`, "argument", 0, `\sqrt`},
		{`x^`, "argument", 1, "^"},
		{`x^_1`, "argument", 1, "^"},
		{`x_`, "argument", 1, "_"},
		{`\left x \right)`, "argument", 0, `\left`},
		{`\text a`, "argument", 0, `\text`},
		{`\operatorname{}`, "argument", 0, `\operatorname`},
		{`\begin{array} a \end{array}`, "argument", 0, `\begin`},
		{`\begin{array}{lж} a \end{array}`, "character", 15, "ж"},
		{`\not{ab}`, "argument", 0, `\not`},
		{`\begin{foo} a \end{foo}`, "environment", 7, "foo"},
		{`\begin{matrix} a \end{cases}`, "environment", 17, `\end{cases}`},
		{`\begin{matrix} a`, "environment", 0, `\begin`},
		{`a \end{matrix}`, "environment", 2, `\end`},
		{`\begin{matrix} {a & b} \end{matrix}`, "align", 18, "&"},
		{`\begin{matrix} } \end{matrix}`, "brace", 15, "}"},
		{`a & b`, "align", 2, "&"},
		{`a \\ b`, "align", 2, `\\`},
		{`\begin{array}{l} a & b \end{array}`, "align", 19, "&"},
		{`\begin{gathered} a & b \end{gathered}`, "align", 19, "&"},
		{strings.Repeat("{", 101) + strings.Repeat("}", 101), "nesting", 101, "}"},
		{`x^2^3`, "script", 3, "^"},
		{`x_1_2`, "script", 3, "_"},
		{`x^2'`, "script", 3, "'"},
		{`a # b`, "character", 2, "#"},
		{`a $b$`, "character", 2, "$"},
		{`\text{a $b$}`, "character", 8, "$"},
		{"a\x00", "character", 1, "\x00"},
		{"a\xff", "character", 1, ""},
		{"a\u200b", "character", 1, "\u200b"},
		{"a + \u0301", "character", 4, "\u0301"},
		{strings.Repeat("x", 20_001), "long", 20_000, ""},
	} {
		out, err := Convert(test.tex, false)
		var e *Error
		if !errors.As(err, &e) || out != "" {
			t.Errorf("%.60s: %v, %q", test.tex, err, out)
			continue
		}
		if want := (Error{test.offset, test.code, test.text}); *e != want {
			t.Errorf("%.60s\ngot  %+v\nwant %+v", test.tex, *e, want)
		}
	}
}

// checkError looks whether an error points at what it says.
func checkError(t testing.TB, tex string, err error) {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) {
		t.Fatalf("%q: %v is no *Error", tex, err)
	}
	if e.Offset < 0 || e.Offset > len(tex) || !utf8.ValidString(e.Text) {
		t.Errorf("%q: %+v", tex, e)
	}
	if at := tex[min(e.Offset, len(tex)):]; !strings.HasPrefix(at, e.Text) && !strings.HasPrefix(e.Text, `\end{`) {
		t.Errorf("%q: %q stands at %d, not %q", tex, at, e.Offset, e.Text)
	}
}

// TestEveryCommand finds each command of the tables among the vectors, so that Temml is asked about it.
func TestEveryCommand(t *testing.T) {
	_, formulas := readVectors(t)
	met := map[string]bool{}
	for _, f := range formulas {
		for rest := f.tex; ; {
			at := strings.IndexByte(rest, '\\')
			if at < 0 {
				break
			}
			n := commandLength(rest[at:])
			met[rest[at:at+n]] = true
			rest = rest[at+n:]
		}
		for name := range environments {
			met[name] = met[name] || strings.Contains(f.tex, `\begin{`+name+"}")
		}
	}
	var names []string
	names = slices.AppendSeq(names, maps.Keys(symbols))
	names = slices.AppendSeq(names, maps.Keys(fonts))
	names = slices.AppendSeq(names, maps.Keys(accents))
	names = slices.AppendSeq(names, maps.Keys(fractions))
	names = slices.AppendSeq(names, maps.Keys(spaces))
	names = slices.AppendSeq(names, maps.Keys(sizes))
	names = slices.AppendSeq(names, maps.Keys(styles))
	names = slices.AppendSeq(names, maps.Keys(texts))
	names = slices.AppendSeq(names, maps.Keys(wordTable))
	for _, name := range slices.Sorted(slices.Values(names)) {
		if name[0] == '\\' && !met[name] {
			t.Errorf("no vector has %s", name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(environments)) {
		if !met[name] {
			t.Errorf("no vector has the environment %s", name)
		}
	}
}
