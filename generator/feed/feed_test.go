package feed

import (
	"encoding/xml"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

var update = flag.Bool("update", false, "write the golden files anew")

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

// The kinds of the tests: news and events have feeds, pages have none, figures have no pages.
var (
	newsKind  = &site.Kind{Name: "news", Section: "news", Feed: true, Label: noun("новина", "новини", "news")}
	eventKind = &site.Kind{Name: "event", Section: "events", Feed: true, Label: noun("захід", "заходи", "events")}
	pageKind  = &site.Kind{Name: "page", Section: "pages", Label: noun("сторінка", "сторінки", "pages")}
	rowKind   = &site.Kind{Name: "row", Section: "rows", Feed: true, NoPage: true, Label: noun("рядок", "рядки", "rows")}
)

func noun(one, few, en string) site.Noun {
	return site.Noun{UK: ukrainian.Forms{One: one, Few: few, Many: few}, EN: [2]string{en, en}}
}

// doc makes a document of fields "name: value"; names that end in "?" are dates, tags are parted by commas.
func doc(kind *site.Kind, lang, id, title string, fields ...string) *site.Doc {
	file := "index.md"
	if lang == site.EN {
		file = "index.en.md"
	}
	d := &site.Doc{
		File: "content/" + kind.Section + "/" + id + "/" + file, Lang: lang, Kind: kind, Section: kind.Section,
		ID: id, Path: kind.Section + "/" + id, Title: title,
	}
	for _, f := range fields {
		name, text, _ := strings.Cut(f, ": ")
		v := site.Value{Text: text, Field: &site.Field{Name: name, Type: site.String}}
		switch name {
		case "date", "updated", "start", "expires":
			v.Date, _ = ukrainian.ParseDate(text)
			v.Field.Type = site.DateTime
		case "external":
			v.Field.Type = site.URL
		case "tags":
			for _, word := range strings.Split(text, ", ") {
				v.Items = append(v.Items, site.Value{Text: word, Field: v.Field})
			}
		}
		d.Values = append(d.Values, v)
	}
	return d
}

func newSite(t testing.TB, docs ...*site.Doc) *site.Site {
	t.Helper()
	s, _ := site.New(docs, site.Options{
		Config: site.Config{
			Name: site.Text{UK: "Центр «Приклад» & друзі", EN: "Example Centre"}, Owner: "Методичний кабінет <міста>",
			BaseURL: "https://example.org/centre", Languages: []string{site.UK, site.EN},
		},
		Now:   ukrainian.Date{Year: 2021, Month: 12, Day: 31},
		Kinds: []*site.Kind{eventKind, newsKind, pageKind, rowKind},
	})
	return s
}

func homeDoc(lang, title, summary string) *site.Doc {
	return &site.Doc{
		File: "content/index.md", Lang: lang, Role: site.RoleHome, Title: title,
		Values: []site.Value{{Text: summary, Field: &site.Field{Name: "summary"}}},
	}
}

func showcase(t testing.TB) *site.Site {
	lead := doc(newsKind, site.UK, "bez-korotko", "Без короткого змісту", "date: 2021-08-13T09:22", "updated: 2021-10-31")
	lead.Body.Lead = "Перший абзац: <b>не розмітка</b> & «лапки»."
	return newSite(t,
		homeDoc(site.UK, "Головна", "Показуємо, чим живе центр."), homeDoc(site.EN, "Home", "What the centre does."),
		lead,
		doc(newsKind, site.UK, "portal", "Портал розповів", "date: 2021-08-13T09:22", "summary: Коротко.", "external: https://example.com/?a=1&b=2", "tags: нуш, партнерство, НУШ"),
		doc(newsKind, site.EN, "portal", "A portal told", "summary: In short."),
		doc(newsKind, site.UK, "maibutnia", "Майбутня", "date: 2022-01-01"),
		doc(newsKind, site.UK, "bez-dnia", "Без дня"),
		doc(eventKind, site.UK, "trening", "Тренінг", "start: 2021-12-10T15:30", "summary: Учимося."),
		doc(eventKind, site.UK, "davno", "Давно", "start: 2019-09", "summary: Відкриття."),
		doc(pageKind, site.UK, "pro-nas", "Про нас", "date: 2021-01-01"),
		doc(rowKind, site.UK, "rik", "Рядок", "date: 2021-01-01"),
	)
}

func TestAtomGolden(t *testing.T) {
	s := showcase(t)
	golden(t, "uk.xml", Atom(s, Options{Lang: site.UK, Path: "feed.xml"}))
	golden(t, "en.xml", Atom(s, Options{Lang: site.EN, Path: "en/feed.xml"}))
	golden(t, "news.xml", Atom(s, Options{Lang: site.UK, Path: "news/feed.xml", Section: s.Section("news")}))
}

// parsed is a feed as a reader's program sees it: the names stand in the namespace of Atom or do not count.
type parsed struct {
	XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
	ID      string   `xml:"http://www.w3.org/2005/Atom id"`
	Updated string   `xml:"http://www.w3.org/2005/Atom updated"`
	Author  string   `xml:"http://www.w3.org/2005/Atom author>name"`
	Entries []struct {
		ID         string   `xml:"http://www.w3.org/2005/Atom id"`
		Title      string   `xml:"http://www.w3.org/2005/Atom title"`
		Updated    string   `xml:"http://www.w3.org/2005/Atom updated"`
		Summary    string   `xml:"http://www.w3.org/2005/Atom summary"`
		Categories []string `xml:"http://www.w3.org/2005/Atom category"`
	} `xml:"http://www.w3.org/2005/Atom entry"`
}

func parse(t *testing.T, data []byte) parsed {
	t.Helper()
	var p parsed
	if err := xml.Unmarshal(data, &p); err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	return p
}

func TestAtomOrderAndDates(t *testing.T) {
	p := parse(t, Atom(showcase(t), Options{Lang: site.UK, Path: "feed.xml"}))
	var titles []string
	newestDate := ""
	for _, e := range p.Entries {
		titles = append(titles, e.Title)
		if _, err := time.Parse(time.RFC3339, e.Updated); err != nil {
			t.Errorf("%s: %v", e.Title, err)
		}
		newestDate = max(newestDate, e.Updated)
	}
	want := []string{"Тренінг", "Без короткого змісту", "Портал розповів", "Давно"}
	if diff := cmp.Diff(want, titles); diff != "" {
		t.Errorf("entries (-want +got):\n%s", diff)
	}
	if p.Updated != newestDate || p.Updated != "2021-12-10T00:00:00+02:00" {
		t.Errorf("updated is %s: the hour of an event is not told, the newest entry dates the feed (%s)", p.Updated, newestDate)
	}
	if got := p.Entries[1].Updated; got != "2021-10-31T00:00:00+03:00" {
		t.Errorf("a changed item is dated %s", got)
	}
	if got := p.Entries[2].Updated; got != "2021-08-13T09:22:00+03:00" {
		t.Errorf("an hour in summer is %s", got)
	}
	if p.Author != "Методичний кабінет <міста>" || p.Entries[1].Summary != "Перший абзац: <b>не розмітка</b> & «лапки»." {
		t.Errorf("escapes: %q, %q", p.Author, p.Entries[1].Summary)
	}
	if n := len(p.Entries[2].Categories); n != 2 {
		t.Errorf("%d categories: two spellings of a tag are one", n)
	}
}

func TestEnglishFeedHoldsOnlyEnglish(t *testing.T) {
	p := parse(t, Atom(showcase(t), Options{Lang: site.EN, Path: "en/feed.xml"}))
	if len(p.Entries) != 1 || p.Entries[0].Title != "A portal told" || p.Entries[0].ID != "https://example.org/centre/en/news/portal/" {
		t.Errorf("%+v", p.Entries)
	}
}

func TestAtomIsShortAndStable(t *testing.T) {
	var docs []*site.Doc
	for i := range 100 {
		docs = append(docs, doc(newsKind, site.UK, fmt.Sprintf("n%d", i), "Новина", "date: 2021-01-01"))
	}
	s := newSite(t, docs...)
	data := Atom(s, Options{Lang: site.UK, Path: "feed.xml"})
	p := parse(t, data)
	if len(p.Entries) != newest || p.Entries[1].ID != "https://example.org/centre/news/n1/" {
		t.Errorf("%d entries, the second %q", len(p.Entries), p.Entries[1].ID)
	}
	if string(data) != string(Atom(s, Options{Lang: site.UK, Path: "feed.xml"})) {
		t.Error("two calls give different bytes")
	}
}

func TestAtomOfNothing(t *testing.T) {
	p := parse(t, Atom(newSite(t), Options{Lang: site.UK, Path: "feed.xml"}))
	if p.Updated != emptyUpdated || len(p.Entries) != 0 {
		t.Errorf("%+v", p)
	}
	s := newSite(t)
	s.Config.BaseURL = ""
	if got := Atom(s, Options{Lang: site.UK, Path: "feed.xml"}); got != nil {
		t.Errorf("a feed without an address: %s", got)
	}
	if got := Sitemap(s, []Address{{}}); got != nil {
		t.Errorf("a sitemap without an address: %v", got)
	}
}

func TestUnprintableSignsDoNotBreakTheFeed(t *testing.T) {
	s := newSite(t, doc(newsKind, site.UK, "znak", "Знак \x01 і ]]> кінець", "date: 2021-01-01"))
	p := parse(t, Atom(s, Options{Lang: site.UK, Path: "feed.xml"}))
	if got := p.Entries[0].Title; got != "Знак \ufffd і ]]> кінець" {
		t.Errorf("%q", got)
	}
}

func TestRobots(t *testing.T) {
	if got := string(Robots("https://example.org")); got != "User-agent: *\nDisallow:\n\nSitemap: https://example.org/sitemap.xml\n" {
		t.Errorf("%q", got)
	}
	if got := string(Robots("")); strings.Contains(got, "Sitemap") {
		t.Errorf("%q", got)
	}
}
