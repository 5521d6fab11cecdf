package check

import (
	"bytes"
	"path"
	"strings"

	"golang.org/x/net/html"

	"github.com/som-hub/vitryna/generator/attachment"
	"github.com/som-hub/vitryna/generator/problem"
)

// Leaks finds what must not get out in single finished files, as they are made. It may be used by many goroutines at once.
type Leaks struct{ leaks *leaks }

// NewLeaks is a finder of the private e-mails and phones of [Options]; nil where there are none.
func NewLeaks(private []string) *Leaks {
	l := newLeaks(private)
	if l.none() {
		return nil
	}
	return &Leaks{l}
}

// File looks for leaks in a finished file.
func (l *Leaks) File(name string, data []byte) problem.List {
	if l == nil {
		return nil
	}
	c := &checker{leaks: l.leaks}
	c.search(name, data)
	return c.problems
}

// search looks for leaks in a file, and where it is an archive of texts (a document, a workbook), in what that says.
func (c *checker) search(name string, data []byte) {
	if c.leaks.none() {
		return
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".htm", ".xml", ".svg":
		data = []byte(html.UnescapeString(string(data)))
	}
	for _, text := range [][]byte{data, attachment.Words(data)} {
		search := c.leaks.search()
		_, _ = search.Write(text)
		c.leaked(name, search)
	}
}

// personal looks for phones and e-mails in what a finished file says to people (PD-01).
func (c *checker) personal(name string, data []byte) {
	if c.o.Personal == nil {
		return
	}
	for line := range bytes.Lines(spoken(name, data)) {
		c.o.Personal(string(line), func(what, value string) {
			c.complain("E-PII", name, "what", what, "value", problem.Mask(value))
		})
	}
}

// spoken is what a file says to people, and what it says of them to machines. Styles, scripts and drawings say nothing.
func spoken(name string, data []byte) []byte {
	if strings.HasPrefix(name, "offline/") {
		return nil // names of files with their sums, and some sums look like phones
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".htm":
		return spokenHTML(data)
	case ".ics":
		return withoutNames(bytes.ReplaceAll(data, []byte("\r\n "), nil))
	case ".csv", ".json", ".txt", ".xml", ".vtt":
		return data
	}
	return nil
}

// withoutNames leaves out the lines by which calendar programs tell events apart: their names look like e-mails.
func withoutNames(calendar []byte) []byte {
	var b bytes.Buffer
	for line := range bytes.Lines(calendar) {
		if !bytes.HasPrefix(line, []byte("UID:")) {
			b.Write(line)
		}
	}
	return b.Bytes()
}

// within are the elements that part no word: a phone of which the middle is bold is a phone.
var within = map[string]bool{
	"a": true, "abbr": true, "b": true, "bdi": true, "code": true, "del": true, "em": true, "i": true, "ins": true, "kbd": true, "mark": true,
	"s": true, "small": true, "span": true, "strong": true, "sub": true, "sup": true, "time": true, "u": true, "wbr": true,
}

// said are the attributes that people get to hear or see.
var said = map[string]bool{"alt": true, "title": true, "content": true, "aria-label": true, "placeholder": true, "value": true, "label": true}

func spokenHTML(data []byte) []byte {
	var b, beside bytes.Buffer
	z := html.NewTokenizer(bytes.NewReader(data))
	drawing, silent := 0, false
	for {
		switch z.Next() {
		case html.ErrorToken:
			return append(append(b.Bytes(), '\n'), beside.Bytes()...)
		case html.TextToken:
			if drawing == 0 && !silent {
				b.Write(bytes.ReplaceAll(z.Text(), []byte("\n"), []byte(" ")))
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			tag, more := z.TagName()
			name := string(tag)
			if name == "svg" {
				drawing++
			}
			silent = name == "style" || name == "script"
			if !within[name] {
				b.WriteByte('\n')
			}
			for more {
				var key, value []byte
				key, value, more = z.TagAttr()
				switch k := string(key); {
				case said[k]:
					beside.Write(value)
					beside.WriteByte('\n')
				case k == "href" && (bytes.HasPrefix(value, []byte("tel:")) || bytes.HasPrefix(value, []byte("mailto:"))):
					beside.Write(value)
					beside.WriteByte('\n')
				case k == "type" && isData(string(value)):
					silent = false
				}
			}
		case html.EndTagToken:
			tag, _ := z.TagName()
			name := string(tag)
			if name == "svg" {
				drawing--
			}
			silent = false
			if !within[name] {
				b.WriteByte('\n')
			}
		}
	}
}
