package mathml

// command reads what a command asks for and makes its node.
func (p *parser) command(t token) *node {
	if s, ok := symbols[t.text]; ok {
		return p.symbol(s)
	}
	if f, ok := fonts[t.text]; ok {
		return p.inFont(f, t)
	}
	if width, ok := spaces[t.text]; ok {
		return space(width)
	}
	if a, ok := accents[t.text]; ok {
		return p.accent(a, t)
	}
	if s, ok := sizes[t.text]; ok {
		return p.sized(s, t)
	}
	if f, ok := fractions[t.text]; ok {
		return p.fraction(f, t)
	}
	if w, ok := wordTable[t.text]; ok {
		return w.node()
	}
	if f, ok := texts[t.text]; ok {
		return p.text(f, t)
	}
	return p.construct(t)
}

// construct is for the commands that are each of their own kind.
func (p *parser) construct(t token) *node {
	switch t.text {
	case `\sqrt`:
		return p.root(t)
	case `\left`:
		return p.fenced(t)
	case `\begin`:
		return p.environment(t)
	case `\substack`:
		return p.substack(t)
	case `\operatorname`:
		return p.operatorName(t)
	case `\bmod`:
		return leaf("mo", "mod", "lspace", "0.2222em", "rspace", "0.2222em").as(bin)
	case `\mod`, `\pmod`, `\pod`:
		return p.modulo(t)
	case `\overset`, `\stackrel`, `\underset`:
		return p.stack(t)
	case `\xrightarrow`, `\xleftarrow`:
		return p.labelledArrow(t)
	case `\not`:
		return p.not(t)
	case `\phantom`, `\hphantom`, `\vphantom`:
		return p.phantom(t)
	case `\ `, "\\\n", "\\\t", "\\\r", `\nobreakspace`:
		return leaf("mtext", "\u00a0").as(blank)
	}
	return p.fail("command", t.pos, t.text)
}

// spaces are as wide as TeX's.
var spaces = map[string]string{
	`\,`: thin, `\thinspace`: thin, `\:`: "0.2222em", `\>`: "0.2222em", `\;`: "0.2778em", `\!`: "-0.1667em",
	`\enspace`: "0.5em", `\quad`: "1em", `\qquad`: "2em",
}

// fractionForm is how a command with numerator and denominator is set.
type fractionForm struct {
	style    string // displaystyle, if the command sets it
	binomial bool
}

var fractions = map[string]fractionForm{
	`\frac`: {}, `\dfrac`: {style: "true"}, `\cfrac`: {style: "true"}, `\tfrac`: {style: "false"},
	`\binom`: {binomial: true}, `\dbinom`: {"true", true}, `\tbinom`: {"false", true},
}

func (p *parser) fraction(f fractionForm, t token) *node {
	n := element("mfrac", []*node{p.arg(t), p.arg(t)})
	if f.binomial {
		n.set("linethickness", "0")
		n = row([]*node{leaf("mo", "("), n, leaf("mo", ")")})
	}
	if f.style != "" {
		n = element("mstyle", []*node{n}, "displaystyle", f.style, "scriptlevel", "0")
	}
	return n
}

func (p *parser) root(t token) *node {
	if degree := p.optional(); degree != nil {
		return element("mroot", []*node{p.arg(t), row(degree)})
	}
	return element("msqrt", p.kids(t))
}

// accentForm is a sign over or under an expression.
type accentForm struct {
	tag, sign string
	stretchy  bool
	label     bool // scripts are labels of a brace
}

var accents = map[string]accentForm{
	`\vec`: {"mover", "→", false, false}, `\hat`: {"mover", "ˆ", false, false}, `\bar`: {"mover", "¯", false, false},
	`\dot`: {"mover", "˙", false, false}, `\ddot`: {"mover", "¨", false, false}, `\dddot`: {"mover", "…", false, false},
	`\tilde`: {"mover", "˜", false, false}, `\check`: {"mover", "ˇ", false, false}, `\breve`: {"mover", "˘", false, false},
	`\acute`: {"mover", "´", false, false}, `\grave`: {"mover", "`", false, false}, `\mathring`: {"mover", "˚", false, false},
	`\widehat`: {"mover", "^", true, false}, `\widetilde`: {"mover", "~", true, false},
	`\overline`: {"mover", "¯", true, false}, `\underline`: {"munder", "_", true, false},
	`\overrightarrow`: {"mover", "→", true, false}, `\overleftarrow`: {"mover", "←", true, false},
	`\overleftrightarrow`: {"mover", "↔", true, false}, `\underrightarrow`: {"munder", "→", true, false},
	`\underleftarrow`: {"munder", "←", true, false},
	`\overbrace`:      {"mover", "⏞", true, true}, `\underbrace`: {"munder", "⏟", true, true},
	`\overbracket`: {"mover", "⎴", true, true}, `\underbracket`: {"munder", "⎵", true, true},
}

func (p *parser) accent(a accentForm, t token) *node {
	name, stretchy := "accent", "false"
	if a.tag == "munder" {
		name = "accentunder"
	}
	if a.stretchy {
		stretchy = "true"
	}
	n := element(a.tag, []*node{p.arg(t), leaf("mo", a.sign, "stretchy", stretchy)}, name, "true")
	switch t.text { // few fonts have a line that grows: our styles draw it, and readers without them show the sign
	case `\overline`:
		n.set("class", "math-over")
	case `\underline`:
		n.set("class", "math-under")
	}
	if a.label {
		n.limits = stacked
	}
	return n
}

// modulo is the remainder's modulus after a congruence: without brackets, or in brackets with or without the word.
func (p *parser) modulo(t token) *node {
	word := []*node{leaf("mi", "mod"), space("0.3333em")}
	switch t.text {
	case `\mod`:
		return row(append([]*node{space("0.6667em")}, append(word, p.arg(t))...))
	case `\pod`:
		word = nil
	}
	kids := append([]*node{space("0.4444em"), leaf("mo", "(", "stretchy", "false")}, word...)
	return row(append(kids, p.arg(t), leaf("mo", ")", "stretchy", "false")))
}

// stack puts the first argument over or under the second, which stays what it is.
func (p *parser) stack(t token) *node {
	script := p.arg(t)
	tag := "mover"
	if t.text == `\underset` {
		tag = "munder"
	}
	base := p.whole(t)
	c := base.class
	if base.limits == movable { // what is stacked stays so
		base.core().set("movablelimits", "false")
	}
	if t.text == `\stackrel` {
		c = rel
	}
	return element(tag, []*node{base, script}).as(c)
}

func (p *parser) labelledArrow(t token) *node {
	arrow := leaf("mo", "→", "stretchy", "true")
	if t.text == `\xleftarrow` {
		arrow.text = "←"
	}
	below := p.optional()
	above := p.arg(t)
	wide := func(n *node) *node { return row([]*node{space("0.4em"), n, space("0.4em")}) }
	if below != nil {
		return element("munderover", []*node{arrow, wide(row(below)), wide(above)}).as(rel)
	}
	return element("mover", []*node{arrow, wide(above)}).as(rel)
}

// negated are signs with a stroke that Unicode has as one.
var negated = map[string]string{
	"=": "≠", "∈": "∉", "∋": "∌", "⊂": "⊄", "⊃": "⊅", "⊆": "⊈", "⊇": "⊉", "≡": "≢", "∼": "≁", "≈": "≉", "≅": "≇", "<": "≮", ">": "≯",
	"≤": "≰", "≥": "≱", "∥": "∦", "∣": "∤", "∃": "∄", "→": "↛", "←": "↚", "⇒": "⇏", "⇔": "⇎", "↔": "↮", "⊢": "⊬", "⊨": "⊭",
}

func (p *parser) not(t token) *node {
	n := p.whole(t)
	if n.kids != nil || n.text == "" {
		return p.fail("argument", t.pos, t.text)
	}
	if one, ok := negated[n.text]; ok {
		n.text = one
	} else {
		n.text += "\u0338"
	}
	return n
}

func (p *parser) phantom(t token) *node {
	n := element("mphantom", p.kids(t))
	switch t.text {
	case `\hphantom`:
		return element("mpadded", []*node{n}, "height", "0", "depth", "0")
	case `\vphantom`:
		return element("mpadded", []*node{n}, "width", "0")
	}
	return n
}
