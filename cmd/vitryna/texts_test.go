package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// allTexts are the texts of every command, by their keys.
func allTexts(t *testing.T) map[string][2]string {
	all := map[string][2]string{}
	for _, part := range append([]map[string][2]string{texts}, textParts...) {
		for key, text := range part {
			if _, twice := all[key]; twice {
				t.Errorf("the key %q stands twice", key)
			}
			all[key] = text
		}
	}
	return all
}

var (
	verb  = regexp.MustCompile(`%(\[\d\])?[a-z]`)
	latin = regexp.MustCompile(`[A-Za-z][A-Za-z-]*`)
	// typed is what is typed exactly so, or is a name in every language: commands, flags, files, addresses, codes.
	typedParts = regexp.MustCompile("`[^`]*`" + `|vitryna( [a-z]+)*|--[a-z-]+|https?://\S*|[\w./…%\[\]-]+\.(yaml|json|html|csv|zip|md|txt|pdf|exe)|\.(docx?|pdf|txt)\b|\d{4}-\d\d-\d\dT[\d:+]+|[a-z]+/zvit|/[\w/%.\[\]-]+|[\w]+/|[\w.]+@[\w.]+|#[0-9a-f]{6}|\.vitryna\S*|%(\[\d\])?[a-z]|VITRYNA_\w+`)
	// quotedLabel is what stands so in the author's files.
	quotedLabel = regexp.MustCompile(`«[^»]*»`)
	names       = []string{"Chrome", "Windows", "Linux", "macOS", "Edge", "Chromium", "PDF", "Enter", "Ctrl", "P", "C", "CSV", "Excel", "zip", "public", "content", "text", "json", "github", "uk", "en", "man", "Tab", "VITRYNA", "private", "layouts", "null", "chcp", "WCAG", "SHA", "Word", "LibreOffice", "CC", "BY", "hash", "SFTP", "folder"}
)

// TestTextsDoNotMix: an English text has no Cyrillic letter, a Ukrainian one no English word; both fill in the same.
func TestTextsDoNotMix(t *testing.T) {
	for key, text := range allTexts(t) {
		uk, en := text[0], text[1]
		if uk == "" || en == "" {
			t.Errorf("%q is not in both languages", key)
		}
		en = quotedLabel.ReplaceAllString(en, "")
		if at := strings.IndexFunc(en, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }); at >= 0 {
			t.Errorf("%q: Cyrillic in English: %s", key, en)
		}
		if key != "first lang" {
			for _, word := range latin.FindAllString(typedParts.ReplaceAllString(uk, ""), -1) {
				if !slices.Contains(names, word) {
					t.Errorf("%q: %q in Ukrainian: %s", key, word, uk)
				}
			}
		}
		verbs := func(s string) []string {
			list := verb.FindAllString(s, -1)
			for i := range list {
				list[i] = strings.ReplaceAll(list[i], "q", "s") // «%s» is quoted in English by %q
			}
			slices.Sort(list)
			return list
		}
		if a, b := verbs(uk), verbs(en); !slices.Equal(a, b) && !strings.Contains(uk, "%[") {
			t.Errorf("%q: %q and %q", key, uk, en)
		}
		if strings.ContainsAny(uk, "ыэъё'") {
			t.Errorf("%q: a letter or an apostrophe that is not Ukrainian: %s", key, uk)
		}
	}
}

var said = regexp.MustCompile(`(?:\bsay|\.Say)\(? ?"([^"+]+)"\)?( ?\+)?`)

// TestEveryTextIsThere: each key that the program asks for by name has a text.
func TestEveryTextIsThere(t *testing.T) {
	all := allTexts(t)
	files, _ := filepath.Glob("*.go")
	pages, _ := filepath.Glob("*/page.html")
	n := 0
	for _, file := range append(files, pages...) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		for _, m := range said.FindAllStringSubmatch(string(data), -1) {
			if m[2] != "" {
				continue // the rest of the key is found out later
			}
			n++
			if _, ok := all[m[1]]; !ok {
				t.Errorf("%s: no text %q", file, m[1])
			}
		}
	}
	if n < 100 {
		t.Errorf("only %d keys found", n)
	}
}

// TestWhyTexts: every reason that the generator gives has its sentence.
func TestWhyTexts(t *testing.T) {
	var data []byte
	for _, file := range []string{"why.go", "whyaddress.go"} {
		text, err := os.ReadFile("../../generator/" + file)
		if err != nil {
			t.Fatal(err)
		}
		data = append(data, text...)
	}
	found := regexp.MustCompile(`w\.say\("([^"]+)"`).FindAllStringSubmatch(string(data), -1)
	if len(found) < 50 {
		t.Errorf("only %d reasons", len(found))
	}
	for _, m := range found {
		if _, ok := whyTexts["why "+m[1]]; !ok && m[1] != "problem" {
			t.Errorf("no sentence for %q", m[1])
		}
	}
}

// TestVariables: each variable of the environment that the program asks for by a name of its own stands in the README and in the page for man, and each that
// stands there is asked for.
func TestVariables(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	asked := map[string]bool{"LANG": true, "NO_COLOR": true}
	files, _ := filepath.Glob("*.go")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`Getenv\("(VITRYNA_\w+)"\)`).FindAllStringSubmatch(string(data), -1) {
			asked[m[1]] = m[1] != "VITRYNA_EXTERNAL_PRIVATE"
		}
	}
	for name, told := range asked {
		if inMan, inReadme := slices.Contains(variables, name), strings.Contains(string(readme), "`"+name+"`"); inMan != told || inReadme != told {
			t.Errorf("%s: in the page for man %v, in the README %v", name, inMan, inReadme)
		}
	}
	for _, name := range variables {
		if !asked[name] {
			t.Errorf("nobody asks for %s", name)
		}
	}
}
