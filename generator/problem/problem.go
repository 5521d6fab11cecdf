// Package problem says what is wrong with the content, where, and how to mend it.
//
// A [Problem] is data: a stable code, a place, and the arguments of a message.
// The messages themselves stand in one catalogue, in Ukrainian and in English;
// tests of other packages compare codes and places, never sentences.
// A [List] holds the problems of all files; it sorts totally, so that two runs
// over the same content print the same bytes.
//
//	p := problem.New("E-KEY", "content/news/zustrich/index.md", 3, 1,
//		"field", "draf", "nearest", problem.Nearest("draf", known))
//	p.Source = problem.Excerpt(source, 3)
//	problem.WriteText(os.Stderr, problem.List{p}, "uk", true)
//
// prints
//
//	content/news/zustrich/index.md:3:1: невідоме поле `draf`. Можливо, ви мали на увазі `draft`? [E-KEY]
//	  3 | draf: true
//	    | ^^^^
//	  Що зробити: Замініть `draf` на `draft`.
//
// Everything here is pure: no clock, no disk, no terminal, no goroutine.
// The machine's troubles (disk, network) are Go errors and do not come here.
package problem

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
)

// Problem is one thing that is wrong in what an author wrote.
type Problem struct {
	Code string // of the catalogue: E-REF stops a build, W-ALT does not

	// File is the slash path from the site's folder, as the author knows it:
	// content/projects/x/index.md. Empty: the site as a whole.
	File string

	// Line and Column count from 1, columns in runes; 0 is the whole file or line.
	Line, Column int

	// Length is how many runes to mark; 0 marks to the end of the word.
	Length int

	// Source is the author's own line without its end, see [Excerpt];
	// empty: the place is told, but not shown.
	Source string

	// Args fill the placeholders of the message. The entry "label.en" is used
	// instead of "label" in English sentences, "label.uk" in Ukrainian ones.
	Args map[string]string

	// Draft is set for what stands in a draft: it never stops a build that
	// leaves drafts out. A build that shows drafts clears it.
	Draft bool
}

// New makes a problem with a code of the catalogue; args are name, value pairs.
// It panics for an unknown code or half a pair: our own code is wrong then.
func New(code, file string, line, column int, args ...string) Problem {
	if _, ok := catalogue[code]; !ok {
		panic(fmt.Sprintf("problem.New: code %q is not in the catalogue", code))
	}
	if len(args)%2 != 0 {
		panic(fmt.Sprintf("problem.New: %s: argument %q has no value", code, args[len(args)-1]))
	}
	p := Problem{Code: code, File: file, Line: line, Column: column}
	if len(args) > 0 {
		p.Args = make(map[string]string, len(args)/2)
	}
	for i := 0; i < len(args); i += 2 {
		p.Args[args[i]] = args[i+1]
	}
	if p.Args["label"] == p.Args["field"] {
		delete(p.Args, "label") // the author wrote the label: say it once
	}
	return p
}

// Stops reports whether a build must not be published because of p.
func (p Problem) Stops() bool {
	return strings.HasPrefix(p.Code, "E-") && !p.Draft
}

// What says in one sentence what is wrong: lang is "uk" or "en".
// It begins small and ends without a full stop, as it follows the place.
func (p Problem) What(lang string) string {
	s, _ := expand(p.template(lang).what, p.Args, lang)
	return s
}

// Mend says what to do, as an edit or a command: a full sentence.
func (p Problem) Mend(lang string) string {
	s, _ := expand(p.template(lang).mend, p.Args, lang)
	return s
}

// Missing names the arguments that the sentences of p need and that p has not;
// they are printed as an ellipsis. Tests of callers expect it to be empty.
func (p Problem) Missing() []string {
	var names []string
	for _, lang := range []string{"uk", "en"} {
		t := p.template(lang)
		_, a := expand(t.what, p.Args, lang)
		_, b := expand(t.mend, p.Args, lang)
		names = append(append(names, a...), b...)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// template is the pair of sentences of p in one language. A code that is no
// longer in the catalogue (a problem out of an old cache) speaks for itself.
func (p Problem) template(lang string) sentences {
	e, ok := catalogue[p.Code]
	switch {
	case !ok:
		return sentences{what: p.Code, mend: p.Code}
	case lang == "en":
		return sentences{what: e.enWhat, mend: e.enMend}
	default:
		return sentences{what: e.ukWhat, mend: e.ukMend}
	}
}

type sentences struct{ what, mend string }

// identity is a text that is equal for equal problems only.
func (p Problem) identity() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%q %q %d %d %d %q %t", p.Code, p.File, p.Line, p.Column, p.Length, p.Source, p.Draft)
	for _, name := range slices.Sorted(maps.Keys(p.Args)) {
		fmt.Fprintf(&b, " %q=%q", name, p.Args[name])
	}
	return b.String()
}

// Mask hides the middle of a phone, an e-mail or a number, so that a message about personal data does not spread them: "+38 ••• •••-••-67". Spaces,
// hyphens and @ stay, by which its author knows it in her text.
func Mask(value string) string {
	runes := []rune(value)
	before, behind := 3, 2
	if len(runes) <= 7 {
		before, behind = 1, 1 // most of a short one has to be hidden too
	}
	for i := before; i < len(runes)-behind; i++ {
		if runes[i] != '-' && runes[i] != '@' && !unicode.IsSpace(runes[i]) {
			runes[i] = '•'
		}
	}
	return string(runes)
}

// HideIn hides a value in a line that is shown, wherever it stands there, also where it began in the line before and goes on at the beginning of this one: masked
// is the value as [Mask] leaves it, every sign hidden or its own, so that places stay true.
func HideIn(line, masked string) string {
	runes, hidden := []rune(line), []rune(masked)
	for at := range runes {
		hide(runes[at:], hidden)
	}
	begin := len(line) - len(strings.TrimLeft(line, " \t"))
	for i, sign := range hidden {
		if sign == ' ' {
			hide(runes[begin:], hidden[i+1:])
		}
	}
	return string(runes)
}

// hide puts a masked value in the place of the value, if a text begins with it.
func hide(text, masked []rune) {
	if len(masked) > len(text) {
		return
	}
	for i, sign := range masked {
		if sign != '•' && sign != text[i] {
			return
		}
	}
	copy(text, masked)
}
