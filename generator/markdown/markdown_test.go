package markdown

import (
	"encoding/xml"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

var update = flag.Bool("update", false, "write the wanted output anew")

var typographer = ukrainian.Typographer{Brands: []ukrainian.Brand{{Wrong: "SOM hub", Right: "SOM-hub"}}}

// TestCases converts the cases of testdata/*.txtar. Each is a file NAME.md (NAME.en.md: an English text, NAME.book.md: a chapter
// of a manual) followed by what comes of it: NAME.html with holes as ⟦link 0⟧, what was met on the way, and the problems.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, path := range files {
		comment, files := readArchive(t, path)
		var renewed []file
		for i, f := range files {
			name, isCase := strings.CutSuffix(f.name, ".md")
			if !isCase {
				continue
			}
			want := files[i+1:]
			if end := slices.IndexFunc(want, func(f file) bool { return strings.HasSuffix(f.name, ".md") }); end >= 0 {
				want = want[:end]
			}
			got := want // of a case that -run leaves out
			t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar")+"/"+name, func(t *testing.T) {
				got = results(t, name, []byte(f.data))
				if diff := cmp.Diff(formatted("", want), formatted("", got)); diff != "" && !*update {
					t.Errorf("wanted (-), got (+):\n%s", diff)
				}
			})
			renewed = append(append(renewed, f), got...)
		}
		if *update {
			if err := os.WriteFile(path, []byte(formatted(comment, renewed)), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// results converts one case and checks what holds for every text.
func results(t *testing.T, name string, source []byte) []file {
	o := Options{File: name, Typographer: typographer, Lang: site.UK, FirstLine: 1}
	if strings.HasSuffix(name, ".en") {
		o.Lang = site.EN
	}
	o.Book = strings.HasSuffix(name, ".book")
	if strings.HasSuffix(name, ".crlf") {
		source = []byte(strings.ReplaceAll(string(source), "\n", "\r\n"))
	}
	body, problems := Convert(source, o)
	checkBody(t, source, body, problems)
	again, _ := Convert(source, o)
	if diff := cmp.Diff(body, again, cmp.AllowUnexported(site.Body{})); diff != "" {
		t.Errorf("%s: a second conversion differs:\n%s", name, diff)
	}
	files := []file{{name + ".html", filled(body)}}
	if met := met(body); met != "" {
		files = append(files, file{name + ".met", met})
	}
	if len(problems) > 0 {
		files = append(files, file{name + ".problems", said(problems)})
	}
	return files
}

// filled is the HTML with its holes made visible.
func filled(b site.Body) string {
	names := map[site.HoleKind]string{
		site.HoleLinkOpen: "link", site.HoleLinkClose: "/link", site.HolePicture: "picture",
		site.HoleHeading: "heading", site.HoleNumber: "number", site.HoleCite: "cite",
	}
	var out strings.Builder
	at := 0
	for _, h := range b.Holes {
		out.WriteString(b.HTML()[at:h.At])
		fmt.Fprintf(&out, "⟦%s %d⟧", names[h.Kind], h.Index)
		at = h.At
	}
	out.WriteString(b.HTML()[at:])
	return strings.ReplaceAll(out.String(), "\u00A0", "·")
}

func met(b site.Body) string {
	var out strings.Builder
	for i, l := range b.Links {
		fmt.Fprintf(&out, "link %d %d:%d %s %q %q\n", i, l.Line, l.Column, l.Dest, l.Text, l.Title)
	}
	for i, p := range b.Pictures {
		fmt.Fprintf(&out, "picture %d %d:%d %s %q %q figure=%t", i, p.Line, p.Column, p.Dest, p.Alt, p.Caption, p.Figure)
		if p.ID != "" {
			fmt.Fprintf(&out, " #%s number=%d", p.ID, p.Number)
		}
		out.WriteByte('\n')
	}
	for _, h := range b.Headings {
		fmt.Fprintf(&out, "heading %d #%s %q line %d\n", h.Level, h.ID, h.Title, h.Line)
	}
	metInBook(&out, b)
	if out.Len() > 0 {
		fmt.Fprintf(&out, "lead %q, %d words, %d runes\n", b.Lead, b.Words, b.Runes)
	}
	return strings.ReplaceAll(out.String(), `\u00a0`, "·")
}

func metInBook(out *strings.Builder, b site.Body) {
	for i, n := range b.Numbered {
		fmt.Fprintf(out, "numbered %d %d:%d %s #%s %q\n", i, n.Line, n.Column, []string{"figure", "table", "formula", "exercise"}[n.Kind], n.ID, n.Title)
	}
	for i, c := range b.Cites {
		fmt.Fprintf(out, "cite %d %d:%d %q\n", i, c.Line, c.Column, c.Works)
	}
	for _, m := range b.Marks {
		fmt.Fprintf(out, "mark #%s %q line %d\n", m.ID, m.Term, m.Line)
	}
	for _, m := range b.Defined {
		fmt.Fprintf(out, "defined #%s %q line %d\n", m.ID, m.Term, m.Line)
	}
	if len(b.Anchors) > 0 {
		fmt.Fprintf(out, "anchors %s\n", strings.Join(b.Anchors, " "))
	}
	if b.Formulas {
		out.WriteString("formulas\n")
	}
}

func said(problems problem.List) string {
	problems.Sort()
	var out strings.Builder
	for _, p := range problems {
		fmt.Fprintf(&out, "%d:%d %s", p.Line, p.Column, p.Code)
		for _, name := range slices.Sorted(mapKeys(p.Args)) {
			if !strings.HasSuffix(name, ".en") {
				fmt.Fprintf(&out, " %s=%q", name, p.Args[name])
			}
		}
		out.WriteByte('\n')
	}
	return out.String()
}

func mapKeys(m map[string]string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// checkBody checks what holds for the body and the problems of every text.
func checkBody(t *testing.T, source []byte, b site.Body, problems problem.List) {
	t.Helper()
	if err := wellFormed(b.HTML()); err != nil {
		t.Errorf("the HTML of %q is not well-formed: %v\n%s", short(source), err, short([]byte(b.HTML())))
	}
	at, opened := 0, -1
	for _, h := range b.Holes {
		if h.At < at || h.At > len(b.HTML()) {
			t.Errorf("%q: hole at %d of %d, after %d", short(source), h.At, len(b.HTML()), at)
		}
		at = h.At
		switch {
		case h.Kind == site.HoleLinkOpen && opened < 0 && h.Index < len(b.Links):
			opened = h.Index
		case h.Kind == site.HoleLinkClose && opened == h.Index:
			opened = -1
		case h.Kind == site.HolePicture && h.Index < len(b.Pictures):
		case h.Kind == site.HoleHeading && h.Index < len(b.Headings):
		case h.Kind == site.HoleNumber && h.Index < len(b.Numbered):
		case h.Kind == site.HoleCite && h.Index < len(b.Cites):
		default:
			t.Errorf("%q: hole %+v out of order", short(source), h)
		}
	}
	checkIDs(t, source, b)
	checkPlaces(t, source, b, problems)
}

// checkIDs checks that every id that a body tells of stands in its HTML once, or is the id of one of its pictures.
func checkIDs(t *testing.T, source []byte, b site.Body) {
	t.Helper()
	ids := slices.Clone(b.Anchors)
	for i, n := range b.Numbered {
		ids = append(ids, n.ID)
		if n.Kind == site.NumberedFigure && !slices.ContainsFunc(b.Pictures, func(p site.Picture) bool { return p.Number == i+1 && p.ID == n.ID }) {
			t.Errorf("%q: no picture has the number of %+v", short(source), n)
		}
	}
	for _, m := range slices.Concat(b.Marks, b.Defined) {
		if m.Term == "" {
			t.Errorf("%q: no term: %+v", short(source), m)
		}
		ids = append(ids, m.ID)
	}
	for _, id := range ids {
		isPicture := slices.ContainsFunc(b.Pictures, func(p site.Picture) bool { return p.ID == id })
		if id == "" || isPicture == strings.Contains(b.HTML(), ` id="`+id+`"`) {
			t.Errorf("%q: id %q: of a picture: %t; in %s", short(source), id, isPicture, short([]byte(b.HTML())))
		}
	}
}

// signs are what stands at the place of a problem.
var signs = map[string]string{
	"W-HTML": "<", "W-FOOTNOTE": "[", "W-ATTRIBUTE": "{", "W-PICTURE-INLINE": "{", "W-CALLOUT": "[", "W-ALT": "!",
	"E-BLOCK-OPEN": ":::", "W-BLOCK-END": ":::", "W-BLOCK-LACKS": ":::", "E-CITE-PLACE": "[@",
}

// checkPlaces checks that all places are inside the source and that there stands what is meant.
func checkPlaces(t *testing.T, source []byte, b site.Body, problems problem.List) {
	t.Helper()
	lines := strings.Split(string(source), "\n")
	at := func(what string, line, column int, signs string) {
		if line < 1 || line > len(lines) || column < 1 || column > utf8.RuneCountInString(lines[line-1])+1 {
			t.Errorf("%q: %s at %d:%d is outside", short(source), what, line, column)
			return
		}
		if rest := string([]rune(lines[line-1])[column-1:]); signs != "" && !strings.HasPrefix(rest, signs) {
			t.Errorf("%q: %s at %d:%d, where %q stands, not %q", short(source), what, line, column, rest, signs)
		}
	}
	for _, p := range problems {
		at(p.Code, p.Line, p.Column, signs[p.Code])
		if missing := p.Missing(); len(missing) > 0 {
			t.Errorf("%s lacks %v", p.Code, missing)
		}
	}
	for _, l := range b.Links {
		sign := "["
		if bare := strings.TrimPrefix(strings.TrimPrefix(l.Dest, "mailto:"), "http://"); strings.HasSuffix(l.Text, bare) {
			sign = "" // a link or an address
		}
		at("link", l.Line, l.Column, sign)
	}
	for _, p := range b.Pictures {
		at("picture", p.Line, p.Column, "![")
	}
	for _, h := range b.Headings {
		at("heading", h.Line, 1, "")
	}
	for _, n := range b.Numbered {
		at("numbered", n.Line, n.Column, [...]string{"![", "", "$$", ":::"}[n.Kind])
	}
	for _, c := range b.Cites {
		at("cite", c.Line, c.Column, "[@")
	}
	for _, m := range slices.Concat(b.Marks, b.Defined) {
		at("term", m.Line, 1, "")
	}
}

func short(b []byte) string { return string(b[:min(len(b), 300)]) }

// wellFormed parses HTML as strict XML and checks that no id is given twice, no script and no style has got in.
func wellFormed(html string) error {
	d := xml.NewDecoder(strings.NewReader(html))
	ids := map[string]bool{}
	depth := 0
	for {
		token, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		depth++
		if slices.Contains([]string{"script", "style", "iframe", "img"}, start.Name.Local) {
			return fmt.Errorf("element %s", start.Name.Local)
		}
		names := map[string]bool{}
		for _, a := range start.Attr {
			name := a.Name.Local
			if names[name] || strings.HasPrefix(name, "on") || name == "style" || name == "align" || name == "src" {
				return fmt.Errorf("attribute %s", name)
			}
			names[name] = true
			if name == "id" {
				if ids[a.Value] {
					return fmt.Errorf("id %s twice", a.Value)
				}
				ids[a.Value] = true
			}
		}
	}
}
