package site_test

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// The vocabularies and kinds of the tests.
var (
	status   = words("status", "running: триває", "planned: заплановано", "held: проведено", "completed: завершено", "cancelled: скасовано", "postponed: перенесено")
	audience = words("audience", "educators: педагоги", "parents: батьки", "children: діти")
	places   = words("place", "I: I", "II: II", "laureate: лауреат")

	kinds = []*site.Kind{
		kind("award", "awards", "year int"),
		kind("centre", "centres"),
		kind("chapter", "chapters inside manual", "appendix bool", "front bool", "closing bool", "part string"),
		kind("contest", "contests", "held_in academic-year", "nominations list of object", "criteria list of object", "results_published date", "sort -held_in title"),
		kind("event", "events", "start datetime", "end datetime", "status enum", "mode enum", "project ref projects Заходи", "partners refs partners Спільні заходи", "sessions list of object", "sort -start title"),
		kind("initiative", "initiatives", "year int"),
		kind("manual", "manuals", "year int", "numbering bool", "projects refs projects Посібники", "part ref chapters,manuals", "sort -year title"),
		kind("metric", "metrics nopage csv", "value int"),
		kind("news", "news feed", "about refs projects,manuals,events У новинах", "sort -date"),
		kind("page", "pages", "parent ref pages", "sort weight title"),
		kind("partner", "partners", "sort title"),
		kind("project", "projects", "status enum", "start date", "audience list of enum", "code code unique", "number int unique", "day date unique", "hours int", "flag bool", "centre ref centres,projects",
			"logo image", "file file", "facets status audience start hours flag centre code absent", "sort status -start title"),
		kind("staff", "staff", "name person", "sort name"),
		kind("term", "glossary", "sort -title"),
		kind("showcase", "showcases", "opened date", "closed date", "layout string", "sections list of object", "sort -opened title"),
		kind("exhibit", "exhibits inside showcase csv", "section code", "idea string", "level list of string", "authors list of object", "sort weight title", "facets level"),
		kind("gallery", "galleries", "event refs events Світлини", "photos list of photo", "sort -date title"),
		kind("winner", "winners inside contest nopage csv", "place enum", "nomination code", "points number", "name string", "diploma_no code", "sort nomination place name"),
	}
)

func words(name string, list ...string) *site.Vocabulary {
	v := &site.Vocabulary{Name: name}
	for i, w := range list {
		word, label, _ := strings.Cut(w, ": ")
		v.Words = append(v.Words, &site.Word{Name: word, Label: site.Text{UK: label, EN: word}, Order: i})
	}
	return v
}

// kind makes a kind of its name, its section with «inside …», «nopage», «csv», «feed», and its fields «name type [to] [back]»; «sort» and «facets»
// are lists of names. Every kind has the common fields.
func kind(name, section string, fields ...string) *site.Kind {
	traits := strings.Fields(section)
	k := &site.Kind{Name: name, Section: traits[0], NoPage: slices.Contains(traits, "nopage"), CSV: slices.Contains(traits, "csv"), Feed: slices.Contains(traits, "feed")}
	if i := slices.Index(traits, "inside"); i > 0 {
		k.Inside = traits[i+1]
	}
	k.Label.UK.Few = name + "s"
	for _, f := range append([]string{"title string", "title_en string", "summary text", "date datetime", "draft bool", "expires date", "weight int", "tags list of string", "aliases list of path", "attachments list of attachment", "cover image", "id code"}, fields...) {
		spec := strings.Fields(f)
		switch spec[0] {
		case "sort":
			for _, key := range spec[1:] {
				field, descending := strings.CutPrefix(key, "-")
				k.Sort = append(k.Sort, site.SortKey{Field: field, Descending: descending})
			}
		case "facets":
			k.Facets = spec[1:]
		default:
			k.Fields = append(k.Fields, field(spec))
		}
	}
	k.Index()
	return k
}

func field(spec []string) *site.Field {
	f := &site.Field{Name: spec[0], Label: site.Text{UK: "Поле " + spec[0]}, Type: site.Type(spec[1]), Unique: spec[len(spec)-1] == "unique"}
	switch {
	case spec[1] == "list":
		f.List, f.Type = true, site.Type(spec[3])
	case spec[1] == "refs":
		f.List, f.Type = true, site.Ref
	}
	if f.Type == site.Ref {
		f.To, f.Back.UK = strings.Split(spec[2], ","), strings.Join(spec[3:], " ")
	}
	f.Vocabulary = map[string]*site.Vocabulary{"status": status, "audience": audience, "mode": words("mode", "onsite: очно", "online: онлайн"), "place": places}[f.Name]
	return f
}

func kindOf(section string) *site.Kind {
	i := slices.IndexFunc(kinds, func(k *site.Kind) bool { return k.Section == section })
	return kinds[i]
}

// doc makes the document of a file below content/: «projects/a/index.md», «manuals/m/01-b.en.md», «contests/k/winners.csv:3». A field is «name: value»,
// the elements of a list are parted by a comma, the parts of an object are «part=value». The first field stands on line 2.
// «body: …» is a text of lines that begin with # (a heading), ! (a picture) or → (a link).
func doc(file string, fields ...string) *site.Doc {
	d := &site.Doc{Lang: site.UK}
	d.File, d.Line = cutLine("content/" + file)
	dir, name := path.Split(strings.TrimPrefix(d.File, "content/"))
	parts := strings.Split(strings.TrimSuffix(dir, "/"), "/")
	name = strings.TrimSuffix(name, ".md")
	if stem, english := strings.CutSuffix(name, ".en"); english {
		name, d.Lang = stem, site.EN
	}
	switch {
	case dir == "":
		d.Role = site.RoleHome
	case len(parts) == 1 && d.Line == 0:
		d.Role, d.Section, d.Path = site.RoleSection, parts[0], parts[0]
	case d.Line > 0:
		d.Section = strings.TrimSuffix(name, ".csv")
		if len(parts) == 1 {
			d.Section = parts[0]
		}
		d.Kind, d.Owner, d.Order = kindOf(d.Section), strings.Join(parts, "/"), d.Line
		if len(parts) == 1 {
			d.Owner = ""
		}
	case name == "index":
		d.Kind, d.Section, d.ID, d.Path = kindOf(parts[0]), parts[0], parts[1], parts[0]+"/"+parts[1]
	default:
		number, id, _ := strings.Cut(name, "-")
		d.Kind, d.Section, d.Owner, d.ID = kindOf("chapters"), "chapters", strings.Join(parts, "/"), id
		d.Order, _ = strconv.Atoi(number)
		d.Path = d.Owner + "/" + id
	}
	if d.Kind == nil {
		d.Kind = kindOf("pages")
	}
	for i, f := range fields {
		name, text, _ := strings.Cut(f, ": ")
		if name == "body" {
			d.Body = body(text)
			continue
		}
		v := value(d.Kind.Field(name), text, i+2)
		d.Values = append(d.Values, v)
		d.Title = map[bool]string{true: v.Text, false: d.Title}[name == "title"]
		d.Draft = d.Draft || name == "draft" && v.Bool
	}
	if d.Line > 0 {
		d.ID = d.Text("id")
		if d.ID == "" {
			d.ID = ukrainian.Slug(d.Title)
		}
		d.Path = path.Join(d.Owner, d.Section, d.ID)
		if d.Owner != "" {
			d.Path = d.Owner + "/" + d.ID
		}
	}
	return d
}

func cutLine(file string) (string, int) {
	file, line, _ := strings.Cut(file, ":")
	n, _ := strconv.Atoi(line)
	return file, n
}

func value(f *site.Field, text string, line int) site.Value {
	v := site.Value{Field: f, Line: line, Column: 1}
	if f.List {
		element := *f
		element.List = false
		for e := range strings.SplitSeq(text, ", ") {
			v.Items = append(v.Items, value(&element, e, line))
		}
		return v
	}
	switch f.Type {
	case site.Int, site.Number:
		v.Number, _ = strconv.ParseFloat(text, 64)
	case site.Bool:
		v.Bool = text == "true"
	case site.DateOnly, site.DateTime:
		v.Date, _ = ukrainian.ParseDate(text)
	case site.Object, site.Person, site.Attachment, site.PhotoType:
		for part := range strings.FieldsSeq(text) {
			name, text, _ := strings.Cut(part, "=")
			t := map[string]site.Type{"max": site.Int, "start": site.DateTime, "end": site.DateTime, "file": site.File, "consent_until": site.DateOnly}[name]
			v.Parts = append(v.Parts, value(&site.Field{Name: name, Label: site.Text{UK: "Частина " + name}, Type: t}, text, line))
		}
	default:
		v.Text = text
	}
	return v
}

func body(text string) site.Body {
	b := site.Body{Runes: len([]rune(text))}
	b.SetHTML(text)
	for i, line := range strings.Split(text, "\n") {
		at := i + 10
		switch {
		case strings.HasPrefix(line, "#"):
			title := strings.TrimLeft(line, "# ")
			b.Headings = append(b.Headings, site.Heading{Level: 2, ID: ukrainian.Slug(title), Title: title, Line: at})
		case strings.HasPrefix(line, "!"):
			b.Pictures = append(b.Pictures, site.Picture{Dest: line[1:], Line: at, Column: 1})
		case strings.HasPrefix(line, "→"):
			b.Links = append(b.Links, site.Link{Dest: strings.TrimPrefix(line, "→"), Line: at, Column: 1})
		}
	}
	return b
}

// today is the day of the tests' builds.
var today = ukrainian.Date{Year: 2026, Month: 11, Day: 21}

// options are those of a site in both languages with a picture and an attachment.
func options() site.Options {
	return site.Options{
		Config: site.Config{Languages: []string{site.UK, site.EN}}, Now: today, Kinds: kinds,
		Files: []string{"content/logo.svg", "content/projects/a/foto.jpg", "content/projects/a/Положення.pdf", "content/pages/a/їжак.png"},
	}
}

// build makes a site and checks that every problem has what its sentences need. What is told of missing obligatory pages and translations is left out.
func build(t testing.TB, o site.Options, docs ...*site.Doc) (*site.Site, problem.List) {
	t.Helper()
	s, problems := site.New(docs, o)
	for _, p := range problems {
		if missing := p.Missing(); len(missing) > 0 {
			t.Errorf("%s %s lacks %q: %s", p.File, p.Code, missing, p.What("uk"))
		}
		if p.File == "" || p.Line < 0 {
			t.Errorf("%s stands nowhere: %+v", p.Code, p)
		}
		if why := p.Args["why"]; p.Code == "W-REF-HIDDEN" && why != "" && !slices.Contains(problem.WordKeys("hidden"), why) {
			t.Errorf("W-REF-HIDDEN: why is %q", why)
		}
	}
	problems = slices.DeleteFunc(problems, func(p problem.Problem) bool {
		return p.Code == "W-PAGE-MISSING" || p.Code == "W-LANG-MISSING" || p.Code == "W-BOOK-EMPTY"
	})
	return s, problems
}

// told is a list of problems in one line: «projects/a/index.md:2 E-REF», by their places.
func told(list problem.List) string {
	list = slices.Clone(list)
	list.Sort()
	var all []string
	for _, p := range list {
		at := strings.TrimPrefix(p.File, "content/")
		if p.Line > 0 {
			at += fmt.Sprint(":", p.Line)
		}
		all = append(all, at+" "+p.Code)
	}
	return strings.Join(all, ", ")
}

// ids are the ids of items in their order.
func ids(items []*site.Item) string {
	var all []string
	for _, i := range items {
		all = append(all, i.ID)
	}
	return strings.Join(all, " ")
}
