package render

import (
	"path"
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
)

// Export is a list of the site that lies beside its page as files too.
type Export struct {
	Section *site.Section
	Path    string // of the list, without language: catalogue, contests/winners
}

// File is the path of the export with that ending: catalogue/catalogue.csv.
func (e Export) File(ext string) string { return e.Path + "/" + path.Base(e.Path) + ext }

// Exports are the lists of the site that are offered as files: those of whole sections that have items.
func (r *Renderer) Exports() []Export {
	var exports []Export
	for _, l := range r.lists {
		if l.section != nil && l.facet == "" && len(l.section.Items) > 0 && l.path == l.section.Path() {
			exports = append(exports, Export{l.section, l.path})
		}
	}
	return exports
}

// Published is the path of a file that stands beside an item; "" where it is not published.
func (r *Renderer) Published(item *site.Item, written string) string {
	return r.Files[siblingFile(item, written)].Path
}

// ExportLink is the list as a file.
type ExportLink struct{ Title, URL, Type string }

// Exports are the files that hold the whole list, also beside the lists of its facets: CSV and JSON, the same for both languages. A list
// that gathers something else (a tag, a form of work) has none.
func (p *ListPage) Exports() []ExportLink {
	sec := p.list.section
	if sec == nil || len(sec.Items) == 0 {
		return nil
	}
	list := sec.Path()
	if whole, _, _ := strings.Cut(p.list.path, "/by/"); whole != list {
		return nil
	}
	e := Export{sec, list}
	return []ExportLink{
		{"CSV", root + e.File(".csv"), "text/csv"},
		{"JSON", root + e.File(".json"), "application/json"},
	}
}

// SectionFeed is the path of the Atom feed of a section, or empty where its kind has none, and where nothing is written in the language.
func SectionFeed(sec *site.Section, lang string) string {
	if !sec.Kind.Feed || sec.Kind.Inside != "" || !slices.ContainsFunc(sec.Items, func(i *site.Item) bool { return i.In(lang) != nil }) {
		return ""
	}
	return site.Address(sec.Path(), lang) + "feed.xml"
}

// SectionFeedURL is the Atom feed of the section whose list this is; empty where there is none, and without base_url.
func (p *ListPage) SectionFeedURL() string {
	if p.list.section == nil || p.FeedURL == "" {
		return ""
	}
	if feed := SectionFeed(p.list.section, p.lang); feed != "" {
		return root + feed
	}
	return ""
}
