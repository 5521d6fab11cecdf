// Package search builds the index that a browser searches, without a server and from a disk too (domain.md 5.7, docs/search.md).
//
// [Digest] reads what one page says and keeps of it what the index needs, as bytes: they depend on nothing else, so pages may be read at
// once, and a digest may be kept until its page changes. [Build] makes of the digests of a language files: classic scripts that the search
// page injects one by one when it needs them, so that they work where nothing can be fetched. One of them is the manifest, through which
// all others are found:
//
//	digest, row := search.Digest(doc)
//	index := search.Build("uk", digests, rowOf, search.Options{}) // rowOf: the row of the page with that number
//	index.Manifest // uk.0a1b2c3d4e.js
//	index.Files    // the manifest, words, cards, texts
//
// A file of words holds a range of word keys: every form that stands on a page, and where it stands. A file of cards holds what a line of
// results shows, a file of texts what an excerpt is cut from and where phrases are looked for. A query costs one file of words for each of
// its words, and cards and texts of the hits that are shown.
//
// The same pages give the same bytes, in whatever order they come. Where a file ends is told by what stands at the end, most often, and not by
// all that stands before: a page that changes leaves most files as they are.
package search

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"hash/crc32"
	"slices"
)

// Doc is one page as a search sees it.
type Doc struct {
	Path     string // address from the root of the site: projects/ahenty-zmin/
	Title    string
	Kind     string // in words, as a choice: «Проєкти»
	Centre   string // the title of the centre it belongs to, or ""
	Levels   []string
	Date     string // 2021-11-02, 2021-11, 2021 or "": the newer of two equal hits comes first; its year is a choice
	Day      string // the date in words
	Summary  string
	Note     string // words by which it is found that stand in no text: tags
	Text     string // what stands before the first heading
	Sections []Section
}

// Section is a heading with the text up to the next one.
type Section struct {
	ID, Title, Text string
}

// File is one script of the index.
type File struct {
	Name string        // ASCII, with a hash of the content
	Data func() []byte // texts are made when they are asked for
}

// Index is the index of one language.
type Index struct {
	Manifest string // its name
	Files    []File // sorted by name
}

// Options change how the files are cut.
type Options struct {
	Whole bool                          // one file of each sort, named without a hash: for the preview
	Each  func(n int, work func(i int)) // calls work for 0 … n−1, at once if it can; nil: one after another
}

// How large files become before they are compressed, in bytes, and half as large on average or a little more: a file of words comes through a slow line
// in one go, texts are read a few at a time.
const (
	wordsSize = 14 << 10
	textsSize = 32 << 10
	cardsOf   = 64 // pages
)

// Build makes the index of the pages of one language from their digests. It asks for the row of a page, by its place in digests, when a file of
// texts is made in which it stands.
func Build(lang string, digests [][]byte, row func(i int) []byte, o Options) Index {
	pages := make([]page, len(digests))
	for i, d := range digests {
		pages[i] = readPage(i, d)
	}
	// The newest page has the last number, so that it leaves those of all others as they are. Of one date the first address has the last.
	slices.SortFunc(pages, func(a, b page) int { return cmp.Or(cmp.Compare(a.date, b.date), cmp.Compare(b.path, a.path)) })
	w := writer{lang: lang, whole: o.Whole, names: map[string]bool{}}
	m := manifest{lang: lang, pages: pages}
	m.choose()
	if o.Each == nil {
		o.Each = inTurn
	}
	m.words = w.words(merge(pages, o.Each))
	m.cards = w.cards(pages)
	m.texts = w.texts(pages, row)
	index := Index{Manifest: w.add("", m.script()), Files: w.files}
	slices.SortFunc(index.Files, func(a, b File) int { return cmp.Compare(a.Name, b.Name) })
	return index
}

func inTurn(n int, work func(i int)) {
	for i := range n {
		work(i)
	}
}

// Names are the names of the files of the language's index in the preview; the first is the manifest's.
func Names(lang string) []string {
	return []string{lang + ".js", lang + "-w.js", lang + "-c.js", lang + "-t.js"}
}

// shard is one file as the manifest lists it.
type shard struct {
	first string // the least word key in it, or the number of its first page
	hash  string
}

// writer makes the files.
type writer struct {
	lang  string
	whole bool
	files []File
	names map[string]bool
}

// add adds a file that is there, and returns its name.
func (w *writer) add(sort string, script []byte) string {
	sum := sha256.Sum256(script)
	name, _ := w.keep(sort, sum[:], func() []byte { return script })
	return name
}

// keep adds a file with the sum that names it, and returns its name and hash. Of two files with the same content there is one.
func (w *writer) keep(sort string, sum []byte, data func() []byte) (name, hash string) {
	const digits = 10
	name = w.lang + sort
	if !w.whole {
		hash = hex.EncodeToString(sum)[:digits]
		name += "." + hash
	}
	name += ".js"
	if !w.names[name] {
		w.names[name] = true
		w.files = append(w.files, File{name, data})
	}
	return name, hash
}

// call begins the call that a file is.
func (w *writer) call(sort string) []byte {
	b := appendQuoted([]byte("vitrynaIndex("), w.lang)
	return append(appendQuoted(append(b, ','), sort), ',')
}

// full tells whether a file ends before what is called next. Between a half and the whole of its size it ends where the name says so, every so
// many names: two indexes that differ in one page are cut alike soon behind it.
func full(size, limit int, next string, every uint32) bool {
	return size >= limit || size >= limit/2 && crc32.ChecksumIEEE([]byte(next))%every == 0
}
