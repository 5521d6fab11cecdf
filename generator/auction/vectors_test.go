package auction

import (
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"
	_ "time/tzdata"
)

// vectors are the vectors of domain 3.11, and ours (AU-W…) for what it has no vector of. A check in another language may read the same file.
type vectors struct {
	Auctions []vector
	Times    [][2]string
	Amounts  [][2]any
	Codes    [][2]string
	Lots     [][2]any
	Chain    struct {
		ID, Start string
		Lines     [][2]string
	}
}

// vector is an auction of 15 May 2020 with the base settings of 3.11 and what differs from them.
type vector struct {
	ID, Name     string
	Mode         Mode
	Second       bool
	SelfRaise    bool `json:"self_raise"`
	SoftMax      *int `json:"soft_max"`
	Now          string
	Reserve      map[string]int
	Withdrawn    map[string]string
	Disqualified []string
	Institution  struct{ Lots, Bidders []string }
	Rows         []string
	Verdicts     []Verdict
	Secret       bool
	Participants *int
	Lots         map[string]struct {
		Status        Status
		Buyer, Leader string
		Price, Best   int
		Score         int
		Close         string
		Extensions    *int
	}
}

var kyiv = func() *time.Location {
	loc, err := time.LoadLocation("Europe/Kyiv")
	if err != nil {
		panic(err)
	}
	return loc
}()

func readVectors(t testing.TB) vectors {
	data, err := os.ReadFile("testdata/vectors.json")
	if err != nil {
		t.Fatal(err)
	}
	var v vectors
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// clock is a time of 15 May 2020 in Kyiv, unless it says another day.
func clock(text string) time.Time {
	day, hour, ok := strings.Cut(text, "T")
	if !ok {
		day, hour = "15.05.2020", text
	}
	t, err := time.ParseInLocation("02.01.2006 15:04:05", day+" "+hour, kyiv)
	if err != nil {
		panic(err)
	}
	return t
}

// baseSettings are those of 3.11.
func baseSettings(mode Mode) Settings {
	s := Defaults()
	s.ID, s.Mode = "v01", mode
	s.Opens, s.Closes, s.PublishAt = clock("14:00:00"), clock("15:00:00"), clock("18:00:00")
	s.SoftClose.Max = 3
	return s
}

func baseLots() []Lot {
	return []Lot{{N: 1, Authors: []string{"K04"}}, {N: 2, Authors: []string{"K03"}}, {N: 3}}
}

func baseBidders() []Bidder {
	return []Bidder{{Code: "K01"}, {Code: "K02"}, {Code: "K03"}, {Code: "K04"}}
}

// row reads «14:05:00 K01 1 10», as the second and further words of a row of the form.
func (v *vector) row(i int) Row {
	f := strings.SplitN(v.Rows[i], " ", 4)
	o := Reading{Mode: v.Mode, Zone: kyiv}
	row := Row{Number: i + 2, Time: clock(f[0]), Code: readCode(f[1], bidderCode), Lot: readLot(f[2]), Withdraw: f[3] == "withdraw"}
	switch {
	case row.Withdraw:
	case v.Mode == Notes:
		row.Note = readNote(f[3])
	default:
		row.Amount = o.readAmount(f[3])
	}
	return row
}

// input is the auction of a vector.
func (v *vector) input() (s Settings, lots []Lot, bidders []Bidder, rows []Row, now time.Time) {
	s, lots, bidders = baseSettings(v.Mode), baseLots(), baseBidders()
	s.SecondPrice, s.AllowSelfRaise = v.Second, v.SelfRaise
	if v.SoftMax != nil {
		s.SoftClose.Max = *v.SoftMax
	}
	s.InstitutionOwns = len(v.Institution.Lots) > 0
	for i := range lots {
		n := strconv.Itoa(lots[i].N)
		lots[i].Reserve = v.Reserve[n]
		if at := v.Withdrawn[n]; at != "" {
			lots[i].Withdrawn = clock(at)
		}
		for _, other := range v.Institution.Lots {
			if other == n {
				lots[i].Authors, lots[i].Institution = nil, "Заклад Д"
			}
		}
	}
	for i := range bidders {
		for _, code := range v.Disqualified {
			bidders[i].Disqualified = bidders[i].Disqualified || code == bidders[i].Code
		}
		for _, code := range v.Institution.Bidders {
			if code == bidders[i].Code {
				bidders[i].Institution = "заклад  д"
			}
		}
	}
	for i := range v.Rows {
		rows = append(rows, v.row(i))
	}
	now = clock("20:00:00")
	if v.Now != "" {
		now = clock(v.Now)
	}
	return s, lots, bidders, rows, now
}

func TestVectors(t *testing.T) {
	for _, v := range readVectors(t).Auctions {
		t.Run(v.ID, func(t *testing.T) {
			s, lots, bidders, rows, now := v.input()
			got := Run(s, lots, bidders, rows, nil, now)
			for i, want := range v.Verdicts {
				if got.Rows[i].Verdict != want {
					t.Errorf("row %d %q: %s, want %s", i+2, v.Rows[i], got.Rows[i].Verdict, want)
				}
			}
			if got.Secret != v.Secret {
				t.Errorf("secret: %v", got.Secret)
			}
			if v.Participants != nil && got.Participants != *v.Participants {
				t.Errorf("participants: %d, want %d", got.Participants, *v.Participants)
			}
			v.compareLots(t, got)
		})
	}
}

// compareLots compares what became of the lots; one that is not named ends without bids.
func (v *vector) compareLots(t *testing.T, got Result) {
	for _, lot := range got.Lots {
		want, named := v.Lots[strconv.Itoa(lot.N)]
		if !named {
			if lot.Status != UnsoldNoBids && v.Mode != Notes && v.Now == "" {
				t.Errorf("lot %d: %s, want %s", lot.N, lot.Status, UnsoldNoBids)
			}
			continue
		}
		if lot.Status != want.Status || lot.Buyer != want.Buyer || lot.Price != want.Price || lot.Leader != want.Leader || lot.Score != want.Score {
			t.Errorf("lot %d: %+v, want %+v", lot.N, lot, want)
		}
		if want.Best > 0 && lot.Best != want.Best {
			t.Errorf("lot %d: best %d, want %d", lot.N, lot.Best, want.Best)
		}
		if want.Close != "" && !lot.Close.Equal(clock(want.Close)) {
			t.Errorf("lot %d closes at %s, want %s", lot.N, lot.Close, want.Close)
		}
		if want.Extensions != nil && lot.Extensions != *want.Extensions {
			t.Errorf("lot %d: %d extensions, want %d", lot.N, lot.Extensions, *want.Extensions)
		}
	}
}

func TestReadingOfCells(t *testing.T) {
	v := readVectors(t)
	o := Reading{Zone: kyiv}
	for _, c := range v.Times {
		at, ok := o.readTime(c[0])
		if got := utc(at); got != c[1] || ok != (c[1] != "") {
			t.Errorf("time %q: %q, want %q", c[0], got, c[1])
		}
	}
	for _, c := range v.Amounts {
		if got := o.readAmount(c[0].(string)); float64(got) != c[1] {
			t.Errorf("amount %q: %d, want %v", c[0], got, c[1])
		}
	}
	for _, c := range v.Codes {
		if got := readCode(c[0], bidderCode); got != c[1] {
			t.Errorf("code %q: %q, want %q", c[0], got, c[1])
		}
	}
	for _, c := range v.Lots {
		if got := readLot(c[0].(string)); float64(got) != c[1] {
			t.Errorf("lot %q: %d, want %v", c[0], got, c[1])
		}
	}
	o.MonthFirst = true
	for written, want := range map[string]string{"05/15/2020 14:09:00": "2020-05-15T11:09:00Z", "5/1/2020 9:05": "2020-05-01T06:05:00Z"} { // as spreadsheets of that order write it
		if at, _ := o.readTime(written); utc(at) != want {
			t.Errorf("month first: %q: %s", written, utc(at))
		}
	}
	o.Currency = []string{"зірка", "зірки", "зірок"}
	if n := o.readAmount("5 зірок"); n != 5 {
		t.Errorf("an amount in a currency of the auction's own: %d", n)
	}
}

// TestMachineZone reads local times where the machine hangs somewhere else: nothing may ask it.
func TestMachineZone(t *testing.T) {
	defer func(was *time.Location) { time.Local = was }(time.Local)
	for _, name := range []string{"UTC", "America/New_York", "Asia/Kolkata", "Pacific/Apia"} {
		loc, err := time.LoadLocation(name)
		if err != nil {
			t.Fatal(err)
		}
		time.Local = loc
		TestReadingOfCells(t)
	}
}

func TestChain(t *testing.T) {
	v := readVectors(t)
	c := v.Chain
	hash := start(c.ID)
	if hash != c.Start {
		t.Errorf("h0 is %s", hash)
	}
	for _, line := range c.Lines {
		if hash = next(hash, line[0]); hash != line[1] {
			t.Errorf("%q: %s, want %s", line[0], hash, line[1])
		}
	}
	s, lots, bidders, rows, now := v.Auctions[0].input()
	got := Run(s, lots, bidders, rows, nil, now)
	for i, line := range c.Lines {
		if row := got.Rows[i]; row.line(s.Mode) != line[0] || row.Hash != line[1] {
			t.Errorf("row %d: %q %s", i+2, row.line(s.Mode), row.Hash)
		}
	}
	if got.Hash != c.Lines[2][1] {
		t.Errorf("the last hash is %s", got.Hash)
	}
}
