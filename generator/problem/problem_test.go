package problem

import (
	"strings"
	"testing"
)

// domainExample is the message that domain.md 2.5 gives as the model of tone.
const domainExample = "content/events/x/index.md:4: поле `form` («Форма роботи»): невідоме значення «training1». Можливо, ви мали на увазі «training» (тренінг)? [E-ENUM]\n"

func enumProblem() Problem {
	return New("E-ENUM", "content/events/x/index.md", 4, 0,
		"field", "form", "label", "Форма роботи", "value", "training1",
		"nearest", "training", "nearestlabel", "тренінг", "nearestlabel.en", "training session")
}

func TestDomainExample(t *testing.T) {
	var b strings.Builder
	WriteText(&b, List{enumProblem()}, "uk", false)
	if !strings.HasPrefix(b.String(), domainExample) {
		t.Errorf("got  %swant %s", b.String(), domainExample)
	}
	en := enumProblem().What("en")
	if want := "field `form` (“Форма роботи”): unknown value “training1”. Did you mean “training” (training session)?"; en != want {
		t.Errorf("English: got %q, want %q", en, want)
	}
}

func TestNewPanicsForOurOwnMistakes(t *testing.T) {
	for name, args := range map[string][]string{
		"E-NO-SUCH-CODE": nil,
		"E-KEY":          {"field"},
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("New(%q, %q) did not panic", name, args)
				}
			}()
			New(name, "", 0, 0, args...)
		}()
	}
}

func TestNewSaysALabelOnce(t *testing.T) {
	p := New("E-URL", "x.md", 1, 1, "field", "Сайт", "label", "Сайт", "value", "мій сайт")
	if want := "поле `Сайт`: «мій сайт» — не повна адреса в інтернеті"; p.What("uk") != want {
		t.Errorf("got %q, want %q", p.What("uk"), want)
	}
}

func TestStops(t *testing.T) {
	draft := New("E-TITLE", "x.md", 1, 1)
	draft.Draft = true
	for _, c := range []struct {
		p    Problem
		want bool
	}{
		{New("E-TITLE", "x.md", 1, 1), true},
		{New("W-SUMMARY", "x.md", 1, 1), false},
		{draft, false},
	} {
		if got := c.p.Stops(); got != c.want {
			t.Errorf("%s, draft %t: stops %t, want %t", c.p.Code, c.p.Draft, got, c.want)
		}
	}
}

func TestMissing(t *testing.T) {
	if got := New("E-ENUM", "", 0, 0, "field", "form").Missing(); strings.Join(got, " ") != "value" {
		t.Errorf("got %q, want [value]", got)
	}
	if got := enumProblem().Missing(); len(got) != 0 {
		t.Errorf("got %q, want none", got)
	}
}

func TestUnknownCodeOfAnOldCache(t *testing.T) {
	p := Problem{Code: "E-GONE"}
	if p.What("uk") != "E-GONE" || p.Mend("en") != "E-GONE" {
		t.Errorf("got %q, %q", p.What("uk"), p.Mend("en"))
	}
}

func TestMask(t *testing.T) {
	for in, want := range map[string]string{
		"+380501234567":      "+38••••••••67",
		"+38 050 123-45-67":  "+38 ••• •••-••-67",
		"050\u00a0123-45-67": "050\u00a0•••-••-67",
		"ivanna@example.org": "iva•••@•••••••••rg",
		"а@б.укр":            "а@••••р",
		"АБ 123456":          "АБ ••••56",
		"4111 1111 1111 11":  "411• •••• •••• 11",
		"12345":              "1•••5",
		"ab":                 "ab",
		"":                   "",
	} {
		if got := Mask(in); got != want {
			t.Errorf("Mask(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestHideIn(t *testing.T) {
	for _, c := range []struct{ line, masked, want string }{
		{"тел. 050 123-45-67, або 050 123-45-67.", "050 •••-••-67", "тел. 050 •••-••-67, або 050 •••-••-67."},
		{"050 123-45-68", "050 •••-••-67", "050 123-45-68"},
		{"  123 45 67, або", "050 ••• •• 67", "  ••• •• 67, або"}, {"45 67", "050 ••• •• 67", "•• 67"}, {"або 123 45 67", "050 ••• •• 67", "або 123 45 67"},
		{"", "0•", ""}, {"x", "", "x"}, {"ab", "abc", "ab"},
	} {
		if got := HideIn(c.line, c.masked); got != c.want {
			t.Errorf("%q, %q: %q", c.line, c.masked, got)
		}
	}
}
