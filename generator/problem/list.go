package problem

import (
	"cmp"
	"slices"
	"strings"
)

// List is the problems of a site. Functions that can find something wrong
// return one beside their value; the first problem does not hide the rest.
type List []Problem

// Sort orders the list by file (in natural order: 2-x before 10-x), line,
// column, code and message. The order is total: whatever order the problems
// were found in, the result is the same.
func (l List) Sort() {
	slices.SortFunc(l, compareProblems)
}

func compareProblems(a, b Problem) int {
	place := cmp.Or(
		compareNatural(a.File, b.File),
		cmp.Compare(a.Line, b.Line),
		cmp.Compare(a.Column, b.Column),
		cmp.Compare(a.Code, b.Code),
	)
	if place != 0 {
		return place
	}
	return cmp.Or(
		cmp.Compare(a.What("uk"), b.What("uk")),
		cmp.Compare(a.identity(), b.identity()),
	)
}

// Errors counts the problems that stop a build.
func (l List) Errors() int { return l.count(Problem.Stops) }

// Warnings counts the problems that stop only a strict build.
func (l List) Warnings() int {
	return l.count(func(p Problem) bool { return !p.Stops() && !p.Draft })
}

// Drafts counts the problems that stand in drafts and stop nothing.
func (l List) Drafts() int {
	return l.count(func(p Problem) bool { return p.Draft })
}

// Stops reports whether any problem of the list stops a build.
func (l List) Stops() bool { return slices.ContainsFunc(l, Problem.Stops) }

func (l List) count(is func(Problem) bool) int {
	n := 0
	for _, p := range l {
		if is(p) {
			n++
		}
	}
	return n
}

// Dedup returns the list without repetitions, in its order. Of a problem that
// was found both in a draft and outside of one, the one that stops remains.
func (l List) Dedup() List {
	out := make(List, 0, len(l))
	at := make(map[string]int, len(l))
	for _, p := range l {
		q := p
		q.Draft = false
		id := q.identity()
		i, seen := at[id]
		if !seen {
			at[id] = len(out)
			out = append(out, p)
			continue
		}
		out[i].Draft = out[i].Draft && p.Draft
	}
	return out
}

// compareNatural compares slash paths as people read them: folder by folder,
// and runs of digits by their value. Different paths never compare equal.
func compareNatural(a, b string) int {
	if a == b {
		return 0
	}
	as, bs := strings.Split(a, "/"), strings.Split(b, "/")
	for i := 0; i < len(as) && i < len(bs); i++ {
		if c := compareName(as[i], bs[i]); c != 0 {
			return c
		}
	}
	return cmp.Or(cmp.Compare(len(as), len(bs)), cmp.Compare(a, b))
}

// compareName compares one folder or file name; "01" and "1" are equal to it.
func compareName(a, b string) int {
	for a != "" && b != "" {
		da, db := digits(a), digits(b)
		if da == 0 || db == 0 {
			// A number stands before any other sign, so that the order of
			// three names never goes round in a circle.
			switch {
			case da > 0:
				return -1
			case db > 0:
				return 1
			case a[0] != b[0]:
				return cmp.Compare(a[0], b[0])
			}
			a, b = a[1:], b[1:]
			continue
		}
		na, nb := strings.TrimLeft(a[:da], "0"), strings.TrimLeft(b[:db], "0")
		if c := cmp.Or(cmp.Compare(len(na), len(nb)), cmp.Compare(na, nb)); c != 0 {
			return c
		}
		a, b = a[da:], b[db:]
	}
	return cmp.Compare(len(a), len(b))
}

// digits is the length of the number at the beginning of s.
func digits(s string) int {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return n
}
