package problem

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

var (
	placeholderPattern = regexp.MustCompile(`\{([a-z]+)(?:([:@])([^{}]*))?\}`)
	codePattern        = regexp.MustCompile(`^[EW](-[A-Z0-9]+)+$`)
	idlePattern        = regexp.MustCompile(`\[\[[^{}\[\]|]*(\]\]|\|\|)`)
	typedPattern       = regexp.MustCompile("`[^`]*`")
)

// forEachText calls f for the four texts of every code.
func forEachText(f func(code, lang, part, text string)) {
	for _, code := range Codes() {
		e := catalogue[code]
		f(code, "uk", "what", e.ukWhat)
		f(code, "uk", "mend", e.ukMend)
		f(code, "en", "what", e.enWhat)
		f(code, "en", "mend", e.enMend)
	}
}

func TestEveryCodeHasFourTexts(t *testing.T) {
	if len(catalogue) < 100 {
		t.Errorf("only %d codes: a part of the catalogue is not joined", len(catalogue))
	}
	forEachText(func(code, lang, part, text string) {
		if strings.TrimSpace(text) == "" {
			t.Errorf("%s %s %s: empty", code, lang, part)
		}
		if !codePattern.MatchString(code) {
			t.Errorf("%s: not a code", code)
		}
	})
}

// TestEveryCodeIsReported: a code that nothing reports is a promise that nobody keeps.
func TestEveryCodeIsReported(t *testing.T) {
	var said strings.Builder
	for _, root := range []string{"../../generator", "../../cmd", "../../layouts"} {
		err := filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || filepath.Base(filepath.Dir(name)) == "problem" || strings.HasSuffix(name, "_test.go") || !slices.Contains([]string{".go", ".yaml"}, filepath.Ext(name)) {
				return err
			}
			data, err := os.ReadFile(name)
			said.Write(data)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, code := range Codes() {
		if !strings.Contains(said.String(), `"`+code+`"`) && !strings.Contains(said.String(), ": "+code) {
			t.Errorf("nothing reports %s", code)
		}
	}
}

func TestNotationIsWellFormed(t *testing.T) {
	forEachText(func(code, lang, part, text string) {
		depth := 0
		for rest := text; rest != ""; rest = rest[1:] {
			switch {
			case strings.HasPrefix(rest, "[["):
				depth++
				rest = rest[1:]
			case strings.HasPrefix(rest, "]]"):
				depth--
				rest = rest[1:]
			case strings.HasPrefix(rest, "||") && depth == 0:
				t.Errorf("%s %s %s: || outside of a part: %s", code, lang, part, text)
			}
			if depth < 0 {
				t.Fatalf("%s %s %s: ]] without [[: %s", code, lang, part, text)
			}
		}
		if depth != 0 {
			t.Errorf("%s %s %s: [[ without ]]: %s", code, lang, part, text)
		}
		if idle := idlePattern.FindString(text); idle != "" {
			t.Errorf("%s %s %s: nothing can make %s vanish", code, lang, part, idle)
		}
		if left := placeholderPattern.ReplaceAllString(text, ""); strings.ContainsAny(left, "{}") {
			t.Errorf("%s %s %s: a brace that is no placeholder: %s", code, lang, part, text)
		}
		for _, m := range placeholderPattern.FindAllStringSubmatch(text, -1) {
			checkPlaceholder(t, code, lang, m[0], m[2], m[3])
		}
	})
}

func checkPlaceholder(t *testing.T, code, lang, whole, operator, operand string) {
	t.Helper()
	switch operator {
	case ":":
		if want := map[string]int{"uk": 3, "en": 2}[lang]; len(strings.Split(operand, "/")) != want {
			t.Errorf("%s %s: %s needs %d forms", code, lang, whole, want)
		}
	case "@":
		if words[operand] == nil {
			t.Errorf("%s %s: %s names no list of words", code, lang, whole)
		}
	}
}

func TestBothLanguagesUseTheSameArguments(t *testing.T) {
	names := func(texts ...string) []string {
		set := make(map[string]bool)
		for _, m := range placeholderPattern.FindAllStringSubmatch(strings.Join(texts, " "), -1) {
			key := m[1]
			if key == "label" || key == "withlabel" || key == "otherlabel" {
				continue // names for a Ukrainian sentence; an English one may leave them out
			}
			if m[2] == "@" {
				key += "@" + m[3]
			}
			set[key] = true
		}
		return slices.Sorted(maps.Keys(set))
	}
	for _, code := range Codes() {
		e := catalogue[code]
		if uk, en := names(e.ukWhat), names(e.enWhat); !slices.Equal(uk, en) {
			t.Errorf("%s what: uk %q, en %q", code, uk, en)
		}
		if uk, en := names(e.ukMend), names(e.enMend); !slices.Equal(uk, en) {
			t.Errorf("%s mend: uk %q, en %q", code, uk, en)
		}
	}
}

// samples are a problem of each code with every argument, and one with only
// those that the sentences cannot do without.
func samples(code string) (full, bare Problem) {
	e := catalogue[code]
	full, bare = Problem{Code: code, Args: map[string]string{}}, Problem{Code: code, Args: map[string]string{}}
	for _, m := range placeholderPattern.FindAllStringSubmatch(e.ukWhat+e.ukMend, -1) {
		full.Args[m[1]] = "зразок"
		if m[2] == "@" {
			full.Args[m[1]] = WordKeys(m[3])[0]
		}
		if m[2] == ":" {
			full.Args[m[1]] = "22"
		}
	}
	for _, name := range bare.Missing() {
		bare.Args[name] = full.Args[name]
	}
	return full, bare
}

func TestSentencesKeepTheTone(t *testing.T) {
	artefacts := []string{"[[", "]]", "||", "  ", " .", " ,", " :", "..", "()", "«»", "“”", absent + absent}
	for _, code := range Codes() {
		full, bare := samples(code)
		for name, p := range map[string]Problem{"full": full, "bare": bare} {
			for _, lang := range []string{"uk", "en"} {
				what, mend := p.What(lang), p.Mend(lang)
				if first, _ := utf8.DecodeRuneInString(what); unicode.IsUpper(first) && !strings.HasPrefix(what, "HTML") {
					t.Errorf("%s %s: begins big: %s", code, name, what)
				}
				if strings.HasSuffix(what, ".") || strings.HasSuffix(what, " ") {
					t.Errorf("%s %s: ends with a full stop: %s", code, name, what)
				}
				if first, _ := utf8.DecodeRuneInString(mend); !unicode.IsUpper(first) {
					t.Errorf("%s %s: begins small: %s", code, name, mend)
				}
				if !strings.HasSuffix(mend, ".") {
					t.Errorf("%s %s: ends without a full stop: %s", code, name, mend)
				}
				for _, a := range artefacts {
					if strings.Contains(strings.ReplaceAll(what+"\n"+mend, "`` ` ``", ""), a) {
						t.Errorf("%s %s %s: holds %q:\n%s\n%s", code, name, lang, a, what, mend)
					}
				}
				if strings.Count(what, "`")%2+strings.Count(mend, "`")%2 != 0 {
					t.Errorf("%s %s %s: odd grave accents:\n%s\n%s", code, name, lang, what, mend)
				}
			}
		}
		if missing := append(full.Missing(), bare.Missing()...); len(missing) > 0 {
			t.Errorf("%s: still missing %q", code, missing)
		}
	}
}

// ukrainianTexts are all Ukrainian sentences and words without what is typed
// exactly so and without placeholders.
func ukrainianTexts() map[string]string {
	texts := make(map[string]string)
	forEachText(func(code, lang, part, text string) {
		if lang == "uk" {
			texts[code+" "+part] = text
		}
	})
	for list, keys := range words {
		for key, w := range keys {
			texts[list+" "+key] = w.UK
		}
	}
	for name, text := range texts {
		text = placeholderPattern.ReplaceAllStringFunc(text, func(m string) string {
			if parts := placeholderPattern.FindStringSubmatch(m); parts[2] == ":" {
				return parts[3]
			}
			return "" // inside grave accents a placeholder may stand too
		})
		texts[name] = typedPattern.ReplaceAllString(text, "")
	}
	return texts
}

// jargon and calques that a methodist must not meet.
var jargon = []string{
	"front matter", "slug", "YAML", "JSON", "парсер", "парсинг", "рендер", "білд", "лінк",
	"дефолт", "валід", "девелоп", "юзер", "директор", "фолдер", "тег", "хедер", "контент", "конфіг",
	"якір", "синтаксис", "ідентифікатор", "параметр", "аргумент", "скрипт", "фатальн", "exception", "null",
	"папк", "співпада", "являється", "слідуюч", "наступн шаг", "невірн", "вірно", "існуюч", "вказан",
	"відмінит", "на протязі", "в якості", "по замовчуванню", "за замовчуванням", "приймати участь", "відсутн",
	"проект", "будь ласка", "вибачте", "!",
}

func TestUkrainianTexts(t *testing.T) {
	for name, text := range ukrainianTexts() {
		low := strings.ToLower(text)
		for _, j := range jargon {
			if strings.Contains(low, strings.ToLower(j)) {
				t.Errorf("%s: «%s» in: %s", name, j, text)
			}
		}
		if strings.ContainsAny(low, "ыэъё") {
			t.Errorf("%s: a letter that is not Ukrainian: %s", name, text)
		}
		if strings.ContainsAny(text, "'\"“”") {
			t.Errorf("%s: a straight apostrophe or foreign quotation marks: %s", name, text)
		}
		for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
			if mixed(w) {
				t.Errorf("%s: Latin and Cyrillic letters in one word %q: %s", name, w, text)
			}
		}
	}
}

func TestEnglishTextsAreEnglish(t *testing.T) {
	forEachText(func(code, lang, part, text string) {
		if lang != "en" {
			return
		}
		text = typedPattern.ReplaceAllString(text, "")
		if strings.ContainsAny(text, "«»") || strings.IndexFunc(strings.NewReplacer("й", "", "ї", "").Replace(text), isCyrillic) >= 0 {
			t.Errorf("%s %s: %s", code, part, text)
		}
	})
	for list, keys := range words {
		for key, w := range keys {
			if w.UK == "" || w.EN == "" {
				t.Errorf("%s %s: not in both languages", list, key)
			}
		}
	}
}

func TestEveryTypeHasAnEntryAndEveryCauseARemedy(t *testing.T) {
	for a, b := range map[string]string{"type": "entry", "yaml": "remedy"} {
		if x, y := WordKeys(a), WordKeys(b); !slices.Equal(x, y) {
			t.Errorf("%s has %q, %s has %q", a, x, b, y)
		}
	}
}

func isCyrillic(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }

func mixed(w string) bool {
	return strings.IndexFunc(w, isCyrillic) >= 0 && strings.IndexFunc(w, func(r rune) bool { return unicode.Is(unicode.Latin, r) }) >= 0
}
