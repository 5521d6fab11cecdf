package generator

import (
	"strings"
	"testing"
)

func TestAccentCanBeReadInTheDark(t *testing.T) {
	for _, accent := range []string{"#9c3412", "#000000", "#1f5f6b", "#0000ff", "#ffffff", "#7a1fa2"} {
		rules := accentRules(accent)
		_, after, found := strings.Cut(rules, "--accent-dark:")
		if !found {
			t.Fatalf("%s gave %q", accent, rules)
		}
		dark, ok := parseColour(after[:7])
		if !ok || contrast(dark, darkPaper) < enough {
			t.Errorf("%s gave %s, contrast %.2f", accent, after[:7], contrast(dark, darkPaper))
		}
		if !strings.Contains(rules, "--accent:"+accent) {
			t.Errorf("%s is not kept: %s", accent, rules)
		}
	}
	if got := accentRules("red;}body{"); got != "" {
		t.Errorf("what is no colour gave %q", got)
	}
	// WCAG: black on white is 21 to 1.
	if c := contrast(colour{}, colour{255, 255, 255}); c < 20.99 || c > 21.01 {
		t.Errorf("black on white is %.2f", c)
	}
}
