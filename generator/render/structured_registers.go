package render

import (
	"strconv"

	"github.com/som-hub/vitryna/generator/citation"
	"github.com/som-hub/vitryna/generator/site"
)

// registerProperties are those of teachers, works, programmes, videos and lists of sites.
type registerProperties struct {
	MainEntity    *thing   `json:"mainEntity,omitempty"`
	NumberOfItems int      `json:"numberOfItems,omitempty"`
	KnowsAbout    words    `json:"knowsAbout,omitempty"`
	Provider      *thing   `json:"provider,omitempty"`
	Teaches       words    `json:"teaches,omitempty"`
	CourseMode    words    `json:"courseMode,omitempty"`
	Workload      string   `json:"courseWorkload,omitempty"`
	Instances     []*thing `json:"hasCourseInstance,omitempty"`
	Offers        *thing   `json:"offers,omitempty"`
	Price         *float64 `json:"price,omitempty"`
	Currency      string   `json:"priceCurrency,omitempty"`
	UploadDate    string   `json:"uploadDate,omitempty"`
	Duration      string   `json:"duration,omitempty"`
	ThumbnailURL  string   `json:"thumbnailUrl,omitempty"`
	Transcript    string   `json:"transcript,omitempty"`
}

// finer are the types of items of registers that are finer than that of their kind.
var finer = map[string]func(*site.Item) string{
	"library-record": func(item *site.Item) string {
		doc := item.UK.Doc
		if doc.Text("isbn") == "" && doc.Text("publisher") == "" {
			return "CreativeWork" // nobody has published it as a book
		}
		return "Book"
	},
}

// teacherData: the page is about a person; how to reach her stands nowhere, for that goes through the centre.
func teacherData(d *describer, t *thing, teacher *site.Item) {
	person := &thing{Type: words{"Person"}, Name: t.Name, JobTitle: d.text(teacher, "post")}
	if institution := d.text(teacher, "institution"); institution != "" {
		person.WorksFor = &thing{Type: words{"EducationalOrganization"}, Name: institution}
	}
	person.KnowsAbout = d.texts(teacher, "subjects")
	if topic := d.text(teacher, "topic"); topic != "" {
		person.KnowsAbout = append(person.KnowsAbout, topic)
	}
	t.MainEntity, t.InLanguage, t.IsPartOf = person, words{d.Lang}, d.website()
}

func libraryData(d *describer, t *thing, work *site.Item) {
	if t.Description == "" {
		t.Description = d.text(work, "annotation")
	}
	for _, author := range d.texts(work, "authors") {
		t.Author = append(t.Author, &thing{Type: words{"Person"}, Name: citation.ParseName(author).InitialsFirst()})
	}
	if publisher := d.text(work, "publisher"); publisher != "" {
		t.Publisher = &thing{Type: words{"Organization"}, Name: publisher}
	}
	if year, ok := d.value(work, "year"); ok {
		t.DatePublished = strconv.Itoa(int(year.Number))
	}
	if t.Type[0] == "Book" {
		pages, _ := d.value(work, "pages")
		t.ISBN, t.Pages = d.text(work, "isbn"), int(pages.Number)
	}
	t.SameAs, t.EducationalLevel, t.Keywords = d.text(work, "url"), d.texts(work, "level"), d.texts(work, "subjects")
}

func programmeData(d *describer, t *thing, programme *site.Item) {
	t.Provider = &thing{Type: words{"Organization"}, Name: d.text(programme, "provider")}
	if partners := d.refs(programme, "partner"); len(partners) > 0 {
		t.Provider = d.mention(partners[0]).thing()
	}
	t.SameAs, t.Teaches, t.About = d.text(programme, "url"), d.texts(programme, "competences"), nil
	if direction := d.text(programme, "direction"); direction != "" {
		t.About = []*thing{{Type: words{"Thing"}, Name: direction}}
	}
	if price, ok := d.value(programme, "price"); ok {
		t.Offers = &thing{Type: words{"Offer"}}
		t.Offers.Price, t.Offers.Currency = &price.Number, "UAH"
	}
	course := registerProperties{CourseMode: d.texts(programme, "formats")}
	if hours, ok := d.value(programme, "hours"); ok {
		course.Workload = "PT" + strconv.FormatFloat(hours.Number, 'f', -1, 64) + "H"
	}
	instance := &thing{Type: words{"CourseInstance"}, registerProperties: course}
	t.Instances = []*thing{instance}
	for i, date := range d.site.NextDates(programme) {
		if i > 0 {
			instance = &thing{Type: words{"CourseInstance"}, registerProperties: course}
			t.Instances = append(t.Instances, instance)
		}
		instance.StartDate = iso(date)
	}
}

func videoData(d *describer, t *thing, video *site.Item) {
	t.UploadDate, t.Duration = d.date(video, "date"), d.text(video, "duration")
	t.SameAs = d.text(video, "url")
	if transcript, ok := d.value(video, "transcript"); ok && transcript.Body != nil {
		t.Transcript = clean(transcript.Body.Lead)
	}
	if d.Published != nil {
		if poster := d.Published(video, d.text(video, "poster")); poster != "" {
			t.ThumbnailURL = d.abs(poster)
		}
		if file := d.Published(video, d.text(video, "file")); file != "" {
			t.ContentURL = d.abs(file)
		}
	}
	t.InLanguage = words{d.Lang}
}

// itemList is what a list of a register says of the items on it: the catalogue is a list of sites.
func (d *describer) itemList(t *thing) *thing {
	if d.Section.Kind.Name != "catalogue-entry" || len(d.Items) == 0 {
		return t
	}
	list := &thing{Type: words{"ItemList"}}
	list.NumberOfItems = len(d.Items)
	for _, item := range d.Items {
		title, _ := item.Title(d.Lang)
		list.ItemListElement = append(list.ItemListElement, listed{Type: "WebSite", Name: clean(title), URL: d.text(item, "url")})
	}
	t.MainEntity = list
	return t
}

// documentData: a document is what an institution has issued; acts on which it relies are cited. Persons who signed are not
// told to programs.
func documentData(d *describer, t *thing, document *site.Item) {
	t.InLanguage = words{document.Best(d.Lang).Doc.Lang}
	t.Headline, t.Identifier = d.text(document, "about"), d.text(document, "number")
	t.DatePublished, t.DateModified, t.Expires = d.date(document, "issued"), d.date(document, "updated"), d.date(document, "void_since")
	t.ResourceType = d.text(document, "kind")
	if issuer := d.text(document, "issuer"); issuer != "" {
		t.Author = []*thing{{Type: words{"Organization"}, Name: issuer}}
	}
	if owner := d.text(document, "owner"); owner != "" {
		t.SourceOrganization = &thing{Type: words{"Organization"}, Name: owner}
	}
	for _, act := range d.refs(document, "legal_basis") {
		title, _ := act.Title(d.Lang)
		t.Citation = append(t.Citation, clean(title))
	}
}

// legalForce is the force of an act in the words of schema.org; a draft has none yet.
var legalForce = map[string]string{"in-force": "https://schema.org/InForce", "void": "https://schema.org/NotInForce"}

func actData(d *describer, t *thing, act *site.Item) {
	t.LegislationID, t.LegislationDate, t.LegislationType = d.text(act, "number"), d.date(act, "adopted"), d.text(act, "act_kind")
	t.LegalForce, t.SameAs = legalForce[act.UK.Doc.Text("status")], d.text(act, "url")
	t.InLanguage, t.Keywords = words{site.UK}, d.texts(act, "topics")
}

// geo is a place on the Earth. Only a place whose coordinates are exact has one, and only in peace (SF-01).
type geo struct {
	Type      string  `json:"@type"`
	Latitude  float64 `json:"latitude"`
	Longitude float64 `json:"longitude"`
}

// postalAddress is where something lies, as far as it may be told.
type postalAddress struct {
	Type     string `json:"@type"`
	Country  string `json:"addressCountry,omitempty"`
	Region   string `json:"addressRegion,omitempty"`
	Locality string `json:"addressLocality,omitempty"`
	Street   string `json:"streetAddress,omitempty"`
}

// described is how many places a map names to programs; with more it names none.
const described = 100

func mapData(d *describer, t *thing, m *site.Item) {
	if owner := d.text(m, "owner"); owner != "" {
		t.Publisher = &thing{Type: words{"Organization"}, Name: owner}
	}
	t.SameAs = d.text(m, "url")
	if places := d.site.Places(m); len(places) <= described {
		for _, place := range places {
			t.About = append(t.About, d.place(place))
		}
	}
}

// placeTypes are the types of places that are finer than that of their kind.
var placeTypes = map[string]string{"school": "School", "preschool": "Preschool"}

// place is a place of a map.
func (d *describer) place(item *site.Item) *thing {
	title, _ := item.Title(d.Lang)
	t := &thing{Type: types(item), Name: clean(title), SameAs: d.text(item, "url")}
	if finer := placeTypes[item.UK.Doc.Text("kind")]; finer != "" {
		t.Type = words{finer}
	}
	t.Address = &postalAddress{
		Type: "PostalAddress", Country: "UA", Region: d.text(item, "oblast"), Locality: d.text(item, "hromada"), Street: d.text(item, "address"),
	}
	lat, ok1 := d.value(item, "lat")
	lon, ok2 := d.value(item, "lon")
	if ok1 && ok2 && item.UK.Doc.Text("precision") == "exact" {
		t.Geo = &geo{Type: "GeoCoordinates", Latitude: lat.Number, Longitude: lon.Number}
	}
	return t
}
