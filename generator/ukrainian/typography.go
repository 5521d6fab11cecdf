package ukrainian

import (
	"bytes"
	"sync"
)

// Typographer sets the signs and spaces of a text as the rules T-01…T-13 of
// domain.md 5.5 ask. The zero value works and knows no brand names.
//
// It is meant for text alone: one paragraph, heading, cell or caption at a
// time, without code, targets of links or markup. [Joint] and [Object] stand
// for what a caller had to take out. A text that has been set is not changed
// when it is set again.
type Typographer struct {
	Brands []Brand // rule T-B01, in the order in which they are tried
}

// Brand says how a name is spelt. Wrong is replaced by Right; so is Right
// itself wherever other spaces and dashes hold its parts together than should:
// the Right SOM-hub also catches «SOM – hub» and «SOM hub», but not «SOMhub».
// Both are found as whole words only, and in the case they are given.
type Brand struct {
	Wrong, Right string
}

// Flaw is something the typographer saw and would not decide.
type Flaw struct {
	Code string // FlawQuotes or FlawGlue
	Text string // the fragment as it was typed, some forty letters at most
}

const (
	// FlawQuotes: the quotes do not pair, so they stay as typed (T-03).
	FlawQuotes = "W-TYPO-QUOTES"
	// FlawGlue: a space is missing between a word and a number: «У2019».
	FlawGlue = "W-TYPO-GLUE"
)

const (
	// Joint parts two runs of one paragraph, as at the border of an emphasis.
	// The rules look through it, and it stays between the neighbours it had.
	Joint = '\uE000'
	// Object stands for something opaque, such as code or a picture. It is
	// neither a space nor a letter; no rule changes it or reaches across it
	// inside a word.
	Object = '\uFFFC'
)

// Ukrainian sets a Ukrainian paragraph: « » and „ “, ’, —, no-break spaces.
// A line feed counts as a space, and stays one unless its place needs another
// space or none.
func (t Typographer) Ukrainian(s string) (string, []Flaw) {
	return t.setString(s, &inUkrainian)
}

// English sets an English paragraph: “ ” and ‘ ’, ’, spaced en dash. Of the
// rules that bind words only those for № and initials hold.
func (t Typographer) English(s string) (string, []Flaw) {
	return t.setString(s, &inEnglish)
}

// AppendUkrainian appends a text to dst as [Typographer.Ukrainian] sets it.
func (t Typographer) AppendUkrainian(dst, text []byte) ([]byte, []Flaw) {
	used := usedLists.Get().(*lists)
	defer used.release()
	return t.set(dst, text, &inUkrainian, used)
}

// AppendEnglish appends a text to dst as [Typographer.English] sets it.
func (t Typographer) AppendEnglish(dst, text []byte) ([]byte, []Flaw) {
	used := usedLists.Get().(*lists)
	defer used.release()
	return t.set(dst, text, &inEnglish, used)
}

func (t Typographer) setString(s string, m *manner) (string, []Flaw) {
	used := usedLists.Get().(*lists)
	defer used.release()
	used.typed = append(used.typed[:0], s...)
	var flaws []Flaw
	used.written, flaws = t.set(used.written[:0], used.typed, m, used)
	if string(used.written) == s {
		return s, flaws
	}
	return string(used.written), flaws
}

// set applies the rules in the order of the domain. The text is cut into
// tokens once; a rule notes on a token what is to be written in its place, and
// sees what the rules before it have noted.
func (t Typographer) set(dst, text []byte, m *manner, used *lists) ([]byte, []Flaw) {
	b := block{manner: m, text: text, joints: used.joints[:0], tokens: used.tokens[:0]}
	if bytes.Contains(text, []byte(joint)) {
		used.lifted, b.joints = liftJoints(used.lifted[:0], text, b.joints)
		b.text = used.lifted
	}
	for _, brand := range t.Brands {
		b.text, b.joints = brand.spell(b.text, b.joints) // T-B01
	}
	b.scan()       // T-01, T-02, T-05
	b.pairQuotes() // T-03
	if m == &inEnglish {
		b.setApostrophes()
	}
	b.closeUpBrackets() // T-04
	b.setDashes()       // T-06, T-07
	b.closeUpPoints()   // T-08, and the comma of T-04
	b.bindWords()       // T-09, T-10, T-11, T-13
	b.bindInitials()    // T-12
	used.tokens, used.joints = b.tokens, b.joints
	return b.write(dst), b.flaws
}

// usedLists are lists that have been used: a site sets a hundred thousand texts, and the lists would be a tenth of all its memory.
var usedLists = sync.Pool{New: func() any { return new(lists) }}

type lists struct {
	typed, lifted, written []byte // a text, without its joints, and as it is set
	tokens                 []token
	joints                 []int
}

// release gives lists back, if they are worth keeping: of a text of some hundred kilobytes at most.
func (l *lists) release() {
	const longest = 1 << 16
	if cap(l.tokens) <= longest && max(cap(l.typed), cap(l.lifted)) <= 8*longest {
		usedLists.Put(l)
	}
}

// manner is what differs between the languages.
type manner struct {
	written  [editCount]string // what an edit writes
	initials int               // how many initials bind to the surname after them
}

var inUkrainian = manner{
	initials: 1,
	written: [editCount]string{
		putBlank: " ", putHard: nbsp, putEllipsis: "…", putApostrophe: "’",
		putRange: "–", putDash: "—",
		putOuterOpen: "«", putOuterClose: "»", putInnerOpen: "„", putInnerClose: "“",
	},
}

var inEnglish = manner{
	initials: 2,
	written: [editCount]string{
		putBlank: " ", putHard: nbsp, putEllipsis: "…", putApostrophe: "’",
		putRange: "–", putDash: "–",
		putOuterOpen: "“", putOuterClose: "”", putInnerOpen: "‘", putInnerClose: "’",
	},
}
