package content

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// kindRules holds what a table of fields cannot say about one document of a kind (domain 2.3). Rules that need other
// documents or the day of the build are in package site.
var kindRules = map[string]func(*reader, *site.Doc){
	"contest":    contestRules,
	"document":   documentRules,
	"event":      eventRules,
	"initiative": initiativeRules,
	"legal-act":  actRules,
	"manual":     manualRules,
	"map":        mapRules,
	"place":      placeRules,
	"staff":      consentRules,
	"teacher":    teacherRules,
	"winner":     winnerRules,
	"exhibit":    exhibitRules,
	"lot":        lotRules,
	"auction":    auctionRules,

	"catalogue-entry": catalogueRules,
	"library-record":  libraryRules,
	"programme":       programmeRules,
	"video":           videoRules,
}

// contestRules: rounds are numbered from 1 without gaps, in time order; a contest without regulation is told.
func contestRules(r *reader, doc *site.Doc) {
	if !r.stands(doc, "regulation") {
		r.complain("W-REGULATION", 1, 0)
	}
	rounds, _ := doc.Value("rounds")
	var last ukrainian.Date
	for i, round := range rounds.Items {
		n, numbered := round.Part("n")
		start, dated := round.Part("start")
		switch number := strconv.Itoa(int(n.Number)); {
		case numbered && int(n.Number) != i+1:
			r.complain("E-ROUNDS", round.Line, round.Column, "n", number, "want", strconv.Itoa(i+1))
		case dated && !last.IsZero() && start.Date.Last().Compare(last.First()) < 0:
			r.complain("E-ROUNDS", round.Line, round.Column, "n", number)
		}
		if dated {
			last = start.Date
		}
	}
}

// eventRules: the length of an event is told in half hours.
//
// Only of an event of another organisation the source may not say how it was held and for whom: of its own the centre knows (domain 2.3.7).
func eventRules(r *reader, doc *site.Doc) {
	others := r.stands(doc, "organiser") || doc.Text("origin") == "external"
	for _, name := range []string{"mode", "audience"} {
		if v, ok := doc.Value(name); ok && v.Null && !others {
			example := exampleOf(v.Field, nil)
			r.complain("E-REQUIRED", v.Line, v.Column, "field", name, "label", v.Field.Label.UK, "empty", "line", "example", example.EN, "example.uk", example.UK)
		}
	}
	if v, ok := doc.Value("hours"); ok && v.Number*2 != math.Trunc(v.Number*2) {
		r.complain("E-STEP", v.Line, v.Column, "field", "hours", "label", v.Field.Label.UK, "value", decimal(v.Number), "step", "0.5")
	}
}

// initiativeRules: sums and votes need a source.
func initiativeRules(r *reader, doc *site.Doc) {
	if r.stands(doc, "sources") {
		return
	}
	for _, name := range []string{"cost", "votes"} {
		if v, ok := doc.Value(name); ok {
			r.together(v, doc.Kind.Field("sources"), nil, r.unread)
		}
	}
}

// manualRules: ББК ended in 2018.
func manualRules(r *reader, doc *site.Doc) {
	year, _ := doc.Value("year")
	if bbk, ok := doc.Value("bbk"); ok && year.Number >= 2018 {
		r.complain("W-BBK", bbk.Line, bbk.Column)
	}
}

// consentRules: a person stands on the site with her consent only, and with what it covers (domain 2.3.10, PD-11).
func consentRules(r *reader, doc *site.Doc) {
	consent, ok := doc.Value("consent")
	if !ok {
		return // E-CONSENT has been said: the field is required
	}
	need := []string{"name", "post"}
	if doc.Kind.Name == "teacher" {
		need = []string{"name", "institution"}
	}
	for _, image := range []string{"photo", "cover"} {
		if _, ok := doc.Value(image); ok {
			need = append(need, "photo")
			break
		}
	}
	scope, _ := consent.Part("scope")
	for _, want := range need {
		if !contains(scope, want) {
			r.complain("E-CONSENT-SCOPE", consent.Line, consent.Column, "missing", want, "missing.uk", strings.Replace(scopeWords[want][0], "імя", "ім’я", 1))
		}
	}
}

func contains(list site.Value, want string) bool {
	for _, item := range list.Items {
		if strings.EqualFold(item.Text, want) || slices.Contains(scopeWords[want], ukrainian.Fold(item.Text)) {
			return true
		}
	}
	return false
}

// scopeWords are what a consent covers as people write it, folded; the first is how a message names it.
var scopeWords = map[string][]string{
	"name":        {"імя", "прізвище", "прізвище та імя", "name"},
	"post":        {"посада", "post"},
	"institution": {"заклад", "місце роботи", "institution"},
	"photo":       {"світлина", "фото", "photo"},
}

// unconsented says that a name stands without consent.
func (r *reader) unconsented(doc *site.Doc, name site.Value, more ...string) {
	args := append([]string{"field", "consent", "field.uk", "Згода"}, more...)
	if f := doc.Kind.Field("consent"); f != nil {
		args = append(args, r.room(f, nil)...)
	}
	r.complainOfLack("E-CONSENT", r.empty["consent"], name.Line, name.Column, args...)
}

// ofChildren is what is said of a child, and of who teaches one: «учитель 5 класу» is none.
var (
	ofChildren = regexp.MustCompile(`(?i)(?:^|[^а-яґєії])(` + strings.Join([]string{
		`\d{1,2}(?:[\s\x{00A0}-]*[а-яґєії])?[\s\x{00A0}]+(?:класу?|кл\.)`, `(?-i:[IVXІХ]{1,4})[\s\x{00A0}-]+класу?`, `\((?:[3-9]|1[0-7])[\s\x{00A0}]+рок(?:и|ів)\)`,
		`учень|учениця|(?:школяр|гімназист|ліцеїст)(?:ка)?|вихован(?:ець|ка)|[а-яґєії’'ʼ]+класни(?:к|ця)`, `дошкільн(?:ик|иця)|старша група|середня група`,
	}, "|") + `)(?:[^а-яґєії]|$)`)
	ofTeachers = regexp.MustCompile(`(?i)вчител|учител|педагог|викладач|виховател|керівн|методист|стаж|досвід`)
)

// child says that a name is a child's, which stands nowhere, consent or not (PD-10): beside it a form of a school is told.
func (r *reader) child(name site.Value, beside ...site.Value) bool {
	for _, v := range append(beside, name) {
		if found := ofChildren.FindStringSubmatch(v.Text); found != nil && !ofTeachers.MatchString(v.Text) {
			r.complain("E-CHILD-NAME", name.Line, name.Column, "text", found[1])
			return true
		}
	}
	return false
}

// winnerRules: a name stands with consent only, and in its own field: no other may take its place, where no consent is asked for. Points have at most one
// decimal.
func winnerRules(r *reader, doc *site.Doc) {
	for _, name := range []string{"title", "title_en", "summary"} {
		if v, ok := doc.Value(name); ok {
			r.complain("E-WINNER-FIELD", v.Line, v.Column, "field", name, "label", v.Field.Label.UK)
		}
	}
	if name, named := doc.Value("name"); named {
		institution, _ := doc.Value("institution")
		if !r.child(name, institution) && !r.stands(doc, "consent") {
			r.unconsented(doc, name)
		}
	}
	if v, ok := doc.Value("points"); ok {
		if _, decimals, _ := strings.Cut(decimal(v.Number), "."); len(decimals) > 1 {
			r.complain("E-STEP", v.Line, v.Column, "field", "points", "label", v.Field.Label.UK, "value", decimal(v.Number))
		}
	}
}
