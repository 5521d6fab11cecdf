package content

import (
	"strings"
	"testing"

	"github.com/som-hub/vitryna/generator/site"
)

// TestPhotos holds the rules of photographs by the numbers of domain 5.1, with the repository's own kinds. The entry stands in line 5.
func TestPhotos(t *testing.T) {
	const gallery = "title: А\nsummary: x\ndate: 2026-01-10\nphotos: [{file: a.jpg, alt: Зала зі столами, "
	for _, test := range []struct{ number, entry, want string }{
		{"nobody", "people: none", ""},
		{"a word in Ukrainian", "Хто на світлині: нікого", ""},
		{"nothing is said of people", "caption: Зала", "5:10 E-REQUIRED"},
		{"people without consent", "people: adults", "E-PHOTO-CONSENT missing"},
		{"people, not needed", "people: adults, consent: not-needed", "E-PHOTO-CONSENT needed"},
		{"PDX-6", "people: children, consent: public-event", "E-PHOTO-CONSENT public"},
		{"PDX-6, both", "people: mixed, consent: public-event", "E-PHOTO-CONSENT public"},
		{"PDX-7", "people: mixed, consent: written, consent_ref: 12/2020, child_assent: false", "E-PHOTO-CONSENT assent"},
		{"PDX-7, nothing said", "people: children, consent: written, consent_ref: 12/2020", "E-PHOTO-CONSENT assent"},
		{"PDX-7, all said", "people: mixed, consent: written, consent_ref: 12/2020, child_assent: true", ""},
		{"PDX-9", "people: adults, consent: public-event", ""},
		{"PD-05, no number", "people: children, consent: written, child_assent: true", "E-PHOTO-CONSENT number"},
		{"PD-05, no number of adults", "people: adults, consent: written", "E-PHOTO-CONSENT number"},
		{"PD-05, adults", "people: adults, consent: письмова, consent_ref: 12/2020", ""},
		{"PD-05, blurred", "people: children, consent: blurred", ""},
		{"PD-05, what cannot be read is told once", "people: children, consent: пісьмова", "E-ENUM"},
		{"PD-08, a caption", "people: children, consent: blurred, caption: Софія Петренко показує роботу", "W-CHILD-NAME"},
		{"PD-08, in English fields too", "people: children, consent: blurred, alt_en: Марійка біля дошки", "W-CHILD-NAME"},
		{"PD-08, a name of an adult", "people: adults, consent: public-event, caption: Перша Анна біля дошки", ""},
		{"a school that bears a name", "people: children, consent: blurred, caption: Ліцей імені Івана Франка", ""},
	} {
		source := page(gallery + test.entry + "}]\n")
		parsed := (&Parser{Kinds: theme(t)}).Parse("content/galleries/a/index.md", []byte(source))
		sound(t, source, parsed.Problems)
		var all []string
		for _, p := range parsed.Problems {
			told := p.Code
			if p.Args["why"] != "" {
				told += " " + p.Args["why"]
			}
			if p.Line != 5 {
				t.Errorf("%s: %s stands in line %d", test.number, p.Code, p.Line)
			}
			if strings.HasPrefix(test.want, "5:10 ") {
				told = "5:10 " + told
			}
			all = append(all, told)
		}
		if got := strings.Join(all, ", "); got != test.want {
			t.Errorf("%s: %q, want %q", test.number, got, test.want)
		}
	}
}

// TestPhotoDescriptions: a photograph is described, unless it is only there for its looks.
func TestPhotoDescriptions(t *testing.T) {
	for entry, want := range map[string]string{
		"alt: Зала зі столами": "",
		"alt: Так":             "W-ALT-FIELD",
		"alt: a.jpg":           "W-ALT-FIELD",
		"alt: a":               "W-ALT-FIELD", // too short, and so is called its name: told once
		"alt: IMG_2041":        "W-ALT-FIELD",
		"caption: Зала":        "E-REQUIRED",
		"decorative: true":     "",
		"decorative: true, alt: Візерунок на тлі":  "W-PHOTO-DECORATIVE",
		"alt: Зала зі столами, focus: вгорі":       "",
		"alt: " + strings.Repeat("Зала. ", 30):     "W-ALT-FIELD",
		"alt: Зала зі столами, consent_until: рік": "E-DATE",
	} {
		source := page("title: А\nsummary: x\ndate: 2026-01-10\nphotos: [{file: a.jpg, people: none, " + entry + "}]\n")
		var codes []string
		for _, p := range (&Parser{Kinds: theme(t)}).Parse("content/galleries/a/index.md", []byte(source)).Problems {
			codes = append(codes, p.Code)
		}
		if got := strings.Join(codes, ", "); got != want {
			t.Errorf("%s: %s, want %s", entry, got, want)
		}
	}
}

// TestChildInFileName: the name of a file becomes an address, so it names no child either (PD-08).
func TestChildInFileName(t *testing.T) {
	for file, told := range map[string]bool{"Іваненко_Петро.jpg": true, "Марійка-малює.jpg": true, "діти малюють.jpg": false, "klas.jpg": false} {
		for _, people := range []string{"children, consent: blurred", "adults, consent: public-event"} {
			source := page("title: А\nsummary: x\ndate: 2026-01-10\nphotos: [{file: " + file + ", alt: Зала зі столами, people: " + people + "}]\n")
			problems := (&Parser{Kinds: theme(t)}).Parse("content/galleries/a/index.md", []byte(source)).Problems
			if want := told && strings.HasPrefix(people, "children"); want != (len(problems) == 1 && problems[0].Code == "W-CHILD-NAME") || !want && len(problems) > 0 {
				t.Errorf("%s, %s: %v", file, people, problems)
			}
		}
	}
}

// TestChild: of whom a name is told to be a child's by what stands beside it (PD-10), and of whom not.
func TestChild(t *testing.T) {
	for _, of := range []string{"Ліцей, 5 клас", "5-А клас", "9-й клас", "7 кл.", "VII клас", "учениця", "школярка", "гімназист", "вихованець гуртка", "вихованка", "п’ятикласниця", "Гурток (10 років)"} {
		if ofChildren.FindString(of) == "" || ofTeachers.MatchString(of) {
			t.Errorf("%q is said of no child", of)
		}
	}
	for _, of := range []string{"Ліцей", "Будинок школяра", "Центр творчості школярів", "Школа І–ІІІ ступенів", "Палац учнівської молоді", "Центр «10 років разом»", "учителька 5 класу", "методист, класний керівник 5 класу", "вихователька"} {
		if found := ofChildren.FindString(of); found != "" && !ofTeachers.MatchString(of) {
			t.Errorf("%q: %q is said of a child", of, found)
		}
	}
}

// TestPhotosAnywhere: the rules hold for a field that a site has made for itself, and nothing of a consent is public.
func TestPhotosAnywhere(t *testing.T) {
	for _, kind := range theme(t).All {
		f := kind.Field("photos")
		if f == nil {
			continue // without the common fields
		}
		for _, name := range []string{"people", "consent", "consent_ref", "child_assent", "consent_until"} {
			if part := f.Part(name); part == nil || part.Public() {
				t.Errorf("%s: %s is public", kind.Name, name)
			}
		}
	}
}

// TestExhibits holds the rules of 2.3.5, of a folder and of a row.
func TestExhibits(t *testing.T) {
	const (
		whole = "title: А\nkind: game\nidea: Одне речення.\n"
		named = whole + "authors: [{name: Перша Анна, institution: Ліцей}]\n"
		kase  = "title: А\nkind: case\nidea: Одне речення.\nauthors: [{label: педагог ЗДО}]\n"
	)
	for _, test := range []struct{ header, want string }{
		{whole + "authors: [{label: педагог ЗДО}]\n", ""},
		{whole + "authors: [{teacher: persha-anna}]\n", ""},
		{whole + "authors: [{label: Катерина Іваненко}]\n", "5:12 E-CONSENT"},
		{whole + "authors: [{label: педагог ЗДО «Катруся Іваненко»}]\n", ""},
		{whole + "authors: [{name: Перша Анна, institution: \"Ліцей № 1, 5-А клас\", consent: {date: 2026-01-10, ref: 12/2026, scope: [name]}}]\n", "5:12 E-CHILD-NAME"},
		{whole + "authors: [{name: Перша Анна, institution: \"Ліцей № 1, учителька, 5 клас\", consent: {date: 2026-01-10, ref: 12/2026, scope: [name]}}]\n", ""},
		{whole + "authors: [{label: \"учениця, 5 клас, ліцей\"}]\n", ""},
		{whole + "authors: [{institution: Ліцей}]\n", "5:11 E-AUTHOR"},
		{whole, "1 E-REQUIRED"},
		{named, "5:12 E-CONSENT"},
		{named + "consent: {date: 2026-01-10, ref: 12/2026}\n", ""},
		{named + "consent: {date: 2026-01-10, ref: 12/2026, scope: [заклад]}\n", "6:1 E-CONSENT-SCOPE"},
		{whole + "authors: [{name: Перша Анна, consent: {date: 2026-01-10, ref: 12/2026, scope: [name]}}]\n", ""},
		{kase, "1 E-REQUIRED"},
		{kase + "case: {problem: П, aim: М, steps: [Один]}\n", "6:1 E-CASE-STEPS"},
		{kase + "case: {problem: П, aim: М, steps: [Один, Два]}\n", ""},
		{whole + "authors: [{label: педагог}]\nage: 5–6\nfiles: [{file: a.pdf}, {url: \"https://example.org/\"}]\n", ""},
		{whole + "authors: [{label: педагог}]\nage: п’ять\n", "6:6 E-PATTERN"},
		{whole + "authors: [{label: педагог}]\nfiles: [{title: Картки}]\n", "6:9 E-EXHIBIT-FILE"},
		{whole + "authors: [{label: педагог}]\nfiles: [{file: a.pdf, url: \"https://example.org/\"}]\n", "6:9 E-EXHIBIT-FILE"},
		{strings.Replace(whole, "Одне речення.", strings.Repeat("а", 201), 1) + "authors: [{label: педагог}]\n", "4:7 E-LENGTH"},
	} {
		source := page(test.header)
		parsed := (&Parser{Kinds: theme(t)}).Parse("content/showcases/a/exhibits/b/index.md", []byte(source))
		sound(t, source, parsed.Problems)
		if got := told(parsed.Problems); got != test.want {
			t.Errorf("%q: %s, want %s", test.header, got, test.want)
		}
	}
}

// TestExhibitRows: a row is an exhibit at the address of a folder; its files lie in files/ beside the table.
func TestExhibitRows(t *testing.T) {
	const table = "Назва,Вид матеріалу,Ідея,Автори,Автори.Без імені,consent.date,consent.ref,Матеріали,Обкладинка,Опис зображення,case.problem,case.aim,case.steps\n"
	row := func(cells string) *site.Doc {
		t.Helper()
		parsed := (&Parser{Kinds: theme(t)}).Parse("content/showcases/a/exhibits.csv", []byte(table+cells+"\n"))
		if got := told(parsed.Problems); got != "" {
			t.Fatalf("%s: %s", cells, got)
		}
		return parsed.Docs[0]
	}
	doc := row("Лічба,гра,Одне речення.,,педагог ЗДО,,,kartky.pdf; inshe/pravyla.pdf; https://example.org/hra,lichba.jpg,Сходи з числами,,,")
	if doc.Path != "showcases/a/exhibits/lichba" || doc.Owner != "showcases/a" {
		t.Errorf("%s in %s", doc.Path, doc.Owner)
	}
	files, _ := doc.Value("files")
	var got []string
	for _, f := range files.Items {
		got = append(got, f.Parts[0].Field.Name+"="+f.Parts[0].Text)
	}
	if got := strings.Join(got, " "); got != "file=files/kartky.pdf file=inshe/pravyla.pdf url=https://example.org/hra" {
		t.Error(got)
	}
	if cover := doc.Text("cover"); cover != "files/lichba.jpg" {
		t.Errorf("the cover is %q", cover)
	}
	doc = row("Кейс,кейс,Одне речення.,Перша Анна; Друга Олена,,2026-01-10,12/2026,,,,Проблема,Мета,Крок один; Крок два")
	authors, _ := doc.Value("authors")
	if len(authors.Items) != 2 || authors.Items[1].Parts[0].Text != "Друга Олена" {
		t.Errorf("%+v", authors.Items)
	}
	parsed := (&Parser{Kinds: theme(t)}).Parse("content/showcases/a/exhibits.csv", []byte(table+"Кейс,кейс,Одне.,Перша Анна,,,,,,,П,М,Один\n"))
	if got := told(parsed.Problems); got != "2:17 E-CONSENT, 2:34 E-CASE-STEPS" {
		t.Error(got)
	}
}
