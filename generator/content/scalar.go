package content

import (
	"cmp"
	"errors"
	"math"
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/som-hub/vitryna/generator/markdown"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// scalar reads a value that is one text, number, date ….
func (r *reader) scalar(node *yaml.Node, v site.Value) (site.Value, bool) {
	ok := false
	switch v.Field.Type {
	case site.Enum:
		if word := r.word(node, v.Field); word != nil {
			v.Text, ok = word.Name, true
		}
		return v, ok
	case site.DateOnly, site.DateTime:
		return r.date(node, v)
	case site.Bool:
		if v.Bool, ok = boolean(node.Value); !ok {
			r.wrongType(node, v.Field)
		}
		return v, ok
	case site.Int, site.Number:
		if v.Number, ok = number64(node.Value, v.Field.Type == site.Int); !ok {
			r.wrongType(node, v.Field)
		}
	case site.Latitude, site.Longitude:
		return r.degrees(node, v)
	case site.AcademicYear:
		if v.Text, ok = academicYear(node.Value); !ok {
			r.complain("E-YEAR", node.Line, node.Column, "field", v.Field.Name, "label", v.Field.Label.UK, "value", node.Value, "suggest", yearsAfter(node.Value))
		}
	default:
		v, ok = r.text(node, v)
	}
	return v, ok && r.checkScalar(v)
}

// text reads a value that is a text of some kind.
func (r *reader) text(node *yaml.Node, v site.Value) (site.Value, bool) {
	if node.Style == 0 && (node.Tag == "!!int" || node.Tag == "!!float") {
		r.complain("E-TYPE-NUMBER", node.Line, node.Column, "field", v.Field.Name, "label", v.Field.Label.UK, "value", node.Value)
		return v, false
	}
	v.Text = strings.TrimSpace(ukrainian.Normalise(node.Value))
	if v.Text == "" || v.Field.Type == site.Colour && !colour.MatchString(v.Text) {
		r.wrongType(node, v.Field)
		return v, false
	}
	switch v.Field.Type {
	case site.String, site.PlainText:
		if namesItem(v) {
			v.Field = v.Field.Item
			return v, true
		}
		lang := r.lang
		if strings.HasSuffix(v.Field.Name, "_en") { // title_en
			lang = site.EN
		}
		r.letters(node, v, lang)
		if v.Field.Romanise {
			v.Text = doubleNames.ReplaceAllString(plainHyphens.Replace(v.Text), "$1-$2") // Word puts others into double names, and one person would be two
		}
		v.Text = r.typography(v.Text, lang)
	case site.Code:
		if v.Field.Numero { // pages put the sign before it
			v.Text = cmp.Or(strings.TrimSpace(strings.TrimPrefix(v.Text, "№")), v.Text)
		}
	case site.Markdown:
		v.Body = r.fieldBody(node, v.Field)
	case site.URL:
		return v, r.webAddress(node, v)
	case site.Path:
		switch {
		case !strings.HasPrefix(v.Text, "/"):
			r.complain("E-ALIAS", node.Line, node.Column, "value", v.Text)
			return v, false
		case v.Text != "/" && !addressable(v.Text):
			r.complain("E-ALIAS", node.Line, node.Column, "value", v.Text, "bad", v.Text)
			return v, false
		}
	case site.ISBN:
		v.Text = plainDashes.Replace(v.Text)
		if !validISBN(v.Text) {
			r.complain("E-ISBN", node.Line, node.Column, "value", v.Text, "why", isbnTrouble(v.Text))
			return v, false
		}
	}
	return v, true
}

// fieldBody converts a field of Markdown. Lines and columns are the file's in a block of text (`|`); in any other notation the lines
// of the value are not those of the file, and what is wrong is told at its beginning.
func (r *reader) fieldBody(node *yaml.Node, f *site.Field) *site.Body {
	o := markdown.Options{FirstLine: node.Line, Prefix: f.Name + "-"}
	block := node.Style&yaml.LiteralStyle != 0 && !ownIndent.MatchString(r.excerpt(node.Line))
	if block {
		o.FirstLine++
		for line := o.FirstLine; ; line++ {
			text := r.excerpt(line)
			if trimmed := strings.TrimLeft(text, " "); trimmed != "" || line > node.Line+strings.Count(node.Value, "\n") {
				o.Indent = len(text) - len(trimmed)
				break
			}
		}
	}
	before := len(r.problems)
	body := r.markdown([]byte(node.Value), o)
	for i := before; !block && i < len(r.problems); i++ {
		p := &r.problems[i]
		p.Line, p.Column, p.Length, p.Source = node.Line, node.Column, 0, r.excerpt(node.Line)
	}
	return &body
}

// ownIndent is the head of a block of text that tells its indentation itself: `|2`.
var ownIndent = regexp.MustCompile(`[|][+-]?[1-9][+-]?\s*(#.*)?$`)

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
	if shelter(node.Value) {
		r.complain("E-SHELTER", node.Line, node.Column, "value", node.Value)
		return nil
	}
	p := r.complain("E-ENUM", node.Line, node.Column, append(nearestWord(node.Value, field.Vocabulary),
		"field", field.Name, "label", field.Label.UK, "value", node.Value, "allowed", allowed(field.Vocabulary))...)
	p.Length = len([]rune(node.Value))
	return nil
}

// nearestWord gives a message the word of a vocabulary that an author may have meant, in the language of what was written.
func nearestWord(written string, v *site.Vocabulary) []string {
	if v == nil {
		return nil
	}
	var candidates []string
	for _, w := range v.Words {
		candidates = append(candidates, w.Name, w.Label.UK)
	}
	args := meant(written, candidates)
	if w := v.Find(args[1]); w != nil && args[1] != w.Label.UK { // who writes Ukrainian is not told an English word
		args[1] = w.Name
		args = append(args, "nearestlabel", w.Label.UK)
	}
	return args
}

// itemName is what no words look like: the identifier of an item, alone or behind its section.
var itemName = regexp.MustCompile(`^[a-z0-9]+(?:[-/][a-z0-9]+)+$`)

// mostAllowed is how many words of a vocabulary a message lists: all of every one that we have, for who meant another than the nearest looks for it here.
const mostAllowed = 40

// allowed lists the labels of a vocabulary.
func allowed(v *site.Vocabulary) string {
	if v == nil {
		return ""
	}
	var labels []string
	for _, w := range v.Words {
		if len(labels) == mostAllowed {
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
		why, instead := dateTrouble(node.Value, d, err), ""
		if meant, ok := ukrainian.DateMeant(node.Value); err != nil && ok && (!meant.Partial() || v.Field.Partial) && (!meant.Timed || v.Field.Type == site.DateTime) {
			why, instead = "written", meant.String()
		}
		r.complain("E-DATE", node.Line, node.Column, "field", v.Field.Name, "label", v.Field.Label.UK, "value", node.Value, "why", why, "partial", datePattern(v.Field), "instead", instead)
		return v, false
	}
	v.Date = d
	return v, r.shown(node, v)
}

// zoned is a time that says how far from Greenwich its clock hangs, and so which of two it is.
var zoned = regexp.MustCompile(`\d:\d\d\S*(?:[Zz]|[+-]\d\d(?::?\d\d)?)$`)

// shown tells of an hour that the clocks leap over, and of one that they show twice: whoever comes at that hour comes an hour too early or too late.
func (r *reader) shown(node *yaml.Node, v site.Value) bool {
	times, before, after := v.Date.Shown(ukrainian.Kyiv())
	if times == 1 || times == 2 && zoned.MatchString(node.Value) {
		return true
	}
	code, args := "W-DATE-TWICE", []string{"field", v.Field.Name, "label", v.Field.Label.UK, "value", node.Value, "before", before.Clock(), "after", after.Clock()}
	if times == 0 {
		later := v.Date
		later.Hour = after.Hour
		code, args = "E-DATE-SKIPPED", append(args, "instead", later.String())
	}
	r.complain(code, node.Line, node.Column, args...)
	return times > 0
}

func dateTrouble(written string, d ukrainian.Date, err error) string {
	if err != nil && clocked.MatchString(written) {
		if d, err = ukrainian.ParseDate(clocked.ReplaceAllString(written, "")); err == nil && !d.Partial() {
			return "clock" // the day is right
		}
	}
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

// clocked is the time of day behind a date.
var clocked = regexp.MustCompile(`(?:[Tt]|,? +)\d{1,2}:\d{2}\S*$`)

func datePattern(f *site.Field) string {
	switch {
	case f.Partial && f.Type == site.DateTime:
		return "any"
	case f.Partial:
		return "yes"
	case f.Type == site.DateTime:
		return "time"
	}
	return ""
}

// number64 reads a number as people write it: 1378, 1 378, 1,5. A leading zero is a zero, not an octal number.
func number64(s string, whole bool) (float64, bool) {
	n, err := strconv.ParseFloat(numberSigns.Replace(s), 64)
	if err != nil || math.IsNaN(n) || math.IsInf(n, 0) || whole && (n != math.Trunc(n) || math.Abs(n) > 1e15) {
		return 0, false
	}
	return n, true
}

var numberSigns = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", ",", ".")

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

// yearsAfter is the academic year that a wrong one most likely means: the one that begins with its first year.
func yearsAfter(s string) string {
	first, err := strconv.Atoi(firstYear.FindString(s))
	if err != nil {
		return ""
	}
	return ukrainian.AcademicYearSlug(first)
}

var firstYear = regexp.MustCompile(`\b(?:19|20)\d{2}\b`)

func isbnTrouble(s string) string {
	if digits := strings.Count(strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '#'
		}
		return -1
	}, s), "#"); digits != 13 {
		return "length"
	}
	if strings.IndexFunc(s, func(r rune) bool { return r != '-' && r != ' ' && (r < '0' || r > '9') }) >= 0 {
		return "sign"
	}
	return "check"
}

// plainDashes makes hyphens of the dashes, and spaces of the gaps, that Word and PDF put between the parts of a number: they look alike.
var plainDashes = strings.NewReplacer("\u2010", "-", "\u2011", "-", "\u2012", "-", "–", "-", "—", "-", "−", "-", "\u00ad", "", "\u00a0", " ", "\u202f", " ")

// doubleNames are names in two parts between which somebody has put a dash, or a minus: «Нечуй–Левицький», «Івано—Франківськ», «А.–Б.».
var doubleNames = regexp.MustCompile(`([\p{L}.])[\x{2012}–—−](\p{L})`)

var plainHyphens = strings.NewReplacer("\u2010", "-", "\u2011", "-")

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

// namesItem tells that a text is the name of an item in place of words. An executor is named with the section: «som-hub» alone are words.
func namesItem(v site.Value) bool {
	if v.Field.Item == site.ExecutorField {
		return site.NamesExecutor(v.Text)
	}
	return v.Field.Item != nil && itemName.MatchString(v.Text)
}
