package attachment

import (
	"archive/zip"
	"bytes"
	"html"
	"iter"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// inside tells what the parts of a document hold that nobody sees who only looks at it: sheets that are hidden, comments, what a speaker noted below her slides.
func (r *Report) inside(archive *zip.Reader) {
	r.made("changes", changes, beginning(archive, "word/document.xml", textLimit))
	r.made("comments", comments, part(archive, "word/comments.xml"))
	r.made("sheets", sheet, part(archive, "xl/workbook.xml"))
	r.made("remarks", annotation, beginning(archive, "content.xml", textLimit))
	var names []byte
	remarks, notes, left := 0, 0, int64(textLimit)
	for _, f := range archive.File {
		remark := strings.HasPrefix(f.Name, "xl/comments") || strings.HasPrefix(f.Name, "xl/threadedComments/") || strings.HasPrefix(f.Name, "ppt/comments/")
		speaks := strings.HasPrefix(f.Name, "ppt/notesSlides/notesSlide")
		if left <= 0 || !remark && !speaks && !noters[f.Name] {
			continue
		}
		text := opened(f, min(left, partLimit))
		left -= int64(len(text))
		switch {
		case !speaks:
			names = append(names, text...)
		case note.Match(text):
			notes++
		}
		if remark {
			remarks++
		}
	}
	if remarks > 0 && !r.made("remarks", remarker, names) {
		r.Told = append(r.Told, Told{"remarks", strconv.Itoa(remarks)}) // of nobody
	}
	if notes > 0 {
		r.Told = append(r.Told, Told{"notes", strconv.Itoa(notes)})
	}
}

// noters are the parts that name who has commented on cells and slides.
var noters = map[string]bool{"xl/persons/person.xml": true, "ppt/commentAuthors.xml": true, "ppt/authors.xml": true}

var (
	sheet      = regexp.MustCompile(`<(?:\w+:)?sheet\s[^>]*?name="([^"]*)"[^>]*?state="(?:hidden|veryHidden)"`)
	annotation = regexp.MustCompile(`(?s)<office:annotation[\s>].{0,400}?<dc:creator>([^<]*)<`)
	remarker   = regexp.MustCompile(`(?:<author>|<(?:\w+:)?cmAuthor\s[^>]*?name="|<(?:\w+:)?author\s[^>]*?name="|<(?:\w+:)?person\s[^>]*?displayName=")([^"<]+)`)
	note       = regexp.MustCompile(`<a:t>[^<]*\pL`) // a number of the slide is no note
)

// made tells who has left something in a text, in one line: it is mended at once. It is told also of those who bear no name, for what they wrote can be read.
func (r *Report) made(kind string, sign *regexp.Regexp, text []byte) bool {
	var names []string
	for _, found := range sign.FindAllSubmatch(text, mostMade) {
		name := plain(html.UnescapeString(string(found[1])))
		if len(names) < 3 && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) > 0 {
		r.Told = append(r.Told, Told{kind, strings.Join(names, ", ")})
	}
	return len(names) > 0
}

// How many photographs are looked at in one file, and how much of it, unpacked.
const (
	mostPhotographs  = 200
	photographsLimit = 128 << 20
)

// Photographs are the photographs inside a file, by their names: in an archive, in a document, in a PDF. They go out with it as they are, with the place
// where they were taken.
func Photographs(data []byte) iter.Seq2[string, []byte] {
	if Packed(data) {
		return packedPhotographs(data)
	}
	return func(yield func(string, []byte) bool) {
		if !bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")) {
			return
		}
		for n := 1; n <= mostPhotographs; n++ {
			_, rest, found := bytes.Cut(data, []byte("stream"))
			if !found {
				return
			}
			data = bytes.TrimLeft(rest, "\r\n")
			if !bytes.HasPrefix(data, []byte("\xff\xd8\xff")) {
				n--
				continue
			}
			photograph, rest, _ := bytes.Cut(data, []byte("endstream"))
			if data = rest; !yield("JPEG "+strconv.Itoa(n), photograph) {
				return
			}
		}
	}
}

var photographic = regexp.MustCompile(`(?i)\.(?:jpe?g|png|webp)$`)

func packedPhotographs(data []byte) iter.Seq2[string, []byte] {
	return func(yield func(string, []byte) bool) {
		archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			return
		}
		looked, left := 0, int64(photographsLimit)
		for _, f := range archive.File {
			if !photographic.MatchString(f.Name) {
				continue
			}
			if looked++; looked > mostPhotographs || left <= 0 {
				return
			}
			photograph := opened(f, left)
			left -= int64(len(photograph))
			if !yield(f.Name[strings.LastIndexByte(f.Name, '/')+1:], photograph) {
				return
			}
		}
	}
}
