package imported

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// raised are the signs above and below the line: «м²» and «H₂O» say something else without them, and Markdown has no other.
var raised = map[atom.Atom]map[rune]rune{
	atom.Sup: pairs("0123456789+-−–=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱ"),
	atom.Sub: pairs("0123456789+-−–=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎"),
}

// signFonts are the fonts of Office that draw signs in the place of letters, and what they draw: of the signs that stand in texts, row by row from a byte on.
var signFonts = map[string]map[rune]rune{
	"symbol": rows(map[rune]string{
		0x22: "∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_",
		0x61: "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼", 0xa1: "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…",
		0xc0: "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊", 0xe5: "∑", 0xf2: "∫",
	}),
	"wingdings": rows(map[rune]string{
		0x21: "✏✂", 0x28: "☎✆✉", 0x3f: "✍", 0x41: "✌👌👍👎☜☞☝☟", 0x4a: "☺", 0x4c: "☹", 0x6c: "●❍■□", 0x71: "❑❒", 0x75: "◆❖◆☒", 0x7b: "❀✿",
		0x81: "①②③④⑤⑥⑦⑧⑨⑩", 0x8c: "❶❷❸❹❺❻❼❽❾❿", 0x9e: "·•", 0xa7: "▪□", 0xaa: "✦★", 0xd8: "➢", 0xdf: "←→↑↓", 0xe8: "➔", 0xef: "⇦⇨⇧⇩⇔", 0xfb: "✗✓☒☑",
	}),
	"wingdings 2": rows(map[rune]string{0x4f: "✗✓☒☑☒☒", 0xa3: "□"}),
	"webdings":    rows(map[rune]string{0x61: "✔", 0x72: "✖"}),
}

func rows(of map[rune]string) map[rune]rune {
	table := map[rune]rune{}
	for first, signs := range of {
		for i, sign := range []rune(signs) {
			table[first+rune(i)] = sign
		}
	}
	return table
}

func pairs(from, to string) map[rune]rune {
	table, signs := map[rune]rune{}, []rune(to)
	for i, r := range []rune(from) {
		table[r] = signs[i]
	}
	return table
}

// symbolFont is what a font draws; nil where it draws letters.
func symbolFont(name string) map[rune]rune {
	return signFonts[strings.ToLower(strings.Trim(strings.TrimSpace(name), `"'`))]
}

// A sign of such a font stands in the private part of Unicode, 0xF0 before its byte; Word writes the byte alone as well.
const firstPrivate, lastPrivate = 0xf000, 0xf0ff

var signFamily = regexp.MustCompile(`mso-symbol-font-family:\s*([^;]+)`)

// signs writes what the fonts of signs draw. Signs of which nobody knows what they draw are lost: a browser shows an empty box for them.
func (c *cleaner) signs(root *html.Node) {
	each(root, func(n *html.Node) {
		if m := signFamily.FindStringSubmatch(attr(n, "style")); m != nil {
			c.draw(n, true, symbolFont(m[1]))
			for p := n.Parent; p != nil; p = p.Parent { // Word says it twice, and what is drawn once is drawn
				set(p, "style", signFamily.ReplaceAllString(attr(p, "style"), ""))
			}
		}
	})
	c.draw(root, false, signFonts["wingdings"], signFonts["symbol"])
}

// draw puts what the fonts draw in the place of the signs inside of an element: of those in the private part, and where a font is told, of its bytes.
func (c *cleaner) draw(n *html.Node, told bool, fonts ...map[rune]rune) {
	for d := range n.Descendants() {
		if d.Type != html.TextNode || d.DataAtom == noteAtom {
			continue
		}
		d.Data = strings.Map(func(r rune) rune {
			private := r >= firstPrivate && r <= lastPrivate
			if !private && (!told || r <= ' ' || r > 0xff) {
				return r
			}
			for _, font := range fonts {
				if sign, ok := font[r&0xff]; ok {
					return sign
				}
			}
			if !private {
				return r
			}
			c.lose(LostSigns, n)
			return -1
		}, d.Data)
	}
}

// raise writes the text of an element above or below the line, if it can be written there as a whole.
func raise(n *html.Node, table map[rune]rune) {
	for d := range n.Descendants() {
		for _, r := range d.Data {
			if _, ok := table[r]; !ok && d.Type == html.TextNode && r != ' ' {
				return
			}
		}
	}
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			d.Data = strings.Map(func(r rune) rune {
				if sign, ok := table[r]; ok {
					return sign
				}
				return r
			}, d.Data)
		}
	}
}
