package feed

import (
	"bytes"
	"encoding/xml"
	"slices"
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Address is one page for the sitemap.
type Address struct {
	Path       string            // "projects/x/", "en/"; of the home page ""
	Alternates map[string]string // path by language, this page's own among them; empty for a page of one language
	LastMod    ukrainian.Date    // zero or partial: not known
}

// SitemapFile is the sitemap's name, and that of the index if there are several.
const SitemapFile = "sitemap.xml"

// The limits of one file of sitemaps.org.
const (
	mostAddresses = 50_000
	mostBytes     = 50_000_000
)

// Sitemap lists the pages with their languages (rule B-04), by file name. A site beyond the limits of one file gets several,
// and sitemap.xml is then their index.
func Sitemap(s *site.Site, pages []Address) map[string][]byte {
	if s.Config.BaseURL == "" {
		return nil
	}
	return sitemap(s.Config.BaseURL, pages, mostAddresses, mostBytes)
}

const (
	urlsetOpen = xml.Header + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">` + "\n"
	urlsetEnd  = "</urlset>\n"
	indexOpen  = xml.Header + `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n"
	indexEnd   = "</sitemapindex>\n"
)

func sitemap(baseURL string, pages []Address, addresses, size int) map[string][]byte {
	pages = slices.Clone(pages)
	slices.SortFunc(pages, func(a, b Address) int { return strings.Compare(a.Path, b.Path) })
	var files [][]byte
	var b bytes.Buffer
	n := 0
	finish := func() {
		if n > 0 || len(files) == 0 {
			files = append(files, []byte(urlsetOpen+b.String()+urlsetEnd))
		}
		b.Reset()
		n = 0
	}
	for _, page := range pages {
		before := b.Len()
		writeAddress(&b, baseURL, page)
		if n == addresses || n > 0 && len(urlsetOpen)+b.Len()+len(urlsetEnd) > size {
			last := bytes.Clone(b.Bytes()[before:])
			b.Truncate(before)
			finish()
			b.Write(last)
		}
		n++
	}
	finish()
	if len(files) == 1 {
		return map[string][]byte{SitemapFile: files[0]}
	}
	return indexed(baseURL, files)
}

// indexed names the files sitemap-1.xml … and adds their index.
func indexed(baseURL string, files [][]byte) map[string][]byte {
	all := make(map[string][]byte, len(files)+1)
	var b bytes.Buffer
	b.WriteString(indexOpen)
	for i, file := range files {
		name := "sitemap-" + strconv.Itoa(i+1) + ".xml"
		all[name] = file
		b.WriteString("<sitemap><loc>")
		escape(&b, absolute(baseURL, name))
		b.WriteString("</loc></sitemap>\n")
	}
	b.WriteString(indexEnd)
	all[SitemapFile] = b.Bytes()
	return all
}

func writeAddress(b *bytes.Buffer, baseURL string, page Address) {
	b.WriteString("<url><loc>")
	escape(b, absolute(baseURL, page.Path))
	b.WriteString("</loc>")
	if d := page.LastMod; !d.IsZero() && !d.Partial() {
		b.WriteString("<lastmod>" + d.First().String() + "</lastmod>")
	}
	if len(page.Alternates) > 1 {
		for _, lang := range []string{site.UK, site.EN} {
			writeAlternate(b, baseURL, lang, lang, page)
		}
		writeAlternate(b, baseURL, "x-default", site.UK, page)
	}
	b.WriteString("</url>\n")
}

func writeAlternate(b *bytes.Buffer, baseURL, hreflang, lang string, page Address) {
	path, ok := page.Alternates[lang]
	if !ok {
		return
	}
	b.WriteString(`<xhtml:link rel="alternate" hreflang="` + hreflang + `" href="`)
	escape(b, absolute(baseURL, path))
	b.WriteString(`"/>`)
}

func escape(b *bytes.Buffer, s string) {
	_ = xml.EscapeText(b, []byte(s)) // a buffer takes everything
}
