package content

import (
	"path"
	"regexp"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
)

// exhibitRules: who made it stands with consent or as a label (PD-11), a methodical case has its parts, a file is one thing and not two.
func exhibitRules(r *reader, doc *site.Doc) {
	besideTable(doc)
	authors, _ := doc.Value("authors")
	for _, author := range authors.Items {
		r.author(doc, author)
	}
	caseRules(r, doc)
	files, _ := doc.Value("files")
	for _, f := range files.Items {
		_, file := f.Part("file")
		if _, address := f.Part("url"); file == address {
			r.complain("E-EXHIBIT-FILE", f.Line, f.Column)
		}
	}
}

// FilesBeside is the folder beside a table of exhibits where their files lie.
const FilesBeside = "files"

// besideTable finds the files of a row: a bare name lies in the folder files/ beside the table.
func besideTable(doc *site.Doc) {
	if doc.Line == 0 {
		return
	}
	var visit func(values []site.Value)
	visit = func(values []site.Value) {
		for i := range values {
			v := &values[i]
			if t := v.Field.Type; (t == site.File || t == site.Image) && !v.Field.List && v.Text != "" && !strings.Contains(v.Text, "/") {
				v.Text = path.Join(FilesBeside, v.Text)
			}
			visit(v.Items)
			visit(v.Parts)
		}
	}
	visit(doc.Values)
}

// author checks one author: a record of the base of teachers, a name with consent, or a label such as «педагог ЗДО».
func (r *reader) author(doc *site.Doc, author site.Value) {
	name, named := author.Part("name")
	_, record := author.Part("teacher")
	label, labelled := author.Part("label")
	if !named && !record && !labelled {
		r.complain("E-AUTHOR", author.Line, author.Column)
	}
	if !named && namesPerson(label.Text) {
		name, named = label, true
	}
	if !named {
		return
	}
	institution, _ := author.Part("institution")
	if r.child(name, institution, label) {
		return
	}
	consent, own := author.Part("consent")
	if !own {
		if consent, own = doc.Value("consent"); !own && !r.wrong["consent"] {
			r.unconsented(doc, name, r.nameless(author)...)
			return
		}
	}
	if scope, limited := consent.Part("scope"); limited && !contains(scope, "name") {
		r.complain("E-CONSENT-SCOPE", consent.Line, consent.Column, "missing", "name", "missing.uk", strings.Replace(scopeWords["name"][0], "імя", "ім’я", 1))
	}
}

// lotRules: who has an idea is named with consent, or as «педагог ЗДО» (domain 3.8). Of the base of teachers everybody has agreed.
func lotRules(r *reader, doc *site.Doc) {
	if r.stands(doc, "consent") {
		return
	}
	authors, _ := doc.Value("authors")
	for _, author := range authors.Items {
		if !strings.HasPrefix(author.Text, "teachers/") && namesPerson(author.Text) {
			r.unconsented(doc, author, "nameless", "authors", "nameless.uk", authors.Field.Label.UK)
		}
	}
}

var (
	inQuotes = regexp.MustCompile(`[«„“"][^»“”"]*[»“”"]`)
	surname  = regexp.MustCompile(`[А-ЯҐЄІЇ][а-яґєії’'ʼ-]+[\s\x{00A0}]+[А-ЯҐЄІЇ]\.`)
	fullName = regexp.MustCompile(`[А-ЯҐЄІЇ][а-яґєії’'ʼ-]+[\s\x{00A0}]+[А-ЯҐЄІЇ][а-яґєії]`)
)

// namesPerson tells that a person is named with her surname where a word such as «педагог ЗДО» ought to stand. A kindergarten «Оленка» is nobody.
func namesPerson(text string) bool {
	text = inQuotes.ReplaceAllString(text, "")
	return surname.MatchString(text) || fullName.MatchString(text) && site.NameOfPerson(text) != ""
}

// nameless tells a message in which field an author is named without a name.
func (r *reader) nameless(author site.Value) []string {
	label := author.Field.Part("label")
	if label == nil {
		return nil // a site's own kind may lack it
	}
	if tableName(r.file) {
		return []string{"nameless", author.Field.Name + ".label", "nameless.uk", author.Field.Label.UK + "." + label.Label.UK}
	}
	return []string{"nameless", label.Name, "nameless.uk", label.Label.UK}
}

// fewestSteps is how many steps a methodical case has at least (domain 2.3.5).
const fewestSteps = 2

func caseRules(r *reader, doc *site.Doc) {
	v, ok := doc.Value("case")
	if !ok || r.wrong["case"] {
		return
	}
	if steps, _ := v.Part("steps"); len(steps.Items) < fewestSteps && !r.wrong["case.steps"] {
		r.complain("E-CASE-STEPS", v.Line, v.Column)
	}
}
