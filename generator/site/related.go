package site

import (
	"cmp"
	"slices"
	"strings"
)

// What two items have in common counts so much (domain 2.3.21). A tag counts once for each.
const (
	sameProject = 3
	sameCentre  = 2
	sameForm    = 2
	commonTag   = 1
)

const (
	mostRelated = 4
	// lookedAt is how many items of a project, a centre, a form or a tag are looked at, the newest first. Without it a site in which
	// everything belongs to one centre would be read whole for every page.
	lookedAt = 32
)

// relations find items by what they have in common with others.
type relations struct {
	bonds  map[*Item][]bond
	groups map[bond][]*Item // newest first, at most lookedAt
}

// bond is something that items may have in common.
type bond struct {
	what  string
	value string
}

func (b bond) weight() int {
	switch b.what {
	case "project":
		return sameProject
	case "centre":
		return sameCentre
	case "form":
		return sameForm
	}
	return commonTag
}

// relate notes what every item with a page has in common with others. Nothing is noted in a site without pages that show it.
func (s *Site) relate() {
	shows := false
	for _, sec := range s.sections {
		shows = shows || sec.Kind.Feed && len(sec.Items) > 0
	}
	if !shows {
		return
	}
	s.relations = relations{bonds: make(map[*Item][]bond, len(s.Items)), groups: map[bond][]*Item{}}
	pages := make([]*Item, 0, len(s.Items))
	for _, item := range s.Items {
		if item.HasPage() {
			pages = append(pages, item)
		}
	}
	newestFirst(pages)
	for _, item := range pages {
		bonds := s.bondsOf(item)
		s.relations.bonds[item] = bonds
		for _, b := range bonds {
			if group := s.relations.groups[b]; len(group) < lookedAt {
				s.relations.groups[b] = append(group, item)
			}
		}
	}
}

// bondsOf are an item's project, centre, form and tags. News belong to the project that they are about. «приклад» is a mark, not a subject.
func (s *Site) bondsOf(item *Item) []bond {
	var list []bond
	add := func(what, value string) {
		if b := (bond{what, value}); value != "" && !slices.Contains(list, b) {
			list = append(list, b)
		}
	}
	for _, name := range []string{"project", "about", "centre"} {
		v, _ := item.UK.Doc.Value(name)
		for _, other := range s.Refs(v) {
			switch {
			case name == "centre":
				add("centre", other.Path)
			case other.Kind.Name == "project":
				add("project", other.Path)
			}
		}
	}
	if v, ok := item.UK.Doc.Value("form"); ok && v.Field.Type == Enum {
		add("form", v.Text)
	}
	for _, tag := range item.Tags() {
		if !strings.EqualFold(tag, "приклад") {
			add("tag", s.TagSlug(tag))
		}
	}
	return list
}

// Related are at most four items that have most in common with this one (domain 2.3.21); of two with as much the newer one, then by id.
// What the page shows anyway — items that it names and items that name it — is not among them.
func (s *Site) Related(item *Item) []*Item {
	own := s.relations.bonds[item]
	if len(own) == 0 || !item.Kind.Feed {
		return nil
	}
	seen := map[*Item]bool{item: true}
	for _, v := range item.UK.Doc.Values {
		for _, named := range s.Refs(v) {
			seen[named] = true
		}
	}
	for _, back := range item.Back {
		for _, naming := range back.Items {
			seen[naming] = true
		}
	}
	var found []*Item
	scores := map[*Item]int{}
	for _, b := range own {
		for _, other := range s.relations.groups[b] {
			if !seen[other] {
				seen[other] = true
				found, scores[other] = append(found, other), common(own, s.relations.bonds[other])
			}
		}
	}
	slices.SortFunc(found, func(a, b *Item) int {
		return cmp.Or(scores[b]-scores[a], b.Day().Compare(a.Day()), strings.Compare(a.ID, b.ID), strings.Compare(a.Path, b.Path))
	})
	return found[:min(len(found), mostRelated)]
}

// common is what bonds that two items have in common weigh.
func common(own, theirs []bond) (weight int) {
	for _, b := range theirs {
		if slices.Contains(own, b) {
			weight += b.weight()
		}
	}
	return weight
}
