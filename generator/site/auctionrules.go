package site

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/som-hub/vitryna/generator/auction"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// lotAddresses gives lots the addresses of their numbers, auction/<id>/lots/<n>, whatever their files are called: a bid names the number. A document is
// never changed once made, so those of lots are copied. A lot whose number another has keeps the address of its file, so that both can be told.
func (s *Site) lotAddresses(docs []*Doc) []*Doc {
	numbers := map[string]int{} // by lotFile
	taken := map[string]string{}
	for _, doc := range docs {
		if doc.Kind == nil || doc.Kind.Name != "lot" || doc.Lang != UK {
			continue
		}
		n := wholeNumber(doc, "n")
		key := doc.Owner + "\n" + strconv.Itoa(n)
		if other := taken[key]; other != "" && n > 0 {
			v, _ := doc.Value("n")
			s.complain(doc, "E-LOT-N", v.Line, v.Column, "n", strconv.Itoa(n), "other", other)
			continue
		}
		taken[key], numbers[lotFile(doc)] = doc.File, n
	}
	if len(numbers) == 0 {
		return docs
	}
	docs = slices.Clone(docs)
	for i, doc := range docs {
		if doc.Kind == nil || doc.Kind.Name != "lot" {
			continue
		}
		if n := numbers[lotFile(doc)]; n > 0 {
			c := *doc
			c.Path, c.Order = doc.Owner+"/lots/"+strconv.Itoa(n), n
			docs[i] = &c
		}
	}
	return docs
}

// lotFile is the file of a lot, whatever its language. Its address will not do: 01-kolo.md and 02-kolo.md have one.
func lotFile(doc *Doc) string { return strings.TrimSuffix(strings.TrimSuffix(doc.File, ".md"), ".en") }

// lotRules: a lot stands in one of the auction's nominations, and its authors are named as those who may be.
func lotRules(s *Site, item *Item) {
	doc := item.UK.Doc
	if item.Owner == nil || wholeNumber(doc, "n") == 0 {
		return // something else is wrong with it: that has been said
	}
	authors, _ := doc.Value("authors")
	for _, a := range authors.Items {
		if s.byRef[strings.Trim(a.Text, "/")] == nil && strings.HasPrefix(a.Text, "teachers/") {
			s.complain(doc, "E-REF", a.Line, a.Column, "field", "authors", "label", authors.Field.Label.UK, "value", a.Text, "section", "teachers")
		}
	}
	nominations, _ := item.Owner.UK.Doc.Value("nominations")
	var known []string
	for _, n := range nominations.Items {
		known = append(known, n.Text)
	}
	v, _ := doc.Value("nomination")
	found := slices.ContainsFunc(known, func(name string) bool { return ukrainian.Fold(name) == ukrainian.Fold(v.Text) })
	if len(known) > 0 && !found {
		s.complain(doc, "E-NOMINATION", v.Line, v.Column, "value", v.Text, "nearest", problem.Nearest(v.Text, known), "known", strings.Join(known, ", "))
	}
}

// auctionSettings are the settings of an auction; ok is false where the dates without which there is none are missing: that has been said.
func auctionSettings(item *Item) (auction.Settings, bool) {
	doc := item.UK.Doc
	s := auction.Defaults()
	s.ID, s.Mode = item.ID, auction.Mode(doc.Text("mode"))
	if s.Mode == "" {
		s.Mode = auction.Sealed
	}
	s.LotsOpen, s.LotsClose = moment(doc, "lots_open"), moment(doc, "lots_close")
	s.Opens, s.Closes, s.PublishAt = moment(doc, "opens"), moment(doc, "closes"), moment(doc, "publish_at")
	for name, to := range map[string]*int{"budget": &s.Budget, "start_price": &s.StartPrice, "min_step": &s.MinStep, "dup_window_s": &s.DupWindow} {
		if v, ok := doc.Value(name); ok {
			*to = int(v.Number)
		}
	}
	soft, _ := doc.Value("soft_close")
	for name, to := range map[string]*int{"window_s": &s.SoftClose.Window, "extend_s": &s.SoftClose.Extend, "max": &s.SoftClose.Max} {
		if v, ok := soft.Part(name); ok {
			*to = int(v.Number)
		}
	}
	s.SecondPrice = doc.Text("price_rule") == "second"
	s.InstitutionOwns = doc.Text("own_lot") == "institution"
	raise, _ := doc.Value("allow_self_raise")
	s.AllowSelfRaise = raise.Bool
	if jury, ok := doc.Value("jury"); ok {
		readJury(jury, &s.Jury)
	}
	return s, !s.Opens.IsZero() && !s.Closes.IsZero() && !s.PublishAt.IsZero()
}

func readJury(v Value, jury *auction.Jury) {
	weights := JuryWeights(v)
	jury.WeightJury, jury.WeightMarket = weights[0], weights[1]
	if most, ok := v.Part("max_mark"); ok {
		jury.MaxMark = int(most.Number)
	}
	if criteria, ok := v.Part("criteria"); ok && len(criteria.Items) > 0 {
		jury.Criteria = nil
		for _, c := range criteria.Items {
			jury.Criteria = append(jury.Criteria, c.Text)
		}
	}
}

// JuryWeights are the weights of jury and market. Where one is told, the other is the rest; where none is, they are the usual ones.
func JuryWeights(v Value) [2]int {
	j, one := v.Part("weight_jury")
	m, other := v.Part("weight_market")
	usual := auction.Defaults().Jury
	switch {
	case one && other:
		return [2]int{int(j.Number), int(m.Number)}
	case one:
		return [2]int{int(j.Number), 100 - int(j.Number)}
	case other:
		return [2]int{100 - int(m.Number), int(m.Number)}
	}
	return [2]int{usual.WeightJury, usual.WeightMarket}
}

// currency is the name of the play money.
func currency(item *Item) Noun {
	noun := Noun{UK: ukrainian.Forms{One: "талант", Few: "таланти", Many: "талантів"}, EN: [2]string{"talent", "talents"}}
	v, ok := item.UK.Doc.Value("currency")
	if !ok {
		return noun
	}
	own := Noun{UK: ukrainian.Forms{One: partText(v, "one"), Few: partText(v, "few"), Many: partText(v, "many")}, EN: [2]string{partText(v, "en_one"), partText(v, "en_other")}}
	if own.EN[0] == "" || own.EN[1] == "" {
		own.EN = [2]string{own.UK.One, own.UK.Many}
	}
	return own
}

// rulesText writes the settings and lots down for the seal, line by line. What closed.yaml holds was made of this text: a setting that comes later may be
// added only where it differs from what was before it.
func rulesText(s auction.Settings, lots []auction.Lot) string {
	var b strings.Builder
	line := func(name string, values ...any) {
		b.WriteString(name)
		for _, v := range values {
			if t, ok := v.(time.Time); ok {
				v = t.UTC().Format(time.RFC3339)
			}
			fmt.Fprintf(&b, "\t%v", v)
		}
		b.WriteByte('\n')
	}
	line("auction", s.ID, s.Mode)
	line("bidding", s.Opens, s.Closes, s.PublishAt)
	line("prices", s.Budget, s.StartPrice, s.MinStep, s.SecondPrice)
	line("soft close", s.SoftClose.Window, s.SoftClose.Extend, s.SoftClose.Max)
	line("own", s.InstitutionOwns, s.AllowSelfRaise, s.DupWindow)
	line("jury", s.Jury.WeightJury, s.Jury.WeightMarket, s.Jury.MaxMark, strings.Join(s.Jury.Criteria, "\t"))
	for _, l := range lots {
		line("lot", l.N, l.StartPrice, l.MinStep, l.Reserve, l.Withdrawn, l.Institution, strings.Join(l.Authors, "\t"))
	}
	return b.String()
}

// wholeNumber is a whole number of a document, or 0.
func wholeNumber(doc *Doc, name string) int {
	v, _ := doc.Value(name)
	return int(v.Number)
}

// moment is a date of a document as a moment; the zero time where there is none.
func moment(doc *Doc, name string) time.Time {
	d := doc.Date(name)
	if d.IsZero() {
		return time.Time{}
	}
	return d.Time(ukrainian.Kyiv())
}
