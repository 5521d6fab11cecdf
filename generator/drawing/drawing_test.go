package drawing

import (
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// titles are what the sites of the examples are full of, and then some.
func titles() []string {
	all := []string{
		"", "Ї", "Агенти змін", "Методичне Ательє", "Батьківський hub «Пазл»", "Академія вчителя Нової української школи",
		"ГО «Громадянська безпека та соціальна згуртованість»", "Центр професійного зростання педагогів (SOM-hub)",
		"<script>alert('ні')</script> & ]]>", "Сло\u0301во\u00a0і\u202fпробіл\u00ad\x00\xff", strings.Repeat("Щ", 160), strings.Repeat("слово ", 300),
	}
	for i := range 150 {
		all = append(all, fmt.Sprintf("Назва %d", i))
	}
	return all
}

func kinds() []string {
	all := []string{"", "page", "невідомий"}
	for kind := range fitting {
		all = append(all, kind)
	}
	return all
}

func TestCover(t *testing.T) {
	longest := 0
	for _, kind := range kinds() {
		for _, title := range titles() {
			svg := Cover(title, kind)
			if again := Cover(title, kind); again != svg {
				t.Fatalf("%q, %q: two covers", title, kind)
			}
			longest = max(longest, len(svg))
			if text := inspect(t, svg); text != "" {
				t.Errorf("%q, %q: a cover says %q", title, kind, text)
			}
		}
	}
	if longest >= 900 {
		t.Errorf("a cover of %d bytes", longest)
	}
	t.Logf("longest: %d bytes", longest)
}

// allowed are the attributes that each element has, with what they may hold.
var allowed = map[string]map[string]*regexp.Regexp{
	"svg":   {"class": whole(`drawn`), "viewBox": whole(`0 0 300 [24]00`), "aria-hidden": whole(`true`), "focusable": whole(`false`)},
	"path":  {"class": whole(`c[1-5]`), "d": whole(`[MLHVhvaz0-9 -]+z`)},
	"g":     {"transform": whole(`(rotate|translate)\([0-9 -]+\)`)},
	"text":  {"class": whole(`drawn-type( drawn-small)? on[234]`), "font-size": whole(`\d\d`)},
	"tspan": {"x": whole(`28`), "y": whole(`\d+`)},
}

func whole(pattern string) *regexp.Regexp { return regexp.MustCompile(`^(?:` + pattern + `)$`) }

// inspect proves that a picture is a whole piece of XML, that it holds nothing but what it may, and that its shapes lie
// where they can be seen. It returns its text.
func inspect(t *testing.T, svg string) string {
	t.Helper()
	var text strings.Builder
	d := xml.NewDecoder(strings.NewReader(svg))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return text.String()
		}
		if err != nil {
			t.Fatalf("%v\n%s", err, svg)
		}
		switch token := token.(type) {
		case xml.CharData:
			text.Write(token)
		case xml.StartElement:
			want := allowed[token.Name.Local]
			if len(token.Attr) != len(want) {
				t.Errorf("%s has %d attributes, want %d", token.Name.Local, len(token.Attr), len(want))
			}
			for _, a := range token.Attr {
				if may := want[a.Name.Local]; may == nil || !may.MatchString(a.Value) {
					t.Errorf("%s has %s=%q", token.Name.Local, a.Name.Local, a.Value)
				}
				if a.Name.Local == "d" {
					placed(t, a.Value)
				}
			}
		}
	}
}

var (
	subpath = regexp.MustCompile(`M[^M]*`)
	number  = regexp.MustCompile(`-?\d+`)
)

// placed proves that every shape begins in or near the picture.
func placed(t *testing.T, d string) {
	t.Helper()
	for _, shape := range subpath.FindAllString(d, -1) {
		at := number.FindAllString(shape, 2)
		x, _ := strconv.Atoi(at[0])
		y, _ := strconv.Atoi(at[1])
		if x < -20 || x > 320 || y < -20 || y > 230 {
			t.Errorf("a shape begins at %d, %d: %s", x, y, shape)
		}
	}
}

// Every family is drawn for every kind that names it, in every printing and both ways round.
func TestReach(t *testing.T) {
	for kind, choice := range fitting {
		if n := len(choice); n < 3 || n > 5 {
			t.Errorf("%s draws from %d families", kind, n)
		}
	}
	for _, kind := range kinds() {
		met := map[string]bool{}
		covers := map[string]bool{}
		for _, title := range titles() {
			p := &plate{dice: seed(title, kind)}
			draw := p.choose(kind)
			for i := range families {
				if reflect.ValueOf(families[i]).Pointer() == reflect.ValueOf(draw).Pointer() {
					met[fmt.Sprint(i, " ", p.flip)] = true
				}
			}
			met[fmt.Sprint(p.inks)] = true
			covers[Cover(title, kind)] = true
		}
		want := 2*len(fitting[kind]) + len(printings)
		if fitting[kind] == nil {
			want = 2*len(families) + len(printings)
		}
		if len(met) != want {
			t.Errorf("%q: %d families, sides and printings, want %d", kind, len(met), want)
		}
		if len(covers) < len(titles())/2 {
			t.Errorf("%q: only %d covers for %d titles", kind, len(covers), len(titles()))
		}
	}
}

// The table names kinds of the theme. A misspelt one would draw from all families, and nobody would see it.
func TestKinds(t *testing.T) {
	dirs, err := os.ReadDir("../../layouts/kinds")
	if err != nil {
		t.Fatal(err)
	}
	for kind := range fitting {
		if !slices.ContainsFunc(dirs, func(d os.DirEntry) bool { return d.Name() == kind }) {
			t.Errorf("no kind %q", kind)
		}
	}
}

// A ground, what stands on it and what is cut into that are of different inks in every printing.
func TestPrintings(t *testing.T) {
	for _, p := range printings {
		used := map[ink]bool{p.ground: true, p.first: true, p.second: true, p.light: true, p.dark: true}
		if len(used) != 5 {
			t.Errorf("%v: %d inks", p, len(used))
		}
		if p.ground == paper || p.mark == p.light || p.mark == p.second || p.mark == p.dark {
			t.Errorf("%v: something will not be seen", p)
		}
	}
}

// The numbers are those of the reference implementation of SplitMix64, seed 1234567.
func TestDice(t *testing.T) {
	d := dice(1234567)
	for _, want := range []uint64{6457827717110365317, 3203168211198807973, 9817491932198370423} {
		if got := d.roll(1 << 31); got != int(want>>33) {
			t.Errorf("got %d, want %d", got, want>>33)
		}
	}
	if a, b := seed("б", "а"), seed("", "аб"); a == b {
		t.Error("title and kind run together")
	}
}

func BenchmarkCover(b *testing.B) {
	for b.Loop() {
		Cover("Академія вчителя Нової української школи", "project")
	}
}
