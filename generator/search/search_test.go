package search

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/som-hub/vitryna/generator/ukrainian"
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

// build reads the pages and makes their index.
func build(lang string, docs []Doc, o Options) Index {
	docs = slices.Clone(docs) // their rows are wanted later
	digests := make([][]byte, len(docs))
	for i, d := range docs {
		digests[i], _ = Digest(d)
	}
	return Build(lang, digests, func(i int) []byte { return Row(docs[i]) }, o)
}

// TestOrder builds the same index from the same pages in any order.
func TestOrder(t *testing.T) {
	docs := pages(300)
	first := build("uk", docs, Options{})
	random := rand.New(rand.NewPCG(7, 7))
	for range 5 {
		random.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
		again := build("uk", docs, Options{})
		if again.Manifest != first.Manifest || len(again.Files) != len(first.Files) {
			t.Fatalf("%s with %d files, %s with %d files", first.Manifest, len(first.Files), again.Manifest, len(again.Files))
		}
		for i, f := range again.Files {
			if f.Name != first.Files[i].Name || !bytes.Equal(f.Data(), first.Files[i].Data()) {
				t.Fatalf("%s differs from %s", f.Name, first.Files[i].Name)
			}
		}
	}
}

// TestFiles looks at what is made: names, sizes, and that every file is one call.
func TestFiles(t *testing.T) {
	index := build("uk", pages(2000), Options{})
	sorts := map[byte]int{}
	for _, f := range index.Files {
		for _, r := range f.Name {
			if r > '~' || r <= ' ' {
				t.Errorf("%q is no ASCII name", f.Name)
			}
		}
		data := string(f.Data())
		if !strings.HasPrefix(data, `vitrynaIndex("uk","`) || !strings.HasSuffix(data, ")\n") {
			t.Errorf("%s: %.40q … is no call", f.Name, data)
		}
		sorts[data[len(`vitrynaIndex("uk","`)]]++
		if len(data) > 64<<10 {
			t.Errorf("%s has %d bytes", f.Name, len(data))
		}
	}
	if sorts['m'] != 1 || sorts['w'] < 2 || sorts['c'] < 2000/cardsOf || sorts['t'] < 20 {
		t.Errorf("files by sort: %v", sorts)
	}
}

// TestWhole is the index of the preview: as many files as it names, whatever there is.
func TestWhole(t *testing.T) {
	for _, n := range []int{0, 1, 300} {
		index := build("en", pages(n), Options{Whole: true})
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
		{Path: "e/", Text: "школа"},
	}
	var list []page
	for i, d := range docs {
		digest, _ := Digest(d)
		list = append(list, readPage(i, digest))
	}
	got := map[string]string{}
	for _, f := range merge(list, inTurn) {
		got[f.word] = written(f)
	}
	if got["школа"] != "4:8 0:1 1:12 3:10 " || got["школи"] != "2:8 " || len(got) != 2 {
		t.Errorf("got %v", got)
	}
}

// written reads where a form stands: first the pages that have it in their text alone.
func written(f form) (list string) {
	text, other, _ := strings.Cut(string(f.places), string(elsewhere))
	for at, n := 0, 0; text != ""; at++ {
		n, text = readNumber(text)
		at += n
		list += fmt.Sprintf("%d:%d ", at, inText)
	}
	for at, n, fields := 0, 0, 0; other != ""; at++ {
		n, other = readNumber(other)
		fields, other = readNumber(other)
		at += n
		list += fmt.Sprintf("%d:%d ", at, fields)
	}
	return list
}

// TestRuns: pages that are gathered in several runs give what they give word by word.
func TestRuns(t *testing.T) {
	for _, n := range []int{1, runMin, runMin + 1, 3*runMin - 1, runs*runMin + 77} {
		list, want, titles := make([]page, n), map[string]string{}, map[string]string{}
		for i, d := range manyWords(n, 40) {
			if i%3 == 0 {
				d.Title, d.Text = d.Text[:len(d.Text)/2], ""
			}
			digest, _ := Digest(d)
			list[i] = readPage(i, digest)
			for words := list[i].words; len(words) > 0; {
				var packed []byte
				var fields uint8
				packed, fields, words = nextWord(words)
				word, in := string(ukrainian.Unpack(nil, packed)), want
				if fields != inText {
					in = titles
				}
				in[word] += fmt.Sprintf("%d:%d ", i, fields)
			}
		}
		forms := merge(list, func(n int, work func(i int)) {
			var wg sync.WaitGroup
			for i := range n {
				wg.Go(func() { work(i) })
			}
			wg.Wait()
		})
		for _, f := range forms {
			if got := written(f); got != want[f.word]+titles[f.word] {
				t.Errorf("%d pages: %s stands at %s, want %s%s", n, f.word, got, want[f.word], titles[f.word])
			}
		}
		maps.Copy(want, titles)
		if len(forms) < len(want)*9/10 { // others are too common to be looked for
			t.Errorf("%d pages: %d of %d words", n, len(forms), len(want))
		}
	}
}

// TestPageOrder: of two hits that are equal the one with the larger number stands first.
func TestPageOrder(t *testing.T) {
	index := build("uk", []Doc{{Path: "a/", Date: "2020"}, {Path: "old/"}, {Path: "new/", Date: "2021-05"}, {Path: "b/", Date: "2020"}}, Options{Whole: true})
	for _, f := range index.Files {
		if want := `vitrynaIndex("uk","c",[["old/","",""],["b/","",""],["a/","",""],["new/","",""]])` + "\n"; f.Name == "uk-c.js" && string(f.Data()) != want {
			t.Errorf("%s, want %s", f.Data(), want)
		}
	}
}

// readNumber is the other side of appendNumber, as the script has it.
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
	var b []byte
	for n := range 100_000 {
		b = appendNumber(b, n)
	}
	rest := string(b)
	for want := range 100_000 {
		var n int
		if n, rest = readNumber(rest); n != want {
			t.Fatalf("%d is read as %d", want, n)
		}
	}
	if bytes.ContainsAny(b, " \"\\!") {
		t.Error("numbers hold a sign that means something else")
	}
}

// changed are the files of an index that another has not, by their sorts.
func changed(before, after Index) map[string]int {
	had := map[string]bool{}
	for _, f := range before.Files {
		had[f.Name] = true
	}
	sorts := map[string]int{}
	for _, f := range after.Files {
		sort, _, _ := strings.Cut(f.Name, ".")
		sorts[sort+" of"]++
		if !had[f.Name] {
			sorts[sort]++
		}
	}
	return sorts
}

// TestChange: a page that changes leaves most files as they are, and so does one that comes or goes.
func TestChange(t *testing.T) {
	docs := manyWords(1500, 120)
	before := build("uk", docs, Options{})
	edited, added, inserted := slices.Clone(docs), slices.Clone(docs), slices.Clone(docs)
	edited[700].Text += " правка"
	added = append(added, Doc{Path: "news/nova/", Title: "Новина", Date: "2031-01-01", Text: docs[3].Text})
	inserted = append(inserted, Doc{Path: "projects/p-0700a/", Title: "Новина", Date: docs[700].Date, Text: docs[3].Text})
	for name, c := range map[string]struct {
		docs                []Doc
		words, cards, texts int // at most so many files
	}{
		"a word added":      {edited, 1, 0, 1},
		"the newest added":  {added, 60, 2, 3},
		"one in the middle": {inserted, 1000, 5, 5},
		"one taken out":     {slices.Delete(slices.Clone(docs), 700, 701), 1000, 5, 5},
		"nothing":           {docs, 0, 0, 0},
	} {
		n := changed(before, build("uk", c.docs, Options{}))
		t.Logf("%s: %d of %d files of words, %d of %d of cards, %d of %d of texts", name, n["uk-w"], n["uk-w of"], n["uk-c"], n["uk-c of"], n["uk-t"], n["uk-t of"])
		if n["uk-w"] > c.words || n["uk-c"] > c.cards || n["uk-t"] > c.texts {
			t.Errorf("%s: %v", name, n)
		}
		if name == "the newest added" && n["uk-w"] == n["uk-w of"] {
			t.Errorf("%s: every file of words is another", name)
		}
	}
}

// TestDigests: the memory of a reader leaves no trace in what it reads next.
func TestDigests(t *testing.T) {
	docs := pages(50)
	for i, d := range docs {
		first, row := Digest(d)
		Digest(docs[(i*7)%len(docs)])
		again, rowAgain := Digest(d)
		if !bytes.Equal(first, again) || !bytes.Equal(row, rowAgain) || !bytes.Equal(row, Row(d)) {
			t.Fatalf("page %d is read as %q and as %q", i, first, again)
		}
	}
}

func FuzzQuote(f *testing.F) {
	f.Add("«Мій дебют» \\ \" \u2028 \n <script>")
	f.Fuzz(func(t *testing.T, s string) {
		var got string
		if err := json.Unmarshal(appendQuoted(nil, s), &got); err != nil {
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
		for _, file := range build("uk", docs, Options{}).Files {
			if bytes.Count(file.Data(), []byte("\n")) != 1 {
				t.Errorf("%s: %q is not one line", file.Name, file.Data())
			}
		}
	})
}

// manyWords are pages of so many words out of twenty thousand forms, which occur as often as those of a language do.
func manyWords(n, length int) []Doc {
	random := rand.New(rand.NewPCG(1, 9))
	syllables := strings.Fields("ба ве гі ґо ду жи зя кю лє мо на пи ро си ту фі хо це чи що")
	ends := strings.Fields("а и у ом ів ами ий ого ність ення")
	forms := make([]string, 20_000)
	for i := range forms {
		for range 2 + i%2 {
			forms[i] += syllables[random.IntN(len(syllables))]
		}
		forms[i] += ends[i%len(ends)]
	}
	zipf := rand.NewZipf(random, 1.05, 8, uint64(len(forms)-1))
	some := func(n int) string {
		list := make([]string, n)
		for i := range list {
			list[i] = forms[zipf.Uint64()]
		}
		return strings.Join(list, " ")
	}
	docs := make([]Doc, n)
	for i := range docs {
		docs[i] = Doc{
			Path: fmt.Sprintf("projects/p-%05d/", i), Title: some(4), Kind: []string{"Проєкти", "Новини"}[i%2], Date: fmt.Sprintf("20%02d-05", i%20), Day: "травень",
			Summary: some(12), Text: some(length / 4), Sections: []Section{{"a", some(3), some(length / 4)}, {"b", some(3), some(length / 2)}},
		}
	}
	return docs
}

// BenchmarkDigest is reading one page of 400 words.
func BenchmarkDigest(b *testing.B) {
	docs := manyWords(100, 400)
	digest, row := Digest(docs[0])
	b.SetBytes(int64(len(row)))
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		Digest(docs[i%len(docs)])
		i++
	}
	b.ReportMetric(float64(len(digest)), "B/digest")
}

// BenchmarkBuild is joining pages that have been read: what a build pays in which one page has changed.
func BenchmarkBuild(b *testing.B) {
	for _, n := range []int{1000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			docs := manyWords(n, 400)
			digests := make([][]byte, n)
			for i, d := range docs {
				digests[i], _ = Digest(d)
			}
			b.ReportAllocs()
			for b.Loop() {
				Build("uk", digests, nil, Options{})
			}
		})
	}
}
