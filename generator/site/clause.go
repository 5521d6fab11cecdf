package site

import (
	"iter"
	"strings"

	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Clause is a numbered clause of a document, with its own clauses inside (domain 2.3.13).
type Clause struct {
	N        string // as written: 4.3
	Text     *Body  // nil of a clause without one
	Executor string // its own, or that of the clause it stands in; a name, or section/id of an item
	Named    bool   // the executor is its own
	Deadline Deadline
	Links    Value          // references to what the clause speaks of
	Done     ukrainian.Date // the day it was done; zero: it is not
	Note     string         // of what was done
	Clauses  []*Clause
}

// Anchor is the clause's id on the page: p-4-3.
func (c *Clause) Anchor() string { return "p-" + strings.ReplaceAll(c.N, ".", "-") }

// Clauses are the clauses of a document, of whatever field holds them.
func (d *Doc) Clauses() []*Clause {
	if d == nil {
		return nil
	}
	for i := range d.Values {
		if f := d.Values[i].Field; f.Type == ClauseType && f.Public() {
			return clauses(d.Values[i], "")
		}
	}
	return nil
}

func clauses(v Value, executor string) []*Clause {
	list := make([]*Clause, 0, len(v.Items))
	for _, item := range v.Items {
		c := &Clause{Executor: executor}
		text := func(name string) string { p, _ := item.Part(name); return p.Text }
		c.N = text("n")
		if own := text("executor"); own != "" {
			c.Executor, c.Named = own, true
		}
		if p, ok := item.Part("text"); ok {
			c.Text = p.Body
		}
		if p, ok := item.Part("deadline"); ok {
			c.Deadline = DeadlineOf(p)
		}
		c.Links, _ = item.Part("links")
		if done, ok := item.Part("done"); ok {
			date, _ := done.Part("date")
			note, _ := done.Part("note")
			c.Done, c.Note = date.Date, note.Text
		}
		if inner, ok := item.Part("clauses"); ok {
			c.Clauses = clauses(inner, c.Executor)
		}
		list = append(list, c)
	}
	return list
}

// DeadlineOf is the deadline in a value of that type; none where the value is wrong.
func DeadlineOf(v Value) Deadline {
	kind, _ := v.Part("kind")
	date, _ := v.Part("date")
	d, err := NewDeadline(kind.Text, date.Text)
	if err != nil {
		return Deadline{}
	}
	return d
}

// AllClauses goes through clauses and what is inside them, in the order of the page.
func AllClauses(list []*Clause) iter.Seq[*Clause] {
	return func(yield func(*Clause) bool) { walkClauses(list, yield) }
}

func walkClauses(list []*Clause, yield func(*Clause) bool) bool {
	for _, c := range list {
		if !yield(c) || !walkClauses(c.Clauses, yield) {
			return false
		}
	}
	return true
}

// ClauseAt is the clause that a link to the page means, by its id or its number; nil where there is none.
func (p *Page) ClauseAt(written string) *Clause {
	for c := range AllClauses(p.Doc.Clauses()) {
		if written == c.Anchor() || written == c.N {
			return c
		}
	}
	return nil
}

// Task tells that somebody has something to do: the clause has a deadline, or an executor and nothing inside.
func (c *Clause) Task() bool {
	return !c.Deadline.IsZero() || c.Executor != "" && len(c.Clauses) == 0
}

// State is how the clause stands on a day; "" of one without a deadline that is not done either.
func (c *Clause) State(now ukrainian.Date) string {
	if c.Deadline.IsZero() && c.Done.IsZero() {
		return ""
	}
	return c.Deadline.State(now, !c.Done.IsZero())
}

// Brief is the clause's text cut at a word.
func (c *Clause) Brief(limit int) string {
	if c.Text == nil {
		return ""
	}
	return strings.TrimSuffix(cut(c.Text.Lead, limit), ":")
}
