package site

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator/filename"
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

// link resolves the links and pictures of every text that is shown, or waits to be.
func (s *Site) link() {
	pages := s.Pages()
	for _, item := range s.waiting() {
		pages = append(pages, item.All()...)
	}
	for _, page := range pages {
		s.linkPage(page)
	}
}

func (s *Site) linkPage(page *Page) {
	doc := page.Doc
	page.Targets = make([]Target, len(doc.Body.Links))
	for i := range doc.Body.Links {
		page.Targets[i] = s.target(page, &doc.Body.Links[i])
	}
	s.bare(page)
	page.Files = make([]string, len(doc.Body.Pictures))
	for i, picture := range doc.Body.Pictures {
		page.Files[i] = s.picture(doc, picture)
		if s.withheld[page.Files[i]] {
			s.silence(page, i)
		}
	}
	s.linkFields(page, doc.Values)
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
	case filename.Private(file):
		s.complain(doc, "E-PRIVATE", picture.Line, picture.Column, "target", name)
	default:
		s.complain(doc, "E-FILE", picture.Line, picture.Column, append(wrongPath(name), "file", name, "nearest", s.nearestFile(doc, file))...)
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
		return s.own(page, link, anchor)
	}
	if strings.HasPrefix(dest, "/") {
		return s.address(page, link, dest, anchor)
	}
	file := ukrainian.Normalise(path.Join(path.Dir(page.Doc.File), dest))
	index := file
	if !strings.HasSuffix(file, ".md") {
		index += "/index.md" // a folder means what lies in it
	}
	if other := s.pages[index]; other != nil {
		return s.anchored(page, link, other, anchor)
	}
	if section, ok := strings.CutPrefix(path.Dir(index), "content/"); ok && path.Base(index) == "index.md" && s.listed(section) != nil {
		return s.inSection(page, link, s.listed(section), page.Doc.Lang) // a section needs no introduction to be linked to
	}
	if used, ok := s.use(page.Doc, dest); ok {
		if s.withheld[used] {
			return Target{} // its text stays, the photograph is not there
		}
		return Target{File: used}
	}
	s.dead(page, link, file)
	return Target{}
}

func (s *Site) dead(page *Page, link *Link, file string) {
	code := "E-LINK"
	if filename.Private(file) {
		code = "E-PRIVATE"
	}
	nearest := s.nearestFile(page.Doc, file)
	if _, anchor, found := strings.Cut(link.Dest, "#"); found && nearest != "" {
		nearest += "#" + anchor
	}
	s.complain(page.Doc, code, link.Line, link.Column, append(wrongPath(unescape(link.Dest)), "target", link.Dest, "nearest", nearest)...)
}

// inSection leads to the list of a section; one without items and introduction has none.
func (s *Site) inSection(page *Page, link *Link, sec *Section, lang string) Target {
	switch intro := sec.Intro.Best(lang); {
	case intro != nil:
		return Target{Page: intro}
	case len(sec.Items) == 0 && s.waits(page.Doc) && slices.ContainsFunc(s.waiting(), func(i *Item) bool { return i.Section == sec.Kind.Section }):
		return Target{} // there will be a list by then
	case len(sec.Items) == 0:
		s.dead(page, link, "content/"+sec.Kind.Section+"/index.md")
		return Target{}
	case sec.Kind.Inside != "":
		return Target{Path: Address(s.sectionOf[sec.Kind.Inside]+"/"+sec.Kind.Section, lang)}
	}
	return Target{Section: sec}
}

// address resolves a link that is written as an address of the site: /projects/ahenty-zmin/.
func (s *Site) address(page *Page, link *Link, dest, anchor string) Target {
	p := strings.Trim(dest, "/")
	lang := page.Doc.Lang
	if rest, ok := strings.CutPrefix(p+"/", "en/"); ok && s.Config.English() {
		p, lang = strings.Trim(rest, "/"), EN
	}
	item := s.byPath[p]
	switch sec := s.listed(p); {
	case p == "" && s.Home.Best(lang) == nil:
		return s.bareHome(lang)
	case p == "":
		return s.anchored(page, link, s.Home.Best(lang), anchor)
	case item != nil && item.HasPage():
		return s.anchored(page, link, item.Best(lang), anchor)
	case sec != nil:
		return s.inSection(page, link, sec, lang)
	case strings.HasPrefix(p, "years/") || strings.HasPrefix(p, "tags/") || p == "years" || p == "tags":
		return Target{Path: p + "/", Anchor: anchor}
	case s.transparencyAddress(p):
		return Target{Path: Address(p, UK), Anchor: anchor}
	case s.formAddress(p) != "":
		return Target{Path: Address(s.formAddress(p), page.Doc.Lang), Anchor: anchor}
	}
	s.dead(page, link, "content/"+p+"/index.md")
	return Target{}
}

// bareHome leads to a home page that has no file of its own.
func (s *Site) bareHome(lang string) Target {
	if address := Address("", lang); address != "" {
		return Target{Path: address}
	}
	return Target{Path: "./"}
}

// listed is the section whose list has that address: projects, contests/winners. It may be empty.
func (s *Site) listed(path string) *Section {
	owner, name, nested := strings.Cut(path, "/")
	if !nested {
		name = owner
	}
	sec := s.sections[name]
	if sec == nil || (sec.Kind.Inside != "") != nested || nested && (s.sectionOf[sec.Kind.Inside] != owner || !sec.Kind.CSV) {
		return nil
	}
	return sec
}

// anchored leads to a page, in the reader's language where it can, and checks the anchor. Who names the English page itself means it.
func (s *Site) anchored(from *Page, link *Link, to *Page, anchor string) Target {
	lang := from.Doc.Lang
	if to.Doc.Lang == EN {
		lang = EN
	}
	switch {
	case to.Item != nil && to.Item.State != Shown && !(to.Item.State == Future && s.waits(from.Doc)):
		s.complain(from.Doc, "W-REF-HIDDEN", link.Line, link.Column, "value", link.Dest, "why", hiddenFor[to.Item.State])
		return Target{}
	case to.Item != nil:
		to = to.Item.Best(lang)
	case to.Section != nil && to.Section.Intro.UK == nil: // not shown now, or in English only
		return s.inSection(from, link, to.Section, lang)
	case to.Section != nil:
		to = to.Section.Intro.Best(lang)
	case to.Doc.Role == RoleHome && s.Home.UK == nil:
		return s.bareHome(lang)
	case to.Doc.Role == RoleHome:
		to = s.Home.Best(lang)
	default:
		return Target{} // an English page without its Ukrainian one: said already
	}
	if anchor == "" {
		return Target{Page: to}
	}
	id, ok := to.anchor(anchor)
	if !ok && to.Item != nil && to != to.Item.UK { // the clauses of a document stand in Ukrainian only (B-07)
		if clause := to.Item.UK.ClauseAt(anchor); clause != nil {
			to, id, ok = to.Item.UK, clause.Anchor(), true
		}
	}
	if !ok {
		args := []string{"anchor", anchor, "nearest", to.nearestAnchor(anchor)}
		if to.Doc.File != from.Doc.File {
			args = append(args, "target", to.Doc.File)
		}
		s.complain(from.Doc, "E-ANCHOR", link.Line, link.Column, args...)
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
			if title := ukrainian.Slug(h.Title); title != "" && p.anchors[title] == "" {
				p.anchors[title] = h.ID
			}
		}
		for _, id := range p.Doc.Body.Anchors {
			p.anchors[id] = id
		}
		for _, n := range p.Doc.Body.Numbered {
			p.anchors[n.ID] = n.ID
		}
		doc := p.Doc
		if p.Item != nil {
			doc = p.Item.UK.Doc // fields stand there
		}
		nominations, _ := doc.Value("nominations")
		for _, n := range nominations.Items {
			id, _ := n.Part("id")
			p.anchors["nom-"+id.Text] = "nom-" + id.Text
		}
		for _, id := range showcaseAnchors(doc) {
			p.anchors[id] = id
		}
	}
	if clause := p.ClauseAt(written); clause != nil {
		return clause.Anchor(), true
	}
	if id := p.anchors[written]; id != "" {
		return id, true
	}
	id := p.anchors[ukrainian.Slug(written)]
	return id, id != ""
}

// nearestAnchor is the id that a wrong one most likely means, by the ids or by the headings' words.
func (p *Page) nearestAnchor(written string) string {
	var ids, titles []string
	for _, h := range p.Doc.Body.Headings {
		ids, titles = append(ids, h.ID), append(titles, h.Title)
	}
	for c := range AllClauses(p.Doc.Clauses()) {
		ids = append(ids, c.Anchor())
	}
	if best := problem.Nearest(written, ids); best != "" {
		return best
	}
	if i := slices.Index(titles, problem.Nearest(written, titles)); i >= 0 {
		return ids[i]
	}
	return ""
}

// nearestFile names the file that a wrong path most likely means, as the document would write it: one in the same folder, or one of the
// same name in a folder with a like name.
func (s *Site) nearestFile(doc *Doc, file string) string {
	if !s.mayLook((len(s.pages) + len(s.files)) / 4) { // most are passed over at a glance
		return ""
	}
	if strings.Contains(file, `\`) {
		file = path.Clean(strings.ReplaceAll(file, `\`, "/"))
		if (s.files[file] || s.pages[file] != nil) && !filename.Private(file) {
			return relative(path.Dir(doc.File), file) // the sign between the folders is all that is wrong
		}
	}
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
		return relative(path.Dir(doc.File), dir+best)
	}
	if best := problem.Nearest(folder, folders(near, parent)); best != "" && best != folder {
		return relative(path.Dir(doc.File), parent+best+"/"+base)
	}
	return ""
}

// relative is the path from a folder to a file.
func relative(folder, file string) string {
	from, to := strings.Split(folder, "/"), strings.Split(file, "/")
	n := 0
	for n < len(from) && n < len(to)-1 && from[n] == to[n] {
		n++
	}
	return strings.Repeat("../", len(from)-n) + strings.Join(to[n:], "/")
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

// folders lists the folders below parent, each once.
func folders(files []string, parent string) []string {
	var names []string
	for _, f := range files {
		if name, _, ok := strings.Cut(strings.TrimPrefix(f, parent), "/"); ok {
			names = append(names, name)
		}
	}
	return slices.Compact(names)
}

// linkFields resolves the links and pictures in the texts of fields: clauses, excerpts of acts.
func (s *Site) linkFields(page *Page, values []Value) {
	for i := range values {
		v := &values[i]
		s.linkFields(page, v.Items)
		s.linkFields(page, v.Parts)
		if v.Body == nil || len(v.Body.Holes) == 0 || !v.Field.Public() {
			continue
		}
		doc := *page.Doc
		doc.Body, doc.Values = *v.Body, nil
		text := &Page{Doc: &doc, Item: page.Item, Section: page.Section}
		s.linkPage(text)
		if page.texts == nil {
			page.texts = map[*Body]*Page{}
		}
		page.texts[v.Body] = text
	}
}

// FieldText is the text of a field of the item as a page of its own, so that the holes in it can be filled like those of any
// page; nil where there are none.
func (i *Item) FieldText(b *Body) *Page {
	for _, page := range i.All() {
		if page.texts[b] != nil {
			return page.texts[b]
		}
	}
	return nil
}
