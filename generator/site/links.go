package site

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Target is where a link of a text leads. With nothing in it the link is dead or leads to something hidden, and
// no link is made of its text.
type Target struct {
	URL     string // another site, or an address that is not ours to check
	Page    *Page
	Section *Section // without an introduction
	File    string   // an attachment: a file of content/
	Path    string   // an address of this site that is no document: years/2019-2020/
	Anchor  string
}

// link resolves the links and pictures of every text that is shown.
func (s *Site) link() {
	for _, page := range []*Page{s.Home.UK, s.Home.EN} {
		s.linkPage(page)
	}
	for _, sec := range s.sections {
		s.linkPage(sec.Intro.UK)
		s.linkPage(sec.Intro.EN)
	}
	for _, item := range s.Items {
		s.linkPage(item.UK)
		s.linkPage(item.EN)
	}
}

func (s *Site) linkPage(page *Page) {
	if page == nil {
		return
	}
	doc := page.Doc
	page.Targets = make([]Target, len(doc.Body.Links))
	for i := range doc.Body.Links {
		page.Targets[i] = s.target(page, &doc.Body.Links[i])
	}
	page.Files = make([]string, len(doc.Body.Pictures))
	for i, picture := range doc.Body.Pictures {
		page.Files[i] = s.picture(doc, picture)
	}
}

func (s *Site) picture(doc *Doc, picture Picture) string {
	if external(picture.Dest) {
		s.complain(doc, "E-PICTURE-FOREIGN", picture.Line, picture.Column, "file", picture.Dest)
		return ""
	}
	name := unescape(picture.Dest)
	file, ok := s.use(doc, name)
	switch {
	case ok:
		return file
	case private(file):
		s.complain(doc, "E-PRIVATE", picture.Line, picture.Column, "target", name)
	default:
		s.complain(doc, "E-FILE", picture.Line, picture.Column, "file", name, "nearest", s.nearestFile(file))
	}
	return ""
}

func external(dest string) bool {
	return strings.Contains(dest, "://") || strings.HasPrefix(dest, "//") || strings.HasPrefix(dest, "mailto:") || strings.HasPrefix(dest, "tel:")
}

func unescape(dest string) string {
	if u, err := url.PathUnescape(dest); err == nil {
		return u
	}
	return dest
}

// target finds where a link leads; a dead one is an error with the nearest file or heading.
func (s *Site) target(page *Page, link *Link) Target {
	if external(link.Dest) {
		return Target{URL: link.Dest}
	}
	dest, anchor, _ := strings.Cut(link.Dest, "#")
	dest, _, _ = strings.Cut(dest, "?")
	dest, anchor = unescape(dest), unescape(anchor)
	if dest == "" {
		return s.anchored(page, link, page, anchor)
	}
	if strings.HasPrefix(dest, "/") {
		return s.address(page, link, dest, anchor)
	}
	file := ukrainian.Normalise(path.Join(path.Dir(page.Doc.File), dest))
	if !strings.HasSuffix(file, ".md") && !s.files[file] {
		if s.pages[file+"/index.md"] != nil {
			file += "/index.md"
		} else if sec := s.sections[strings.TrimPrefix(file, "content/")]; sec != nil && strings.Count(file, "/") == 1 {
			return s.inSection(page, link, sec)
		}
	}
	if other := s.pages[file]; other != nil {
		return s.anchored(page, link, other, anchor)
	}
	if sec := s.sections[path.Base(path.Dir(file))]; sec != nil && path.Base(file) == "index.md" && strings.Count(file, "/") == 2 {
		return s.inSection(page, link, sec) // a section needs no introduction to be linked to
	}
	if used, ok := s.use(page.Doc, dest); ok {
		return Target{File: used}
	}
	s.dead(page, link, file)
	return Target{}
}

func (s *Site) dead(page *Page, link *Link, file string) {
	code := "E-LINK"
	if private(file) {
		code = "E-PRIVATE"
	}
	s.complain(page.Doc, code, link.Line, link.Column, "target", link.Dest, "nearest", s.nearestFile(file))
}

func (s *Site) inSection(page *Page, link *Link, sec *Section) Target {
	if len(sec.Items) == 0 && sec.Intro.UK == nil {
		s.dead(page, link, "content/"+sec.Kind.Section)
		return Target{}
	}
	if intro := sec.Intro.Best(page.Doc.Lang); intro != nil {
		return Target{Page: intro}
	}
	return Target{Section: sec}
}

// address resolves a link that is written as an address of the site: /projects/ahenty-zmin/.
func (s *Site) address(page *Page, link *Link, dest, anchor string) Target {
	p := strings.Trim(dest, "/")
	switch {
	case p == "":
		return Target{Page: s.Home.Best(page.Doc.Lang)}
	case s.byPath[p] != nil:
		return s.anchored(page, link, s.byPath[p].UK, anchor)
	case s.sections[p] != nil:
		return s.inSection(page, link, s.sections[p])
	case strings.HasPrefix(p, "years/") || strings.HasPrefix(p, "tags/") || p == "years" || p == "tags":
		return Target{Path: p + "/", Anchor: anchor}
	}
	s.dead(page, link, "content/"+p+"/index.md")
	return Target{}
}

// anchored leads to a page, in the reader's language where it can, and checks the anchor.
func (s *Site) anchored(from *Page, link *Link, to *Page, anchor string) Target {
	if item := to.Item; item != nil {
		if item.State != Shown {
			s.complain(from.Doc, "W-REF-HIDDEN", link.Line, link.Column, "value", link.Dest)
			return Target{}
		}
		to = item.Best(from.Doc.Lang)
	} else if to.Section != nil {
		to = to.Section.Intro.Best(from.Doc.Lang)
	} else if s.Home.UK != nil {
		to = s.Home.Best(from.Doc.Lang)
	}
	if anchor == "" {
		return Target{Page: to}
	}
	id, ok := to.anchor(anchor)
	if !ok {
		s.complain(from.Doc, "E-ANCHOR", link.Line, link.Column, "anchor", anchor, "target", to.Doc.File, "nearest", to.nearestAnchor(anchor))
		return Target{Page: to}
	}
	return Target{Page: to, Anchor: id}
}

// anchor finds the id of a heading: authors may write the id or the heading's own words.
func (p *Page) anchor(written string) (string, bool) {
	if p.anchors == nil {
		p.anchors = map[string]string{}
		for _, h := range p.Doc.Body.Headings {
			p.anchors[h.ID] = h.ID
			if title := ukrainian.Slug(h.Title); p.anchors[title] == "" {
				p.anchors[title] = h.ID
			}
		}
		for _, id := range p.Doc.Body.Anchors {
			p.anchors[id] = id
		}
		nominations, _ := p.Doc.Value("nominations")
		for _, n := range nominations.Items {
			id, _ := n.Part("id")
			p.anchors["nom-"+id.Text] = "nom-" + id.Text
		}
	}
	if id := p.anchors[written]; id != "" {
		return id, true
	}
	id := p.anchors[ukrainian.Slug(written)]
	return id, id != ""
}

func (p *Page) nearestAnchor(written string) string {
	var ids []string
	for _, h := range p.Doc.Body.Headings {
		ids = append(ids, h.ID, h.Title)
	}
	return problem.Nearest(written, ids)
}

// nearestFile names the file that a wrong path most likely means: one in the same folder, or a folder with a like name.
func (s *Site) nearestFile(file string) string {
	var near []string
	dir, base := path.Split(file)
	parent, folder := path.Split(strings.TrimSuffix(dir, "/"))
	for name := range s.pages {
		near = candidate(near, name, dir, parent, base)
	}
	for name := range s.files {
		near = candidate(near, name, dir, parent, base)
	}
	slices.Sort(near)
	if best := problem.Nearest(base, inDir(near, dir)); best != "" && best != base {
		return best
	}
	if best := problem.Nearest(folder, folders(near, parent)); best != "" && best != folder {
		return best + "/" + base
	}
	return ""
}

func candidate(near []string, name, dir, parent, base string) []string {
	if strings.HasPrefix(name, dir) || strings.HasPrefix(name, parent) && path.Base(name) == base {
		return append(near, name)
	}
	return near
}

func inDir(files []string, dir string) []string {
	var names []string
	for _, f := range files {
		if name, ok := strings.CutPrefix(f, dir); ok && !strings.Contains(name, "/") {
			names = append(names, name)
		}
	}
	return names
}

func folders(files []string, parent string) []string {
	var names []string
	for _, f := range files {
		if name, _, ok := strings.Cut(strings.TrimPrefix(f, parent), "/"); ok {
			names = append(names, name)
		}
	}
	return slices.Compact(names)
}
