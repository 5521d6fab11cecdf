package render

import (
	"testing"

	"github.com/som-hub/vitryna/generator/site"
)

// TestPrefix: ids of a chapter's text and what refers to them bear the chapter's name; words that look like them do not.
func TestPrefix(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{`<h2 id="a">Б</h2>`, `<h2 id="x-a">Б</h2>`},
		{`<a href="#a">`, `<a href="#page-a">`},
		{`<a class="fn" href="#_fn1" id="_r1">`, `<a class="fn" href="#page-_fn1" id="x-_r1">`},
		{`<a href="https://example.org/#a">`, `<a href="https://example.org/#a">`},
		{`<section aria-labelledby="_b1 _b2" data-worksheet="w">`, `<section aria-labelledby="x-_b1 x-_b2" data-worksheet="x-w">`},
		{`<p>Пишіть id="a" і href="#b".</p>`, `<p>Пишіть id="a" і href="#b".</p>`},
		{`<math alttext="a > id="><mi>x</mi></math><p id="q">`, `<math alttext="a > id="><mi>x</mi></math><p id="x-q">`},
		{`<section class="footnotes" role="doc-endnotes" aria-label="Примітки"><p aria-label="А">`, `<section class="footnotes" role="doc-endnotes" aria-label="Б &amp; В: Примітки"><p aria-label="А">`},
		{`text <`, `text <`},
		{`<p id="`, `<p id="`},
	} {
		page := &site.Page{Doc: &site.Doc{Title: "Б & В"}, Chapter: &site.Chapter{}}
		f := filler{page: page, prefix: "x-", form: &BookForm{Place: func(_ *site.Page, id string) string { return "#page-" + id }}}
		f.prefixIDs(test.text)
		if got := f.b.String(); got != test.want {
			t.Errorf("%s\ngave %s\nwant %s", test.text, got, test.want)
		}
	}
}

func TestEndOf(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{`Текст</dd><dt>`, `Текст`},
		{`<dl><dt>а</dt><dd>б</dd></dl> далі</dd>`, `<dl><dt>а</dt><dd>б</dd></dl> далі`},
		{`без кінця`, `без кінця`},
	} {
		if got := test.text[:endOf(test.text, "dd")]; got != test.want {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
}

func TestLinked(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"Без адреси.", "Без адреси."},
		{"URL: https://example.org/a (дата звернення: 02.11.2021).", `URL: <a href="https://example.org/a" class="bare" rel="external noopener">https://example.org/a</a> (дата звернення: 02.11.2021).`},
		{"С. 10–15. DOI: 10.1000/a.b.", `С. 10–15. DOI: <a href="https://doi.org/10.1000/a.b" class="bare" rel="external noopener">10.1000/a.b</a>.`},
		{"https://example.org/?a=1&amp;b=2", `<a href="https://example.org/?a=1&amp;b=2" class="bare" rel="external noopener">https://example.org/?a=1&amp;b=2</a>`},
	} {
		if got := linked(test.text); got != test.want {
			t.Errorf("%s", got)
		}
	}
}
