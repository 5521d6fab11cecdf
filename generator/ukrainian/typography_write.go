package ukrainian

import (
	"bytes"
	"strings"
	"unicode"
)

const joint = string(Joint)

// liftJoints appends a text to dst without its joints, and to joints where they were.
func liftJoints(dst, text []byte, joints []int) ([]byte, []int) {
	for {
		run, rest, found := bytes.Cut(text, []byte(joint))
		dst = append(dst, run...)
		if !found {
			return dst, joints
		}
		joints = append(joints, len(dst))
		text = rest
	}
}

// write appends the text to dst with its edits and joints.
func (b *block) write(dst []byte) []byte {
	w := writer{text: b.text, joints: b.joints, out: dst}
	for i := range b.tokens {
		t := &b.tokens[i]
		if t.edit == keep || t.edit == drop && t.start == t.end {
			continue
		}
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
	w.copy(len(b.text))
	w.joint(len(b.text))
	return w.out
}

// writer copies a text from left to right with replacements. Joints come out
// before the byte they stood before.
type writer struct {
	text   []byte
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
		w.out = append(w.out, joint...)
		w.joints = w.joints[1:]
	}
}

// squeeze writes of a run of spaces the no-break ones; or, if there are none,
// the line feeds; or a single space.
func (w *writer) squeeze(to int) {
	run := string(w.text[w.at:to])
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
	for i, r := range string(w.text[start:to]) {
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
