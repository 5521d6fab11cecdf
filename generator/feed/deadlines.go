package feed

import (
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Deadlines is the calendar of a document: an entry of one day for each clause that is still due, on its last day; nil where
// nothing is.
func Deadlines(s *site.Site, words site.Words, item *site.Item) []byte {
	var entries []Entry
	for _, c := range s.Deadlines(item) {
		entries = append(entries, Entry{
			UID: uid(s, item, c.Anchor()), Title: words.Text("ical.deadline", site.UK) + "\u00a0" + c.N + ". " + c.Brief(deadlineTitle),
			Description: deadlineText(s, words, item, c), URL: deadlineURL(s, item, c),
			Start: c.Deadline.To, Stamp: deadlineStamp(item), Categories: []string{words.Text("ical.deadlines", site.UK)},
		})
	}
	return Calendar(item.UK.Doc.Title, entries)
}

// deadlineTitle is how many characters of a clause's text stand in the title of its entry.
const deadlineTitle = 80

// deadlineText says what is due, by when and by whom, of which document.
func deadlineText(s *site.Site, words site.Words, item *site.Item, c *site.Clause) string {
	text := c.Brief(600) + "\n" + words.Text("document.when", site.UK) + ": " + c.Deadline.List(site.UK)
	who, executor := s.Executor(c.Executor)
	if who != nil {
		executor = who.UK.Doc.Title
	}
	if executor != "" {
		text += "\n" + words.Text("document.executor", site.UK) + ": " + executor
	}
	return text + "\n" + item.UK.Doc.Title
}

func deadlineURL(s *site.Site, item *site.Item, c *site.Clause) string {
	if s.Config.BaseURL == "" {
		return ""
	}
	return absolute(s.Config.BaseURL, item.UK.Address()) + "#" + c.Anchor()
}

// deadlineStamp is when the document was last changed: `updated`, else the day it was issued.
func deadlineStamp(item *site.Item) ukrainian.Date {
	if d := item.UK.Doc.Date("updated"); !d.IsZero() {
		return d
	}
	return item.UK.Doc.Date("issued")
}
