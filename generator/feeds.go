package generator

import (
	"crypto/sha256"
	"maps"
	"slices"

	"github.com/som-hub/vitryna/generator/feed"
	"github.com/som-hub/vitryna/generator/render"
	"github.com/som-hub/vitryna/generator/site"
)

// feeds adds what machines read: feeds and sitemap need the site's address on the web, robots.txt does not.
func (s *Snapshot) feeds(model *site.Site, pages []render.Page) {
	base := model.Config.BaseURL
	s.add("robots.txt", func() ([]byte, error) { return feed.Robots(base), nil })
	if base == "" {
		return
	}
	for _, lang := range model.Config.Languages {
		path := site.Address("", lang) + "feed.xml"
		s.add(path, func() ([]byte, error) { return feed.Atom(model, feed.Options{Lang: lang, Path: path}), nil })
		for _, sec := range model.Sections {
			if path := render.SectionFeed(sec, lang); path != "" {
				s.add(path, func() ([]byte, error) {
					return feed.Atom(model, feed.Options{Lang: lang, Path: path, Section: sec}), nil
				})
			}
		}
	}
	var addresses []feed.Address
	for _, p := range pages {
		if p.Indexed {
			a := feed.Address{Path: p.Address, Alternates: p.Alternates}
			if p.Item != nil {
				a.LastMod = p.Item.UK.Doc.Date("updated")
			}
			addresses = append(addresses, a)
		}
	}
	for name, data := range feed.Sitemap(model, addresses) {
		// Which pages there are may follow from a text: one word of it, and a manual has a glossary.
		sum := sha256.Sum256(data)
		s.routes = append(s.routes, route{path: name, make: func() ([]byte, error) { return data, nil }, fixed: "sitemap " + string(sum[:])})
	}
}

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

// deadlines adds the deadlines of every document for calendar programs, beside its page.
func (s *Snapshot) deadlines(model *site.Site, words site.Words) {
	for _, item := range model.Items {
		if path := model.DeadlinesPath(item); path != "" {
			s.add(path, func() ([]byte, error) { return feed.Deadlines(model, words, item), nil })
		}
	}
}

// exports adds every list as a file beside its page: for Excel and for programs.
func (s *Snapshot) exports(model *site.Site, r *render.Renderer) {
	for _, e := range r.Exports() {
		export := feed.Export{Site: model, Section: e.Section, Path: e.Path, File: r.Published}
		texts := render.NoTexts
		if e.Section.Kind.Inside == "" {
			texts = noChapters
		}
		s.routes = append(s.routes,
			route{path: e.File(".csv"), make: func() ([]byte, error) { return export.CSV(), nil }, texts: texts, bare: true},
			route{path: e.File(".json"), make: func() ([]byte, error) { return export.JSON(), nil }, texts: texts, bare: true})
	}
}

// hosting adds what hosts of the web read. A copy on a disk has no host, and the preview sets its headers itself.
func (l *Loader) hosting(s *Snapshot, model *site.Site) {
	if l.Disk || l.Preview {
		return
	}
	files := feed.Hosting(model, render.PagePolicy(true))
	for _, name := range slices.Sorted(maps.Keys(files)) {
		data := files[name]
		s.routes = append(s.routes, route{path: name, make: func() ([]byte, error) { return data, nil }, fixed: "hosting " + string(data)})
	}
}
