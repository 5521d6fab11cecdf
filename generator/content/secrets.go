package content

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator/attachment"
	"github.com/som-hub/vitryna/generator/filename"
	"github.com/som-hub/vitryna/generator/problem"
)

// mostSecret is how much of one private file is read.
const mostSecret = 64 << 20

// Secrets reads the folders private/ of content/ for nothing but the e-mails and phones in them, which must stand in no finished file (PD-04).
// What the office publishes itself is not among them. A site without such folders costs a walk over its names.
func Secrets(fsys fs.FS, contacts []string) ([]string, problem.List) {
	r := &secretReader{seen: map[string]bool{}, office: map[string]bool{}}
	for _, contact := range contacts {
		for _, found := range secretsIn(contact) {
			r.office[bare(found)] = true
		}
	}
	var problems problem.List
	_ = fs.WalkDir(fsys, "content", func(file string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			if !errors.Is(err, fs.ErrNotExist) && (filename.Private(file) || filename.PrivateFolder(path.Base(file))) {
				problems = append(problems, Unreadable(file, err)) // what cannot be read cannot be guarded
			}
		case filename.Regular(entry.Type()) && filename.Private(file):
			if err := r.file(fsys, file); err != nil {
				problems = append(problems, Unreadable(file, err))
			}
		}
		return nil
	})
	slices.Sort(r.found)
	return r.found, problems
}

type secretReader struct {
	found  []string
	seen   map[string]bool
	office map[string]bool
}

func (r *secretReader) file(fsys fs.FS, file string) error {
	f, err := fsys.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, mostSecret))
	if err != nil {
		return err
	}
	if words := attachment.Words(data); words != nil { // a workbook, a document of Word
		data = words
	}
	r.text(data)
	return nil
}

// text notes the e-mails and phones of a text in any encoding: they are written in signs that all of them share.
func (r *secretReader) text(data []byte) {
	for line := range bytes.Lines(narrow(data)) {
		for _, found := range secretsIn(string(bytes.ToValidUTF8(line, []byte(" ")))) {
			if key := bare(found); !r.seen[key] && !r.office[key] {
				r.seen[key] = true
				r.found = append(r.found, found)
			}
		}
	}
}

// secretsIn are the e-mails and phones of a line.
func secretsIn(line string) []string {
	var found []string
	for _, p := range Personal(line, nil) {
		if p.What == "email" || p.What == "phone" {
			text, _ := legible(p.Value)
			found = append(found, text)
		}
	}
	return found
}

// bare is an e-mail or a phone without what may be written or not.
func bare(s string) string {
	if strings.Contains(s, "@") {
		return strings.ToLower(s)
	}
	digits := strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return r
		}
		return -1
	}, s)
	if len(digits) > 10 {
		digits = strings.TrimPrefix(digits, "38")
	}
	return digits
}

// Datum is one piece of personal data in a text: what it is, by a word of the catalogue, and as it is written.
type Datum struct{ What, Value string }

// Personal finds the phones and e-mails of a line (PD-01) but for those that are allowed. Of the other kinds of personal data nothing is
// said: their marks, a tag in a text or a number of sixteen digits, are too common in what programs write.
func Personal(line string, allowed []string) []Datum {
	var found []Datum
	text, places := legible(line)
	kinds := suspicious([]byte(text))
	if len(kinds) == 0 {
		return nil
	}
	text = innocent(text, allowed)
	left := []byte(text)
	for _, kind := range kinds {
		if kind.what != "phone" && kind.what != "email" {
			continue
		}
		for _, at := range kind.pattern.FindAllIndex(left, -1) {
			if !touchesNumber(text, at[0], at[1]) {
				written := line[placeIn(places, at[0]):placeIn(places, at[1])]
				found = append(found, Datum{kind.what, strings.Clone(strings.TrimSpace(written))}) // a line may be a whole file
				erase(left[at[0]:at[1]])                                                           // one number is told once
			}
		}
	}
	return found
}
