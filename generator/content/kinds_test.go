package content

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/som-hub/vitryna/generator/site"
)

// TestTheme: the repository's own layouts load without a problem, and every kind of issue 2 is there.
func TestTheme(t *testing.T) {
	kinds := theme(t)
	for _, name := range strings.Fields("site centre project initiative award event contest winner station partner news page staff metric term manual chapter") {
		kind := kinds.Named(name)
		if kind == nil {
			t.Errorf("there is no kind %s", name)
			continue
		}
		if kind.Label.UK.Few == "" || kind.Label.EN[1] == "" {
			t.Errorf("%s: label %+v", name, kind.Label)
		}
		for _, f := range kind.Fields {
			checkField(t, name+".", f)
		}
	}
	if !slices.IsSortedFunc(kinds.All, func(a, b *site.Kind) int { return strings.Compare(a.Name, b.Name) }) {
		t.Error("the kinds are not in the order of their names")
	}
	if kinds.Section("projects") != kinds.Named("project") || kinds.Section("chapters") != nil || len(kinds.inside["manual"]) == 0 || kinds.inside["project"] != nil {
		t.Error("sections and kinds inside are mixed up")
	}
}

// checkField looks for what the author's reference and forms need: a label in both languages. Depth ends at clauses, which hold clauses.
func checkField(t *testing.T, path string, f *site.Field) {
	if f.Label.EN == "" && f.Label.UK != "ISBN" || f.Label.UK == f.Name {
		t.Errorf("%s%s: label %+v", path, f.Name, f.Label)
	}
	if strings.Count(path, ".") > 3 {
		return
	}
	for _, part := range f.Fields {
		checkField(t, path+f.Name+".", part)
	}
}

const good = "section: hurtky\nlabel: {uk: [гурток, гуртки, гуртків], en: [club, clubs]}\n"

// TestBrokenKinds gives for each broken kind.yaml the lines and codes.
func TestBrokenKinds(t *testing.T) {
	for _, test := range []struct{ name, kind, want string }{
		{"good", good, ""},
		{"empty", "", ""},
		{"only notes", "# нічого\n", ""},
		{"no YAML", good + "fields: {a: {label: [\n", "3 E-KIND-FILE"},
		{"a list", "- section\n", "1 E-KIND-FILE"},
		{"an unfinished line", "? <<", "1 E-KIND-FILE, 1 E-KIND-KEY"},
		{"a misspelt property", good + "feld: {}\n", "3 E-KIND-KEY"},
		{"a property twice", good + "title: а\ntitle: б\n", "4 E-KIND-FILE"},
		{"a property of another form", good + "sort: title\n", "3 E-KIND-FILE"},
		{"no label", "section: hurtky\n", "1 E-KIND-FILE"},
		{"two forms of a label", "section: hurtky\nlabel: {uk: [гурток, гуртки]}\n", "2 E-KIND-FILE"},
		{"no section", "label: гурток\n", "1 E-KIND-FILE"},
		{"a section that is no address", "section: Гуртки\nlabel: гурток\n", "1 E-KIND-FILE"},
		{"a section that is taken", "section: pages\nlabel: гурток\n", "1 E-KIND-DUP"},
		{"the section of a kind inside", "section: lots\nlabel: гурток\n", "1 E-KIND-DUP"},
		{"inside of nothing", good + "inside: nemaie\n", "1 E-KIND-FILE"},
		{"inside of itself", good + "inside: hurtok\n", "1 E-KIND-FILE"},
		{"an unknown source", good + "source: xlsx\n", "3 E-KIND-FILE"},
		{"sort", good + "sort: [-title, nemaie]\n", "3 E-KIND-FILE"},
		{"facets", good + "facets: [nemaie]\n", "3 E-KIND-FILE"},
		{"one-of", good + "one-of: [[title, nemaie]]\n", "3 E-KIND-FILE"},
		{"title", good + "title: \"{title} {nemaie.x}\"\n", "3 E-KIND-FILE"},
		{"a part of a title", good + "title: \"{n.nemaie}\"\nfields: {n: {label: Н, type: person}}\n", "3 E-KIND-FILE"},
		{"id", good + "source: csv\nid: \"{nemaie}\"\n", "4 E-KIND-FILE"},
		{"a reference to a section that is not there", good + "fields:\n  a: {label: А, type: ref, to: [hurtky, nemaie]}\n", "4 E-KIND-FIELD"},
		{"a private facet", good + "facets: [a]\nfields:\n  a: {label: А, private: true}\n", "3 E-KIND-FILE"},
		{"a private title", good + "title: \"{a}\"\nfields:\n  a: {label: А, private: true}\n", "3 E-KIND-FILE"},
		{"a facet by which nothing can be told apart", good + "facets: [a]\nfields:\n  a: {label: А, type: markdown}\n", "3 E-KIND-FILE"},
		{"fields as a list", good + "fields: [a, b]\n", "3 E-KIND-FILE"},
		{"a field without a description", good + "fields:\n  a: текст\n", "4 E-KIND-FILE"},
		{"a field twice", good + "fields:\n  a: {label: А}\n  a: {label: Б}\n", "5 E-KIND-FIELD"},
		{"a misspelt property of a field", good + "fields:\n  a: {label: А, requierd: true}\n", "4 E-KIND-KEY"},
		{"a property of a field of another form", good + "fields:\n  a:\n    label: А\n    max: багато\n", "6 E-KIND-FILE"},
		{"an unknown type", good + "fields:\n  a: {label: А, type: strng}\n", "4 E-KIND-TYPE"},
		{"an enum without words", good + "fields:\n  a: {label: А, type: enum}\n", "4 E-KIND-FIELD"},
		{"an unknown vocabulary", good + "fields:\n  a: {label: А, type: enum, of: stan}\n", "4 E-KIND-FIELD"},
		{"a reference to nothing", good + "fields:\n  a: {label: А, type: refs}\n", "4 E-KIND-FIELD"},
		{"an object without parts", good + "fields:\n  a: {label: А, type: list of object}\n", "4 E-KIND-FIELD"},
		{"a map of objects", good + "fields:\n  a: {label: А, type: map of person}\n", "4 E-KIND-FIELD"},
		{"a pattern", good + "fields:\n  a: {label: А, pattern: '['}\n", "4 E-KIND-FIELD"},
		{"a warning that is none", good + "fields:\n  a: {label: А, warn: E-ENUM}\n", "4 E-KIND-FIELD"},
		{"an unknown warning", good + "fields:\n  a: {label: А, warn: W-NEMAIE}\n", "4 E-KIND-FIELD"},
		{"an unknown code", good + "fields:\n  a: {label: А, missing: E-NEMAIE}\n", "4 E-KIND-FIELD"},
		{"required-with", good + "fields:\n  a: {label: А, required-with: nemaie}\n", "4 E-KIND-FIELD"},
		{"not-before", good + "fields:\n  a: {label: А, type: date, not-before: nemaie}\n", "4 E-KIND-FIELD"},
		{"ascending", good + "fields:\n  a: {label: А, type: list of object, ascending: nemaie, fields: {d: {label: Б}}}\n", "4 E-KIND-FIELD"},
		{"required-if", good + "fields:\n  a: {label: А, required-if: {nemaie: 1}}\n", "4 E-KIND-FIELD"},
		{"required-if, a value", good + "fields:\n  a: {label: А, required-if: {b: nemaie}}\n  b: {label: Б, type: enum, of: status}\n", "4 E-KIND-FIELD"},
		{"a default", good + "fields:\n  a: {label: А, type: int, default: багато}\n", "4 E-KIND-FIELD"},
		{"a default of a vocabulary", good + "fields:\n  a: {label: А, type: enum, of: status, default: nemaie}\n", "4 E-KIND-FIELD"},
		{"one label for two", good + "fields:\n  a: {label: Стан}\n  b: {label: СТАН}\n", "5 E-KIND-LABEL"},
		{"a label that is a name", good + "fields:\n  a: {label: Перше}\n  b: {label: A}\n", "5 E-KIND-LABEL"},
		{"an older label", good + "fields:\n  a: {label: Кав’ярня}\n  b: {label: Б, aka: [Кав'ярня]}\n", "5 E-KIND-LABEL"},
		{"the label of a common field", good + "fields:\n  a: {label: назва}\n", "4 E-KIND-LABEL"},
		{"labels of parts", good + "fields:\n  a: {label: А, type: object, fields: {b: {label: Б}, c: {label: б}}}\n", "4 E-KIND-LABEL"},
		{"null without quotes", good + "fields:\n  a: {label: А, null: true}\n", ""},
		{"everything at once", "sektion: x\nfields:\n  a: {type: strng}\n  b: {type: enum}\n", "1 E-KIND-FILE, 1 E-KIND-FILE, 1 E-KIND-KEY, 3 E-KIND-TYPE, 4 E-KIND-FIELD"},
	} {
		own := fstest.MapFS{"kinds/hurtok/kind.yaml": {Data: []byte(test.kind)}}
		kinds, problems := ReadKinds(layouts, own)
		sound(t, test.kind, problems)
		if got := told(problems); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
		for _, p := range problems {
			if p.File != "layouts/kinds/hurtok/kind.yaml" {
				t.Errorf("%s: told in %s", test.name, p.File)
			}
			if foreign := latinWords(p.What("uk")); foreign != "" && kinds.Named(foreign) == nil {
				t.Errorf("%s: English in a Ukrainian sentence: %s", test.name, foreign)
			}
		}
	}
}

// latinWords is what of a sentence is English: words of Latin letters that do not stand in marks of quotation.
func latinWords(sentence string) string {
	var found []string
	for i, part := range strings.FieldsFunc(sentence, func(r rune) bool { return r == '`' || r == '«' || r == '»' }) {
		for _, word := range strings.Fields(part) {
			if i%2 == 0 && len(word) > 3 && strings.Trim(word, "abcdefghijklmnopqrstuvwxyz:,.;") == "" {
				found = append(found, word)
			}
		}
	}
	return strings.Join(found, " ")
}

// Kinds that live in one another are told, and whatever lives in those: each is its own outermost.
func TestKindsInOneAnother(t *testing.T) {
	kinds, problems := ReadKinds(layouts, fstest.MapFS{
		"kinds/hurtok/kind.yaml":  {Data: []byte(good + "inside: zhurnal\n")},
		"kinds/zhurnal/kind.yaml": {Data: []byte("section: zhurnaly\nlabel: журнал\ninside: hurtok\n")},
		"kinds/zapys/kind.yaml":   {Data: []byte("section: zapysy\nlabel: запис\ninside: zhurnal\n")},
	})
	var files []string
	for _, p := range problems {
		files = append(files, p.Code+" "+p.File)
	}
	slices.Sort(files)
	want := []string{"E-KIND-FILE layouts/kinds/hurtok/kind.yaml", "E-KIND-FILE layouts/kinds/zapys/kind.yaml", "E-KIND-FILE layouts/kinds/zhurnal/kind.yaml"}
	if !slices.Equal(files, want) {
		t.Errorf("told %q, want %q", files, want)
	}
	for _, name := range []string{"hurtok", "zhurnal", "zapys"} {
		if got := kinds.Outermost(kinds.Named(name)).Name; got != name {
			t.Errorf("%s lives in %s in the end", name, got)
		}
	}
	if kinds := theme(t); kinds.Outermost(kinds.Named("chapter")).Name != "manual" || kinds.Outermost(kinds.Named("news")).Name != "news" {
		t.Error("chapters live in manuals, news in nothing")
	}
}

func TestBrokenKindsNameTheNearest(t *testing.T) {
	for _, test := range []struct{ kind, code, nearest string }{
		{good + "feilds: {}\n", "E-KIND-KEY", "fields"},
		{good + "fields:\n  a: {labl: А}\n", "E-KIND-KEY", "label"},
		{good + "fields:\n  a: {label: А, type: strng}\n", "E-KIND-TYPE", "string"},
	} {
		_, problems := ReadKinds(layouts, fstest.MapFS{"kinds/hurtok/kind.yaml": {Data: []byte(test.kind)}})
		if got := firstOf(problems, test.code).Args["nearest"]; got != test.nearest {
			t.Errorf("%q: %q, want %q", test.kind, got, test.nearest)
		}
	}
	_, problems := ReadKinds(layouts, fstest.MapFS{"kinds/hurtok/kind.yaml": {Data: []byte(good + "fields:\n  a: {label: А, type: enum, of: statu}\n")}})
	if got := firstOf(problems, "E-KIND-FIELD").What("uk"); !strings.Contains(got, "`status`") {
		t.Error(got)
	}
}

// TestBrokenKindsDoNotBreakParsing reads a page with a kind in which everything is wrong: no panic.
func TestBrokenKindsDoNotBreakParsing(t *testing.T) {
	own := fstest.MapFS{"kinds/hurtok/kind.yaml": {Data: []byte(good + `fields:
  a: {label: А, type: enum, of: nemaie}
  b: {label: Б, type: strng, pattern: '['}
  c: {label: В, type: object}
  d: {label: Г, warn: W-NEMAIE, max: 1}
  e: {label: Ґ, type: ref}
  f: {label: Д, type: map of enum, keys: nemaie}
  g: {label: Е, missing: E-NEMAIE, required: true}
  h: {label: Є, type: enum}
  i: {label: Ж, required-if: {nemaie: 1, a: x}}
`)}}
	kinds, problems := ReadKinds(layouts, own)
	if len(problems) < 9 {
		t.Errorf("only %s", told(problems))
	}
	source := page("title: А\na: x\nb: x\nc: {x: y}\nd: довге\ne: x\nf: {x: y}\nh: x\ni: x\n")
	parsed := (&Parser{Kinds: kinds}).Parse("content/hurtky/a/index.md", []byte(source))
	sound(t, source, parsed.Problems)
}

// TestLayers: a later layer lies over the ones before, file by file, and of the vocabularies word by word.
func TestLayers(t *testing.T) {
	own := fstest.MapFS{
		"kinds/page/kind.yaml":   {Data: []byte("section: storinky\nlabel: [аркуш, аркуші, аркушів]\n")},
		"kinds/hurtok/kind.yaml": {Data: []byte("section: hurtky\nlabel: {uk: гурток}\nsort: [-title, id]\nfeed: true\ncommon: false\nfields: {title: {label: Ім’я, aka: [Назва]}, 'null': {label: Нуль}}\n")},
		"vocabularies.yaml":      {Data: []byte("status:\n  planned: {uk: заплановано}\n  running: {uk: іде, en: goes}\ncraft:\n  music: {uk: музика}\n  _includes: [audience, status]\n  parents: {uk: тато й мама}\n")},
	}
	kinds, problems := ReadKinds(layouts, own)
	if got := told(problems); got != "1 E-KIND-FILE" || !strings.HasSuffix(problems[0].File, "page/kind.yaml") {
		t.Errorf("a label must be a map of languages or a text: %s", got)
	}
	if kinds.Section("pages") != nil || kinds.Section("storinky") == nil {
		t.Error("the kind of the layer below shows through")
	}
	hurtok := kinds.Named("hurtok")
	if len(hurtok.Fields) != 2 || hurtok.Field("НАЗВА") != hurtok.Fields[0] || !hurtok.Feed || hurtok.Field("null") != hurtok.Fields[1] {
		t.Errorf("%+v", hurtok)
	}
	if want := []site.SortKey{{Field: "title", Descending: true}, {Field: "id"}}; !slices.Equal(hurtok.Sort, want) {
		t.Errorf("sort %+v", hurtok.Sort)
	}
	for name, want := range map[string]string{
		"status": "0 running=іде/goes, 1 completed=завершено/completed, 2 living-room=методична вітальня/living room, 3 cafe=педагогічна кав’ярня/pedagogical cafe, 4 planned=заплановано/",
		"craft":  "0 music=музика/, 1 parents=тато й мама/, 2 educators=педагоги/educators, 3 running=іде/goes, 4 completed=завершено/completed, 5 living-room=методична вітальня/living room, 6 cafe=педагогічна кав’ярня/pedagogical cafe, 7 planned=заплановано/",
	} {
		var words []string
		for _, w := range kinds.Vocabularies[name].Words {
			words = append(words, fmt.Sprintf("%d %s=%s/%s", w.Order, w.Name, w.Label.UK, w.Label.EN))
		}
		if got := strings.Join(words, ", "); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, want)
		}
	}
	if w := kinds.Vocabularies["status"].Find("триває"); w != nil {
		t.Errorf("the word that was replaced is found still: %+v", w)
	}
	if w := kinds.Vocabularies["status"].Word("living-room"); w.Count.UK.Many != "методичних віталень" || w.Count.EN[1] != "living rooms" {
		t.Errorf("forms for counting: %+v", w.Count)
	}
}

func TestBrokenVocabularies(t *testing.T) {
	for _, test := range []struct{ name, source, want string }{
		{"no YAML", "craft: [\n", "1 E-KIND-FILE"},
		{"a list", "- craft\n", "1 E-VOCABULARY"},
		{"a text in place of words", "craft: музика\n", "1 E-VOCABULARY"},
		{"a text in place of labels", "craft:\n  music: музика\n", "2 E-VOCABULARY"},
		{"no Ukrainian", "craft:\n  music: {en: music}\n", "2 E-VOCABULARY"},
		{"a misspelt property", "craft:\n  music: {uk: музика, enn: music}\n", "2 E-KIND-KEY"},
		{"two forms", "craft:\n  music: {uk: [музика, музики]}\n", "2 E-KIND-FILE"},
		{"two forms for counting", "craft:\n  music: {uk: музика, count: {uk: [музика, музики]}}\n", "2 E-KIND-FILE"},
		{"an unknown list", "craft:\n  _includes: [nemaie]\n", "2 E-VOCABULARY"},
		{"a circle", "a: {_includes: [b], x: {uk: ікс}}\nb: {_includes: [a], y: {uk: ігрек}}\n", ""},
		{"one label for two", "craft:\n  a: {uk: музика}\n  b: {uk: Музика}\n", "E-VOCABULARY"},
		{"an older label", "craft:\n  a: {uk: музика}\n  b: {uk: спів, aka: [a]}\n", "E-VOCABULARY"},
	} {
		kinds, problems := ReadKinds(layouts, fstest.MapFS{"vocabularies.yaml": {Data: []byte(test.source)}})
		sound(t, test.source, problems)
		if got := told(problems); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
		for _, name := range slices.Sorted(maps.Keys(kinds.Vocabularies)) {
			if kinds.Vocabularies[name].Name != name {
				t.Errorf("%s: %+v", name, kinds.Vocabularies[name])
			}
		}
	}
}

// TestKindsAreReadAlike: the same layouts give the same kinds, whatever the order of maps.
func TestKindsAreReadAlike(t *testing.T) {
	dump := func() string {
		kinds, problems := ReadKinds(os.DirFS("../../layouts"), fstest.MapFS{"vocabularies.yaml": {Data: []byte(
			"a: {_includes: [b], ax: {uk: а}}\nb: {_includes: [c], bx: {uk: б}}\nc: {_includes: [d], cx: {uk: в}}\nd: {dx: {uk: г}}\n")}})
		var b strings.Builder
		for _, kind := range kinds.All {
			fmt.Fprintf(&b, "%s %+v %v %v\n", kind.Name, kind.Label, kind.Sort, site.Names(kind.Fields))
		}
		for _, name := range slices.Sorted(maps.Keys(kinds.Vocabularies)) {
			for _, w := range kinds.Vocabularies[name].Words {
				fmt.Fprintf(&b, "%s %s %d\n", name, w.Name, w.Order)
			}
		}
		return b.String() + told(problems)
	}
	first := dump()
	if !strings.Contains(first, "a ax 0\na bx 1\na cx 2\na dx 3\n") {
		t.Error("a list that includes a list that includes a list lacks its words")
	}
	for range 5 {
		if dump() != first {
			t.Fatal("the kinds differ from one reading to the next")
		}
	}
}

// FuzzKinds reads any bytes as kind.yaml: no panic, problems with their arguments and places, and pages can be read by what came of it.
func FuzzKinds(f *testing.F) {
	for _, seed := range []string{
		good, good + "fields:\n  a: {label: А, type: list of object, fields: {b: {type: int, default: 1}}, ascending: b}\n",
		good + "fields: {a: {type: enum, of: status, required-if: {a: [b, null]}, default: триває}}\nsort: [-a]\none-of: [[a]]\ntitle: \"{a.b}\"\n",
		good + "fields: {title: {type: map of int, keys: audience, min: .inf, pattern: '('}}\ninside: manual\nsource: csv\n", "? [a]\n: b\n", "fields: {a: &x {fields: {b: *x}}}",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, source []byte) {
		kinds, problems := ReadKinds(layouts, fstest.MapFS{"kinds/hurtok/kind.yaml": {Data: source}})
		sound(t, string(source), problems)
		body := []byte(page("title: А\na: x\nb: [1, {c: d}]\nнапрям: {а: б}\n"))
		for _, file := range []string{"content/hurtky/a/index.md", "content/hurtky/a.csv", "content/manuals/a/01-b.md"} {
			(&Parser{Kinds: kinds}).Parse(file, body)
		}
	})
}
