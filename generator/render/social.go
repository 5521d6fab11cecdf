package render

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/drawing"
	"github.com/som-hub/vitryna/generator/site"
)

// SocialCard is the picture that a messenger shows of a link to a page without a photograph of its own.
type SocialCard struct {
	Path string
	drawing.Card
}

// SocialCards are all cards that pages name, each once. Without an address on the web there are none: nobody could fetch them.
func (r *Renderer) SocialCards() []SocialCard {
	if r.Site.Config.BaseURL == "" {
		return nil
	}
	seen := map[string]bool{}
	var cards []SocialCard
	add := func(c SocialCard) {
		if !seen[c.Path] {
			seen[c.Path] = true
			cards = append(cards, c)
		}
	}
	for _, lang := range r.Site.Config.Languages {
		add(r.socialCard(nil, nil, lang))
		for _, sec := range r.Site.Sections {
			add(r.socialCard(nil, sec, lang))
		}
		var last *site.Item // whose card is among them: what lives inside it has no other
		for _, item := range r.Site.Items {
			if top := outermost(item); top != last && !inTable(top) && item.HasPage() && (lang == site.UK || item.EN != nil) && r.socialPicture(item, lang) == nil {
				add(r.socialCard(item, nil, lang))
				last = top
			}
		}
	}
	return cards
}

// socialCard is the card of an item or of the list of a section. What lives inside an item has its owner's, a row of a table that of its list (there may be
// tens of thousands, and drawing takes longer than all else that is made of one), and all other pages the site's own. Its name bears a digest of what is
// on it and how it is drawn.
func (r *Renderer) socialCard(item *site.Item, sec *site.Section, lang string) SocialCard {
	if item != nil {
		if item = outermost(item); inTable(item) {
			item, sec = nil, r.Site.Section(item.Section)
		}
	}
	c := SocialCard{Card: drawing.Card{Title: r.Site.Config.Name.In(lang), Site: r.Site.Config.Owner}}
	stem := "site"
	switch {
	case item != nil:
		title, _ := item.Title(lang)
		c.Card = drawing.Card{Title: title, Kind: item.Kind.Singular(lang), Site: r.Site.Config.Name.In(lang)}
		stem = strings.ReplaceAll(item.Path, "/", "-")
	case sec != nil && sec.Kind.Inside == "":
		c.Card = drawing.Card{Title: reader{r, lang}.sectionTitle(sec), Site: r.Site.Config.Name.In(lang)}
		stem = sec.Kind.Section
	}
	sum := sha256.Sum256([]byte(strings.Join([]string{drawing.CardVersion, r.Site.Config.Accent, c.Title, c.Kind, c.Site}, "\x00")))
	c.Path = "cards/" + stem + "." + hex.EncodeToString(sum[:4]) + ".png"
	return c
}

// socialPicture is the photograph that stands for an item or its owner, or nil. Messengers do not show drawings in SVG.
func (r *Renderer) socialPicture(item *site.Item, lang string) *Picture {
	for ; item != nil; item = item.Owner {
		if card := r.card(item, lang); card != nil {
			if p := card.Cover(); p != nil && !strings.HasSuffix(p.Large, ".svg") {
				return p
			}
		}
	}
	return nil
}

// socialImage are the properties of Open Graph that name a picture and its size.
func (f *Frame) socialImage() []Property {
	if p := f.r.socialPicture(f.subject.Item, f.lang); p != nil {
		return imageProperties(f.web(strings.TrimPrefix(p.Large, root)), p.Width, p.Height, p.Alt)
	}
	c := f.r.socialCard(f.subject.Item, f.subject.Section, f.lang)
	return imageProperties(f.web(c.Path), drawing.CardWidth, drawing.CardHeight, c.Title)
}

func imageProperties(address string, width, height int, alt string) []Property {
	return []Property{
		{"og:image", address}, {"og:image:width", strconv.Itoa(width)}, {"og:image:height", strconv.Itoa(height)}, {"og:image:alt", alt},
	}
}
