package render

import (
	"fmt"
	"html/template"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
)

// HeadTitle is the title for the browser: the page's, and the site's.
func (f *Frame) HeadTitle() string {
	if f.IsHome() || f.Title == "" {
		return f.Site.Name
	}
	return f.Title + " — " + f.Site.Name
}

// Description is the summary for search engines; of a page without one its title and what it belongs to.
func (f *Frame) Description() string {
	if f.Summary != "" || f.Title == "" {
		return f.Summary
	}
	parts := []string{f.Title}
	for i := len(f.Breadcrumbs) - 1; i > 0; i-- {
		parts = append(parts, f.Breadcrumbs[i].Title)
	}
	return strings.Join(append(parts, f.Site.Name), " — ")
}

// IsHome tells whether this is the home page.
func (f *Frame) IsHome() bool { return f.Type == "home" }

// Preview tells whether the page is shown by `vitryna serve`.
func (f *Frame) Preview() bool { return f.r.Preview }

// Asset is the final address of a style or a script.
func (f *Frame) Asset(name string) (string, error) {
	final, ok := f.r.Assets[name]
	if !ok {
		return "", fmt.Errorf("there is no asset %q", name)
	}
	return root + final, nil
}

func (f *Frame) web(path string) string { return f.r.Site.Config.BaseURL + "/" + path }

// Canonical is the page's address on the web; empty without base_url.
func (f *Frame) Canonical() string {
	if f.r.Site.Config.BaseURL == "" || f.noAddress {
		return ""
	}
	return f.web(site.Address(f.path, f.lang))
}

// Alternates are the languages of the page with their addresses on the web (rule B-04).
func (f *Frame) Alternates() []Alternate {
	if f.Canonical() == "" || len(f.languages) < 2 {
		return nil
	}
	var list []Alternate
	for _, l := range f.languages {
		list = append(list, Alternate{l, f.web(site.Address(f.path, l))})
	}
	return append(list, Alternate{"x-default", f.web(site.Address(f.path, site.UK))})
}

// Social is Open Graph as it stands in the head, in one piece: property by property it would cost a page as much as its contents.
func (f *Frame) Social() template.HTML {
	var b strings.Builder
	b.Grow(1 << 10)
	for _, p := range f.OpenGraph() {
		for _, part := range []string{`<meta property="`, p.Property, `" content="`, template.HTMLEscapeString(p.Content), `">`} {
			b.WriteString(part)
		}
	}
	return template.HTML(b.String()) // safe: escaped above
}

// OpenGraph is what a messenger shows of a link to the page.
func (f *Frame) OpenGraph() []Property {
	kind := "website"
	if f.Type == "item" {
		kind = "article"
	}
	locale := "uk_UA"
	if f.lang == site.EN {
		locale = "en_GB"
	}
	list := []Property{{"og:type", kind}, {"og:title", f.titleOrName()}, {"og:site_name", f.Site.Name}, {"og:locale", locale}}
	if f.Summary != "" {
		list = append(list, Property{"og:description", f.Summary})
	}
	if address := f.Canonical(); address != "" {
		list = append(list, Property{"og:url", address})
		list = append(list, f.socialImage()...)
	}
	return list
}

func (f *Frame) titleOrName() string {
	if f.Title == "" {
		return f.Site.Name
	}
	return f.Title
}

// StructuredData is the JSON-LD of the page.
func (f *Frame) StructuredData() template.JS {
	if f.noAddress {
		return ""
	}
	v := f.subject
	v.Lang, v.Title, v.Summary, v.Home = f.lang, f.titleOrName(), f.Summary, f.IsHome()
	for _, c := range f.Breadcrumbs {
		v.Breadcrumbs = append(v.Breadcrumbs, crumb{Title: c.Title, Path: strings.TrimPrefix(c.URL, root)})
	}
	if len(v.Breadcrumbs) > 0 {
		v.Breadcrumbs = append(v.Breadcrumbs, crumb{Title: f.Title, Path: site.Address(f.path, f.lang)})
	}
	v.Path, v.Published = site.Address(f.path, f.lang), f.r.Published
	v.Abs = func(path string) string {
		if f.r.Site.Config.BaseURL == "" {
			return ""
		}
		return f.web(path)
	}
	return template.JS(structuredData(f.r.Site, v)) // safe: encoding/json escapes <, > and &
}
