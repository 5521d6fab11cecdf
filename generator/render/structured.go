package render

import "github.com/som-hub/vitryna/generator/site"

type crumb struct{ Title, Path string }

type subject struct {
	Item           *site.Item
	Section        *site.Section
	Year           *site.Year
	Home           bool
	Lang           string
	Breadcrumbs    []crumb
	Title, Summary string
	Path           string
	Abs            func(path string) string
}

func structuredData(s *site.Site, v subject) []byte { return nil }
