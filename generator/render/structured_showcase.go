package render

import (
	"github.com/som-hub/vitryna/generator/site"
)

// pictureProperties are those of galleries.
type pictureProperties struct {
	AssociatedMedia []*thing `json:"associatedMedia,omitempty"`
	Caption         string   `json:"caption,omitempty"`
	CreditText      string   `json:"creditText,omitempty"`
}

// mostListed is how many exhibits of a showcase are told one by one; the number of all is told in any case.
const mostListed = 60

// showcaseData: a page that gathers exhibits, in their order.
func showcaseData(d *describer, t *thing, showcase *site.Item) {
	exhibits := showcase.Children("exhibits")
	list := &thing{Type: words{"ItemList"}}
	list.NumberOfItems = len(exhibits)
	for i, exhibit := range exhibits[:min(len(exhibits), mostListed)] {
		title, _ := exhibit.Title(d.Lang)
		list.ItemListElement = append(list.ItemListElement, listed{
			Type: "ListItem", Position: i + 1, Name: clean(title), URL: d.abs(exhibit.Best(d.Lang).Address()),
		})
	}
	if len(exhibits) > 0 {
		t.MainEntity = list
	}
	if theme := d.text(showcase, "theme"); theme != "" {
		t.About = []*thing{{Type: words{"Thing"}, Name: theme}}
	}
	t.DatePublished, t.Expires = d.date(showcase, "opened"), d.date(showcase, "closed")
	t.InLanguage, t.IsPartOf = words{d.Lang}, d.website()
}

// exhibitData: who made it is told as on the page, by name with consent only (PD-11).
func exhibitData(d *describer, t *thing, exhibit *site.Item) {
	authors, _ := d.value(exhibit, "authors")
	for _, author := range authors.Items {
		name := d.part(author, "name")
		if record, ok := author.Part("teacher"); ok {
			if refs := d.site.Refs(record); len(refs) > 0 {
				name, _ = refs[0].Title(d.Lang)
			}
		}
		if name == "" {
			continue
		}
		person := &thing{Type: words{"Person"}, Name: clean(name)}
		if institution := d.part(author, "institution"); institution != "" {
			person.Affiliation = &thing{Type: words{"EducationalOrganization"}, Name: institution}
		}
		t.Author = append(t.Author, person)
	}
	t.ResourceType, t.EducationalLevel = d.text(exhibit, "kind"), d.texts(exhibit, "level")
	for _, subject := range d.texts(exhibit, "subjects") {
		t.About = append(t.About, &thing{Type: words{"Thing"}, Name: subject})
	}
	if award := d.text(exhibit, "award"); award != "" {
		t.Award = words{award}
	}
	t.DatePublished = iso(exhibit.Since())
	t.InLanguage = words{d.Lang}
	if exhibit.Owner != nil {
		t.IsPartOf = d.mention(exhibit.Owner)
	}
}

// galleryData: each photograph that may be shown, without a word of the people on it but what the caption says.
func galleryData(d *describer, t *thing, gallery *site.Item) {
	for _, entry := range d.site.PhotosOf(gallery.UK.Doc) {
		if d.Published == nil || d.site.Withheld(entry.File) {
			continue
		}
		address := d.Published(gallery, entry.Part("file"))
		if address == "" {
			continue
		}
		image := &thing{Type: words{"ImageObject"}, Name: clean(entry.Part("alt")), ContentURL: d.abs(address)}
		image.Caption, image.CreditText = clean(entry.Part("caption")), clean(entry.Part("author"))
		t.AssociatedMedia = append(t.AssociatedMedia, image)
	}
	t.DatePublished, t.InLanguage, t.IsPartOf = d.date(gallery, "date"), words{d.Lang}, d.website()
}
