package main

import (
	"bufio"
	"context"
	"html"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/som-hub/vitryna/assets"
	"github.com/som-hub/vitryna/generator"
	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/layouts"
)

// TestSystems ticks off what the sources name (domain.md 1): each of the 111 numbers has a line in testdata/systems.txt, and what the line
// points to is there, in the site of this repository as it is built.
func TestSystems(t *testing.T) {
	kinds, problems := content.ReadKinds(layouts.FS)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	x := &systems{kinds: kinds, pages: builtSite(t), sources: sourcesOf(t)}
	file, err := os.Open(filepath.Join("testdata", "systems.txt"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	next, line := 1, 0
	for lines := bufio.NewScanner(file); lines.Scan(); {
		line++
		if text := strings.TrimSpace(lines.Text()); text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		parts := strings.SplitN(lines.Text(), "|", 3)
		if len(parts) != 3 {
			t.Errorf("systems.txt:%d: number | what | where, each behind a line", line)
			continue
		}
		if n, _ := strconv.Atoi(strings.TrimSpace(parts[0])); n != next {
			t.Errorf("systems.txt:%d: number %s, %d is due", line, strings.TrimSpace(parts[0]), next)
		}
		next++
		for _, proof := range strings.Split(parts[2], ";") {
			if fault := x.check(strings.TrimSpace(proof)); fault != "" {
				t.Errorf("systems.txt:%d (%s): %s", line, strings.TrimSpace(parts[1]), fault)
			}
		}
	}
	if next != 112 {
		t.Errorf("systems.txt ends at number %d of 111", next-1)
	}
}

// systems are what the lines may point to.
type systems struct {
	kinds   *content.Kinds
	pages   map[string]string // finished files by path
	sources string            // of the program
}

var (
	spoken   = regexp.MustCompile(`^(\S+) «(.*)»$`)
	postpone = regexp.MustCompile(`^later: issue (\d+) — \S.*$`)
)

// check tells what is wrong with a proof, or "".
func (x *systems) check(proof string) string {
	word, rest, _ := strings.Cut(proof, " ")
	switch {
	case strings.HasPrefix(proof, "/"):
		return x.address(proof)
	case word == "field":
		return x.field(rest)
	case word == "vocabulary":
		name, value, _ := strings.Cut(rest, ": ")
		if x.kinds.Vocabularies[name] == nil || x.kinds.Vocabularies[name].Word(value) == nil {
			return "no word " + value + " in the vocabulary " + name
		}
	case word == "kind":
		if x.kinds.Named(rest) == nil {
			return "no kind " + rest
		}
	case word == "rule":
		if !strings.Contains(x.sources, rest) {
			return "no file of the program names the rule " + rest
		}
	case word == "code":
		if !slices.Contains(problem.Codes(), rest) {
			return "no problem " + rest
		}
	case word == "later:":
		if !postpone.MatchString(proof) {
			return "«later: issue N — reason» is due: " + proof
		}
	default:
		return "cannot be understood: " + proof
	}
	return ""
}

// address checks /path/, /path/#anchor, /file and /path/ «a text that stands there».
func (x *systems) address(proof string) string {
	address, text := proof, ""
	if m := spoken.FindStringSubmatch(proof); m != nil {
		address, text = m[1], m[2]
	}
	address, anchor, _ := strings.Cut(strings.TrimPrefix(address, "/"), "#")
	if address == "" || strings.HasSuffix(address, "/") {
		address += "index.html"
	}
	page, there := x.pages[address]
	switch {
	case !there:
		return "no file " + address
	case anchor != "" && !strings.Contains(page, `id="`+anchor+`"`) && !strings.Contains(page, "id="+anchor+" ") && !strings.Contains(page, "id="+anchor+">"):
		return address + " has no #" + anchor
	case text != "" && !strings.Contains(page, text):
		return address + " does not say " + text
	}
	return ""
}

// field checks kind.field and kind.field.part.
func (x *systems) field(name string) string {
	names := strings.Split(name, ".")
	kind := x.kinds.Named(names[0])
	if kind == nil || len(names) < 2 {
		return "no kind " + names[0]
	}
	fields := kind.Fields
	for _, part := range names[1:] {
		i := slices.IndexFunc(fields, func(f *site.Field) bool { return f.Name == part })
		if i < 0 {
			return "no field " + name
		}
		fields = fields[i].Fields
	}
	return ""
}

// builtSite builds the site of the repository. Pages are plain text: what a proof quotes may be divided by no tag, and spaces that do not
// break are spaces.
func builtSite(t *testing.T) map[string]string {
	loader := &generator.Loader{Options: generator.Options{
		Root: generator.WithGuide(os.DirFS(filepath.Join("..", "..")), layouts.FS), Layouts: layouts.FS, Assets: assets.FS, BaseURL: "https://example.org/som-hub",
		Now: time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC),
	}}
	snapshot, err := loader.Load(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	set, err := render(context.Background(), snapshot)
	if err != nil {
		t.Fatal(err)
	}
	tidy := strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2011", "-", "\u00ad", "")
	files := map[string]string{}
	err = fs.WalkDir(set, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(set, name)
		files[name] = tidy.Replace(html.UnescapeString(string(data)))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// sourcesOf are the files of the program without its tests: rules are named where they are kept.
func sourcesOf(t *testing.T) string {
	var b strings.Builder
	for _, dir := range []string{"generator", "layouts", "assets"} {
		err := filepath.WalkDir(filepath.Join("..", "..", dir), func(file string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || strings.HasSuffix(file, "_test.go") || !slices.Contains([]string{".go", ".yaml", ".html", ".css", ".js"}, filepath.Ext(file)) {
				return err
			}
			data, err := os.ReadFile(file)
			b.Write(data)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}
