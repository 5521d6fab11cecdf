package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/som-hub/vitryna/layouts"
)

// example FILE CHAPTER TEXT...: writes what the author's guide gives as an example in a chapter: the block that holds the first text, and
// in its header the lines of the blocks that hold the others.
func example(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 {
		ts.Fatalf("usage: example FILE CHAPTER TEXT...")
	}
	text := guideBlock(ts, args[1], args[2])
	for _, more := range args[3:] {
		end := strings.LastIndex(text, "---\n")
		if end <= 0 {
			ts.Fatalf("the example %q has no header", args[2])
		}
		text = text[:end] + guideBlock(ts, args[1], more) + text[end:]
	}
	file := ts.MkAbs(args[0])
	ts.Check(os.MkdirAll(filepath.Dir(file), 0o777))
	ts.Check(os.WriteFile(file, []byte(text), 0o666))
}

// told CHAPTER TEXT: what the program has just said holds a message as the guide quotes it.
func told(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: told CHAPTER TEXT")
	}
	if want := guideBlock(ts, args[0], args[1]); !strings.Contains(ts.ReadFile("stderr"), want) {
		ts.Fatalf("the guide quotes\n%s\nwhich the program does not say", want)
	}
}

// guideBlock is the fenced block of a chapter of the guide that holds a text, without its indentation.
func guideBlock(ts *testscript.TestScript, chapter, text string) string {
	data, err := fs.ReadFile(layouts.FS, "guide/"+chapter)
	ts.Check(err)
	var block []string
	indent, inside := "", false
	for line := range strings.Lines(string(data)) {
		switch trimmed := strings.TrimLeft(line, " "); {
		case !strings.HasPrefix(trimmed, "```"):
			block = append(block, strings.TrimPrefix(line, indent))
		case inside && strings.Contains(strings.Join(block, ""), text):
			return strings.Join(block, "")
		default:
			inside, indent, block = !inside, line[:len(line)-len(trimmed)], nil
		}
	}
	ts.Fatalf("the guide's chapter %s has no example with %q", chapter, text)
	return ""
}
