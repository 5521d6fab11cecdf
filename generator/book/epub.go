package book

import (
	"archive/zip"
	"bytes"
	"cmp"
	_ "embed" // the style
	"encoding/xml"
	"errors"
	"fmt"
	"hash/crc32"
	"html"
	"io"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/klauspost/compress/flate"
)

// The files of a book beside its chapters and resources; all stand in folder, and links are counted from there.
const (
	folder      = "EPUB/"
	coverFile   = "cover.xhtml"
	titleFile   = "title.xhtml"
	navFile     = "nav.xhtml"
	ncxFile     = "toc.ncx"
	styleFile   = "book.css"
	packageFile = "package.opf"
)

//go:embed book.css
var bookStyle []byte

// epub is a book in the making.
type epub struct {
	*Book
	zip      *zip.Writer
	modified time.Time
	items    []item // of the manifest, in the order of writing
	coverage coverage
	files    map[string]bool // what links may lead to: chapters and pages of the book
	pictures map[string]bool // paths of resources, true where a text leads there
	ids      map[place]bool
	links    []link // to places, to be looked up when all chapters have been read
	dead     []error
	file     bytes.Buffer // the one that is being made
}

// item is a row of the manifest.
type item struct {
	id, href, mediaType, properties string
	spine                           bool
}

// coverage is what was met in the whole book, for what it says of its accessibility.
type coverage struct{ math, pictures, undescribed, moving bool }

// place is an id in a file of the book.
type place struct{ file, id string }

// link is a link to a place of the book.
type link struct {
	chapter string
	target  place
}

// packing is how hard texts are packed. Measured with 96 chapters of 7 KB: at 4 this packer takes 58 µs a chapter for 2,100 bytes, at 6 73 µs
// for 2,050; that of the standard library at 3 takes 133 µs for 2,130, at 6 164 µs for 2,030.
const packing = 4

// packers are used again: making one takes longer than packing a chapter with it.
var packers = sync.Pool{New: func() any {
	w, err := flate.NewWriter(nil, packing)
	if err != nil {
		panic(err) // the level is right
	}
	return w
}}

// packer gives its writer back when a file is done.
type packer struct{ *flate.Writer }

func pack(w io.Writer) (io.WriteCloser, error) {
	p := packers.Get().(*flate.Writer)
	p.Reset(w)
	return packer{p}, nil
}

// Close finishes the file.
func (p packer) Close() error {
	err := p.Writer.Close()
	packers.Put(p.Writer)
	return err
}

func newEPUB(b *Book, w io.Writer, modified time.Time) *epub {
	e := &epub{Book: b, zip: zip.NewWriter(w), modified: modified, files: map[string]bool{}, pictures: map[string]bool{}, ids: map[place]bool{}}
	e.zip.RegisterCompressor(zip.Deflate, pack)
	e.files[titleFile], e.files[navFile] = true, true
	if len(b.Cover) > 0 {
		e.files[coverFile] = true
	}
	for i := range b.Chapters {
		e.files[b.Chapters[i].file()] = true
	}
	for _, r := range b.Resources {
		e.pictures[r.Path] = false
	}
	return e
}

// blank is where the next file is made.
func (e *epub) blank() *bytes.Buffer {
	e.file.Reset()
	return &e.file
}

// create begins a file of the archive.
func (e *epub) create(name, mediaType string) (io.Writer, error) {
	method := zip.Deflate
	if strings.HasPrefix(mediaType, "image/") && mediaType != "image/svg+xml" {
		method = zip.Store // it is packed already
	}
	return e.zip.CreateHeader(&zip.FileHeader{Name: name, Method: method, Modified: e.modified})
}

// add writes a file of the book and notes it for the manifest.
func (e *epub) add(it item, data []byte) error {
	w, err := e.create(folder+it.href, it.mediaType)
	if err != nil {
		return err
	}
	e.items = append(e.items, it)
	_, err = w.Write(data)
	return err
}

const (
	xhtmlType = "application/xhtml+xml"
	container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="` + folder + packageFile + `" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`
)

// begin writes what stands before the chapters.
func (e *epub) begin() error {
	if err := e.mimetype(); err != nil {
		return err
	}
	w, err := e.create("META-INF/container.xml", "application/xml")
	if err != nil {
		return err
	}
	if _, err := io.WriteString(w, container); err != nil {
		return err
	}
	style := slices.Concat(bookStyle, e.Style)
	if err := e.add(item{id: "style", href: styleFile, mediaType: "text/css"}, style); err != nil {
		return err
	}
	for path := range e.pictures {
		if bytes.Contains(e.Style, []byte(path)) {
			e.pictures[path] = true
		}
	}
	if err := e.cover(); err != nil {
		return err
	}
	return e.add(item{id: "title", href: titleFile, mediaType: xhtmlType, spine: true}, e.titlePage())
}

// mimetype writes the file by which an EPUB is told from other archives: the first one, neither packed nor with an extra field.
func (e *epub) mimetype() error {
	const text = "application/epub+zip"
	w, err := e.zip.CreateRaw(&zip.FileHeader{
		Name: "mimetype", Method: zip.Store, CRC32: crc32.ChecksumIEEE([]byte(text)),
		CompressedSize64: uint64(len(text)), UncompressedSize64: uint64(len(text)),
	})
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, text)
	return err
}

// cover writes the picture of the cover and the page that shows it.
func (e *epub) cover() error {
	if len(e.Cover) == 0 {
		return nil
	}
	name, mediaType := "cover.svg", "image/svg+xml"
	switch {
	case bytes.HasPrefix(e.Cover, []byte("\x89PNG\r\n")):
		name, mediaType = "cover.png", "image/png"
	case bytes.HasPrefix(e.Cover, []byte{0xff, 0xd8, 0xff}):
		name, mediaType = "cover.jpg", "image/jpeg"
	default:
		if err := wellFormed(e.Cover); err != nil {
			return fmt.Errorf("book %q: cover: %w", e.ID, err)
		}
	}
	if err := e.add(item{id: "cover-image", href: name, mediaType: mediaType, properties: "cover-image"}, e.Cover); err != nil {
		return err
	}
	alt := html.EscapeString(joined(": ", e.Labels.Cover, e.Title))
	b := e.blank()
	e.head(b, cmp.Or(e.Labels.Cover, e.Title), "cover")
	b.WriteString(`<section epub:type="cover" class="book-cover"><img src="` + name + `" alt="` + alt + `" role="doc-cover"/></section>` + "\n")
	foot(b)
	return e.add(item{id: "cover", href: coverFile, mediaType: xhtmlType, spine: true}, b.Bytes())
}

func wellFormed(data []byte) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// chapters writes the chapters, one after another.
func (e *epub) chapters() error {
	for i := range e.Chapters {
		c := &e.Chapters[i]
		text, err := c.XHTML()
		if err != nil {
			return fmt.Errorf("book %q: chapter %q: %w", e.ID, c.ID, err)
		}
		b := e.blank()
		b.Grow(len(text) + len(text)/8 + 1<<10)
		e.openChapter(b, c)
		r := rewriter{epub: e, chapter: c, file: c.file(), out: b}
		if err := r.rewrite(text); err != nil {
			return fmt.Errorf("book %q: chapter %q: %w", e.ID, c.ID, err)
		}
		b.WriteString("</section>\n")
		foot(b)
		if err := e.add(item{id: "c-" + c.ID, href: r.file, mediaType: xhtmlType, properties: r.properties(), spine: true}, b.Bytes()); err != nil {
			return err
		}
	}
	return nil
}

// resources writes those to which something leads.
func (e *epub) resources() error {
	for i, r := range e.Resources {
		if !e.pictures[r.Path] {
			continue
		}
		data, err := r.Data()
		if err != nil {
			return fmt.Errorf("book %q: %s: %w", e.ID, r.Path, err)
		}
		switch r.MediaType {
		case "image/gif":
			e.coverage.moving = true
		case "image/svg+xml":
			data = olderSVG(data)
		}
		if err := e.add(item{id: fmt.Sprintf("r%d", i+1), href: r.Path, mediaType: r.MediaType}, data); err != nil {
			return err
		}
	}
	return nil
}

// deadLinks tells of links that lead nowhere.
func (e *epub) deadLinks() error {
	for _, l := range e.links {
		if !e.ids[l.target] {
			e.dead = append(e.dead, fmt.Errorf("%w: chapter %q, %s#%s", ErrLink, l.chapter, l.target.file, l.target.id))
		}
	}
	return errors.Join(e.dead...)
}

func joined(separator string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), separator)
}
