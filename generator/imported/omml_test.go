package imported

import (
	"bytes"
	"testing"
)

func m(name, inner string) string { return "<m:" + name + ">" + inner + "</m:" + name + ">" }
func mr(text string) string       { return m("r", m("t", text)) }
func upright(text string) string  { return m("r", `<m:rPr><m:sty m:val="p"/></m:rPr>`+m("t", text)) }
func chr(name, value string) string {
	return `<m:` + name + ` m:val="` + value + `"/>`
}

// TestFormulas: formulas of Word as TeX that our pages show, and what cannot be turned is refused.
func TestFormulas(t *testing.T) {
	e := func(s string) string { return m("e", s) }
	frac := m("f", m("num", mr("a"))+m("den", mr("b")))
	square := func(s string) string { return m("sSup", e(mr(s))+m("sup", mr("2"))) }
	sum := func(sign, loc, sub, sup, of string) string {
		return m("nary", m("naryPr", chr("chr", sign)+chr("limLoc", loc))+m("sub", sub)+m("sup", sup)+e(of))
	}
	delimited := func(open, shut, inner string) string {
		return m("d", m("dPr", chr("begChr", open)+chr("endChr", shut))+e(inner))
	}
	matrix := m("m", m("mr", e(mr("1"))+e(mr("2")))+m("mr", e(mr("3"))+e(mr("4"))))
	for _, c := range []struct{ omml, want string }{
		{mr("x=2"), `x=2`}, {frac, `\frac{a}{b}`}, {square("x"), `x^{2}`}, {square("12"), `{12}^{2}`}, {m("sSup", e(square("x"))+m("sup", mr("3"))), `{x^{2}}^{3}`},
		{m("f", m("fPr", chr("type", "lin"))+m("num", mr("1"))+m("den", mr("2"))), `{1}/{2}`},
		{m("sSub", e(mr("v"))+m("sub", mr("сер"))), `v_{сер}`}, {m("sSubSup", e(mr("x"))+m("sub", mr("1"))+m("sup", mr("2"))), `x_{1}^{2}`},
		{m("sPre", m("sub", mr("6"))+m("sup", mr("14"))+e(upright("C"))), `{}_{6}^{14}{\mathrm{C}}`},
		{m("rad", m("radPr", `<m:degHide m:val="1"/>`)+m("deg", "")+e(frac)), `\sqrt{\frac{a}{b}}`}, {m("rad", m("deg", mr("3"))+e(mr("x"))), `\sqrt[{3}]{x}`},
		{sum("∑", "undOvr", mr("i=1"), mr("n"), mr("i")), `\sum_{i=1}^{n}i`}, {m("nary", m("sub", mr("0"))+m("sup", mr("1"))+e(mr("xdx"))), `\int_{0}^{1}xdx`}, {sum("∫", "undOvr", mr("D"), "", mr("f")), `\int\limits_{D}f`},
		{delimited("(", ")", mr("x+1")), `(x+1)`}, {delimited("[", "]", frac), `\left[\frac{a}{b}\right]`}, {delimited("|", "|", mr("x")), `\lvert x\rvert`}, {delimited("(", ")", matrix), `\begin{pmatrix}1 & 2 \\ 3 & 4\end{pmatrix}`},
		{delimited("(", ")", m("f", m("fPr", chr("type", "noBar"))+m("num", mr("n"))+m("den", mr("k")))), `\binom{n}{k}`},
		{delimited("{", "", m("eqArr", e(mr("x+y=1"))+e(mr("x-y=3")))), `\begin{cases}x+y=1 \\ x-y=3\end{cases}`},
		{m("eqArr", e(mr("a&amp;=b"))+e(mr("&amp;=c"))), `\begin{aligned}a&=b \\ &=c\end{aligned}`},
		{m("d", e(mr("a"))+e(mr("b"))), `\left(a\middle\vert b\right)`},
		{m("func", m("fName", upright("sin"))+e(mr("x"))), `\sin x`}, {m("func", m("fName", m("sSup", e(upright("tg"))+m("sup", mr("2"))))+e(mr("α"))), `\tg^{2}α`},
		{m("func", m("fName", m("limLow", e(upright("lim"))+m("lim", mr("x→∞"))))+e(frac)), `\lim_{x→∞}\frac{a}{b}`},
		{m("acc", m("accPr", chr("chr", "⃗"))+e(mr("a"))), `\vec{a}`}, {m("acc", m("accPr", chr("chr", "⃗"))+e(mr("AB"))), `\overrightarrow{AB}`}, {m("bar", m("barPr", chr("pos", "top"))+e(mr("x"))), `\overline{x}`},
		{m("limLow", e(m("groupChr", e(mr("a+b"))))+m("lim", mr("n"))), `\underbrace{a+b}_{n}`}, {m("limUpp", e(mr("="))+m("lim", mr("?"))), `\overset{?}{=}`},
		{mr("α≤β∞·25%"), `α≤β∞·25\%`}, {mr("якщо x менше"), `якщо\ x\ менше`}, {m("r", `<m:rPr><m:nor/></m:rPr>`+m("t", "при всіх ")) + mr("𝑥𝐯ℝ"), `\text{при всіх }x\mathbf{v}ℝ`},
		{m("r", `<m:rPr><m:scr m:val="double-struck"/></m:rPr>`+m("t", "R")), `\mathbb{R}`}, {mr("{a|b}"), `\{a\vert b\}`}, {m("oMathPara", m("oMath", mr("x")+m("r", "<w:br/>")+mr("y"))), `\begin{gathered}x \\ y\end{gathered}`},
		{`<w:del>` + mr("z") + `</w:del>` + mr("y"), `y`}, {m("borderBox", e(frac)), `\frac{a}{b}`},
		{m("borderBox", m("borderBoxPr", `<m:strikeH/>`)+e(frac)), ""}, {m("newThing", e(frac)), ""}, {sum("⨋", "undOvr", "", "", mr("x")), ""}, {m("r", "<w:drawing/>"), ""},
	} {
		data := docx(t, `<w:p><w:r><w:t>А </w:t></w:r><m:oMath>`+c.omml+`</m:oMath></w:p>`)
		r, err := Docx(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		lost := 0
		for _, l := range r.Lost {
			if l.What == LostFormulas {
				lost++
			}
		}
		if want := "А \\(" + c.want + "\\)\n"; c.want == "" && lost != 1 || c.want != "" && (r.Markdown != want || lost != 0) {
			t.Errorf("%s\n got %q, lost %d\nwant %q", c.omml, r.Markdown, lost, want)
		}
	}
}
