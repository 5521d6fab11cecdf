package render

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Structured data is what a page says to programs: JSON-LD with the words of schema.org. A kind's folder names the type only
// (structured-data: Project); its properties are found here, by the name of the kind. A kind that a site adds itself has
// name, description and address.
//
// It never carries an e-mail, a phone, coordinates, a private field, or place and hour of an event that is guarded (SF-01,
// SF-03). Without base_url there are no addresses in it, and what needs one is left out.

// subject is what a page is about.
type subject struct {
	Item           *site.Item
	Section        *site.Section
	Year           *site.Year
	Home           bool
	Lang           string
	Breadcrumbs    []crumb // from home to this page
	Title, Summary string
	Path           string                   // of this page, with its language
	Abs            func(path string) string // the address on the web of a path of the site, or ""
	Items          []*site.Item             // on this page of a list
	Published      func(item *site.Item, written string) string
}

type crumb struct{ Title, Path string }

// structuredData is the JSON-LD of a page, safe to stand in a <script>: <, > and & are escaped.
func structuredData(s *site.Site, v subject) []byte {
	d := &describer{site: s, subject: v}
	document := struct {
		Context string `json:"@context"`
		Graph   []any  `json:"@graph"`
	}{"https://schema.org", d.graph()}
	data, err := json.Marshal(document)
	if err != nil {
		panic("render: structured data: " + err.Error()) // only strings and numbers
	}
	return data
}

// A page says little of most things that it names, and a thing is twenty times as large as what follows.

// trail is the way that leads to a page.
type trail struct {
	Type            string   `json:"@type"`
	ItemListElement []listed `json:"itemListElement"`
}

// brief is another thing in one line.
type brief struct {
	Type     words  `json:"@type,omitempty"`
	ID       string `json:"@id,omitempty"`
	Name     string `json:"name,omitempty"`
	URL      string `json:"url,omitempty"`
	Position any    `json:"position,omitempty"` // a number, or the letter of an appendix
}

// thing is a brief of which more may be said.
func (b *brief) thing() *thing { return &thing{Type: b.Type, ID: b.ID, Name: b.Name, URL: b.URL} }

// listed is one entry of a list.
type listed struct {
	Type     string `json:"@type"`
	Name     string `json:"name,omitempty"`
	URL      string `json:"url,omitempty"`
	Position int    `json:"position,omitempty"`
	Item     string `json:"item,omitempty"`
}

// thing is anything of schema.org; what stands in it says its type. The order of the properties is that of the output.
type thing struct {
	Type               words    `json:"@type,omitempty"`
	ID                 string   `json:"@id,omitempty"`
	Name               string   `json:"name,omitempty"`
	AlternateName      string   `json:"alternateName,omitempty"`
	LegalName          string   `json:"legalName,omitempty"`
	Headline           string   `json:"headline,omitempty"`
	Description        string   `json:"description,omitempty"`
	URL                string   `json:"url,omitempty"`
	SameAs             string   `json:"sameAs,omitempty"`
	InLanguage         words    `json:"inLanguage,omitempty"`
	Position           any      `json:"position,omitempty"` // as in a brief
	ItemListElement    []listed `json:"itemListElement,omitempty"`
	Value              *int     `json:"value,omitempty"`
	DatePublished      string   `json:"datePublished,omitempty"`
	DateModified       string   `json:"dateModified,omitempty"`
	StartDate          string   `json:"startDate,omitempty"`
	EndDate            string   `json:"endDate,omitempty"`
	FoundingDate       string   `json:"foundingDate,omitempty"`
	DissolutionDate    string   `json:"dissolutionDate,omitempty"`
	TemporalCoverage   string   `json:"temporalCoverage,omitempty"`
	EventStatus        string   `json:"eventStatus,omitempty"`
	AttendanceMode     string   `json:"eventAttendanceMode,omitempty"`
	Location           []*thing `json:"location,omitempty"`
	Organizer          *thing   `json:"organizer,omitempty"`
	SuperEvent         []*thing `json:"superEvent,omitempty"`
	SubEvent           []*thing `json:"subEvent,omitempty"`
	Author             []*thing `json:"author,omitempty"`
	Editor             []*thing `json:"editor,omitempty"`
	Contributor        []*thing `json:"contributor,omitempty"`
	Creator            *thing   `json:"creator,omitempty"`
	Publisher          *thing   `json:"publisher,omitempty"`
	SourceOrganization *thing   `json:"sourceOrganization,omitempty"`
	ParentOrganization *thing   `json:"parentOrganization,omitempty"`
	WorksFor           *thing   `json:"worksFor,omitempty"`
	Affiliation        *thing   `json:"affiliation,omitempty"`
	JobTitle           string   `json:"jobTitle,omitempty"`
	Award              words    `json:"award,omitempty"`
	ISBN               string   `json:"isbn,omitempty"`
	Edition            string   `json:"bookEdition,omitempty"`
	Pages              int      `json:"numberOfPages,omitempty"`
	ResourceType       string   `json:"learningResourceType,omitempty"`
	EducationalLevel   words    `json:"educationalLevel,omitempty"`
	Audience           []*thing `json:"audience,omitempty"`
	AudienceType       string   `json:"audienceType,omitempty"`
	Keywords           words    `json:"keywords,omitempty"`
	About              []*thing `json:"about,omitempty"`
	IsBasedOn          string   `json:"isBasedOn,omitempty"`
	IsPartOf           *brief   `json:"isPartOf,omitempty"`
	HasPart            []*brief `json:"hasPart,omitempty"`
	SubjectOf          *thing   `json:"subjectOf,omitempty"`
	InDefinedTermSet   *thing   `json:"inDefinedTermSet,omitempty"`
	VariableMeasured   []*thing `json:"variableMeasured,omitempty"`
	Citation           words    `json:"citation,omitempty"`
	Identifier         string   `json:"identifier,omitempty"`
	Expires            string   `json:"expires,omitempty"`
	LegislationID      string   `json:"legislationIdentifier,omitempty"`
	LegislationDate    string   `json:"legislationDate,omitempty"`
	LegislationType    string   `json:"legislationType,omitempty"`
	LegalForce         string   `json:"legislationLegalForce,omitempty"`

	Address        *postalAddress `json:"address,omitempty"`
	Geo            *geo           `json:"geo,omitempty"`
	License        string         `json:"license,omitempty"`
	Distribution   []*thing       `json:"distribution,omitempty"`
	EncodingFormat string         `json:"encodingFormat,omitempty"`
	ContentURL     string         `json:"contentUrl,omitempty"`

	registerProperties
	pictureProperties
	auctionProperties
}

// words are one text or several.
type words []string

// MarshalJSON writes a single text without brackets.
func (w words) MarshalJSON() ([]byte, error) {
	if len(w) == 1 {
		return json.Marshal(w[0])
	}
	return json.Marshal([]string(w))
}

// describer makes the things of one page.
type describer struct {
	site *site.Site
	subject
}

// graph is the page's own thing after the way that leads to it.
func (d *describer) graph() []any {
	if d.Home {
		return []any{d.home()}
	}
	var graph []any
	if list := d.breadcrumbs(); len(list) > 0 {
		graph = append(graph, &trail{Type: "BreadcrumbList", ItemListElement: list})
	}
	switch {
	case d.Item != nil:
		for _, t := range d.item() {
			graph = append(graph, t)
		}
		return graph
	case d.Year != nil && len(d.Year.Rows) > 0:
		return append(graph, d.year())
	case d.Section != nil:
		return append(graph, d.itemList(d.page("CollectionPage")))
	case d.Year != nil:
		return append(graph, d.page("CollectionPage"))
	}
	return append(graph, d.page("WebPage"))
}

// home is the site with whose it is, and what that has been honoured with.
func (d *describer) home() *thing {
	owner := d.owner()
	for _, sec := range d.site.Sections {
		if sec.Kind.Name == "award" {
			owner.Award = d.awards(sec.Items)
		}
	}
	t := d.website().thing()
	t.Description, t.InLanguage, t.Publisher = clean(d.Summary), d.site.Config.Languages, owner
	return t
}

func (d *describer) website() *brief {
	return &brief{Type: words{"WebSite"}, ID: d.anchor("website"), Name: clean(d.site.Config.Name.In(d.Lang)), URL: d.abs("")}
}

// owner is the institution whose site it is.
func (d *describer) owner() *thing {
	return &thing{Type: words{"EducationalOrganization"}, ID: d.anchor("owner"), Name: clean(d.site.Config.Owner), URL: d.abs("")}
}

// page is a page that is about nothing but itself.
func (d *describer) page(kind string) *thing {
	t := d.thing(kind)
	t.InLanguage, t.IsPartOf = words{d.Lang}, d.website()
	return t
}

// thing has what everything has.
func (d *describer) thing(types ...string) *thing {
	return &thing{Type: types, Name: clean(d.Title), Description: clean(d.Summary), URL: d.abs(d.Path)}
}

func (d *describer) breadcrumbs() []listed {
	list := make([]listed, len(d.Breadcrumbs))
	for i, c := range d.Breadcrumbs {
		list[i] = listed{Type: "ListItem", Name: clean(c.Title), Position: i + 1, Item: d.abs(c.Path)}
	}
	return list
}

func (d *describer) abs(path string) string {
	if d.Abs == nil {
		return ""
	}
	return d.Abs(path)
}

// anchor is the name of a thing that several pages speak of.
func (d *describer) anchor(name string) string {
	if home := d.abs(""); home != "" {
		return home + "#" + name
	}
	return ""
}

// mention is another item: its type, name and address.
func (d *describer) mention(item *site.Item) *brief {
	title, _ := item.Title(d.Lang)
	b := &brief{Type: types(item), Name: clean(title)}
	if item.HasPage() {
		b.URL = d.abs(item.Best(d.Lang).Address())
	}
	if item.Kind.Name == "award" { // its type is that of the one who was honoured
		b.Type = nil
	}
	return b
}

func (d *describer) mentions(items []*site.Item) []*thing {
	var list []*thing
	for _, item := range items {
		list = append(list, d.mention(item).thing())
	}
	return list
}

// refs are the shown items that a field refers to.
func (d *describer) refs(item *site.Item, name string) []*site.Item {
	v, ok := d.value(item, name)
	if !ok {
		return nil
	}
	return d.site.Refs(v)
}

// institution is the centre that an item belongs to, or the site's owner.
func (d *describer) institution(item *site.Item) *thing {
	if centres := d.refs(item, "centre"); len(centres) > 0 && centres[0] != item {
		return d.mention(centres[0]).thing()
	}
	return d.owner()
}

// value is the value of a field that may be shown.
func (d *describer) value(item *site.Item, name string) (site.Value, bool) {
	v, ok := item.Value(name, d.Lang)
	if !ok {
		return site.Value{}, false
	}
	return d.site.Publishable(item, v)
}

// text is a field as text, a word of a vocabulary by its label; "" where there is none.
func (d *describer) text(item *site.Item, name string) string {
	v, ok := d.value(item, name)
	if !ok {
		return ""
	}
	return d.plain(v)
}

func (d *describer) plain(v site.Value) string {
	if v.Field == nil || !v.Field.Public() {
		return ""
	}
	if v.Field.Type == site.Enum {
		if w := v.Field.Vocabulary.Word(v.Text); w != nil {
			return w.Label.In(d.Lang)
		}
	}
	return clean(v.TextIn(d.Lang))
}

func (d *describer) texts(item *site.Item, name string) words {
	v, _ := d.value(item, name)
	var list words
	for _, e := range v.Items {
		if t := d.plain(e); t != "" && !slices.Contains(list, t) {
			list = append(list, t)
		}
	}
	return list
}

// part is a part of an object as text.
func (d *describer) part(v site.Value, name string) string {
	p, _ := v.Part(name)
	return d.plain(p)
}

// date is a date of the Ukrainian document by ISO 8601.
func (d *describer) date(item *site.Item, name string) string {
	v, ok := item.UK.Doc.Value(name)
	if !ok || !v.Field.Public() {
		return ""
	}
	return iso(v.Date)
}

// iso writes a date as far as it is known; a time with the offset of Kyiv.
func iso(date ukrainian.Date) string {
	if date.Timed {
		return date.Time(ukrainian.Kyiv()).Format(time.RFC3339)
	}
	return date.String()
}

var mailAddress = regexp.MustCompile(`[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+`)

// clean is a text, or nothing where it holds an e-mail: that of the office may stand on pages, but not here.
func clean(text string) string {
	if strings.Contains(text, "@") && mailAddress.MatchString(text) {
		return ""
	}
	return text
}
