// Package mathml makes MathML of TeX: the formulas of schools and of the first years of a university. It is the manual of what may be
// written between \( and \), or between lines of $$.
//
//	mathml.Convert(`x_{1,2} = \frac{-b \pm \sqrt{b^2-4ac}}{2a}`, true)
//
// What comes out is one math element of MathML Core, well-formed as XML, with the source in alttext. It holds no style and no script.
// Where the Core leaves something to style sheets, an element has a class; the classes are at the end of this text.
//
// # Numbers and letters
//
//	3.14  3{,}14  3,14       one number; 1, 2 with a space and 1,2,3 are lists
//	10\,000  10~000          thousands are one number
//	x  \alpha  \Gamma        a letter alone is an identifier; the Greek ones with their var-forms
//	v_{сер}  10\,год         Cyrillic letters that touch are a word, upright
//	\mathrm \mathbf \mathit \mathbb \mathcal \mathscr \mathfrak \mathsf \mathtt \boldsymbol \bm
//	90^\circ  90\degree  36{,}6\,\celsius  25\%
//
// # Signs
//
// Signs may be typed or named: ≤ is \le. The tables are in symbols.go. A minus is a sign before a value and an operator between two;
// a bar opens where a value is awaited. \not strikes the next sign out. \dots stand on the line, \cdots in the middle.
//
// # Constructs
//
//	x^2  x_1  x_1^2  f'  f''       scripts and primes; one of each
//	\frac \dfrac \tfrac \cfrac \binom \dbinom \tbinom
//	\sqrt{x}  \sqrt[3]{x}
//	\sum \prod \int \iint \oint \bigcup …, \limits \nolimits
//	\sin \cos \tg \ctg \arctg \arcctg \lg \ln \log \exp …, \lim \max \min \sup \inf \det \gcd …
//	\operatorname{НСД}  \operatorname*{extr}_x  \bmod  \pmod{n}  \mod  \pod
//	\vec \hat \bar \dot \ddot \tilde \overline \underline \widehat \overrightarrow \overbrace{…}^{…} \underbrace{…}_{…} …
//	\overset \underset \stackrel \xrightarrow[under]{over} \xleftarrow \substack
//	\left( … \middle| … \right)  \big( \Bigl[ \biggm| \Biggr\}
//	\text{якщо } \textbf \textit \textrm \mbox
//	\, \: \; \! \quad \qquad ~ \  \phantom \hphantom \vphantom
//	\displaystyle \textstyle \scriptstyle \scriptscriptstyle
//	% a note to the end of the line
//
// # Tables
//
// \begin{…} and \end{…} with matrix, pmatrix, bmatrix, Bmatrix, vmatrix, Vmatrix, smallmatrix, cases, dcases, rcases, aligned, align,
// split, gathered, gather, multline (align*, gather* and multline* too) and array with its columns: {lc|r}. Cells are divided by &, rows by
// \\, which may have a distance, \\[2pt], of no effect; \hline draws a line. Formulas are numbered by the page: there is no \tag.
//
// # Errors
//
// Whatever is not understood is an *[Error] with one of these codes, at the place where it stands:
//
//	command      a command that is not here: \color
//	brace        { or \left that is not closed, } or \right that closes nothing
//	argument     something is missing after a command: \frac{1}, x^
//	environment  a table of an unknown name, or one that is not ended by its own
//	align        & or \\ outside a table, or more cells than the table has columns
//	nesting      more than 100 groups in one another
//	script       two exponents or two indices at one place: x^2^3
//	character    a sign with no meaning in a formula: #, $, what cannot be seen
//	long         more than 20 000 bytes
//
// # Classes
//
//	math-aligned   columns stand right and left by turns and touch
//	math-cases     columns stand left
//	math-gathered  one column, centred
//	math-substack  one column without distances
//	math-left, math-right, math-bar, math-bar-after            a cell, and the line at its side
//	math-line, math-line-below                                 a row, and the line over or under it
//	math-over, math-under                                      a line over or under; the sign in the source is for readers without styles
//	math-bold, math-italic                                     words and Cyrillic letters
package mathml

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longest is how many bytes a formula may have.
const longest = 20_000

// Error is a formula that cannot be understood.
type Error struct {
	Offset int    // of Text in the source, in bytes
	Code   string // what is wrong, see the package's description
	Text   string // the piece of the source that is wrong; empty where nothing can be shown
}

// Error is for engineers.
func (e *Error) Error() string {
	return fmt.Sprintf("formula, byte %d: %s %q", e.Offset, e.Code, e.Text)
}

// Convert makes a math element of a formula; one on lines of its own is displayed. The error is an *Error.
func Convert(tex string, display bool) (string, error) {
	if err := check(tex); err != nil {
		return "", err
	}
	p := &parser{src: tex}
	kids := p.row()
	if t := p.peek(); t.text != "" {
		p.unexpected(t, t)
	}
	if p.err != nil {
		return "", p.err
	}
	m := element("math", []*node{row(kids)}, "xmlns", "http://www.w3.org/1998/Math/MathML")
	if display {
		m.set("display", "block")
	}
	m.set("alttext", strings.Join(strings.Fields(tex), " "))
	var b strings.Builder
	m.write(&b)
	return b.String(), nil
}

// check refuses what no formula may be, and what XML has no place for.
func check(tex string) error {
	if len(tex) > longest {
		return &Error{Offset: longest, Code: "long"}
	}
	for i, r := range tex {
		_, n := utf8.DecodeRuneInString(tex[i:])
		if r == utf8.RuneError && n == 1 {
			return &Error{Offset: i, Code: "character"}
		}
		if !unicode.IsGraphic(r) && !unicode.IsSpace(r) || r == '\v' || r == '\f' || r == 0x85 {
			return &Error{Offset: i, Code: "character", Text: tex[i : i+n]}
		}
	}
	return nil
}
