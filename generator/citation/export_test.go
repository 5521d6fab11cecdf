package citation

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

func TestBibTeX(t *testing.T) {
	works := []Work{
		{Key: "перша 2020, а", Authors: names("Перша А. Б.", "Міністерство освіти"), Others: true, Title: "Агенти {змін} & \\ 5%", Year: 2020, Pages: 48, URL: "https://example.org/a_{b}"},
		{Key: "перша2020а", Type: Law, Title: "Про освіту", Number: "5"},
		{Type: "unknown", Title: "Назва\nу два рядки"},
	}
	const want = `@book{перша2020а,
  author = {Перша, А. Б. and {Міністерство освіти} and others},
  title = {Агенти \textbraceleft{}змін\textbraceright{} \& \textbackslash{} 5\%},
  year = {2020},
  pagetotal = {48},
  url = {https://example.org/a_%7Bb%7D}
}

@legislation{перша2020а-2,
  title = {Про освіту},
  number = {5}
}

@book{work,
  title = {Назва у два рядки}
}
`
	if got := string(BibTeX(works)); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if got := BibTeX(nil); len(got) != 0 {
		t.Errorf("no works: %q", got)
	}
}

func TestRIS(t *testing.T) {
	works := samples()
	works[0].Title = "Агенти\r\nTY  - змін"
	got := string(RIS(works[:2]))
	want := `TY  - BOOK
ID  - перша2020
AU  - Перша, А. Б.
AU  - Друга, В. Г.
TI  - Агенти TY - змін : досвід & {дужки} 50% #1 a_b ~x^2 \ $
T3  - Бібліотека вчителя
M3  - метод. посіб.
ET  - 2-ге вид.
CY  - Дружківка
PB  - Центр
PY  - 2020
VL  - 1
SP  - 48
SN  - 978-617-0000-00-2
UR  - https://example.org/a?b=c&d=e%20f_g#h
Y2  - 2021/11/02
LA  - uk
ER  - 
TY  - JOUR
ID  - doe
AU  - Doe, Jane Mary
AU  - Ministry of A and B
TI  - ` + "``Quotes''" + ` and 'so' on
T2  - Acta
PY  - 2017
VL  - 65
IS  - 1
SP  - 259
EP  - 271
SN  - 1234-5679
DO  - 10.1000/1_82
ER  - 
`
	if got != strings.ReplaceAll(want, "\n", "\r\n") {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	for line := range strings.SplitSeq(strings.TrimSuffix(string(RIS(samples())), "\r\n"), "\r\n") {
		if len(line) < 6 || line[2:6] != "  - " || strings.ContainsAny(line, "\r\n") {
			t.Errorf("no line of RIS: %q", line)
		}
	}
}

// TestCompilersAndEditors: a book has both, and none is lost on the way out and back.
func TestCompilersAndEditors(t *testing.T) {
	work := Work{Key: "a", Type: Book, Title: "Назва", Compilers: []Name{{Surname: "Перша", Given: "А. Б."}}, Editors: []Name{{Surname: "Друга", Given: "В. Г."}}}
	for form, got := range map[string]string{"BibTeX": string(BibTeX([]Work{work})), "RIS": string(RIS([]Work{work})), "CSL": string(CSLJSON([]Work{work}))} {
		if !strings.Contains(got, "Перша") || !strings.Contains(got, "Друга") {
			t.Errorf("%s:\n%s", form, got)
		}
	}
	back, errors := ParseBibTeX(BibTeX([]Work{work}))
	if len(back) != 1 || len(errors) > 0 || back[0].Record() != work.Record() {
		t.Errorf("%+v, %v, want %s", back, errors, work.Record())
	}
}

func TestCSLJSON(t *testing.T) {
	var items []map[string]any
	got := CSLJSON(samples())
	if err := json.Unmarshal(got, &items); err != nil {
		t.Fatal(err)
	}
	for i, want := range []map[string]any{
		{"id": "перша2020", "type": "book", "number-of-pages": "48", "publisher-place": "Дружківка"},
		{"id": "doe", "type": "article-journal", "issue": "1", "page": "259-271", "DOI": "10.1000/1_82", "number": nil},
		{"type": "chapter", "container-title": "Збірник"},
		{"type": "paper-conference", "event-title": "матеріали"},
		{"type": "thesis", "genre": "дис.", "number": "13.00.04"},
		{"type": "legislation", "number": "2145-VIII", "issue": "38–39"},
		{"type": "webpage", "URL": "https://example.org/"},
	} {
		for name, value := range want {
			if items[i][name] != value {
				t.Errorf("%d %s: %v, want %v", i, name, items[i][name], value)
			}
		}
	}
	for _, part := range []string{
		`"author": [
      {
        "family": "Doe",
        "given": "Jane Mary"
      },
      {
        "literal": "Ministry of A and B"
      }
    ]`, `досвід & {дужки}`, `"issued": {
      "date-parts": [
        [
          2017,
          9,
          5
        ]
      ]
    }`} {
		if !bytes.Contains(got, []byte(part)) {
			t.Errorf("no %s in\n%s", part, got)
		}
	}
	if got := string(CSLJSON(nil)); got != "[]\n" {
		t.Errorf("no works: %q", got)
	}
}
