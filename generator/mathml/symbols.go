package mathml

import (
	"strings"
	"unicode"
)

// symbol is what a command or a sign without arguments stands for.
type symbol struct {
	class class
	tag   string
	text  string
	attrs []string
}

// Pairs of a command (without its backslash) and its sign. A sign typed as it is means the same as its first command.
const (
	greek = `alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ varkappa ϰ
		lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ
		psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω imath ı jmath ȷ ell ℓ`

	// Letter-like signs that nobody slants.
	plain = `infty ∞ partial ∂ nabla ∇ hbar ℏ hslash ℏ Re ℜ Im ℑ aleph ℵ wp ℘ emptyset ∅ varnothing ∅ angle ∠ measuredangle ∡
		triangle △ square □ Box □ Diamond ◊ degree ° celsius °C prime ′ top ⊤ bot ⊥ complement ∁ sharp ♯ flat ♭ natural ♮
		clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠ checkmark ✓ % % # # $ $ & & _ _ S § P ¶ backslash \
		ldots … dots … dotsc … dotso … cdots ⋯ dotsb ⋯ dotsm ⋯ dotsi ⋯ vdots ⋮ ddots ⋱`

	prefixes = `forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬`

	binary = `pm ± mp ∓ cdot ⋅ times × div ÷ ast ∗ star ⋆ circ ∘ bullet ∙ cap ∩ cup ∪ uplus ⊎ sqcap ⊓ sqcup ⊔ vee ∨ lor ∨
		wedge ∧ land ∧ setminus ∖ smallsetminus ∖ wr ≀ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ dagger † ddagger ‡ amalg ⨿
		diamond ⋄ bigtriangleup △ bigtriangledown ▽ triangleleft ◃ triangleright ▹ bigcirc ◯ ltimes ⋉ rtimes ⋊ barwedge ⊼ veebar ⊻`

	relations = `le ≤ leq ≤ leqslant ⩽ ge ≥ geq ≥ geqslant ⩾ ne ≠ neq ≠ approx ≈ equiv ≡ sim ∼ simeq ≃ cong ≅ propto ∝ ll ≪
		gg ≫ prec ≺ succ ≻ preceq ⪯ succeq ⪰ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊ supsetneq ⊋ nsubseteq ⊈
		nsupseteq ⊉ sqsubset ⊏ sqsupset ⊐ sqsubseteq ⊑ sqsupseteq ⊒ in ∈ notin ∉ ni ∋ owns ∋ vdash ⊢ dashv ⊣ models ⊨ vDash ⊨
		perp ⊥ parallel ∥ nparallel ∦ mid ∣ nmid ∤ asymp ≍ doteq ≐ bowtie ⋈ frown ⌢ smile ⌣ lesssim ≲ gtrsim ≳ approxeq ≊
		triangleq ≜ coloneqq ≔ eqqcolon ≕ therefore ∴ because ∵ lessgtr ≶ nless ≮ ngtr ≯ nleq ≰ ngeq ≱ ncong ≇ nsim ≁
		lt < gt >`

	arrows = `to → rightarrow → leftarrow ← gets ← Rightarrow ⇒ Leftarrow ⇐ leftrightarrow ↔ Leftrightarrow ⇔ implies ⟹
		impliedby ⟸ iff ⟺ mapsto ↦ longmapsto ⟼ longrightarrow ⟶ Longrightarrow ⟹ longleftarrow ⟵ Longleftarrow ⟸
		longleftrightarrow ⟷ Longleftrightarrow ⟺ uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓ Updownarrow ⇕
		nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ hookrightarrow ↪ hookleftarrow ↩ rightharpoonup ⇀ rightharpoondown ⇁
		leftharpoonup ↼ leftharpoondown ↽ rightleftharpoons ⇌ leftrightharpoons ⇋ rightleftarrows ⇄ leftrightarrows ⇆
		rightrightarrows ⇉ nrightarrow ↛ nleftarrow ↚ nRightarrow ⇏ nLeftrightarrow ⇎ leadsto ⇝ rightsquigarrow ⇝`

	sums = `sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ bigsqcup ⨆ biguplus ⨄`

	integrals = `int ∫ iint ∬ iiint ∭ oint ∮ oiint ∯`

	openers = `{ { lbrace { lbrack [ langle ⟨ lfloor ⌊ lceil ⌈ lgroup ⟮`
	closers = `} } rbrace } rbrack ] rangle ⟩ rfloor ⌋ rceil ⌉ rgroup ⟯`
	bars1   = `vert | | ‖ Vert ‖`
)

// words are functions written with their own names.
const words = `arccos arcsin arctan arctg arcctg arccot arcsec ctg tg cosec csc sec cos sin tan cot sh ch th cth sinh cosh tanh coth
	arsh arch arth exp lg ln log arg deg dim hom ker sgn`

// limitWords are those with something below them.
const limitWords = `lim limsup liminf max min sup inf det gcd Pr argmax argmin`

var symbols = readSymbols()

// readSymbols makes the table of commands, with their backslashes, and of signs.
func readSymbols() map[string]symbol {
	table := map[string]symbol{}
	add := func(pairs string, s symbol) {
		fields := strings.Fields(pairs)
		for i := 0; i+1 < len(fields); i += 2 {
			s.text = fields[i+1]
			table[`\`+fields[i]] = s
			if _, known := table[s.text]; !known && s.text[0] >= 0x80 {
				table[s.text] = s
			}
		}
	}
	for sign, s := range asciiSymbols {
		table[sign] = s
	}
	add(relations, symbol{class: rel, tag: "mo"})
	add(greek, symbol{tag: "letter"})
	add(plain, symbol{tag: "mi"})
	add(prefixes, symbol{tag: "mo"})
	add(binary, symbol{class: bin, tag: "mo"})
	add(arrows, symbol{class: rel, tag: "mo", attrs: []string{"stretchy", "false"}})
	add(sums, symbol{class: big, tag: "mo"})
	add(integrals, symbol{class: big, tag: "mo"})
	add(openers, symbol{class: left, tag: "mo", attrs: []string{"stretchy", "false"}})
	add(closers, symbol{class: right, tag: "mo", attrs: []string{"stretchy", "false"}})
	add(bars1, symbol{class: bar, tag: "mo", attrs: []string{"stretchy", "false"}})
	add("lvert | lVert ‖", symbol{class: left, tag: "mo", attrs: []string{"form", "prefix", "stretchy", "false"}})
	add("rvert | rVert ‖", symbol{class: right, tag: "mo", attrs: []string{"form", "postfix", "stretchy", "false"}})
	add("colon :", symbol{class: punct, tag: "mo", attrs: []string{"lspace", "0", "rspace", thin}})
	table["·"], table["−"] = table[`\cdot`], table["-"]
	return table
}

// asciiSymbols are the signs of the keyboard that are not commands.
var asciiSymbols = map[string]symbol{
	"+": {bin, "mo", "+", nil}, "-": {bin, "mo", "−", nil}, "*": {bin, "mo", "∗", nil},
	"=": {rel, "mo", "=", nil}, "<": {rel, "mo", "<", nil}, ">": {rel, "mo", ">", nil}, ":": {rel, "mo", ":", nil},
	"(": {left, "mo", "(", []string{"stretchy", "false"}}, ")": {right, "mo", ")", []string{"stretchy", "false"}},
	"[": {left, "mo", "[", []string{"stretchy", "false"}}, "]": {right, "mo", "]", []string{"stretchy", "false"}},
	",": {punct, "mo", ",", nil}, ";": {punct, "mo", ";", nil},
	"|": {bar, "mo", "|", []string{"stretchy", "false"}},
	"/": {ord, "mo", "/", []string{"lspace", "0", "rspace", "0"}},
	"!": {right, "mo", "!", []string{"lspace", "0", "rspace", "0"}},
	".": {ord, "mo", ".", []string{"lspace", "0", "rspace", "0"}},
	"?": {ord, "mi", "?", nil}, "@": {ord, "mi", "@", nil}, `"`: {ord, "mtext", `"`, nil}, "`": {ord, "mtext", "`", nil},
	"~": {blank, "mtext", "\u00a0", nil},
}

// sign makes a node of a sign that is no letter or digit.
func (p *parser) sign(t token) *node {
	if s, ok := symbols[t.text]; ok {
		return p.symbol(s)
	}
	r := t.rune()
	if t.text == "" || strings.ContainsRune("#$", r) || unicode.IsMark(r) || !unicode.IsGraphic(r) {
		return p.fail("character", t.pos, t.text)
	}
	return leaf("mtext", t.text) // №, «, €
}

// symbol makes the node of a table's entry.
func (p *parser) symbol(s symbol) *node {
	if s.tag == "letter" {
		return p.identifier(s.text)
	}
	n := leaf(s.tag, s.text, s.attrs...).as(s.class)
	switch s.text {
	case "∇", "∂":
		n = p.identifier(s.text)
		if n.text == "∇" {
			n.set("mathvariant", "normal")
		}
	}
	if s.class == big && strings.Contains(sums, s.text) {
		n.limits = movable
	}
	return n
}
