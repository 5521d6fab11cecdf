package content

import (
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/som-hub/vitryna/generator/markdown"
	"github.com/som-hub/vitryna/generator/site"
)

// Who is seen on a photograph and why it may be shown (domain 2.3.23). They are no vocabularies of the layouts, for each word has a meaning
// that only the program knows.
var (
	photoPeople = &site.Vocabulary{Name: "photo-people", Words: []*site.Word{
		{Name: site.NoPeople, Order: 0, Label: site.Text{UK: "нікого", EN: "nobody"}, Aka: []string{"немає", "без людей"}},
		{Name: site.Adults, Order: 1, Label: site.Text{UK: "дорослі", EN: "adults"}},
		{Name: site.Children, Order: 2, Label: site.Text{UK: "діти", EN: "children"}},
		{Name: site.MixedAges, Order: 3, Label: site.Text{UK: "дорослі й діти", EN: "adults and children"}, Aka: []string{"змішано", "діти й дорослі"}},
	}}
	photoConsent = &site.Vocabulary{Name: "photo-consent", Words: []*site.Word{
		{Name: site.ConsentNotNeeded, Order: 0, Label: site.Text{UK: "не потрібна", EN: "not needed"}},
		{Name: site.PublicEvent, Order: 1, Label: site.Text{UK: "публічний захід", EN: "public event"}},
		{Name: site.WrittenConsent, Order: 2, Label: site.Text{UK: "письмова", EN: "written"}, Aka: []string{"є письмова", "письмова згода"}},
		{Name: site.BlurredFaces, Order: 3, Label: site.Text{UK: "обличчя приховано", EN: "faces are blurred"}, Aka: []string{"розмито", "обличчя розмито"}},
	}}
	photoFocus = &site.Vocabulary{Name: "photo-focus", Words: []*site.Word{
		{Name: "centre", Order: 0, Label: site.Text{UK: "посередині", EN: "centre"}},
		{Name: "top", Order: 1, Label: site.Text{UK: "вгорі", EN: "top"}, Aka: []string{"згори"}},
		{Name: "bottom", Order: 2, Label: site.Text{UK: "внизу", EN: "bottom"}, Aka: []string{"знизу"}},
		{Name: "left", Order: 3, Label: site.Text{UK: "ліворуч", EN: "left"}},
		{Name: "right", Order: 4, Label: site.Text{UK: "праворуч", EN: "right"}},
	}}
)

var (
	five, captionLength, altLength = 5.0, 250.0, 150.0

	photoParts = []*site.Field{
		{Name: "file", Label: site.Text{UK: "Файл", EN: "File"}, Type: site.Image, Required: true, Example: "foto.jpg"},
		{Name: "alt", Label: site.Text{UK: "Опис для незрячих", EN: "Description"}, Aka: []string{"Опис"}, Type: site.String, Min: &five, Max: &altLength, Warn: altWarning},
		{Name: "alt_en", Label: site.Text{UK: "Опис англійською", EN: "Description in English"}, Type: site.String, Min: &five, Max: &altLength, Warn: altWarning},
		{Name: "decorative", Label: site.Text{UK: "Лише прикраса", EN: "Decorative"}, Type: site.Bool},
		{Name: "caption", Label: site.Text{UK: "Підпис", EN: "Caption"}, Type: site.String, Max: &captionLength},
		{Name: "caption_en", Label: site.Text{UK: "Підпис англійською", EN: "Caption in English"}, Type: site.String, Max: &captionLength},
		part("author", "Автор світлини", "Photographer", site.String, false),
		{Name: "focus", Label: site.Text{UK: "Головне на світлині", EN: "Focus"}, Type: site.Enum, Vocabulary: photoFocus},
		{Name: "people", Label: site.Text{UK: "Хто на світлині", EN: "People"}, Aka: []string{"Люди"}, Type: site.Enum, Vocabulary: photoPeople, Required: true, Private: true, Example: "нікого"},
		{Name: "consent", Label: site.Text{UK: "Згода", EN: "Consent"}, Type: site.Enum, Vocabulary: photoConsent, Private: true, Example: "письмова"},
		{Name: "consent_ref", Label: site.Text{UK: "Номер згоди", EN: "Number of consent"}, Type: site.Code, Numero: true, Private: true, Example: "12/2020"},
		{Name: "child_assent", Label: site.Text{UK: "Згода дитини", EN: "Assent of the child"}, Type: site.Bool, Private: true},
		{Name: "consent_until", Label: site.Text{UK: "Згода до", EN: "Consent until"}, Type: site.DateOnly, Private: true, Example: "2027-06-30"},
	}
)

// altWarning is the code of what is wrong with the description of a picture in a field.
const altWarning = "W-ALT-FIELD"

// fileForAlt warns of a description that is but a file's name (domain 2.1); one of a wrong length has been told.
func (r *reader) fileForAlt(alt, picture site.Value) {
	n := float64(utf8.RuneCountInString(alt.Text))
	if f := alt.Field; f.Min != nil && n < *f.Min || f.Max != nil && n > *f.Max {
		return
	}
	if markdown.IsFileName(alt.Text, picture.Text) {
		r.complain(altWarning, alt.Line, alt.Column, "field", alt.Field.Name, "label", alt.Field.Label.UK, "why", "file")
	}
}

// photo applies the rules of photographs (PD-05, PD-06, PD-08) to one entry; of the parts in missed.wrong
// something has been said already.
func (r *reader) photo(v site.Value, missed unread) {
	if alt, ok := v.Part("alt"); !ok && !missed.wrong["alt"] && !flagged(v, "decorative") {
		r.lacks(v.Field.Part("alt"), v.Field, missed, v.Line, v.Column, "example", "Зала з круглими столами та екраном")
	} else if ok && flagged(v, "decorative") {
		r.complain("W-PHOTO-DECORATIVE", alt.Line, alt.Column)
	}
	picture, _ := v.Part("file")
	for _, name := range []string{"alt", "alt_en"} {
		if alt, ok := v.Part(name); ok {
			r.fileForAlt(alt, picture)
		}
	}
	people, ok := v.Part("people")
	if !ok {
		return // E-REQUIRED has been said
	}
	if why := photoTrouble(v, missed.wrong); why != "" {
		r.complain("E-PHOTO-CONSENT", people.Line, people.Column, "why", why)
	}
	if !site.WithChildren(people.Text) {
		return
	}
	for _, name := range []string{"alt", "alt_en", "caption", "caption_en"} {
		text, _ := v.Part(name)
		if found := site.NameOfPerson(text.Text); found != "" {
			r.complain("W-CHILD-NAME", text.Line, text.Column, "text", found)
		}
	}
	stem := strings.TrimSuffix(path.Base(picture.Text), path.Ext(picture.Text)) // it becomes an address
	if found := site.NameOfPerson(strings.NewReplacer("_", " ", "-", " ").Replace(stem)); found != "" {
		r.complain("W-CHILD-NAME", picture.Line, picture.Column, "text", found, "file", path.Base(picture.Text))
	}
}

// photoTrouble names what the consent to show people lacks, by a word of the catalogue of messages; "" where it lacks nothing.
func photoTrouble(v site.Value, wrong map[string]bool) string {
	people, _ := v.Part("people")
	consent, given := v.Part("consent")
	_, numbered := v.Part("consent_ref")
	children := site.WithChildren(people.Text)
	switch {
	case people.Text == site.NoPeople || wrong["consent"]:
		return ""
	case !given:
		return "missing"
	case consent.Text == site.ConsentNotNeeded:
		return "needed"
	case consent.Text == site.PublicEvent && children:
		return "public"
	case consent.Text != site.WrittenConsent:
		return "" // faces cannot be recognised, or adults at a public event
	case !numbered && !wrong["consent_ref"]:
		return "number"
	case children && !flagged(v, "child_assent") && !wrong["child_assent"]:
		return "assent"
	}
	return ""
}

func flagged(v site.Value, name string) bool {
	i := slices.IndexFunc(v.Parts, func(p site.Value) bool { return p.Field.Name == name })
	return i >= 0 && v.Parts[i].Bool
}
