package generator

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// tokensFile is the one place of colours and measures.
const tokensFile = "../assets/styles/tokens.css"

// tokens are the colours of the theme by their names, in light and in dark.
type tokens struct{ light, dark map[string]colour }

var colourToken = regexp.MustCompile(`(--[a-z-]+):\s*(#[0-9a-f]{3}|#[0-9a-f]{6});`)

// readTokens reads the tokens: those of dark mode stand over those of light.
func readTokens(t *testing.T) tokens {
	t.Helper()
	data, err := os.ReadFile(tokensFile)
	if err != nil {
		t.Fatal(err)
	}
	light, dark, found := strings.Cut(string(data), "(prefers-color-scheme: dark)")
	if !found {
		t.Fatal("tokens.css has no dark mode")
	}
	read := tokens{map[string]colour{}, map[string]colour{}}
	take := func(text string, into map[string]colour) {
		for _, m := range colourToken.FindAllStringSubmatch(text, -1) {
			hex := m[2]
			if len(hex) == 4 {
				hex = "#" + strings.Repeat(hex[1:2], 2) + strings.Repeat(hex[2:3], 2) + strings.Repeat(hex[3:4], 2)
			}
			c, ok := parseColour(hex)
			if !ok {
				t.Fatalf("%s is no colour", m[0])
			}
			into[m[1]] = c
		}
	}
	take(light, read.light)
	take(light, read.dark)
	take(dark, read.dark)
	return read
}

// TestTokensCanBeRead holds the theme's own colours to WCAG 2.2: text 4.5 (1.4.3), lines of fields and marks 3 (1.4.11).
func TestTokensCanBeRead(t *testing.T) {
	read := readTokens(t)
	pairs := []struct {
		front, ground string
		least         float64
	}{
		{"--ink", "--paper", 7}, {"--ink", "--leaf", 7},
		{"--ink-soft", "--paper", 4.5}, {"--ink-soft", "--leaf", 4.5},
		{"--good", "--paper", 4.5}, {"--good", "--leaf", 4.5}, {"--wait", "--paper", 4.5}, {"--wait", "--leaf", 4.5},
		{"--hold", "--paper", 4.5}, {"--hold", "--leaf", 4.5}, {"--stop", "--paper", 4.5}, {"--stop", "--leaf", 4.5},
		{"--on-plinth", "--plinth", 7}, {"--on-plinth-soft", "--plinth", 4.5}, {"--on-stage", "--stage", 7}, {"--stage-rule", "--stage", 3},
		{"--rule-strong", "--paper", 3}, {"--rule-strong", "--leaf", 3},
		{"--code-ink", "--code-paper", 21 - 0.01},
	}
	for scheme, colours := range map[string]map[string]colour{"light": read.light, "dark": read.dark} {
		for _, p := range pairs {
			front, ok := colours[p.front]
			ground, also := colours[p.ground]
			if c := contrast(front, ground); !ok || !also || c < p.least {
				t.Errorf("%s: %s on %s is %.2f, less than %v", scheme, p.front, p.ground, c, p.least)
			}
		}
	}
	if read.light["--leaf"] != lightPaper || read.dark["--leaf"] != darkPaper {
		t.Error("accent.go mixes for other papers than those of tokens.css")
	}
	head, err := os.ReadFile("../layouts/partials/head.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, paper := range []colour{read.light["--paper"], read.dark["--paper"]} {
		if !strings.Contains(string(head), `name="theme-color" content="`+paper.String()+`"`) {
			t.Errorf("head.html does not tell the browser of %s", paper)
		}
	}
}

var (
	cssComment  = regexp.MustCompile(`(?s)/\*.*?\*/`)
	cssToken    = regexp.MustCompile(`--[a-z0-9-]+\s*:[^;}]*`)
	rawColour   = regexp.MustCompile(`:[^;{}]*(#[0-9a-fA-F]{3,8}\b|\b(rgba?|hsla?|oklch|lab)\()`)
	rawTypeSize = regexp.MustCompile(`\bfont(-size)?\s*:[^;}]*\d(px)\b`)
)

// TestTokensStandInOnePlace finds colours that are not tokens, and sizes of type in pixels, which no visitor can enlarge. A file other
// than tokens.css may give a token another value (paper, a visitor's choice), not use a colour that has no name.
func TestTokensStandInOnePlace(t *testing.T) {
	looked := 0
	err := filepath.WalkDir("../assets", func(name string, entry fs.DirEntry, err error) error {
		base := filepath.Base(name)
		// The palette of pictures is a table of its own (generator/picture/tone.go); the preview's own parts are no part of a site.
		if err != nil || entry.IsDir() || filepath.Ext(name) != ".css" || base == "pictures.css" || strings.HasPrefix(base, "preview.") {
			return err
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		looked++
		for _, fault := range rawLines(string(data)) {
			t.Errorf("%s: %s", name, fault)
		}
		return nil
	})
	if err != nil || looked < 20 {
		t.Fatalf("looked at %d files: %v", looked, err)
	}
	for _, bad := range []string{"a { color: #fff; }", "a { border: 1px solid rgba(0, 0, 0, 0.5); }", "a { font: 12px/1 serif; }", "a { font-size: 12px }"} {
		if len(rawLines(bad)) == 0 {
			t.Errorf("%q is let through", bad)
		}
	}
}

func rawLines(css string) []string {
	var faults []string
	css = cssComment.ReplaceAllString(css, "")
	css = cssToken.ReplaceAllString(css, "")
	for _, line := range strings.Split(css, "\n") {
		if rawColour.MatchString(line) || rawTypeSize.MatchString(line) {
			faults = append(faults, strings.TrimSpace(line))
		}
	}
	return faults
}

// TestComponents: the page of components is made by the real layouts, for the preview alone.
func TestComponents(t *testing.T) {
	const page = "_components/index.html"
	l := loaderOf(smallSite())
	if slices.Contains(load(t, l).Routes(), page) {
		t.Error("a build has the page of components")
	}
	l = loaderOf(smallSite())
	l.Preview = true
	html, err := load(t, l).Render(page)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{`class="button"`, `class="cards"`, `class="pager"`, `class="facets"`, `class="empty"`, `class="status status-running"`, `aria-current="page"`, `Перша`} {
		if !strings.Contains(string(html), part) {
			t.Errorf("no %s", part)
		}
	}
}
