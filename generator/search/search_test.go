package search

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// pages are n pages of words that follow from their number.
func pages(n int) []Doc {
	words := strings.Fields("педагог вітальня аукціон ідея школа проєкт дитина громада центр станція компетентність методичний творчий і та в на hub вебвітрина об’єднання")
	docs := make([]Doc, n)
	for i := range docs {
		var text []string
		for j := range 40 {
			text = append(text, words[(i*7+j*j)%len(words)]+[]string{"", "", "2020"}[(i+j)%3])
		}
		docs[i] = Doc{
			Path: fmt.Sprintf("projects/p-%03d/", i), Title: words[i%len(words)] + " " + words[(i*3)%len(words)], Kind: []string{"Проєкти", "Новини"}[i%2],
			Date: fmt.Sprintf("20%02d-05", i%20), Summary: strings.Join(text[:5], " "), Text: strings.Join(text, " "),
			Sections: []Section{{ID: "meta", Title: "Мета «проєкту»", Text: strings.Join(text[10:], "\n")}},
		}
		if i%3 == 0 {
			docs[i].Centre, docs[i].Levels = "Центр", []string{"дошкільна", "початкова"}
		}
	}
	return docs
}

// TestOrder builds the same index from the same pages in any order.
func TestOrder(t *testing.T) {
	docs := pages(300)
	first := Build("uk", docs, Options{})
	random := rand.New(rand.NewPCG(7, 7))
	for range 5 {
		random.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
		again := Build("uk", docs, Options{})
		if again.Manifest != first.Manifest || len(again.Files) != len(first.Files) {
			t.Fatalf("%s with %d files, %s with %d files", first.Manifest, len(first.Files), again.Manifest, len(again.Files))
		}
		for i, f := range again.Files {
			if f.Name != first.Files[i].Name || !bytes.Equal(f.Data, first.Files[i].Data) {
				t.Fatalf("%s differs from %s", f.Name, first.Files[i].Name)
			}
		}
	}
}

// TestFiles looks at what is made: names, sizes, and that every file is one call.
func TestFiles(t *testing.T) {
	index := Build("uk", pages(2000), Options{})
	sorts := map[byte]int{}
	for _, f := range index.Files {
		for _, r := range f.Name {
			if r > '~' || r <= ' ' {
				t.Errorf("%q is no ASCII name", f.Name)
			}
		}
		data := string(f.Data)
		if !strings.HasPrefix(data, `vitrynaIndex("uk","`) || !strings.HasSuffix(data, ")\n") {
			t.Errorf("%s: %.40q … is no call", f.Name, data)
		}
		sorts[data[len(`vitrynaIndex("uk","`)]]++
		if len(data) > 64<<10 {
			t.Errorf("%s has %d bytes", f.Name, len(data))
		}
	}
	if sorts['m'] != 1 || sorts['w'] < 2 || sorts['c'] != 2000/cardsOf+1 || sorts['t'] < 20 {
		t.Errorf("files by sort: %v", sorts)
	}
}

// TestWhole is the index of the preview: as many files as it names, whatever there is.
func TestWhole(t *testing.T) {
	for _, n := range []int{0, 1, 300} {
		index := Build("en", pages(n), Options{Whole: true})
		names := map[string]bool{}
		for _, name := range Names("en") {
			names[name] = true
		}
		for _, f := range index.Files {
			if !names[f.Name] {
				t.Errorf("%d pages: %s is not among the names", n, f.Name)
			}
		}
		if n > 0 && len(index.Files) != len(names) {
			t.Errorf("%d pages: %d files", n, len(index.Files))
		}
	}
}

// TestPlaces reads back what is written of where words stand.
func TestPlaces(t *testing.T) {
	docs := []Doc{
		{Path: "a/", Title: "Школа", Date: "2020"},
		{Path: "b/", Summary: "школа", Text: "школа і школа", Date: "2021"},
		{Path: "c/", Text: "школи", Date: "2019"},
		{Path: "d/", Sections: []Section{{Title: "Школа"}, {Text: "Школа"}}},
	}
	forms := collect(sorted(docs))
	got := map[string]string{}
	for _, f := range forms {
		for _, p := range f.places {
			got[f.word] += fmt.Sprintf("%d:%d ", p.doc, p.fields)
		}
	}
	if got["школа"] != "0:12 1:1 3:10 " || got["школи"] != "2:8 " || len(got) != 2 {
		t.Errorf("got %v", got)
	}
}

func sorted(docs []Doc) []Doc {
	docs[0], docs[1] = docs[1], docs[0]
	return docs
}

// readNumber is the other side of writeNumber, as the script has it.
func readNumber(s string) (n int, rest string) {
	scale := 1
	for {
		digit := strings.IndexByte(alphabet, s[0])
		s = s[1:]
		if digit < single {
			return n + scale*digit, s
		}
		n += scale * digit
		scale *= carryCount
	}
}

func TestNumbers(t *testing.T) {
	var b strings.Builder
	for n := range 100_000 {
		writeNumber(&b, n)
	}
	rest := b.String()
	for want := range 100_000 {
		var n int
		if n, rest = readNumber(rest); n != want {
			t.Fatalf("%d is read as %d", want, n)
		}
	}
	if strings.ContainsAny(b.String(), " \"\\!") {
		t.Error("numbers hold a sign that means something else")
	}
}

func FuzzQuote(f *testing.F) {
	f.Add("«Мій дебют» \\ \" \u2028 \n <script>")
	f.Fuzz(func(t *testing.T, s string) {
		var got string
		if err := json.Unmarshal([]byte(quote(s)), &got); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		if utf8.ValidString(s) && got != s {
			t.Errorf("%q is read as %q", s, got)
		}
	})
}

func FuzzBuild(f *testing.F) {
	f.Add("Школа", "Педагогічна кав’ярня", "веб-вітрина +")
	f.Fuzz(func(t *testing.T, title, text, heading string) {
		docs := []Doc{{Path: "a/", Title: title, Text: text, Sections: []Section{{Title: heading, Text: title}}}, {Path: "b/", Title: heading}}
		for _, file := range Build("uk", docs, Options{}).Files {
			if bytes.Count(file.Data, []byte("\n")) != 1 {
				t.Errorf("%s: %q is not one line", file.Name, file.Data)
			}
		}
	})
}

func BenchmarkBuild(b *testing.B) {
	docs := pages(1000)
	for b.Loop() {
		Build("uk", docs, Options{})
	}
}
