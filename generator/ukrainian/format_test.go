package ukrainian

import "testing"

func parse(t *testing.T, s string) Date {
	t.Helper()
	if s == "" {
		return Date{}
	}
	d, err := ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestDateStyles(t *testing.T) {
	tests := []struct {
		vector int // of domain.md 5.6
		in     string
		style  string
		print  func(Date) string
		want   string
	}{
		{1, "2021-11-02", "long", Date.Long, "2·листопада 2021·р."},
		{3, "2020-03-04", "official", Date.Official, "04.03.2020"},
		{4, "2020-04", "list", Date.List, "Квітень 2020·р."},
		{5, "2021-03", "locative", Date.Locative, "у·березні 2021·р."},
		{6, "2020-09", "by", Date.By, "До вересня 2020·р."},
		{10, "2021-08-13T09:22", "with time", Date.WithTime, "13·серпня 2021·р., 09:22"},
		{12, "2021-11-02", "English long", Date.EnglishLong, "2 November 2021"},

		{0, "2019-09", "long", Date.Long, "вересень 2019·р."},
		{0, "2019", "long", Date.Long, "2019·р."},
		{0, "2021-08-13T09:22", "long", Date.Long, "13·серпня 2021·р."},
		{0, "2021-11", "official", Date.Official, "11.2021"},
		{0, "2021", "official", Date.Official, "2021"},
		{0, "2021-11-02", "list", Date.List, "2·листопада 2021·р."},
		{0, "2021", "list", Date.List, "2021·р."},
		{0, "2020-04", "locative", Date.Locative, "у·квітні 2020·р."}, // 2.3.14
		{0, "2021", "locative", Date.Locative, "у·2021·р."},
		{0, "2021-11-02", "locative", Date.Locative, "2·листопада 2021·р."},
		{0, "2020-04-15", "by", Date.By, "До 15·квітня 2020·р."},
		{0, "2020-04-15", "until", Date.Until, "До 15·квітня 2020·р. включно"}, // 2.3.14
		{0, "2021-11-02", "with time", Date.WithTime, "2·листопада 2021·р."},
		{0, "2019-09", "English long", Date.EnglishLong, "September 2019"},
		{0, "2019", "English long", Date.EnglishLong, "2019"},
		{0, "2021-08-13T09:22", "English with time", Date.EnglishWithTime, "13 August 2021, 09:22"},
	}
	for _, tt := range tests {
		if got := dots(tt.print(parse(t, tt.in))); got != tt.want {
			t.Errorf("%d: %s, %s: %q, want %q", tt.vector, tt.in, tt.style, got, tt.want)
		}
		if got := tt.print(Date{}); got != "" {
			t.Errorf("the zero date, %s: %q", tt.style, got)
		}
	}
}

func TestRange(t *testing.T) {
	tests := []struct {
		vector              int // of domain.md 5.6
		from, to            string
		ukrainian, expected string
	}{
		{7, "2021-10-21", "2021-10-26", "21–26·жовтня 2021·р.", "21–26 October 2021"},
		{8, "2021-10-29", "2021-11-02", "29·жовтня·— 2·листопада 2021·р.", "29 October·– 2 November 2021"},
		{9, "2019-12-30", "2020-01-03", "30·грудня 2019·р.·— 3·січня 2020·р.", "30 December 2019·– 3 January 2020"},
		{0, "2021-10-21", "2021-10-21", "21·жовтня 2021·р.", "21 October 2021"},
		{0, "2021-10-21", "", "21·жовтня 2021·р.", "21 October 2021"},
		{0, "", "2021-10-21", "21·жовтня 2021·р.", "21 October 2021"},
		{0, "", "", "", ""},
		{0, "2019", "2021", "2019–2021·рр.", "2019–2021"},
		{0, "2019-09", "2019-12", "вересень–грудень 2019·р.", "September–December 2019"},
		{0, "2019-09", "2020-01", "вересень 2019·р.·— січень 2020·р.", "September 2019·– January 2020"},
		{0, "2019-09", "2019-10-05", "вересень 2019·р.·— 5·жовтня 2019·р.", "September 2019·– 5 October 2019"},
		{0, "2019", "2020-01", "2019·р.·— січень 2020·р.", "2019·– January 2020"},
		{0, "2021-08-13T09:22", "2021-08-13T11:00", "13·серпня 2021·р., 09:22–11:00", "13 August 2021, 09:22–11:00"},
		{0, "2021-08-13T09:22", "2021-08-13", "13·серпня 2021·р., 09:22", "13 August 2021, 09:22"},
		{0, "2021-08-13T09:22", "2021-08-14T11:00", "13·серпня 2021·р., 09:22·— 14·серпня 2021·р., 11:00",
			"13 August 2021, 09:22·– 14 August 2021, 11:00"},
	}
	for _, tt := range tests {
		from, to := parse(t, tt.from), parse(t, tt.to)
		if got := dots(Range(from, to)); got != tt.ukrainian {
			t.Errorf("%d: Range(%v, %v) = %q, want %q", tt.vector, from, to, got, tt.ukrainian)
		}
		if got := dots(EnglishRange(from, to)); got != tt.expected {
			t.Errorf("%d: EnglishRange(%v, %v) = %q, want %q", tt.vector, from, to, got, tt.expected)
		}
	}
}

func TestAcademicYear(t *testing.T) {
	tests := []struct {
		in    string // vector 11
		first int
		label string
	}{
		{"2019-09-01", 2019, "2019/2020·н.·р."},
		{"2020-08-31", 2019, "2019/2020·н.·р."},
		{"2020-09-01", 2020, "2020/2021·н.·р."},
		{"2019-09", 2019, "2019/2020·н.·р."},
		{"2020", 2019, "2019/2020·н.·р."},
	}
	for _, tt := range tests {
		first := AcademicYear(parse(t, tt.in))
		if first != tt.first || dots(AcademicYearLabel(first)) != tt.label {
			t.Errorf("%s: %d, %q, want %d, %q", tt.in, first, dots(AcademicYearLabel(first)), tt.first, tt.label)
		}
	}
	for got, want := range map[string]string{ // ST-01
		AcademicYearSlug(2019):    "2019-2020",
		AcademicYearText(2019):    "2019–2020 навчальний рік",
		EnglishAcademicYear(2019): "2019/2020 academic year",
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestQuarter(t *testing.T) {
	if got := dots(Quarter(2020, 1)); got != "I·квартал 2020·р." {
		t.Errorf("got %q", got)
	}
	if got := Quarter(2020, 5); got != "" {
		t.Errorf("a fifth quarter: %q", got)
	}
}

// What the package prints is set already.
func TestDatesAreSet(t *testing.T) {
	d, timed := Date{Year: 2021, Month: 11, Day: 2}, Date{Year: 2021, Month: 8, Day: 13, Hour: 9, Minute: 22, Timed: true}
	for _, s := range []string{
		d.Long(), d.Official(), d.List(), d.By(), d.Until(), timed.WithTime(), Date{Year: 2021, Month: 3}.Locative(),
		Range(timed, d), Range(d, d.AddDays(2)), Range(d, d.AddDays(60)), Range(d, d.AddDays(365)),
		AcademicYearLabel(2019), AcademicYearText(2019), Quarter(2020, 2), Number(1326920),
	} {
		if got, flaws := (Typographer{}).Ukrainian(s); got != s || flaws != nil {
			t.Errorf("%q is set %q %v", dots(s), dots(got), flaws)
		}
	}
	for _, s := range []string{d.EnglishLong(), EnglishRange(d, d.AddDays(2)), EnglishRange(d, d.AddDays(60)), timed.EnglishWithTime()} {
		if got, flaws := (Typographer{}).English(s); got != s || flaws != nil {
			t.Errorf("%q is set %q %v", dots(s), dots(got), flaws)
		}
	}
}
