package markdown

import (
	"bytes"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/alecthomas/chroma/v2"
)

// TestLexers: the files of lexers/ are those of the module, byte by byte; with -update they are copied anew. The lexer of Go is
// written in Go there, so that its file is ours.
func TestLexers(t *testing.T) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/alecthomas/chroma/v2").Output()
	if err != nil {
		t.Fatalf("no module to compare with: %v", err)
	}
	theirNames := map[string]string{"cpp.xml": "c++.xml", "csharp.xml": "c#.xml"}
	paths, _ := filepath.Glob("lexers/*.xml")
	if len(paths) == 0 {
		t.Fatal("no lexers to compare")
	}
	for _, path := range paths {
		name := filepath.Base(path)
		if name == "go.xml" {
			continue
		}
		if other := theirNames[name]; other != "" {
			name = other
		}
		want, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "lexers", "embedded", name))
		if err != nil {
			t.Error(err)
			continue
		}
		if got, _ := os.ReadFile(path); bytes.Equal(got, want) {
			continue
		}
		if *update {
			err = os.WriteFile(path, want, 0o644)
		} else {
			t.Errorf("%s differs from the module's", path)
		}
		if err != nil {
			t.Error(err)
		}
	}
}

// sampleCode has in every language something that has a colour.
var sampleCode = "if (a == \"b\") { return 1; } // c\n# if ? true; x = 'y'\n<a href=\"b\">c</a>\n[a]\nb = 1\n\\begin{a} %\n; (define x 1)\n+ d\n--- e\nfunction f() end\n"

// TestEveryLexer colours something in every language: the rules compile, and no text is lost.
func TestEveryLexer(t *testing.T) {
	seen := make(map[chroma.Lexer]bool)
	for _, name := range languageNames() {
		lexer := lexers()[name]
		if lexer == nil {
			t.Fatalf("no lexer for %s", name)
		}
		if seen[lexer] {
			continue
		}
		seen[lexer] = true
		var p painter
		pieces, ok := p.colour(lexer, sampleCode)
		var text string
		coloured := 0
		for i, piece := range pieces {
			text += piece.text
			if piece.class != "" {
				coloured++
			}
			if i > 0 && piece.class == pieces[i-1].class {
				t.Errorf("%s: two pieces in a row of class %q", name, piece.class)
			}
		}
		if !ok || text != sampleCode || coloured == 0 {
			t.Errorf("%s: ok %t, %d coloured pieces of %q", name, ok, coloured, text)
		}
	}
	if n := len(slices.Collect(maps.Keys(seen))); n < 30 {
		t.Errorf("only %d languages", n)
	}
}

// TestUncoloured: code that is too much stays without colours.
func TestUncoloured(t *testing.T) {
	lexer := lexers()["python"]
	for name, code := range map[string]string{
		"long code": strings.Repeat("a = 1\n", maxColoured/6+1),
		"long line": strings.Repeat("a = 1;", maxColouredLine/6+1),
	} {
		if _, ok := new(painter).colour(lexer, code); ok {
			t.Errorf("%s is coloured", name)
		}
	}
	p := painter{spent: maxAtAll + maxPerByte*10}
	if _, ok := p.colour(lexer, "a = 1\n"); ok {
		t.Error("a painter without time left paints")
	}
	if _, ok := new(painter).colour(failing{lexer}, "a = 1\n"); ok {
		t.Error("a lexer that panics has coloured")
	}
}

// failing is a lexer whose iterator panics, as those of Chroma do with an unknown state.
type failing struct{ chroma.Lexer }

func (failing) Tokenise(*chroma.TokeniseOptions, string) (chroma.Iterator, error) {
	return func() chroma.Token { panic("unknown state") }, nil
}
