package render

import (
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator/auction"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// rules say the settings of an auction in plain words, one rule a sentence or two. Nobody writes them twice: who changes a setting changes the rule.
func (v *auctioneer) rules() []string {
	s := &v.a.Settings
	rules := []string{v.T("auction.rule.bought"), v.T("auction.rule.time", v.clock(s.Opens), v.clock(s.Closes))}
	switch s.Mode {
	case auction.English:
		rules = append(rules, v.wallet(), v.startPrice(), v.T("auction.rule.step", v.money(s.MinStep)), v.T("auction.rule.leader"), v.selfRaise(), v.T("auction.rule.final"))
		if soft := s.SoftClose; soft.Max > 0 && soft.Window > 0 {
			rules = append(rules, v.T("auction.rule.soft", v.seconds(soft.Window), v.seconds(soft.Extend), v.Count(soft.Max, "count.times")))
		}
	case auction.Notes:
		rules = append(rules, v.T("auction.rule.notes"), v.T("auction.rule.notes.accepted"), v.T("auction.rule.secret"))
	default:
		rules = append(rules, v.T("auction.rule.secret"), v.wallet(), v.startPrice(), v.T("auction.rule.change"), v.T("auction.rule.winner"))
		if s.SecondPrice {
			rules = append(rules, v.T("auction.rule.second"))
		} else {
			rules = append(rules, v.T("auction.rule.first"))
		}
	}
	if s.Mode != auction.Notes {
		rules = append(rules, v.T("auction.rule.reserve"))
	}
	own := "auction.rule.own"
	if s.InstitutionOwns {
		own = "auction.rule.own.institution"
	}
	rules = append(rules, v.T(own))
	if s.DupWindow > 0 {
		rules = append(rules, v.T("auction.rule.twice", v.seconds(s.DupWindow)))
	}
	return append(rules, v.juryRules()...)
}

func (v *auctioneer) wallet() string { return v.T("auction.rule.wallet", v.money(v.a.Settings.Budget)) }

func (v *auctioneer) startPrice() string {
	return v.T("auction.rule.start", v.money(v.a.Settings.StartPrice))
}

func (v *auctioneer) selfRaise() string {
	if v.a.Settings.AllowSelfRaise {
		return v.T("auction.rule.raise")
	}
	return v.T("auction.rule.no-raise")
}

// seconds is a span in the largest units that say it whole: «2 хвилини», «90 секунд».
func (v *auctioneer) seconds(n int) string {
	if n > 0 && n%60 == 0 {
		return v.Count(n/60, "count.minutes")
	}
	return v.Count(n, "count.seconds")
}

func (v *auctioneer) juryRules() []string {
	jury := &v.a.Settings.Jury
	if jury.WeightJury == 0 {
		return []string{v.T("auction.rule.no-jury")}
	}
	rules := []string{v.T("auction.rule.jury", v.criteria(jury.Criteria), jury.MaxMark)}
	if jury.WeightMarket > 0 {
		rules = append(rules, v.T("auction.rule.weights", jury.WeightJury, jury.WeightMarket))
	}
	return append(rules, v.T("auction.rule.diplomas"))
}

// Rejected are the rows that were not accepted, by reason, in the order in which reasons are asked.
func (p *AuctionPage) Rejected() []ReasonView {
	var list []ReasonView
	for _, r := range p.auction.Result.Reasons {
		if !r.Verdict.Valid() {
			list = append(list, ReasonView{p.T("auction.reason." + string(r.Verdict)), string(r.Verdict), r.Rows})
		}
	}
	return list
}

// ReasonView is a reason with the number of rows it was given to.
type ReasonView struct {
	Text, Code string
	Rows       int
}

// Ranked are the lots by their places; those that were withdrawn come last.
func (p *AuctionPage) Ranked() []*LotView {
	v := &auctioneer{reader: p.Card.reader, a: p.auction}
	at := map[int]*site.AuctionLot{}
	for _, lot := range p.auction.Lots {
		at[lot.N] = lot
	}
	var list []*LotView
	for _, k := range p.auction.Result.Ranking {
		list = append(list, v.lot(at[k.Lot]))
	}
	for _, lot := range p.auction.Lots {
		if lot.Rank == nil {
			list = append(list, v.lot(lot))
		}
	}
	return list
}

// WalletView is what a bidder spent.
type WalletView struct {
	Name, Budget, Spent, Lots string
}

// Wallets are the bidders who bought something, by code.
func (p *AuctionPage) Wallets() []WalletView {
	v := &auctioneer{reader: p.Card.reader, a: p.auction}
	var list []WalletView
	for _, b := range p.auction.Result.Bidders {
		if len(b.Lots) == 0 {
			continue
		}
		var lots []string
		for _, n := range b.Lots {
			lots = append(lots, ukrainian.Number(n))
		}
		list = append(list, WalletView{v.buyer(b.Code), v.money(b.Budget), v.money(b.Spent), strings.Join(lots, ", ")})
	}
	return list
}

// Hash is the last of the chain that binds all rows and verdicts.
func (p *AuctionPage) Hash() string { return p.auction.Result.Hash }

// WithJury tells that marks were given.
func (p *AuctionPage) WithJury() bool {
	for _, k := range p.auction.Result.Ranking {
		if k.Most > 0 {
			return true
		}
	}
	return false
}

// Notes tells that people showed coloured notes and named no price.
func (p *AuctionPage) Notes() bool { return p.auction.Settings.Mode == auction.Notes }

// criteria are those by which a jury marks: the author's as they are written, the program's own in the reader's language.
func (v *auctioneer) criteria(list []string) string {
	if slices.Equal(list, auction.Defaults().Jury.Criteria) {
		return v.T("auction.criteria")
	}
	return strings.Join(list, ", ")
}
