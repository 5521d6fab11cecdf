package main

import (
	"strings"
	"testing"
	"time"

	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/layouts"
)

// TestReference: the reference tells every field of every kind, and everything that its schema says of it.
func TestReference(t *testing.T) {
	kinds, _ := content.ReadKinds(layouts.FS)
	for _, lang := range []string{"uk", "en"} {
		p := &program{environment: environment{Getenv: func(string) string { return "" }, Stderr: &strings.Builder{}}, lang: lang}
		p.Now = time.Now
		list, err := p.kindPage(t.TempDir(), "")
		if err != nil {
			t.Fatal(err)
		}
		for _, k := range kinds.All {
			page, err := p.kindPage(t.TempDir(), k.Name)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(string(list), `href="/_kinds/`+k.Name+`/"`) {
				t.Errorf("the list has no %s", k.Name)
			}
			for _, f := range k.Fields {
				if !strings.Contains(string(page), `id="`+f.Name+`"`) || !strings.Contains(string(page), "<code>"+f.Name+"</code>") {
					t.Errorf("%s %s: no field %s", lang, k.Name, f.Name)
				}
			}
			for _, mistake := range []string{"%!", "<no value>", "<script", " style=", "<h3></h3>"} {
				if strings.Contains(string(page), mistake) {
					t.Errorf("%s %s holds %s", lang, k.Name, mistake)
				}
			}
		}
		event, _ := p.kindPage(t.TempDir(), "event")
		wants := map[string][]string{
			"uk": {"Форма роботи: тренінг", "обов’язково", "Можна: заплановано, проведено", "Обов’язкове, коли «Стан» — проведено.", "Назва теки з content/partners.", "/manuals/posibnyk-avtora-vitryny/shapka/\">E-ENUM", "content/events/…/", "Від 5 до 150 знаків."},
			"en": {"form: тренінг", "required", "Required when “Status” is held."},
		}[lang]
		for _, want := range wants {
			if !strings.Contains(strings.ReplaceAll(string(event), "&#34;", `"`), want) {
				t.Errorf("%s: the page of events does not say %q", lang, want)
			}
		}
		for kind, wants := range map[string][]string{"exhibit": {"У кожному записі щонайбільше 80 знаків."}, "document": {"Вид строку", "постійно, протягом місяця", "Дата виконання"}} {
			page, _ := p.kindPage(t.TempDir(), kind)
			for _, want := range wants {
				if lang == "uk" && !strings.Contains(string(page), want) {
					t.Errorf("the page of %s does not say %q", kind, want)
				}
			}
		}
		if page, err := p.kindPage(t.TempDir(), "nobody"); page != nil || err != nil {
			t.Error("a kind that is not there has a page")
		}
	}
}
