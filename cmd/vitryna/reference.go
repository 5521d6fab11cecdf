package main

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"path"
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator"
	"github.com/som-hub/vitryna/generator/author"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/serve"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// The author's reference of kinds is a part of the preview: /_kinds/ lists the kinds, /_kinds/<kind>/ tells every field. It is made of the schemas by which texts
// are checked, those of the site among them, when it is asked for.

//go:embed kinds/page.html
var kindsHTML string

//go:embed kinds/page.css
var kindsCSS []byte

var kindsPage = template.Must(template.New("kinds").Parse(kindsHTML))

// referenced adds the reference to what is served.
func (p *program) referenced(view *serve.Snapshot, folder string) *serve.Snapshot {
	render := view.Render
	view.Render = func(address string) ([]byte, string, bool, error) {
		switch address {
		case "/_kinds/page.css":
			return kindsCSS, "text/css", true, nil
		case "/_first/page.css":
			return []byte(serve.PlainStyle + firstCSS), "text/css", true, nil
		}
		name, ours := strings.CutPrefix(address, "/_kinds/")
		if !ours {
			return render(address)
		}
		page, err := p.kindPage(folder, strings.TrimSuffix(name, "/"))
		return page, "text/html", page != nil, err
	}
	return view
}

// kindView is what the reference shows: all kinds, or the fields of one.
type kindView struct {
	p           *program
	Title       string
	Kind        *site.Kind
	Where, New  string
	Kinds       []kindRow
	Own, Shared []fieldView
}

type kindRow struct{ Name, Label, Where, Count string }

// fieldView is one field in words.
type fieldView struct {
	Name, Label, Must, Type, Aka, Help, When, Limits, Words, Notes, Example string
	Parts                                                                   []fieldView
	Codes                                                                   []codeLink
}

type codeLink struct{ Code, URL string }

// Say is a text in the language of the page.
func (v *kindView) Say(key string) string { return v.p.say(key) }

// kindPage makes the page of a kind, of all for "", nil where there is no such kind.
func (p *program) kindPage(folder, name string) ([]byte, error) {
	kinds, common, err := p.kindsOf(folder)
	if err != nil {
		return nil, err
	}
	view := &kindView{p: p, Title: p.say("kinds title")}
	if name == "" {
		for _, k := range kinds {
			view.Kinds = append(view.Kinds, kindRow{k.Name, ukrainian.Capital(k.Singular(p.lang)), whereOf(kinds, k), p.count(len(k.Fields), "поле/поля/полів", "field", "fields")})
		}
	} else {
		i := slices.IndexFunc(kinds, func(k *site.Kind) bool { return k.Name == name })
		if i < 0 {
			return nil, nil
		}
		view.one(kinds, kinds[i], common)
	}
	var b bytes.Buffer
	err = kindsPage.Execute(&b, view)
	return b.Bytes(), err
}

// whereOf is the file in which an item of the kind lies.
func whereOf(kinds []*site.Kind, k *site.Kind) string {
	switch {
	case k.Section == "":
		return "content/site.yaml"
	case k.CSV && !k.Folders:
		return tableOf(kinds, k)
	}
	return path.Dir(author.FreshFile(k, inOf(kinds, k), "…", "…", 0)) + "/"
}

func (v *kindView) one(kinds []*site.Kind, k *site.Kind, common func(*site.Field) bool) {
	v.Kind, v.Title, v.Where = k, ukrainian.Capital(k.Singular(v.p.lang)), whereOf(kinds, k)
	if k.Section != "" && (!k.CSV || k.Folders) {
		v.New = "vitryna new " + k.Name + ` "…"`
		if k.Inside != "" {
			v.New += " --in …"
		}
	}
	for _, h := range generator.Help(k, common) {
		if f := v.p.fieldView(h); h.Common {
			v.Shared = append(v.Shared, f)
		} else {
			v.Own = append(v.Own, f)
		}
	}
}

// fieldView puts a field into words.
func (p *program) fieldView(h generator.FieldHelp) fieldView {
	f := fieldView{Name: h.Name, Label: h.Label.In(p.lang), Type: p.typeName(h.Field), Limits: p.limits(h), Words: p.vocabulary(h.Field)}
	if p.lang != "en" {
		f.Help = strings.Join(strings.Fields(h.Help), " ")
	}
	f.Must, f.When = p.must(h)
	if len(h.Aka) > 0 && p.lang != "en" {
		f.Aka = fmt.Sprintf(p.say("kinds aka"), strings.Join(h.Aka, ", "))
	}
	if h.Private {
		f.Notes = p.say("kinds private")
	}
	if h.Example != "" {
		key := h.Label.UK
		if p.lang == "en" {
			key = h.Name
		}
		f.Example = key + ": " + h.Sample(p.lang)
	}
	for _, part := range h.Parts {
		f.Parts = append(f.Parts, p.fieldView(part))
	}
	for _, code := range h.Codes {
		f.Codes = append(f.Codes, codeLink{code, "/manuals/" + generator.GuideID + "/" + problem.Chapter(code) + "/"})
	}
	return f
}

// must tells that the field has to stand, and when.
func (p *program) must(h generator.FieldHelp) (must, when string) {
	var conditions, group []string
	for _, n := range h.When {
		switch {
		case n.With == nil:
			must = p.say("first required")
		case n.OneOf:
			group = append(group, "«"+n.With.Label.In(p.lang)+"»")
		case len(n.Values) == 0:
			conditions = append(conditions, fmt.Sprintf(p.say("kinds with"), n.With.Label.In(p.lang)))
		default:
			var values []string
			for _, v := range n.Values {
				values = append(values, v.In(p.lang))
			}
			conditions = append(conditions, fmt.Sprintf(p.say("kinds if"), n.With.Label.In(p.lang), strings.Join(values, ", ")))
		}
	}
	if len(group) > 0 {
		conditions = append(conditions, fmt.Sprintf(p.say("kinds one of"), strings.Join(group, ", ")))
	}
	return must, strings.Join(conditions, " ")
}

// typeName is the type of a field in words.
func (p *program) typeName(f *site.Field) string {
	key := string(f.Type)
	switch f.Type {
	case site.Code, site.Path, site.AcademicYear:
		key = "string"
	case site.Source, site.Attachment:
		key = "object"
	}
	switch {
	case f.Map:
		return problem.Word("type", "map", p.lang)
	case f.List && f.Type == site.Ref:
		return problem.Word("type", "refs", p.lang)
	case f.List && len(f.Fields) > 0:
		return problem.Word("type", "objects", p.lang)
	case f.List:
		return problem.Word("type", "list", p.lang) + ": " + problem.Word("type", key, p.lang)
	}
	return problem.Word("type", key, p.lang)
}

// limits tells the least and the most.
func (p *program) limits(h generator.FieldHelp) string {
	least, most := h.Bounds()
	key := "kinds signs"
	switch {
	case h.Type == site.Int || h.Type == site.Number:
		key = "kinds number"
	case h.List && h.Measured():
		key = "kinds each"
	case h.List:
		key = "kinds entries"
	}
	switch {
	case least != "" && most != "":
		return fmt.Sprintf(p.say(key+" between"), least, most)
	case least != "":
		return fmt.Sprintf(p.say(key+" least"), least)
	case most != "":
		return fmt.Sprintf(p.say(key+" most"), most)
	}
	return ""
}

// vocabulary lists what may stand in a field, or where it points.
func (p *program) vocabulary(f *site.Field) string {
	if f.Type == site.Ref {
		return fmt.Sprintf(p.say("kinds refers"), "content/"+strings.Join(f.To, ", content/"))
	}
	if f.Vocabulary == nil {
		return ""
	}
	var words []string
	for _, w := range f.Vocabulary.Words {
		words = append(words, w.Label.In(p.lang))
	}
	return fmt.Sprintf(p.say("kinds words"), strings.Join(words, ", "))
}
