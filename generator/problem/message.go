package problem

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/som-hub/vitryna/generator/ukrainian"
)

// The notation of the catalogue:
//
//	{field}                   the argument
//	{n:рядок/рядки/рядків}    the argument, a number, with the right word: 22 рядки (English: {n:row/rows})
//	{want@type}               the argument looked up in a word list of words.go: date is «дата»
//	[[ … {nearest} …]]        vanishes with a placeholder of its own that has no value
//	[[ a || b || c ]]         the first of several that does not vanish; the last never does, but may be empty
//
// Optional parts may stand inside one another; an inner one vanishes alone.
// Values are never read as notation. What is not notation is text: `[^1]`, `{x=y}`.

// absent is printed for an argument that a sentence needs and did not get.
const absent = "…"

// expand fills a template; missing names the needed arguments that args has not.
func expand(template string, args map[string]string, lang string) (text string, missing []string) {
	e := expander{rest: template, args: args, lang: lang}
	var b strings.Builder
	for {
		p := e.run(false)
		b.WriteString(p.text)
		missing = append(missing, p.missing...)
		if e.rest == "" {
			return strings.ReplaceAll(b.String(), "….", "…"), missing // of a list that goes on, at the end of a sentence
		}
		b.WriteString(e.rest[:2]) // a stray ]] is text
		e.rest = e.rest[2:]
	}
}

type expander struct {
	rest string // of the template, not yet read
	args map[string]string
	lang string
}

// part is a stretch of a message. It is whole if every placeholder of its own
// level has a value; otherwise it prints an ellipsis for each of the missing.
type part struct {
	text    string
	missing []string
	whole   bool
}

// run reads up to the end of the optional part it is inside, or of the template.
func (e *expander) run(inside bool) part {
	var b strings.Builder
	p := part{whole: true}
	for e.rest != "" {
		switch {
		case strings.HasPrefix(e.rest, "[["):
			e.rest = e.rest[2:]
			inner := e.optional()
			b.WriteString(inner.text)
			p.missing = append(p.missing, inner.missing...)
		case strings.HasPrefix(e.rest, "]]"), inside && strings.HasPrefix(e.rest, "||"):
			p.text = b.String()
			return p
		case e.rest[0] == '{':
			value := e.placeholder(inside)
			b.WriteString(value.text)
			p.missing = append(p.missing, value.missing...)
			p.whole = p.whole && value.whole
		default:
			n := 1 + strings.IndexAny(e.rest[1:], "{[]|")
			if n == 0 {
				n = len(e.rest)
			}
			b.WriteString(e.rest[:n])
			e.rest = e.rest[n:]
		}
	}
	p.text = b.String()
	return p
}

// optional reads an optional part after its [[ and returns what it comes to.
func (e *expander) optional() part {
	chosen, alternatives := e.run(true), false
	for strings.HasPrefix(e.rest, "||") {
		e.rest = e.rest[2:]
		alternatives = true
		if next := e.run(true); !chosen.whole {
			chosen = next
		}
	}
	e.rest = strings.TrimPrefix(e.rest, "]]")
	if chosen.whole || alternatives {
		return chosen
	}
	return part{}
}

// placeholder reads what begins with {.
func (e *expander) placeholder(inside bool) part {
	name, operator, operand, size := splitPlaceholder(e.rest)
	if size == 0 {
		e.rest = e.rest[1:]
		return part{text: "{", whole: true}
	}
	e.rest = e.rest[size:]
	value, ok := e.value(name)
	if !ok || inside && value == "" {
		return part{text: absent, missing: []string{name}}
	}
	switch operator {
	case ':':
		return part{text: count(value, operand, e.lang), whole: true}
	case '@':
		w, known := word(operand, value, e.lang)
		if !known {
			w = clean(name, value)
		}
		return part{text: w, whole: known}
	}
	return part{text: clean(name, value), whole: true}
}

func (e *expander) value(name string) (string, bool) {
	if v, ok := e.args[name+"."+e.lang]; ok {
		return v, true
	}
	v, ok := e.args[name]
	return v, ok
}

// splitPlaceholder takes {name}, {name:forms} or {name@list} from the beginning
// of s; size is 0 if there is none.
func splitPlaceholder(s string) (name string, operator byte, operand string, size int) {
	end := strings.IndexByte(s, '}')
	if end < 0 {
		return "", 0, "", 0
	}
	body := s[1:end]
	if i := strings.IndexAny(body, ":@"); i >= 0 {
		body, operator, operand = body[:i], body[i], body[i+1:]
	}
	if body == "" || strings.Trim(body, "abcdefghijklmnopqrstuvwxyz") != "" {
		return "", 0, "", 0
	}
	return body, operator, operand, end + 1
}

// count prints a number with its word. A value that is no whole number is
// printed as it is, with the form of many.
func count(value, forms, lang string) string {
	words := strings.Split(forms, "/")
	n, err := strconv.Atoi(value)
	switch {
	case err != nil:
		return clean("", value) + " " + words[len(words)-1]
	case lang != "en":
		return ukrainian.Count(n, ukrainian.ParseForms(forms))
	default:
		return ukrainian.EnglishCount(n, words[0], words[len(words)-1])
	}
}

// How much of a value a sentence shows. What the author wrote stands in the
// excerpt anyway; lists of what is allowed may be longer.
const (
	shortValue = 60
	longValue  = 400
)

// clean makes a value fit for one line of a terminal: no control signs, no
// signs that turn the direction of writing, not too long.
func clean(name, value string) string {
	limit := longValue
	if slices.Contains([]string{"value", "text", "target", "anchor"}, name) {
		limit = shortValue
	}
	var b strings.Builder
	n := 0
	for _, r := range value {
		if n++; n > limit {
			b.WriteString("…")
			break
		}
		b.WriteRune(printable(r))
	}
	return strings.TrimSpace(b.String())
}

// printable replaces what would disturb a terminal by a visible sign.
func printable(r rune) rune {
	switch {
	case r == '\n' || r == '\r' || r == '\t' || r == '\u2028' || r == '\u2029':
		return ' '
	case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
		return utf8.RuneError
	}
	return r
}
