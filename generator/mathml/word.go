package mathml

import "strings"

// word is a function that is written with its name.
type word struct {
	name   string
	limits bool
}

var wordTable = readWords()

func readWords() map[string]word {
	table := map[string]word{}
	for _, w := range strings.Fields(words) {
		table[`\`+w] = word{name: w}
	}
	for _, w := range strings.Fields(limitWords) {
		table[`\`+w] = word{w, true}
	}
	for _, w := range []string{"limsup", "liminf", "argmax", "argmin"} { // two words each, with a thin space
		table[`\`+w] = word{w[:3] + "\u2009" + w[3:], true}
	}
	return table
}

// Function tells whether a name is that of a function with a command: sin, tg, lim.
func Function(name string) bool { return wordTable[`\`+name].name != "" }

// Limits tells whether what stands under such a function is a limit: lim, max.
func Limits(name string) bool { return wordTable[`\`+name].limits }

// node makes an operator of a word with limits, because only operators move them; other words are identifiers.
func (w word) node() *node {
	if w.limits {
		n := leaf("mo", w.name, "movablelimits", "true", "lspace", "0", "rspace", "0").as(fn)
		n.limits = movable
		return n
	}
	return oneLetter(leaf("mi", w.name).as(fn))
}

// oneLetter keeps a name of one letter upright.
func oneLetter(n *node) *node {
	if len([]rune(n.text)) == 1 {
		n.set("mathvariant", "normal")
	}
	return n
}

// operatorName is a function that has no command: \operatorname{НСД}, and with limits \operatorname*{rank}.
func (p *parser) operatorName(t token) *node {
	limits := p.take("*")
	source, offset := p.raw(t)
	name := strings.TrimSpace(p.plainText(source, offset))
	if name == "" {
		return p.fail("argument", t.pos, t.text)
	}
	return word{name, limits}.node()
}

// textForm is how the words of \text and its likes look. Readers of the Core heed the class only, others mathvariant.
type textForm struct{ variant, class string }

var texts = map[string]textForm{
	`\text`: {}, `\textrm`: {}, `\textnormal`: {}, `\mbox`: {},
	`\textbf`: {"bold", "math-bold"}, `\textit`: {"italic", "math-italic"},
}

func (p *parser) text(f textForm, t token) *node {
	source, offset := p.raw(t)
	n := leaf("mtext", p.plainText(source, offset))
	if f.class != "" {
		n.set("mathvariant", f.variant).set("class", f.class)
	}
	return n
}

// textCommands are what may stand in a text besides words.
var textCommands = map[string]string{
	`\ `: "\u00a0", `\,`: "\u2009", `\;`: "\u2005", `\:`: "\u2005", `\!`: "", `\%`: "%", `\$`: "$", `\&`: "&", `\#`: "#", `\_`: "_",
	`\{`: "{", `\}`: "}", `\quad`: "\u2003", `\qquad`: "\u2003\u2003", `\ldots`: "…", `\dots`: "…", `\degree`: "°", `\celsius`: "°C",
	`\textbackslash`: `\`,
}

// plainText reads the inside of \text. White space is one space each; at the edges, where readers drop it, and for ~ it is a hard one.
func (p *parser) plainText(source string, offset int) string {
	var b strings.Builder
	for i := 0; i < len(source); i++ {
		switch c := source[i]; c {
		case '\\':
			command := source[i : i+commandLength(source[i:])]
			sign, ok := textCommands[command]
			if !ok {
				p.fail("command", offset+i, command)
				return ""
			}
			b.WriteString(sign)
			i += len(command) - 1
		case '%':
			i = lineEnd(source, i) - 1
		case '$', '#':
			p.fail("character", offset+i, string(c))
			return ""
		case '{', '}':
		case '~':
			b.WriteString("\u00a0")
		default:
			b.WriteByte(c)
		}
	}
	return hardEdges(b.String())
}

func hardEdges(text string) string {
	inner := strings.Join(strings.FieldsFunc(text, isSoft), " ")
	if inner == "" {
		if text != "" {
			return "\u00a0"
		}
		return ""
	}
	if isSoft(rune(text[0])) {
		inner = "\u00a0" + inner
	}
	if isSoft(rune(text[len(text)-1])) {
		inner += "\u00a0"
	}
	return inner
}

// isSoft tells whether a sign is white space that XML may drop.
func isSoft(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' }
