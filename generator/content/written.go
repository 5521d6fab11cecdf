package content

import (
	"bytes"
	"errors"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Written is a value of a header as it stands in its file: what package author changes in place. Lines are those of the file, columns count
// characters, both from 1. Of a map Keys and Items go in pairs.
type Written struct {
	Line, Column int
	Form         Form
	Flow         bool // in brackets or braces
	Null         bool // nothing is written: `Мета:`
	Text         string
	Keys, Items  []*Written
}

// Form is how a value is written.
type Form int

// The forms of a value.
const (
	Plain   Form = iota
	Single       // 'in single quotes'
	Double       // "in straight quotes"
	Literal      // a block of text behind |
	Folded       // a block of text behind >
	List
	Map
)

// Region is where in a file the header stands: between the lines Open and Close, which hold three hyphens. Both are 0 where there is no header.
type Region struct{ Open, Close int }

// ErrHeader tells that a header cannot be read by YAML, or has signs in it that this program does not take.
var ErrHeader = errors.New("the header cannot be read")

// ReadWritten reads the header of a text whose lines end in \n. header is nil where it holds no field.
func ReadWritten(source []byte) (header *Written, where Region, err error) {
	source = bytes.TrimLeft(source, "\ufeff")
	first, open := firstLine(source)
	if strings.TrimSpace(first) != "---" {
		if foreign(first) != "" {
			return nil, Region{}, ErrHeader
		}
		return nil, Region{}, nil
	}
	end := closing(source, open)
	if end == 0 {
		return nil, Region{}, ErrHeader
	}
	where = Region{open, end}
	text := between(source, open, end)
	if onlyNotes(text) {
		return nil, where, nil
	}
	var root yaml.Node
	if yaml.Load(plainBreaks(text), &root) != nil || len(root.Content) == 0 || root.Content[0].Kind != yaml.MappingNode {
		return nil, where, ErrHeader
	}
	shift(root.Content[0], open)
	header = written(root.Content[0])
	if header == nil {
		return nil, where, ErrHeader
	}
	return header, where, nil
}

// written is a node of YAML in our words; nil where it uses anchors or tags.
func written(n *yaml.Node) *Written {
	if n.Kind == yaml.AliasNode || n.Anchor != "" || n.Style&yaml.TaggedStyle != 0 {
		return nil
	}
	w := &Written{Line: n.Line, Column: n.Column, Flow: n.Style&yaml.FlowStyle != 0}
	switch n.Kind {
	case yaml.MappingNode:
		w.Form = Map
	case yaml.SequenceNode:
		w.Form = List
	default:
		w.Text, w.Null, w.Form = n.Value, n.Tag == "!!null", formOf(n.Style)
	}
	for i, c := range n.Content {
		child := written(c)
		if child == nil {
			return nil
		}
		if w.Form == Map && i%2 == 0 {
			w.Keys = append(w.Keys, child)
		} else {
			w.Items = append(w.Items, child)
		}
	}
	return w
}

func formOf(s yaml.Style) Form {
	switch {
	case s&yaml.LiteralStyle != 0:
		return Literal
	case s&yaml.FoldedStyle != 0:
		return Folded
	case s&yaml.SingleQuotedStyle != 0:
		return Single
	case s&yaml.DoubleQuotedStyle != 0:
		return Double
	}
	return Plain
}

// ReadsAs tells whether a line of a header with this value would be read as the text. bare allows that YAML takes it for a number, a date, yes or no.
func ReadsAs(value, text string, flow, bare bool) bool {
	if flow {
		value = "[" + value + ", 0]"
	}
	var root yaml.Node
	if yaml.Load(plainBreaks([]byte("k: "+value+"\n")), &root) != nil || len(root.Content) == 0 || root.Content[0].Kind != yaml.MappingNode {
		return false
	}
	if len(root.Content[0].Content) != 2 {
		return false
	}
	n := root.Content[0].Content[1]
	if flow {
		if n.Kind != yaml.SequenceNode || len(n.Content) != 2 {
			return false
		}
		n = n.Content[0]
	}
	plain := n.Kind == yaml.ScalarNode && n.Anchor == "" && n.Style&yaml.TaggedStyle == 0 && n.Value == text
	return plain && (n.Style != 0 || n.Tag == "!!str" || bare && n.Tag != "!!null")
}
