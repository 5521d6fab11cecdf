package site

import (
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator/ukrainian"
)

// How a document stands on a day.
const (
	DocumentFuture  = "future"
	DocumentInForce = "in-force"
	DocumentVoid    = "void"
)

// DocumentState is how a document stands on the day of the build; "" where nobody has said since when it is in force or void.
func (s *Site) DocumentState(item *Item) string {
	doc := item.UK.Doc
	from, void := doc.Date("in_force"), doc.Date("void_since")
	switch {
	case !void.IsZero() && void.Compare(s.Now) <= 0:
		return DocumentVoid
	case from.Compare(s.Now) > 0:
		return DocumentFuture
	case !from.IsZero() || !void.IsZero():
		return DocumentInForce
	}
	return ""
}

// stateFacet narrows the list of documents by how they stand on the day of the build (domain 2.3.12). It is no field of the kind, for nobody
// writes it.
var stateFacet = &Field{
	Name: "state", Label: Text{UK: "Чинність", EN: "Validity"}, Type: Enum, Vocabulary: &Vocabulary{Words: []*Word{
		{Name: DocumentInForce, Label: Text{UK: "чинний", EN: "in force"}},
		{Name: DocumentFuture, Label: Text{UK: "ще не набрав чинності", EN: "not yet in force"}, Order: 1},
		{Name: DocumentVoid, Label: Text{UK: "втратив чинність", EN: "no longer in force"}, Order: 2},
	}},
}

// ClauseState is how a clause of a document stands on the day of the build. Of a document of others nothing is told: the centre
// cannot know (domain 2.3.14). What a void document wanted is no longer due; what was done stays done.
func (s *Site) ClauseState(item *Item, c *Clause) string {
	state := c.State(s.Now)
	if item.UK.Doc.Text("origin") == "external" || s.DocumentState(item) == DocumentVoid && state != StateDone {
		return ""
	}
	return state
}

// ExecutorField is what an executor is where it names an item: it says where they may live, `section/id`.
var ExecutorField = &Field{
	Name: "executor", Label: Text{UK: "Виконавець", EN: "Executor"}, Type: Ref, To: []string{"partners", "centres", "staff", "pages"},
	Back: Text{UK: "Виконує пункти документів", EN: "Carries out clauses of documents"},
}

// Executor is the item that an executor's name means, or nil where it is words. Of one that is not shown neither the item nor the name is told:
// the draft of a person would give both away.
func (s *Site) Executor(written string) (item *Item, words string) {
	if !NamesExecutor(written) {
		return nil, written
	}
	if item = s.Lookup(ExecutorField, written); item == nil || item.State != Shown {
		return nil, ""
	}
	return item, ""
}

// NamesExecutor tells that a text has the form of section/id, with a section that may be meant.
func NamesExecutor(text string) bool {
	section, id, ok := strings.Cut(strings.TrimSuffix(strings.Trim(text, "/"), "/index.md"), "/")
	return ok && id != "" && !strings.ContainsAny(id, " /") && slices.Contains(ExecutorField.To, section)
}

// Reliance is a document that relies on an act: by its basis, or by what its clauses speak of.
type Reliance struct {
	Document *Item
	Basis    bool      // the act is among its legal basis
	Clauses  []*Clause // that refer to the act
}

// Reliances are the documents that rely on an item, in the order of their section.
func (s *Site) Reliances(act *Item) []Reliance {
	var documents []*Item
	for _, back := range act.Back {
		for _, item := range back.Items {
			if item.Kind.Name == "document" && !slices.Contains(documents, item) {
				documents = append(documents, item)
			}
		}
	}
	slices.SortFunc(documents, compareItems)
	var list []Reliance
	for _, document := range documents {
		if r := s.reliance(document, act); r.Basis || len(r.Clauses) > 0 {
			list = append(list, r)
		}
	}
	return list
}

func (s *Site) reliance(document, act *Item) Reliance {
	r := Reliance{Document: document}
	basis, _ := document.UK.Doc.Value("legal_basis")
	r.Basis = s.names(basis, act)
	for c := range AllClauses(document.UK.Doc.Clauses()) {
		if s.names(c.Links, act) {
			r.Clauses = append(r.Clauses, c)
		}
	}
	return r
}

func (s *Site) names(v Value, item *Item) bool {
	for _, other := range s.Refs(v) {
		if other == item {
			return true
		}
	}
	return false
}

// actRules: an act whose text nobody has looked at for a year may have changed (domain 2.3.15).
func actRules(s *Site, item *Item) {
	if v, ok := item.UK.Doc.Value("checked"); ok && yearAfter(v.Date).Compare(s.Now) < 0 {
		s.complain(item.UK.Doc, "W-ACT-STALE", v.Line, v.Column, "date", v.Date.Long(), "date.en", v.Date.EnglishLong())
	}
}

// yearAfter is the same day a year later, or the last of the month where that has no such day.
func yearAfter(d ukrainian.Date) ukrainian.Date {
	later := ukrainian.Date{Year: d.Year + 1, Month: d.First().Month}.Last()
	later.Day = min(later.Day, d.First().Day)
	return later
}

// Deadlines are the clauses of a document that are still due on some day, in the order of the page. A void document wants nothing.
func (s *Site) Deadlines(i *Item) []*Clause {
	if s.DocumentState(i) == DocumentVoid {
		return nil
	}
	var list []*Clause
	seen := map[string]bool{} // of two clauses with one number the first
	for c := range AllClauses(i.UK.Doc.Clauses()) {
		if !c.Deadline.To.IsZero() && c.Done.IsZero() && !seen[c.N] {
			seen[c.N] = true
			list = append(list, c)
		}
	}
	return list
}

// DeadlinesPath is where the deadlines of a document lie for calendar programs: documents/x/x.ics; "" where it has none.
func (s *Site) DeadlinesPath(i *Item) string {
	if len(s.Deadlines(i)) == 0 {
		return ""
	}
	return i.Path + "/" + i.ID + ".ics"
}

// actNames are the names by which acts are cited, by the kind of the act (domain 2.3.15).
var actNames = map[string]Text{
	"law":      {UK: "Закон України", EN: "Law of Ukraine"},
	"decree":   {UK: "Указ Президента України", EN: "Decree of the President of Ukraine"},
	"cabinet":  {UK: "Постанова КМУ", EN: "Resolution of the Cabinet of Ministers"},
	"order":    {UK: "Наказ МОН", EN: "Order of the Ministry of Education and Science"},
	"letter":   {UK: "Лист МОН", EN: "Letter of the Ministry of Education and Science"},
	"standard": {UK: "ДСТУ", EN: "DSTU"},
	"council":  {UK: "Рішення ради", EN: "Decision of the council"},
}

// ActMark is the act without its heading: «Постанова КМУ від 21.08.2019 № 779», «ДСТУ EN 301 549:2022».
func ActMark(doc *Doc, lang string) string {
	name := actNames[doc.Text("act_kind")].In(lang)
	adopted, number := doc.Date("adopted"), doc.Text("number")
	switch {
	case name == "" || number == "":
		return ""
	case doc.Text("act_kind") == "standard":
		return name + "\u00a0" + number
	case lang == EN && adopted.IsZero():
		return name + " No.\u00a0" + number
	case lang == EN:
		return name + " of " + adopted.EnglishLong() + " No.\u00a0" + number
	case adopted.IsZero():
		return name + " №\u00a0" + number
	}
	return name + " від " + adopted.Official() + " №\u00a0" + number
}

// ActReference is how the act is cited: «Постанова КМУ від 21.08.2019 № 779 «Про організацію інклюзивного навчання …»».
func ActReference(doc *Doc, lang string) string {
	mark, about := ActMark(doc, lang), doc.Text("about")
	if mark == "" || about == "" {
		return mark
	}
	return mark + " " + quoted(about)
}

// quoted puts a text in guillemets; those inside it become inner quotation marks (T-03).
func quoted(text string) string {
	return "«" + strings.NewReplacer("«", "„", "»", "“").Replace(text) + "»"
}
