package markdown

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// engine is the parser, made once; it is safe for concurrent use.
var engine = newEngine()

// converterKey is where the parsers of this package find the converter they work for.
var converterKey = parser.NewContextKey()

func converterOf(pc parser.Context) *converter { return pc.Get(converterKey).(*converter) }

func (c *converter) parse() ast.Node {
	pc := parser.NewContext()
	pc.Set(converterKey, c)
	return engine.Parse(text.NewReader(c.source), parser.WithContext(pc))
}

// newEngine joins goldmark's parsers with ours. Bare addresses are found later, in the text ([converter.linkify]): goldmark's
// own way would stop at every space.
func newEngine() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(shallow{containerParser{}}, 90),
			util.Prioritized(formulaBlockParser{}, 95),
			util.Prioritized(parser.NewSetextHeadingParser(), 100),
			util.Prioritized(shallow{extension.NewDefinitionListParser()}, 101),
			util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(shallow{parser.NewListParser()}, 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(shallow{parser.NewBlockquoteParser()}, 800),
			util.Prioritized(htmlParser{parser.NewHTMLBlockParser()}, 900),
			util.Prioritized(shallow{noteParser{}}, 999),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
			util.Prioritized(boundedCode{parser.NewCodeSpanParser()}, 100),
			util.Prioritized(formulaParser{}, 90),
			util.Prioritized(referenceParser{}, 101),
			util.Prioritized(citeParser{}, 102),
			util.Prioritized(spanParser{}, 150),
			util.Prioritized(boundedLinks{parser.NewLinkParser()}, 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(parser.NewRawHTMLParser(), 400),
			util.Prioritized(boundedMarks{parser.NewEmphasisParser()}, 500),
			util.Prioritized(boundedMarks{extension.NewStrikethroughParser()}, 500),
		),
		parser.WithParagraphTransformers(
			util.Prioritized(calloutTransformer{}, 50),
			util.Prioritized(boundedLines{parser.LinkReferenceParagraphTransformer}, 100),
			util.Prioritized(boundedTable{extension.NewTableParagraphTransformer()}, 200),
			util.Prioritized(captionTransformer{}, 250),
		),
	)
}
