package drawing

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestBook(t *testing.T) {
	for _, title := range titles()[:40] {
		for _, subtitle := range []string{"", "Методичні рекомендації", "Навчально-методичний посібник для вчителів початкових класів, у двох частинах"} {
			svg := Book(title, subtitle, "manual")
			if Book(title, subtitle, "manual") != svg {
				t.Fatalf("%q: two books", title)
			}
			inspect(t, svg)
			if len(svg) >= 2000 {
				t.Errorf("%q: %d bytes", title, len(svg))
			}
		}
		if cover := compose(title, "manual").out.String(); !strings.Contains(Book(title, "", "manual"), cover) {
			t.Errorf("%q: the book carries another picture than the card", title)
		}
	}
}

// letters occur in Ukrainian about as often as here.
const letters = "оооооооооаааааааанннннииииііііттттввввєеееерррссссллккккууууммпппдддзззяяьььббггчййхжшюцїщфґ"

// phrase makes up words, n letters with their spaces.
func phrase(r *rand.Rand, n int) string {
	runes := []rune(letters)
	var b strings.Builder
	for i, left := 0, 0; i < n; i, left = i+1, left-1 {
		if left == 0 {
			left = 2 + r.IntN(13)
			if i > 0 && i < n-1 {
				b.WriteByte(' ')
				continue
			}
		}
		b.WriteRune(runes[r.IntN(len(runes))])
	}
	return b.String()
}

// Titles of every length stand on a book whole: no line too wide, none too low, no letter lost.
func TestBookTitles(t *testing.T) {
	r := rand.New(rand.NewPCG(2020, 9))
	longest := 0
	for n := 1; n <= 160; n++ {
		for range 3 {
			title := phrase(r, n)
			for _, subtitle := range []string{"", "Навчально-методичний посібник для вчителів початкових класів, у двох частинах"} {
				below, size, lines := setWords(title, subtitle, 2)
				if got, want := bare(strings.Join(lines, " ")), bare(title); got != want {
					t.Errorf("%d letters became\n%s, not\n%s", n, got, want)
				}
				for _, line := range lines {
					if w := width(line, size); w > measure {
						t.Errorf("a line %d wide: %q", w, line)
					}
				}
				deep := len(lines) * leading(size)
				if len(below) > 0 {
					deep += subtitleSize*2/3 + len(below)*leading(subtitleSize)
				}
				if deep > depth {
					t.Errorf("%d lines of %d points and %d below are %d deep", len(lines), size, len(below), deep)
				}
				longest = max(longest, len(Book(title, subtitle, "manual")))
			}
		}
	}
	if longest >= 2000 {
		t.Errorf("a book of %d bytes", longest)
	}
	t.Logf("longest: %d bytes", longest)
}

func bare(s string) string { return strings.NewReplacer(" ", "", "\u00a0", "").Replace(s) }

func TestSet(t *testing.T) {
	for _, tt := range []struct {
		text       string
		size, most int
		want       string // lines parted by |, no-break spaces written ~
		whole      bool
	}{
		{"", 36, 3, "", true},
		{" \t\n ", 36, 3, "", true},
		{"Приклад посібника", 36, 3, "Приклад|посібника", true},
		{"STEM у початковій школі", 32, 4, "STEM|у~початковій|школі", true},
		{"Мова — це ми", 42, 2, "Мова~—|це ми", true},
		{"Що\u00a0робити", 28, 2, "Що~робити", true},
		{"пере\u00adнос", 36, 1, "перенос", true},
		{"один два три чотири пʼять шість сім", 28, 2, "один два три|чотири пʼять…", false},
		{"Соціально-психологічний супровід", 28, 4, "Соціально-|психологічний|супровід", true},
		{"Надзвичайнодовгеслово", 32, 3, "Надзвичайно-|довгеслово", false},
		{"Що\u00a0зробити\u00a0найперше", 36, 3, "Що зробити|найперше", false},
		{strings.Repeat("Щ", 30), 42, 2, "ЩЩЩЩЩ-|ЩЩЩЩ…", false},
	} {
		lines, whole := set(tt.text, tt.size, tt.most)
		got := strings.ReplaceAll(strings.Join(lines, "|"), "\u00a0", "~")
		if got != tt.want || whole != tt.whole {
			t.Errorf("set(%q, %d, %d) = %q, %v; want %q, %v", tt.text, tt.size, tt.most, got, whole, tt.want, tt.whole)
		}
	}
}

// A short title is set large, a long one small; the order never turns.
func TestTitleSizes(t *testing.T) {
	var sizes []int
	for _, title := range []string{
		"Урок", "Приклад посібника", "Інклюзивний клас: з чого почати", "Збірник завдань для гурткової роботи з математики та фізики",
		"Здоров’язбережувальні технології в освітньому просторі Нової української школи",
		"Формування громадянської компетентності учнів закладів загальної середньої освіти засобами проєктної діяльності: досвід опорної школи",
	} {
		_, size, _ := setWords(title, "", 3)
		sizes = append(sizes, size)
	}
	if want := []int{42, 42, 32, 25, 19, 17}; !slices.Equal(sizes, want) {
		t.Errorf("sizes %v, want %v", sizes, want)
	}
}

var (
	texts  = regexp.MustCompile(`<text[^>]* font-size="(\d+)">(.*?)</text>`)
	tspans = regexp.MustCompile(`y="(\d+)">([^<]*)<`)
)

func FuzzBook(f *testing.F) {
	for _, title := range titles()[:12] {
		f.Add(title, "Підзаголовок")
	}
	f.Add("а б в г ґ д — е", "— –")
	f.Add("-----------------------------------------------------", "\u00a0")
	f.Fuzz(func(t *testing.T, title, subtitle string) {
		svg := Book(title, subtitle, "manual")
		inspect(t, svg)
		for _, text := range texts.FindAllStringSubmatch(svg, -1) {
			size, _ := strconv.Atoi(text[1])
			for _, line := range tspans.FindAllStringSubmatch(text[2], -1) {
				if y, _ := strconv.Atoi(line[1]); y > margin+depth {
					t.Errorf("a line at %d", y)
				}
				if !utf8.ValidString(line[2]) {
					t.Errorf("not a text: %q", line[2])
				}
				if !strings.Contains(line[2], "&") && width(line[2], size) > measure {
					t.Errorf("a line too wide: %q", line[2])
				}
			}
		}
	})
}

func BenchmarkBook(b *testing.B) {
	for b.Loop() {
		Book("Здоров’язбережувальні технології в освітньому просторі Нової української школи", "Методичний посібник", "manual")
	}
}
