// Package edition is the site carried away: the same pages on a USB stick, or sent as a zip, for a browser without a network.
//
// A [Disk] turns the finished files of the web edition, one by one, into those of the disk edition; [Pack] makes each an entry of an archive, and
// [Write] writes them:
//
//	disk := edition.New(edition.Options{Files: paths, Base: "https://example.org"})
//	for each path that disk.Keeps:
//		entry, err := edition.Pack(path, disk.Finish(path, data))
//	err := edition.Write(w, entries, day)
//
// Everything here is pure: what it is given decides what it gives, so the same site and day give the same archive, byte by byte. A folder that a
// link leads to has no index on a disk, so that every link of a page ends in the file; nothing else of a page changes, save for links to what
// is left out.
package edition

import (
	"path"
	"regexp"
	"strings"
)

// Options say what the copy is made of.
type Options struct {
	Files  []string                 // paths of all files of the web edition; required
	Base   string                   // the site's address on the web, without a slash at the end; empty: none
	Absent []string                 // attachments that stay out
	Note   func(lang string) string // what a link to one of them says; required with Absent
	Unpack string                   // what the first page says where the archive has not been unpacked; HTML
}

// Disk makes the disk edition. It never changes, so that many goroutines may use it at once.
type Disk struct {
	Options
	kept   map[string]bool
	absent map[string]bool
}

// Files of the copy that the web edition does not have. All but the first are in ASCII, which old unzip programs need.
const (
	StartFile   = "ПОЧНІТЬ ТУТ.html"
	HomeFile    = "index.html"
	ReadmeFile  = "README.txt"
	SumsFile    = "SHA256SUMS.txt"
	RemovedFile = "VYLUCHENO.txt"
)

// New makes a disk edition.
func New(o Options) *Disk {
	d := &Disk{Options: o, kept: map[string]bool{}, absent: map[string]bool{}}
	for _, file := range o.Absent {
		d.absent[file] = true
	}
	for _, file := range o.Files {
		if !forWeb(file) && !d.absent[file] {
			d.kept[file] = true
		}
	}
	return d
}

// Keeps tells whether a file of the web edition is in the copy.
func (d *Disk) Keeps(file string) bool { return d.kept[file] }

// socialCard is the path of a picture that messengers show of a link.
var socialCard = regexp.MustCompile(`^cards/[a-z0-9-]+\.[0-9a-f]{8}\.png$`)

// forWeb tells whether a file is of use on the web only: for hosts, for search engines, for messengers, and what has to be fetched again and again.
func forWeb(file string) bool {
	switch name := path.Base(file); {
	case file == "404.html", file == "robots.txt", name == "feed.xml", strings.HasSuffix(name, ".webmanifest"):
		return true
	case file == "_headers", file == "_redirects", file == ".htaccess", file == ".nojekyll":
		return true
	case strings.HasPrefix(file, "sitemap") && strings.HasSuffix(file, ".xml"):
		return true
	}
	return strings.HasPrefix(file, "cards/") && socialCard.MatchString(file)
}

// Attachment tells whether a file is one that visitors open or take away by itself, and that may stay out of a copy for its size: no page,
// and nothing that pages are made of.
func Attachment(file string) bool {
	switch strings.ToLower(path.Ext(file)) {
	case ".html", ".css", ".js", ".json", ".csv", ".xml", ".txt", ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".woff", ".woff2", ".vtt":
		return false
	}
	return !forWeb(file)
}

// Finish makes a file of the web edition one of the copy.
func (d *Disk) Finish(file string, data []byte) []byte {
	if path.Ext(file) != ".html" {
		return data
	}
	return d.page(file, data)
}

// Start is the page that a visitor opens first: the home page under a name that says so. Whoever looks at it inside an archive that has not
// been unpacked has no styles, and reads the words that the styles hide.
func (d *Disk) Start(home []byte) []byte {
	before, rest, ok := strings.Cut(string(home), "<body")
	tag, rest, closed := strings.Cut(rest, ">")
	if !ok || !closed || d.Unpack == "" {
		return home
	}
	return []byte(before + "<body" + tag + `><p class="unpack">` + d.Unpack + "</p>" + rest)
}
