package feed

import (
	"encoding/xml"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/som-hub/vitryna/generator/ukrainian"
)

type parsedMap struct {
	XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	URLs    []struct {
		Loc     string `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 loc"`
		LastMod string `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 lastmod"`
		Links   []struct {
			Lang string `xml:"hreflang,attr"`
			Href string `xml:"href,attr"`
		} `xml:"http://www.w3.org/1999/xhtml link"`
	} `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 url"`
}

func parseMap(t *testing.T, data []byte) parsedMap {
	t.Helper()
	var m parsedMap
	if err := xml.Unmarshal(data, &m); err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	return m
}

func TestSitemap(t *testing.T) {
	both := map[string]string{"uk": "projects/x/", "en": "en/projects/x/"}
	files := Sitemap(newSite(t), []Address{
		{Path: "projects/x/", Alternates: both, LastMod: ukrainian.Date{Year: 2021, Month: 8, Day: 20, Hour: 9, Timed: true}},
		{Path: "en/projects/x/", Alternates: both},
		{Path: "projects/лише & тут/", Alternates: map[string]string{"uk": "projects/лише & тут/"}, LastMod: ukrainian.Date{Year: 2019, Month: 9}},
		{Path: ""},
	})
	if len(files) != 1 {
		t.Fatalf("%d files", len(files))
	}
	golden(t, "sitemap.xml", files[SitemapFile])
	m := parseMap(t, files[SitemapFile])
	var locs []string
	for _, u := range m.URLs {
		locs = append(locs, u.Loc+" "+u.LastMod)
	}
	want := []string{
		"https://example.org/centre/ ",
		"https://example.org/centre/en/projects/x/ ",
		"https://example.org/centre/projects/x/ 2021-08-20",
		"https://example.org/centre/projects/%D0%BB%D0%B8%D1%88%D0%B5%20&%20%D1%82%D1%83%D1%82/ ",
	}
	if diff := cmp.Diff(want, locs); diff != "" {
		t.Errorf("addresses (-want +got):\n%s", diff)
	}
	if links := m.URLs[1].Links; len(links) != 3 || links[0].Lang != "uk" || links[1].Lang != "en" || links[2].Lang != "x-default" || links[2].Href != links[0].Href {
		t.Errorf("hreflang: %+v", links)
	}
	if links := m.URLs[3].Links; len(links) != 0 {
		t.Errorf("a page of one language has alternates: %+v", links)
	}
}

func TestSitemapIsSplit(t *testing.T) {
	var pages []Address
	for i := range 25 {
		pages = append(pages, Address{Path: fmt.Sprintf("p/%02d/", i)})
	}
	for name, limits := range map[string][2]int{"by addresses": {10, mostBytes}, "by bytes": {mostAddresses, 750}} {
		files := sitemap("https://example.org", pages, limits[0], limits[1])
		var index struct {
			Locs []string `xml:"sitemap>loc"`
		}
		if err := xml.Unmarshal(files[SitemapFile], &index); err != nil {
			t.Fatal(err)
		}
		if len(index.Locs) != 3 || len(files) != 4 || index.Locs[2] != "https://example.org/sitemap-3.xml" {
			t.Fatalf("%s: %v", name, index.Locs)
		}
		total := 0
		for i := range index.Locs {
			data := files[fmt.Sprintf("sitemap-%d.xml", i+1)]
			n := len(parseMap(t, data).URLs)
			if n == 0 || n > limits[0] || len(data) > limits[1] {
				t.Errorf("%s: file %d has %d addresses, %d bytes", name, i+1, n, len(data))
			}
			total += n
		}
		if total != len(pages) {
			t.Errorf("%s: %d addresses of %d", name, total, len(pages))
		}
	}
}

func TestSitemapOfNothing(t *testing.T) {
	parseMap(t, Sitemap(newSite(t), nil)[SitemapFile])
}
