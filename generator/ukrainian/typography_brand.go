package ukrainian

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// change replaces the text from start to end.
type change struct {
	start, end int
	by         string
}

// spell sets every wrong spelling of the brand in text right (T-B01), and
// returns the joints at their new places.
func (br Brand) spell(text []byte, joints []int) ([]byte, []int) {
	if br.Right == "" {
		return text, joints
	}
	text, joints = apply(text, joints, br.loose(text))
	return apply(text, joints, br.wrong(text))
}

// loose finds the spaces and dashes that hold the parts of Right together in
// another way than they should.
func (br Brand) loose(text []byte) (changes []change) {
	head := br.Right
	if i := strings.IndexAny(head, brandJoints); i > 0 {
		head = head[:i]
	} else {
		return nil
	}
	for at := 0; ; {
		i := bytes.Index(text[at:], []byte(head))
		if i < 0 {
			return changes
		}
		i += at
		at = i + len(head)
		found, end := br.looseAt(text, i)
		if end > 0 && alone(text, i, end) {
			changes = append(changes, found...)
			at = end
		}
	}
}

// brandJoints are the signs of Right between which its parts are.
const brandJoints = " -"

// looseAt matches Right at i; end is 0 if it is not there.
func (br Brand) looseAt(text []byte, i int) (changes []change, end int) {
	for right := br.Right; right != ""; {
		joint := len(right) - len(strings.TrimLeft(right, brandJoints))
		if joint == 0 {
			part := right
			if n := strings.IndexAny(right, brandJoints); n > 0 {
				part = right[:n]
			}
			if !hasPrefix(text[i:], part) {
				return nil, 0
			}
			i, right = i+len(part), right[len(part):]
			continue
		}
		n := looseJoint(text[i:])
		if n == 0 {
			return nil, 0
		}
		if string(text[i:i+n]) != right[:joint] {
			changes = append(changes, change{i, i + n, right[:joint]})
		}
		i, right = i+n, right[joint:]
	}
	return changes, i
}

// looseJoint returns the length of the spaces with at most one dash among them
// at the head of s.
func looseJoint(s []byte) int {
	n := len(s) - len(bytes.TrimLeftFunc(s, unicode.IsSpace))
	rest := s[n:]
	dash := 0
	switch r, size := utf8.DecodeRune(rest); r {
	case '-', '\u2010', '\u2011', '\u2012', '–', '—', minusSign:
		dash = size
		if hasPrefix(rest, "--") {
			dash = 2
		}
	default:
		return n
	}
	rest = rest[dash:]
	return n + dash + len(rest) - len(bytes.TrimLeftFunc(rest, unicode.IsSpace))
}

const minusSign = '\u2212'

// wrong finds Wrong as it is given, but for runs of spaces. It must not be a
// part of Right that is right already.
func (br Brand) wrong(text []byte) (changes []change) {
	if br.Wrong == "" || br.Wrong == br.Right {
		return nil
	}
	head, _, _ := strings.Cut(br.Wrong, " ")
	inside := strings.Index(br.Right, br.Wrong)
	for at := 0; head != ""; {
		i := bytes.Index(text[at:], []byte(head))
		if i < 0 {
			break
		}
		i += at
		at = i + len(head)
		n := matchLoose(text[i:], br.Wrong)
		if n == 0 || !alone(text, i, i+n) {
			continue
		}
		if inside >= 0 && inside <= i && hasPrefix(text[i-inside:], br.Right) {
			continue
		}
		changes = append(changes, change{i, i + n, br.Right})
		at = i + n
	}
	return changes
}

// matchLoose returns how much of s is pattern, in which a space stands for any
// run of spaces; 0 if s does not begin with it.
func matchLoose(s []byte, pattern string) int {
	i := 0
	for n, part := range strings.Fields(pattern) {
		if n > 0 {
			spaces := len(s[i:]) - len(bytes.TrimLeftFunc(s[i:], unicode.IsSpace))
			if spaces == 0 {
				return 0
			}
			i += spaces
		}
		if !hasPrefix(s[i:], part) {
			return 0
		}
		i += len(part)
	}
	return i
}

// alone reports whether the text from start to end is not part of a longer
// word, nor of an address.
func alone(text []byte, start, end int) bool {
	left, leftSize := utf8.DecodeLastRune(text[:start])
	right, rightSize := utf8.DecodeRune(text[end:])
	switch {
	case isWordRune(left) || strings.ContainsRune(`/\_@=-%`, left):
		return false
	case isWordRune(right) || strings.ContainsRune(`/\_@=`, right):
		return false
	case left == '.': // site.SOM
		before, _ := utf8.DecodeLastRune(text[:start-leftSize])
		return !isWordRune(before)
	case right == '.': // hub.site
		after, _ := utf8.DecodeRune(text[end+rightSize:])
		return !isWordRune(after)
	}
	return true
}

func isWordRune(r rune) bool {
	return r != utf8.RuneError && (isLetterLike(r) || unicode.IsDigit(r))
}

// apply makes the changes and moves the joints. One that was inside a change
// is at its beginning afterwards.
func apply(text []byte, joints []int, changes []change) ([]byte, []int) {
	if len(changes) == 0 {
		return text, joints
	}
	var changed []byte
	moved := make([]int, 0, len(joints))
	at := 0
	for _, c := range changes {
		for len(joints) > 0 && joints[0] < c.end {
			moved = append(moved, len(changed)+min(joints[0], c.start)-at)
			joints = joints[1:]
		}
		changed = append(append(changed, text[at:c.start]...), c.by...)
		at = c.end
	}
	for _, j := range joints {
		moved = append(moved, len(changed)+j-at)
	}
	return append(changed, text[at:]...), moved
}
