package content

import (
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/som-hub/vitryna/generator/site"
)

// random fills every exported member of a structure, whatever is added to it one day: what Keep forgets, TestKept finds.
func random(r *rand.Rand, kinds *Kinds, v reflect.Value, depth int) {
	switch p := v.Addr().Interface().(type) {
	case **site.Kind:
		*p = kinds.All[r.IntN(len(kinds.All))]
		return
	case *site.Body:
		p.SetHTML(strings.Repeat("<p>їжак</p>", r.IntN(3)))
	case **site.Field:
		*p = kinds.fields.all[r.IntN(len(kinds.fields.all))]
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				random(r, kinds, v.Field(i), depth)
			}
		}
	case reflect.Slice:
		if depth > 0 && r.IntN(4) > 0 {
			v.Set(reflect.MakeSlice(v.Type(), r.IntN(3), 3))
			for i := range v.Len() {
				random(r, kinds, v.Index(i), depth-1)
			}
		}
	case reflect.Pointer:
		if depth > 0 && r.IntN(2) > 0 {
			v.Set(reflect.New(v.Type().Elem()))
			random(r, kinds, v.Elem(), depth-1)
		}
	case reflect.String:
		v.SetString(strings.Repeat("їжак", r.IntN(3)))
	case reflect.Bool:
		v.SetBool(r.IntN(2) > 0)
	case reflect.Float64:
		v.SetFloat(float64(r.IntN(9)) / 4)
	case reflect.Uint8:
		v.SetUint(uint64(r.IntN(5)))
	default: // numbers
		v.SetInt(r.Int64N(1<<40) - 1<<39)
	}
}

func TestKept(t *testing.T) {
	kinds := theme(t)
	r := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		docs := make([]*site.Doc, r.IntN(4))
		for i := range docs {
			docs[i] = &site.Doc{}
			random(r, kinds, reflect.ValueOf(docs[i]).Elem(), 5)
		}
		same(t, kinds, Parsed{Docs: docs})
	}
}

// same keeps a file, reads it again and compares.
func same(t *testing.T, kinds *Kinds, p Parsed) {
	t.Helper()
	kept, err := kinds.Keep(p)
	if err != nil {
		t.Fatal(err)
	}
	again, err := kinds.Parsed(string(kept.Rest), func(n int, b *site.Body) bool { b.SetHTML(kept.Texts[n]); return true })
	if err != nil {
		t.Fatal(err)
	}
	pointers := cmp.Options{
		cmp.Comparer(func(a, b *site.Kind) bool { return a == b }), cmp.Comparer(func(a, b *site.Field) bool { return a == b }), cmp.AllowUnexported(site.Body{}),
	}
	if len(p.Docs) == 0 {
		p.Docs = nil
	}
	if diff := cmp.Diff(p, again, pointers); diff != "" {
		t.Fatalf("read again (-kept +read):\n%s", diff)
	}
}

// TestKeptSite keeps every file of SOM-hub's content: every field there is has its number.
func TestKeptSite(t *testing.T) {
	p := &Parser{Kinds: theme(t)}
	files := 0
	err := filepath.WalkDir("../../content", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".md") && !strings.HasSuffix(name, ".csv") {
			return err
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		files++
		same(t, p.Kinds, p.Parse(strings.TrimPrefix(filepath.ToSlash(name), "../../"), data))
		return nil
	})
	if err != nil || files < 100 {
		t.Fatalf("%d files, %v", files, err)
	}
}

// TestFaces tells what changes which digest.
func TestFaces(t *testing.T) {
	p := &Parser{Kinds: theme(t)}
	const text = "---\ntitle: Назва\nsummary: Коротко.\n---\n\nПерший абзац.\n\n## Розділ\n\nДругий абзац із [посиланням](https://example.org).\n"
	face := func(text string) Face {
		t.Helper()
		kept, err := p.Kinds.Keep(p.Parse("content/projects/a/index.md", []byte(text)))
		if err != nil || len(kept.Faces) != 1 {
			t.Fatal(len(kept.Faces), err)
		}
		return kept.Faces[0]
	}
	was := face(text)
	for _, tt := range []struct {
		name, old, new string
		shown, text    bool
	}{
		{"nothing", "x", "x", false, false},
		{"a word", "Другий абзац", "Третій довгий абзац", false, true},
		{"a line", "\n## Розділ", "\n\n\n## Розділ", false, true},
		{"a title", "title: Назва", "title: Інша", true, false},
		{"a summary", "Коротко.", "Довго.", true, false},
		{"a heading", "## Розділ", "## Підрозділ", true, true},
		{"where a link leads", "example.org", "example.com", true, false},
		{"the first paragraph", "Перший абзац.", "Перший.", false, true},
	} {
		now := face(strings.Replace(text, tt.old, tt.new, 1))
		if (now.Shown != was.Shown) != tt.shown || tt.text && now.Text == was.Text {
			t.Errorf("%s: shown differs %v, text differs %v", tt.name, now.Shown != was.Shown, now.Text != was.Text)
		}
	}
	bare := strings.Replace(text, "summary: Коротко.\n", "", 1)
	if face(bare).Shown == face(strings.Replace(bare, "Перший абзац.", "Перший.", 1)).Shown {
		t.Error("without a summary the first paragraph is shown")
	}
}

// TestKeptDamage reads what was kept with every byte changed and cut at every place: it may be told or not, but never stops the program.
func TestKeptDamage(t *testing.T) {
	p := &Parser{Kinds: theme(t)}
	kept, err := p.Kinds.Keep(p.Parse("content/projects/a/index.md", []byte("---\ntitle: Назва\nstatus: running\n---\n\nТекст [є](b.md).\n")))
	if err != nil {
		t.Fatal(err)
	}
	text := func(int, *site.Body) bool { return true }
	for i := range kept.Rest {
		damaged := append([]byte(nil), kept.Rest...)
		damaged[i] ^= 0xff
		p.Kinds.Parsed(string(damaged), text) // unchecked: see above
		if _, err := p.Kinds.Parsed(string(kept.Rest[:i]), text); err == nil {
			t.Errorf("cut at %d, and read", i)
		}
	}
}

func BenchmarkKept(b *testing.B) {
	p := &Parser{Kinds: theme(b)}
	text := "---\ntitle: Розділ\nsummary: Коротко.\ntags: [нуш, stem]\n---\n\n" + strings.Repeat("## Заголовок\n\nАбзац із [посиланням](x.md) і **словом**.\n\n- перше\n- друге\n\n", 12)
	kept, err := p.Kinds.Keep(p.Parse("content/manuals/m/01-a.md", []byte(text)))
	if err != nil {
		b.Fatal(err)
	}
	rest := string(kept.Rest)
	b.ReportMetric(float64(len(rest)), "bytes")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := p.Kinds.Parsed(rest, func(n int, b *site.Body) bool { b.SetHTML(kept.Texts[n]); return true }); err != nil {
			b.Fatal(err)
		}
	}
}
