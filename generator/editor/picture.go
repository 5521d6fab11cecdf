package editor

import (
	"context"
	"encoding/base64"
	"errors"
	"path"
	"strings"

	"github.com/som-hub/vitryna/generator/author"
	"github.com/som-hub/vitryna/generator/picture"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// pictureQuestion is a picture that goes beside a text, and what its author says of it. Nothing is written before all of this is said.
type pictureQuestion struct {
	File       string `json:"file"` // the text
	Name       string `json:"name"` // of the picture, as it was called before
	Data       string `json:"data"` // base64
	Alt        string `json:"alt"`
	Caption    string `json:"caption"`
	Decorative bool   `json:"decorative"`
	People     string `json:"people"`
	Consent    string `json:"consent"`
	Ref        string `json:"ref"`
	Assent     bool   `json:"assent"`
	Until      string `json:"until"`
}

type pictureReply struct {
	Name     string        `json:"name"`
	Markdown string        `json:"markdown"`
	Photo    *author.Value `json:"photo,omitempty"` // what goes into the field photos; nil where the kind has none
}

// largestPicture is the size of a photograph (domain 2.3.23).
const largestPicture = 15 << 20

// picture writes a picture beside a text, under a name of its own and without what a camera wrote into it.
func (d *Desk) picture(_ context.Context, q pictureQuestion) (*pictureReply, error) {
	place, err := d.kindOf(q.File)
	if err != nil {
		return nil, err
	}
	if _, err := d.text(q.File); err != nil {
		return nil, err
	}
	photos := place.Kind.Field("photos") != nil && place.Lang == site.UK
	if key := q.lacks(photos); key != "" {
		return nil, refused(key)
	}
	if until, err := ukrainian.ParseDate(q.Until); q.Until != "" && (err != nil || until.Partial()) {
		return nil, refused("wrong day")
	}
	data, err := base64.StdEncoding.DecodeString(q.Data)
	if err != nil {
		return nil, refused("question")
	}
	if len(data) > largestPicture {
		return nil, refused("large picture")
	}
	info, err := picture.Inspect(data)
	if err != nil {
		return nil, pictureTrouble(err)
	}
	if data, err = picture.Strip(data); err != nil {
		return nil, pictureTrouble(err)
	}
	file, err := d.files().Place(path.Dir(q.File), q.stem(), picture.Ending(info.Format), data)
	if err != nil {
		return nil, err
	}
	name := path.Base(file)
	r := &pictureReply{Name: name, Markdown: q.markdown(name)}
	if photos {
		r.Photo = q.record(name)
	}
	return r, nil
}

// stem is the picture's name as an address may hold it, without its ending.
func (q *pictureQuestion) stem() string {
	stem := strings.TrimSuffix(path.Base(strings.ReplaceAll(q.Name, `\`, "/")), path.Ext(q.Name))
	stem = ukrainian.Slug(stem)
	if stem = strings.Trim(stem[:min(len(stem), 40)], "-"); stem == "" || stem == "image" {
		return "foto"
	}
	return stem
}

// markdown shows the picture in a text.
func (q *pictureQuestion) markdown(name string) string {
	alt, caption := escaped(q.Alt, "[]"), ""
	if q.Decorative {
		alt = ""
	}
	if q.Caption != "" {
		caption = ` "` + escaped(q.Caption, `"`) + `"`
	}
	return "![" + alt + "](" + name + caption + ")"
}

// lacks names what is missing in what is said of a picture; "" is nothing (PD-05, PD-06, PD-08).
func (q *pictureQuestion) lacks(photos bool) string {
	children := site.WithChildren(q.People)
	switch q.Alt, q.Caption, q.Ref = line(q.Alt), line(q.Caption), line(q.Ref); {
	case q.People != site.NoPeople && q.People != site.Adults && !children:
		return "who"
	case !q.Decorative && len([]rune(q.Alt)) < 5:
		return "no alt"
	case q.People == site.NoPeople:
		return ""
	case !photos:
		return "no photos"
	case q.Consent == site.BlurredFaces:
	case q.Consent == site.PublicEvent && !children:
	case q.Consent == site.PublicEvent:
		return "public children"
	case q.Consent != site.WrittenConsent:
		return "no consent"
	case q.Ref == "":
		return "no consent number"
	case children && !q.Assent:
		return "no assent"
	}
	if children && (site.NameOfPerson(q.Alt) != "" || site.NameOfPerson(q.Caption) != "") {
		return "child name"
	}
	return ""
}

func line(s string) string { return strings.Join(strings.Fields(s), " ") }

// record is the entry of the picture among the photographs of the text.
func (q *pictureQuestion) record(name string) *author.Value {
	v := &author.Value{Form: author.Parts}
	add := func(name, text string) {
		if text != "" {
			v.Parts = append(v.Parts, author.Part{Name: name, Value: author.Value{Form: author.Text, Text: text}})
		}
	}
	add("file", name)
	if q.Decorative {
		add("decorative", "true")
	} else {
		add("alt", q.Alt)
	}
	add("caption", q.Caption)
	add("people", q.People)
	if q.People != site.NoPeople {
		add("consent", q.Consent)
		if q.Consent == site.WrittenConsent {
			add("consent_ref", q.Ref)
			if site.WithChildren(q.People) {
				add("child_assent", "true")
			}
		}
		add("consent_until", q.Until)
	}
	return v
}

func pictureTrouble(err error) error {
	var unknown *picture.UnsupportedError
	var large *picture.TooLargeError
	switch {
	case errors.As(err, &unknown):
		return refused("unknown picture")
	case errors.As(err, &large):
		return refused("large picture")
	}
	return refused("broken picture")
}

// escaped puts a backslash before signs that would end a text of Markdown.
func escaped(s, signs string) string {
	var b strings.Builder
	for _, r := range s {
		if r == '\\' || strings.ContainsRune(signs, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
