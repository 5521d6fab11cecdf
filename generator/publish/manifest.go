package publish

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/output"
)

// Manifest tells what Vitryna has put at a target. While a publication is under way, or after one that was cut, of some files only is known what they
// may be: one of several contents, or not there.
type Manifest struct {
	Build string // names the state of the site, see [buildOf]
	When  string // the publication began, by the publisher's clock
	Who   string // names the publisher's computer, not a person

	files map[string]held
}

// held is what is known of one file.
type held struct {
	sure     bool // it is there, and is the one content
	contents []content
}

type content struct {
	sum  string
	size int64
}

// Files is how many files the manifest names.
func (m *Manifest) Files() int { return len(m.files) }

// ErrManifest tells that the manifest at a target cannot be read: somebody has changed it.
var ErrManifest = errors.New("the manifest is damaged")

const manifestHead = "vitryna-published 1"

// The words of a manifest's lines.
const (
	sureWord  = "is"
	maybeWord = "may"
	lastLine  = "end"
)

// Text is the manifest as it lies at the target. The same manifest gives the same bytes.
func (m *Manifest) Text() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s\nbuild %s\nwhen %s\nwho %s\n", manifestHead, m.Build, m.When, m.Who)
	for _, path := range slices.Sorted(maps.Keys(m.files)) {
		h := m.files[path]
		word := maybeWord
		if h.sure {
			word = sureWord
		}
		for _, c := range h.contents {
			fmt.Fprintf(&b, "%s %s %d %s\n", word, c.sum, c.size, path)
		}
	}
	b.WriteString(lastLine + "\n")
	return b.Bytes()
}

// readManifest reads a manifest. It comes from elsewhere: a path that leads out of the target is not taken.
func readManifest(text []byte) (*Manifest, error) {
	m := &Manifest{files: map[string]held{}}
	lines := bufio.NewScanner(bytes.NewReader(text))
	lines.Buffer(nil, 1<<16)
	for _, want := range []struct {
		key   string
		value *string
	}{{manifestHead, nil}, {"build", &m.Build}, {"when", &m.When}, {"who", &m.Who}} {
		if !lines.Scan() {
			return nil, ErrManifest
		}
		key, value, _ := strings.Cut(lines.Text(), " ")
		if want.value == nil {
			key, value = lines.Text(), ""
		} else {
			*want.value = value
		}
		if key != want.key || !plainWord(value) {
			return nil, ErrManifest
		}
	}
	for lines.Scan() {
		if lines.Text() == lastLine {
			if lines.Scan() {
				return nil, ErrManifest
			}
			return m, nil
		}
		if err := m.read(lines.Text()); err != nil {
			return nil, err
		}
	}
	return nil, ErrManifest // it has no end
}

// read takes the line of one content of a file.
func (m *Manifest) read(line string) error {
	parts := strings.SplitN(line, " ", 4)
	if len(parts) != 4 || parts[0] != sureWord && parts[0] != maybeWord || !isSum(parts[1]) || output.CheckName(parts[3]) != nil {
		return ErrManifest
	}
	size, err := strconv.ParseInt(parts[2], 10, 64)
	if err != nil || size < 0 || strconv.FormatInt(size, 10) != parts[2] {
		return ErrManifest
	}
	h, known := m.files[parts[3]]
	if sure := parts[0] == sureWord; known && (sure || h.sure) {
		return ErrManifest
	} else if !known {
		h.sure = sure
	}
	h.contents = append(h.contents, content{parts[1], size})
	m.files[parts[3]] = h
	return nil
}

func isSum(s string) bool {
	return len(s) == 32 && strings.Trim(s, "0123456789abcdef") == ""
}

// plainWord tells whether a value of the head may be shown on a terminal: letters, digits and a few signs.
func plainWord(s string) bool {
	return len(s) <= 100 && !strings.ContainsFunc(s, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("-:.+", r))
	})
}

// buildOf names a finished site by all its files.
func buildOf(files []File) string {
	lines := make([]string, 0, len(files))
	for _, f := range files {
		lines = append(lines, f.Sum+" "+f.Path+"\n")
	}
	slices.Sort(lines)
	return Sum([]byte(strings.Join(lines, "")))[:12]
}

// with is the manifest with other files.
func (m *Manifest) with(files map[string]held) *Manifest {
	return &Manifest{Build: m.Build, When: m.When, Who: m.Who, files: files}
}

// add takes one more content that a file may have.
func (h held) add(c content) held {
	if slices.Contains(h.contents, c) {
		return held{contents: h.contents}
	}
	return held{contents: append(slices.Clone(h.contents), c)}
}

// same tells whether two manifests say the same of files.
func (m *Manifest) same(other *Manifest) bool {
	return maps.EqualFunc(m.files, other.files, func(a, b held) bool {
		return a.sure == b.sure && slices.Equal(a.contents, b.contents)
	})
}

// GoodWho tells whether a word may name a computer in a manifest.
func GoodWho(word string) bool { return word != "" && len(word) <= 40 && plainWord(word) }
