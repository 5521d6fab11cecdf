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

// listed is what a list of a register says of the items on it: the catalogue is a list of sites.
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
