package imported

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/som-hub/vitryna/generator/mathml"
)

// formula makes TeX of a formula of Word (OMML); ok is false where it holds what TeX, or our package of it, cannot say.
func formula(n *node, display bool) (tex string, ok bool) {
	t := &toTeX{}
	tex = strings.TrimSpace(t.inside(n))
	if t.failed || tex == "" {
		return "", false
	}
	if t.broken {
		tex = `\begin{gathered}` + tex + `\end{gathered}`
	}
	_, err := mathml.Convert(tex, display)
	return tex, err == nil
}

// toTeX is the state of turning one formula.
type toTeX struct {
	failed bool // something could not be turned
	broken bool // the formula has more than one line
	deep   int  // how many structures are open
	equal  bool // the sign & parts columns
}

// skipped are elements that say how a formula looks, or stand in it unseen.
var skipped = map[string]bool{
	"rPr": true, "ctrlPr": true, "argPr": true, "oMathParaPr": true, "bookmarkStart": true, "bookmarkEnd": true, "proofErr": true, "lastRenderedPageBreak": true, "del": true, "moveFrom": true,
	"commentRangeStart": true, "commentRangeEnd": true, "permStart": true, "permEnd": true,
	"fPr": true, "sSupPr": true, "sSubPr": true, "sSubSupPr": true, "sPrePr": true, "radPr": true, "naryPr": true, "dPr": true, "mPr": true, "funcPr": true, "accPr": true, "barPr": true,
	"groupChrPr": true, "limLowPr": true, "limUppPr": true, "eqArrPr": true, "boxPr": true, "borderBoxPr": true, "phantPr": true,
}

// inside is the TeX of what stands in an element.
func (t *toTeX) inside(n *node) string {
	b := &strings.Builder{}
	if n != nil {
		for _, c := range n.children {
			t.join(b, t.element(c))
		}
	}
	return b.String()
}

// join writes a piece behind another: a name of a command does not go on in the letters that follow.
func (t *toTeX) join(b *strings.Builder, piece string) {
	if first, _ := utf8.DecodeRuneInString(piece); isLatin(first) && endsInCommand(b.String()) {
		b.WriteByte(' ')
	}
	b.WriteString(piece)
}

func isLatin(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }

func endsInCommand(s string) bool {
	letters := strings.TrimRightFunc(s, isLatin)
	return len(letters) < len(s) && strings.HasSuffix(letters, `\`) && !strings.HasSuffix(letters, `\\`)
}

// group is the TeX of an argument, in braces.
func (t *toTeX) group(n *node) string {
	if n == nil {
		return "{}"
	}
	defer func(equal bool) { t.equal = equal }(t.equal)
	t.equal = false
	t.deep++
	defer func() { t.deep-- }()
	return "{" + t.inside(n) + "}"
}

// inner is the TeX of an argument that needs no braces.
func (t *toTeX) inner(n *node) string {
	group := t.group(n)
	return group[1 : len(group)-1]
}

// base is the TeX of what scripts are fastened to: as it is if it is one sign or one command.
func (t *toTeX) base(n *node) string {
	inner := t.inner(n)
	if utf8.RuneCountInString(inner) == 1 && inner != "-" || len(inner) > 1 && inner[0] == '\\' && strings.TrimLeftFunc(inner[1:], isLatin) == "" {
		return inner
	}
	return "{" + inner + "}"
}

// element is the TeX of one thing in a formula.
func (t *toTeX) element(n *node) string {
	if skipped[n.name] {
		return ""
	}
	switch n.name {
	case "r":
		return t.run(n)
	case "oMath", "oMathPara", "ins", "moveTo", "smartTag", "customXml", "sdt", "sdtContent", "hyperlink", "box", "e", "num", "den", "sub", "sup", "deg", "lim", "fName":
		return t.inside(n)
	case "f":
		return t.fraction(n)
	case "sSup":
		return t.base(n.child("e")) + "^" + t.group(n.child("sup"))
	case "sSub":
		return t.base(n.child("e")) + "_" + t.group(n.child("sub"))
	case "sSubSup":
		return t.base(n.child("e")) + "_" + t.group(n.child("sub")) + "^" + t.group(n.child("sup"))
	case "sPre":
		return "{}_" + t.group(n.child("sub")) + "^" + t.group(n.child("sup")) + t.base(n.child("e"))
	case "rad":
		degree := t.group(n.child("deg"))
		if on(n.child("radPr"), "degHide") || degree == "{}" {
			return `\sqrt` + t.group(n.child("e"))
		}
		return `\sqrt[` + degree + "]" + t.group(n.child("e"))
	case "nary":
		return t.sum(n)
	case "d":
		return t.delimited(n)
	case "m":
		return t.matrix(n, "matrix")
	case "eqArr":
		return t.rows(n)
	}
	return t.marked(n)
}

// marked is the TeX of what stands over or under something, and of what else there is.
func (t *toTeX) marked(n *node) string {
	switch n.name {
	case "func":
		b := &strings.Builder{}
		b.WriteString(t.inside(n.child("fName")))
		t.join(b, t.inner(n.child("e")))
		return b.String()
	case "acc":
		return t.accent(n)
	case "bar":
		if n.child("barPr", "pos").attr("val") == "top" {
			return `\overline` + t.group(n.child("e"))
		}
		return `\underline` + t.group(n.child("e"))
	case "groupChr":
		return t.grouped(n)
	case "limLow":
		return t.limit(n, "_", `\underset`)
	case "limUpp":
		return t.limit(n, "^", `\overset`)
	case "phant":
		if pr := n.child("phantPr"); pr.child("show") != nil && !on(pr, "show") {
			return `\phantom` + t.group(n.child("e"))
		}
		return t.inside(n.child("e"))
	case "borderBox":
		for _, stroke := range []string{"strikeH", "strikeV", "strikeBLTR", "strikeTLBR"} {
			if on(n.child("borderBoxPr"), stroke) {
				t.failed = true // to strike out is to say something; a frame is not
			}
		}
		return t.inside(n.child("e"))
	}
	t.failed = true
	return ""
}

func (t *toTeX) fraction(n *node) string {
	num, den := t.group(n.child("num")), t.group(n.child("den"))
	switch n.child("fPr", "type").attr("val") {
	case "lin", "skw":
		return num + "/" + den
	case "noBar":
		return `\substack{` + num + `\\` + den + "}"
	}
	return `\frac` + num + den
}

// sum is a sign with limits: a sum, an integral, a union.
func (t *toTeX) sum(n *node) string {
	pr, sign := n.child("naryPr"), "∫"
	if chr := pr.child("chr"); chr != nil {
		sign = chr.attr("val")
	}
	named, known := sums[sign]
	if !known {
		t.failed = true
	}
	at := pr.child("limLoc").attr("val")
	switch integral := strings.Contains("∫∬∭∮∯", sign); {
	case integral && at == "undOvr":
		named += `\limits`
	case !integral && at == "subSup":
		named += `\nolimits`
	}
	if sub := t.group(n.child("sub")); sub != "{}" && !on(pr, "subHide") {
		named += "_" + sub
	}
	if sup := t.group(n.child("sup")); sup != "{}" && !on(pr, "supHide") {
		named += "^" + sup
	}
	b := &strings.Builder{}
	b.WriteString(named)
	t.join(b, t.inner(n.child("e")))
	return b.String()
}

var sums = map[string]string{
	"∑": `\sum`, "∏": `\prod`, "∐": `\coprod`, "⋃": `\bigcup`, "⋂": `\bigcap`, "⋁": `\bigvee`, "⋀": `\bigwedge`, "⨁": `\bigoplus`, "⨂": `\bigotimes`, "⨀": `\bigodot`,
	"⨆": `\bigsqcup`, "⨄": `\biguplus`, "∫": `\int`, "∬": `\iint`, "∭": `\iiint`, "∮": `\oint`, "∯": `\oiint`,
}

// fences are the brackets of TeX as they open and as they close; a bar is named, for in a table it would part cells.
var fences = map[string][2]string{
	"(": {"(", "("}, ")": {")", ")"}, "[": {"[", "["}, "]": {"]", "]"}, "{": {`\{`, `\{`}, "}": {`\}`, `\}`}, "|": {`\lvert `, `\rvert `}, "∣": {`\lvert `, `\rvert `},
	"‖": {`\lVert `, `\rVert `}, "∥": {`\lVert `, `\rVert `}, "⌊": {"⌊", "⌊"}, "⌋": {"⌋", "⌋"}, "⌈": {"⌈", "⌈"}, "⌉": {"⌉", "⌉"}, "⟨": {"⟨", "⟨"}, "⟩": {"⟩", "⟩"}, "〈": {"⟨", "⟨"}, "〉": {"⟩", "⟩"},
}

// bars are those between parts.
var bars = map[string]string{"|": `\vert`, "∣": `\vert`, "‖": `\Vert`, "∥": `\Vert`}

// tall are what brackets must grow with.
var tall = []string{`\frac`, `\begin`, `\substack`, `\sum`, `\prod`, `\int`, `\oint`, `\iint`, `\sqrt`, `\left`, `\underset`, `\overset`, `\under`, `\over`, `\big`}

// delimited is what stands in brackets. Some tables in brackets have names of their own.
func (t *toTeX) delimited(n *node) string {
	sign := func(name, usual string) string {
		if chr := n.child("dPr", name); chr != nil {
			return chr.attr("val")
		}
		return usual
	}
	open, shut, middle := sign("begChr", "("), sign("endChr", ")"), sign("sepChr", "|")
	var parts []string
	for _, c := range n.children {
		if c.name != "e" {
			continue
		}
		if tex, ok := t.named(only(c), open, shut); ok && n.child("e") == c {
			return tex
		}
		parts = append(parts, t.inner(c))
	}
	whole := strings.Join(parts, "")
	grows := open == "" || shut == "" || slices.ContainsFunc(tall, func(s string) bool { return strings.Contains(whole, s) })
	parting := t.sign([]rune(middle + "\u2061")[0], "")
	if bar := bars[middle]; bar != "" && len(parts) > 1 {
		parting, grows = `\middle`+bar+" ", true
	}
	if !grows {
		return t.fence(open)[0] + strings.Join(parts, parting) + t.fence(shut)[1]
	}
	return `\left` + t.fence(open)[0] + strings.Join(parts, parting) + `\right` + t.fence(shut)[1]
}

func (t *toTeX) fence(sign string) [2]string {
	if sign == "" {
		return [2]string{".", "."}
	}
	f, ok := fences[sign]
	t.failed = t.failed || !ok
	return f
}

// only is the one structure of an argument, nil where there is more in it.
func only(e *node) *node {
	var one *node
	for _, c := range e.children {
		if skipped[c.name] {
			continue
		}
		if one != nil {
			return nil
		}
		one = c
	}
	return one
}

var matrices = map[string]string{"()": "pmatrix", "[]": "bmatrix", "{}": "Bmatrix", "||": "vmatrix", "‖‖": "Vmatrix"}

// named is a table with its brackets, or a number of combinations, where TeX has a name for it.
func (t *toTeX) named(one *node, open, shut string) (tex string, ok bool) {
	switch {
	case one == nil:
		return "", false
	case one.name == "f" && open+shut == "()" && one.child("fPr", "type").attr("val") == "noBar":
		return `\binom` + t.group(one.child("num")) + t.group(one.child("den")), true
	case one.name == "m" && matrices[open+shut] != "":
		return t.matrix(one, matrices[open+shut]), true
	case one.name == "eqArr" && open == "{" && shut == "" && !strings.Contains(one.words(), "&"):
		return t.lines(one, "cases"), true
	}
	return "", false
}

// matrix is a table of rows and cells.
func (t *toTeX) matrix(n *node, name string) string {
	var rows []string
	for _, row := range n.children {
		var cells []string
		for _, c := range row.children {
			if row.name == "mr" && c.name == "e" {
				cells = append(cells, t.inner(c))
			}
		}
		if cells != nil {
			rows = append(rows, strings.Join(cells, " & "))
		}
	}
	return `\begin{` + name + "}" + strings.Join(rows, ` \\ `) + `\end{` + name + "}"
}

// rows are equations below each other; the signs & in them, which nobody sees, say what stands below what.
func (t *toTeX) rows(n *node) string {
	if strings.Contains(n.words(), "&") {
		return t.lines(n, "aligned")
	}
	return t.lines(n, "gathered")
}

func (t *toTeX) lines(n *node, name string) string {
	defer func(equal bool) { t.equal = equal }(t.equal)
	t.deep++
	defer func() { t.deep-- }()
	var rows []string
	for _, c := range n.children {
		if c.name == "e" {
			t.equal = true
			rows = append(rows, t.inside(c))
		}
	}
	return `\begin{` + name + "}" + strings.Join(rows, ` \\ `) + `\end{` + name + "}"
}

// accents are those of Word: over one letter, and over more.
var accents = map[string][2]string{
	"\u0302": {`\hat`, `\widehat`}, "\u0303": {`\tilde`, `\widetilde`}, "\u0304": {`\bar`, `\overline`}, "\u0305": {`\bar`, `\overline`}, "\u0306": {`\breve`, ""}, "\u0307": {`\dot`, ""},
	"\u0308": {`\ddot`, ""}, "\u20db": {`\dddot`, ""}, "\u030c": {`\check`, ""}, "\u0301": {`\acute`, ""}, "\u0300": {`\grave`, ""}, "\u030a": {`\mathring`, ""}, "\u20d7": {`\vec`, `\overrightarrow`},
	"\u20d6": {`\overleftarrow`, `\overleftarrow`}, "\u20e1": {`\overleftrightarrow`, `\overleftrightarrow`}, "\u0332": {`\underline`, `\underline`}, "\u0333": {`\underline`, `\underline`},
	"ˆ": {`\hat`, `\widehat`}, "~": {`\tilde`, `\widetilde`}, "˜": {`\tilde`, `\widetilde`}, "¯": {`\bar`, `\overline`}, "‾": {`\bar`, `\overline`}, "→": {`\vec`, `\overrightarrow`},
}

func (t *toTeX) accent(n *node) string {
	sign := "\u0302"
	if chr := n.child("accPr", "chr"); chr != nil {
		sign = chr.attr("val")
	}
	e := t.group(n.child("e"))
	forms := accents[sign]
	name := forms[0]
	if utf8.RuneCountInString(e) > len("{x}") && forms[1] != "" {
		name = forms[1]
	}
	if name == "" {
		t.failed = true
	}
	return name + e
}

// grouped is what a brace, or an arrow, stands over or under.
func (t *toTeX) grouped(n *node) string {
	pr, sign := n.child("groupChrPr"), "⏟"
	if chr := pr.child("chr"); chr != nil {
		sign = chr.attr("val")
	}
	e, top := t.group(n.child("e")), pr.child("pos").attr("val") == "top"
	switch {
	case sign == "⏟" && !top:
		return `\underbrace` + e
	case sign == "⏞" && top:
		return `\overbrace` + e
	case strings.Contains("→←↔⇒⇐⇔", sign) && sign != "" && top:
		return `\overset{` + sign + "}" + e
	case strings.Contains("→←↔⇒⇐⇔", sign) && sign != "":
		return `\underset{` + sign + "}" + e
	}
	t.failed = true
	return e
}

// limit is what stands under or over a word, a brace, or anything.
func (t *toTeX) limit(n *node, script, stack string) string {
	inner, lim := t.inner(n.child("e")), t.group(n.child("lim"))
	name := strings.TrimSuffix(strings.TrimPrefix(inner, `\operatorname{`), "}")
	switch {
	case strings.HasPrefix(inner, `\`) && mathml.Limits(strings.TrimPrefix(inner, `\`)), strings.HasPrefix(inner, `\underbrace`), strings.HasPrefix(inner, `\overbrace`):
		return inner + script + lim
	case name != inner:
		return `\operatorname*{` + name + "}" + script + lim
	}
	return stack + lim + "{" + inner + "}"
}
