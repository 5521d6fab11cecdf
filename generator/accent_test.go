package generator

import (
	"strings"
	"testing"
)

// TestEveryAccentCanBeRead tries a net of 4,913 colours: whichever a centre chooses, links are read on every paper, buttons on the
// accent, in light and in dark. Text asks for 4.5, which is more than the 3 of lines and marks.
func TestEveryAccentCanBeRead(t *testing.T) {
	tokens := readTokens(t)
	white := colour{255, 255, 255}
	grounds := map[string][]colour{"--accent": {tokens.light["--paper"], tokens.light["--leaf"], white}, "--accent-dark": {tokens.dark["--paper"], tokens.dark["--leaf"], tokens.dark["--plinth"]}}
	for r := 0; r <= 256; r += 16 {
		for g := 0; g <= 256; g += 16 {
			for b := 0; b <= 256; b += 16 {
				accent := colour{uint8(min(r, 255)), uint8(min(g, 255)), uint8(min(b, 255))}
				rules := accentRules(accent.String())
				for name, papers := range grounds {
					_, after, found := strings.Cut(rules, name+":")
					if !found {
						t.Fatalf("%s gave %q", accent, rules)
					}
					shown, ok := parseColour(after[:7])
					for _, paper := range papers {
						if c := contrast(shown, paper); !ok || c < enough {
							t.Fatalf("%s gave %s %s, which has %.2f on %s", accent, name, shown, c, paper)
						}
					}
				}
			}
		}
	}
}

func TestAccentIsKept(t *testing.T) {
	for _, accent := range []string{"#9a3412", "#000000", "#1f5f6b", "#0000ff", "#7a1fa2"} {
		if rules := accentRules(accent); !strings.Contains(rules, "--accent:"+accent+";") {
			t.Errorf("%s can be read as it is, and became %s", accent, rules)
		}
	}
	if rules := accentRules("#ffd700"); strings.Contains(rules, "--accent:#ffd700") {
		t.Errorf("yellow letters on paper: %s", rules)
	}
	if got := accentRules("red;}body{"); got != "" {
		t.Errorf("what is no colour gave %q", got)
	}
	// WCAG: black on white is 21 to 1.
	if c := contrast(colour{}, colour{255, 255, 255}); c < 20.99 || c > 21.01 {
		t.Errorf("black on white is %.2f", c)
	}
}
