package attachment

import (
	"archive/zip"
	"bytes"
	"io"
	"slices"
	"strings"
)

// mostWords is how much of an archive is read for its words, unpacked: a bomb is not.
const mostWords = 64 << 20

// wordy are the endings of parts of an archive that hold words.
var wordy = []string{".xml", ".xhtml", ".html", ".txt", ".csv", ".json", ".md"}

// breaks are the elements of Office, OpenDocument and XHTML behind which another word begins. Others part none: Word writes a number of which the middle
// was mended in three pieces.
var breaks = map[string]bool{"p": true, "row": true, "c": true, "si": true, "tr": true, "tc": true, "td": true, "th": true, "h": true, "li": true, "br": true, "tab": true, "table-row": true, "table-cell": true, "line-break": true, "div": true}

// Words is what an archive of texts says (DOCX, XLSX, PPTX, ODT, EPUB, a ZIP of CSV), in lines; nil where the file is none. What lies beyond 64 MB of it is not
// read.
func Words(data []byte) []byte {
	if !Packed(data) {
		return nil
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil
	}
	var words []byte
	left := int64(mostWords)
	for _, f := range archive.File {
		if name := strings.ToLower(f.Name); left <= 0 || !slices.ContainsFunc(wordy, func(end string) bool { return strings.HasSuffix(name, end) }) {
			continue
		}
		opened, err := f.Open()
		if err != nil {
			continue
		}
		text, _ := io.ReadAll(io.LimitReader(opened, left)) // of a damaged part, what can be read
		opened.Close()                                      // unchecked: it was only read
		left -= int64(len(text))
		words = append(appendWords(words, text), '\n')
	}
	return words
}

// appendWords appends a text without its tags.
func appendWords(words, text []byte) []byte {
	for {
		open := bytes.IndexByte(text, '<')
		if open < 0 {
			return append(words, text...)
		}
		words, text = append(words, text[:open]...), text[open+1:]
		end := bytes.IndexByte(text, '>')
		if end < 0 {
			return append(words, text...)
		}
		name := bytes.TrimPrefix(text[:end], []byte("/"))
		if stop := bytes.IndexAny(name, " \t\r\n/"); stop >= 0 {
			name = name[:stop]
		}
		if prefix := bytes.IndexByte(name, ':'); prefix >= 0 {
			name = name[prefix+1:]
		}
		if breaks[string(name)] {
			words = append(words, '\n')
		}
		text = text[end+1:]
	}
}
