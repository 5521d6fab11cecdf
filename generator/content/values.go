package content

import (
	"errors"
	"math"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// values reads a header's fields. Unknown ones are errors (a misspelt `draft` must not publish), what cannot be read is left out.
func (r *reader) values(header *yaml.Node, kind *site.Kind, lang string) []site.Value {
	values := r.fields(header, kind.Field, kind.Fields)
	if lang == site.EN {
		values = slices.DeleteFunc(values, func(v site.Value) bool {
			if !v.Field.Translate {
				r.complain("W-LANG-KEY", v.Line, v.Column, "field", v.Field.Name, "label", v.Field.Label.UK)
			}
			return !v.Field.Translate
		})
	}
	return values
}

// fields reads a map of fields, of a header or of an object.
func (r *reader) fields(node *yaml.Node, find func(string) *site.Field, all []*site.Field) []site.Value {
	values := make([]site.Value, 0, len(node.Content)/2)
	seen := map[string]int{}
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, body := node.Content[i], node.Content[i+1]
		field := find(key.Value)
		if field == nil {
			p := r.complain("E-KEY", key.Line, key.Column, "field", key.Value, "nearest", problem.Nearest(key.Value, site.Names(all)))
			p.Length = len([]rune(key.Value))
			continue
		}
		if line, twice := seen[field.Name]; twice {
			r.complain("E-KEY-DUP", key.Line, key.Column, "field", key.Value, "first", strconv.Itoa(line))
			continue
		}
		seen[field.Name] = key.Line
		if v, ok := r.value(body, field); ok {
			v.Line, v.Column = key.Line, key.Column
			values = append(values, v)
		}
	}
	return values
}

// value reads the value of one field; ok is false where there is none or it is wrong.
func (r *reader) value(node *yaml.Node, field *site.Field) (site.Value, bool) {
	v := site.Value{Field: field, Line: node.Line, Column: node.Column}
	switch {
	case node.Kind == yaml.AliasNode:
		r.wrongType(node, field)
		return v, false
	case node.Tag == "!!null":
		v.Null = true
		return v, field.Null // an empty line of a form is no value
	case field.Map:
		return r.mapped(node, v)
	case field.List:
		return r.list(node, v)
	}
	return r.single(node, v)
}

func (r *reader) list(node *yaml.Node, v site.Value) (site.Value, bool) {
	elements := []*yaml.Node{node}
	if node.Kind == yaml.SequenceNode {
		elements = node.Content
	}
	element := *v.Field
	element.List = false
	for _, e := range elements {
		if e.Tag == "!!null" {
			continue
		}
		if item, ok := r.single(e, site.Value{Field: &element, Line: e.Line, Column: e.Column}); ok {
			v.Items = append(v.Items, item)
		}
	}
	r.checkList(v)
	return v, len(v.Items) > 0
}

func (r *reader) mapped(node *yaml.Node, v site.Value) (site.Value, bool) {
	if node.Kind != yaml.MappingNode {
		r.wrongType(node, v.Field)
		return v, false
	}
	element := *v.Field
	element.Map = false
	if element.Type != site.Enum {
		element.Vocabulary = nil
	}
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, body := node.Content[i], node.Content[i+1]
		name := key.Value
		if v.Field.Vocabulary != nil {
			word := r.word(key, v.Field)
			if word == nil {
				continue
			}
			name = word.Name
		}
		item, ok := r.value(body, &element)
		item.Key = name
		if ok || body.Tag == "!!null" {
			v.Items = append(v.Items, item)
		}
	}
	return v, true
}

// single reads one value: a scalar, or an object.
func (r *reader) single(node *yaml.Node, v site.Value) (site.Value, bool) {
	if len(v.Field.Fields) > 0 {
		if node.Kind != yaml.MappingNode {
			r.wrongType(node, v.Field)
			return v, false
		}
		v.Parts = r.fields(node, v.Field.Find, v.Field.Fields)
		r.checkParts(v)
		return v, true
	}
	if node.Kind != yaml.ScalarNode {
		r.wrongType(node, v.Field)
		return v, false
	}
	return r.scalar(node, v)
}

func (r *reader) scalar(node *yaml.Node, v site.Value) (site.Value, bool) {
	var ok bool
	switch v.Field.Type {
	case site.String, site.PlainText, site.Code, site.Markdown, site.File, site.Image, site.Ref, site.URL, site.Path, site.Colour, site.ISBN:
		if node.Style == 0 && (node.Tag == "!!int" || node.Tag == "!!float") {
			r.complain("E-TYPE-NUMBER", node.Line, node.Column, "field", v.Field.Name, "label", v.Field.Label.UK, "value", node.Value)
			return v, false
		}
		v, ok = r.text(node, v)
	case site.Enum:
		if word := r.word(node, v.Field); word != nil {
			v.Text, ok = word.Name, true
		}
		return v, ok
	case site.Int, site.Number:
		v.Number, ok = number64(node.Value, v.Field.Type == site.Int)
	case site.Bool:
		v.Bool, ok = boolean(node.Value)
	case site.DateOnly, site.DateTime:
		return r.date(node, v)
	case site.AcademicYear:
		v.Text, ok = academicYear(node.Value)
	}
	if !ok {
		r.wrongType(node, v.Field)
		return v, false
	}
	return v, r.checkScalar(v)
}

func (r *reader) text(node *yaml.Node, v site.Value) (site.Value, bool) {
	v.Text = strings.TrimSpace(ukrainian.Normalise(node.Value))
	switch v.Field.Type {
	case site.String, site.PlainText:
		v.Text = r.typography(v.Text)
	case site.Markdown:
		line := node.Line
		if node.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
			line++
		}
		var body site.Body
		body, r.problems = r.markdown([]byte(node.Value), line, &site.Doc{Lang: r.lang})
		v.Body = &body
	case site.URL:
		return v, r.webAddress(node, v)
	case site.Path:
		if !strings.HasPrefix(v.Text, "/") {
			r.complain("E-ALIAS", node.Line, node.Column, "value", v.Text)
			return v, false
		}
	case site.Colour:
		return v, colour.MatchString(v.Text)
	case site.ISBN:
		if !validISBN(v.Text) {
			r.complain("E-ISBN", node.Line, node.Column, "value", v.Text, "why", isbnTrouble(v.Text))
			return v, false
		}
	}
	return v, v.Text != ""
}

var colour = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)

func (r *reader) webAddress(node *yaml.Node, v site.Value) bool {
	u, err := url.Parse(v.Text)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		r.complain("E-URL", node.Line, node.Column, "field", v.Field.Name, "label", v.Field.Label.UK, "value", v.Text)
		return false
	}
	return true
}

func (r *reader) word(node *yaml.Node, field *site.Field) *site.Word {
	word := field.Vocabulary.Find(node.Value)
	if word != nil {
		return word
	}
	nearest, label := nearestWord(node.Value, field.Vocabulary)
	p := r.complain("E-ENUM", node.Line, node.Column, "field", field.Name, "label", field.Label.UK, "value", node.Value,
		"nearest", nearest, "nearestlabel", label, "allowed", allowed(field.Vocabulary))
	p.Length = len([]rune(node.Value))
	return nil
}

func nearestWord(written string, v *site.Vocabulary) (name, label string) {
	if v == nil {
		return "", ""
	}
	var candidates []string
	for _, w := range v.Words {
		candidates = append(candidates, w.Name, w.Label.UK)
	}
	if w := v.Find(problem.Nearest(written, candidates)); w != nil {
		return w.Name, w.Label.UK
	}
	return "", ""
}

// allowed lists the labels of a vocabulary, as far as they fit into one message.
func allowed(v *site.Vocabulary) string {
	if v == nil {
		return ""
	}
	var labels []string
	for _, w := range v.Words {
		if len(labels) == 12 {
			labels = append(labels, "…")
			break
		}
		labels = append(labels, w.Label.UK)
	}
	return strings.Join(labels, ", ")
}

func (r *reader) date(node *yaml.Node, v site.Value) (site.Value, bool) {
	d, err := ukrainian.ParseDate(node.Value)
	if err != nil || d.Partial() && !v.Field.Partial || d.Timed && v.Field.Type != site.DateTime {
		r.complain("E-DATE", node.Line, node.Column, "field", v.Field.Name, "label", v.Field.Label.UK, "value", node.Value, "why", dateTrouble(d, err), "partial", datePattern(v.Field))
		return v, false
	}
	v.Date = d
	return v, true
}

func (r *reader) wrongType(node *yaml.Node, field *site.Field) {
	r.complain("E-TYPE", node.Line, node.Column, "field", field.Name, "label", field.Label.UK, "want", wanted(field), "value", node.Value)
}

// wanted names the type of a field for people; the catalogue of messages translates the word.
func wanted(f *site.Field) string {
	switch {
	case f.Map:
		return "map"
	case f.Type == site.Person || f.Type == site.Consent:
		return string(f.Type)
	case len(f.Fields) > 0:
		if f.List {
			return "objects"
		}
		return "object"
	case f.List:
		return "list"
	}
	return string(f.Type)
}

func dateTrouble(d ukrainian.Date, err error) string {
	switch {
	case errors.Is(err, ukrainian.ErrNoSuchDay):
		return "day"
	case err != nil:
		return "form"
	case d.Partial():
		return "partial"
	}
	return "time"
}

func datePattern(f *site.Field) string {
	switch {
	case f.Partial:
		return "yes"
	case f.Type == site.DateTime:
		return "time"
	}
	return ""
}

// number64 reads a number as people write it: 1378, 1 378, 1,5. A leading zero is a zero, not an octal number.
func number64(s string, whole bool) (float64, bool) {
	s = strings.NewReplacer(" ", "", "\u00a0", "", ",", ".").Replace(s)
	n, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsNaN(n) || math.IsInf(n, 0) || whole && (n != math.Trunc(n) || math.Abs(n) > 1e15) {
		return 0, false
	}
	return n, true
}

func boolean(s string) (value, ok bool) {
	switch strings.ToLower(s) {
	case "true", "так", "yes":
		return true, true
	case "false", "ні", "no":
		return false, true
	}
	return false, false
}

var yearPair = regexp.MustCompile(`^(\d{4})[-–/](\d{4})$`)

// academicYear reads 2019-2020 or 2019/2020: the second year follows the first (ST-01).
func academicYear(s string) (string, bool) {
	m := yearPair.FindStringSubmatch(s)
	if m == nil {
		return "", false
	}
	first, _ := strconv.Atoi(m[1])
	second, _ := strconv.Atoi(m[2])
	return m[1] + "-" + m[2], second == first+1
}

func isbnTrouble(s string) string {
	if digits := strings.Count(strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '#'
		}
		return -1
	}, s), "#"); digits != 13 {
		return "length"
	}
	return "check"
}

// validISBN checks the digits of an ISBN-13 (ISO 2108).
func validISBN(s string) bool {
	sum, n := 0, 0
	for _, c := range s {
		switch {
		case c == '-' || c == ' ':
			continue
		case c < '0' || c > '9':
			return false
		}
		sum += int(c-'0') * (1 + n%2*2)
		n++
	}
	return n == 13 && sum%10 == 0
}
