package ukrainian

import (
	"strings"
	"unicode"
)

// liftJoints takes the joints out of s and notes where they were.
func liftJoints(s string) (text string, joints []int) {
	const joint = string(Joint)
	if !strings.Contains(s, joint) {
		return s, nil
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
	for i := range b.tokens {
		t := &b.tokens[i]
		if t.edit == keep || t.edit == drop && t.start == t.end {
			continue
		}
		if w.out == nil {
			w.out = make([]byte, 0, len(b.text)+len(b.text)/16+len(string(Joint))*len(b.joints)+16)
		}
		w.copy(t.start)
		switch t.edit {
		case squeeze:
			w.squeeze(t.end)
		case straighten:
			w.each(t.end, IsApostrophe, b.written[apostrophe])
		case rangeIn:
			w.each(t.end, func(r rune) bool { return r == '-' || r == '—' }, b.written[range_])
		default:
			if t.start == t.end && b.kindOf(i-1) == isClosing {
				w.joint(t.start) // the joint closes what the quote closes
			}
			w.replace(t.end, b.written[t.edit])
		}
	}
	if w.out == nil && len(w.joints) == 0 {
		return b.text
	}
	w.copy(len(b.text))
	w.joint(len(b.text))
	return string(w.out)
}

// writer copies a text from left to right with replacements. Joints come out
// before the byte they stood before.
type writer struct {
	text   string
	joints []int // those not yet written
	out    []byte
	at     int // how much of text is done
}

// copy writes the text up to a place as it is.
func (w *writer) copy(to int) {
	for len(w.joints) > 0 && w.joints[0] < to {
		w.out = append(w.out, w.text[w.at:w.joints[0]]...)
		w.at = w.joints[0]
		w.joint(w.at)
	}
	w.out = append(w.out, w.text[w.at:to]...)
	w.at = to
}

// replace writes s for the text up to a place. A joint inside comes after it.
func (w *writer) replace(to int, s string) {
	if w.at < to {
		w.joint(w.at)
	}
	w.out = append(w.out, s...)
	w.joint(to - 1)
	w.at = to
}

// joint writes the joints that are due up to a place.
func (w *writer) joint(to int) {
	for len(w.joints) > 0 && w.joints[0] <= to {
		w.out = append(w.out, string(Joint)...)
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
