package content

import (
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// kindRules holds what a table of fields cannot say about one document of a kind (domain 2.3). Rules that need other
// documents or the day of the build are in package site.
var kindRules = map[string]func(*reader, *site.Doc){
	"contest":    contestRules,
	"initiative": initiativeRules,
	"manual":     manualRules,
	"staff":      consentRules,
	"teacher":    consentRules,
	"winner":     winnerRules,
}

// contestRules: rounds are numbered from 1 without gaps, in time order; a contest without regulation is told.
func contestRules(r *reader, doc *site.Doc) {
	if _, ok := doc.Value("regulation"); !ok {
		r.complain("W-REGULATION", 1, 0)
	}
	rounds, _ := doc.Value("rounds")
	var last ukrainian.Date
	for i, round := range rounds.Items {
		n, _ := round.Part("n")
		start, dated := round.Part("start")
		if int(n.Number) != i+1 || dated && !last.IsZero() && start.Date.Compare(last) < 0 {
			r.complain("E-ROUNDS", round.Line, round.Column, "n", strconv.Itoa(int(n.Number)), "want", strconv.Itoa(i+1))
		}
		if dated {
			last = start.Date
		}
	}
}

// initiativeRules: sums and votes need a source.
func initiativeRules(r *reader, doc *site.Doc) {
	if _, ok := doc.Value("sources"); ok {
		return
	}
	for _, name := range []string{"cost", "votes"} {
		if v, ok := doc.Value(name); ok {
			r.complain("E-TOGETHER", v.Line, v.Column, "field", "sources", "label", "Джерела", "with", name, "withlabel", v.Field.Label.UK)
		}
	}
}

// manualRules: an approval is whole or absent; ББК ended in 2018; an annotation has 200–1500 characters.
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
			r.complain("E-CONSENT-SCOPE", consent.Line, consent.Column, "missing", want)
		}
	}
}

func contains(list site.Value, want string) bool {
	for _, item := range list.Items {
		if strings.EqualFold(item.Text, want) || scopeWords[want] == ukrainian.Fold(item.Text) {
			return true
		}
	}
	return false
}

var scopeWords = map[string]string{"name": "прізвище", "post": "посада", "institution": "заклад", "photo": "фото"}

// winnerRules: a name stands with consent only.
func winnerRules(r *reader, doc *site.Doc) {
	name, named := doc.Value("name")
	if _, ok := doc.Value("consent"); named && !ok {
		r.complain("E-CONSENT", name.Line, name.Column, "field", "consent")
	}
}
