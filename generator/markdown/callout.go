package markdown

import (
	"bytes"
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// calloutKind is one kind of callout: the class that gives it its look and its name in both languages.
type calloutKind struct{ class, uk, en string }

// calloutKinds are the words an author may write after [!, in capital letters. GitHub's are among them.
var calloutKinds = map[string]calloutKind{
	"ПОРАДА":    {"tip", "Порада", "Tip"},
	"УВАГА":     {"warning", "Увага", "Warning"},
	"ПРИКЛАД":   {"example", "Приклад", "Example"},
	"ВАЖЛИВО":   {"important", "Важливо", "Important"},
	"НОТАТКА":   {"note", "Нотатка", "Note"},
	"ПРИМІТКА":  {"note", "Примітка", "Note"},
	"ОБЕРЕЖНО":  {"caution", "Обережно", "Caution"},
	"TIP":       {"tip", "Порада", "Tip"},
	"WARNING":   {"warning", "Увага", "Warning"},
	"EXAMPLE":   {"example", "Приклад", "Example"},
	"IMPORTANT": {"important", "Важливо", "Important"},
	"NOTE":      {"note", "Примітка", "Note"},
	"CAUTION":   {"caution", "Обережно", "Caution"},
}

// calloutNames are the names of the kinds in the order in which they are told to an author, by language.
var calloutNames = map[string][]string{
	"uk": {"ПОРАДА", "УВАГА", "ПРИКЛАД", "ВАЖЛИВО", "ПРИМІТКА", "НОТАТКА", "ОБЕРЕЖНО"},
	"en": {"NOTE", "TIP", "EXAMPLE", "IMPORTANT", "WARNING", "CAUTION"},
}

func (k calloutKind) label(lang string) string {
	if lang == "en" {
		return k.en
	}
	return k.uk
}

// calloutTitle is the first line of a callout: the first child of its quotation. Its text is the author's own title.
type calloutTitle struct {
	ast.BaseBlock
	kind calloutKind
}

var kindCalloutTitle = ast.NewNodeKind("CalloutTitle")

// Kind implements ast.Node.
func (t *calloutTitle) Kind() ast.NodeKind { return kindCalloutTitle }

// Dump implements ast.Node.
func (t *calloutTitle) Dump(source []byte, level int) { ast.DumpHelper(t, source, level, nil, nil) }

// calloutTransformer takes the line [!NAME] off the first paragraph of a quotation.
type calloutTransformer struct{}

// Transform implements parser.ParagraphTransformer.
func (calloutTransformer) Transform(p *ast.Paragraph, reader text.Reader, pc parser.Context) {
	quote, ok := p.Parent().(*ast.Blockquote)
	if !ok || quote.FirstChild() != p {
		return
	}
	source, lines := reader.Source(), p.Lines()
	first := lines.At(0)
	first = first.TrimLeftSpace(source)
	first = first.TrimRightSpace(source)
	line := first.Value(source)
	end := bytes.IndexByte(line[:min(len(line), maxLabel)], ']')
	if !bytes.HasPrefix(line, []byte("[!")) || end < 0 || end+1 < len(line) && line[end+1] != ' ' {
		return
	}
	name := strings.ToUpper(strings.TrimSpace(string(line[2:end])))
	kind, known := calloutKinds[name]
	if !known {
		converterOf(pc).unknownCallout(name, first.Start)
		return
	}
	title := &calloutTitle{kind: kind}
	title.SetPos(first.Start)
	own := text.NewSegment(first.Start+end+1, first.Stop)
	if own = own.TrimLeftSpace(source); own.Len() > 0 {
		title.Lines().Append(own)
	}
	quote.InsertBefore(quote, p, title)
	if lines.SetSliced(1, lines.Len()); lines.Len() == 0 {
		quote.RemoveChild(quote, p)
	}
}

func (c *converter) unknownCallout(name string, at int) {
	names := calloutNames["uk"]
	if strings.Trim(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ -") == "" {
		names = calloutNames["en"]
	}
	c.complain("W-CALLOUT", at, "name", name, "nearest", problem.Nearest(name, slices.Concat(calloutNames["uk"], calloutNames["en"])), "known", strings.Join(names, ", "))
}

// callout writes a callout.
func (c *converter) callout(n *ast.Blockquote, title *calloutTitle, a attributes) {
	c.tag("aside", "callout callout-"+title.kind.class, a)
	c.out = c.out[:len(c.out)-1]
	c.write(" role=\"note\">\n<p class=\"callout-title\">")
	c.gather(title)
	if len(c.inline.events) > 0 {
		c.noteTitle(a, c.inline.plainOf(c.inline.events))
		c.emit()
	} else {
		c.writeText(title.kind.label(c.lang))
	}
	c.write("</p>\n")
	c.blocks(n)
	c.end("aside")
}
