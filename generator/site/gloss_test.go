package site

import (
	"strconv"
	"strings"
	"testing"
)

func glosserOf(shorts ...string) *Glosser {
	var terms []*Term
	for _, s := range shorts {
		terms = append(terms, &Term{Short: s})
	}
	return newGlosser(terms)
}

func anyTerm(*Term) bool { return true }

func TestGlosser(t *testing.T) {
	g := glosserOf("ПТО та ТО", "SOM-hub", "R&amp;D", "ЦПРПП", "НУШ", "ТО", "НУ")
	tests := []struct{ text, want string }{
		{"про НУШ тут", "НУШ"},
		{"НУШ", "НУШ"},
		{"(НУШ)", "НУШ"},
		{"«НУШ».", "НУШ"},
		{"НУШ-", "НУШ"},
		{"НУ, НУШ", "НУ"},
		{"ПТО та ТО", "ПТО та ТО"},
		{"ПТО та\u00a0ТО", "ПТО та\u00a0ТО"},
		{"SOM\u2011hub", "SOM\u2011hub"},
		{"SOM-hub-и", ""},
		{"SOM", ""},
		{"SOM hub", ""},
		{"відділ R&amp;D", "R&amp;D"},
		{"&НУ;", ""},
		{"НУШівський", ""},
		{"НУШ-клас", ""},
		{"анти-НУШ", ""},
		{"нуш", ""},
		{"НУШ2", ""},
		{"НУШ’івець", ""},
		{"НУШ\u0301", ""},
		{"пошта@НУШ", ""},
		{"Н", ""},
		{"", ""},
		{"\xd0", ""},
	}
	for _, test := range tests {
		start, end, term := g.Next(test.text, 0, anyTerm)
		got := ""
		if term != nil {
			got = test.text[start:end]
		}
		if got != test.want {
			t.Errorf("%q: found %q, want %q", test.text, got, test.want)
		}
	}
	if newGlosser(nil) != nil {
		t.Error("without terms there is a finder")
	}
}

// BenchmarkGloss is looking for twelve abbreviations in the text of one chapter, in which none stands.
func BenchmarkGloss(b *testing.B) {
	g := glosserOf("SOM-hub", "ЦПРПП", "НУШ", "ОТГ", "ЗЗСО", "ЗДО", "ІКТ", "STEM", "ГО", "БО", "КМУ", "МОН")
	text := strings.Repeat("<p>Методист учителька заняття урок Школа дитина проєкт посібник вітальня кав’ярня.</p>\n", 80)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		g.Next(text, 0, anyTerm)
	}
}

// BenchmarkGlossary is looking in the same text for two thousand terms, of which many begin with the letters of its words.
func BenchmarkGlossary(b *testing.B) {
	var terms []string
	for i := range 2000 {
		terms = append(terms, []string{"мета", "педагогічна", "школярка", "урочистість", "дитинство"}[i%5]+" "+strconv.Itoa(i))
	}
	g := glosserOf(terms...)
	text := strings.Repeat("<p>Методист учителька заняття урок Школа дитина проєкт посібник вітальня кав’ярня.</p>\n", 80)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		g.Next(text, 0, anyTerm)
	}
}
