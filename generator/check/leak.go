package check

import (
	"slices"
	"strings"
)

// leaks are the e-mails and phones that must not get out (PD-04).
type leaks struct {
	emails  map[string]bool
	phones  map[string]string // by digits, as they were written
	lengths []int             // of the keys of phones
}

// shortest is how many digits make a phone: with fewer, dates and numbers of pages would be found.
const shortest = 9

func newLeaks(private []string) *leaks {
	l := &leaks{emails: map[string]bool{}, phones: map[string]string{}}
	for _, written := range private {
		if strings.Contains(written, "@") {
			l.emails[strings.ToLower(strings.TrimSpace(written))] = true
			continue
		}
		if key := digitsOf(written); len(key) >= shortest {
			l.phones[key] = written
			if !slices.Contains(l.lengths, len(key)) {
				l.lengths = append(l.lengths, len(key))
			}
		}
	}
	return l
}

func (l *leaks) none() bool { return len(l.emails)+len(l.phones) == 0 }

// digitsOf is a phone without what may be written or not: signs, spaces, the code of the country and the zero after it.
func digitsOf(phone string) string {
	var b strings.Builder
	for _, r := range phone {
		if '0' <= r && r <= '9' {
			b.WriteRune(r)
		}
	}
	digits := b.String()
	for _, prefix := range []string{"380", "80", "0"} {
		if rest, ok := strings.CutPrefix(digits, prefix); ok && len(rest) >= shortest {
			return rest
		}
	}
	return digits
}

// search is the state of looking through one file; it is an [io.Writer] that may get the file in pieces.
type search struct {
	leaks  *leaks
	word   []byte // what may be an e-mail
	at     bool   // word holds an @
	digits []byte // what may be a phone, without what stands between the digits
	found  map[string]string
}

func (l *leaks) search() *search { return &search{leaks: l, found: map[string]string{}} }

// Write looks through a piece of the file.
func (s *search) Write(p []byte) (int, error) {
	for _, b := range p {
		c := classes[b]
		s.email(b, c)
		s.phone(b, c)
	}
	return len(p), nil
}

// What a byte may be a part of.
const (
	inWord  = 1 << iota // an e-mail
	isDigit             // a phone
	isGap               // what stands between the digits of a phone
)

// classes are what the bytes are. Gaps are spaces, hyphens, brackets, full stops and slashes; of the spaces and hyphens beyond
// ASCII the single bytes count, as no other sign that stands between digits is made of them.
var classes = func() (classes [256]uint8) {
	for _, b := range []byte("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._%+-@") {
		classes[b] |= inWord
	}
	for _, b := range []byte("0123456789") {
		classes[b] |= isDigit
	}
	for _, b := range []byte(" \t-()./\u00a0\u00ad\u202f\u2011\u2013") {
		classes[b] |= isGap
	}
	return classes
}()

const longestWord = 320 // of an e-mail, by RFC 5321

func (s *search) email(b, class uint8) {
	switch {
	case class&inWord != 0:
		if len(s.word) < longestWord {
			s.word = append(s.word, b)
			s.at = s.at || b == '@' || b == '%'
		}
	case len(s.word) > 0:
		s.endWord()
	}
}

func (s *search) endWord() {
	if s.at {
		word := strings.ToLower(strings.ReplaceAll(string(s.word), "%40", "@"))
		if word = strings.Trim(word, ".-_"); s.leaks.emails[word] {
			s.found[word] = "email"
		}
	}
	s.word, s.at = s.word[:0], false
}

func (s *search) phone(b, class uint8) {
	switch {
	case class&isGap != 0:
	case class&isDigit == 0:
		s.digits = s.digits[:0]
	default:
		s.digits = append(s.digits, b)
		for _, n := range s.leaks.lengths {
			if at := len(s.digits) - n; at >= 0 {
				if written, ok := s.leaks.phones[string(s.digits[at:])]; ok {
					s.found[written] = "phone"
				}
			}
		}
		if len(s.digits) > longestRun {
			s.digits = append(s.digits[:0], s.digits[longestRun/2:]...)
		}
	}
}

const longestRun = 256 // digits that are remembered; no phone has half as many

// leak is something private that was found.
type leak struct{ what, value string }

// results are what was found, in a stable order. The file has ended.
func (s *search) results() []leak {
	s.endWord()
	var list []leak
	for value, what := range s.found {
		list = append(list, leak{what, value})
	}
	slices.SortFunc(list, func(a, b leak) int { return strings.Compare(a.value, b.value) })
	return list
}
