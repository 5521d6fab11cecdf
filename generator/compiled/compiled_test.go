package compiled_test

import (
	"bytes"
	"errors"
	"html/template"
	"maps"
	"strings"
	"sync"
	"testing"

	"github.com/som-hub/vitryna/generator/compiled"
)

type base struct{ Deep string }

type owner struct{ name string }

func (o owner) Name() string { return o.name }

type view struct {
	*base
	Title  string
	Number int
	Wide   int64
	Share  float64
	Yes    bool
	HTML   template.HTML
	JS     template.JS
	URL    template.URL
	List   []string
	Any    []any
	Items  []*view
	Map    map[string]int
	Owner  *owner
	Face   any
	Empty  any
}

func (v *view) Word() string                   { return v.Title + "!" }
func (v view) Copy() string                    { return v.Title }
func (v *view) T(key string, a ...any) string  { return key + strings.Repeat("·", len(a)) }
func (v *view) Kind(name string, n int) string { return strings.Repeat(name, n) }
func (v *view) Checked(ok bool) (string, error) {
	if !ok {
		return "", errors.New("not so")
	}
	return "so", nil
}
func (v *view) Say(text string) (string, error) {
	if text == "" {
		return "", errors.New("nothing to say")
	}
	return text + "!", nil
}
func (v *view) Panic() string { panic("no page may fall by this") }
func (v *view) None() *owner  { return nil }

const nasty = `<b title="x">'&+ javascript:alert(1) </script> %41 «ґ»`

func sample() *view {
	item := &view{Title: "a/b", Number: 1}
	return &view{
		base: &base{"глибоко"}, Title: "Назва", Number: 7, Wide: 8, Share: 0.5, Yes: true, HTML: "<i>&amp;</i>", JS: `{"a":"<"}`, URL: "https://a.ua/?b=<",
		List: []string{"а", nasty}, Any: []any{1, "б", nil, owner{"в"}}, Items: []*view{item, {Title: nasty}}, Map: map[string]int{"a": 1},
		Owner: &owner{"пані"}, Face: owner{nasty},
	}
}

// known are layouts that are executed here.
var known = map[string]string{
	"text":       `<p>слово {{/* nothing */}} слово</p>`,
	"field":      `<p>{{.Title}} {{.Number}} {{.Wide}} {{.Share}} {{.Yes}} {{.Deep}} {{.HTML}} {{.URL}}</p>`,
	"method":     `<p>{{.Word}} {{.Copy}} {{.T "a"}} {{.T "a" 1 .Title}} {{.Kind "x" 3}} {{.Kind .Title .Number}} {{.Checked true}}</p>`,
	"chain":      `<p>{{.Owner.Name}} {{.Face.Name}} {{(index .Items 0).Word}} {{print (print .Title "?")}}</p>`,
	"attributes": `<a href="{{.Title}}" title="{{.Title}}"></a>{{range .Items}}<a href="{{.Title}}" title="{{.Title}}">{{.Title}}</a><a href="/x?y={{.Title}}"></a><a href="#{{.Title}}"></a>{{end}}`,
	"title":      `<title>{{range .List}}{{.}}{{end}} {{.HTML}}</title>`,
	"script":     `<script type="application/ld+json">{{.JS}}</script><script>let a = {{.Title}}, b = {{.Number}}, c = {{.List}};</script>`,
	"if":         `{{if .Yes}}a{{end}}{{if .Empty}}b{{else if .Title}}c{{else}}d{{end}}{{if not .List}}e{{end}}{{if and .Yes .Number}}f{{end}}{{if or .Empty .None .Title}}g{{end}}{{if .None}}h{{end}}{{if .Map}}i{{end}}{{if .Share}}j{{end}}{{if .Owner}}k{{end}}{{if .Face}}l{{end}}`,
	"with":       `{{with .Title}}<p>{{.}} {{$.Number}}</p>{{end}}{{with .Empty}}a{{else}}b{{end}}{{with $x := .Owner}}{{$x.Name}}{{.Name}}{{end}}`,
	"range":      `{{range .List}}<li>{{.}}{{end}}{{range $i, $x := .Items}}{{$i}}={{$x.Title}};{{end}}{{range $x := .List}}{{$x}}{{end}}{{range .Empty}}a{{else}}b{{end}}{{range .Any}}{{if .}}x{{end}}{{end}}`,
	"variables":  `{{$a := .Title}}{{$b := ""}}{{range .List}}{{$b = .}}{{$a := "inner"}}{{$a}}{{end}}{{$a}} {{$b}}`,
	"compare":    `{{eq .Title "Назва"}} {{eq .Number 3 7}} {{ne .Number 7}} {{eq .Wide 8}} {{eq .Yes true}} {{lt .Number 8}} {{le .Number 7}} {{gt .Number 7}} {{ge .Wide 8}} {{ne .Title "x"}}`,
	"functions":  `{{len .List}} {{len .Title}} {{index .List 0}} {{index .Map "a"}} {{index .Map "b"}} {{slice .Title 2}} {{slice .Title 0 2}} {{print .Number "x" 1}} {{printf "%s-%d" .Title .Number}}`,
	"template":   `{{define "one"}}<b>{{.}}</b>{{end}}{{define "tree"}}{{.Title}}{{range .Items}}<ul>{{template "tree" .}}</ul>{{end}}{{end}}{{template "one" .Title}}{{template "tree" .}}{{define "still"}}b{{end}}{{template "still"}}`,
}

// left are layouts that html/template has to execute: wholly or with these values.
var left = map[string]string{
	"no field":       `before {{.Absent}}`,
	"nil":            `before {{.None.Name}}`,
	"nil printed":    `<p>{{.Empty}}</p>`,
	"nil inside":     `{{range .Any}}{{.}}{{end}}`,
	"hidden":         `{{.hidden}}`,
	"error":          `before {{.Checked false}}`,
	"panic":          `before {{.Panic}}`,
	"too many":       `{{.Kind "x"}}`,
	"not a function": `{{.Title "x"}}`,
	"wrong type":     `{{.Kind 1 2}}`,
	"wide argument":  `{{.Kind "x" .Wide}}`,
	"order of words": `{{if lt .Title "Я"}}a{{end}}`,
	"map":            `{{range $k, $v := .Map}}{{$k}}={{$v}}{{end}}`,
	"count":          `{{range $i := 3}}{{$i}}{{end}}`,
	"map as fields":  `{{.Map.a}} {{.Map.b}}`,
	"break":          `{{range .List}}{{.}}{{break}}{{end}}`,
	"outside":        `{{index .List 5}}`,
	"slice too far":  `{{slice .Title 50}}`,
	"compare kinds":  `{{if eq .Title 7}}a{{end}}`,
	"own pipeline":   `{{.Title | printf "%q"}}`,
	"call":           `{{call .Word}}`,
	"other places":   `<style>a { color: {{.Title}} }</style><img srcset="{{.Title}}"><a onclick="f({{.Title}})">`,
	"cannot be safe": `<a href="{{if .Yes}}"{{end}}>`,
	"calls itself":   `{{define "again"}}a{{template "again" .}}{{end}}{{if .Empty}}{{template "again" .}}{{end}}{{.Absent}}`,
	"does not exist": `{{if .Yes}}{{template "nowhere" .}}{{end}}`,
	"absent":         `{{with .Absent}}{{end}}`,
	"no value":       `{{define "one"}}<b>{{.}}</b>{{end}}{{template "one"}}`,
}

func TestAsHTMLTemplate(t *testing.T) {
	for name, layout := range known {
		t.Run(name, func(t *testing.T) {
			set := same(t, layout, sample())
			if doubts := set.Doubts(); len(doubts) > 0 {
				t.Errorf("left to html/template: %v", doubts)
			}
		})
	}
	for name, layout := range left {
		t.Run(name, func(t *testing.T) {
			set := same(t, layout, sample())
			if len(set.Doubts()) == 0 {
				t.Error("not left to html/template: put it with the known ones")
			}
		})
	}
}

// same executes a layout here and by html/template: what is written and what is wrong must be the same.
func same(t *testing.T, layout string, view any, questions ...compiled.Question) *compiled.Set {
	t.Helper()
	standard, err := template.New("page").Parse(layout)
	if err != nil {
		t.Fatal(err)
	}
	set := compiled.New(template.Must(standard.Clone()), template.New(""), "page")
	set.Questions(questions)
	var want, got bytes.Buffer
	wantErr := standard.ExecuteTemplate(&want, "page", view)
	gotErr := set.Execute(&got, "page", view)
	if want.String() != got.String() {
		t.Errorf("%s\n got %s\nwant %s", layout, &got, &want)
	}
	if (wantErr == nil) != (gotErr == nil) || wantErr != nil && wantErr.Error() != gotErr.Error() {
		t.Errorf("%s\n got error %v\nwant %v", layout, gotErr, wantErr)
	}
	return set
}

// A question that is known is answered without reflection, by every type that can be asked it so; the others are asked as before.
func TestQuestions(t *testing.T) {
	asked := map[string]int{}
	questions := []compiled.Question{
		compiled.Ask(func(v interface{ Word() string }) any { asked["Word"]++; return v.Word() }),
		compiled.Ask(func(v interface{ Name() string }) any { asked["Name"]++; return v.Name() }),
		compiled.Ask(func(v interface{ None() *owner }) any { asked["None"]++; return v.None() }),
		compiled.Ask(func(v interface{ Panic() string }) any { asked["Panic"]++; return v.Panic() }),
		compiled.Ask(func(v interface{ Kind() string }) any { asked["Kind"]++; return v.Kind() }),
		compiled.AskBy(func(v interface{ T(string, ...any) string }, key string) (any, error) {
			asked["T"]++
			return v.T(key), nil
		}),
		compiled.AskBy(func(v interface{ Say(string) (string, error) }, text string) (any, error) {
			asked["Say"]++
			return v.Say(text)
		}),
	}
	const layout = `<p>{{.Word}} {{.Owner.Name}} {{if .None}}a{{end}} {{.T "a"}} {{.T .Title 1}} {{.Kind "x" 2}} {{.Say .Title}} {{range .Items}}{{.Word}}{{end}}</p>`
	same(t, layout, sample(), questions...)
	for _, left := range []string{`{{.Say ""}}`, `{{.Panic}}`, `{{.Word 1}}`, `{{.T}}`, `{{.T .HTML}}`, `{{.Say .Number}}`} {
		if set := same(t, left, sample(), questions...); len(set.Doubts()) == 0 {
			t.Errorf("%s is not left to html/template", left)
		}
	}
	want := map[string]int{"Word": 3, "Name": 1, "None": 1, "T": 1, "Say": 2, "Panic": 1}
	if !maps.Equal(asked, want) {
		t.Errorf("asked %v, want %v", asked, want)
	}
}

// A page that is left to html/template half-way leaves nothing behind of what was written until then.
func TestWritesOnce(t *testing.T) {
	set := compiled.New(template.Must(template.New("page").Parse(`<p>{{.Title}} {{.Map.a}}</p>`)), template.New(""), "page")
	got := bytes.NewBufferString("earlier ")
	if err := set.Execute(got, "page", sample()); err != nil || got.String() != "earlier <p>Назва 1</p>" {
		t.Errorf("%q, %v", got, err)
	}
}

// What a layout calls and does not have itself comes from the shared templates, as often as it is wanted.
func TestShared(t *testing.T) {
	shared := template.Must(template.New("").Parse(`{{define "page"}}<p>{{template "main" .}}{{if .}}{{range .}}{{with .}}{{template "deep" .}}{{end}}{{end}}{{end}}</p>{{end}}{{define "deep"}}[{{.}}]{{end}}{{define "main"}}shared{{end}}`))
	for range 2 {
		own := template.Must(template.New("").Parse(`{{define "main"}}own {{len .}}{{end}}`))
		var got bytes.Buffer
		if err := compiled.New(own, shared, "page").Execute(&got, "page", []string{"<", "b"}); err != nil || got.String() != "<p>own 2[&lt;][b]</p>" {
			t.Errorf("%q, %v", &got, err)
		}
	}
}

// Values of other types at the same place, and from several goroutines at once.
func TestTypesAndGoroutines(t *testing.T) {
	set := compiled.New(template.Must(template.New("page").Parse(`<p title="{{.Name}}">{{.Name}}</p>`)), template.New(""), "page")
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			for range 100 {
				var dot any = owner{"а"}
				if i%2 == 0 {
					dot = &struct{ Name string }{"а"}
				}
				var got bytes.Buffer
				if err := set.Execute(&got, "page", dot); err != nil || got.String() != `<p title="а">а</p>` {
					t.Errorf("%q, %v", &got, err)
				}
			}
		})
	}
	group.Wait()
	if doubts := set.Doubts(); len(doubts) > 0 {
		t.Error(doubts)
	}
}

// FuzzEscaping puts any text into every kind of place.
func FuzzEscaping(f *testing.F) {
	f.Add("Назва — «тут»")
	f.Add(nasty)
	f.Add("a\x00b\xffc\u2028")
	f.Add("../../a%20b/~/")
	f.Add("http://a?b=1&c#d`{}\\")
	f.Add("https://example.org/a/b")
	f.Add("https:///https://")
	f.Add("mailto:a@b.ua?subject=%D0%9F%20a&body=%2f%2")
	const layout = `<p>{{.}}</p><title>{{.}}</title><textarea>{{.}}</textarea><a title="{{.}}" href="{{.}}">{{.}}</a><a href="/a/{{.}}/b">` +
		`</a><a href="/a?b={{.}}&c"></a><a href="#{{.}}"></a><script>f({{.}}, "{{.}}")</script><img src={{.}} srcset="{{.}}"><a style="color:{{.}}">`
	f.Fuzz(func(t *testing.T, s string) {
		for _, place := range strings.SplitAfter(layout, ">") {
			if strings.Contains(place, "{{") {
				same(t, place, s)
				same(t, place, template.URL(s))
			}
		}
		same(t, layout, s)
	})
}

func BenchmarkExecute(b *testing.B) {
	for _, standard := range []bool{false, true} {
		b.Run(map[bool]string{false: "compiled", true: "html-template"}[standard], func(b *testing.B) {
			set := compiled.New(template.Must(template.New("page").Parse(strings.Repeat(known["method"]+known["attributes"]+known["if"], 10))), template.New(""), "page")
			set.Standard = standard
			var page bytes.Buffer
			b.ReportAllocs()
			for b.Loop() {
				page.Reset()
				if err := set.Execute(&page, "page", sample()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
