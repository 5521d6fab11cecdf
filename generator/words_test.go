package generator_test

import (
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// sameInBoth are interface texts that are the same in Ukrainian and in English, and rightly so: names, forms of files, marks.
var sameInBoth = map[string]bool{
	"manual.form.epub": true, "manual.form.pdf": true, "manual.export.bib": true, "manual.export.ris": true, "manual.export.csl": true, "map.stem": true,
}

// twice are pairs of keys with the same texts in both languages whose places differ in meaning, so that one of them may change alone.
var twice = map[string]bool{
	"auction.award home.award":                  true,
	"auction.live.ok auction.lot.accepted":      true,
	"auction.score book.exercise":               true,
	"book.formula book.link.formula":            true,
	"facets.year search.year":                   true,
	"footer.pages home.about":                   true,
	"footer.sections search.sections":           true,
	"reading.contrast.usual reading.text.usual": true,
}

// wordLine is a text; every text stands on one line.
var wordLine = regexp.MustCompile(`^"?([a-zA-Z0-9._-]+)"?: (.+)$`)

func wordsFile(t *testing.T, lang string) map[string]string {
	t.Helper()
	data, err := os.ReadFile("../layouts/words/" + lang + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	words := map[string]string{}
	for i, line := range strings.Split(string(data), "\n") {
		m := wordLine.FindStringSubmatch(line)
		if m == nil {
			if line != "" && line[0] != '#' {
				t.Errorf("%s.yaml:%d: no text: %s", lang, i+1, line)
			}
			continue
		}
		if _, known := words[m[1]]; known {
			t.Errorf("%s.yaml:%d: %s stands there twice", lang, i+1, m[1])
		}
		words[m[1]] = strings.Trim(m[2], `"`)
	}
	return words
}

// TestWords: both languages have the same keys, each is used somewhere, none was left untranslated, and no text stands under two keys.
func TestWords(t *testing.T) {
	uk, en := wordsFile(t, "uk"), wordsFile(t, "en")
	sources := sourceText(t)
	prefixes := regexp.MustCompile(`"([a-z0-9-]+(?:\.[a-z0-9-]+)*[.-])"`).FindAllStringSubmatch(sources, -1)
	prefixes = append(prefixes, regexp.MustCompile(`"([a-z0-9.-]+\.)%`).FindAllStringSubmatch(sources, -1)...)
	used := func(key string) bool {
		return strings.Contains(sources, `"`+key+`"`) || slices.ContainsFunc(prefixes, func(m []string) bool { return strings.HasPrefix(key, m[1]) })
	}
	for key, text := range uk {
		other, known := en[key]
		switch {
		case !known:
			t.Errorf("%s is not in en.yaml", key)
		case text == other && regexp.MustCompile(`\pL{3}`).MatchString(text) && !sameInBoth[key]:
			t.Errorf("%s is the same in both languages: %q", key, text)
		}
		if !used(key) {
			t.Errorf("nothing uses %s", key)
		}
	}
	for key := range en {
		if _, known := uk[key]; !known {
			t.Errorf("%s is not in uk.yaml", key)
		}
	}
	groups := map[string][]string{}
	for key, text := range uk {
		groups[text+"\x00"+en[key]] = append(groups[text+"\x00"+en[key]], key)
	}
	for both, keys := range groups {
		slices.Sort(keys)
		if len(keys) > 1 && !twice[strings.Join(keys, " ")] {
			t.Errorf("%q stands under %q", strings.ReplaceAll(both, "\x00", " / "), keys)
		}
	}
}

// sourceText is all that may name a key.
func sourceText(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	for _, dir := range []string{"../layouts", "../generator", "../cmd"} {
		err := fs.WalkDir(os.DirFS(dir), ".", func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || strings.HasSuffix(name, "_test.go") || !strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, ".html") {
				return err
			}
			data, err := os.ReadFile(dir + "/" + name)
			b.Write(data)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}
