package imported

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// What a document may measure. A zip tells sizes that are not true, so what is read is counted.
const (
	mostParts   = 4000
	largestPart = 64 << 20
	largestSum  = 256 << 20
	mostNodes   = 3 << 20
	deepestNode = 256
)

// ErrForm tells that a file is no document of Word, or a damaged one.
var ErrForm = errors.New("this is no document of Word (.docx)")

// ErrLocked tells that a document opens with a password only.
var ErrLocked = errors.New("the document is locked with a password")

// What Office puts around a document with a password is the form of its old files.
var (
	oldFile = []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	locked  = []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")
)

func isLocked(r io.ReaderAt, size int64) bool {
	data, err := io.ReadAll(io.NewSectionReader(r, 0, min(size, largestPart)))
	return err == nil && bytes.HasPrefix(data, oldFile) && bytes.Contains(data, locked)
}

// parts are the files inside of a document.
type parts struct {
	files map[string]*zip.File
	left  int64 // bytes that may still be read
	nodes int   // and elements
}

func openParts(r io.ReaderAt, size int64) (*parts, error) {
	z, err := zip.NewReader(r, size)
	if err != nil && isLocked(r, size) {
		return nil, ErrLocked
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrForm, err)
	}
	if len(z.File) > mostParts {
		return nil, ErrLarge
	}
	p := &parts{files: map[string]*zip.File{}, left: largestSum, nodes: mostNodes}
	for _, f := range z.File {
		name := strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(f.Name, `\`, "/")), "/")
		if p.files[name] == nil {
			p.files[name] = f
		}
	}
	return p, nil
}

// read unpacks a part; nil where there is none.
func (p *parts) read(name string) ([]byte, error) {
	f := p.files[name]
	if f == nil {
		return nil, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrForm, err)
	}
	defer r.Close() // unchecked: it is only read
	most := min(largestPart, p.left)
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	switch {
	case int64(len(data)) > most:
		return nil, ErrLarge
	case err != nil:
		return nil, fmt.Errorf("%w: %w", ErrForm, err)
	}
	p.left -= int64(len(data))
	return data, nil
}

// node is an element of XML. Names are without their spaces: both forms of the standard use the same.
type node struct {
	name     string
	attrs    []xml.Attr
	children []*node
	text     string // of an element without a name: text
}

// tree reads a part as XML; nil where there is none.
func (p *parts) tree(name string) (*node, error) {
	data, err := p.read(name)
	if data == nil || err != nil {
		return nil, err
	}
	d := xml.NewDecoder(strings.NewReader(string(data)))
	root := &node{}
	open := []*node{root}
	for {
		token, err := d.Token()
		if err == io.EOF {
			return root, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%w: %s: %w", ErrForm, name, err)
		}
		top := open[len(open)-1]
		switch t := token.(type) {
		case xml.StartElement:
			if p.nodes--; p.nodes < 0 || len(open) > deepestNode {
				return nil, ErrLarge
			}
			n := &node{name: t.Name.Local, attrs: t.Copy().Attr}
			top.children = append(top.children, n)
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if top.name == "t" || top.name == "delText" || top.name == "instrText" {
				top.children = append(top.children, &node{text: string(t)})
			}
		}
	}
}

func (n *node) attr(name string) string {
	if n != nil {
		for _, a := range n.attrs {
			if a.Name.Local == name {
				return a.Value
			}
		}
	}
	return ""
}

// child is the first element of that name inside; nil, of which everything may be asked, where there is none.
func (n *node) child(names ...string) *node {
	for _, name := range names {
		if n == nil {
			return nil
		}
		var next *node
		for _, c := range n.children {
			if c.name == name {
				next = c
				break
			}
		}
		n = next
	}
	return n
}

// all calls yield for every element of that name anywhere inside.
func (n *node) all(name string, yield func(*node)) {
	if n == nil {
		return
	}
	for _, c := range n.children {
		if c.name == name {
			yield(c)
		}
		c.all(name, yield)
	}
}

func (n *node) words() string {
	var b strings.Builder
	n.write(&b, true)
	return b.String()
}

// shown are the words of an element without what is deleted, or an order to Word.
func (n *node) shown() string {
	var b strings.Builder
	n.write(&b, false)
	return b.String()
}

func (n *node) write(b *strings.Builder, hidden bool) {
	if n == nil || !hidden && (n.name == "delText" || n.name == "instrText") {
		return
	}
	b.WriteString(n.text)
	for _, c := range n.children {
		c.write(b, hidden)
	}
	if !hidden && (n.name == "p" || n.name == "tab" || n.name == "br") {
		b.WriteByte(' ')
	}
}
