package generator

import (
	"github.com/som-hub/vitryna/generator/feed"
	"github.com/som-hub/vitryna/generator/render"
	"github.com/som-hub/vitryna/generator/site"
)

// exhibitFeeds adds an Atom feed of the exhibits beside each showcase, and one of all of them. Like every feed they need the site's address.
func (s *Snapshot) exhibitFeeds(model *site.Site) {
	exhibits := model.Section("exhibits")
	if model.Config.BaseURL == "" || exhibits == nil || len(exhibits.Items) == 0 {
		return
	}
	for _, lang := range model.Config.Languages {
		path := site.Address(render.AllExhibits, lang) + "feed.xml"
		s.add(path, func() ([]byte, error) {
			return feed.Atom(model, feed.Options{Lang: lang, Path: path, Section: exhibits}), nil
		})
	}
	for _, item := range model.Items {
		if item.Kind.Name != "showcase" || len(item.Children("exhibits")) == 0 {
			continue
		}
		for _, lang := range model.Config.Languages {
			if item.In(lang) == nil {
				continue
			}
			path := render.ExhibitFeed(item, lang)
			s.add(path, func() ([]byte, error) {
				return feed.Atom(model, feed.Options{Lang: lang, Path: path, Section: exhibits, Owner: item}), nil
			})
		}
	}
}
