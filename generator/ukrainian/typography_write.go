package ukrainian

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// liftJoints takes the joints out of s and appends where they were.
func liftJoints(s string, joints []int) (string, []int) {
	const joint = string(Joint)
	if !strings.Contains(s, joint) {
		return s, joints
	}
	var b strings.Builder
	b.Grow(len(s))
	for {
		run, rest, found := strings.Cut(s, joint)
		b.WriteString(run)
		if !found {
			return b.String(), joints
		}
		joints = append(joints, b.Len())
		s = rest
	}
}

// String writes the text with its edits and joints.
func (b *block) String() string {
	w := writer{text: b.text, joints: b.joints}
	if len(w.joints) > 0 {
		w.grow()
	}
	for i := range b.tokens {
		t := &b.tokens[i]
		if t.edit == keep || t.edit == drop && t.start == t.end {
			continue
		}
		w.grow()
		start, end := int(t.start), int(t.end)
		w.copy(start)
		switch t.edit {
		case squeezeRun:
			w.squeeze(end)
		case straightenWord:
			w.each(end, IsApostrophe, b.written[putApostrophe])
		case rangeInside:
			w.each(end, func(r rune) bool { return r == '-' || r == '—' }, b.written[putRange])
		default:
			if start == end && b.kindOf(i-1) == kindClosing {
				w.joint(start) // the joint closes what the quote closes
			}
			w.replace(end, b.written[t.edit])
		}
	}
	if w.out.Cap() == 0 {
		return b.text
	}
	w.copy(len(b.text))
	w.joint(len(b.text))
	return w.out.String()
}

// writer copies a text from left to right with replacements. Joints come out
// before the byte they stood before.
type writer struct {
	text   string
	joints []int // those not yet written
	out    strings.Builder
	at     int // how much of text is done
}

// grow makes room for the whole text, once.
func (w *writer) grow() {
	if w.out.Cap() == 0 {
		w.out.Grow(len(w.text) + len(w.text)/16 + len(w.joints)*utf8.RuneLen(Joint) + 16)
	}
}

// copy writes the text up to a place as it is.
func (w *writer) copy(to int) {
	for len(w.joints) > 0 && w.joints[0] < to {
		w.out.WriteString(w.text[w.at:w.joints[0]])
		w.at = w.joints[0]
		w.joint(w.at)
	}
	w.out.WriteString(w.text[w.at:to])
	w.at = to
}

// replace writes s for the text up to a place. A joint inside comes after it.
func (w *writer) replace(to int, s string) {
	if w.at < to {
		w.joint(w.at)
	}
	w.out.WriteString(s)
	w.joint(to - 1)
	w.at = to
}

// joint writes the joints that are due up to a place.
func (w *writer) joint(to int) {
	for len(w.joints) > 0 && w.joints[0] <= to {
		w.out.WriteRune(Joint)
		w.joints = w.joints[1:]
	}
}

// squeeze writes of a run of spaces the no-break ones; or, if there are none,
// the line feeds; or a single space.
func (w *writer) squeeze(to int) {
	run := w.text[w.at:to]
	stays := func(r rune) bool { return r == '\n' }
	if strings.IndexFunc(run, isHard) >= 0 {
		stays = isHard
	} else if !strings.Contains(run, "\n") {
		w.replace(to, " ")
		return
	}
	start := w.at
	for i, r := range run {
		if size := len(string(r)); stays(r) {
			w.copy(start + i + size)
		} else {
			w.replace(start+i+size, "")
		}
	}
}

// each writes s for every rune up to a place that is to be replaced.
func (w *writer) each(to int, replaced func(rune) bool, s string) {
	start := w.at
	for i, r := range w.text[start:to] {
		if replaced(r) {
			w.copy(start + i)
			w.replace(start+i+len(string(r)), s)
		}
	}
	w.copy(to)
}

// isHard reports whether r is a space that the author cannot have typed by the
// way: it stays.
func isHard(r rune) bool {
	return r > unicode.MaxASCII && unicode.IsSpace(r)
}
