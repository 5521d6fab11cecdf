package markdown

import (
	"bytes"
	"cmp"
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// blockKind is one kind of learning block: the class that gives it its look and its name in both languages.
type blockKind struct{ class, uk, en string }

// The kinds of learning blocks.
var (
	exercise   = blockKind{"exercise", "Вправа", "Exercise"}
	example    = blockKind{"example", "Приклад", "Example"}
	tip        = blockKind{"tip", "Порада", "Tip"}
	warning    = blockKind{"warning", "Увага", "Warning"}
	reflection = blockKind{"reflection", "Рефлексія", "Reflection"}
	checklist  = blockKind{"checklist", "Чек-лист", "Checklist"}
	question   = blockKind{"question", "Запитання", "Question"}
	answer     = blockKind{"answer", "Відповідь", "Answer"}
	worksheet  = blockKind{"worksheet", "Аркуш", "Worksheet"}
)

// blockKinds are the words an author may write after the colons, in small letters.
var blockKinds = map[string]blockKind{
	"вправа": exercise, "exercise": exercise,
	"приклад": example, "example": example,
	"порада": tip, "tip": tip,
	"увага": warning, "warning": warning,
	"рефлексія": reflection, "reflection": reflection,
	"чек-лист": checklist, "чеклист": checklist, "checklist": checklist, "check-list": checklist,
	"запитання": question, "question": question,
	"відповідь": answer, "answer": answer,
	"аркуш": worksheet, "worksheet": worksheet,
}

// blockNames are the names of the kinds in the order in which they are told to an author, by language.
var blockNames = map[string][]string{
	"uk": {"вправа", "приклад", "порада", "увага", "рефлексія", "чек-лист", "запитання", "відповідь", "аркуш"},
	"en": {"exercise", "example", "tip", "warning", "reflection", "checklist", "question", "answer", "worksheet"},
}

// blockName is a word as blockKinds has it, whatever its case and its hyphen.
func blockName(word string) string {
	return strings.NewReplacer("–", "-", "‑", "-", ":", "").Replace(strings.ToLower(word))
}

func (k blockKind) label(lang string) string {
	if lang == site.EN {
		return k.en
	}
	return k.uk
}

// container writes a learning block. Of one of an unknown kind the content remains.
func (c *converter) container(n *container, below attributes) {
	a := n.attrs
	if a.id == "" {
		a.id, a.anchor = below.id, below.anchor
	}
	a.lang = cmp.Or(a.lang, below.lang)
	a.class = strings.TrimSpace(a.class + " " + below.class)
	outside, onSheet := c.lang, c.onSheet
	c.lang = cmp.Or(n.attrs.lang, c.lang)
	switch n.kind {
	case blockKind{}:
		c.unknown(n, a)
	case answer:
		c.answer(n, a)
	default:
		c.section(n, a)
	}
	c.lang, c.onSheet = outside, onSheet
}

// unknown writes a container whose kind nobody knows; its author has been told.
func (c *converter) unknown(n *container, a attributes) {
	c.tag("div", "", a)
	c.write("\n")
	c.blocks(n)
	c.end("div")
}

// answer writes a block that opens without script.
func (c *converter) answer(n *container, a attributes) {
	title := c.gatherTitle(n)
	c.noteTitle(a, title)
	c.tag("details", n.kind.class, a)
	c.write("\n<summary>")
	if title != "" {
		c.emit()
	} else {
		c.writeText(n.kind.label(c.lang))
	}
	c.write("</summary>\n")
	c.blocks(n)
	c.end("details")
}

func (c *converter) section(n *container, a attributes) {
	title, number := c.gatherTitle(n), -1
	if n.kind == worksheet {
		c.onSheet = true
		if a.id == "" {
			a.id = c.ids.take(c.Prefix + strings.TrimSuffix("arkush-"+ukrainian.Slug(title), "-"))
		}
	}
	if n.kind == exercise && c.Book {
		a.id = c.ownID(a.id)
		line, column := c.place(n.Pos())
		number = c.number(site.Numbered{Kind: site.NumberedExercise, ID: a.id, Title: title, Line: line, Column: column})
	} else {
		c.noteTitle(a, title)
	}
	c.titled++
	label := c.ids.take(c.Prefix + "_b" + strconv.Itoa(c.titled))
	c.tag("div", "block block-"+n.kind.class, a)
	c.out = c.out[:len(c.out)-1]
	if n.kind == worksheet {
		c.attribute("data-worksheet", a.id)
	}
	c.attribute("role", "group") // a section would want a heading, and be one region among many of the same name
	c.attribute("aria-labelledby", label)
	c.write(">\n<p")
	c.attribute("class", "block-title")
	c.attribute("id", label)
	c.write(`><span class="block-kind">`)
	c.writeText(n.kind.label(c.lang))
	c.holeNumber(number)
	c.write("</span>")
	if title != "" {
		c.write(" ")
		c.emit()
	}
	c.write("</p>\n")
	from := len(c.out)
	c.blocks(n)
	if what := n.kind.lacks(c.out[from:]); what != "" {
		c.complain("W-BLOCK-LACKS", n.Pos(), "name", n.name, "what", what)
	}
	c.end("div")
}

// lacks tells what a block is nothing without: the list of a checklist, the table of a worksheet and cells to write in.
func (k blockKind) lacks(content []byte) string {
	switch {
	case k == checklist && !bytes.Contains(content, []byte(`class="box"`)):
		return "list"
	case k == worksheet && !bytes.Contains(content, []byte("<table")):
		return "table"
	case k == worksheet && !bytes.Contains(content, []byte(`class="blank"`)):
		return "blank"
	}
	return ""
}

// gatherTitle gathers the author's title of a block and returns its plain text.
func (c *converter) gatherTitle(n *container) string {
	title, ok := n.FirstChild().(*blockTitle)
	if !ok {
		return ""
	}
	c.gather(title)
	return c.inline.plainOf(c.inline.events)
}

// isChecklist reports whether boxes stand before the items of a list.
func isChecklist(n *ast.List) bool {
	parent, ok := n.Parent().(*container)
	return ok && parent.kind == checklist
}

// box writes a box to tick, in place of the one that the author may have written.
func (c *converter) box(item ast.Node) {
	if text := item.FirstChild(); text != nil && text.FirstChild() != nil && text.FirstChild().Kind() == extast.KindTaskCheckBox {
		text.RemoveChild(text, text.FirstChild())
	}
	c.write(`<span class="box" aria-hidden="true"></span>`)
}
