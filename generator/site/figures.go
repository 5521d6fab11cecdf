package site

import (
	"slices"
	"strconv"
	"strings"
)

// Computed are the figures of an academic year as its events give them (domain 4.1). They count visits, not persons (ST-04).
type Computed struct {
	Events  int            // counted: held, by us
	Forms   map[string]int // events by the name of their form (ST-10)
	Visits  map[string]int // by audience; heads and staff of centres are among the educators (ST-05)
	Months  [12]int        // events by the month of their beginning, from September
	Online  int            // people who took part from afar: no visits
	Virtual int            // people who took part in virtual events: no visits
	Unknown int            // events whose participants nobody has stated (ST-07)
	Held    []*Item        // the counted events, the earliest first

	fewVisits, fewVirtual untold // what of the visits of children, and of the virtual participants, no event tells
}

// fewest is how many children are so few that they could be known by their number (ST-08).
const fewest = 4

// Few tells whether a figure is so small that it is not told: 1 to 4 children (ST-08, PD-10).
func Few(key string, value int) bool { return key == "children" && 1 <= value && value <= fewest }

// untold are the summands of a sum that are too small to be told: how many, and what they come to. Whoever knows the sum and the others
// could find them.
type untold struct{ n, sum int }

// betrayed tells that a reader who subtracts from the sum what is told would know every untold summand: there is one, or all are 1, or all are 4.
func (u untold) betrayed() bool { return u.n == 1 || u.n > 1 && (u.sum == u.n || u.sum == fewest*u.n) }

// over is what may be told instead of such a sum: that it is more than so many, a round number that the told ones alone come to. Zero: nothing may.
func (u untold) over(sum int) int { return (sum - u.sum) / 5 * 5 }

// Apart is a number of people who are no visits (ST-04): the number, or that it is over so many (ST-08).
type Apart struct {
	Key     string // of the interface texts
	N, Over int
	Betrays bool // the number is not told
}

// Apart are the people who took part from afar, and in virtual events.
func (c *Computed) Apart() []Apart {
	virtual := Apart{Key: "year.virtual", N: c.Virtual}
	if c.fewVirtual.betrayed() {
		virtual = Apart{Key: virtual.Key, Over: c.fewVirtual.over(c.Virtual), Betrays: true}
	}
	return []Apart{{Key: "year.online", N: c.Online}, virtual}
}

// compute counts the events of every year. The event of a page whose day has passed still counts: what was held was held.
func (s *Site) compute(year func(first int) *Year) {
	for _, item := range s.Known() {
		if first, dated := academicYear(item); dated && counted(item) {
			s.count(&year(first).Computed, item)
		}
	}
	for _, y := range s.Years {
		slices.SortStableFunc(y.Computed.Held, func(a, b *Item) int {
			if c := a.UK.Doc.Date("start").Compare(b.UK.Doc.Date("start")); c != 0 {
				return c
			}
			return strings.Compare(a.Path, b.Path)
		})
	}
}

// counted tells whether an item is an event that enters the figures: held, ours, and no draft (ST-03, ST-06). What is marked as
// an example is no fact.
func counted(item *Item) bool {
	doc := item.UK.Doc
	_, others := doc.Value("organiser")
	return item.Kind.Name == "event" && doc.Text("status") == "held" && !doc.Draft && !others && doc.Text("origin") != "external" &&
		(item.State == Shown || item.State == Expired) && !item.Example()
}

// Example tells whether an item is marked «приклад»: it shows a feature.
func (i *Item) Example() bool {
	return slices.ContainsFunc(i.Tags(), func(tag string) bool { return strings.EqualFold(tag, "приклад") }) || i.Owner != nil && i.Owner.Example()
}

// count adds an event. Many days, or many sessions, are one event (ST-02).
func (s *Site) count(c *Computed, event *Item) {
	if c.Forms == nil {
		c.Forms, c.Visits = map[string]int{}, map[string]int{}
	}
	doc := event.UK.Doc
	c.Events++
	c.Forms[doc.Text("form")]++
	c.Months[(int(doc.Date("start").Month)+3)%12]++
	c.Held = append(c.Held, event)
	online, _ := doc.Value("online_participants")
	c.Online += int(online.Number)

	virtual := s.virtual(event)
	participants, _ := doc.Value("participants")
	unknown := len(participants.Items) == 0
	for _, part := range participants.Items {
		switch n := int(part.Number); {
		case part.Null:
			unknown = true
		case virtual:
			c.Virtual += n
			c.fewVirtual.add(part.Key, n)
		default:
			c.fewVisits.add(part.Key, n)
			c.Visits[audience(part.Key)] += n
		}
	}
	if unknown {
		c.Unknown++
	}
}

func (u *untold) add(key string, n int) {
	if Few(key, n) {
		u.n, u.sum = u.n+1, u.sum+n
	}
}

// audience is the line of the figures that an audience feeds (ST-05).
func audience(key string) string {
	if key == "heads" || key == "cprpp-staff" {
		return "educators"
	}
	return key
}

// virtual tells whether nobody visits an event (ST-04): by its form, or because it belongs to an auction or to a virtual contest.
func (s *Site) virtual(event *Item) bool {
	form, _ := event.UK.Doc.Value("form")
	if form.Field != nil {
		if word := form.Field.Vocabulary.Word(form.Text); word != nil && word.Virtual {
			return true
		}
	}
	if _, auction := event.UK.Doc.Value("auction"); auction {
		return true
	}
	contest, ok := event.UK.Doc.Value("contest")
	if !ok {
		return false
	}
	to := s.Lookup(contest.Field, contest.Text)
	return to != nil && (to.Kind.Name == "auction" || to.UK.Doc.Text("kind") == "virtual")
}

// Row is one figure of a year, as it was declared and as the events give it.
type Row struct {
	Word     *Word
	Declared *Figure // nil where nobody has declared it
	Computed int
	Betrays  bool // the computed number is not told: a number of children could be had from it (ST-08)
	Over     int  // what may be told of it then: that it is more than so many; zero: nothing
	Form     bool // counts events of a form
	People   bool // counts people; with neither it is what a site declares besides
}

// Value is what pages show: the declared figure wins (ST-09).
func (r Row) Value() int {
	if r.Declared != nil {
		return r.Declared.Value
	}
	return r.Computed
}

// Figure is what pages show of a row.
func (r Row) Figure() Figure {
	f := Figure{Key: r.Word.Name, Value: r.Value(), Word: r.Word}
	if r.Declared == nil && r.Over > 0 {
		f.Value, f.Over = r.Over, true
	}
	return f
}

// rows are the figures of a year: forms of work in the order of their vocabulary, then people.
func (s *Site) rows(y *Year) []Row {
	var rows []Row
	declared := map[string]*Figure{}
	for i := range y.Figures {
		if f := &y.Figures[i]; declared[f.Key] == nil {
			declared[f.Key] = f
		}
	}
	add := func(word *Word, row Row) {
		if f := declared[word.Name]; f != nil || row.Computed > 0 {
			row.Word, row.Declared = word, f
			rows = append(rows, row)
			delete(declared, word.Name)
		}
	}
	for _, word := range s.FormWords() {
		add(word, Row{Computed: y.Computed.Forms[word.Name], Form: true})
	}
	for _, word := range s.audiences() {
		row := Row{Computed: y.Computed.Visits[word.Name], People: true}
		if few := y.Computed.fewVisits; word.Name == "children" && few.betrayed() && !Few(word.Name, row.Computed) {
			if row.Betrays, row.Over = true, few.over(row.Computed); row.Over == 0 && declared[word.Name] == nil {
				continue
			}
		}
		add(word, row)
	}
	for _, f := range y.Figures { // figures of a site's own
		add(f.Word, Row{})
	}
	return rows
}

// FormWords are the forms of work that the site knows.
func (s *Site) FormWords() []*Word { return s.eventWords("form") }

// audiences are those whose visits are counted.
func (s *Site) audiences() []*Word { return s.eventWords("participants") }

// eventWords are the words of a field of the kind of events; none where the site has no such kind.
func (s *Site) eventWords(field string) []*Word {
	if events := s.sections[s.sectionOf["event"]]; events != nil {
		if f := events.Kind.Field(field); f != nil && f.Vocabulary != nil {
			return f.Vocabulary.Words
		}
	}
	return nil
}

// shown are the figures that a page puts first. What was declared tells the forms of work alone where it tells any; of people each
// line is the declared one, else the computed.
func (y *Year) shown() []Figure {
	formsDeclared := slices.ContainsFunc(y.Rows, func(r Row) bool { return r.Form && r.Declared != nil })
	var figures []Figure
	for _, row := range y.Rows {
		switch {
		case row.Declared != nil:
			figures = append(figures, *row.Declared)
		case row.Form && !formsDeclared || visitors[row.Word.Name] != "":
			f := row.Figure()
			f.Year, f.Computed = y, true
			figures = append(figures, f)
		}
	}
	return figures
}

// compare tells of declared figures that the events contradict (ST-09). A year without records of anything that was declared has
// nothing to compare with.
func (s *Site) compare(y *Year) {
	if !slices.ContainsFunc(y.Rows, func(r Row) bool { return r.Declared != nil && r.Computed > 0 }) {
		return
	}
	for _, row := range y.Rows {
		if f := row.Declared; f != nil && f.Value != row.Computed && (row.Form || row.People) {
			s.complain(f.Item.UK.Doc, "W-METRIC", 0, 0, "key", f.Word.Label.UK, "year", y.Slug,
				"declared", strconv.Itoa(f.Value), "computed", strconv.Itoa(row.Computed))
		}
	}
}
