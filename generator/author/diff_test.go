package author

import (
	"strings"
	"testing"
)

func TestDiff(t *testing.T) {
	lines := func(changed ...int) []byte {
		var b strings.Builder
		for i := range 20 {
			text := "рядок"
			for _, c := range changed {
				if c == i {
					text = "інший"
				}
			}
			b.WriteString(text + "\r\n")
		}
		return []byte(b.String())
	}
	got := Diff("content/a.md", lines(), lines(3, 6, 15))
	want := "--- content/a.md\n+++ content/a.md\n@@ -2,8 +2,8 @@\n рядок\n рядок\n-рядок\n+інший\n рядок\n рядок\n-рядок\n+інший\n рядок\n рядок\n@@ -14,5 +14,5 @@\n рядок\n рядок\n-рядок\n+інший\n рядок\n рядок\n"
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if got := Diff("a", []byte("один\nдва"), []byte("один")); got != "--- a\n+++ a\n@@ -1,2 +1,1 @@\n один\n-два\n" {
		t.Errorf("fewer lines:\n%s", got)
	}
	if got := Diff("a", nil, []byte("один\n")); got != "--- a\n+++ a\n@@ -1,0 +1,1 @@\n+один\n" {
		t.Errorf("a new text:\n%s", got)
	}
}
