package generator

import (
	"github.com/som-hub/vitryna/generator/feed"
	"github.com/som-hub/vitryna/generator/site"
)

// deadlines adds the deadlines of every document for calendar programs, beside its page.
func (s *Snapshot) deadlines(model *site.Site, words site.Words) {
	for _, item := range model.Items {
		if path := model.DeadlinesPath(item); path != "" {
			s.add(path, func() ([]byte, error) { return feed.Deadlines(model, words, item), nil })
		}
	}
}
