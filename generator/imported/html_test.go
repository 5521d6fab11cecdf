package imported

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
)

// shown is a result as the cases write it: what stands beside the text first.
func shown(r *Result) string {
	var b strings.Builder
	if r.Title != "" {
		b.WriteString("title: " + r.Title + "\n")
	}
	var lost, pictures []string
	for _, l := range r.Lost {
		lost = append(lost, fmt.Sprintf("%s %d", l.What, l.N))
	}
	for _, p := range r.Pictures {
		pictures = append(pictures, fmt.Sprintf("%s %d", p.Mark, len(p.Data)))
	}
	if lost != nil {
		b.WriteString("lost: " + strings.Join(lost, ", ") + "\n")
	}
	if pictures != nil {
		b.WriteString("pictures: " + strings.Join(pictures, ", ") + "\n")
	}
	if b.Len() > 0 {
		b.WriteString("\n")
	}
	return b.String() + r.Markdown
}

func TestHTML(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txtar")
	if len(files) == 0 {
		t.Fatal("no cases")
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i+1 < len(archive.Files); i += 2 {
			source, want := archive.Files[i], archive.Files[i+1]
			t.Run(source.Name, func(t *testing.T) {
				r, err := HTML(string(source.Data), "")
				if err != nil {
					t.Fatal(err)
				}
				if got := shown(r); got != string(want.Data) {
					t.Errorf("got\n%s\nwant\n%s", got, want.Data)
				}
			})
		}
	}
}

// FuzzHTML: whatever stands on a clipboard, there is a text of it, without markup of others and signs of ours.
func FuzzHTML(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for i := 0; i < len(archive.Files); i += 2 {
			f.Add(string(archive.Files[i].Data))
		}
	}
	f.Add("<table><tr><td><table><tr><td>a<td>b</table><td>c</table>")
	f.Add("<p style='mso-list:l0 level9 lfo1'>a<p style='mso-list:l0 level1 lfo1'>b")
	f.Add("<a href='#_ftn1'>1</a><div id=ftn1><a href='#_ftn1'>1</a><div id=ftn2></div></div><a href='#_ftn2'>2</a>")
	f.Fuzz(func(t *testing.T, source string) {
		r, err := HTML(source, "")
		if err != nil {
			return
		}
		if strings.ContainsAny(r.Markdown, string([]rune{noteSign, noteClose, noteText})) {
			t.Errorf("signs of ours are left: %q", r.Markdown)
		}
		if utf8.ValidString(source) && !utf8.ValidString(r.Markdown) {
			t.Errorf("no text: %q", r.Markdown)
		}
		if strings.Contains(strings.ToLower(r.Markdown), "](javascript:") {
			t.Errorf("a script: %q", r.Markdown)
		}
	})
}

// TestHugeHTML: what is larger or deeper than people write is refused, and soon.
func TestHugeHTML(t *testing.T) {
	for name, source := range map[string]string{
		"deep":  strings.Repeat("<div>", 100000),
		"large": strings.Repeat("а", largestHTML),
	} {
		if _, err := HTML(source, ""); err != ErrLarge {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestRTF: pictures of Word stand in the RTF beside the HTML, in the same order; where there are more or fewer, none is taken.
func TestRTF(t *testing.T) {
	const rtf = `{\rtf1 text {\*\shppict{\pict{\*\picprop}\picw100\pich50\pngblip\bliptag-1{\*\blipuid 0a0b}` + "\n89504e47\n0d0a1a0a}}" +
		`{\nonshppict{\pict\wmetafile8 0100}}{\pict\jpegblip ffd8ff}}`
	const source = `<p>А <img src="file:///C:/1.png" alt="Зала"> Б <img src="file:///C:/2.jpg"></p>`
	r, err := HTML(source, rtf)
	if err != nil || len(r.Pictures) != 2 || string(r.Pictures[0].Data) != "\x89PNG\r\n\x1a\n" || string(r.Pictures[1].Data) != "\xff\xd8\xff" || r.Pictures[0].Alt != "Зала" {
		t.Errorf("%v %+v", err, r)
	}
	if r, err := HTML(source+source, rtf); err != nil || len(r.Pictures) != 0 || len(r.Lost) != 1 || r.Lost[0].N != 4 {
		t.Errorf("%v %+v", err, r)
	}
}
