package feed

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Events is the calendar of all events of a site in one language, to subscribe to; nil where no event has a day.
func Events(s *site.Site, words site.Words, lang string) []byte {
	e := eventReader{s, words, lang}
	var entries []Entry
	for _, item := range s.Calendar.Dated {
		entries = append(entries, e.entries(item)...)
	}
	return Calendar(e.say("ical.name", s.Config.Name.In(lang)), entries)
}

// Event is one event for a calendar program, to take in; nil where its day is not known.
func Event(s *site.Site, words site.Words, item *site.Item, lang string) []byte {
	return Calendar("", eventReader{s, words, lang}.entries(item))
}

// uid is the identifier of an item in calendar programs; part names a part of it, or is empty. It stays the same as long as the item
// keeps its id and the site its address; a site without an address lends its name.
func uid(s *site.Site, item *site.Item, part string) string {
	_, host, _ := strings.Cut(s.Config.BaseURL, "://")
	if host == "" {
		host = cmp.Or(ukrainian.Slug(s.Config.Name.UK), "vitryna") + ".invalid"
	}
	name := item.Section + "-" + item.ID
	if item.Owner != nil {
		name = item.Section + "-" + item.Owner.ID + "-" + item.ID
	}
	if part != "" {
		name += "-" + part
	}
	return name + "@" + host
}

// eventReader makes entries of events, for readers of one language.
type eventReader struct {
	site  *site.Site
	words site.Words
	lang  string
}

// entries are an event and its sessions. In the figures an event with sessions is one event (ST-02); in a calendar it is as many
// entries as times to come: the whole stands there as its days, free of hours, each session is an entry of its own with the whole
// as its parent. While the event is guarded its sessions have no hours to tell, so they stand in the description, by their days.
func (e eventReader) entries(item *site.Item) []Entry {
	if !item.Dated() {
		return nil
	}
	whole := e.whole(item)
	sessions, _ := item.UK.Doc.Value("sessions")
	if len(sessions.Items) == 0 || e.site.Guarded(item) {
		return []Entry{whole}
	}
	entries := []Entry{whole}
	entries[0].Start, entries[0].End = whole.Start.First(), item.LastDay()
	seen := map[string]int{}
	for _, session := range sessions.Items {
		start, _ := session.Part("start")
		end, _ := session.Part("end")
		topic, _ := session.Part("topic")
		on := day(start.Date)
		seen[on]++
		part := whole
		part.UID, part.Parent = uid(e.site, item, fmt.Sprintf("%s-%d", on, seen[on])), whole.UID
		part.Start, part.End = start.Date, end.Date
		if topic.Text != "" {
			part.Title += ": " + topic.Text
		}
		entries = append(entries, part)
	}
	return entries
}

func (e eventReader) whole(item *site.Item) Entry {
	doc := item.UK.Doc
	title, _ := item.Title(e.lang)
	entry := Entry{
		UID: uid(e.site, item, ""), Title: e.stated(item, title), Description: e.description(item), Location: e.location(item),
		Start: doc.Date("start"), End: doc.Date("end"), Status: statuses[doc.Text("status")], Stamp: stamp(item),
		Categories: e.categories(item), URL: e.address(item),
	}
	if hours, ok := doc.Value("hours"); ok && entry.Start.Timed && entry.End.IsZero() && hours.Number <= 12 {
		entry.End = later(entry.Start, hours.Number)
	}
	if e.site.Guarded(item) { // the hour is not told yet (SF-03)
		entry.Start, entry.End = entry.Start.First(), item.LastDay()
	}
	return entry
}

// statuses are those of events in the words of RFC 5545. It knows no «postponed»; the day that stands there may change.
var statuses = map[string]Status{"planned": Confirmed, "held": Confirmed, "postponed": Tentative, "cancelled": Cancelled}

// stated says in words, before the title, that an event will not be on its day: not every program shows the status.
func (e eventReader) stated(item *site.Item, title string) string {
	switch item.UK.Doc.Text("status") {
	case "cancelled", "postponed":
		return e.words.Text("ical."+item.UK.Doc.Text("status"), e.lang) + " " + title
	}
	return title
}

// stamp is when the event was last changed: `updated`, else `date`, else its day. The day of an event to come would be newer than the
// `updated` that the author writes when something changes, and programs keep what is newer: there it is the same day a year before.
func stamp(item *site.Item) ukrainian.Date {
	doc := item.UK.Doc
	for _, name := range []string{"updated", "date"} {
		if d := doc.Date(name); !d.IsZero() {
			return d
		}
	}
	d := doc.Date("start").First()
	if doc.Text("status") != "held" {
		d = d.AddDays(-365)
	}
	return d
}

// description tells what the program has no field for, one thing a line.
func (e eventReader) description(item *site.Item) string {
	doc := item.UK.Doc
	var kind []string
	for _, name := range []string{"form", "mode"} {
		if label := e.label(item, name); label != "" {
			kind = append(kind, label)
		}
	}
	lines := []string{ukrainian.Capital(strings.Join(kind, ", "))}
	if page := item.In(e.lang); page != nil { // a Ukrainian summary tells an English reader nothing
		lines = append(lines, page.Doc.Summary())
	}
	if by := e.organiser(item); by != "" {
		lines = append(lines, e.words.Text("event.by", e.lang)+" "+by)
	}
	if e.site.Guarded(item) {
		sessions, _ := doc.Value("sessions")
		for _, session := range sessions.Items {
			start, _ := session.Part("start")
			topic, _ := session.Part("topic")
			lines = append(lines, strings.TrimSuffix(e.long(start.Date)+": "+topic.Text, ": "))
		}
	}
	if address := doc.Text("registration"); address != "" && e.site.Registers(item) {
		lines = append(lines, e.say("ical.register", address))
	}
	if address := e.address(item); address != "" {
		lines = append(lines, e.say("ical.more", address))
	}
	return strings.Join(slices.DeleteFunc(lines, func(s string) bool { return s == "" }), "\n")
}

// say is an interface text with a word in it.
func (e eventReader) say(key, word string) string {
	return strings.Replace(e.words.Text(key, e.lang), "%s", word, 1)
}

func (e eventReader) long(d ukrainian.Date) string {
	if e.lang == site.EN {
		return d.EnglishLong()
	}
	return d.Long()
}

// location is where to go. While the country is at war no address where people meet is told (SF-03): the community, and before the
// event who will learn the address.
func (e eventReader) location(item *site.Item) string {
	var parts []string
	add := func(name string) {
		if v, ok := item.Value(name, e.lang); ok && v.Text != "" {
			parts = append(parts, v.TextIn(e.lang))
		}
	}
	mode := item.UK.Doc.Text("mode")
	if mode != "online" {
		add("hromada")
	}
	switch {
	case !e.site.OnSite(item):
		add("place")
	case e.site.Guarded(item) && mode != "":
		parts = append(parts, e.words.Text("event.place-later", e.lang))
	}
	if mode == "online" || mode == "mixed" {
		parts = append(parts, e.words.Text("ical.online", e.lang))
	}
	return strings.Join(parts, ", ")
}

// organiser is who holds an event that is not the centre's own, or "".
func (e eventReader) organiser(item *site.Item) string {
	if v, ok := item.UK.Doc.Value("organiser"); ok {
		if other := e.site.Refs(v); len(other) > 0 {
			title, _ := other[0].Title(e.lang)
			return title
		}
	}
	return item.UK.Doc.Text("owner")
}

// categories are form and series, and where they can be read the tags.
func (e eventReader) categories(item *site.Item) []string {
	list := []string{e.label(item, "form"), item.UK.Doc.Text("series")}
	if e.lang == site.UK {
		list = append(list, item.Tags()...)
	}
	var once []string
	for _, word := range list {
		if word != "" && !slices.Contains(once, word) {
			once = append(once, word)
		}
	}
	return once
}

func (e eventReader) label(item *site.Item, name string) string {
	v, ok := item.UK.Doc.Value(name)
	if !ok {
		return ""
	}
	if word := v.Field.Vocabulary.Word(v.Text); word != nil {
		return word.Label.In(e.lang)
	}
	return ""
}

func (e eventReader) address(item *site.Item) string {
	if e.site.Config.BaseURL == "" {
		return ""
	}
	return absolute(e.site.Config.BaseURL, item.Best(e.lang).Address())
}
