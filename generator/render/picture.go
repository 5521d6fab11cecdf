package render

import (
	"cmp"
	"html"
	"html/template"
	"strconv"
	"strings"
)

// File is a published file of content/: a picture or an attachment.
type File struct {
	Path          string // in the output; of a picture the largest of its sizes
	Width, Height int    // of a picture: the size of Path
	Size          int64  // of the file in content/, in bytes
	FullWidth     int    // of a picture: what it measures in content/, upright
	FullHeight    int
	Sizes         []Size // of a picture that is published in several: the smallest first, Path last
	Also          []Also // the same sizes in other formats, the best first
	Tone          func() string
}

// Size is a picture in one size.
type Size struct {
	Path          string
	Width, Height int
}

// Also is a picture in another format.
type Also struct {
	Type  string // image/webp
	Sizes []Size
}

// Picture is a picture as a layout shows it: {{template "picture" .}}.
type Picture struct {
	URL           string // of a size in between, for whoever does not understand Srcset
	Alt           string
	Width, Height int             // in pixels, of the largest size; 0 for a drawing that does not say
	Srcset        template.Srcset // all sizes with their widths; empty where there is but one
	Sizes         string          // how wide it is shown; see For
	Large         string          // the address of the largest size
	Sources       []PictureSource // other formats, for <picture>
	Eager         bool            // it stands at the top of a page: the browser loads it before all others

	tone func() string
}

// Tone is a class with the picture's main colour, which is shown until the picture is there; it may be empty. To know it, the picture has to
// be unpacked once.
func (p *Picture) Tone() string {
	if p.tone == nil {
		return ""
	}
	return p.tone()
}

// PictureSource is the picture in another format.
type PictureSource struct {
	Type   string
	Srcset template.Srcset
}

// places tell how wide a picture is shown, by the place where it stands; a browser chooses its size by that.
var places = map[string]string{
	"text":     "(max-width: 44rem) 100vw, 40rem",
	"card":     "(max-width: 40rem) 100vw, (max-width: 64rem) 50vw, 24rem",
	"row":      "9rem",
	"portrait": "9rem",
	"book":     "15rem",
	"plate":    "(max-width: 52rem) 26rem, 34rem",
	"grid":     "(max-width: 40rem) 50vw, (max-width: 64rem) 33vw, 18rem",
	"wide":     "(max-width: 76rem) 100vw, 76rem",
}

// For is the picture as it stands in a place: text, card, row, portrait, book, plate, grid or wide. Without a place it is "text".
func (p *Picture) For(place string) *Picture {
	q := *p
	q.Sizes = cmp.Or(places[place], places["text"])
	return &q
}

// First is the picture as the first one of a page: loaded at once, where the others wait until they are near.
func (p *Picture) First() *Picture {
	q := *p
	q.Eager = true
	return &q
}

// picture is a published file as a picture.
func picture(f File, alt string) *Picture {
	p := &Picture{URL: root + f.Path, Large: root + f.Path, Alt: alt, Width: f.Width, Height: f.Height, Sizes: places["text"], tone: f.Tone}
	if len(f.Sizes) > 1 {
		p.URL, p.Srcset = root+f.Sizes[len(f.Sizes)/2].Path, srcset(f.Sizes)
	}
	for _, also := range f.Also {
		source := PictureSource{also.Type, template.Srcset(root + also.Sizes[0].Path)} // safe: a path of the program's
		if len(also.Sizes) > 1 {
			source.Srcset = srcset(also.Sizes)
		}
		p.Sources = append(p.Sources, source)
	}
	return p
}

// srcset lists sizes for a browser to choose from. Paths are made by the program and hold neither space nor comma.
func srcset(sizes []Size) template.Srcset {
	var b strings.Builder
	for i, s := range sizes {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(root + s.Path + " " + strconv.Itoa(s.Width) + "w")
	}
	return template.Srcset(b.String()) // safe: see above
}

// pictureOf is the picture in a field of the item, or nil. alt is the field with its description.
func (c *Card) pictureOf(field, alt string) *Picture {
	v, ok := c.item.UK.Doc.Value(field)
	if !ok {
		return nil
	}
	f, ok := c.r.Files[siblingFile(c.item, v.Text)]
	if !ok {
		return nil
	}
	description, _ := c.item.Value(alt, c.lang)
	return picture(f, description.Text)
}

// Tag is the picture as HTML that is good XHTML too. The shared template "picture" is nothing but this, so that pictures in texts and in
// layouts are the same.
func (p *Picture) Tag() template.HTML {
	var b strings.Builder
	p.write(&b)
	return template.HTML(b.String()) // safe: escaped below
}

func (p *Picture) write(b *strings.Builder) {
	attribute := func(name, value string) { b.WriteString(" " + name + `="` + html.EscapeString(value) + `"`) }
	if len(p.Sources) > 0 {
		b.WriteString("<picture>")
	}
	for _, s := range p.Sources {
		b.WriteString("<source")
		attribute("type", s.Type)
		attribute("srcset", string(s.Srcset))
		if p.Srcset != "" {
			attribute("sizes", p.Sizes)
		}
		b.WriteString(">")
	}
	b.WriteString("<img")
	attribute("src", p.URL)
	if p.Srcset != "" {
		attribute("srcset", string(p.Srcset))
		attribute("sizes", p.Sizes)
	}
	attribute("alt", p.Alt)
	if p.Width > 0 && p.Height > 0 {
		attribute("width", strconv.Itoa(p.Width))
		attribute("height", strconv.Itoa(p.Height))
	}
	if tone := p.Tone(); tone != "" {
		attribute("class", tone)
	}
	if p.Eager {
		attribute("fetchpriority", "high")
	} else {
		attribute("loading", "lazy")
	}
	b.WriteString(` decoding="async">`)
	if len(p.Sources) > 0 {
		b.WriteString("</picture>")
	}
}
