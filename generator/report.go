package generator

import (
	"slices"
	"strings"
	"time"

	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Report is what the head of a centre wants to know of the site: what is new, what is lacking, how much there is.
type Report struct {
	Site         site.Text
	Day          ukrainian.Date
	Added        []Entry // since the day, or against an older build
	Gone         []string
	Waiting      []Entry // drafts and what is to come
	Untranslated []Entry
	Undescribed  problem.List // pictures
	Dead         problem.List // links within the site
	Kinds        []KindCount
	Pages, Words int
	English      bool
	Errors       int
	Warnings     int
}

// Entry is one item of a list of the report.
type Entry struct {
	Kind    site.Text
	Title   string
	File    string
	Address string         // "/events/x/", "" without a page
	Day     ukrainian.Date // of its publication or change
	Why     string         // published, updated, saved, new; draft, future
}

// KindCount is how many items of a kind there are.
type KindCount struct {
	Kind          site.Text
	Shown, Hidden int
	Words         int
}

// Report gathers what a report tells. before are the paths of an older build, nil if since decides; list is everything that is wrong with the site.
func (l *Loader) Report(s *Snapshot, since ukrainian.Date, before []string, list problem.List) Report {
	model := s.model
	r := Report{Site: model.Config.Name, Day: ukrainian.DateOf(l.Now), Pages: s.Pages, English: model.Config.English(), Errors: list.Errors(), Warnings: list.Warnings()}
	saved := map[string]time.Time{}
	found, _ := content.Walk(l.Root)
	for _, f := range found {
		saved[f.File] = f.Time
	}
	old := map[string]bool{}
	for _, path := range before {
		old[path] = true
	}
	for _, item := range model.Items {
		if ours(item) {
			continue
		}
		e := entryOf(item)
		switch {
		case before != nil:
			if item.HasPage() && !old[file(item.UK.Address())] {
				e.Why = "new"
				r.Added = append(r.Added, e)
			}
		default:
			if e.Day, e.Why = newSince(item, since, saved[item.UK.Doc.File]); e.Why != "" {
				r.Added = append(r.Added, e)
			}
		}
		if r.English && item.HasPage() && item.EN == nil && item.UK.Doc.Line == 0 {
			r.Untranslated = append(r.Untranslated, entryOf(item))
		}
	}
	for _, item := range model.Hidden {
		if why := map[site.State]string{site.Draft: "draft", site.Future: "future"}[item.State]; why != "" && !ours(item) {
			e := entryOf(item)
			e.Why, e.Day = why, item.UK.Doc.Date("date")
			r.Waiting = append(r.Waiting, e)
		}
	}
	for _, path := range before {
		if _, there := s.at[path]; !there && strings.HasSuffix(path, "/index.html") {
			r.Gone = append(r.Gone, "/"+strings.TrimSuffix(path, "index.html"))
		}
	}
	slices.SortStableFunc(r.Added, func(a, b Entry) int { return b.Day.Compare(a.Day) })
	r.faults(list)
	r.counts(model)
	return r
}

// ours tells that an item is of the author's guide, which the centre has not written.
func ours(item *site.Item) bool { return strings.HasPrefix(item.UK.Doc.File, guideFolder+"/") }

func entryOf(item *site.Item) Entry {
	e := Entry{Kind: site.Text{UK: item.Kind.Singular(site.UK), EN: item.Kind.Singular(site.EN)}, Title: item.UK.Doc.Title, File: item.UK.Doc.File}
	if item.HasPage() {
		e.Address = "/" + item.UK.Address()
	}
	return e
}

// newSince tells whether an item is new or changed since a day, and how that is known: by what its author says, else by when its file was saved.
func newSince(item *site.Item, since ukrainian.Date, saved time.Time) (day ukrainian.Date, why string) {
	for _, field := range []struct{ name, why string }{{"updated", "updated"}, {"date", "published"}} {
		if d := item.UK.Doc.Date(field.name); !d.IsZero() && d.Last().Compare(since) >= 0 {
			return d, field.why
		}
	}
	if published := item.UK.Doc.Date("date"); published.IsZero() && !saved.IsZero() {
		if d := ukrainian.DateOf(saved); d.Compare(since) >= 0 {
			return d, "saved"
		}
	}
	return ukrainian.Date{}, ""
}

// faults sorts out what is wrong.
func (r *Report) faults(list problem.List) {
	for _, p := range list {
		switch p.Code {
		case "W-ALT", "W-ALT-FIELD":
			r.Undescribed = append(r.Undescribed, p)
		case "E-LINK", "E-ANCHOR", "E-REF", "W-REF-HIDDEN", "E-FILE":
			r.Dead = append(r.Dead, p)
		}
	}
}

// counts counts items and words, by kind.
func (r *Report) counts(model *site.Site) {
	at := map[string]int{}
	for _, item := range model.Known() {
		if ours(item) {
			continue
		}
		i, known := at[item.Kind.Name]
		if !known {
			i = len(r.Kinds)
			at[item.Kind.Name] = i
			r.Kinds = append(r.Kinds, KindCount{Kind: site.Text{UK: item.Kind.Plural(site.UK), EN: item.Kind.Plural(site.EN)}})
		}
		k := &r.Kinds[i]
		if item.State != site.Shown {
			k.Hidden++
			continue
		}
		k.Shown++
		k.Words += item.UK.Doc.Body.Words
		r.Words += item.UK.Doc.Body.Words
	}
	slices.SortStableFunc(r.Kinds, func(a, b KindCount) int { return b.Shown - a.Shown })
}
