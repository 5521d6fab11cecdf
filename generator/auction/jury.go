package auction

import (
	"regexp"
	"strconv"
	"strings"
)

// MarkTable is what jury.csv says.
type MarkTable struct {
	Marks    []Mark
	Troubles []Trouble
}

var wholeMark = regexp.MustCompile(`^(\d{1,4})(?:[.,]0+)?$`)

// ReadMarks reads jury.csv. Rows that say nothing are told.
func ReadMarks(data []byte, o Reading) MarkTable {
	s, ok := readSheet(data, &o, []column{
		{"member", true, []string{"член журі", "код члена журі", "member"}},
		{"lot", true, []string{"лот", "номер лота", "№ лота", "лот №", "lot"}},
		{"criterion", true, []string{"критерій", "criterion"}},
		{"mark", true, []string{"бал", "оцінка", "mark"}},
		{"recused", false, []string{"самовідвід", "recused"}},
		{"institution", false, []string{"заклад", "institution"}},
		personalColumn,
	})
	t := MarkTable{Troubles: s.troubles}
	if !ok {
		return t
	}
	for i := range s.records {
		t.add(s, &s.records[i])
	}
	return t
}

func (t *MarkTable) complain(code string, line int, what string) {
	t.Troubles = append(t.Troubles, Trouble{Code: code, Line: line, What: what})
}

func (t *MarkTable) add(s *sheet, r *record) {
	if r.broken || len(r.cells) != s.width {
		t.complain("E-AU-ROW", r.line, "")
		return
	}
	m := Mark{
		Line: r.line, Member: readCode(s.text(r, "member"), memberCode), Lot: readLot(s.text(r, "lot")), Criterion: s.text(r, "criterion"), Mark: -1,
		Recused: yes(s.text(r, "recused")), Institution: s.text(r, "institution"),
	}
	if recused := s.text(r, "recused"); unsaid(recused) {
		t.Troubles = append(t.Troubles, Trouble{Code: "E-AU-YES", Line: r.line, What: recused, More: "самовідвід"})
	}
	written := s.text(r, "mark")
	if found := wholeMark.FindStringSubmatch(written); found != nil {
		m.Mark, _ = strconv.Atoi(found[1])
	}
	switch {
	case m.Member == "":
		t.complain("E-JURY-MEMBER", r.line, s.text(r, "member"))
		return
	case m.Mark < 0 && !m.Recused && written != "":
		t.complain("E-JURY-RANGE", r.line, written)
	}
	t.Marks = append(t.Marks, m)
}

// CheckMarks finds what is wrong with the marks of a jury: marks outside the scale, lots and criteria that there are not, two marks for one thing, marks that are
// missing, and members who judge a lot of their own institution. A jury that has given no mark yet is not complained of.
func CheckMarks(s Settings, lots []Lot, marks []Mark) []Trouble {
	if len(marks) == 0 {
		return nil
	}
	var list []Trouble
	p := jurors(&s.Jury, marks)
	at := map[int]*Lot{}
	for i := range lots {
		at[lots[i].N] = &lots[i]
	}
	first := map[cell]int{}
	told := map[seat]bool{}
	for _, m := range marks {
		lot := at[m.Lot]
		sits := seat{m.Member, m.Lot}
		criterion, known := s.Jury.criterion(m.Criterion)
		switch {
		case lot == nil:
			list = append(list, Trouble{"E-JURY-LOT", m.Line, m.Member, strconv.Itoa(m.Lot)})
			continue
		case p.recused[sits]:
			continue
		case !known:
			list = append(list, Trouble{"E-JURY-CRITERION", m.Line, m.Criterion, ""})
			continue
		case m.Mark > s.Jury.MaxMark:
			list = append(list, Trouble{"E-JURY-RANGE", m.Line, strconv.Itoa(m.Mark), strconv.Itoa(s.Jury.MaxMark)})
		}
		here := cell{sits, criterion}
		if line, twice := first[here]; twice {
			list = append(list, Trouble{"E-JURY-TWICE", m.Line, m.Member, strconv.Itoa(line)})
		}
		first[here] = m.Line
		if same(lot.Institution, m.Institution) && !told[sits] {
			told[sits] = true
			list = append(list, Trouble{"W-JURY-CONFLICT", m.Line, m.Member, strconv.Itoa(m.Lot)})
		}
	}
	return append(list, p.missing(lots)...)
}

// missing are the marks that members who judge a lot did not give, one message for each member and lot.
func (p *panel) missing(lots []Lot) []Trouble {
	var list []Trouble
	for _, member := range p.members {
		for _, lot := range lots {
			at := seat{member, lot.N}
			if p.recused[at] || !lot.Withdrawn.IsZero() {
				continue
			}
			var left []string
			for _, criterion := range p.settings.Criteria {
				if !p.given[cell{at, criterion}] {
					left = append(left, criterion)
				}
			}
			if left != nil {
				list = append(list, Trouble{"E-JURY-MISSING", 0, member, strconv.Itoa(lot.N) + " (" + strings.Join(left, ", ") + ")"})
			}
		}
	}
	return list
}
