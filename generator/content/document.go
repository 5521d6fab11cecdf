package content

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
)

// deadlineKinds are the kinds of deadlines (domain 2.3.14). They are no vocabulary of the layouts, for each has a meaning that
// only the program knows.
var deadlineKinds = &site.Vocabulary{Name: "deadline-kind", Words: []*site.Word{
	{Name: site.Permanent, Order: 0, Label: site.Text{UK: "постійно", EN: "permanently"}},
	{Name: site.In, Order: 1, Label: site.Text{UK: "протягом місяця", EN: "within a month"}, Aka: []string{"у місяці"}},
	{Name: site.By, Order: 2, Label: site.Text{UK: "до початку місяця", EN: "before a month"}, Aka: []string{"до місяця"}},
	{Name: site.On, Order: 3, Label: site.Text{UK: "у день", EN: "on a day"}},
	{Name: site.Until, Order: 4, Label: site.Text{UK: "до дня включно", EN: "until a day inclusive"}, Aka: []string{"до дня"}},
	{Name: site.Quarter, Order: 5, Label: site.Text{UK: "протягом кварталу", EN: "within a quarter"}, Aka: []string{"у кварталі"}},
}}

var deadlineParts = []*site.Field{
	{Name: "kind", Label: site.Text{UK: "Вид строку", EN: "Kind"}, Type: site.Enum, Vocabulary: deadlineKinds, Required: true, Example: site.Until},
	part("date", "Дата строку", "Date", site.Code, false),
}

// clauseNumber is the form of a clause's number: 4, 4.3, 4.3.1.
var clauseNumber = regexp.MustCompile(`^\d+(\.\d+)*$`)

// innerClauses is the part of a clause that holds the clauses inside it: the same parts once more.
var innerClauses = &site.Field{Name: "clauses", Label: site.Text{UK: "Підпункти", EN: "Clauses inside"}, Aka: []string{"Пункти"}, Type: site.ClauseType, List: true}

// clauseParts are the parts of a clause (domain 2.3.13).
func clauseParts() []*site.Field {
	innerClauses.Fields = []*site.Field{
		{Name: "n", Label: site.Text{UK: "Номер пункту", EN: "Number"}, Aka: []string{"Номер"}, Type: site.Code, Numero: true, Required: true, Pattern: clauseNumber, Example: "4.3"},
		{Name: "text", Label: site.Text{UK: "Зміст", EN: "Text"}, Type: site.Markdown, Required: true},
		{Name: "executor", Label: site.ExecutorField.Label, Type: site.String, Item: site.ExecutorField},
		{Name: "deadline", Label: site.Text{UK: "Строк", EN: "Deadline"}, Type: site.DeadlineType, Fields: deadlineParts},
		{
			Name: "links", Label: site.Text{UK: "Пов’язано з", EN: "Related to"}, Type: site.Ref, List: true,
			To:   []string{"acts", "events", "showcases", "manuals", "documents", "contests", "projects", "pages"},
			Back: site.Text{UK: "Згадано в документах", EN: "Mentioned in documents"},
		},
		{
			Name: "done", Label: site.Text{UK: "Виконано", EN: "Done"}, Type: site.Object,
			Fields: []*site.Field{
				{Name: "date", Label: site.Text{UK: "Дата виконання", EN: "Date"}, Type: site.DateOnly, Required: true, Past: true},
				part("note", "Примітка", "Note", site.String, false),
			},
		},
		innerClauses,
	}
	return innerClauses.Fields
}

// deadline checks that kind and date belong together (E-DEADLINE); wrong are the parts that could not be read.
func (r *reader) deadline(v site.Value, wrong map[string]bool) {
	kind, ok := v.Part("kind")
	if !ok || wrong["date"] {
		return // said already
	}
	date, _ := v.Part("date")
	if _, err := site.NewDeadline(kind.Text, date.Text); err != nil {
		at := kind
		if date.Line > 0 {
			at = date
		}
		suggest, meant := site.SuggestDeadline(kind.Text, date.Text)
		name := "example"
		if meant {
			name = "suggest"
		}
		r.complain("E-DEADLINE", at.Line, at.Column, "field", "deadline", "label", v.Field.Label.UK, "kind", kind.Text, "value", date.Text,
			"why", err.Error(), name, suggest, name+".uk", deadlineByLabels(suggest))
	}
}

// deadlineByLabels is a suggested deadline by its names for people: {Вид строку: у день, Дата строку: 2020-04-15}.
func deadlineByLabels(suggest string) string {
	for _, w := range deadlineKinds.Words {
		for _, end := range []string{",", "}"} {
			suggest = strings.Replace(suggest, "kind: "+w.Name+end, deadlineParts[0].Label.UK+": "+w.Label.UK+end, 1)
		}
	}
	return strings.Replace(suggest, "date: ", deadlineParts[1].Label.UK+": ", 1)
}

// subclauses checks the numbers of what stands inside a clause.
func (r *reader) subclauses(v site.Value) {
	inner, _ := v.Part("clauses")
	n, ok := v.Part("n")
	if len(inner.Items) > 0 && ok {
		r.numbered(inner, n.Text)
	}
}

// numbered checks that numbers go on without gaps: 1, 2, 3; inside of 4: 4.1, 4.2 (E-CLAUSE-N). After a wrong number counting goes
// on from it, so that one slip is told once.
func (r *reader) numbered(v site.Value, parent string) {
	want := "1"
	if parent != "" {
		want = parent + ".1"
	}
	for _, clause := range v.Items {
		n, ok := clause.Part("n")
		if !ok {
			want = nextNumber(want)
			continue // said already
		}
		if n.Text != want {
			r.complain("E-CLAUSE-N", n.Line, n.Column, "value", n.Text, "want", want)
		}
		want = nextNumber(n.Text)
	}
}

// nextNumber is the number after this one in its row: 4.4 after 4.3.
func nextNumber(n string) string {
	head, last := "", n
	if i := strings.LastIndexByte(n, '.'); i >= 0 {
		head, last = n[:i+1], n[i+1:]
	}
	number, err := strconv.Atoi(last)
	if err != nil {
		return ""
	}
	return head + strconv.Itoa(number+1)
}

// documentRules: the heading of a decision or an order says what it is about (domain 2.3.12).
func documentRules(r *reader, doc *site.Doc) {
	kind := doc.Text("kind")
	about, ok := doc.Value("about")
	if ok && (kind == "decision" || kind == "order") && !strings.HasPrefix(about.Text, "Про ") && !strings.HasPrefix(about.Text, "Про\u00a0") {
		p := r.complain("W-ABOUT", about.Line, about.Column, "value", about.Text)
		p.Length = len([]rune("about"))
	}
}

// actRules gives an act without a title of its own the one by which it is cited.
func actRules(r *reader, doc *site.Doc) {
	if doc.Text("title") == "" {
		if title := site.ActReference(doc, site.UK); title != "" {
			doc.Title = title
		}
	}
}
