// Package search builds the index that a browser searches, without a server and from a disk too (domain.md 5.7, docs/search.md).
//
// [Build] takes what pages say, as plain values, and returns files: classic scripts that the search page injects one by one when it needs
// them, so that they work where nothing can be fetched. One of them is the manifest, through which all others are found:
//
//	index := search.Build("uk", docs)
//	index.Manifest // uk.0a1b2c3d4e.js
//	index.Files    // the manifest, words, cards, texts
//
// A file of words holds a range of word keys: every form that stands on a page, and where it stands. A file of cards holds what a line of
// results shows, a file of texts what an excerpt is cut from and where phrases are looked for. A query costs one file of words for each of
// its words, and cards and texts of the hits that are shown.
//
// The same pages give the same bytes, in whatever order they come. Building is linear in the size of the texts, but for sorting the words.
package search

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
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
	Name string // ASCII, with a hash of the content
	Data []byte
}

// Index is the index of one language.
type Index struct {
	Manifest string // its name
	Files    []File // sorted by name
}

// Options change how the files are cut.
type Options struct {
	Whole bool // one file of each sort, named without a hash: for the preview
}

// How large files become before they are compressed, in bytes: a file of words comes through a slow line in one go, texts are read a few at a time.
const (
	wordsSize = 12 << 10
	textsSize = 24 << 10
	cardsOf   = 48 // pages
)

// Build makes the index of the pages of one language.
func Build(lang string, docs []Doc, o Options) Index {
	docs = slices.Clone(docs)
	slices.SortFunc(docs, func(a, b Doc) int {
		return cmp.Or(cmp.Compare(b.Date, a.Date), cmp.Compare(a.Path, b.Path))
	})
	w := writer{lang: lang, whole: o.Whole}
	m := manifest{lang: lang, docs: docs}
	for i := range docs {
		m.choose(&docs[i])
	}
	m.words = w.words(collect(docs))
	m.cards = w.cards(docs)
	m.texts = w.texts(docs)
	index := Index{Manifest: w.keep("", m.script()), Files: w.files}
	slices.SortFunc(index.Files, func(a, b File) int { return cmp.Compare(a.Name, b.Name) })
	return index
}

// Names are the names of the files of the language's index in the preview; the first is the manifest's.
func Names(lang string) []string {
	return []string{lang + ".js", lang + "-w0.js", lang + "-c0.js", lang + "-t0.js"}
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
}

// keep adds a file and returns its name.
func (w *writer) keep(part string, data []byte) string {
	name := w.lang + part
	if !w.whole {
		name += "." + digest(data)
	}
	name += ".js"
	w.files = append(w.files, File{name, data})
	return name
}

// shard adds the file number n of a sort and returns how the manifest finds it.
func (w *writer) shard(sort byte, n int, first, data string) shard {
	script := fmt.Sprintf("vitrynaIndex(%q,%q,%d,%s)\n", w.lang, string(sort), n, data)
	name := w.keep(fmt.Sprintf("-%c%d", sort, n), []byte(script))
	_, hash, _ := strings.Cut(strings.TrimSuffix(name, ".js"), ".")
	return shard{first, hash}
}

func digest(data []byte) string {
	const digits = 10
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])[:digits]
}
