package content

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator/problem"
)

// Suspect is a line of a file that goes out as it is (a table, captions, what a drawing writes) in which there may be what must not get out: a phone,
// an e-mail (PD-01), coordinates (SF-01). Whether it may is another question, as contacts and the peace change and the file does not: see [Suspects.Problems].
type Suspect struct {
	Line int
	Text string
}

// Suspects are those of one file.
type Suspects []Suspect

// mostSuspect is how much is noted of one file, in bytes, longestSuspect how much of a line, and mostTold how much is told: a table may have thousands, or
// stand in one line. What may stand there, the office's own phone in every row, counts among the first only.
const mostSuspect, longestSuspect, mostTold = 1 << 20, 2000, 50

// readable are the endings of files that people read as text.
var readable = []string{".csv", ".tsv", ".txt", ".vtt", ".srt", ".json", ".md", ".svg", ".html", ".yaml"}

// SuspectsIn looks through a file of text, of any encoding; of a drawing or a layout, through what it writes. Others have none.
func SuspectsIn(file string, data []byte) Suspects {
	ext := strings.ToLower(path.Ext(file))
	if !slices.Contains(readable, ext) {
		return nil
	}
	data = narrow(data)
	if ext == ".svg" || ext == ".html" {
		data = outsideTags(data)
	}
	var found Suspects
	n, noted := 0, 0
	for line := range bytes.Lines(data) {
		n++
		for ; len(line) > 0 && noted < mostSuspect; line = line[min(longestSuspect, len(line)):] {
			piece := string(bytes.ToValidUTF8(line[:min(longestSuspect+100, len(line))], []byte(" "))) // a number at the seam is in one of two
			if at, _ := coordinates([]byte(piece)); at >= 0 || len(Personal(piece, nil)) > 0 {
				found, noted = append(found, Suspect{n, piece}), noted+len(piece)
			}
		}
	}
	return found
}

// Problems tells what stands in such lines and must not: allowed are the texts that may, peace whether coordinates may.
func (s Suspects) Problems(file string, allowed []string, peace bool) problem.List {
	var list problem.List
	for _, line := range s {
		for _, found := range Personal(line.Text, allowed) {
			list = append(list, problem.New("E-PII", file, line.Line, 0, "what", found.What, "value", problem.Mask(found.Value)))
		}
		if at, text := coordinates([]byte(line.Text)); at >= 0 && !peace {
			list = append(list, problem.New("E-GEO-TEXT", file, line.Line, 0, "value", problem.Mask(text)))
		}
		if len(list) >= mostTold {
			break
		}
	}
	return list
}

// narrow is a text in an encoding whose signs that all share are one byte: of UTF-16 without the zero beside each.
func narrow(data []byte) []byte {
	if bytes.HasPrefix(data, []byte{0xFF, 0xFE}) || bytes.HasPrefix(data, []byte{0xFE, 0xFF}) {
		return bytes.ReplaceAll(data, []byte{0}, nil)
	}
	return data
}

// outsideTags blanks the tags of a drawing, whose numbers are its shapes; lines stay lines.
func outsideTags(data []byte) []byte {
	data = bytes.Clone(data)
	inside := false
	for i, c := range data {
		inside = inside || c == '<'
		if inside && c != '\n' {
			data[i] = ' '
		}
		inside = inside && c != '>'
	}
	return data
}
