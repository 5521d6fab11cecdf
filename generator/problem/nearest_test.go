package problem

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestNearest(t *testing.T) {
	fields := []string{"title", "draft", "status", "start", "end", "summary", "tags", "tasks", "cover", "cover_alt", "Назва", "Стан", "Форма роботи", "Обов’язково"}
	forms := []string{"training", "master-class", "webinar", "seminar", "conference", "forum", "тренінг", "педагог", "конференція"}
	ids := []string{"ahenty-zmin", "som-hub", "batkivskyi-hub-pazl", "dytiachyi-tsentr-z-plus", "foto.jpg"}
	for _, c := range []struct {
		word       string
		candidates []string
		want       string
	}{
		{"draf", fields, "draft"},
		{"sttaus", fields, "status"},
		{"Title", fields, "title"},
		{"Назвa", fields, "Назва"}, // the last letter is Latin
		{"форма робити", fields, "Форма роботи"},
		{"обов'язково", fields, "Обов’язково"},
		{"tag", fields, "tags"},
		{"xyz", fields, ""},
		{"ok", fields, ""},
		{"", fields, ""},
		{"training1", forms, "training"},
		{"Webinar", forms, "webinar"},
		{"вебінар", forms, ""},
		{"nhtysyu", forms, "тренінг"},
		{"gtlfuju", forms, "педагог"},
		{"цуиіфк", forms, ""},
		{"цуиштфк", forms, "webinar"},
		{"конференцыя", forms, "конференція"},
		{"ahentu-zmin", ids, "ahenty-zmin"},
		{"ahenty", ids, "ahenty-zmin"},
		{"som", ids, ""},
		{"Foto.JPG", ids, "foto.jpg"},
		{"foto.jpg", ids, ""},
		{"batkivskyi-hub", ids, "batkivskyi-hub-pazl"},
		{"zmin", nil, ""},
	} {
		if got := Nearest(c.word, c.candidates); got != c.want {
			t.Errorf("Nearest(%q) = %q, want %q", c.word, got, c.want)
		}
	}
}

func TestNearestDoesNotDependOnOrder(t *testing.T) {
	candidates := []string{"статус", "статут", "статура", "старт", "стать", "став"}
	random := rand.New(rand.NewPCG(3, 4))
	want := Nearest("статуа", candidates)
	for range 50 {
		shuffled := slices.Clone(candidates)
		random.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		if got := Nearest("статуа", shuffled); got != want {
			t.Fatalf("got %q, then %q", want, got)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b  string
		limit int
		want  int
	}{
		{"", "", 3, 0}, {"", "аб", 3, 2}, {"кіт", "кит", 3, 1}, {"кіт", "ікт", 3, 1},
		{"абвг", "бавг", 3, 1}, {"абвг", "абвгґд", 3, 2}, {"ca", "abc", 3, 3}, {"абв", "гґд", 1, 2},
	} {
		if got := distance([]rune(c.a), []rune(c.b), c.limit); got != c.want {
			t.Errorf("distance(%q, %q) = %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

func BenchmarkNearest(b *testing.B) {
	var ids []string
	for i := range 3000 {
		ids = append(ids, "profesiina-adaptatsiia-"+string(rune('a'+i%26))+string(rune('a'+i/26%26))+string(rune('a'+i/676)))
	}
	for b.Loop() {
		Nearest("profesiina-adaptatsia-zz", ids)
	}
}

func FuzzNearest(f *testing.F) {
	f.Add("draf", "draft", "drift")
	f.Add("gtlfuju", "педагог", "педагогіка")
	f.Add("аб", "ба", "")
	f.Fuzz(func(t *testing.T, word, a, b string) {
		got := Nearest(word, []string{a, b})
		if got != "" && got != a && got != b || got == word && word != "" {
			t.Errorf("Nearest(%q, %q, %q) = %q", word, a, b, got)
		}
		if back := Nearest(word, []string{b, a}); back != got {
			t.Errorf("the order of candidates matters: %q, %q", got, back)
		}
		x, y := []rune(a), []rune(b)
		if d, e := distance(x, y, 4), distance(y, x, 4); d != e || (d == 0) != slices.Equal(x, y) {
			t.Errorf("distance(%q, %q): %d and %d", a, b, d, e)
		}
	})
}
