package render

import (
	"strconv"

	"github.com/som-hub/vitryna/generator/site"
)

// PhotoView is one photograph of a gallery.
type PhotoView struct {
	*Picture
	Number   int
	Anchor   string
	Caption  string
	Author   string
	Lang     string // of caption and description where it is not the reader's, else empty
	Focus    string // centre, top, bottom, left, right: what of it must not be cut off
	Withheld bool   // the consent has run out: a neutral place stands there
	Large    string // the address of its largest size
}

// Photos are the photographs of a page: of a gallery all, of anything else those that are neither its cover nor in its text.
func (p *ItemPage) Photos() []PhotoView {
	doc := p.item.UK.Doc
	shown := map[string]bool{}
	if p.item.Kind.Name != "gallery" {
		cover := doc.Text("cover")
		shown[siblingFile(p.item, cover)] = cover != ""
		for _, file := range p.page.Files {
			shown[file] = true
		}
	}
	var list []PhotoView
	for _, entry := range p.Card.r.Site.PhotosOf(doc) {
		if shown[entry.File] || !inPhotos(doc, entry) {
			continue
		}
		view := p.photo(entry)
		if view.Picture == nil && !view.Withheld {
			continue // its file is missing or broken: that has been told
		}
		view.Number = len(list) + 1
		view.Anchor = "foto-" + strconv.Itoa(view.Number)
		list = append(list, view)
	}
	return list
}

// inPhotos tells that an entry stands in the field photos, not in one that a site has made for another use.
func inPhotos(doc *site.Doc, entry *site.Photo) bool {
	v, _ := doc.Value("photos")
	for _, e := range v.Items {
		if e.Line == entry.Value.Line && e.Column == entry.Value.Column && e.Field == entry.Value.Field {
			return true
		}
	}
	return false
}

// photo is one entry as pages show it. Nothing of a withheld one is said but that it was there.
func (c *Card) photo(entry *site.Photo) PhotoView {
	if c.r.Site.Withheld(entry.File) {
		return PhotoView{Withheld: true}
	}
	view := PhotoView{Caption: entry.Part("caption"), Author: entry.Part("author"), Focus: entry.Part("focus")}
	alt := entry.Part("alt")
	if c.lang == site.EN {
		if alt, view.Caption = entry.Part("alt_en"), entry.Part("caption_en"); alt == "" {
			alt, view.Caption, view.Lang = entry.Part("alt"), entry.Part("caption"), site.UK
		}
	}
	if f, ok := c.r.Files[entry.File]; ok {
		view.Picture = picture(f, alt).For("grid")
		view.Large = view.Picture.Large
	}
	return view
}

// CoverPhoto is the entry of the photograph that is the cover, if it has words for readers: a caption or who took it. Else nil.
func (c *Card) CoverPhoto() *PhotoView {
	cover := c.item.UK.Doc.Text("cover")
	if cover == "" {
		return nil
	}
	file := siblingFile(c.item, cover)
	for _, entry := range c.r.Site.PhotosOf(c.item.UK.Doc) {
		if entry.File == file {
			if view := c.photo(entry); view.Picture != nil && view.Caption+view.Author != "" {
				return &view
			}
		}
	}
	return nil
}

// FrontPhoto is the photograph by which a gallery is known in lists: its cover, else the first one that may be shown. Nil where there is none.
func (c *Card) FrontPhoto() *Picture {
	if cover := c.Cover(); cover != nil {
		return cover
	}
	for _, entry := range c.r.Site.PhotosOf(c.item.UK.Doc) {
		if f, ok := c.r.Files[entry.File]; ok && !c.r.Site.Withheld(entry.File) {
			return picture(f, "") // the title beside it says what it is
		}
	}
	return nil
}

// PhotoCount is how many photographs a gallery has: «5 світлин».
func (c *Card) PhotoCount() string {
	n := 0
	for _, entry := range c.r.Site.PhotosOf(c.item.UK.Doc) {
		if !c.r.Site.Withheld(entry.File) {
			n++
		}
	}
	return c.Count(n, "count.photos")
}

// withheldPicture is what stands in a text in place of a photograph whose consent has run out.
func (r *Renderer) withheldPicture(lang string) string {
	return `<span class="withheld">` + reader{r, lang}.T("photo.withheld") + `</span>`
}
