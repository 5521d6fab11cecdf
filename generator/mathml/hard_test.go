package mathml

import (
	"strings"
	"testing"
	"time"
)

// hard are formulas that make careless parsers slow, or break their stack; the piece stands often.
var hard = []struct{ before, piece, between, after string }{
	{"", "{", "", ""}, {"", "{", "x", "}"}, {"x", "^", "", ""}, {"x", "^{", "", ""}, {"", `\frac`, "", ""}, {"", `\sqrt[`, "", ""},
	{"", `\left(`, "", ""}, {"", `\left(`, "x", `\right)`}, {"", `\begin{matrix}`, "", ""}, {"", `\vec`, "x", ""}, {"", `\text{`, "", ""},
	{"", "'", "", ""}, {"", "1,", "1", ""}, {"", `1\,`, "1", ""}, {"1", `\,111`, "", ""}, {"", "|", "", ""}, {"", "(", "", ")^2"}, {"", "x^2", "", ""},
	{"", `\displaystyle `, "", ""}, {`\begin{matrix}`, `\\[`, `\end{matrix}`, ""}, {`\begin{matrix}`, "&", `\end{matrix}`, ""},
	{"", "и\u0306", "", ""}, {"", "%\n", "", ""}, {"", " ", "", ""}, {"", "-", "", ""}, {"", `\sin `, "", ""}, {"", "{}^2", "", ""},
	{"", `\not`, "=", ""}, {"", `\mathbf`, "x", ""}, {"", "<", "", ""}, {"", `\{`, "", `\}`},
}

// hardOf makes a formula of about n bytes.
func hardOf(i, n int) string {
	h := hard[i]
	times := (n - len(h.before) - len(h.between)) / (len(h.piece) + len(h.after))
	return h.before + strings.Repeat(h.piece, times) + h.between + strings.Repeat(h.after, times)
}

// TestHard converts the longest formulas of every hard kind. Eight times the length may take some eight times as long, not sixty-four.
func TestHard(t *testing.T) {
	for i := range hard {
		short, long := fastest(t, i, longest/8), fastest(t, i, longest)
		for tries := 0; tries < 8 && long > 30*short+20*time.Millisecond; tries++ { // other programs run too: one good time is proof enough
			long = min(long, fastest(t, i, longest))
		}
		if long > 30*short+20*time.Millisecond {
			t.Errorf("%q: %v for %d bytes, %v for %d", hard[i].piece, short, longest/8, long, longest)
		}
	}
}

// fastest is the least time of three, and looks at what comes of it.
func fastest(t *testing.T, i, n int) time.Duration {
	least := time.Hour
	tex := hardOf(i, n)
	var out string
	var err error
	for range 3 {
		begin := time.Now()
		out, err = Convert(tex, true)
		least = min(least, time.Since(begin))
	}
	if err != nil {
		checkError(t, tex, err)
	} else {
		checkXML(t, tex, out)
	}
	return least
}

// FuzzConvert converts anything: nothing panics, what comes out is MathML with every element in its place, errors point into the source.
func FuzzConvert(f *testing.F) {
	_, formulas := readVectors(f)
	for _, v := range formulas {
		f.Add(v.tex, v.display)
	}
	for i := range hard {
		f.Add(hardOf(i, 60), false)
	}
	f.Fuzz(func(t *testing.T, tex string, display bool) {
		out, err := Convert(tex, display)
		if err != nil {
			checkError(t, tex, err)
			return
		}
		checkXML(t, tex, out)
		if again, err := Convert(tex, display); err != nil || again != out {
			t.Errorf("%q: not the same twice: %v\n%s\n%s", tex, err, out, again)
		}
	})
}

func BenchmarkConvert(b *testing.B) {
	for _, bench := range []struct{ name, tex string }{
		{"short", `x^2`},
		{"roots", `x_{1,2} = \frac{-b \pm \sqrt{b^2-4ac}}{2a}`},
		{"table", `f(x) = \begin{cases} \sin x, & x \ge 0, \\ -\cos x, & \text{якщо } x < 0 \end{cases}`},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.SetBytes(int64(len(bench.tex)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Convert(bench.tex, true); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
