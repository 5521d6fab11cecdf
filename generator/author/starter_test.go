package author

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/som-hub/vitryna/generator/ukrainian"
)

var ourStarter = Starter{Name: "Центр", Town: "м. Ромни", Accent: "#1f5f6b", Day: ukrainian.Date{Year: 2026, Month: 11, Day: 20}}

func TestCheck(t *testing.T) {
	for _, c := range []struct {
		name  string
		field string
		value string
		want  string
	}{
		{"name", "name", "", "name empty"},
		{"long", "name", strings.Repeat("ц", 161), "name long"},
		{"just so", "name", strings.Repeat("ц", 160), ""},
		{"two lines", "town", "Ромни\nСуми", "town line"},
		{"quote", "owner", "Відділ «освіти", "owner quotes"},
		{"straight", "owner", `Відділ "освіти`, "owner quotes"},
		{"pairs", "owner", `Відділ «освіти» "Х"`, ""},
		{"phone", "phone", "+38 (050) 000-00-00", ""},
		{"brackets", "phone", "(05448) 5-00-00", ""},
		{"short", "phone", "12", "phone phone"},
		{"words", "phone", "дзвоніть 12345", "phone phone"},
		{"mail", "email", "a@b", "email email"},
		{"good mail", "email", "a@b.org", ""},
		{"web", "base", "http://b.org", "base web"},
		{"good web", "base", "https://b.org/sait", ""},
		{"colour", "accent", "red", "accent colour"},
	} {
		s := ourStarter
		*map[string]*string{"name": &s.Name, "town": &s.Town, "owner": &s.Owner, "phone": &s.Phone, "email": &s.Email, "base": &s.Base, "accent": &s.Accent}[c.field] = c.value
		got := ""
		for _, f := range s.Check() {
			if got += f.Field + " " + f.Why; !slices.Contains(Whys, f.Why) {
				t.Errorf("%s: %q is not among the reasons", c.name, f.Why)
			}
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestStarterWords(t *testing.T) {
	for s, want := range map[string]string{
		"SOM-hub": "SOM-hub", "1. Школа": `1\. Школа`, "- риска": `\- риска`, "*зірка* [a](b)": `\*зірка\* \[a\](b)`, "7 (сім)": "7 (сім)",
	} {
		if got := plainMarkdown(s); got != want {
			t.Errorf("%q in Markdown is %q, want %q", s, got, want)
		}
	}
	for town, want := range map[string]string{"м. Ромни": "Ромни", "Ромни": "Ромни", "місто Суми": "Суми", "с. ": "с. ", "Смт": "Смт"} {
		if got := city(town); got != want {
			t.Errorf("the city of %q is %q, want %q", town, got, want)
		}
	}
}

var templates = fstest.MapFS{
	"content/site.yaml":        {Data: []byte("name: {{.Name | value}}\n")},
	"content/news/a/index.md":  {Data: []byte("{{.Name | text}} {{.Day | iso}}\n")},
	"Letter.txt":               {Data: []byte("{{.Name}}\n")},
	"content/pages/x/index.md": {Data: []byte("{{.City}}\n")},
}

// tree is every file of a folder with its text.
func tree(t *testing.T, folder string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(folder), ".", func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			var data []byte
			data, err = os.ReadFile(filepath.Join(folder, name))
			files[name] = string(data)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestMake(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "нова тека", "сайт")
	s := ourStarter
	s.Name = `Центр "*"`
	if err := s.Make(t.Context(), folder, templates); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"content/site.yaml": `name: "Центр \"*\""` + "\n", "content/news/a/index.md": `Центр "\*" 2026-11-20` + "\n", "Letter.txt": s.Name + "\n", "content/pages/x/index.md": "Ромни\n"}
	if got := tree(t, folder); !maps.Equal(got, want) {
		t.Errorf("made %q, want %q", got, want)
	}
	if err := s.Make(t.Context(), folder, templates); !errors.Is(err, ErrOccupied) {
		t.Errorf("a second time: %v", err)
	}
	if what, _ := Look(folder); what != GroundSite {
		t.Errorf("the folder is %d", what)
	}
}

// TestMakeHeld: a guard against viruses holds the new folder for a moment, or for ever; then nothing is left.
func TestMakeHeld(t *testing.T) {
	faults := 0
	d := *system
	d.sleep = func(context.Context, time.Duration) error { return nil }
	d.rename = func(from, to string) error {
		if faults--; faults >= 0 {
			return os.ErrPermission
		}
		return os.Rename(from, to)
	}
	defer func(old *disk) { system = old }(system)
	system = &d
	folder := t.TempDir()
	faults = 1 << 30
	if err := ourStarter.Make(t.Context(), folder, templates); !errors.Is(err, os.ErrPermission) {
		t.Error(err)
	}
	if got := tree(t, folder); len(got) > 0 {
		t.Errorf("left behind: %q", got)
	}
	faults = 3
	if err := ourStarter.Make(t.Context(), folder, templates); err != nil || len(tree(t, folder)) != len(templates) {
		t.Errorf("%v, %q", err, tree(t, folder))
	}
}

// TestMakeKilled kills the program before each step that takes a name: the folder is a site or none, and a later call makes it whole.
func TestMakeKilled(t *testing.T) {
	if folder := os.Getenv("VITRYNA_KILLED_INIT"); folder != "" {
		d, left := *system, int(os.Getenv("VITRYNA_KILLED_AT")[0]-'0')
		d.rename = func(from, to string) error {
			if left--; left < 0 {
				os.Exit(3)
			}
			return os.Rename(from, to)
		}
		system = &d
		ourStarter.Make(t.Context(), folder, templates) // unchecked: it does not return
		return
	}
	for at, want := range map[string]Ground{"0": GroundEmpty, "1": GroundSite} {
		folder := t.TempDir()
		c := exec.Command(os.Args[0], "-test.run=^TestMakeKilled$")
		c.Env = append(os.Environ(), "VITRYNA_KILLED_INIT="+folder, "VITRYNA_KILLED_AT="+at)
		if err := c.Run(); err == nil || c.ProcessState.ExitCode() != 3 {
			t.Fatalf("the other program ended with %v", err)
		}
		if what, err := Look(folder); what != want || err != nil {
			t.Errorf("killed at %s: the folder is %d, %v; want %d", at, what, err, want)
		}
		left, _ := filepath.Glob(filepath.Join(folder, nestPattern))
		for _, nest := range left {
			old := time.Now().Add(-2 * staleTime)
			os.Chtimes(nest, old, old) // unchecked: read back below
		}
		if want == GroundEmpty {
			if err := ourStarter.Make(t.Context(), folder, templates); err != nil || len(tree(t, folder)) != len(templates) {
				t.Errorf("killed at %s, then: %v, %q", at, err, tree(t, folder))
			}
		}
	}
}

func TestLook(t *testing.T) {
	for name, want := range map[string]Ground{
		".DS_Store": GroundEmpty, "Thumbs.db": GroundEmpty, "vitryna.exe": GroundEmpty, "vitryna-windows-amd64.exe": GroundEmpty, "vitryna (1).exe": GroundEmpty, "vitryna": GroundEmpty,
		"zvit.docx": GroundOccupied, "vitryna-notes.txt": GroundOccupied, "content": GroundOccupied,
	} {
		folder := t.TempDir()
		put(t, filepath.Join(folder, name), "")
		if what, err := Look(folder); what != want || err != nil {
			t.Errorf("with %s the folder is %d (%v), want %d", name, what, err, want)
		}
	}
	if what, err := Look(filepath.Join(t.TempDir(), "none")); what != GroundEmpty || err != nil {
		t.Errorf("no folder is %d, %v", what, err)
	}
}
