package main

import (
	"context"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/som-hub/vitryna/generator/auction"
)

// hall is a site with one open auction, its operator, and the file that bids stand in.
func hall(t *testing.T, mode string) (o *operator, load func() string, bids string) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"content/site.yaml":                         "name: Проба\n",
		"content/auction/zal/index.md":              "---\nНазва: Зала\nКоротко: Проба.\nРежим: " + mode + "\nПочаток торгів: 2020-05-15T14:00\nКінець торгів: 2020-05-15T15:00\nОприлюднення: 2020-05-25T12:00\n---\n",
		"content/auction/zal/lots/01-ranok.md":      "---\nНомер лота: 1\nНазва ідеї: Ранкове коло\nІдея: Проба.\nАвтори: [педагог]\nРезервна ціна: 95\n---\n",
		"content/auction/zal/private/bidders.csv":   "Код учасника,Назва\nK01,Команда Перша\nK02,Команда Друга\n",
		"content/auction/zal/private/bids.csv":      "Позначка часу;Код учасника;Лот;Ставка\r\n15.05.2020 14:05:00;K01;1;40\r\n",
		"content/auction/zal/private/notes-own.txt": "Нотатка",
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	now := time.Date(2020, 5, 15, 11, 30, 0, 0, time.UTC)
	p := &program{environment: environment{Stdout: io.Discard, Stderr: io.Discard, Now: func() time.Time { return now }, Getenv: func(string) string { return "" }}, lang: "uk"}
	loader, err := p.loader(dir, buildFlags{drafts: true})
	if err != nil {
		t.Fatal(err)
	}
	loader.Preview, loader.Token = true, "slovo"
	o = &operator{folder: dir, now: p.Now}
	load = func() string {
		loader.Now = now
		s, err := loader.Load(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		o.snapshot.Store(s)
		return s.Build
	}
	return o, load, filepath.Join(dir, "content", "auction", "zal", "private", "bids.csv")
}

const deskAt = "/auction/zal/operator/"

func (o *operator) render(t *testing.T, page string) string {
	t.Helper()
	data, err := o.snapshot.Load().Render("auction/zal/" + page + "/index.html")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func (o *operator) bid(t *testing.T, form string) bidReply {
	t.Helper()
	values, _ := url.ParseQuery(form)
	reply, ok := o.act(t.Context(), deskAt, values)
	if !ok {
		t.Fatal("the page takes nothing")
	}
	return reply.(bidReply)
}

// TestOperator writes bids at the desk: good ones at once, refused ones only if that is wished; the wall shows them after the next reading.
func TestOperator(t *testing.T) {
	o, load, bids := hall(t, "відкритий аукціон")
	before := load()
	desk := o.render(t, "operator")
	if wall := o.render(t, "live"); !strings.Contains(wall, "14:30:00") || !strings.Contains(wall, "40 талантів") || strings.Contains(wall, "Команда") {
		t.Errorf("the wall: %s", wall)
	}
	if r := o.bid(t, "code=K02&lot=1&amount=42"); r.Written || r.Verdict != auction.BelowStep || r.Trouble != "" {
		t.Errorf("%+v", r)
	}
	if r := o.bid(t, "code=к02&lot=1&amount=45"); !r.Written || r.Verdict != auction.OK || r.Row != 3 {
		t.Errorf("%+v", r)
	}
	if r := o.bid(t, "code=K02&lot=1&amount=60&anyway=1"); !r.Written || r.Verdict != auction.SelfRaise {
		t.Errorf("%+v", r)
	}
	data, _ := os.ReadFile(bids)
	if want := "Позначка часу;Код учасника;Лот;Ставка\r\n15.05.2020 14:05:00;K01;1;40\r\n15.05.2020 14:30:00;K02;1;45\r\n15.05.2020 14:30:00;K02;1;60\r\n"; string(data) != want {
		t.Errorf("bids.csv holds %q", data)
	}
	if after := load(); after == before {
		t.Error("a new row does not change the name of the state, so no tab would learn of it")
	}
	if wall := o.render(t, "live"); !strings.Contains(wall, "45 талантів") || !strings.Contains(wall, "ви вже лідер") {
		t.Errorf("the wall: %s", wall)
	}
	if o.render(t, "operator") != desk {
		t.Error("the desk has changed: it would be loaded anew under the operator's hands")
	}
	if !strings.Contains(desk, `value="slovo"`) && !strings.Contains(desk, "value=slovo") {
		t.Error("the desk has no token")
	}

	// only the address of a desk takes a bid, and nothing of it is a path
	for _, address := range []string{"/auction/zal/", "/auction/insha/operator/", "/auction/../zal/operator/", "/auction/zal/operator", "/auction/zal/private/operator/"} {
		if _, ok := o.act(t.Context(), address, url.Values{"code": {"K01"}}); ok {
			t.Errorf("%s takes a bid", address)
		}
	}

	// a clock that was put back would let a late bid overtake those before it
	o.now = func() time.Time { return time.Date(2020, 5, 15, 11, 25, 0, 0, time.UTC) }
	if r := o.bid(t, "code=K01&lot=1&amount=50"); r.Written || r.Trouble != auction.ClockBack || r.Row != 3 {
		t.Errorf("%+v", r)
	}
	if now, _ := os.ReadFile(bids); string(now) != string(data) {
		t.Errorf("bids.csv holds %q", now)
	}
	o.now = func() time.Time { return time.Date(2020, 5, 15, 11, 30, 0, 0, time.UTC) }

	// a table that takes no row is told, and is left alone
	if err := os.WriteFile(bids, []byte("Лот;Ставка\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if r := o.bid(t, "code=K02&lot=1&amount=65"); r.Written || r.Trouble != "E-CSV-HEADER" {
		t.Errorf("%+v", r)
	}
	if err := os.Remove(bids); err != nil {
		t.Fatal(err)
	}
	if r := o.bid(t, "code=K02&lot=1&amount=65"); !r.Written || r.Row != 2 {
		t.Errorf("without a table: %+v", r)
	}
}

// secret are the sealed bid, as pages write a sum, and the reserve price.
var secret = regexp.MustCompile(`40[ \x{00A0}]талант|\b95\b`)

// TestHallSecrets: while bids are sealed, the wall knows how many take part, and no page but the private ones names anybody.
func TestHallSecrets(t *testing.T) {
	o, load, _ := hall(t, "відкритий аукціон")
	load()
	if wall := o.render(t, "live"); !secret.MatchString(wall) {
		t.Errorf("an open bid is not shown, so a sealed one could not be found: %s", wall)
	}
	o, load, _ = hall(t, "закриті ставки")
	load()
	_, wall, _ := strings.Cut(o.render(t, "live"), "<main") // before it stand names of files, which may hold any number
	if !strings.Contains(wall, "Учасників торгів наразі: 1") || strings.Contains(wall, "K01") || secret.MatchString(wall) {
		t.Errorf("the wall: %s", wall)
	}
	desk := o.render(t, "operator")
	if secret.MatchString(desk) || strings.Contains(desk, ">40<") {
		t.Error("the desk shows a sealed bid")
	}
	if r := o.bid(t, "code=K01&lot=1&amount=99"); !r.Written || r.Verdict != auction.OK { // more than the wallet leaves beside nothing: it may
		t.Errorf("%+v", r)
	}
	s := o.snapshot.Load()
	for _, route := range s.Routes() {
		if strings.Contains(route, "private") || strings.Contains(route, "notes-own") {
			t.Errorf("published: %s", route)
		}
	}
}
