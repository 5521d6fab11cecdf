package author

import (
	"fmt"
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Fresh is a new item of a kind: a draft whose header explains every field.
type Fresh struct {
	Kind   *site.Kind             // required
	Common func(*site.Field) bool // fields that every kind has stand last; required
	Title  string                 // required
	Names  bool                   // English names of fields in place of labels
	Day    ukrainian.Date         // required
}

// mostWords is how many words of a vocabulary a note lists.
const mostWords = 16

// Text is the file. Obligatory fields stand in it with nothing behind them, so that the preview asks for them; the others stand behind a # with an
// example. Uncommented as they are, they fit their types.
func (f Fresh) Text() []byte {
	var b strings.Builder
	b.WriteString("---\n# " + ukrainian.Capital(f.Kind.Singular(site.UK)) + ". Рядки зі знаком # — пояснення, програма їх не читає.\n")
	given := map[string]string{"title": quoted(f.Title), "draft": "так", "date": f.day()}
	if field, value := f.named(); field != nil {
		given[field.Name] = value
	}
	if f.Kind.Field("title") != nil && f.Kind.Title == "" {
		b.WriteString(f.key(f.Kind.Field("title")) + ": " + given["title"] + "\n")
	}
	if draft := f.Kind.Field("draft"); draft != nil {
		b.WriteString("\n# Чернетку видно лише вам. Коли все готово, приберіть цей рядок.\n" + f.key(draft) + ": " + given["draft"] + "\n")
	}
	var due, own, common []*site.Field
	for _, field := range f.Kind.Fields {
		switch {
		case field.Name == "title" && f.Kind.Title == "", field.Name == "draft", field.Name == "id", field.Name == "pii_allow": // the last is for what the program has complained of
		case field.Required || slices.ContainsFunc(f.Kind.OneOf, func(group []string) bool { return group[0] == field.Name }):
			due = append(due, field)
		case f.Common(field):
			common = append(common, field)
		default:
			own = append(own, field)
		}
	}
	f.part(&b, "Обов’язкові поля: допишіть після двокрапки", due, func(field *site.Field) string { return strings.TrimRight(f.key(field)+": "+given[field.Name], " ") })
	spare := func(field *site.Field) string { return "# " + f.key(field) + ": " + content.Sample(field, f.lang()) }
	f.part(&b, "Необов’язкові поля: приберіть # на початку рядка, який потрібен", own, spare)
	f.part(&b, "Поля, які має кожен вид матеріалу", common, spare)
	b.WriteString("---\n\n" + content.Placeholder + "\n")
	return []byte(b.String())
}

// named is the field of which the title of the kind's items is made, with the words of this title as its parts in their order: a person's surname, name and patronymic.
// A single word says too little.
func (f Fresh) named() (*site.Field, string) {
	words := strings.Fields(f.Title)
	for _, field := range f.Kind.Fields {
		var pattern []string
		for _, part := range field.Fields {
			if place := "{" + field.Name + "." + part.Name + "}"; strings.Contains(f.Kind.Title, place) {
				pattern = append(pattern, place)
			}
		}
		if field.List || len(pattern) < 2 || len(words) < 2 || strings.Join(pattern, " ") != f.Kind.Title {
			continue
		}
		last := min(len(pattern), len(words)) - 1
		words = append(words[:last:last], strings.Join(words[last:], " "))
		var parts []string
		for _, part := range field.Fields {
			if at := slices.Index(pattern, "{"+field.Name+"."+part.Name+"}"); at >= 0 && at <= last {
				parts = append(parts, f.key(part)+": "+quoted(words[at]))
			}
		}
		return field, "{" + strings.Join(parts, ", ") + "}"
	}
	return nil, ""
}

// part writes some fields below a line that says what they have in common.
func (f Fresh) part(b *strings.Builder, head string, fields []*site.Field, line func(*site.Field) string) {
	if len(fields) == 0 {
		return
	}
	b.WriteString("\n# ── " + head + " ──\n")
	for _, field := range fields {
		b.WriteString("\n")
		for _, note := range f.notes(field) {
			b.WriteString("# " + note + "\n")
		}
		b.WriteString(line(field) + "\n")
	}
}

// notes explain a field: what it is for, which words it takes, and an example where the line itself holds none.
func (f Fresh) notes(field *site.Field) []string {
	var notes []string
	if f.Names && field.Label.UK != field.Name {
		notes = append(notes, field.Label.UK+".")
	}
	if help := strings.Join(strings.Fields(field.Help), " "); help != "" {
		notes = append(notes, help)
	}
	if v := field.Vocabulary; v != nil {
		var words []string
		for _, w := range v.Words[:min(mostWords, len(v.Words))] {
			words = append(words, w.Label.UK)
		}
		if len(v.Words) > mostWords {
			words = append(words, "…")
		}
		notes = append(notes, "Можна: "+strings.Join(words, ", ")+".")
	}
	if field.Required && field.Example != "" && field.Name != "date" {
		notes = append(notes, "Зразок: "+content.Sample(field, f.lang()))
	}
	return notes
}

func (f Fresh) key(field *site.Field) string {
	if f.Names {
		return field.Name
	}
	return field.Label.UK
}

// lang is the language of the names of fields.
func (f Fresh) lang() string {
	if f.Names {
		return site.EN
	}
	return site.UK
}

func (f Fresh) day() string { return fmt.Sprintf("%04d-%02d-%02d", f.Day.Year, f.Day.Month, f.Day.Day) }

// quoted is a text in the quotes of a header.
func quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", " ", "\r", " ", "\t", " ").Replace(s) + `"`
}

// FreshFile is where a new item lies, by its slash path from the site's folder; owner is the id of the item it lives in. last is the highest number among the
// chapters or lots that are there already. A kind that is kept as a table has none: "".
func FreshFile(kind, in *site.Kind, owner, id string, last int) string {
	switch {
	case kind.CSV && !kind.Folders || kind.Section == "":
		return ""
	case in == nil:
		return "content/" + kind.Section + "/" + id + "/index.md"
	case kind.CSV:
		return "content/" + in.Section + "/" + owner + "/" + kind.Section + "/" + id + "/index.md"
	case kind.Section == "chapters":
		return fmt.Sprintf("content/%s/%s/%02d-%s.md", in.Section, owner, last+1, id)
	}
	return fmt.Sprintf("content/%s/%s/%s/%02d-%s.md", in.Section, owner, kind.Section, last+1, id)
}
