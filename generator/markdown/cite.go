package markdown

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// cite is a reference to works: [@перша2020, с. 15; @друга2021].
type cite struct {
	ast.BaseInline
	works []site.CitedWork // Where as the author wrote it
	raw   string
}

var kindCite = ast.NewNodeKind("Cite")

// Kind implements ast.Node.
func (n *cite) Kind() ast.NodeKind { return kindCite }

// Dump implements ast.Node.
func (n *cite) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// citeParser reads references to works. A link whose text begins with @ stays a link.
type citeParser struct{}

// Trigger implements parser.InlineParser.
func (citeParser) Trigger() []byte { return []byte{'['} }

// Parse implements parser.InlineParser.
func (citeParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, at := block.PeekLine()
	if len(line) < 2 || line[1] != '@' {
		return nil
	}
	block.Advance(1)
	raw, ok := bracketed(block)
	if next := block.Peek(); !ok || next == '(' || next == '{' {
		return nil
	}
	if _, isLink := pc.Reference(util.ToLinkReference(raw)); isLink {
		return nil
	}
	works := citedWorks(string(unescape(nil, raw, nil)))
	if works == nil {
		return nil
	}
	n := &cite{works: works, raw: "[" + string(raw) + "]"}
	n.SetPos(at.Start)
	return n
}

// bracketed reads up to the bracket that closes, over the end of a line too.
func bracketed(block text.Reader) (raw []byte, ok bool) {
	for line, _ := block.PeekLine(); line != nil; line, _ = block.PeekLine() {
		near := line[:min(len(line), maxLabel-len(raw))]
		end := bytes.IndexAny(near, "[]`")
		if end >= 0 {
			block.Advance(end + 1)
			return append(raw, near[:end]...), near[end] == ']'
		}
		if len(near) < len(line) {
			return nil, false
		}
		raw = append(append(raw, bytes.TrimRight(near, " \t\r\n")...), ' ')
		block.AdvanceLine()
	}
	return nil, false
}

// citedWorks reads what stands between the brackets; nil is no reference. What follows a semicolon without @ belongs to the work
// before it: @a, с. 5; 7.
func citedWorks(s string) (works []site.CitedWork) {
	for part := range strings.SplitSeq(s, ";") {
		part = strings.TrimSpace(part)
		if n := len(works); part != "" && part[0] != '@' && n > 0 {
			works[n-1].Where = strings.TrimPrefix(works[n-1].Where+"; "+part, "; ")
			continue
		}
		if part == "" || part[0] != '@' {
			return nil
		}
		key := citeKey(part[1:])
		rest := part[1+len(key):]
		if key == "" || rest != "" && rest[0] != ',' && rest[0] != ' ' {
			return nil
		}
		works = append(works, site.CitedWork{Key: key, Where: strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(rest), ","))})
	}
	return works
}

// citeKey is the key of a work at the beginning of s.
func citeKey(s string) string {
	for i, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) && (r >= utf8.RuneSelf || strings.IndexByte("_:.-", byte(r)) < 0) {
			return s[:i]
		}
	}
	return s
}

// gatherCite gathers a reference to works. In a link, and outside of manuals, it stays as the author wrote it.
func (c *converter) gatherCite(n *cite) {
	if !c.Book {
		c.complain("E-CITE-PLACE", n.Pos(), "key", n.works[0].Key)
	}
	if !c.Book || c.inline.inLink > 0 {
		c.push(event{kind: rawEvent, text: n.raw})
		return
	}
	c.push(event{kind: citeEvent, node: n})
}

// cite leaves room for a reference to works.
func (c *converter) cite(n *cite) {
	line, column := c.place(n.Pos())
	works := make([]site.CitedWork, len(n.works))
	for i, w := range n.works {
		works[i] = site.CitedWork{Key: w.Key, Where: c.phrase(c.lang, w.Where)}
	}
	c.body.Cites = append(c.body.Cites, site.Cite{Works: works, Line: line, Column: column})
	c.hole(site.HoleCite, len(c.body.Cites)-1)
}
