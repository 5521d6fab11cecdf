package markdown

import (
	"bytes"
	"os"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

func chapter(b *testing.B) []byte {
	b.Helper()
	source, err := os.ReadFile("testdata/chapter.md")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(source)))
	b.ReportAllocs()
	return source
}

func BenchmarkConvert(b *testing.B) {
	source := chapter(b)
	for b.Loop() {
		Convert(source, Options{Typographer: typographer})
	}
}

// BenchmarkConvertBare leaves out the typographer, which is another package's business.
func BenchmarkConvertBare(b *testing.B) {
	source := chapter(b)
	for b.Loop() {
		Convert(source, Options{Lang: "la"})
	}
}

// BenchmarkGoldmark is what the parser and its own renderer take for the same text.
func BenchmarkGoldmark(b *testing.B) {
	source := chapter(b)
	md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList))
	var out bytes.Buffer
	for b.Loop() {
		out.Reset()
		if err := md.Convert(source, &out); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkGoldmarkPlain is the same without extensions.
func BenchmarkGoldmarkPlain(b *testing.B) {
	source := chapter(b)
	md := goldmark.New()
	var out bytes.Buffer
	for b.Loop() {
		out.Reset()
		if err := md.Convert(source, &out); err != nil {
			b.Fatal(err)
		}
	}
}
