package generator

import (
	"github.com/som-hub/vitryna/generator/cache"
	"github.com/som-hub/vitryna/generator/drawing"
	"github.com/som-hub/vitryna/generator/render"
)

// cards adds the pictures that messengers show of links. Each is drawn when its route is asked for, or taken from the cache.
func (l *Loader) cards(s *Snapshot, r *render.Renderer) {
	accent := s.model.Config.Accent
	drawer := drawing.NewCards(accent)
	for _, card := range r.SocialCards() {
		key := cache.KeyOf("card", drawing.CardVersion, accent, card.Title, card.Kind, card.Site)
		s.routes = append(s.routes, route{path: card.Path, make: func() ([]byte, error) {
			if data, ok := l.studio.cache.Get(key); ok {
				return data, nil
			}
			data, err := drawer.Draw(card.Card)
			if err == nil {
				l.studio.cache.Put(key, data)
			}
			return data, err
		}, fixed: string(key[:])})
	}
}
