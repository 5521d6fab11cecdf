package site

import (
	"slices"

	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Archived tells that a showcase was closed before the day of the build: it stays to be seen, under the label «архівна» (domain 2.3.5).
func (s *Site) Archived(showcase *Item) bool {
	closed := showcase.UK.Doc.Date("closed")
	return showcase.Kind.Name == "showcase" && !closed.IsZero() && closed.Last().Compare(s.Now) < 0
}

// showcaseKey puts what may be seen now first, then the newest.
func showcaseKey(s *Site, item *Item) []any {
	archived := 0.0
	if s.Archived(item) {
		archived = 1
	}
	return []any{archived, -dayNumber(item.UK.Doc.Date("opened")), string(ukrainian.SortKey(item.UK.Doc.Title))}
}

// exhibitKey puts exhibits in the order of their showcases, in each by its sections, then by weight and title: who turns from one to the next
// goes through the showcase as it stands.
func exhibitKey(s *Site, item *Item) []any {
	doc := item.UK.Doc
	var key []any
	at := 0
	if item.Owner != nil {
		key = append(showcaseKey(s, item.Owner), item.Owner.Path)
		sections, _ := item.Owner.UK.Doc.Value("sections")
		at = slices.IndexFunc(sections.Items, func(v Value) bool { return partText(v, "id") == doc.Text("section") })
		if at < 0 {
			at = len(sections.Items)
		}
	}
	return append(key, float64(at), keyOf(item, SortKey{Field: "weight"}), string(ukrainian.SortKey(doc.Title)))
}

// ShowcasePart is one section of a showcase with its exhibits. Those that no section claims stand in one without id and title.
type ShowcasePart struct {
	ID, Title, Intro string
	Items            []*Item
}

// Anchor is the id of the section on the page; "" where it has no title.
func (p *ShowcasePart) Anchor() string {
	if p.ID == "" {
		return ""
	}
	return "rozdil-" + p.ID
}

// ShowcaseParts are the exhibits of a showcase by its sections, in their order. Sections without exhibits are left out.
func (s *Site) ShowcaseParts(showcase *Item, lang string) []*ShowcasePart {
	sections, _ := showcase.Value("sections", lang)
	var parts []*ShowcasePart
	at := map[string]*ShowcasePart{}
	for _, section := range sections.Items {
		p := &ShowcasePart{ID: partText(section, "id"), Title: partText(section, "title"), Intro: partText(section, "intro")}
		parts, at[p.ID] = append(parts, p), p
	}
	rest := &ShowcasePart{}
	for _, exhibit := range showcase.Children("exhibits") {
		if p := at[exhibit.UK.Doc.Text("section")]; p != nil {
			p.Items = append(p.Items, exhibit)
		} else {
			rest.Items = append(rest.Items, exhibit)
		}
	}
	return slices.DeleteFunc(append(parts, rest), func(p *ShowcasePart) bool { return len(p.Items) == 0 })
}

func partText(v Value, name string) string {
	p, _ := v.Part(name)
	return p.Text
}

// showcaseRules: a showcase has exhibits, and each stands in one of its sections, if it has any.
func showcaseRules(s *Site, showcase *Item) {
	_, divided := showcase.UK.Doc.Value("sections")
	known := markedIn(showcase, "sections")
	exhibits := 0
	for _, exhibit := range showcase.Inside {
		if exhibit.Kind.Name != "exhibit" || exhibit.State == Draft {
			continue
		}
		exhibits++
		v, named := exhibit.UK.Doc.Value("section")
		if (divided || named) && !isMarked(known, v.Text) {
			s.complain(exhibit.UK.Doc, "E-EXHIBIT-SECTION", v.Line, v.Column, "value", v.Text, "known", listed(known), "nearest", nearestMarked(v.Text, known))
		}
	}
	if exhibits == 0 {
		s.complain(showcase.UK.Doc, "W-SHOWCASE-EMPTY", 0, 0)
	}
}

// showcaseAnchors are the ids of the sections of a showcase on its page.
func showcaseAnchors(doc *Doc) []string {
	if doc.Kind == nil || doc.Kind.Name != "showcase" {
		return nil
	}
	sections, _ := doc.Value("sections")
	var ids []string
	for _, section := range sections.Items {
		ids = append(ids, (&ShowcasePart{ID: partText(section, "id")}).Anchor())
	}
	return ids
}

// FacetsOf are the facets of the exhibits of one showcase.
func (s *Site) FacetsOf(showcase *Item) []Facet {
	exhibits := showcase.Children("exhibits")
	if len(exhibits) == 0 {
		return nil
	}
	return s.Facets(&Section{Kind: exhibits[0].Kind, Items: exhibits})
}

// Since is the day on which an exhibit came: its own date, else that on which its showcase opened. It is the day of a showcase too.
func (i *Item) Since() ukrainian.Date {
	if d := i.UK.Doc.Date("date"); !d.IsZero() {
		return d
	}
	if i.Owner != nil {
		return i.Owner.UK.Doc.Date("opened")
	}
	return i.UK.Doc.Date("opened")
}
