package render

import (
	"html/template"
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Documents and acts: what the layouts of these two kinds show beyond the fields (domain 2.3.12–2.3.15).

// markdown is the text of a field with its links and pictures.
func (p Parts) markdown(b *site.Body) template.HTML {
	if p.item != nil {
		if page := p.item.FieldText(b); page != nil {
			return p.r.body(page)
		}
	}
	return template.HTML(b.HTML()) // safe: made by package markdown, which lets no raw HTML through
}

// Requisites are what stands above the text of a document.
type Requisites struct {
	Kind    string // рішення
	Issuer  string
	Number  string // as written, without «№»
	Date    string // 04.03.2020; in English: 4 March 2020
	DateISO string
	About   string
	Word    string // the operative word, without a colon at its end: КОЛЕГІЯ УХВАЛЮЄ
	State   string // in-force, void, future, or empty
	StateOf string // the same in words: «чинний з 5 березня 2020 р.»
}

// Requisites are the requisites of a document.
func (c *Card) Requisites() Requisites {
	doc := c.item.UK.Doc
	issued := doc.Date("issued")
	r := Requisites{
		Kind: c.Text("kind"), Issuer: c.Text("issuer"), Number: c.Text("number"), About: c.Text("about"),
		Date: c.official(issued), DateISO: issued.String(), Word: strings.TrimRight(c.Text("operative_word"), ": "), State: c.r.Site.DocumentState(c.item),
	}
	switch r.State {
	case site.DocumentVoid:
		r.StateOf = c.T("document.void", c.longDate(doc.Date("void_since")))
	case site.DocumentFuture:
		r.StateOf = c.T("document.future", c.longDate(doc.Date("in_force")))
	case site.DocumentInForce:
		r.StateOf = c.T("document.in-force")
		if from := doc.Date("in_force"); !from.IsZero() {
			r.StateOf = c.T("document.in-force-from", c.longDate(from))
		}
	}
	return r
}

// official is a date as documents bear it.
func (rd reader) official(d ukrainian.Date) string {
	if rd.lang == site.EN {
		return d.EnglishLong()
	}
	return d.Official()
}

// ClauseView is a clause as a layout shows it.
type ClauseView struct {
	N, Anchor string
	HTML      template.HTML // the text, ready
	Brief     string        // plain, cut at a word: for the contents and the table
	Short     string        // the same, shorter still
	Executor  ExecutorView  // its own, or that of the clause it stands in
	Named     bool          // the executor is its own
	Deadline  DeadlineView  // empty where it has none
	State     StateView     // empty where there is nothing to tell
	Links     []*Card
	Done      string // «виконано 12 травня 2020 р.», or empty
	Note      string // what of it was done
	Clauses   []*ClauseView
}

// ExecutorView is who carries a clause out; URL leads to the executor's page, if there is one.
type ExecutorView struct{ Name, URL string }

// DeadlineView is a deadline in words: alone («Квітень 2020 р.») and inside a sentence («у квітні 2020 р.»), with its last day.
type DeadlineView struct{ Kind, Text, Sentence, EndISO string }

// StateView is the state of a clause on the day of the build: its name and the word for it.
type StateView struct{ Name, Text string }

const (
	briefClause = 150 // characters of a clause's text in the table
	shortClause = 60  // and in the contents
)

// Clauses are the clauses of a document with those inside them.
func (p *ItemPage) Clauses() []*ClauseView { return p.clauses(p.item.UK.Doc.Clauses()) }

func (p *ItemPage) clauses(list []*site.Clause) []*ClauseView {
	var views []*ClauseView
	for _, c := range list {
		view := p.clause(c)
		view.Clauses = p.clauses(c.Clauses)
		views = append(views, view)
	}
	return views
}

// clause is one clause without those inside it.
func (p *ItemPage) clause(c *site.Clause) *ClauseView {
	fields, rd := p.fields(), p.Card.reader
	view := &ClauseView{
		N: c.N, Anchor: c.Anchor(), Brief: c.Brief(briefClause), Short: c.Brief(shortClause),
		Executor: p.executor(c.Executor), Named: c.Named, Note: c.Note,
		Links: rd.r.cardsOf(rd.r.Site.Refs(c.Links), rd.lang),
	}
	if c.Text != nil {
		view.HTML = fields.markdown(c.Text)
	}
	if d := c.Deadline; !d.IsZero() {
		view.Deadline = DeadlineView{Kind: d.Kind, Text: d.List(rd.lang), Sentence: d.Sentence(rd.lang), EndISO: d.To.String()}
	}
	if !c.Done.IsZero() {
		view.Done = rd.T("document.done", rd.longDate(c.Done))
	}
	if state := rd.r.Site.ClauseState(p.item, c); state != "" {
		view.State = StateView{Name: state, Text: rd.T("deadline." + state)}
	}
	return view
}

func (p *ItemPage) executor(written string) ExecutorView {
	item, words := p.Card.r.Site.Executor(written)
	if item != nil {
		card := p.Card.r.card(item, p.Card.lang)
		return ExecutorView{Name: card.Title(), URL: card.URL()}
	}
	return ExecutorView{Name: words}
}

// TaskGroup is what one executor has to do.
type TaskGroup struct {
	Executor ExecutorView // without a name where nobody is named
	Anchor   string
	Count    string // «5 завдань»
	Rows     []*ClauseView
}

// Tasks are who does what by when, by executors, each where it stands first.
func (p *ItemPage) Tasks() []*TaskGroup {
	var groups []*TaskGroup
	at := map[string]*TaskGroup{}
	taken := map[string]bool{}
	for c := range site.AllClauses(p.item.UK.Doc.Clauses()) {
		if !c.Task() {
			continue
		}
		view := p.clause(c)
		group := at[view.Executor.Name]
		if group == nil {
			group = &TaskGroup{Executor: view.Executor, Anchor: taskAnchor(view.Executor.Name, taken)}
			at[view.Executor.Name] = group
			groups = append(groups, group)
		}
		group.Rows = append(group.Rows, view)
	}
	for _, g := range groups {
		g.Count = p.Card.Count(len(g.Rows), "count.tasks")
	}
	return groups
}

// taskAnchor is the id of an executor's tasks on the page. Layouts and the program begin their ids with `_`, which no heading does.
func taskAnchor(name string, taken map[string]bool) string {
	slug := strings.Trim(cutSlug(ukrainian.Slug(name), 48), "-")
	if slug == "" {
		slug = "inshi"
	}
	anchor := "_vykonuie-" + slug
	for n := 2; taken[anchor]; n++ {
		anchor = "_vykonuie-" + slug + "-" + strconv.Itoa(n)
	}
	taken[anchor] = true
	return anchor
}

func cutSlug(slug string, limit int) string {
	if len(slug) <= limit {
		return slug
	}
	slug = slug[:limit]
	if i := strings.LastIndexByte(slug, '-'); i > 0 {
		slug = slug[:i]
	}
	return slug
}

// TaskStates tells whether the states of the clauses are shown at all.
func (p *ItemPage) TaskStates() bool {
	for c := range site.AllClauses(p.item.UK.Doc.Clauses()) {
		if c.Task() && p.Card.r.Site.ClauseState(p.item, c) != "" {
			return true
		}
	}
	return false
}

// Today is the day of the build in words: states are those of this day.
func (p *ItemPage) Today() string { return p.Card.longDate(p.Card.r.Site.Now) }

// Original is the address of the document itself on the page of its summary in another language: documents are not translated
// (B-07).
func (p *ItemPage) Original() string {
	if p.page == p.item.UK {
		return ""
	}
	return url(p.item.UK)
}

// DeadlinesURL is the address of the deadlines for calendar programs, or "" where no deadline has an end.
func (p *ItemPage) DeadlinesURL() string {
	if path := p.Card.r.Site.DeadlinesPath(p.item); path != "" {
		return root + path
	}
	return ""
}

// Scan is the file of a document, or nil. ([ItemPage.File] is the page's own file.)
func (p *ItemPage) Scan() *AttachmentView {
	v, ok := p.item.UK.Doc.Value("file")
	if !ok || v.Field.Type != site.File {
		return nil
	}
	f, ok := p.Card.r.Files[siblingFile(p.item, v.Text)]
	if !ok {
		return nil
	}
	return &AttachmentView{Title: v.Text, URL: root + f.Path, Kind: fileKind(v.Text), Size: p.Card.size(f.Size)}
}

func fileKind(name string) string {
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		return strings.ToUpper(name[i+1:])
	}
	return ""
}

// ActMark is an act without its heading: «Постанова КМУ від 21.08.2019 № 779».
func (c *Card) ActMark() string { return site.ActMark(c.item.UK.Doc, c.lang) }

// Host is the site of a field that is an address, as people read it: zakon.rada.gov.ua.
func (c *Card) Host(name string) string {
	host, _, _ := strings.Cut(shortURL(c.Value(name)), "/")
	return host
}

// RelianceView is a document that relies on an act.
type RelianceView struct {
	*Card
	Basis   bool // the act is among its legal basis
	Clauses []ClauseLink
}

// ClauseLink leads to a clause of a document.
type ClauseLink struct{ N, URL string }

// Reliances are the documents that rely on this act, with the clauses that speak of it.
func (p *ItemPage) Reliances() []RelianceView {
	var list []RelianceView
	for _, r := range p.Card.r.Site.Reliances(p.item) {
		card := p.Card.r.card(r.Document, p.Card.lang)
		if card == nil {
			continue
		}
		view := RelianceView{Card: card, Basis: r.Basis}
		for _, c := range r.Clauses {
			view.Clauses = append(view.Clauses, ClauseLink{N: c.N, URL: url(r.Document.UK) + "#" + c.Anchor()})
		}
		list = append(list, view)
	}
	return list
}

// BackOthers is [ItemPage.Back] without documents: for the page of an act, which lists them with their clauses.
func (p *ItemPage) BackOthers() []Group {
	var groups []Group
	for _, g := range p.Back() {
		if len(g.Cards) > 0 && g.Cards[0].KindName() != "document" {
			groups = append(groups, g)
		}
	}
	return groups
}
