package render

import (
	"html/template"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
)

// copyPath is the page of the disk edition that tells about itself, without language.
const copyPath = "pro-kopiiu"

// CopyFacts are what a copy of the site for a disk tells of itself.
type CopyFacts struct {
	Files   int
	Size    int64
	Largest int64      // what was larger stayed out; 0: nothing did for its size
	Absent  []CopyFile // that stayed out
}

// CopyFile is a file that stayed out of a copy.
type CopyFile struct {
	Path string
	Size int64
}

// CopyPage is the page «Про цю копію».
type CopyPage struct {
	Frame
	facts CopyFacts
}

// CopyPages makes the page «Про цю копію» in every language of the site, by its file's path.
func (r *Renderer) CopyPages(facts CopyFacts) (map[string][]byte, error) {
	pages, languages := map[string][]byte{}, r.Site.Config.Languages
	for _, lang := range languages {
		view := &CopyPage{r.frame(lang, "copy", copyPath, languages...), facts}
		view.Title, view.Summary, view.Robots = view.T("copy.title"), view.T("copy.summary"), "noindex"
		view.Breadcrumbs, view.noAddress = []Link{view.home()}, true
		address := site.Address(copyPath, lang)
		data, err := r.execute(r.layouts.pages["copy"], view, address)
		if err != nil {
			return nil, err
		}
		pages[address+"index.html"] = data
	}
	return pages, nil
}

// CopyFile is where the page «Про цю копію» of a language lies.
func (r *Renderer) CopyFile(lang string) string { return site.Address(copyPath, lang) + "index.html" }

// Disk tells whether the page is made for the disk edition.
func (f *Frame) Disk() bool { return f.r.Disk }

// CopyURL leads to the page «Про цю копію»; empty but in the disk edition.
func (f *Frame) CopyURL() string {
	if !f.r.Disk {
		return ""
	}
	return root + site.Address(copyPath, f.lang)
}

// Contents is how many files the copy has and how large they are.
func (p *CopyPage) Contents() string {
	return p.T("copy.contents", p.Count(p.facts.Files, "count.files"), p.size(p.facts.Size))
}

// WebURL is the address of the site on the web, or empty.
func (p *CopyPage) WebURL() string { return p.r.Site.Config.BaseURL }

// Largest is the size above which files stayed out; empty if none did.
func (p *CopyPage) Largest() string {
	if len(p.facts.Absent) == 0 {
		return ""
	}
	return p.size(p.facts.Largest)
}

// Absent are the files that stayed out, with their addresses on the web where there is one.
func (p *CopyPage) Absent() []FileLink {
	var list []FileLink
	for _, f := range p.facts.Absent {
		link := FileLink{Name: f.Path[strings.LastIndexByte(f.Path, '/')+1:], Kind: fileKind(f.Path), Size: p.size(f.Size)}
		if p.WebURL() != "" {
			link.URL = p.web(f.Path)
		}
		list = append(list, link)
	}
	return list
}

// CopyWord is what a link to a file that stayed out says, in the language of its page.
func (r *Renderer) CopyWord(lang string) string { return reader{r, lang}.T("copy.absent") }

// CopyHint is what the first page of a copy says as long as the archive has not been unpacked, in every language of the site.
func (r *Renderer) CopyHint() string {
	var parts []string
	for _, lang := range r.Site.Config.Languages {
		parts = append(parts, `<span lang="`+lang+`">`+template.HTMLEscapeString(reader{r, lang}.T("copy.unpack"))+"</span>")
	}
	return strings.Join(parts, " ")
}

// CopyReadme is the readme of a copy in every language of the site: with a mark of its encoding and with the ends of lines that the oldest
// editor of Windows needs.
func (r *Renderer) CopyReadme(start string) []byte {
	var b strings.Builder
	for i, lang := range r.Site.Config.Languages {
		rd := reader{r, lang}
		if i > 0 {
			b.WriteString("---\n\n")
		}
		b.WriteString(r.Site.Config.Name.In(lang) + "\n" + rd.T("data.as-of") + ": " + rd.longDate(dateOnly(r.Site.Now)) + "\n\n")
		b.WriteString(rd.T("copy.readme.open", start) + "\n\n")
		for _, key := range []string{"copy.phone", "copy.update", "copy.sums"} {
			b.WriteString(rd.T(key) + "\n\n")
		}
		if base := r.Site.Config.BaseURL; base != "" {
			b.WriteString(rd.T("copy.web") + ": " + base + "/\n\n")
		}
	}
	return []byte("\uFEFF" + strings.ReplaceAll(strings.TrimRight(b.String(), "\n")+"\n", "\n", "\r\n"))
}
