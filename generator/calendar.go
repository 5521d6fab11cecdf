package generator

import (
	"github.com/som-hub/vitryna/generator/feed"
	"github.com/som-hub/vitryna/generator/site"
)

// calendars adds what calendar programs read: all events of a language, and each event for itself beside its page. Unlike feeds they are
// of use without the site's address on the web: a file can be opened.
func (s *Snapshot) calendars(model *site.Site, words site.Words) {
	if len(model.Calendar.Dated) == 0 {
		return
	}
	for _, lang := range model.Config.Languages {
		s.add(site.CalendarFile(lang), func() ([]byte, error) { return feed.Events(model, words, lang), nil })
		for _, item := range model.Calendar.Dated {
			if page := item.In(lang); page != nil {
				s.add(page.CalendarFile(), func() ([]byte, error) { return feed.Event(model, words, item, lang), nil })
			}
		}
	}
}
