package ukrainian

import (
	"errors"
	"strconv"
	"testing"
	"time"
)

func day(year int, month time.Month, d int) Date {
	return Date{Year: year, Month: month, Day: d}
}

func at(year int, month time.Month, d, hour, minute int) Date {
	return Date{Year: year, Month: month, Day: d, Hour: hour, Minute: minute, Timed: true}
}

// TestShown: on the days on which clocks are changed an hour is missing, or comes twice.
func TestShown(t *testing.T) {
	for text, want := range map[string]string{
		"2026-03-29T02:59": "1", "2026-03-29T03:00": "0 3:00 4:00", "2026-03-29T03:59": "0 3:00 4:00", "2026-03-29T04:00": "1", "2026-03-29": "1", "2026-03": "1",
		"2026-10-25T02:59": "1", "2026-10-25T03:00": "2 4:00 3:00", "2026-10-25T03:59": "2 4:00 3:00", "2026-10-25T04:00": "1", "2026-10-26T03:30": "1", "1900-01-01T03:30": "1",
	} {
		d, err := ParseDate(text)
		if err != nil {
			t.Fatal(err)
		}
		times, before, after := d.Shown(Kyiv())
		got := strconv.Itoa(times)
		if times != 1 {
			got += " " + before.Clock() + " " + after.Clock()
		}
		if got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

func second(d Date, n int) Date {
	d.Second = n
	return d
}

func TestParseDate(t *testing.T) {
	tests := []struct {
		in   string
		want Date
	}{
		{"2021-11-02", day(2021, 11, 2)},
		{"02.11.2021", day(2021, 11, 2)},
		{"2.11.2021", day(2021, 11, 2)},
		{" 2021-11 ", day(2021, 11, 0)},
		{"11.2021", day(2021, 11, 0)},
		{"2021", day(2021, 0, 0)},
		{"2024-02-29", day(2024, 2, 29)},
		{"2021-08-13T09:22", at(2021, 8, 13, 9, 22)},
		{"2021-08-13 09:22", at(2021, 8, 13, 9, 22)},
		{"2021-08-13T09:22:59", second(at(2021, 8, 13, 9, 22), 59)},
		{"2021-08-13 9:22:59.5", second(at(2021, 8, 13, 9, 22), 59)},
		{"2021-08-13T06:22:59Z", second(at(2021, 8, 13, 9, 22), 59)},
		{"13.08.2021, 09:22", at(2021, 8, 13, 9, 22)},
		{"2021-08-13T00:00", at(2021, 8, 13, 0, 0)},
		{"2021-08-13T06:22Z", at(2021, 8, 13, 9, 22)},
		{"2021-08-13T06:22:00z", at(2021, 8, 13, 9, 22)},
		{"2021-12-31T22:30:00+00:00", at(2022, 1, 1, 0, 30)},
		{"2021-08-13T09:22+03:00", at(2021, 8, 13, 9, 22)},
		{"2021-08-13T09:22+0300", at(2021, 8, 13, 9, 22)},
		{"2021-08-13 09:22:00 +03", at(2021, 8, 13, 9, 22)},
		{"2021-08-13T01:22-05:00", at(2021, 8, 13, 9, 22)},
	}
	for _, tt := range tests {
		if got, err := ParseDate(tt.in); err != nil || got != tt.want {
			t.Errorf("ParseDate(%q) = %+v, %v, want %+v", tt.in, got, err, tt.want)
		}
	}
}

func TestParseDateErrors(t *testing.T) {
	tests := []struct {
		in   string
		want error
	}{
		{"32.13.2026", ErrNoSuchDay},
		{"2021-02-30", ErrNoSuchDay},
		{"29.02.2021", ErrNoSuchDay},
		{"2021-13", ErrNoSuchDay},
		{"00.2021", ErrNoSuchDay},
		{"2021-00-01", ErrNoSuchDay},
		{"2021-01-00", ErrNoSuchDay},
		{"0000", ErrNoSuchDay},
		{"2021-08-13T24:00", ErrNoSuchDay},
		{"2021-08-13T09:60", ErrNoSuchDay},
		{"2021-08-13T09:22:61", ErrNoSuchDay},
		{"2021-08-13T09:22+25:00", ErrNoSuchDay},
		{"9999-12-31T23:59-12:00", ErrNoSuchDay},
		{"0001-01-01T00:00+14:00", ErrNoSuchDay},
		{"", ErrNotDate},
		{"вчора", ErrNotDate},
		{"2021-1-2", ErrNotDate},
		{"21-11-02", ErrNotDate},
		{"02.11.21", ErrNotDate},
		{".2021", ErrNotDate},
		{"02..2021", ErrNotDate},
		{"2021-", ErrNotDate},
		{"2021-11-02-03", ErrNotDate},
		{"1.2.3.2021", ErrNotDate},
		{"2021.11", ErrNotDate},
		{"02/11/2021", ErrNotDate},
		{"+021-11-02", ErrNotDate},
		{"2021-11T09:00", ErrNotDate},
		{"2021-08-13T", ErrNotDate},
		{"2021-08-13T9", ErrNotDate},
		{"2021-08-13T09:22:00:00", ErrNotDate},
		{"2021-08-13T09:22+3", ErrNotDate},
		{"2021-08-13T09:22:05.", ErrNotDate},
	}
	for _, tt := range tests {
		got, err := ParseDate(tt.in)
		if !errors.Is(err, tt.want) || !got.IsZero() {
			t.Errorf("ParseDate(%q) = %+v, %v, want %v", tt.in, got, err, tt.want)
		}
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2021-11-02", "02.11.2021", "11.2021", "2021", "2021-08-13T09:22:05.5+03:00", "2021-08-13 9:22Z"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDate(s)
		if err != nil {
			if !errors.Is(err, ErrNotDate) && !errors.Is(err, ErrNoSuchDay) {
				t.Errorf("ParseDate(%q): %v", s, err)
			}
			return
		}
		if again, err := ParseDate(d.String()); err != nil || again != d {
			t.Errorf("ParseDate(%q) = %v, read again %v, %v", s, d, again, err)
		}
		if again, err := ParseDate(d.Official()); err != nil || again.compareDays(d) != 0 || again.Partial() != d.Partial() {
			t.Errorf("%v is officially %q, read again %v, %v", d, d.Official(), again, err)
		}
		if d.IsZero() || d.Last().Before(d.First()) || d.Long() == "" {
			t.Errorf("ParseDate(%q) = %+v", s, d)
		}
	})
}

func TestCompare(t *testing.T) {
	ascending := []Date{
		{}, day(2020, 12, 31), day(2021, 0, 0), at(2021, 1, 1, 0, 1), day(2021, 2, 0), day(2021, 2, 2),
		at(2021, 2, 2, 9, 0), at(2021, 2, 2, 9, 30), at(2021, 2, 2, 10, 0),
	}
	for i := 1; i < len(ascending); i++ {
		a, b := ascending[i-1], ascending[i]
		if a.Compare(b) >= 0 || b.Compare(a) <= 0 || a.Compare(a) != 0 {
			t.Errorf("%v is not before %v", a, b)
		}
	}
	for _, same := range [][2]Date{{day(2021, 0, 0), day(2021, 1, 0)}, {day(2021, 1, 0), day(2021, 1, 1)}, {day(2021, 1, 1), at(2021, 1, 1, 0, 0)}} {
		if same[0].Compare(same[1]) != 0 {
			t.Errorf("%v and %v differ", same[0], same[1])
		}
	}
	morning, evening := at(2021, 2, 2, 9, 0), at(2021, 2, 2, 19, 0)
	if morning.Before(evening) {
		t.Error("Before sees the time of day")
	}
	if !morning.Before(day(2021, 2, 3)) || !day(2021, 2, 0).Before(morning) {
		t.Error("Before does not see the day")
	}
}

func TestFirstLast(t *testing.T) {
	tests := []struct{ d, first, last Date }{
		{day(2021, 0, 0), day(2021, 1, 1), day(2021, 12, 31)},
		{day(2021, 2, 0), day(2021, 2, 1), day(2021, 2, 28)},
		{day(2024, 2, 0), day(2024, 2, 1), day(2024, 2, 29)},
		{day(2021, 12, 0), day(2021, 12, 1), day(2021, 12, 31)},
		{at(2021, 2, 2, 9, 0), day(2021, 2, 2), day(2021, 2, 2)},
		{},
	}
	for _, tt := range tests {
		if got := tt.d.First(); got != tt.first {
			t.Errorf("%v: first %v, want %v", tt.d, got, tt.first)
		}
		if got := tt.d.Last(); got != tt.last {
			t.Errorf("%v: last %v, want %v", tt.d, got, tt.last)
		}
	}
}

func TestAddDays(t *testing.T) {
	for _, tt := range []struct {
		d    Date
		n    int
		want Date
	}{
		{day(2020, 2, 28), 1, day(2020, 2, 29)},
		{day(2021, 12, 31), 1, day(2022, 1, 1)},
		{day(2021, 3, 28), 1, day(2021, 3, 29)}, // the day clocks are put forward
		{day(2020, 9, 0), -1, day(2020, 8, 31)}, // «До вересня»
	} {
		if got := tt.d.AddDays(tt.n); got != tt.want {
			t.Errorf("%v + %d = %v, want %v", tt.d, tt.n, got, tt.want)
		}
	}
}

// TestAgain: of an hour that comes twice the offset says which one is meant, and it stays so.
func TestAgain(t *testing.T) {
	for _, tt := range []struct{ written, shown, moment string }{
		{"2020-10-25T03:30+03:00", "2020-10-25T03:30", "2020-10-25T00:30:00Z"},
		{"2020-10-25T03:30+02:00", "2020-10-25T03:30+02:00", "2020-10-25T01:30:00Z"},
		{"2020-10-25T01:30Z", "2020-10-25T03:30+02:00", "2020-10-25T01:30:00Z"},
		{"25.10.2020 03:00:05+02:00", "2020-10-25T03:00:05+02:00", "2020-10-25T01:00:05Z"},
		{"2020-10-25T04:00+02:00", "2020-10-25T04:00", "2020-10-25T02:00:00Z"},
		{"2020-05-25T03:30+03:00", "2020-05-25T03:30", "2020-05-25T00:30:00Z"},
	} {
		d, err := ParseDate(tt.written)
		if got := d.Time(Kyiv()).UTC().Format(time.RFC3339); err != nil || d.String() != tt.shown || got != tt.moment {
			t.Errorf("%s: %s is %s, %v", tt.written, d, got, err)
		}
		if again, err := ParseDate(d.String()); err != nil || again != d {
			t.Errorf("%s: read again it is %s, %v", d, again, err)
		}
		if times, _, _ := d.Shown(Kyiv()); d.Again && times != 1 {
			t.Errorf("%s comes %d times", d, times)
		}
	}
	first, _ := ParseDate("2020-10-25T03:30+03:00")
	if second, _ := ParseDate("2020-10-25T03:30+02:00"); first.Compare(second) >= 0 {
		t.Error("the second comes before the first")
	}
}

func TestTime(t *testing.T) {
	tests := []struct {
		d    Date
		want string
	}{
		{day(2021, 7, 0), "2021-07-01T00:00:00+03:00"},
		{day(2021, 1, 15), "2021-01-15T00:00:00+02:00"},
		{at(2021, 8, 13, 9, 22), "2021-08-13T09:22:00+03:00"},
		{at(2021, 10, 31, 2, 59), "2021-10-31T02:59:00+03:00"},
		{at(2021, 10, 31, 3, 0), "2021-10-31T03:00:00+03:00"},  // occurs twice: the first
		{at(2021, 10, 31, 3, 59), "2021-10-31T03:59:00+03:00"}, // so does this
		{at(2021, 10, 31, 4, 0), "2021-10-31T04:00:00+02:00"},
	}
	for _, tt := range tests {
		if got := tt.d.Time(Kyiv()).Format(time.RFC3339); got != tt.want {
			t.Errorf("%v is %v, want %v", tt.d, got, tt.want)
		}
	}
	if got := day(2021, 1, 15).Time(time.UTC); !got.Equal(time.Date(2021, 1, 15, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("in UTC: %v", got)
	}
}

func TestDateOf(t *testing.T) {
	for _, tt := range []struct {
		t    time.Time
		want Date
	}{
		{time.Date(2021, 11, 1, 21, 59, 0, 0, time.UTC), day(2021, 11, 1)},
		{time.Date(2021, 11, 1, 22, 0, 0, 0, time.UTC), day(2021, 11, 2)}, // winter: +2
		{time.Date(2021, 7, 1, 21, 0, 0, 0, time.UTC), day(2021, 7, 2)},   // summer: +3
	} {
		if got := DateOf(tt.t); got != tt.want {
			t.Errorf("DateOf(%v) = %v, want %v", tt.t, got, tt.want)
		}
	}
}

// The zone is read from the program, so its rules can be tested.
func TestKyiv(t *testing.T) {
	if Kyiv().String() != "Europe/Kyiv" {
		t.Errorf("it is called %q", Kyiv())
	}
	for _, tt := range []struct {
		utc    string
		offset int // hours
	}{
		{"1985-07-01T00:00:00Z", 4}, {"1991-12-01T00:00:00Z", 2}, {"2021-03-28T00:59:59Z", 2},
		{"2021-03-28T01:00:00Z", 3}, {"2021-10-31T01:00:00Z", 2}, {"2026-07-01T00:00:00Z", 3},
	} {
		moment, err := time.Parse(time.RFC3339, tt.utc)
		if err != nil {
			t.Fatal(err)
		}
		if _, got := moment.In(Kyiv()).Zone(); got != tt.offset*3600 {
			t.Errorf("at %s %d seconds from Greenwich, want %d hours", tt.utc, got, tt.offset)
		}
	}
}
