package content

import "github.com/som-hub/vitryna/generator/site"

// auctionRules: the dates of an auction follow each other (E-AU-TIME), what the jury and the market weigh gives 100 (E-AU-WEIGHTS).
func auctionRules(r *reader, doc *site.Doc) {
	for _, pair := range []struct {
		earlier, later string
		same           bool // may be the same moment
	}{{"lots_open", "lots_close", false}, {"lots_close", "opens", true}, {"lots_open", "opens", true}, {"opens", "closes", false}, {"closes", "publish_at", true}, {"closes", "jury_until", true}} {
		a, dated := doc.Value(pair.earlier)
		b, ok := doc.Value(pair.later)
		if !dated || !ok {
			continue
		}
		before := a.Date.Compare(b.Date)
		if pair.later == "jury_until" { // a day, not a moment
			before = a.Date.First().Compare(b.Date.First())
		}
		if before > 0 || before == 0 && !pair.same {
			r.complain("E-AU-TIME", b.Line, b.Column, "earlier", a.Field.Label.UK, "later", b.Field.Label.UK)
		}
	}
	jury, ok := doc.Value("jury")
	if !ok || r.wrong["jury"] {
		return
	}
	sum := site.JuryWeights(jury)
	if sum[0]+sum[1] != 100 {
		r.complain("E-AU-WEIGHTS", jury.Line, jury.Column, "sum", decimal(float64(sum[0]+sum[1])))
	}
}
