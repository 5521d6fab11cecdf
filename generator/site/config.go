package site

import (
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Config is the site's own data, content/site.yaml (domain 2.3.1).
type Config struct {
	Name          Text
	Owner         string
	BaseURL       string   // without a slash at the end; empty: no canonical addresses, no sitemap, no feeds
	NoBaseURL     bool     // its line stands empty: the author knows that there is none yet
	Languages     []string // UK first
	Accent        string   // #rrggbb, or empty
	Logo          string   // file in content/, or empty
	Menu          []MenuEntry
	Safety        string // martial-law or peace
	Rights        string
	RightsLabel   Text
	HideAddress   bool
	Guide         bool // the author's guide is published
	Contacts      Contacts
	ExternalLinks []ExternalLink
	Brands        []ukrainian.Brand

	Compress bool            // compressed copies lie beside the files
	Publish  []PublishTarget // where `vitryna publish` may bring the site

	Audit Audit // of accessibility

	Discloses    bool         // transparency is given, if only as an empty map
	Transparency []Disclosure // in the order of the vocabulary
	Disclosable  *Vocabulary
}

// MenuEntry is what the menu leads to: a section or a page.
type MenuEntry struct {
	Path string // projects, pages/pro-nas

	Line, Column int // in site.yaml
}

// Contacts are the office's, the only place where a phone or an e-mail may stand (PD-01).
type Contacts struct {
	Address string
	Phones  []string
	Fax     string
	Email   string
	Hours   string
}

// Strings lists every contact, for the check that allows them anywhere.
func (c Contacts) Strings() []string {
	var list []string
	for _, s := range append([]string{c.Address, c.Fax, c.Email}, c.Phones...) {
		if s != "" {
			list = append(list, s)
		}
	}
	return list
}

// PublishTarget is a place where the finished site is published. Nothing secret stands here.
type PublishTarget struct {
	Name   string
	To     string // folder, sftp, s3 or git
	Folder string
	Host   string // of sftp
	Port   int
	User   string

	Endpoint, Region, Bucket string // of s3
	BucketIn                 string // path, host, or empty: as the storage wants it

	Repository, Branch     string // of git
	Author, Email, Message string // of the commits; empty: as the user's own git says

	Line int // in content/site.yaml
}

// ExternalLink is a link out of the site.
type ExternalLink struct{ Title, URL string }

// English tells whether the site has English pages.
func (c *Config) English() bool { return len(c.Languages) > 1 }

// Peace tells that places may be told (SF-01).
func (c *Config) Peace() bool { return c.Safety == "peace" }

// Format numbers the way in which content/ is written. It changes only when files that were right would come to mean something else, or nothing; a field or a kind
// more is no other format. The number in site.yaml is that with which a site was made.
const Format = 1

// Audit is what the last full check of the site's accessibility has found, content/accessibility.yaml. The tests write it; a site that nobody
// has checked has none, and says so.
type Audit struct {
	Date   string // 2026-11-22; empty: there is none
	Pages  int    // looked at
	Tools  []string
	Passed []string // checks, by their words "audit.check."
	Failed []string
}

// logo publishes the centre's own sign, which every page shows; site.yaml names it.
func (s *Site) logo() {
	if s.Config.Logo == "" {
		return
	}
	file := ukrainian.Normalise("content/" + s.Config.Logo)
	if !s.files[file] {
		s.problems = append(s.problems, problem.New("E-FILE", "content/site.yaml", 0, 0, "field", "logo", "file", s.Config.Logo))
		return
	}
	s.used[file] = true
}
