package auction

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Rank is the place of a lot.
type Rank struct {
	Lot     int
	Place   int // from 1; equal lots share one, and the next is left out
	Diploma int // 1, 2, 3; 0: none
	Marks   int // sum of the jury's marks
	Most    int // what the sum could have been
	Jury    int // tenths of a point, 0 … 1000
	Market  int // the same
	Total   int // the same, weighed
	Bidders int // different bidders with a valid row
	Price   int // with notes: the score

	Dearest   bool // «Найдорожча ідея»
	Favourite bool // «Вибір колег»

	green, red int
}

// rank puts the lots that were not withdrawn in their places.
func rank(r *run, lots []LotResult, marks []Mark) []Rank {
	jury := jurors(&r.s.Jury, marks)
	var list []Rank
	for _, lot := range lots {
		if lot.Status == Withdrawn {
			continue
		}
		k := Rank{Lot: lot.N, Bidders: lot.Bidders, Price: lot.Price, green: lot.Green, red: lot.Red}
		if r.s.Mode == Notes {
			k.Price = lot.Score
		}
		k.Marks, k.Most = jury.sum(lot.N)
		k.Jury = share(k.Marks, k.Most)
		list = append(list, k)
	}
	most := Rank{}
	for _, k := range list {
		most.Price, most.Bidders = max(most.Price, k.Price), max(most.Bidders, k.Bidders)
	}
	for i := range list {
		k := &list[i]
		k.Market = share(k.Price, most.Price)
		k.Total = (r.s.Jury.WeightJury*k.Jury + r.s.Jury.WeightMarket*k.Market + 50) / 100
		k.Dearest = r.s.Mode != Notes && k.Price > 0 && k.Price == most.Price
		k.Favourite = k.Bidders > 0 && k.Bidders == most.Bidders
	}
	compare := compareRanks
	if r.s.Mode == Notes && len(jury.members) == 0 {
		compare = compareNotes
	}
	slices.SortStableFunc(list, compare) // equal ones stay in the order of their numbers
	for i := range list {
		k := &list[i]
		k.Place = i + 1
		if i > 0 && compare(list[i-1], *k) == 0 {
			k.Place = list[i-1].Place
		}
		if k.Place <= 3 && k.Total > 0 { // where nobody bid and nobody marked, nobody won
			k.Diploma = k.Place
		}
	}
	return list
}

func compareRanks(a, b Rank) int {
	return cmp.Or(cmp.Compare(b.Total, a.Total), cmp.Compare(b.Jury, a.Jury), cmp.Compare(b.Bidders, a.Bidders), cmp.Compare(b.Price, a.Price))
}

// compareNotes is the order of notes where no jury marks.
func compareNotes(a, b Rank) int {
	return cmp.Or(cmp.Compare(b.Price, a.Price), cmp.Compare(b.green, a.green), cmp.Compare(a.red, b.red))
}

// share is n of d in thousandths, a half rounded up; 0 of nothing.
func share(n, d int) int {
	if d <= 0 {
		return 0
	}
	return (2*1000*n + d) / (2 * d)
}

// panel is the jury with its marks.
type panel struct {
	settings *Jury
	members  []string
	recused  map[seat]bool
	marks    map[cell]int
	given    map[cell]bool // marks that stand there, right or wrong
}

type seat struct {
	member string
	lot    int
}

type cell struct {
	seat
	criterion string
}

// jurors sorts the marks out. What [CheckMarks] complains of does not count: marks outside the scale, criteria that there are not; of two
// marks for one thing the last counts.
func jurors(settings *Jury, marks []Mark) *panel {
	p := &panel{settings: settings, recused: map[seat]bool{}, marks: map[cell]int{}, given: map[cell]bool{}}
	seen := map[string]bool{}
	for _, m := range marks {
		if !seen[m.Member] {
			seen[m.Member] = true
			p.members = append(p.members, m.Member)
		}
		at := seat{m.Member, m.Lot}
		criterion, known := settings.criterion(m.Criterion)
		p.given[cell{at, criterion}] = p.given[cell{at, criterion}] || known && m.Mark >= 0
		switch {
		case m.Recused:
			p.recused[at] = true
		case known && 0 <= m.Mark && m.Mark <= settings.MaxMark:
			p.marks[cell{at, criterion}] = m.Mark
		}
	}
	return p
}

// criterion finds a criterion by its name as people write it, or by its number in the list.
func (j *Jury) criterion(written string) (string, bool) {
	for i, c := range j.Criteria {
		if same(c, written) || strings.TrimSpace(written) == strconv.Itoa(i+1) {
			return c, true
		}
	}
	return "", false
}

// sum is what the members that judge a lot gave it, and what they could have given.
func (p *panel) sum(lot int) (sum, most int) {
	for _, member := range p.members {
		at := seat{member, lot}
		if p.recused[at] {
			continue
		}
		most += len(p.settings.Criteria) * p.settings.MaxMark
		for _, c := range p.settings.Criteria {
			sum += p.marks[cell{at, c}]
		}
	}
	return sum, most
}
