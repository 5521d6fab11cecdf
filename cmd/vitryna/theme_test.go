package main

import (
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/som-hub/vitryna/assets"
	"github.com/som-hub/vitryna/generator"
	"github.com/som-hub/vitryna/generator/check"
	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/drawing"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/layouts"
)

// Every layout is executed over an item that has nothing but what its kind demands, and over one that has every field there is: so a
// layout that asks for what may be absent, or for what does not exist, fails here and not at a centre's.
func TestLayoutsOverBareAndFullItems(t *testing.T) {
	kinds, problems := content.ReadKinds(layouts.FS)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, full := range []bool{false, true} {
		for _, lang := range []string{"[uk]", "[uk, en]"} {
			t.Run(fmt.Sprintf("full=%v,languages=%s", full, lang), func(t *testing.T) { renderAll(t, siteOfKinds(kinds, full, lang)) })
		}
	}
}

// renderAll makes every page of a site and looks for what is broken in it.
func renderAll(t *testing.T, root fstest.MapFS) {
	loader := &generator.Loader{Options: generator.Options{
		Root: root, Layouts: layouts.FS, Assets: assets.FS, Lines: true, Now: time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC),
	}}
	snapshot, err := loader.Load(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range snapshot.Problems {
		if p.Stops() {
			t.Errorf("%s:%d: %s [%s] %s", p.File, p.Line, p.What("en"), p.Code, p.Source)
		}
	}
	set, err := render(context.Background(), snapshot)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range check.Site(set, check.Options{BaseURL: "https://example.org"}) {
		t.Errorf("%s: %s [%s]", p.File, p.What("en"), p.Code)
	}
}

// siteOfKinds is a site with one item of every kind.
func siteOfKinds(kinds *content.Kinds, full bool, languages string) fstest.MapFS {
	m := fstest.MapFS{"content/site.yaml": {Data: []byte("name: Вітрина\nowner: Центр\nbase_url: https://example.org\nlanguages: " + languages +
		"\ncontacts: {address: Дружківка}\nrights: cc-by-4.0\n")}}
	for _, kind := range kinds.All {
		header := headerOf(kind, kinds, full)
		switch {
		case kind.Section == "" || kind.Name == "site":
		case kind.Folders:
			owner := kinds.Named(kind.Inside)
			dir := fmt.Sprintf("content/%s/zrazok/%s/zrazok/", owner.Section, kind.Section)
			m[dir+"index.md"] = &fstest.MapFile{Data: []byte(header)}
			for _, file := range []string{"zrazok.txt", "zrazok.svg"} {
				m[dir+file] = m["content/awards/zrazok/"+file]
			}
		case kind.CSV:
			// a row is an item like any other; script tests cover tables
		case kind.Inside != "":
			owner := kinds.Named(kind.Inside)
			m[fmt.Sprintf("content/%s/zrazok/01-zrazok.md", owner.Section)] = &fstest.MapFile{Data: []byte(header)}
		default:
			m[fmt.Sprintf("content/%s/zrazok/index.md", kind.Section)] = &fstest.MapFile{Data: []byte(header)}
			m[fmt.Sprintf("content/%s/zrazok/zrazok.txt", kind.Section)] = &fstest.MapFile{Data: []byte("файл")}
			m[fmt.Sprintf("content/%s/zrazok/zrazok.svg", kind.Section)] = &fstest.MapFile{Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0h4v3H0z"/></svg>`)}
		}
	}
	return m
}

// headerOf writes a file with the fields that a kind demands, or with all.
func headerOf(kind *site.Kind, kinds *content.Kinds, full bool) string {
	demanded := map[string]bool{}
	for _, name := range alsoDemanded[kind.Name] {
		demanded[name] = true
	}
	for _, group := range kind.OneOf {
		demanded[group[0]] = true
	}
	var b strings.Builder
	b.WriteString("---\n")
	for _, f := range kind.Fields {
		if !full && !f.Required && !demanded[f.Name] && len(f.RequiredIf) == 0 {
			continue
		}
		if value := sample(f, kinds, 0); value != "" && !skipped[kind.Name+"."+f.Name] && !skipped[f.Name] {
			fmt.Fprintf(&b, "%s: %s\n", f.Name, value)
		}
	}
	b.WriteString("---\n\n## Заголовок\n\nТекст із [посиланням](https://example.org/).\n\n## Другий\n\n## Третій\n")
	return b.String()
}

// skipped are fields whose sample would contradict another: they hide the item, or name something that is not there.
var skipped = map[string]bool{
	"draft": true, "expires": true, "aliases": true, "id": true, "parent": true, "until": true, "title_en": false,
	"winner.nomination": true, "contest.results_published": true, "bbk": true, "review_by": true,
}

// alsoDemanded are fields that a rule in Go demands where no other of its group stands.
var alsoDemanded = map[string][]string{"programme": {"hours"}, "video": {"file"}}

// samples are the values of fields whose rules no sample of the type fits.
var samples = map[string]string{
	"consent_until": "2030-01-02", "steps": `[Один, Два]`, "files": `[{file: zrazok.txt, title: "Слово"}]`, "section": "ihry",
	"initials": `"А. Б."`, "currency": `"UAH"`, "bounds": `[22, 44, 41, 53]`,
	"lots_open": "2026-01-01", "opens": "2026-01-02T14:00", "closes": "2026-01-02T15:00", "publish_at": "2026-01-03", "author_codes": "[K04]",
	"weight_jury": "60", "weight_market": "40",
}

// sample is a value that a field allows, in YAML's flow notation; "" where there is none.
func sample(f *site.Field, kinds *content.Kinds, depth int) string {
	if value, ok := samples[f.Name]; ok && (f.Type != site.Object || f.List) { // an auction names its play currency in parts
		return value
	}
	one := sampleOne(f, kinds, depth)
	switch {
	case one == "":
		return ""
	case f.Map && f.Vocabulary != nil:
		return "{" + f.Vocabulary.Words[0].Name + ": " + one + "}"
	case f.Map:
		return "{назва: " + one + "}"
	case f.List:
		return "[" + one + "]"
	}
	return one
}

func sampleOne(f *site.Field, kinds *content.Kinds, depth int) string {
	switch f.Type {
	case site.Consent:
		return `{date: 2026-01-02, ref: "1", scope: [name, post, institution, photo]}`
	case site.ClauseType:
		return `{n: "1", text: "Слово за словом", executor: "Слово", deadline: {kind: on, date: 2026-01-02}}`
	case site.DeadlineType:
		return `{kind: on, date: 2026-01-02}`
	}
	if f.Example != "" && f.Pattern != nil && !f.List && !f.Map {
		return fmt.Sprintf("%q", f.Example)
	}
	if len(f.Fields) > 0 {
		var parts []string
		for _, p := range f.Fields {
			if depth < 2 {
				if v := sample(p, kinds, depth+1); v != "" {
					parts = append(parts, p.Name+": "+v)
				}
			}
		}
		if len(parts) == 0 {
			return ""
		}
		return "{" + strings.Join(parts, ", ") + "}"
	}
	switch f.Type {
	case site.Int, site.Number:
		if f.Name == "year" {
			return "2025"
		}
		if f.Min != nil {
			return fmt.Sprint(math.Ceil(*f.Min))
		}
		return "1"
	case site.Bool:
		return "true"
	case site.DateOnly, site.DateTime:
		return "2026-01-02"
	case site.AcademicYear:
		return "2025-2026"
	case site.Colour:
		return `"#123456"`
	case site.Enum:
		return `"` + f.Vocabulary.Words[0].Name + `"`
	case site.Ref:
		if kind := kinds.Section(f.To[0]); kind != nil && !kind.CSV && kind.Inside == "" {
			return f.To[0] + "/zrazok"
		}
		return ""
	case site.File:
		return "zrazok.txt"
	case site.Image:
		return "zrazok.svg"
	case site.URL:
		return `"https://example.org/"`
	case site.Path:
		return `"/stara/"`
	case site.ISBN:
		return `"978-617-0000-00-2"`
	case site.Code:
		return `"1"`
	}
	if f.Pattern != nil && f.Pattern.MatchString("слово") {
		return `"слово"`
	}
	text := "Слово за словом"
	if f.Min != nil && *f.Min > 15 {
		text = strings.Repeat("Слово ", int(*f.Min)/6+1)
	}
	return `"` + strings.TrimSpace(text) + `"`
}

// The site that lies in the repository builds without an error, and its finished pages hold nothing broken.
func TestOwnSite(t *testing.T) {
	root := filepath.Join("..", "..")
	loader := &generator.Loader{Options: generator.Options{
		Root: generator.WithGuide(os.DirFS(root), layouts.FS), Layouts: layouts.FS, Assets: assets.FS, BaseURL: "https://example.org/som-hub", Now: time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC),
	}}
	snapshot, err := loader.Load(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range snapshot.Problems {
		if p.Stops() {
			t.Errorf("%s:%d: %s [%s]", p.File, p.Line, p.What("en"), p.Code)
		}
	}
	set, err := render(context.Background(), snapshot)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range check.Site(set, check.Options{BaseURL: "https://example.org/som-hub"}) {
		if p.Stops() {
			t.Errorf("%s: %s [%s]", p.File, p.What("en"), p.Code)
		}
	}
}

// TestStarterCovers: the covers on the first home page differ, for each is drawn by the title and two may come out alike.
func TestStarterCovers(t *testing.T) {
	drawn := map[string]string{}
	for name, kind := range map[string]string{"projects/pryklad-proiekt": "project", "manuals/pryklad-posibnyk": "manual"} {
		text, err := layouts.FS.ReadFile("starter/content/" + name + "/index.md")
		if err != nil {
			t.Fatal(err)
		}
		title := regexp.MustCompile(`(?m)^Назва: "(.*)"$`).FindStringSubmatch(string(text))
		if title == nil {
			t.Fatalf("%s has no title", name)
		}
		cover := drawing.Cover(title[1], kind)
		if other, ok := drawn[cover]; ok {
			t.Errorf("%s looks as %s", name, other)
		}
		drawn[cover] = name
	}
}
