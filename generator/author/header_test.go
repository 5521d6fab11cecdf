package author

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/site"
)

// kind is a kind with a field of every form.
func kind() *site.Kind {
	state := &site.Vocabulary{Words: []*site.Word{
		{Name: "running", Label: site.Text{UK: "триває", EN: "running"}}, {Name: "done", Label: site.Text{UK: "завершено", EN: "done"}},
	}}
	field := func(name, label string, t site.Type) *site.Field {
		return &site.Field{Name: name, Label: site.Text{UK: label}, Type: t}
	}
	list := func(f *site.Field) *site.Field { f.List = true; return f }
	status := field("status", "Стан", site.Enum)
	status.Vocabulary = state
	kinds := list(field("kinds", "Види", site.Enum))
	kinds.Vocabulary = state
	team := list(field("team", "Команда", site.Object))
	team.Fields = []*site.Field{field("name", "Ім’я", site.String), field("since", "Від", site.DateOnly), list(field("tags", "Теги", site.String)), field("about", "Про", site.Markdown)}
	lead := field("lead", "Керує", site.Object)
	lead.Fields = []*site.Field{field("surname", "Прізвище", site.String), field("given", "Ім’я", site.String), field("born", "Рік", site.Int)}
	counts := field("counts", "Лічба", site.Int)
	counts.Map = true
	k := &site.Kind{Name: "project", Fields: []*site.Field{
		field("title", "Назва", site.String), field("summary", "Коротко", site.PlainText), status, kinds, field("start", "Початок", site.DateOnly),
		field("draft", "Чернетка", site.Bool), list(field("tags", "Теги", site.String)), field("aim", "Мета", site.Markdown), lead, team, counts, field("price", "Ціна", site.Number),
	}}
	k.Index()
	return k
}

func text(s string) Value { return Value{Form: Text, Text: s} }

// TestSetField: pairs of texts. A case is its name, a line `# field = value` for every change, the text before, the text after.
func TestSetField(t *testing.T) {
	files, err := filepath.Glob("testdata/header/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i+1 < len(archive.Files); i += 2 {
			before, want := archive.Files[i], archive.Files[i+1]
			t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar")+"/"+before.Name, func(t *testing.T) {
				name, written, _ := strings.Cut(want.Name, " =")
				got, err := SetField(before.Data, kind(), name, parse(t, strings.TrimSpace(written)))
				if err != nil || !bytes.Equal(got, want.Data) {
					t.Errorf("%v\n%s\nwant\n%s", err, got, want.Data)
				}
			})
		}
	}
}

// parse reads a value of a case: a header of one line.
func parse(t *testing.T, written string) Value {
	t.Helper()
	if written == "" {
		return Value{}
	}
	header, _, err := content.ReadWritten([]byte("---\nk: " + written + "\n---\n"))
	if err != nil {
		t.Fatal(err)
	}
	return plainValue(header.Items[0])
}

func plainValue(w *content.Written) Value {
	v := Value{Form: Text, Text: w.Text}
	switch {
	case w.Null:
		return Value{}
	case w.Form == content.List:
		v = Value{Form: List}
		for _, i := range w.Items {
			v.Items = append(v.Items, plainValue(i))
		}
	case w.Form == content.Map:
		v = Value{Form: Parts}
		for i, k := range w.Keys {
			v.Parts = append(v.Parts, Part{k.Text, plainValue(w.Items[i])})
		}
	}
	return v
}

// TestRandom changes random fields of random headers: what was meant stands there, every line of other fields and every note outside of the field keeps its
// bytes, and the same change twice is one.
func TestRandom(t *testing.T) {
	for seed := range uint64(700) {
		r := rand.New(rand.NewPCG(seed, 9))
		k := kind()
		source := randomText(r, k)
		if _, _, err := Fields(source, k); err != nil {
			t.Fatalf("seed %d: the test writes a header that cannot be read: %v\n%s", seed, err, source)
		}
		for range 4 {
			f := k.Fields[r.IntN(len(k.Fields))]
			v := randomValue(r, f)
			got, err := SetField(source, k, f.Name, v)
			if err != nil {
				t.Fatalf("seed %d: %s = %+v: %v\n%s", seed, f.Name, v, err, source)
			}
			fields, _, _ := Fields(got, k)
			at := slices.IndexFunc(fields, func(p Part) bool { return p.Name == f.Name })
			if want := tidy(v, f); want.Form == Nothing && at >= 0 || want.Form != Nothing && (at < 0 || !same(fields[at].Value, want)) {
				t.Fatalf("seed %d: %s is not %+v\n%s", seed, f.Name, v, got)
			}
			if !within(outside(t, source, k, f), outside(t, got, k, f)) {
				t.Fatalf("seed %d: %s = %+v changed other lines\n--- before\n%s--- after\n%s", seed, f.Name, v, source, got)
			}
			if again, err := SetField(got, k, f.Name, v); err != nil || !bytes.Equal(again, got) {
				t.Fatalf("seed %d: a second time it changes: %v\n%s\n%s", seed, err, got, again)
			}
			source = got
		}
	}
}

// outside are the bytes of a text without the lines of one field.
func outside(t *testing.T, source []byte, k *site.Kind, f *site.Field) string {
	t.Helper()
	l := cut(source)
	header, where, err := content.ReadWritten(l.plain())
	if err != nil {
		t.Fatal(err)
	}
	if header == nil {
		return string(source)
	}
	e := &editor{lines: l, kind: k, header: header, where: where}
	for i, key := range header.Keys {
		if k.Field(key.Text) == f {
			m := mapAt{header, nil, k.Field, where.Close - 1, true}
			l.replace(key.Line-1, e.notes(e.last(header.Items[i], key.Line, m.boundOf(i)), 0), nil)
			break
		}
	}
	return string(l.bytes())
}

// within tells whether the lines of one text all stand in another, in their order, with nothing more than notes between: those inside of brackets go
// before the field.
func within(before, after string) bool {
	old := strings.SplitAfter(before, "\n")
	for line := range strings.SplitAfterSeq(after, "\n") {
		switch {
		case len(old) > 0 && line == old[0]:
			old = old[1:]
		case !strings.HasPrefix(strings.TrimSpace(line), "#"):
			return false
		}
	}
	return len(old) == 0
}

var words = []string{
	"Проба", "методист", "a: b", "# не примітка", "так", "null", "2019", "1.5", "'цитата'", `"лапки"`, "[дужки]", "{", "- тире", "кінець #", "a #b", "* зірка", "& знак",
	"! оклик", "| риска", "> більше", "% відсоток", "@ равлик", "` апостроф", "слово з пробілами, комою", "~", "?", "---", "...", "C:\\шлях", "\u00a0пробіл", "т\u2028р", "\tтаб", "😀", "so: ", ": a", "тест:",
}

func randomWord(r *rand.Rand) string {
	if r.IntN(2) == 0 {
		return words[0]
	}
	return words[r.IntN(len(words))]
}

func randomScalar(r *rand.Rand, f *site.Field) string {
	switch f.Type {
	case site.Enum:
		return []string{"running", "done"}[r.IntN(2)]
	case site.Bool:
		return []string{"true", "false"}[r.IntN(2)]
	case site.DateOnly:
		return []string{"2026-11-20", "2020-01-05"}[r.IntN(2)]
	case site.Int, site.Number:
		return fmt.Sprint(r.IntN(3000))
	case site.Markdown, site.PlainText:
		var list []string
		for range 1 + r.IntN(4) {
			if r.IntN(5) == 0 {
				list = append(list, "")
			}
			list = append(list, randomWord(r))
		}
		return strings.Join(list, "\n")
	}
	return randomWord(r)
}

// randomValue is a value as a form may send it.
func randomValue(r *rand.Rand, f *site.Field) Value {
	one := *f
	one.List, one.Map = false, false
	switch {
	case r.IntN(5) == 0:
		return Value{}
	case f.Map:
		var list []Part
		for _, name := range []string{"перше", "друге: з двокрапкою", "3"} {
			if r.IntN(2) == 0 {
				list = append(list, Part{name, text(randomScalar(r, &one))})
			}
		}
		return Value{Form: Parts, Parts: list}
	case f.List:
		var items []Value
		for range r.IntN(4) {
			items = append(items, randomValue(r, &one))
		}
		return Value{Form: List, Items: items}
	case len(f.Fields) > 0:
		var list []Part
		for _, p := range f.Fields {
			if r.IntN(3) > 0 {
				list = append(list, Part{p.Name, randomValue(r, p)})
			}
		}
		return Value{Form: Parts, Parts: list}
	}
	return text(randomScalar(r, f))
}

// randomText is a text whose header is written in many ways.
func randomText(r *rand.Rand, k *site.Kind) []byte {
	var b strings.Builder
	b.WriteString("---\n")
	for _, i := range r.Perm(len(k.Fields))[:r.IntN(len(k.Fields))] {
		f := k.Fields[i]
		if r.IntN(4) == 0 {
			b.WriteString([]string{"# примітка\n", "\n", "  # відступ\n"}[r.IntN(3)])
		}
		b.WriteString([]string{f.Name, f.Label.UK}[r.IntN(2)] + ":")
		b.WriteString(randomWritten(r, f, 0))
		b.WriteString("\n")
	}
	if r.IntN(4) == 0 {
		b.WriteString("# остання\n")
	}
	b.WriteString("---\nТекст.\n")
	s := b.String()
	if r.IntN(4) == 0 {
		s = strings.ReplaceAll(s, "\n", "\r\n")
	}
	if r.IntN(6) == 0 {
		s = "\ufeff" + s
	}
	return []byte(s)
}

// randomWritten is a value behind a colon or a dash.
func randomWritten(r *rand.Rand, f *site.Field, indent int) string {
	one := *f
	one.List, one.Map = false, false
	pad := "\n" + strings.Repeat(" ", indent+2)
	note := []string{"", "", "  # примітка"}[r.IntN(3)]
	switch {
	case r.IntN(10) == 0:
		return note
	case f.Map:
		return note + pad + "перше: 1" + pad + "# між" + pad + "'інше': 2"
	case f.List && len(f.Fields) > 0:
		if r.IntN(4) == 0 {
			return " [{name: А}, {name: 'Б'} ]" + note
		}
		s := note
		for range 1 + r.IntN(3) {
			s += pad + "-"
			for i, p := range f.Fields[:1+r.IntN(len(f.Fields))] {
				if i > 0 {
					s += pad + "  "
				} else {
					s += " "
				}
				s += []string{p.Name, p.Label.UK}[r.IntN(2)] + ":" + randomWritten(r, p, indent+4)
			}
		}
		return s
	case f.List:
		switch r.IntN(3) {
		case 0:
			return " [" + inline(randomScalar(r, &one), content.Plain, &one, true) + ", " + inline(randomScalar(r, &one), content.Double, &one, true) + "]" + note
		case 1:
			return " [" + inline(randomScalar(r, &one), content.Single, &one, true) + "," + pad + "# серед" + pad + inline(randomScalar(r, &one), content.Plain, &one, true) + pad + "]" + note
		}
		s := note
		for range 1 + r.IntN(3) {
			s += pad + "-  " + inline(randomScalar(r, &one), content.Form(r.IntN(3)), &one, false) + []string{"", " # n"}[r.IntN(2)]
		}
		return s
	case len(f.Fields) > 0:
		s := note
		for _, p := range f.Fields[:1+r.IntN(len(f.Fields))] {
			s += pad + p.Name + ":" + randomWritten(r, p, indent+2)
		}
		return s
	case f.Type == site.Markdown && r.IntN(2) == 0:
		return []string{" |", " >-", " |2-", " |+"}[r.IntN(4)] + note + pad + "Перший рядок" + pad + "# другий\n" + pad + "третій"
	case f.Type == site.PlainText && r.IntN(3) == 0:
		return " слово" + pad + "друге" + note
	}
	return " " + inline(randomScalar(r, f), content.Form(r.IntN(3)), f, false) + note
}

// FuzzSetField: whatever the text, a change is made as it should be, or it is refused and nothing is lost.
func FuzzSetField(f *testing.F) {
	f.Add([]byte("---\ntitle: А\n---\nБ\n"), "Назва", uint8(0))
	f.Add([]byte("---\nteam:\n- name: А\n  tags: [б, 'в']\n---\n"), "x: y\nz", uint8(9))
	f.Add([]byte("---\naim: |\n  а\n\n  б\nlead: {surname: А}\n---"), "б", uint8(7))
	for _, file := range []string{"header/scalar.txtar", "header/list.txtar", "header/object.txtar"} {
		archive, err := txtar.ParseFile("testdata/" + file)
		if err != nil {
			f.Fatal(err)
		}
		for _, c := range archive.Files {
			f.Add(c.Data, "слово", uint8(len(c.Data)))
		}
	}
	k := kind()
	f.Fuzz(func(t *testing.T, source []byte, word string, n uint8) {
		field := k.Fields[int(n)%len(k.Fields)]
		v := text(word)
		if len(field.Fields) > 0 {
			v = Value{Form: Parts, Parts: []Part{{field.Fields[0].Name, text(word)}}}
		}
		if n > 127 {
			v = Value{}
		}
		got, err := SetField(source, k, field.Name, v)
		if err != nil {
			if !errors.Is(err, ErrField) && !errors.Is(err, content.ErrHeader) {
				t.Error(err)
			}
			return
		}
		_, body := Split(source)
		if _, after := Split(got); len(source) > 0 && !bytes.Equal(body, after) && bytes.HasPrefix(bytes.TrimSpace(source), []byte("---")) {
			t.Errorf("the text below the header is another: %q, %q", body, after)
		}
		if back := cut(source).bytes(); !bytes.Equal(back, source) {
			t.Errorf("lines do not give the text back: %q, %q", source, back)
		}
	})
}

// TestReplaceBody: a text that a browser gives back keeps the ends of lines, and whatever has not changed.
func TestReplaceBody(t *testing.T) {
	for _, c := range []struct{ source, body, want string }{
		{"---\na: b\n---\nОдин.\n", "Два.\n", "---\na: b\n---\nДва.\n"},
		{"---\r\na: b\r\n---\r\nОдин.\r\nДва.\r\n", "Один.\nДва.\nТри.\n", "---\r\na: b\r\n---\r\nОдин.\r\nДва.\r\nТри.\r\n"},
		{"\ufeff---\na: b\n---\nа\r\nб\nв", "а\nб!\nв", "\ufeff---\na: b\n---\nа\r\nб!\nв"},
		{"\ufeff\ufeff---\na: b\n---\nа\r\nб\nв", "а\nб!\nв", "\ufeff\ufeff---\na: b\n---\nа\r\nб!\nв"},
		{"Без заголовка.\n", "Інше.\n", "Інше.\n"},
		{"---\na: b\n---\n", "Текст.\n", "---\na: b\n---\nТекст.\n"},
		{"---\na: b\n---", "Текст.\n", "---\na: b\n---\nТекст.\n"},
		{"---\na: b\n---\nТекст.", "Текст.\n", "---\na: b\n---\nТекст.\n"},
		{"---\na: b\n---\nТекст.\n", "Текст.", "---\na: b\n---\nТекст."},
		{"---\na: b\n---\nТекст.\n", "", "---\na: b\n---\n"},
		{"", "Текст.\n", "Текст.\n"},
	} {
		if got := string(ReplaceBody([]byte(c.source), c.body)); got != c.want {
			t.Errorf("%q with %q: %q, want %q", c.source, c.body, got, c.want)
		}
		if _, body := Split([]byte(c.want)); strings.ReplaceAll(string(body), "\r\n", "\n") != c.body {
			t.Errorf("%q has the body %q, want %q", c.want, body, c.body)
		}
	}
}
