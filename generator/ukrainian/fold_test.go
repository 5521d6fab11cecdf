package ukrainian

import "testing"

func TestFold(t *testing.T) {
	tests := []struct{ in, want string }{
		{"Зв’язок поколінь", "звязок поколінь"},
		{"ЗВ'ЯЗОК  ПОКОЛІНЬ", "звязок поколінь"},
		{"Звʼязок поколінь ", "звязок поколінь"},
		{"Ґанок", "ґанок"},
		{"Стан", "стан"},
		{"Початок\u00A0роботи", "початок роботи"},
		{"за\u0301мок", "замок"},
		{"мѐд ЍЀѝ", "мед иеи"},
		{"И\u0306осипівка", "йосипівка"}, // NFD, as from a Mac
		{"и\u0301\u0306", "й"},
		{"café", "café"},
		{" \n ", ""},
	}
	for _, tt := range tests {
		if got := Fold(tt.in); got != tt.want {
			t.Errorf("Fold(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func FuzzFold(f *testing.F) {
	f.Add("Зв’язок поколінь")
	f.Add("и\u0301\u0306")
	f.Fuzz(func(t *testing.T, s string) {
		once := Fold(s)
		if twice := Fold(once); twice != once {
			t.Errorf("Fold(%q) = %q, and then %q", s, once, twice)
		}
	})
}

func TestNormalise(t *testing.T) {
	if got := Normalise("и\u0306і\u0308"); got != "йї" {
		t.Errorf("got %q", got)
	}
}

func TestIsApostrophe(t *testing.T) {
	for _, r := range "'`´‘’ʼ" {
		if !IsApostrophe(r) {
			t.Errorf("%q is none", r)
		}
	}
	for _, r := range "\"“”,а" {
		if IsApostrophe(r) {
			t.Errorf("%q is one", r)
		}
	}
}

func TestCapital(t *testing.T) {
	for in, want := range map[string]string{"тренінг": "Тренінг", "їжак": "Їжак", "Z+": "Z+", "«пазл»": "«пазл»", "": "", "event": "Event"} {
		if got := Capital(in); got != want {
			t.Errorf("Capital(%q) = %q, want %q", in, got, want)
		}
	}
}
