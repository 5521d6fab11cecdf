package auction

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestV31(t *testing.T) {
	data, err := os.ReadFile("testdata/au-v31.csv")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, from, to string }{{"as it is", "", ""}, {"CRLF", "\n", "\r\n"}, {"CR", "\n", "\r"}, {"tabs", ";", "\t"}} {
		t.Run(c.name, func(t *testing.T) {
			table := ReadBids(bytes.ReplaceAll(data, []byte(c.from), []byte(c.to)), Reading{Zone: kyiv, Mode: English})
			if len(table.Troubles) > 0 {
				t.Fatalf("troubles: %v", table.Troubles)
			}
			s, lots, bidders := baseSettings(English), baseLots(), baseBidders()
			got := Run(s, lots, bidders, table.Rows, nil, clock("20:00:00"))
			want := map[int]Verdict{2: OK, 3: OK, 4: OK, 5: BadAmount, 6: BadTime, 7: NoConsent, 8: BadRow, 10: UnknownLot}
			if len(got.Rows) != len(want) {
				t.Fatalf("%d rows", len(got.Rows))
			}
			for _, row := range got.Rows {
				if row.Verdict != want[row.Number] {
					t.Errorf("line %d: %s, want %s", row.Number, row.Verdict, want[row.Number])
				}
			}
			if lot := got.Lots[0]; lot.Status != Sold || lot.Buyer != "K03" || lot.Price != 30 {
				t.Errorf("lot 1: %+v", lot)
			}
			a, _ := NewAudit(s, lots, bidders, nil, got)
			written, err := a.JSON()
			if err != nil || bytes.Contains(written, []byte("example")) || strings.Contains(fmt.Sprintf("%+v", got), "example") {
				t.Error("an e-mail is in the output")
			}
		})
	}
}

func TestTroubles(t *testing.T) {
	const head = "Час;Код;Лот;Ставка"
	old := func(data []byte) (string, bool) { // as the decoder of Windows-1251, for the letters of this test
		var b strings.Builder
		for _, c := range data {
			switch {
			case c < utf8.RuneSelf:
				b.WriteByte(c)
			case c >= 0xC0:
				b.WriteRune(rune(c) - 0xC0 + 'А')
			default:
				return "", false
			}
		}
		return b.String(), true
	}
	for _, c := range []struct {
		name, text string
		want       []string
		rows       int
	}{
		{"header only", head, nil, 0},
		{"empty", "\n \n", []string{"E-CSV-EMPTY"}, 0},
		{"another encoding", "\xff\xfeT\x00", []string{"E-CSV-ENCODING"}, 0},
		{"Windows-1251", "\xd7\xe0\xf1;\xca\xee\xe4;\xcb\xee\xf2;\xd1\xf2\xe0\xe2\xea\xe0\n1;2;3;4", []string{"W-CSV-ENCODING"}, 1},
		{"a nought inside", head + "\n\x00;;;", []string{"E-CSV-ENCODING"}, 0},
		{"no amount", "Час;Код;Лот", []string{"E-CSV-HEADER ставка"}, 0},
		{"no time and no lot", "Код,Ставка", []string{"E-CSV-HEADER позначка часу", "E-CSV-HEADER лот"}, 0},
		{"unknown", head + ";Ваше ім’я\n1;2;3;4;Я", []string{"W-CSV-COLUMN Ваше ім’я"}, 1},
		{"e-mails in a column of another name", head + ";Контакт\n1;2;3;4;a@b.ua\n1;2;3;4;b@c.ua\n1;2;3;4;\n1;2;3;4;ні", []string{"W-PII-COLUMN Контакт"}, 4},
		{"phones", head + ";Як зателефонувати\n1;2;3;4;+38 (050) 123-45-67", []string{"W-PII-COLUMN Як зателефонувати"}, 1},
		{"half is not more than half", head + ";Контакт\n1;2;3;4;a@b.ua\n1;2;3;4;ні", []string{"W-CSV-COLUMN Контакт"}, 2},
		{"known and dropped", head + ";Телефон;E-mail", nil, 0},
		{"two of one meaning", "Час;Код;Учасник;Лот;Ставка\n1;2;3;4;5", []string{"W-CSV-COLUMN Учасник"}, 1},
		{"commas in quotes", "\"Час, коли\";\"Час, а, б\";Час;Код;Лот;Ставка", []string{"W-CSV-COLUMN Час, коли", "W-CSV-COLUMN Час, а, б"}, 0},
		{"a quote that never ends", head + "\n1;2;3;\"4\n1;2;3;4\n1;2;3;4", nil, 3},
		{"letters behind a quote", head + "\n\"1\"x;2;3;4\n1;2;3;4", nil, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			table := ReadBids([]byte(c.text), Reading{Zone: kyiv, Windows1251: old})
			var got []string
			for _, trouble := range table.Troubles {
				got = append(got, strings.TrimSpace(trouble.Code+" "+trouble.What))
			}
			if !slices.Equal(got, c.want) || len(table.Rows) != c.rows {
				t.Errorf("%q and %d rows, want %q and %d", got, len(table.Rows), c.want, c.rows)
			}
		})
	}
}

// TestLines looks at the numbers of rows: they are those of the lines, with blank rows and line breaks inside quotes counted.
func TestLines(t *testing.T) {
	text := "Час;Код;Лот;Ставка;\"Що\nще\"\n1;2;3;4;\"a\nb\"\n\n;;;;\n1;2;3;4;\"c\n1;2;3;4;d"
	var got []int
	for _, row := range ReadBids([]byte(text), Reading{Zone: kyiv}).Rows {
		got = append(got, row.Number)
	}
	if want := []int{3, 7, 8}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestBidders(t *testing.T) {
	table := ReadBidders([]byte("Код учасника,Назва команди або закладу,Заклад,Гаманець,Знято з торгів,Згода на назву,Email\n"+
		"К01,Команда «Перша»,Заклад А,120,ні,так,a@example.org\nk02,Друга,,,так,,\nК02,Ще раз,,,,,\nПерша Олена,,,,,,\nK03,+38 050 123 45 67,,багато,,так,\nK04,x\n"),
		Reading{})
	want := []Bidder{
		{Code: "K01", Name: "Команда «Перша»", Institution: "Заклад А", Budget: 120, Public: true},
		{Code: "K02", Name: "Друга", Disqualified: true},
		{Code: "K03", Name: "+38 050 123 45 67"},
	}
	if !slices.Equal(table.Bidders, want) {
		t.Errorf("%+v", table.Bidders)
	}
	var codes []string
	for _, trouble := range table.Troubles {
		codes = append(codes, fmt.Sprint(trouble.Code, " ", trouble.Line))
	}
	if want := []string{"E-AU-CODE-TWICE 4", "E-AU-CODE 5", "E-AU-BUDGET 6", "W-AU-NAME 6", "E-AU-ROW 7"}; !slices.Equal(codes, want) {
		t.Errorf("%v, want %v", codes, want)
	}
	if name := table.Bidders[1].PublicName(); name != "" {
		t.Errorf("a name without consent: %q", name)
	}
}

// TestYesOrNo: what says neither yes nor no is told, not taken for a no.
func TestYesOrNo(t *testing.T) {
	table := ReadBidders([]byte("code;name;disqualified\nK01;А;знято\nK02;Б;ні\nK03;В;\nK04;Г;Так\nK05;Ґ;—\n"), Reading{})
	if want := []Trouble{{Code: "E-AU-YES", Line: 2, What: "знято", More: "знято з торгів"}}; !slices.Equal(table.Troubles, want) {
		t.Errorf("%+v", table.Troubles)
	}
	marks := ReadMarks([]byte("Член журі;Лот;Критерій;Бал;Самовідвід\nJ1;1;новизна;5;x\nJ2;1;;;так\n"), Reading{})
	if want := []Trouble{{Code: "E-AU-YES", Line: 2, What: "x", More: "самовідвід"}}; !slices.Equal(marks.Troubles, want) {
		t.Errorf("%+v", marks.Troubles)
	}
}

func TestMarks(t *testing.T) {
	s := baseSettings(Sealed)
	s.Jury.Criteria = []string{"Новизна", "Подання"}
	lots := []Lot{{N: 1, Institution: "Заклад А"}, {N: 2}, {N: 3, Withdrawn: clock("14:00:00")}}
	table := ReadMarks([]byte("Член журі;Лот;Критерій;Бал;Самовідвід;Заклад\n"+
		"J1;1;новизна;10;;Заклад А\nJ1;1;2;8;ні;Заклад А\nJ1;2;Новизна;11;;\nJ1;2;Подання;7;;\nJ1;2;Подання;6;;\n"+
		"Ј2;1;;;так;\nJ2;2;Новизна;0;;\nJ2;2;Краса;5;;\nJ2;9;Новизна;5;;\nОлена;1;Новизна;5;;\nJ2;2;Подання;добре;;\n"), Reading{})
	var got []string
	for _, trouble := range append(table.Troubles, CheckMarks(s, lots, table.Marks)...) {
		got = append(got, strings.TrimSpace(fmt.Sprint(trouble.Code, " ", trouble.Line, " ", trouble.What, " ", trouble.More)))
	}
	want := []string{
		"E-JURY-MEMBER 11 Олена", "E-JURY-RANGE 12 добре",
		"W-JURY-CONFLICT 2 J1 1", "E-JURY-RANGE 4 11 10", "E-JURY-TWICE 6 J1 5", "E-JURY-CRITERION 9 Краса", "E-JURY-LOT 10 J2 9",
		"E-JURY-MISSING 0 J2 2 (Подання)",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q,\nwant %q", got, want)
	}
	if s := CheckMarks(s, lots, nil); s != nil {
		t.Errorf("a jury that has not begun: %v", s)
	}
}
