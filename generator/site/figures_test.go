package site

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// The kinds that figures come from, as small as they can be.
var (
	formWords = &Vocabulary{Name: "form", Words: []*Word{
		counted3("training", "тренінг/тренінги/тренінгів"), counted3("master-class", "майстер-клас/майстер-класи/майстер-класів"),
		counted3("living-room", "методична вітальня/методичні вітальні/методичних віталень"), counted3("cafe", "педагогічна кав’ярня/педагогічні кав’ярні/педагогічних кав’ярень"),
		{Name: "web-showcase", Label: Text{UK: "веб-вітрина"}, Aka: []string{"вебвітрина"}, Virtual: true, Count: Noun{UK: ukrainian.ParseForms("веб-вітрина/веб-вітрини/веб-вітрин")}},
		counted3("upgrade", "педагогічний апгрейд/педагогічні апгрейди/педагогічних апгрейдів"),
		counted3("public-meeting", "зустріч із громадськістю/зустрічі з громадськістю/зустрічей із громадськістю"),
		{Name: "consultation", Label: Text{UK: "консультація"}, Object: "консультацію", Count: Noun{UK: ukrainian.ParseForms("консультація/консультації/консультацій")}},
		counted3("contest-event", "етап конкурсу/етапи конкурсу/етапів конкурсу"), counted3("focus-group", "фокус-група/фокус-групи/фокус-груп"),
	}}
	people = &Vocabulary{Name: "audience", Words: []*Word{
		counted3("educators", "педагог/педагоги/педагогів"), counted3("residents", "мешканець/мешканці/мешканців"),
		counted3("parents", "батько чи мати/батьки/батьків"), counted3("children", "дитина/дитини/дітей"),
		counted3("heads", "керівник/керівники/керівників"), counted3("cprpp-staff", "працівник/працівники/працівників"), counted3("public", "представник/представники/представників"),
	}}
	keyWords   = &Vocabulary{Name: "metric-key", Words: append(slices.Clone(formWords.Words), people.Words[:4]...)}
	eventKind  = kindOf("event", "events", &Field{Name: "form", Type: Enum, Vocabulary: formWords}, &Field{Name: "participants", Type: Int, Map: true, Vocabulary: people})
	metricKind = kindOf("metric", "metrics", &Field{Name: "key", Type: Enum, Vocabulary: keyWords})
	allKinds   = []*Kind{eventKind, metricKind, kindOf("contest", "contests"), kindOf("partner", "partners"), kindOf("project", "projects"), kindOf("manual", "manuals"), kindOf("document", "documents"), kindOf("term", "glossary")}
)

func counted3(name, forms string) *Word {
	f := ukrainian.ParseForms(forms)
	return &Word{Name: name, Label: Text{UK: f.One}, Count: Noun{UK: f}}
}

func kindOf(name, section string, fields ...*Field) *Kind {
	k := &Kind{Name: name, Section: section, NoPage: name == "metric", Fields: fields}
	k.Index()
	return k
}

// happening is an event of a fixture.
type happening struct {
	form, day string
	who       map[string]int // -1: null; a nil map: `participants: null`
	online    int
	fields    map[string]string // status, origin, organiser, contest, auction, tags; draft
}

func (h happening) doc(n int) *Doc {
	day, err := ukrainian.ParseDate(h.day)
	if err != nil {
		panic(err)
	}
	id := fmt.Sprintf("%s-%s-%03d", h.form, h.day, n)
	d := &Doc{File: "content/events/" + id + "/index.md", Lang: UK, Kind: eventKind, Section: "events", ID: id, Path: "events/" + id, Title: id}
	put := func(name string, t Type, v Value) {
		v.Field = &Field{Name: name, Type: t}
		if f := eventKind.Field(name); f != nil {
			v.Field = f
		}
		d.Values = append(d.Values, v)
	}
	put("form", Enum, Value{Text: h.form})
	put("start", DateTime, Value{Date: day})
	participants := Value{Null: h.who == nil}
	for _, w := range people.Words {
		if k, ok := h.who[w.Name]; ok {
			participants.Items = append(participants.Items, Value{Key: w.Name, Number: float64(max(k, 0)), Null: k < 0, Field: &Field{}})
		}
	}
	put("participants", Int, participants)
	if h.online > 0 {
		put("online_participants", Int, Value{Number: float64(h.online)})
	}
	status := "held"
	for name, text := range h.fields {
		switch name {
		case "status":
			status = text
		case "draft":
			d.Draft = true
		case "tags":
			put(name, String, Value{Items: []Value{{Text: text, Field: &Field{Name: name}}}})
		case "end", "expires", "date":
			day, _ := ukrainian.ParseDate(text)
			put(name, DateOnly, Value{Date: day})
		case "sessions":
			put(name, Object, Value{Items: slices.Repeat([]Value{{Field: &Field{Name: name}}}, len(text))})
		default:
			v := Value{Text: text, Field: &Field{Name: name, Type: String}}
			if name == "contest" || name == "organiser" {
				v.Field.Type, v.Field.To = Ref, []string{map[string]string{"contest": "contests", "organiser": "partners"}[name]}
			}
			d.Values = append(d.Values, v)
		}
	}
	put("status", Enum, Value{Text: status})
	return d
}

// series are n events from a first day with a step in days.
func series(form string, n int, first string, step int, who ...map[string]int) []happening {
	day, _ := ukrainian.ParseDate(first)
	var list []happening
	for i := range n {
		h := happening{form: form, day: day.AddDays(i * step).String()}
		if len(who) > 0 {
			h.who = who[i%len(who)]
		}
		list = append(list, h)
	}
	return list
}

func educators(n int) map[string]int { return map[string]int{"educators": n} }

// fx1 is fixture FX-1 (domain 4.2): the sources' totals, spread over events that are invented for tests, and the traps.
func fx1() []happening {
	meeting := func(residents int) map[string]int { return map[string]int{"educators": 0, "residents": residents} }
	return slices.Concat(
		series("training", 30, "2019-09-10", 9, educators(30)),
		series("master-class", 10, "2019-09-20", 25, educators(25)),
		series("public-meeting", 5, "2019-10-05", 40, meeting(28), meeting(24), meeting(30), meeting(26), meeting(24)),
		series("living-room", 6, "2019-10-01", 30, educators(20)),
		series("cafe", 4, "2019-11-05", 45, educators(15)),
		series("upgrade", 2, "2020-01-15", 60, educators(14)),
		series("web-showcase", 3, "2019-12-01", 30, educators(-1)),
		[]happening{
			{form: "contest-event", day: "2019-11-20", who: educators(12), fields: map[string]string{"contest": "uchytel-roku"}},
			{form: "contest-event", day: "2020-02-12", who: educators(8), fields: map[string]string{"contest": "mii-debiut"}},
			{form: "contest-event", day: "2020-05-15", who: educators(40), fields: map[string]string{"contest": "auktsion"}},
			// The traps.
			{form: "training", day: "2020-04-10", who: educators(25), fields: map[string]string{"status": "cancelled"}},
			{form: "training", day: "2019-08-31", who: educators(30)},
			{form: "training", day: "2020-09-01", who: educators(20)},
			{form: "training", day: "2020-03-20", who: educators(22), fields: map[string]string{"organiser": "oblippo"}},
			{form: "training", day: "2020-03-27", who: educators(22), fields: map[string]string{"draft": "true"}},
			{form: "consultation", day: "2020-08-31"},
		})
}

// fx1Metrics are the five declared figures of the sources.
func fx1Metrics() []*Doc {
	return []*Doc{metric("training", 30), metric("master-class", 10), metric("public-meeting", 5), metric("educators", 1378), metric("residents", 132)}
}

func metric(key string, value int) *Doc {
	keyField := metricKind.Field("key")
	return &Doc{
		File: "content/metrics/2019-2020.csv", Line: 2 + keyIndex(key), Lang: UK, Kind: metricKind, Section: "metrics", ID: key, Path: "metrics/" + key, Title: key,
		Values: []Value{
			{Field: keyField, Text: key}, {Field: &Field{Name: "value", Type: Int}, Number: float64(value)},
			{Field: &Field{Name: "year", Type: AcademicYear}, Text: "2019-2020"}, {Field: &Field{Name: "source", Type: String}, Text: "Презентація практики, 2020"},
		},
	}
}

func keyIndex(key string) int {
	return slices.IndexFunc(keyWords.Words, func(w *Word) bool { return w.Name == key })
}

func siteOf(t *testing.T, events []happening, more ...*Doc) (*Site, problem.List) {
	t.Helper()
	docs := []*Doc{
		plainDoc("contests", "uchytel-roku", "kind", "professional"), plainDoc("contests", "mii-debiut", "kind", "professional"),
		plainDoc("contests", "auktsion", "kind", "virtual"), plainDoc("partners", "oblippo", "kind", "institute"),
	}
	for i, h := range events {
		docs = append(docs, h.doc(i))
	}
	s, problems := New(append(docs, more...), Options{
		Config: Config{Languages: []string{UK}}, Now: ukrainian.Date{Year: 2021, Month: 12, Day: 1}, Kinds: allKinds,
	})
	return s, problems
}

func plainDoc(section, id string, fields ...string) *Doc {
	d := &Doc{File: "content/" + section + "/" + id + "/index.md", Lang: UK, Section: section, ID: id, Path: section + "/" + id, Title: id}
	for _, k := range allKinds {
		if k.Section == section {
			d.Kind = k
		}
	}
	for i := 0; i < len(fields); i += 2 {
		v := Value{Field: &Field{Name: fields[i], Type: String}, Text: fields[i+1]}
		if date, err := ukrainian.ParseDate(fields[i+1]); err == nil {
			v.Field.Type, v.Date = DateOnly, date
		}
		d.Values = append(d.Values, v)
	}
	return d
}

// outcome is what is expected of a year, in words.
func outcome(s *Site, slug string) string {
	for _, y := range s.Years {
		if y.Slug != slug {
			continue
		}
		c := y.Computed
		var parts []string
		for _, w := range formWords.Words {
			if n := c.Forms[w.Name]; n > 0 {
				parts = append(parts, fmt.Sprint(w.Name, " ", n))
			}
		}
		for _, w := range people.Words {
			if n := c.Visits[w.Name]; n > 0 {
				parts = append(parts, fmt.Sprint(w.Name, ": ", n))
			}
		}
		for i, n := range c.Months {
			if n > 0 {
				parts = append(parts, fmt.Sprint("m", (i+8)%12+1, "=", n))
			}
		}
		return strings.Join(append(parts, fmt.Sprintf("unknown %d, online %d, virtual %d", c.Unknown, c.Online, c.Virtual)), "; ")
	}
	return "none"
}

const fx1Outcome = "training 30; master-class 10; living-room 6; cafe 4; web-showcase 3; upgrade 2; public-meeting 5; consultation 1; contest-event 3; " +
	"educators: 1378; residents: 132; m9=4; m10=7; m11=9; m12=10; m1=7; m2=9; m3=7; m4=4; m5=6; m8=1; unknown 4, online 0, virtual 40"

// FX-1, its traps, and what changes when the inputs do.
func TestFiguresOfFX1(t *testing.T) {
	change := func(do func(h *happening), which func(h happening) bool) []happening {
		events := fx1()
		i := slices.IndexFunc(events, which)
		do(&events[i])
		return events
	}
	isForm := func(form string) func(happening) bool {
		return func(h happening) bool { return h.form == form }
	}
	replace := func(pairs ...string) string { return strings.NewReplacer(pairs...).Replace(fx1Outcome) }
	only := "unknown 0, online 0, virtual 0"
	for _, test := range []struct {
		name   string
		events []happening
		year   string
		want   string
	}{
		{"FX-1", fx1(), "2019-2020", fx1Outcome},
		{"the year before", fx1(), "2018-2019", "training 1; educators: 30; m8=1; " + only},
		{"the year after", fx1(), "2020-2021", "training 1; educators: 20; m9=1; " + only},
		{"no other year", fx1(), "2021-2022", "none"},
		{"in another order", reversed(fx1()), "2019-2020", fx1Outcome},

		{"one educator less", change(func(h *happening) { h.who = educators(29) }, isForm("training")), "2019-2020", replace("1378", "1377")},
		{"heads and staff are educators", append(fx1(), happening{form: "cafe", day: "2020-06-30", who: map[string]int{"heads": 7, "cprpp-staff": 2, "educators": 1}}), "2019-2020",
			replace("cafe 4", "cafe 5", "1378", "1388", "m8=1", "m6=1; m8=1")},
		{"parents, children and the public have their own lines", append(fx1(), happening{form: "cafe", day: "2020-07-01", who: map[string]int{"parents": 9, "children": 3, "public": 4}}), "2019-2020",
			replace("cafe 4", "cafe 5", "residents: 132", "residents: 132; parents: 9; children: 3; public: 4", "m8=1", "m7=1; m8=1")},
		{"online is no visit", append(fx1(), happening{form: "cafe", day: "2020-07-01", who: educators(2), online: 50}), "2019-2020",
			replace("cafe 4", "cafe 5", "1378", "1380", "m8=1", "m7=1; m8=1", "online 0", "online 50")},
		{"many days are one event of the year it begins in", append(fx1(), happening{form: "cafe", day: "2020-08-30", who: educators(2), fields: map[string]string{"end": "2020-09-05", "sessions": "xxx"}}), "2019-2020",
			replace("cafe 4", "cafe 5", "1378", "1380", "m8=1", "m8=2")},
		{"a month is enough of a date", append(fx1(), happening{form: "cafe", day: "2020-01"}), "2019-2020", replace("cafe 4", "cafe 5", "m1=7", "m1=8", "unknown 4", "unknown 5")},
		{"half known is unknown, and counts what is known", append(fx1(), happening{form: "cafe", day: "2020-01-02", who: map[string]int{"educators": 3, "parents": -1}}), "2019-2020",
			replace("cafe 4", "cafe 5", "1378", "1381", "m1=7", "m1=8", "unknown 4", "unknown 5")},
		{"planned", append(fx1(), happening{form: "cafe", day: "2020-01-02", who: educators(3), fields: map[string]string{"status": "planned"}}), "2019-2020", fx1Outcome},
		{"postponed", append(fx1(), happening{form: "cafe", day: "2020-01-02", who: educators(3), fields: map[string]string{"status": "postponed"}}), "2019-2020", fx1Outcome},
		{"external", append(fx1(), happening{form: "cafe", day: "2020-01-02", who: educators(3), fields: map[string]string{"origin": "external"}}), "2019-2020", fx1Outcome},
		{"an example", append(fx1(), happening{form: "cafe", day: "2020-01-02", who: educators(3), fields: map[string]string{"tags": "приклад"}}), "2019-2020", fx1Outcome},
		{"not yet to be seen", append(fx1(), happening{form: "cafe", day: "2020-01-02", who: educators(3), fields: map[string]string{"date": "2022-01-01"}}), "2019-2020", fx1Outcome},
		{"no longer to be seen", append(fx1(), happening{form: "cafe", day: "2020-01-02", who: educators(3), fields: map[string]string{"expires": "2021-01-01"}}), "2019-2020",
			replace("cafe 4", "cafe 5", "1378", "1381", "m1=7", "m1=8")},
		{"of an auction", append(fx1(), happening{form: "cafe", day: "2020-01-02", who: educators(3), fields: map[string]string{"auction": "a1"}}), "2019-2020",
			replace("cafe 4", "cafe 5", "m1=7", "m1=8", "virtual 40", "virtual 43")},
		{"other numbers", slices.Concat(series("training", 21, "2020-09-30", 3, educators(101)), series("public-meeting", 2, "2021-05-30", 2, map[string]int{"residents": 11})), "2020-2021",
			"training 21; public-meeting 2; educators: 2121; residents: 22; m9=1; m10=10; m11=10; m5=1; m6=1; " + only},
		{"no events", nil, "2019-2020", "none"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, _ := siteOf(t, test.events)
			if diff := cmp.Diff(test.want, outcome(s, test.year)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func reversed(events []happening) []happening {
	slices.Reverse(events)
	return events
}

// FX-2 (domain 4.3): the events of a regional department, as its own site, and as content of another.
func TestFiguresOfFX2(t *testing.T) {
	own := func(fields map[string]string) []happening {
		var list []happening
		for _, e := range []string{"2021-11-02 training", "2021-10-29 training", "2021-10-26 training", "2021-10-21 training", "2021-10-07 training",
			"2021-09-23 focus-group", "2021-09-22 training", "2021-09-16 focus-group"} {
			day, form, _ := strings.Cut(e, " ")
			list = append(list, happening{form: form, day: day, fields: fields})
		}
		return list
	}
	s, problems := siteOf(t, reversed(own(nil)))
	if got, want := outcome(s, "2021-2022"), "training 6; focus-group 2; m9=3; m10=4; m11=1; unknown 8, online 0, virtual 0"; got != want {
		t.Errorf("own: %s", got)
	}
	if codes := codesOf(problems, "W-METRIC"); len(codes) > 0 {
		t.Errorf("%v", codes)
	}
	var days []string
	for _, item := range s.Section("events").Items {
		days = append(days, item.UK.Doc.Date("start").String())
	}
	if want := []string{"2021-11-02", "2021-10-29", "2021-10-26", "2021-10-21", "2021-10-07", "2021-09-23", "2021-09-22", "2021-09-16"}; !slices.Equal(days, want) {
		t.Errorf("the list is %v", days)
	}
	if got, want := s.Years[0].Sentence(), "У 2021/2022\u00a0н.\u00a0р. центр провів 6 тренінгів, 2 фокус-групи."; got != want {
		t.Errorf("%q", got)
	}

	s, _ = siteOf(t, own(map[string]string{"origin": "external"}))
	if got, want := outcome(s, "2021-2022"), "unknown 0, online 0, virtual 0"; got != want || len(s.Years[0].Shown) > 0 {
		t.Errorf("external: %s, %v", got, s.Years[0].Shown)
	}
	for _, form := range s.Forms {
		if form.Total > 0 || form.Count(UK) != "" {
			t.Errorf("%s: %d", form.Word.Name, form.Total)
		}
	}
}

func codesOf(problems problem.List, code string) []string {
	var list []string
	for _, p := range problems {
		if p.Code == code {
			list = append(list, fmt.Sprint(p.File, ":", p.Line, " ", p.What("uk")))
		}
	}
	return list
}

// W-METRIC (ST-09): told for each declared figure that the events contradict, and for nothing else.
func TestDeclaredAgainstComputed(t *testing.T) {
	less := fx1()
	less[3].who = educators(29)
	few := fx1()
	few = few[1:] // one training less: 29 trainings, 1348 educators
	for _, test := range []struct {
		name    string
		events  []happening
		metrics []*Doc
		want    []string
	}{
		{"FX-1 as declared", fx1(), fx1Metrics(), nil},
		{"29 in one training", less, fx1Metrics(), []string{
			"content/metrics/2019-2020.csv:12 показник «педагог» за 2019-2020 навчальний рік: заявлено 1378, а за записами про заходи виходить 1377"}},
		{"one training less", few, fx1Metrics(), []string{
			"content/metrics/2019-2020.csv:2 показник «тренінг» за 2019-2020 навчальний рік: заявлено 30, а за записами про заходи виходить 29",
			"content/metrics/2019-2020.csv:12 показник «педагог» за 2019-2020 навчальний рік: заявлено 1378, а за записами про заходи виходить 1348"}},
		{"declared without any events", nil, fx1Metrics(), nil},
		{"declared without events of the year", series("training", 3, "2018-10-01", 1, educators(9)), fx1Metrics(), nil},
		{"the one event feeds none of the declared figures", []happening{{form: "consultation", day: "2019-09"}}, fx1Metrics(), nil},
		{"events of one form only", series("training", 30, "2019-09-10", 9), fx1Metrics()[:2], []string{
			"content/metrics/2019-2020.csv:3 показник «майстер-клас» за 2019-2020 навчальний рік: заявлено 10, а за записами про заходи виходить 0"}},
		{"not declared", fx1(), nil, nil},
		{"declared by hand from visits that are none", []happening{{form: "web-showcase", day: "2020-01-01", who: educators(5)}}, []*Doc{metric("web-showcase", 1), metric("educators", 5)}, []string{
			"content/metrics/2019-2020.csv:12 показник «педагог» за 2019-2020 навчальний рік: заявлено 5, а за записами про заходи виходить 0"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, problems := siteOf(t, test.events, test.metrics...)
			if diff := cmp.Diff(test.want, codesOf(problems, "W-METRIC")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestSentence(t *testing.T) {
	const year = "У 2019/2020\u00a0н.\u00a0р. центр провів "
	for _, test := range []struct {
		name    string
		events  []happening
		metrics []*Doc
		want    string
	}{
		{"declared", nil, fx1Metrics(),
			year + "30 тренінгів, 10 майстер-класів, 5 зустрічей із громадськістю. Центр відвідало 1378 педагогів; заходи для громади відвідали 132 мешканці."},
		{"declared wins", []happening{{form: "cafe", day: "2020-01-01", who: map[string]int{"educators": 3, "parents": 21}}}, fx1Metrics(),
			year + "30 тренінгів, 10 майстер-класів, 5 зустрічей із громадськістю. " +
				"Центр відвідало 1378 педагогів; заходи для громади відвідали 132 мешканці; заходи для батьків відвідав 21 батько чи мати."},
		{"computed", slices.Concat(series("training", 22, "2019-10-01", 2, educators(1)), []happening{{form: "consultation", day: "2020-08-31"}}), nil,
			year + "22 тренінги, 1 консультацію. Центр відвідали 22 педагоги."},
		{"one", []happening{{form: "training", day: "2020-01-01", who: educators(1)}}, nil, year + "1 тренінг. Центр відвідав 1 педагог."},
		{"few children", []happening{{form: "training", day: "2020-01-01", who: map[string]int{"children": 3}}}, nil, year + "1 тренінг. Заходи для дітей відвідало менше 5 дітей."},
		{"children", []happening{{form: "training", day: "2020-01-01", who: map[string]int{"children": 5}}}, nil, year + "1 тренінг. Заходи для дітей відвідало 5 дітей."},
		{"few children declared", nil, []*Doc{metric("children", 1)}, "Заходи для дітей відвідало менше 5 дітей."},
		{"large", []happening{{form: "training", day: "2020-01-01", who: educators(12345)}}, nil, year + "1 тренінг. Центр відвідало 12\u00a0345 педагогів."},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, _ := siteOf(t, test.events, test.metrics...)
			if diff := cmp.Diff(test.want, s.Years[0].Sentence()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Any events: the figures are what simple counting over days written as text gives.
func TestFiguresOfRandomEvents(t *testing.T) {
	dice := rand.New(rand.NewPCG(4, 2))
	for range 40 {
		want := map[string]int{}
		var events []happening
		for range dice.IntN(60) {
			day := ukrainian.Date{Year: 2018, Month: time.January, Day: 1}.AddDays(dice.IntN(1200)).String()
			h := happening{form: formWords.Words[dice.IntN(len(formWords.Words))].Name, day: day, fields: map[string]string{}}
			if dice.IntN(4) > 0 {
				h.who = map[string]int{people.Words[dice.IntN(len(people.Words))].Name: dice.IntN(40)}
			}
			if dice.IntN(5) == 0 {
				h.fields["status"] = []string{"planned", "cancelled", "postponed"}[dice.IntN(3)]
			}
			events = append(events, h)
			if h.fields["status"] != "" {
				continue
			}
			from := day[:4]
			if day[5:7] < "09" {
				from = fmt.Sprint(h.year() - 1)
			}
			want[from+" "+h.form]++
			for who, n := range h.who {
				switch who {
				case "heads", "cprpp-staff":
					who = "educators"
				}
				if h.form != "web-showcase" {
					want[from+" "+who] += n
				}
			}
		}
		s, _ := siteOf(t, events)
		got := map[string]int{}
		for _, y := range s.Years {
			for name, n := range y.Computed.Forms {
				got[fmt.Sprint(y.First, " ", name)] = n
			}
			for name, n := range y.Computed.Visits {
				got[fmt.Sprint(y.First, " ", name)] = n
			}
			sum := 0
			for _, n := range y.Computed.Months {
				sum += n
			}
			if sum != y.Computed.Events || len(y.Computed.Held) != sum {
				t.Errorf("%d events, %d by month, %d listed", y.Computed.Events, sum, len(y.Computed.Held))
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
	}
}

func (h happening) year() int {
	day, _ := ukrainian.ParseDate(h.day)
	return day.Year
}

// What belongs to which year, beside events.
func TestYearsOfThings(t *testing.T) {
	project := func(id, status, start, end string) *Doc {
		fields := []string{"status", status, "start", start}
		if end != "" {
			fields = append(fields, "end", end)
		}
		return plainDoc("projects", id, fields...)
	}
	manual := plainDoc("manuals", "knyha")
	manual.Values = []Value{{Field: &Field{Name: "year", Type: Int}, Number: 2020}}
	dated := plainDoc("manuals", "z-dnem", "date", "2019-10-05")
	dated.Values = append(dated.Values, Value{Field: &Field{Name: "year", Type: Int}, Number: 2019})
	approved := plainDoc("manuals", "skhvalena", "date", "2021-01-01")
	day, _ := ukrainian.ParseDate("2018-12-03")
	approved.Values = append(approved.Values, Value{Field: &Field{Name: "approved", Type: Object}, Parts: []Value{{Field: &Field{Name: "date", Type: DateOnly}, Date: day}}})
	s, _ := siteOf(t, append(series("training", 3, "2018-10-01", 365, educators(3)), happening{form: "cafe", day: "2021-10-01"}),
		project("dovhyi", "completed", "2018-09", "2020-06-01"), project("trivaie", "running", "2019-09-01", ""), project("plan", "planned", "2020-10-01", ""),
		plainDoc("documents", "nakaz", "issued", "2020-03-04"), manual, dated, approved)
	var got []string
	for _, y := range s.Years {
		var ids []string
		for _, item := range y.Items {
			if item.Section != "events" {
				ids = append(ids, item.ID)
			}
		}
		got = append(got, y.Slug+": "+strings.Join(ids, " "))
	}
	want := []string{"2021-2022: trivaie", "2020-2021: plan trivaie", "2019-2020: nakaz knyha z-dnem trivaie dovhyi", "2018-2019: skhvalena dovhyi"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestForms(t *testing.T) {
	term := func(id, title string) *Doc {
		d := plainDoc("glossary", id)
		d.Title = title
		return d
	}
	s, _ := siteOf(t, append(fx1(), happening{form: "focus-group", day: "2022-01-01", fields: map[string]string{"status": "planned"}}),
		append(fx1Metrics(), term("t", "Тренінг"), term("v", "Вебвітрина"))...)
	if len(s.Forms) != len(formWords.Words) {
		t.Fatalf("%d forms", len(s.Forms))
	}
	var got []string
	for _, f := range s.Forms {
		term := ""
		if f.Term != nil {
			term = f.Term.ID
		}
		got = append(got, strings.TrimSpace(fmt.Sprint(f.Word.Name, "|", f.Count(UK), "|", len(f.Items), "|", len(f.Years), "|", term)))
	}
	want := []string{"training|32 тренінги|34|3|t", "master-class|10 майстер-класів|10|1|", "living-room|6 методичних віталень|6|1|", "cafe|4 педагогічні кав’ярні|4|1|",
		"web-showcase|3 веб-вітрини|3|1|v", "upgrade|2 педагогічні апгрейди|2|1|", "public-meeting|5 зустрічей із громадськістю|5|1|",
		"consultation|1 консультація|1|1|", "contest-event|3 етапи конкурсу|3|1|", "focus-group||1|0|"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if s, _ := siteOf(t, nil, fx1Metrics()...); len(s.Forms) > 0 {
		t.Error("forms of a site without events")
	}
	for path, want := range map[string]string{"forms": "forms", "forms/training": "forms/training", "forms/nema": "", "training": "", "forms/": ""} {
		if got := s.formAddress(path); got != want {
			t.Errorf("%s: %q, not %q", path, got, want)
		}
	}
	one, _ := siteOf(t, []happening{{form: "training", day: "2022-01-01", fields: map[string]string{"status": "planned"}}})
	if got := one.formAddress("forms/cafe"); got != "forms" || len(one.Forms) != 1 {
		t.Errorf("a form of which the site says nothing: %q of %d forms", got, len(one.Forms))
	}
}
