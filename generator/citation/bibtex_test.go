package citation

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestParseBibTeX(t *testing.T) {
	for name, c := range map[string]struct{ source, want string }{
		"book":               {`@book{перша2020, author = {Перша, А. Б. and Друга, В. Г.}, title = {Агенти змін}, address = {Дружківка}, year = 2020, pagetotal = {48}}`, "Перша·А.·Б., Друга·В.·Г. Агенти змін. Дружківка, 2020. 48·с."},
		"pages of a book":    {"@book{a,title={Назва},pages=48}", "Назва. 48·с."},
		"parentheses":        {`@book(a, title = "Назва", year = "2020",)`, "Назва. 2020."},
		"nested braces":      {`@book{a, title = {The {STEM {of}} all}}`, "The STEM of all."},
		"quotes and braces":  {`@book{a, title = "A {"}word{"} here"}`, `A "word" here.`},
		"strings":            {"@STRING{kyiv = {Київ}}\n@string( p = \"Зна\" # {ння} )\n@book{a, title = {Назва}, address = KYIV, publisher = p # { плюс}}", "Назва. Київ : Знання плюс."},
		"an article":         {"@article{a, author={Doe, Jane Mary}, title={On change}, journal={Acta}, year={2017}, volume=65, number={1}, pages={259--271}, doi={https://doi.org/10.1000/182}}", "Doe·J.·M. On change. Acta. 2017. Vol.·65, No.·1. P.·259–271. DOI: 10.1000/182."},
		"a chapter":          {"@incollection{a, author={Перша А. Б.}, title={Розділ}, booktitle={Збірник}, editor={В. Г. Друга}, pages={5-15}, year=2000}", "Перша·А.·Б. Розділ. Збірник / ред. В.·Г.·Друга. 2000. С.·5–15."},
		"a paper":            {"@inproceedings{a, title={Тези}, booktitle={Освіта}, eventtitle={матеріали конф.}}", "Тези. Освіта : матеріали конф."},
		"a thesis":           {"@phdthesis{a, author={Перша, А.}, title={Назва}, type={дис. канд. наук}, school={Інститут}, year=2011}", "Перша·А. Назва : дис. канд. наук / Інститут. 2011."},
		"a law":              {"@legislation{a, title={Про освіту}, type={Закон України}, number={2145-VIII}, date={2017-09-05}}", "Про освіту : Закон України від·05.09.2017·р. №·2145-VIII."},
		"a page":             {`@misc{a, title={Сторінка}, url={https://example.org/a\_b\%20c~d}, urldate={2021-11-02}}`, "Сторінка. URL: https://example.org/a_b%20c~d (дата звернення: 02.11.2021)."},
		"how published":      {`@misc{a, title={Сторінка}, howpublished={\url{https://example.org/a\_b?c=1\&d=2}}, urldate={2021-11-02}}`, "Сторінка. URL: https://example.org/a_b?c=1&d=2 (дата звернення: 02.11.2021)."},
		"published in words": {`@misc{a, title={Сторінка}, howpublished="Режим доступу: https://example.org/a."}`, "Сторінка. URL: https://example.org/a."},
		"a note":             {`@book{a, title={Книга}, year=2020, note={Available: https://example.org/a}}`, "Книга. 2020. URL: https://example.org/a."},
		"month":              {"@online{a, title={Новина}, year=2020, month=mar, day=1}", "Новина. 01.03.2020."},
		"others":             {"@book{a, author={Doe, J. and others}, title={Change}}", "Change / J.·Doe et al."},
		"an organisation":    {"@book{a, author={{Press and Sons} and Doe, J.}, title={Change}}", "Press and Sons, Doe·J. Change."},
		"particles":          {"@book{a, author={Ludwig van Beethoven and Jean-Paul Sartre and Doe, Jr, John}, title={Change}}", "van·Beethoven·L., Sartre·J.-P., Doe·J. Change."},
		"accents":            {`@book{a, title={Caf\'e \"{o} {\"U} \v{c} \c c \l{}od\'{\i} \ss{} \aa\ {\O} \H{o} \~n \u{g} Stra{\ss}e}}`, "Café ö Ü č ç łodí ß å Ø ő ñ ğ Straße."},
		"Cyrillic accents":   {`@book{a, title={\"{і}жак, \u{и}од, за\'мок}}`, "їжак, йод, зам\u0301ок."},
		"signs":              {"@book{a, title={50\\% \\& \\$5 \\#1 a\\_b --- ``x'' 1--2 \\emph{so}~\\textbf{on} \\{k\\}}}", "50% & $5 #1 a_b — “x” 1–2 so on {k}."},
		"lines":              {"@book{a,\r\n  title = {Дуже\r\n    довга назва},\r\n}\r\n", "Дуже довга назва."},
		"between entries":    {"Примітка a@b.c\n@comment{ @book{x, title={Ні}} }\n@preamble{\"\\newcommand\" # {x}}\n@book{a, title={Так}} решта", "Так."},
		"byte-order mark":    {"\ufeff@book{a, title={Так}}", "Так."},
		"compiler":           {"@book{a, title={Назва}, editor={Перша, А.}, editortype={compiler}}", "Назва / уклад. А.·Перша."},
		"compiler, editor":   {"@book{a, title={Назва}, editor={Перша, А.}, editora={Друга, В.}, editoratype={compiler}, editorb={Третя, Г.}, editorbtype={founder}}", "Назва / уклад. В.·Друга ; ред. А.·Перша."},
		"words of commands":  {`@book{a, title={Вступ до \LaTeX{} і {\TeX}: \bf числа $\pi$, \emph{так} \невідоме \zeta_1 \foo{bar} \cdots{}}}`, "Вступ до LaTeX і TeX: числа π, так невідоме zeta_1 bar cdots."},
		"a field twice":      {"@book{a, title={Ні}, title={Так}, незнане = {x}}", "Так."},
		"empty value":        {"@book{a, title={Так}, author={}, year={}}", "Так."},
		"an at sign inside":  {"@book{a, title={Так\n@ ні @ }}", "Так @ ні @."},
	} {
		works, errors := ParseBibTeX([]byte(c.source))
		if len(works) != 1 || len(errors) > 0 {
			t.Errorf("%s: %d works, errors %v", name, len(works), errors)
			continue
		}
		if got := strings.ReplaceAll(works[0].Record(), nbsp, "·"); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

func TestBibTeXErrors(t *testing.T) {
	const good = "\n@book{b, title={Друга}}"
	for name, c := range map[string]struct{ source, want string }{
		"no key":            {"@book{title = {Назва}}" + good, "1:7 key"},
		"no key at all":     {"@book{, title = {Назва}}" + good, "1:7 key"},
		"no equals":         {"@book{a,\n  title {Назва}\n}" + good, "2:3 equals title"},
		"no value":          {"@book{a,\n  title = ,\n}" + good, "2:11 value"},
		"value not closed":  {"@book{a,\n  title = {Назва,\n  year = 2020\n" + good, "2:11 brace"},
		"entry not closed":  {"@book{a,\n  title = {Назва}" + good, "1:1 brace"},
		"closed too early":  {"@book{a,\n  title = {Назва,\n  year = 2020\n}" + good, "1:1 brace"}, // the brace of the entry closes the value
		"quote not closed":  {"@book{a,\n  title = \"Назва,\n  year = 2020}" + good, "2:11 quote"},
		"unknown string":    {"@book{a, title = {Назва},\n  address = київ}" + good, "2:13 string київ"},
		"no comma":          {"@book{a,\n  title = {Назва}\n  year = 2020\n}" + good, "3:3 comma"},
		"a Cyrillic column": {"@book{перша, назва = {x}, y z}" + good, "1:27 equals y"},
	} {
		works, errors := ParseBibTeX([]byte(c.source))
		if len(errors) != 1 || len(works) != 1 || works[0].Title != "Друга" {
			t.Errorf("%s: works %v, errors %v", name, works, errors)
			continue
		}
		e := errors[0]
		if got := strings.TrimSpace(fmt.Sprintf("%d:%d %s %s", e.Line, e.Column, e.Why, e.Detail)); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
		if want := strings.Count(c.source, "\n") + 1; works[0].Line != want {
			t.Errorf("%s: the second work on line %d, want %d", name, works[0].Line, want)
		}
	}
	if works, errors := ParseBibTeX([]byte("@book{a, title={Так}}\n@comment{ не закрито\n@book{b, title={Ні}}")); len(works) != 1 || len(errors) != 1 || errors[0].Line != 2 {
		t.Errorf("a comment that is not closed: %v, %v", works, errors)
	}
}

// TestBibTeXIsLinear: nothing that is opened many times, and no string of strings, takes longer than its length.
func TestBibTeXIsLinear(t *testing.T) {
	doubling := "@string{s0 = {xxxxxxxx}}\n"
	for i := 1; i < 60; i++ {
		doubling += fmt.Sprintf("@string{s%d = s%d # s%d}\n", i, i-1, i-1)
	}
	const n = 100_000
	for name, source := range map[string]string{
		"entries":    strings.Repeat("@book{a, title={\n", n),
		"indented":   strings.Repeat("  @book{a, title=\"\n", n),
		"comments":   strings.Repeat("@comment{\n", n),
		"braces":     "@book{a, title=" + strings.Repeat("{", n) + strings.Repeat("}", n) + "}",
		"at signs":   strings.Repeat("@", n) + strings.Repeat(" @", n),
		"blank":      "@book{a" + strings.Repeat("\n \t", n),
		"and":        "@book{a, author={" + strings.Repeat("a and ", n) + "}}",
		"and and":    "@book{a, author={" + strings.Repeat("and ", n) + "}}",
		"accents":    "@book{a, title={" + strings.Repeat(`\"{`, n) + strings.Repeat("}", n) + "}}",
		"commands":   "@book{a, title={" + strings.Repeat(`\emph `, n) + "}}",
		"doubling":   doubling + "@book{a, title=s59}",
		"big string": "@string{s={" + strings.Repeat("x", 50_000) + "}}\n" + strings.Repeat("@book{a, title=s}\n", 20_000),
	} {
		begin := time.Now()
		works, _ := ParseBibTeX([]byte(source))
		_ = works
		if took := time.Since(begin); took > 5*time.Second {
			t.Errorf("%s: %v", name, took)
		}
	}
}

// samples are works with every field, and with signs that a notation may trip over.
func samples() []Work {
	return []Work{
		{Key: "перша2020", Type: Book, Authors: names("Перша А. Б.", "Друга В. Г."), Title: "Агенти змін", Subtitle: "досвід & {дужки} 50% #1 a_b ~x^2 \\ $", Kind: "метод. посіб.",
			Series: "Бібліотека вчителя", Edition: "2-ге вид.", City: "Дружківка", Publisher: "Центр", Year: 2020, Volume: "1", Pages: 48, URL: "https://example.org/a?b=c&d=e%20f_g#h", Accessed: Date{2021, 11, 2},
			ISBN: "978-617-0000-00-2", Language: "uk"},
		{Key: "doe", Type: Article, Authors: []Name{{"Doe", "Jane Mary"}, {"Ministry of A and B", ""}}, Others: true, Title: "``Quotes'' and 'so' on", Container: "Acta", Year: 2017, Volume: "65", Number: "1", Range: "259–271", DOI: "10.1000/1_82", ISSN: "1234-5679"},
		{Key: "c", Type: Chapter, Title: "Розділ", Editors: names("Перша А."), Container: "Збірник", Range: "5–15"},
		{Key: "p", Type: Paper, Title: "Тези", Compilers: names("Перша А."), Container: "Збірник", Event: "матеріали"},
		{Key: "t", Type: Thesis, Title: "Назва", Kind: "дис.", Number: "13.00.04", Publisher: "Інститут", Pages: 200},
		{Key: "l", Type: Law, Title: "Про освіту", Kind: "Закон України", Number: "2145-VIII", Date: Date{2017, 9, 5}, Container: "Відомості", Year: 2018, Issue: "38–39", Range: "380"},
		{Key: "w", Type: Web, Title: "Сторінка", Container: "Портал", Year: 2020, Date: Date{2020, 3, 1}, URL: "https://example.org/"},
	}
}

// TestBibTeXAgain: what is written is read again as it was.
func TestBibTeXAgain(t *testing.T) {
	source := BibTeX(samples())
	again, errors := ParseBibTeX(source)
	if len(errors) > 0 || len(again) != len(samples()) {
		t.Fatalf("%d works, errors %v:\n%s", len(again), errors, source)
	}
	for i, want := range samples() {
		again[i].Line = 0
		if want.Type == Web || want.Date.IsZero() {
			want.Date = again[i].Date
		}
		if !reflect.DeepEqual(again[i], want) {
			t.Errorf("read again:\n%+v\nwant\n%+v\n%s", again[i], want, source)
		}
	}
}

func FuzzParseBibTeX(f *testing.F) {
	for _, source := range []string{string(BibTeX(samples())), "@string{a={b}}\n@book{k, title = a # \"c {\\\"o}\", month = mar}", "@book(a,title={", "@comment{", `@a{b,c="\'`, "@misc{a,author={a and {b} and others, c,d}}", "@x{я,date={2020-02},year={202}}"} {
		f.Add([]byte(source))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		works, errors := ParseBibTeX(data)
		lines := strings.Count(string(data), "\n") + 1
		for _, e := range errors {
			if e.Line < 1 || e.Line > lines || e.Column < 1 {
				t.Errorf("%+v lies outside of the file of %d lines", e, lines)
			}
		}
		for i := range works {
			if works[i].Key == "" || works[i].Line < 1 || works[i].Line > lines {
				t.Errorf("work %+v", works[i])
			}
			_ = works[i].Record()
		}
		written := BibTeX(works)
		again, errors := ParseBibTeX(written)
		if len(errors) > 0 || len(again) != len(works) {
			t.Errorf("written and read again: %d works of %d, %v\n%s", len(again), len(works), errors, written)
		}
		RIS(works)
		CSLJSON(works)
	})
}
