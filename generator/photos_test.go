package generator

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/render"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// TestPhotoProblems tells of what only the files show: photographs too small or too big, materials that nobody can take with a telephone.
func TestPhotoProblems(t *testing.T) {
	kinds, problems := content.ReadKinds(os.DirFS("../layouts"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	parser := &content.Parser{Kinds: kinds}
	var docs []*site.Doc
	for file, text := range map[string]string{
		"content/galleries/g/index.md":            "---\ntitle: Г\nsummary: x\ndate: 2026-01-01\nphotos:\n- {file: a.jpg, alt: Порожня зала, people: none}\n- {file: b.svg, alt: Порожня зала, people: none}\n---\n",
		"content/showcases/v/index.md":            "---\ntitle: В\nsummary: x\ntheme: Т\nopened: 2026-01-01\n---\n",
		"content/showcases/v/exhibits/e/index.md": "---\ntitle: Е\nkind: game\nidea: Речення.\nauthors: [{label: педагог}]\nfiles: [{file: hra.pdf}]\n---\n",
	} {
		parsed := parser.Parse(file, []byte(text))
		if len(parsed.Problems) > 0 {
			t.Fatal(parsed.Problems)
		}
		docs = append(docs, parsed.Docs...)
	}
	const photo, material = "content/galleries/g/a.jpg", "content/showcases/v/exhibits/e/hra.pdf"
	model, _ := site.New(docs, site.Options{
		Config: site.Config{Languages: []string{site.UK}}, Now: ukrainian.Date{Year: 2026, Month: 11, Day: 21}, Kinds: kinds.All,
		Files: []string{photo, "content/galleries/g/b.svg", material},
	})
	for _, test := range []struct {
		width, height   int
		bytes, material int64
		want            string
	}{
		{640, 480, 15 << 20, 20 << 20, ""},
		{4000, 479, 1, 1, "galleries/g/index.md:6 W-PHOTO-SMALL"},
		{479, 4000, 1, 1, "galleries/g/index.md:6 W-PHOTO-SMALL"},
		{640, 480, 15<<20 + 1, 1, "galleries/g/index.md:6 E-PHOTO-SIZE"},
		{640, 480, 1, 20<<20 + 1, "showcases/v/exhibits/e/index.md:6 W-SIZE"},
	} {
		files := map[string]render.File{
			photo:                       {Path: "a.jpg", FullWidth: test.width, FullHeight: test.height, Size: test.bytes},
			"content/galleries/g/b.svg": {Path: "b.svg", FullWidth: 30, FullHeight: 20},
			material:                    {Path: "hra.pdf", Size: test.material},
		}
		var told []string
		for _, p := range append(photoProblems(model, files, []content.Found{{File: photo, Size: test.bytes}}), materialProblems(model, files, sized(material, test.material))...) {
			told = append(told, fmt.Sprintf("%s:%d %s", strings.TrimPrefix(p.File, "content/"), p.Line, p.Code))
			if missing := p.Missing(); len(missing) > 0 {
				t.Errorf("%s lacks %q", p.Code, missing)
			}
		}
		if got := strings.Join(told, ", "); got != test.want {
			t.Errorf("%+v: %s", test, got)
		}
	}
}

// sized are the problems of a file of that size, wherever it is offered.
func sized(file string, size int64) problem.List { return attachmentProblems(file, make([]byte, size)) }

// TestSizes: a file that is a little too big is not called as big as it may be, and what an exhibit offers beside its materials is told too.
func TestSizes(t *testing.T) {
	for _, test := range []struct {
		file string
		size int64
		want string
	}{
		{"content/news/a/b.zip", 20 << 20, ""},
		{"content/news/a/b.zip", 20<<20 + 1, "21 of 20"},
		{"content/news/a/b.mp4", 50 << 20, ""},
		{"content/news/a/b.mp4", 50<<20 + 1, "51 of 50"},
		{"content/showcases/v/exhibits/e/dodatok.zip", 20<<20 + 1, "21 of 20"},
	} {
		got := ""
		for _, p := range sized(test.file, test.size) {
			got += p.Args["size"] + " of " + p.Args["max"]
		}
		if got != test.want {
			t.Errorf("%s of %d bytes: %q, want %q", test.file, test.size, got, test.want)
		}
	}
}
