package table

import (
	"strings"
	"testing"
)

// TestOddTables: tables that no person has made cost a message, not the memory of the machine.
func TestOddTables(t *testing.T) {
	for name, c := range map[string]struct {
		text  string
		codes string // of the problems, without equal neighbours
		rows  int
	}{
		"one row too many":   {"а,б\n" + strings.Repeat("1,2\n", mostRows), "E-CSV-BIG", -1},
		"as many as allowed": {"а,б\n" + strings.Repeat("1,2\n", mostRows-1), "", mostRows - 1},
		"empty rows":         {"а,б\n" + strings.Repeat(",\n", 2*mostRows), "", 0},
		"stray quotes":       {"а,б\n" + strings.Repeat("\"1\"1,2\n", 2*mostWrong), "E-CSV E-CSV-MANY", 0},
	} {
		table, problems := Read([]byte(c.text), Options{File: "a.csv", Known: func(name string) bool { return name == "а" || name == "б" }})
		var codes []string
		for _, p := range problems {
			if len(codes) == 0 || codes[len(codes)-1] != p.Code {
				codes = append(codes, p.Code)
			}
		}
		rows := -1
		if table != nil {
			rows = len(table.Rows)
		}
		if got := strings.Join(codes, " "); got != c.codes || rows != c.rows {
			t.Errorf("%s: %q and %d rows, want %q and %d", name, got, rows, c.codes, c.rows)
		}
	}
	table, _ := Read([]byte("а,б\n"+strings.Repeat("1,", 100_000)+"\n"), Options{File: "a.csv"})
	row := table.Rows[0]
	if last := row.Cells[len(row.Cells)-1]; len(row.Cells) > mostWidth || last.Index != 99_999 || row.Width != 100_001 {
		t.Errorf("%d cells, the last is %d, the width %d", len(row.Cells), last.Index, row.Width)
	}
}

// TestInvisibleSigns: what stands in no text does not come out of a table, and moves nothing.
func TestInvisibleSigns(t *testing.T) {
	table, problems := Read([]byte("а;б\nпе\x0bрша\x01;\x1b[2J\ufffeдруга\x7f\n"), Options{File: "a.csv"})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	first, second := table.Rows[0].Cells[0], table.Rows[0].Cells[1]
	if first.Text != "пе рша" || second.Text != "[2J друга" || second.Column != 10 {
		t.Errorf("%+q, %+q in column %d", first.Text, second.Text, second.Column)
	}
}
