package render

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/citation"
	"github.com/som-hub/vitryna/generator/site"
)

// describe are the properties of the kinds that Vitryna knows, by the kind's name (domain 2.3). They are added to the thing
// that every item is.
var describe = map[string]func(*describer, *thing, *site.Item){
	"centre": centreData, "project": projectData, "initiative": projectData, "event": eventData, "contest": contestData,
	"station": stationData, "partner": partnerData, "news": newsData, "page": pageData, "staff": staffData, "term": termData,
	"manual": manualData, "chapter": chapterData, "document": documentData, "legal-act": actData, "map": mapData,

	"showcase": showcaseData, "exhibit": exhibitData, "gallery": galleryData,

	"auction": auctionData, "lot": lotData,

	"teacher": teacherData, "library-record": libraryData, "programme": programmeData, "video": videoData,
}

var schemaName = regexp.MustCompile(`^[A-Z][A-Za-z0-9]*$`)

// types are an item's types: that of its kind, made finer where the item itself says more.
func types(item *site.Item) words {
	schema, doc := item.Kind.Schema, item.UK.Doc
	if f := finer[item.Kind.Name]; f != nil {
		schema = f(item)
	}
	switch {
	case !schemaName.MatchString(schema):
		schema = "WebPage"
	case item.Kind.Name == "partner" && slices.Contains([]string{"ngo", "charity", "foundation"}, doc.Text("kind")):
		schema = "NGO"
	case item.Kind.Name == "event" && doc.Text("form") == "exhibition":
		schema = "ExhibitionEvent"
	case item.Kind.Name == "page" && item.ID == "pro-nas":
		schema = "AboutPage"
	case item.Kind.Name == "page" && item.ID == "kontakty":
		schema = "ContactPage"
	case item.Kind.Name == "manual" && schema == "Book":
		return words{"Book", "LearningResource"}
	}
	return words{schema}
}

// item is the thing that an item's page is about, and who was honoured in it.
func (d *describer) item() []*thing {
	if d.Item.Kind.Name == "award" {
		return []*thing{d.award()}
	}
	t := d.thing(types(d.Item)...)
	if add := describe[d.Item.Kind.Name]; add != nil {
		add(d, t, d.Item)
	}
	return append([]*thing{t}, d.winners()...)
}

// award is the institution that was honoured; the page is about it.
func (d *describer) award() *thing {
	t := d.institution(d.Item)
	t.Award = d.awards([]*site.Item{d.Item})
	t.SubjectOf = d.thing("WebPage")
	return t
}

// awards are awards in words: «Кращі практики: I ступінь, 2020».
func (d *describer) awards(items []*site.Item) words {
	var list words
	for _, item := range items {
		text := d.text(item, "contest")
		if degree := d.text(item, "degree"); degree != "" {
			text += ": " + degree
		}
		if year, ok := d.value(item, "year"); ok {
			text += ", " + strconv.Itoa(int(year.Number))
		}
		list = append(list, text)
	}
	return list
}

func centreData(d *describer, t *thing, centre *site.Item) {
	t.AlternateName, t.ParentOrganization = d.text(centre, "short_name"), d.institution(centre)
	for _, sec := range d.site.Sections {
		if sec.Kind.Name == "award" {
			t.Award = d.awards(slices.DeleteFunc(slices.Clone(sec.Items), func(award *site.Item) bool {
				return !slices.Contains(d.refs(award, "centre"), centre)
			}))
		}
	}
}

func projectData(d *describer, t *thing, project *site.Item) {
	t.FoundingDate, t.DissolutionDate = d.date(project, "start"), d.date(project, "end")
	t.ParentOrganization = d.institution(project)
}

// How an event stands and where people meet, in the words of schema.org.
var (
	eventStatuses = map[string]string{
		"planned": "EventScheduled", "held": "EventScheduled", "cancelled": "EventCancelled", "postponed": "EventPostponed",
	}
	attendance = map[string]string{
		"onsite": "Offline", "visiting": "Offline", "online": "Online", "mixed": "Mixed",
	}
)

func eventData(d *describer, t *thing, event *site.Item) {
	doc := event.UK.Doc
	t.StartDate, t.EndDate = d.eventDate(event, "start"), d.eventDate(event, "end")
	if status := eventStatuses[doc.Text("status")]; status != "" {
		t.EventStatus = "https://schema.org/" + status
	}
	t.AttendanceMode = attendanceMode(doc.Text("mode"))
	t.Location = d.location(event)
	t.Organizer = d.institution(event)
	if others := d.refs(event, "organiser"); len(others) > 0 {
		t.Organizer = d.mention(others[0]).thing()
	}
	t.Audience = d.audience(event)
	if series := d.text(event, "series"); series != "" {
		t.SuperEvent = append(t.SuperEvent, &thing{Type: words{"EventSeries"}, Name: series})
	}
	t.SuperEvent = append(t.SuperEvent, d.mentions(d.refs(event, "station"))...)
	t.SuperEvent = append(t.SuperEvent, d.mentions(d.refs(event, "contest"))...)
}

func attendanceMode(mode string) string {
	if m := attendance[mode]; m != "" {
		return "https://schema.org/" + m + "EventAttendanceMode"
	}
	return ""
}

// eventDate is beginning or end of an event; without the hour while that may not be told (SF-03).
func (d *describer) eventDate(event *site.Item, name string) string {
	if d.site.Guarded(event) {
		return iso(dateOnly(event.UK.Doc.Date(name)))
	}
	return d.date(event, name)
}

// location is where an event is held. An address where people meet is never told to programs while the country is at war,
// not even afterwards (SF-03).
func (d *describer) location(event *site.Item) []*thing {
	mode := event.UK.Doc.Text("mode")
	var list []*thing
	place := d.text(event, "place")
	if place != "" && mode != "online" && d.site.Config.Peace() {
		list = append(list, &thing{Type: words{"Place"}, Name: place})
	}
	if address := d.abs(event.Best(d.Lang).Address()); address != "" && (mode == "online" || mode == "mixed") {
		list = append(list, &thing{Type: words{"VirtualLocation"}, URL: address})
	}
	return list
}

func (d *describer) audience(item *site.Item) []*thing {
	var list []*thing
	for _, label := range d.texts(item, "audience") {
		list = append(list, &thing{Type: words{"Audience"}, AudienceType: label})
	}
	return list
}

func contestData(d *describer, t *thing, contest *site.Item) {
	rounds, _ := d.value(contest, "rounds")
	for _, round := range rounds.Items {
		start, _ := round.Part("start")
		end, _ := round.Part("end")
		mode, _ := round.Part("mode")
		t.SubEvent = append(t.SubEvent, &thing{
			Type: words{"EducationEvent"}, Name: d.part(round, "title"), StartDate: iso(start.Date), EndDate: iso(end.Date),
			AttendanceMode: attendanceMode(mode.Text),
		})
		if t.StartDate == "" {
			t.StartDate = iso(start.Date)
		}
		t.EndDate = iso(end.Date)
	}
}

// winners are those whom a contest has honoured. Only who agreed to have the name shown has one; results are told from
// the day on which they are published.
func (d *describer) winners() []*thing {
	contest := d.Item
	if contest.Kind.Name != "contest" || contest.UK.Doc.Date("results_published").Compare(d.site.Now) > 0 {
		return nil
	}
	nominations, _ := d.value(contest, "nominations")
	titles := map[string]string{}
	for _, n := range nominations.Items {
		id, _ := n.Part("id")
		titles[id.Text] = d.part(n, "title")
	}
	var list []*thing
	for _, winner := range contest.Children("winners") {
		name, place := d.text(winner, "name"), winner.UK.Doc.Text("place")
		if _, agreed := winner.UK.Doc.Value("consent"); !agreed || name == "" || place == "" || place == "participant" {
			continue
		}
		nomination := winner.UK.Doc.Text("nomination")
		if len(titles) > 0 {
			nomination = titles[nomination] // else the row has the name itself
		}
		award := []string{clean(d.Title), nomination, d.text(winner, "place")}
		t := &thing{Type: words{"Person"}, Name: name, Award: words{joinFilled(award)}}
		if institution := d.text(winner, "institution"); institution != "" {
			t.Affiliation = &thing{Type: words{"EducationalOrganization"}, Name: institution}
		}
		list = append(list, t)
	}
	return list
}

func joinFilled(texts []string) string {
	return strings.Join(slices.DeleteFunc(texts, func(t string) bool { return t == "" }), ", ")
}

func stationData(d *describer, t *thing, station *site.Item) {
	t.Organizer, t.Audience = d.institution(station), d.audience(station)
	if theme := d.text(station, "theme"); theme != "" {
		t.About = []*thing{{Type: words{"Thing"}, Name: theme}}
	}
}

func partnerData(d *describer, t *thing, partner *site.Item) {
	t.LegalName, t.AlternateName, t.SameAs = d.text(partner, "full_name"), d.text(partner, "short_name"), d.text(partner, "url")
}

func newsData(d *describer, t *thing, news *site.Item) {
	t.Headline, t.InLanguage = t.Name, words{d.Lang}
	t.DatePublished, t.DateModified = d.date(news, "date"), d.date(news, "updated")
	t.Publisher = d.owner()
	t.Author = []*thing{d.owner()}
	if authors := d.refs(news, "author"); len(authors) > 0 {
		t.Author = d.mentions(authors)
	} else if v, _ := d.value(news, "author"); v.Field != nil && v.Field.Type == site.Ref {
		// nobody is shown under that name
	} else if author := d.text(news, "author"); author != "" {
		t.Author = []*thing{{Name: author}} // an institution or a person: nobody has said which
	}
	if owner := d.text(news, "owner"); owner != "" {
		t.SourceOrganization = &thing{Type: words{"Organization"}, Name: owner}
	}
	t.IsBasedOn = d.text(news, "external")
	t.About = d.mentions(d.refs(news, "about"))
}

func pageData(d *describer, t *thing, page *site.Item) {
	t.InLanguage, t.IsPartOf = words{d.Lang}, d.website()
	t.DatePublished, t.DateModified = d.date(page, "date"), d.date(page, "updated")
	if t.Type[0] == "AboutPage" || t.Type[0] == "ContactPage" {
		t.About = []*thing{d.owner()}
	}
}

func staffData(d *describer, t *thing, person *site.Item) {
	t.JobTitle = d.text(person, "post")
	if !d.site.Left(person) {
		t.WorksFor = d.institution(person)
	}
}

func termData(d *describer, t *thing, term *site.Item) {
	t.AlternateName = d.text(term, "short")
	t.InDefinedTermSet = &thing{
		Type: words{"DefinedTermSet"}, Name: term.Kind.Plural(d.Lang), URL: d.abs(site.Address(term.Kind.Section, d.Lang)),
	}
}

func manualData(d *describer, t *thing, manual *site.Item) {
	t.InLanguage = words{manual.Best(d.Lang).Doc.Lang}
	t.Author, t.Editor, t.Contributor = d.people(manual, "authors"), d.people(manual, "editors"), d.people(manual, "compilers")
	if organisation := d.text(manual, "organisation"); organisation != "" && len(t.Author)+len(t.Editor)+len(t.Contributor) == 0 {
		t.Author = []*thing{{Type: words{"Organization"}, Name: organisation}}
	}
	if publisher := d.text(manual, "publisher"); publisher != "" {
		t.Publisher = &thing{Type: words{"Organization"}, Name: publisher}
	}
	if year, ok := d.value(manual, "year"); ok {
		t.DatePublished = strconv.Itoa(int(year.Number))
	}
	pages, _ := d.value(manual, "pages")
	t.ISBN, t.Edition, t.Pages = d.text(manual, "isbn"), d.text(manual, "edition"), int(pages.Number)
	t.ResourceType, t.EducationalLevel = d.text(manual, "kind"), d.texts(manual, "level")
	t.Audience, t.Keywords = d.audience(manual), d.texts(manual, "keywords")
	for _, chapter := range manual.Children("chapters") {
		part := d.mention(chapter)
		part.Position = d.position(chapter)
		t.HasPart = append(t.HasPart, part)
	}
}

// people are the persons of a field whose parts are surname and initials: «А. Б. Перша».
func (d *describer) people(item *site.Item, name string) []*thing {
	v, _ := d.value(item, name)
	var list []*thing
	for _, e := range v.Items {
		if full := strings.TrimSpace(citation.Name{Given: d.part(e, "initials")}.Initials() + " " + d.part(e, "surname")); full != "" {
			list = append(list, &thing{Type: words{"Person"}, Name: full})
		}
	}
	return list
}

func chapterData(d *describer, t *thing, chapter *site.Item) {
	t.InLanguage, t.Position, t.Author = words{chapter.Best(d.Lang).Doc.Lang}, d.position(chapter), d.people(chapter, "authors")
	if chapter.Owner != nil {
		t.IsPartOf = d.mention(chapter.Owner)
	}
}

// position is the number of a chapter or the letter of an appendix; nil where it has neither.
func (d *describer) position(chapter *site.Item) any {
	switch {
	case chapter.Letter != "":
		return chapter.LetterIn(chapter.Best(d.Lang).Doc.Lang)
	case chapter.Number > 0:
		return chapter.Number
	}
	return nil
}

// year is the figures of an academic year, the declared ones with their sources, and the files that hold them. It begins on 1 September
// (ST-01).
func (d *describer) year() *thing {
	t := d.page("Dataset")
	first := d.Year.First
	t.TemporalCoverage = strconv.Itoa(first) + "-09-01/" + strconv.Itoa(first+1) + "-08-31"
	t.Creator, t.License = d.owner(), licences[d.site.Config.Rights]
	for _, row := range d.Year.Rows {
		value := row.Value()
		if site.Few(row.Word.Name, value) || row.Figure().Over {
			continue
		}
		t.VariableMeasured = append(t.VariableMeasured, &thing{Type: words{"PropertyValue"}, Name: row.Word.Label.In(d.Lang), Value: &value})
		if row.Declared == nil {
			continue
		}
		if source := clean(row.Declared.Source); source != "" && !slices.Contains(t.Citation, source) {
			t.Citation = append(t.Citation, source)
		}
	}
	for _, file := range [][2]string{{".csv", "text/csv"}, {".json", "application/json"}} {
		if address := d.abs(yearFile(d.Year) + file[0]); address != "" {
			t.Distribution = append(t.Distribution, &thing{Type: words{"DataDownload"}, EncodingFormat: file[1], ContentURL: address})
		}
	}
	return t
}

// auctionProperties are those of an auction of ideas. There is no Offer among them: nothing is for sale, and talents are no money (domain 2.3.6).
type auctionProperties struct {
	WorkFeatured []*thing `json:"workFeatured,omitempty"`
}

func auctionData(d *describer, t *thing, item *site.Item) {
	t.StartDate, t.EndDate = d.date(item, "opens"), d.date(item, "closes")
	t.EventStatus, t.AttendanceMode = "https://schema.org/EventScheduled", attendanceMode("online")
	if address := d.abs(item.Best(d.Lang).Address()); address != "" {
		t.Location = []*thing{{Type: words{"VirtualLocation"}, URL: address}}
	}
	t.Organizer = d.institution(item)
	t.WorkFeatured = d.mentions(item.Children("lots"))
}

func lotData(d *describer, t *thing, lot *site.Item) {
	t.InLanguage = words{lot.Best(d.Lang).Doc.Lang}
	if idea := d.text(lot, "idea"); idea != "" {
		t.Description = idea
	}
}
