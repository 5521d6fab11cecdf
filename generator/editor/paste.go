package editor

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"

	"github.com/som-hub/vitryna/generator/imported"
)

// pasteQuestion is rich text of the clipboard.
type pasteQuestion struct {
	HTML string `json:"html"`
	RTF  string `json:"rtf"` // the same, where Word has its pictures
}

type pasteReply struct {
	Markdown string          `json:"markdown"`
	Lost     []string        `json:"lost"`
	Pictures []pastedPicture `json:"pictures"` // to be asked about one by one; the text names them by their marks
}

type pastedPicture struct {
	Mark string `json:"mark"`
	Alt  string `json:"alt"`
	Data string `json:"data"` // base64
}

// paste makes Markdown of rich text. A title of a document becomes a heading: the text has a title already.
func (d *Desk) paste(_ context.Context, q pasteQuestion) (*pasteReply, error) {
	r, err := imported.HTML(q.HTML, q.RTF)
	switch {
	case errors.Is(err, imported.ErrLarge):
		return nil, refused("large paste")
	case err != nil:
		return nil, err
	}
	reply := &pasteReply{Markdown: r.Markdown, Lost: Lost(d.Lang, r.Lost), Pictures: []pastedPicture{}}
	if r.Title != "" {
		reply.Markdown = "## " + r.Title + "\n\n" + reply.Markdown
	}
	for _, p := range r.Pictures {
		reply.Pictures = append(reply.Pictures, pastedPicture{p.Mark, p.Alt, base64.StdEncoding.EncodeToString(p.Data)})
	}
	return reply, nil
}

// Lost says what a text from elsewhere has lost on its way and by which words the places are found, a line for each.
func Lost(lang string, list []imported.Loss) []string {
	lines := []string{}
	for _, l := range list {
		line := fmt.Sprintf(say(lang, "lost "+string(l.What)), l.N)
		if len(l.At) > 0 {
			key := "lost at"
			if l.N > len(l.At) {
				key = "lost some"
			}
			line += " " + fmt.Sprintf(say(lang, key), strings.Join(l.At, say(lang, "lost and")))
		}
		lines = append(lines, line)
	}
	return lines
}
