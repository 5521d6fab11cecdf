package ukrainian

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// scraps are what the rules look at; random texts are strung together of them.
var scraps = strings.Split("|а|у|в|З|слово|Слово|м'яч|SOM|hub|word|x|I|В|Г|1|12|2019|2020|16|12345|1,5|3:0|вересня|р|н|рр|с|м|ім|т|ч|смт|"+
	" | |  |\t|\n|·|\u202F|\"|“|”|„|«|»|'|’|‘|`|(|)|[|]|.|..|...|…|,|;|:|!|?|-|--|---|–|—|№|%|/|_|@|+|"+
	"https://|www.|.ua|a@b.ua|"+string(Joint)+"|"+string(Object)+"|\u0301|\u00AD|року|грн|тис|І|Друга", "|")

func randomText(r *rand.Rand) string {
	var b strings.Builder
	for range 1 + r.IntN(14) {
		b.WriteString(hidden.Replace(scraps[r.IntN(len(scraps))]))
		if r.IntN(3) == 0 {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// checkSetting checks what holds for every text.
func checkSetting(t *testing.T, in string, set func(string) (string, []Flaw)) {
	t.Helper()
	got, _ := set(in)
	if again, _ := set(got); again != got {
		t.Fatalf("%q\nis set %q\nand then %q", shown.Replace(in), shown.Replace(got), shown.Replace(again))
	}
	if utf8.ValidString(in) && !utf8.ValidString(got) {
		t.Fatalf("%q is set %q", in, got)
	}
	if places(in) != places(got) {
		t.Fatalf("%q is set %q: joints and objects are elsewhere", in, got)
	}
	if plain, _ := set(strings.ReplaceAll(in, string(Joint), "")); plain != strings.ReplaceAll(got, string(Joint), "") {
		t.Fatalf("%q is set %q, without joints %q", in, shown.Replace(got), shown.Replace(plain))
	}
}

// places leaves of s the joints and objects, and letters and digits between.
func places(s string) string {
	return strings.Map(func(r rune) rune {
		if r == Joint || r == Object || isLetter(r) || isDigitRune(r) {
			return r
		}
		return -1
	}, s)
}

func TestSettingRandomTexts(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 13))
	n := 20_000
	if testing.Short() {
		n = 2_000
	}
	for range n {
		s := randomText(r)
		checkSetting(t, s, brands.Ukrainian)
		checkSetting(t, s, brands.English)
	}
}

func FuzzTypographer(f *testing.F) {
	for _, tt := range settings {
		f.Add(tt.in)
	}
	r := rand.New(rand.NewPCG(3, 4))
	for range 50 {
		f.Add(randomText(r))
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			brands.Ukrainian(s)
			brands.English(s)
			return
		}
		checkSetting(t, s, brands.Ukrainian)
		checkSetting(t, s, brands.English)
	})
}
