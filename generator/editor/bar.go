package editor

import (
	"context"
	"fmt"
	"path"
	"strings"

	"github.com/som-hub/vitryna/generator"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// wordsAMinute is how fast people read (domain 2.3.4), as on the pages themselves.
const wordsAMinute = 160

// barQuestion names a page by its address in the browser.
type barQuestion struct {
	Path string `json:"path"`
}

// barReply is the author's bar of a page. Every text is ready to be shown.
type barReply struct {
	Words   map[string]string `json:"words"`
	File    string            `json:"file"`    // "" where the page has no text of its own
	CanEdit bool              `json:"canEdit"` // it lies in content/, not in the guide of the program
	Facts   []fact            `json:"facts"`
	Here    []told            `json:"here"`   // problems of this text
	Site    string            `json:"site"`   // how many problems the whole has
	Absent  []absent          `json:"absent"` // what the published site will not have
	Guests  bool              `json:"guests"` // others on the local network may look: there is a page of their code
	Kind    link              `json:"kind"`   // the reference of the kind, which the program makes of its schema
}

type fact struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

type link struct {
	Title string `json:"title"`
	URL   string `json:"url"`
}

type absent struct {
	Title string `json:"title"`
	URL   string `json:"url"`
	File  string `json:"file"`
	Why   string `json:"why"`
}

// told is a problem as an author reads it.
type told struct {
	File     string `json:"file"`
	Line     int    `json:"line"`
	Column   int    `json:"column"`
	Code     string `json:"code"`
	Severity string `json:"severity"`
	What     string `json:"what"`
	Mend     string `json:"mend"`
}

func (d *Desk) tell(p problem.Problem) told {
	return told{p.File, p.Line, p.Column, p.Code, p.Severity(), ukrainian.Capital(p.What(d.Lang)), p.Mend(d.Lang)}
}

// pageAt is the page of an address: /projects/x/, or of a book's pages the text they belong to.
func (v *shown) pageAt(address string) *site.Page {
	return v.byPath[strings.TrimPrefix(strings.TrimSuffix(address, "index.html"), "/")]
}

// bar tells about a page what its author wants to know.
func (d *Desk) bar(_ context.Context, q barQuestion) (*barReply, error) {
	v := d.now.Load()
	list := v.snapshot.Problems
	r := &barReply{Words: wordsFor(d.Lang, "bar "), Here: []told{}, Facts: []fact{}, Absent: d.absent(v), Guests: d.Guests}
	r.Site = d.tally(list.Errors(), list.Warnings())
	page := v.pageAt(q.Path)
	if page == nil {
		return r, nil
	}
	r.File = page.Doc.File
	data, err := d.files().Read(r.File)
	r.CanEdit = err == nil && data != nil
	for _, p := range list {
		if p.File == r.File {
			r.Here = append(r.Here, d.tell(p))
		}
	}
	r.Facts = d.facts(page)
	if k := page.Doc.Kind; k != nil && k.Name != "" {
		r.Kind = link{k.Singular(d.Lang), "/_kinds/" + k.Name + "/"}
	}
	return r, nil
}

// facts are what a text is and has.
func (d *Desk) facts(page *site.Page) []fact {
	words := page.Text().Words
	facts := []fact{{say(d.Lang, "bar words"), fmt.Sprintf(say(d.Lang, "bar size"), d.count(words, "word"), d.count(max(1, (words+wordsAMinute-1)/wordsAMinute), "minute"))}}
	if why := d.why(page); why != "" {
		facts = append(facts, fact{say(d.Lang, "bar state"), why})
	}
	if item := page.Item; item != nil {
		facts = append(facts, fact{say(d.Lang, "bar translation"), d.translation(item)})
	}
	return facts
}

func (d *Desk) translation(i *site.Item) string {
	if i.EN == nil {
		return say(d.Lang, "no translation")
	}
	uk, en := i.UK.Doc.Date("updated"), i.EN.Doc.Date("updated")
	if !uk.IsZero() && !en.IsZero() && en.Before(uk) {
		return say(d.Lang, "old translation")
	}
	if i.EN.Doc.Draft {
		return say(d.Lang, "draft translation")
	}
	return say(d.Lang, "translated")
}

// absent lists what the published site will not have, and why.
func (d *Desk) absent(v *shown) []absent {
	list := []absent{}
	model := v.snapshot.Model()
	if model == nil {
		return list
	}
	for _, i := range model.Known() {
		if why := d.why(i.UK); why != "" && !d.ofProgram(i.UK.Doc.File) {
			title, _ := i.Title(site.UK)
			a := absent{Title: title, File: i.UK.Doc.File, Why: why}
			if i.State == site.Shown && i.HasPage() {
				a.URL = "/" + i.UK.Address()
			}
			list = append(list, a)
		}
	}
	return list
}

// ofProgram tells a text of the author's guide, which the program brings along and nobody expects on a site: its chapters would hide the drafts
// that somebody waits for. A guide that a site has made its own lies on the disk.
func (d *Desk) ofProgram(file string) bool {
	if !strings.HasPrefix(file, "content/manuals/"+generator.GuideID+"/") {
		return false
	}
	data, err := d.files().Read(file)
	return err == nil && data == nil
}

// why tells why the published site will not have a page; "" is: it will.
func (d *Desk) why(p *site.Page) string {
	model := d.now.Load().snapshot.Model()
	switch date := p.Doc.Date("date"); {
	case p.Doc.Draft:
		return say(d.Lang, "draft")
	case !date.IsZero() && model != nil && p.Item != nil && p.Item.Kind.Field("date") != nil && date.First().Compare(model.Now) > 0 && p.Item.Kind.Name != "event":
		return fmt.Sprintf(say(d.Lang, "future"), d.date(date))
	case p.Item == nil:
		return ""
	case !p.Item.HeldUntil.IsZero():
		return fmt.Sprintf(say(d.Lang, "held until"), d.date(p.Item.HeldUntil))
	case !p.Item.LotsFrom.IsZero():
		return fmt.Sprintf(say(d.Lang, "lots from"), d.date(p.Item.LotsFrom))
	case p.Item.State == site.Expired:
		return say(d.Lang, "expired")
	case p.Item.State == site.Lapsed:
		return say(d.Lang, "lapsed")
	case p.Item.Owner != nil && p.Item.Owner.UK != nil:
		if why := d.why(p.Item.Owner.UK); why != "" {
			return say(d.Lang, "owner absent")
		}
	}
	return ""
}

func (d *Desk) date(date ukrainian.Date) string {
	if d.Lang == site.EN {
		return date.EnglishLong()
	}
	return date.Long()
}

// checkReply is what a check of everything has found.
type checkReply struct {
	Summary  string `json:"summary"`
	Problems []told `json:"problems"`
	More     string `json:"more"`
}

// checkedAtMost is how many problems are shown at once.
const checkedAtMost = 200

func (d *Desk) checkAll(ctx context.Context, _ struct{}) (*checkReply, error) {
	if d.Check == nil {
		return nil, refused("question")
	}
	list, pages, err := d.Check(ctx)
	if err != nil {
		return nil, err
	}
	r := &checkReply{Problems: []told{}, Summary: fmt.Sprintf(say(d.Lang, "checked"), d.count(pages, "page"), d.tally(list.Errors(), list.Warnings()))}
	for _, p := range list[:min(len(list), checkedAtMost)] {
		r.Problems = append(r.Problems, d.tell(p))
	}
	if more := len(list) - checkedAtMost; more > 0 {
		r.More = fmt.Sprintf(say(d.Lang, "more problems"), more)
	}
	return r, nil
}

// fileQuestion names a file.
type fileQuestion struct {
	File string `json:"file"`
}

type done struct {
	Done bool `json:"done"`
}

// openFile opens a text in the system's own editor. Nothing but a text of content/ is opened: a system may run what it is told to open.
func (d *Desk) openFile(_ context.Context, q fileQuestion) (done, error) {
	data, err := d.files().Read(q.File)
	switch {
	case err != nil:
		return done{}, err
	case data == nil:
		return done{}, refused("gone")
	case path.Ext(q.File) != ".md" || d.Open == nil:
		return done{}, refused("not text")
	}
	return done{true}, d.Open(q.File)
}
