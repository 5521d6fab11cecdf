package generator

import (
	"bytes"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/render"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// What a photograph and a material of an exhibit may measure (domain 2.3.5, 2.3.23).
const (
	smallestPhoto   = 480      // pixels of the shorter side
	largestPhoto    = 15 << 20 // bytes
	largestMaterial = 20 << 20 // bytes
)

// photoProblems tells of photographs that are too small to be seen or too big to be one. Only who has read the files knows.
func photoProblems(model *site.Site, files map[string]render.File, found []content.Found) problem.List {
	var problems problem.List
	size := make(map[string]int64, len(found))
	for _, f := range found {
		size[ukrainian.Normalise(f.File)] = f.Size
	}
	for i := range model.Photos {
		p := &model.Photos[i]
		file, ok := files[p.File]
		at, _ := p.Value.Part("file")
		args := []string{"file", path.Base(p.File)}
		if n := size[p.File]; n > largestPhoto {
			problems = append(problems, told(model, p.Doc, "E-PHOTO-SIZE", at, append(args, "size", content.Megabytes(n), "max", content.Megabytes(largestPhoto))...))
		}
		if short := min(file.FullWidth, file.FullHeight); ok && short > 0 && short < smallestPhoto && !strings.EqualFold(path.Ext(p.File), ".svg") {
			problems = append(problems, told(model, p.Doc, "W-PHOTO-SMALL", at, append(args, "n", strconv.Itoa(short), "min", strconv.Itoa(smallestPhoto))...))
		}
	}
	return problems
}

// copies finds the files that are, byte for byte, one of the photographs under another name: authors copy a photograph to every text in which it stands.
func (l *Loader) copies(found []content.Found, photographs []string) map[string][]string {
	copies := map[string][]string{}
	for _, of := range photographs {
		at := slices.IndexFunc(found, func(f content.Found) bool { return ukrainian.Normalise(f.File) == of })
		if at < 0 || found[at].Size > content.Largest {
			continue
		}
		var data []byte
		for i, f := range found {
			if i == at || f.Text || f.Size != found[at].Size {
				continue
			}
			if data == nil {
				data, _ = fs.ReadFile(l.Root, found[at].File) // whoever shows it tells that it cannot be read
			}
			if other, err := fs.ReadFile(l.Root, f.File); err == nil && bytes.Equal(data, other) {
				copies[of] = append(copies[of], ukrainian.Normalise(f.File))
			}
		}
	}
	return copies
}

// materialProblems tells of materials of exhibits that nobody can take with a telephone, at the line of their field; what has been told of the same files
// without a line goes.
func materialProblems(model *site.Site, files map[string]render.File, problems problem.List) problem.List {
	named := map[string]bool{}
	for _, item := range model.Items {
		if item.Kind.Name != "exhibit" {
			continue
		}
		v, _ := item.UK.Doc.Value("files")
		for _, e := range v.Items {
			at, ok := e.Part("file")
			if !ok {
				continue
			}
			file := ukrainian.Normalise(path.Join(path.Dir(item.UK.Doc.File), at.Text))
			if n := files[file].Size; n > largestMaterial {
				named[file] = true
				problems = append(problems, told(model, item.UK.Doc, "W-SIZE", at, "file", path.Base(file), "size", content.Megabytes(n), "max", content.Megabytes(largestMaterial)))
			}
		}
	}
	return slices.DeleteFunc(problems, func(p problem.Problem) bool {
		return p.Code == "W-SIZE" && p.Line == 0 && named[ukrainian.Normalise(p.File)]
	})
}

// told is a problem at a value of a document.
func told(model *site.Site, doc *site.Doc, code string, at site.Value, args ...string) problem.Problem {
	p := problem.New(code, doc.File, max(at.Line, doc.Line), at.Column, args...)
	p.Draft = model.IsDraft(doc)
	return p
}
