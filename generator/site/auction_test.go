package site

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/som-hub/vitryna/generator/auction"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// auctionDocs are an auction with two lots, as their files lie.
func auctionDocs(mode string) ([]*Doc, []*Kind) {
	text, whole, moment := &Field{Type: String}, &Field{Type: Int}, &Field{Type: DateTime}
	field := func(kind *Kind, name string, of *Field) *Field {
		f := *of
		f.Name = name
		kind.Fields = append(kind.Fields, &f)
		return &f
	}
	kind := &Kind{Name: "auction", Section: "auction"}
	lot := &Kind{Name: "lot", Section: "lots", Inside: "auction"}
	day := func(hour int) ukrainian.Date {
		return ukrainian.Date{Year: 2020, Month: 5, Day: 15, Hour: hour, Timed: true}
	}
	docs := []*Doc{{
		File: "content/auction/idei/index.md", Lang: UK, Kind: kind, Section: "auction", ID: "idei", Path: "auction/idei", Title: "Ідеї",
		Values: []Value{
			{Field: field(kind, "mode", text), Text: mode}, {Field: field(kind, "opens", moment), Date: day(14)},
			{Field: field(kind, "closes", moment), Date: day(15)}, {Field: field(kind, "publish_at", moment), Date: day(18)},
		},
	}}
	for i, name := range []string{"ranok", "skrynia"} {
		docs = append(docs, &Doc{
			File: fmt.Sprintf("content/auction/idei/lots/0%d-%s.md", 3-i, name), Lang: UK, Kind: lot, Section: "lots", Owner: "auction/idei", ID: name,
			Path: "auction/idei/lots/" + name, Order: 3 - i, Title: name,
			Values: []Value{{Field: field(lot, "n", whole), Number: float64(i + 1)}, {Field: field(lot, "reserve", whole), Number: 31}},
		})
	}
	kind.Index()
	lot.Index()
	return docs, []*Kind{kind, lot}
}

func auctionAt(t *testing.T, mode, hour string, closings ...Closing) (*Auction, []string) {
	t.Helper()
	docs, kinds := auctionDocs(mode)
	at, err := time.ParseInLocation("15:04", hour, ukrainian.Kyiv())
	if err != nil {
		t.Fatal(err)
	}
	files := AuctionFiles{
		Bids:     []byte("Час;Код;Лот;Ставка\n15.05.2020 14:05;K01;1;77\n15.05.2020 14:06;K02;1;59\n15.05.2020 14:07;K02;2;13\n"),
		Bidders:  []byte("Код;Назва;Згода на назву\nK01;Перша;так\nK02;Друга;ні\n"),
		Closings: closings,
	}
	s, problems := New(docs, Options{
		Kinds: kinds, Now: ukrainian.Date{Year: 2020, Month: 5, Day: 15}, Moment: time.Date(2020, 5, 15, at.Hour(), at.Minute(), 0, 0, ukrainian.Kyiv()),
		Auctions: map[string]AuctionFiles{"auction/idei": files},
	})
	var codes []string
	for _, p := range problems {
		if p.Code != "W-PAGE-MISSING" {
			codes = append(codes, p.Code)
		}
	}
	if len(s.Auctions()) != 1 {
		t.Fatalf("%d auctions, %v", len(s.Auctions()), codes)
	}
	return s.Auctions()[0], codes
}

// told is all that a page could print of an auction.
func told(a *Auction) string {
	text := fmt.Sprintf("%+v %+v", a.Result, a.Names)
	for _, lot := range a.Lots {
		text += fmt.Sprintf(" %+v %+v %+v", lot.Result, lot.Rank, lot.Bids)
	}
	return text
}

func TestAuctionTellsNothingEarly(t *testing.T) {
	for _, c := range []struct {
		mode, hour string
		state      auction.State
		known      bool // who leads, or what came of it
	}{
		{"sealed", "13:00", auction.Announced, false}, {"sealed", "14:30", auction.Bidding, false}, {"sealed", "15:00", auction.Counting, false},
		{"sealed", "17:59", auction.Counting, false}, {"sealed", "18:00", auction.Published, true},
		{"english", "14:30", auction.Bidding, true}, {"english", "15:00", auction.Counting, false}, {"english", "18:00", auction.Published, true},
		{"notes", "15:00", auction.Counting, false},
	} {
		a, _ := auctionAt(t, c.mode, c.hour)
		if a.Result.State != c.state {
			t.Errorf("%s %s: %s, want %s", c.mode, c.hour, a.Result.State, c.state)
		}
		if text := told(a); strings.Contains(text, "77") != c.known || strings.Contains(text, "K01") != c.known {
			t.Errorf("%s %s: known %v, want %v: %s", c.mode, c.hour, !c.known, c.known, text)
		}
		if _, ok := a.Audit(); ok != (c.state == auction.Published) {
			t.Errorf("%s %s: audit %v", c.mode, c.hour, ok)
		}
		if (len(a.Names) > 0) != (c.state == auction.Published) || a.Names["K02"] != "" {
			t.Errorf("%s %s: names %v", c.mode, c.hour, a.Names)
		}
	}
}

func TestAuctionLots(t *testing.T) {
	a, problems := auctionAt(t, "sealed", "18:00")
	if len(a.Lots) != 2 || a.Lots[0].Item.Path != "auction/idei/lots/1" || a.Lots[0].Item.ID != "ranok" || a.Lots[1].Result.Status != auction.UnsoldReserve {
		t.Errorf("%+v", a.Lots[0].Item.Path)
	}
	if a.Item.Inside[0] != a.Lots[0].Item || a.Lots[0].Item.Next != a.Lots[1].Item {
		t.Error("lots stand in the order of their files and not of their numbers")
	}
	if fmt.Sprint(problems) != "[W-AU-OPEN]" {
		t.Error(problems)
	}
}

func TestAuctionSeal(t *testing.T) {
	a, _ := auctionAt(t, "sealed", "18:00")
	first := Closing{Date: ukrainian.Date{Year: 2020, Month: 5, Day: 16}, Seal: a.Seal}
	if a, problems := auctionAt(t, "sealed", "18:00", first); len(problems) > 0 || !a.Updated.IsZero() {
		t.Error(problems, a.Updated)
	}
	other := first
	other.Settings = strings.Repeat("0", 64)
	if a, problems := auctionAt(t, "sealed", "18:00", other, first); len(problems) > 0 || a.Updated != first.Date {
		t.Error(problems, a.Updated)
	}
	if _, problems := auctionAt(t, "sealed", "18:00", first, other); fmt.Sprint(problems) != "[E-AU-CHANGED]" {
		t.Error(problems)
	}
	// A seal that was made once holds for ever: what it is made of may not change with the program.
	if want := "f7fbba19"; !strings.HasPrefix(a.Seal.Settings, want) {
		t.Errorf("the seal of the settings is %s", a.Seal.Settings)
	}
}
