// Package feed is the site for machines: Atom, iCalendar, sitemap and robots.txt.
//
// Programs read here what people read on pages: [Atom] is what is new, for feed readers; [Events] is what is when, for calendar
// programs, and [Calendar] writes any other dates for them; [Sitemap] is every address with its languages, for search engines; [Robots]
// says where the sitemap lies.
//
//	files["feed.xml"] = feed.Atom(s, feed.Options{Lang: site.UK, Path: "feed.xml"})
//	files["en/news/feed.xml"] = feed.Atom(s, feed.Options{Lang: site.EN, Path: "en/news/feed.xml", Section: news})
//	maps.Copy(files, feed.Sitemap(s, addresses))
//	files["robots.txt"] = feed.Robots(s.Config.BaseURL)
//
// All of it is absolute addresses, so a site that does not know its own (no base_url) has neither feeds nor a sitemap:
// the functions return nil. Calendars are of use without it: a file can be opened.
//
// The iCalendar writer is our own: arran4/golang-ical v0.3.4, tried first, ends lines with a bare LF unless it is told otherwise, and
// writes hours in UTC only, so that a meeting at ten would move by an hour with the clocks; it serves as the reader in our tests.
//
// Everything is pure and stable: the same site gives the same bytes on any day, for every date comes from the content. (Only the hour of an
// event where people meet comes later, when it may be told.)
package feed

import (
	"net/url"

	"github.com/som-hub/vitryna/generator/site"
)

// Robots is robots.txt: everything may be read, and here is the list. Without a base URL it names no sitemap.
func Robots(baseURL string) []byte {
	text := "User-agent: *\nDisallow:\n"
	if baseURL != "" {
		text += "\nSitemap: " + absolute(baseURL, SitemapFile) + "\n"
	}
	return []byte(text)
}

// absolute is the address on the web of a path of the site: "projects/x/".
func absolute(baseURL, path string) string {
	return baseURL + "/" + (&url.URL{Path: path}).EscapedPath()
}

// other is the other language of the site.
func other(lang string) string {
	if lang == site.EN {
		return site.UK
	}
	return site.EN
}
