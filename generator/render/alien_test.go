package render

import "testing"

func TestAlien(t *testing.T) {
	for text, want := range map[string][2]string{
		"Міський методичний кабінет":                     {"", "uk"},
		"SOM-hub — сервісний центр":                      {"", "uk"},
		"Improvement of educational services":            {"en", ""},
		"Best practice of Druzhkivka city council, 2021": {"en", ""},
		"decentralization.ua":                            {"", ""},
		"https://example.org/some-long-address-of-it":    {"", ""},
		"STEM": {"", ""},
		"«Improvement of educational services» — стаття англійською про наш центр": {"", ""},
		"2019–2020": {"", ""},
		"":          {"", ""},
	} {
		for i, lang := range []string{"uk", "en"} {
			if got := (reader{lang: lang}).Alien(text); got != want[i] {
				t.Errorf("%q for a reader of %s: %q, want %q", text, lang, got, want[i])
			}
		}
	}
}
