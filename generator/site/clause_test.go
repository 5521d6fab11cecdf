package site

import (
	"slices"
	"testing"
)

// part is a value with the name of a part.
func part(name string, v Value) Value {
	if v.Field == nil {
		v.Field = &Field{Name: name}
	}
	v.Field.Name = name
	return v
}

func text(name, s string) Value { return part(name, Value{Text: s}) }

// clauseValue is a clause as the reader of content makes it.
func clauseValue(n, words string, parts ...Value) Value {
	f := &Field{Name: "clauses", Type: ClauseType}
	parts = append(parts, text("n", n), part("text", Value{Body: &Body{html: "<p>" + words + "</p>", Lead: words}}))
	return Value{Field: f, Parts: parts}
}

func clausesValue(list ...Value) Value {
	return Value{Field: &Field{Name: "clauses", Type: ClauseType, List: true}, Items: list}
}

func deadlineValue(kind, date string) Value {
	return part("deadline", Value{Parts: []Value{text("kind", kind), text("date", date)}})
}

// decision is a document with clauses three deep.
func decision(t *testing.T, values ...Value) *Doc {
	t.Helper()
	done := part("done", Value{Parts: []Value{part("date", Value{Date: date(t, "2020-04-20")}), text("note", "24 учасники")}})
	return &Doc{Values: append(values, clausesValue(
		clauseValue("1", "Довідку взяти до відома."),
		clauseValue("2", "Методичному центру:", text("executor", "Методичний центр"), clausesValue(
			clauseValue("2.1", "Провести семінар.", deadlineValue(In, "2020-04")),
			clauseValue("2.2", "Скласти звіт.", deadlineValue(By, "2020-09"), text("executor", "Керівники закладів"), clausesValue(
				clauseValue("2.2.1", "Розділ про позашкілля."),
			)),
			clauseValue("2.3", "Видати збірник.", deadlineValue(Until, "2020-05-01"), done),
			clauseValue("2.4", "Допомагати.", deadlineValue(Permanent, "")),
			clauseValue("2.5", "Помилка.", deadlineValue(In, "2020-13")),
		)),
	))}
}

func TestClauses(t *testing.T) {
	now := date(t, "2020-05-10")
	tests := []struct {
		n, anchor, executor string
		named, task         bool
		state               string
	}{
		{"1", "p-1", "", false, false, ""},
		{"2", "p-2", "Методичний центр", true, false, ""},
		{"2.1", "p-2-1", "Методичний центр", false, true, StateOverdue},
		{"2.2", "p-2-2", "Керівники закладів", true, true, StateUpcoming},
		{"2.2.1", "p-2-2-1", "Керівники закладів", false, true, ""},
		{"2.3", "p-2-3", "Методичний центр", false, true, StateDone},
		{"2.4", "p-2-4", "Методичний центр", false, true, StatePermanent},
		{"2.5", "p-2-5", "Методичний центр", false, true, ""},
	}
	list := slices.Collect(AllClauses(decision(t).Clauses()))
	if len(list) != len(tests) {
		t.Fatalf("%d clauses, want %d", len(list), len(tests))
	}
	for i, tt := range tests {
		c := list[i]
		if c.N != tt.n || c.Anchor() != tt.anchor || c.Executor != tt.executor || c.Named != tt.named || c.Task() != tt.task || c.State(now) != tt.state {
			t.Errorf("%s: %q %q named %t task %t %q, want %+v", c.N, c.Anchor(), c.Executor, c.Named, c.Task(), c.State(now), tt)
		}
	}
	if got := list[1].Brief(60); got != "Методичному центру" {
		t.Errorf("brief %q", got)
	}
	if got := list[5].Note; got != "24 учасники" {
		t.Errorf("note %q", got)
	}
	for c := range AllClauses(decision(t).Clauses()) {
		if c.N == "2.1" {
			break // a walk may end early
		}
	}
}

// TestClauseState: of a document of others nothing is told, a void one wants nothing any more.
func TestClauseState(t *testing.T) {
	void := part("void_since", Value{Date: date(t, "2020-05-01")})
	later := part("void_since", Value{Date: date(t, "2021-01-01")})
	future := part("in_force", Value{Date: date(t, "2020-06-01")})
	tests := []struct {
		name             string
		values           []Value
		state, due, done string
	}{
		{"own", nil, "", StateOverdue, StateDone},
		{"external", []Value{text("origin", "external")}, "", "", ""},
		{"void", []Value{void}, DocumentVoid, "", StateDone},
		{"void later", []Value{later}, DocumentInForce, StateOverdue, StateDone},
		{"not yet", []Value{future}, DocumentFuture, StateOverdue, StateDone},
	}
	s := &Site{Now: date(t, "2020-05-10")}
	for _, tt := range tests {
		item := &Item{Path: "documents/x", ID: "x"}
		item.UK = &Page{Doc: decision(t, tt.values...), Item: item}
		list := slices.Collect(AllClauses(item.UK.Doc.Clauses()))
		got := [...]string{s.DocumentState(item), s.ClauseState(item, list[2]), s.ClauseState(item, list[5])}
		if want := [...]string{tt.state, tt.due, tt.done}; got != want {
			t.Errorf("%s: %q, want %q", tt.name, got, want)
		}
		var due []string
		for _, c := range s.Deadlines(item) {
			due = append(due, c.N)
		}
		file := s.DeadlinesPath(item)
		if void := tt.state == DocumentVoid; void != (file == "") || !void && (!slices.Equal(due, []string{"2.1", "2.2"}) || file != "documents/x/x.ics") {
			t.Errorf("%s: due %q at %q", tt.name, due, file)
		}
	}
}

// TestActReference has the printed reference of domain 2.3.15 first.
func TestActReference(t *testing.T) {
	tests := []struct{ kind, adopted, number, about, want, english string }{
		{
			"cabinet", "2019-08-21", "779", "Про організацію інклюзивного навчання в закладах позашкільної освіти",
			"Постанова КМУ від 21.08.2019 №·779 «Про організацію інклюзивного навчання в закладах позашкільної освіти»",
			"Resolution of the Cabinet of Ministers of 21 August 2019 No.·779",
		},
		{"law", "2017-09-05", "2145-VIII", "Про освіту", "Закон України від 05.09.2017 №·2145-VIII «Про освіту»", "Law of Ukraine of 5 September 2017 No.·2145-VIII"},
		{"cabinet", "1995-08-11", "638", "Про конкурс «Учитель року»", "Постанова КМУ від 11.08.1995 №·638 «Про конкурс „Учитель року“»", "Resolution of the Cabinet of Ministers of 11 August 1995 No.·638"},
		{"standard", "2022-01-01", "EN 301 549:2022", "Вимоги", "ДСТУ·EN 301 549:2022 «Вимоги»", "DSTU·EN 301 549:2022"},
		{"order", "", "7", "Про план", "Наказ МОН №·7 «Про план»", "Order of the Ministry of Education and Science No.·7"},
		{"order", "2020-01-01", "", "Про план", "", ""},
		{"", "2020-01-01", "7", "Про план", "", ""},
	}
	for _, tt := range tests {
		doc := &Doc{Values: []Value{
			text("act_kind", tt.kind), part("adopted", Value{Date: date(t, tt.adopted)}), text("number", tt.number), text("about", tt.about),
		}}
		if got := spaced(ActReference(doc, UK)); got != tt.want {
			t.Errorf("%s %s: %q, want %q", tt.kind, tt.number, got, tt.want)
		}
		if got := spaced(ActMark(doc, EN)); got != tt.english {
			t.Errorf("%s %s: %q, want %q", tt.kind, tt.number, got, tt.english)
		}
	}
}
