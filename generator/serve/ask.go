package serve

import (
	"crypto/subtle"
	"encoding/json"
	"io"
	"mime"
	"net/http"
	"strings"
)

// Scripts of the preview (the author's bar, the editor) ask questions and give orders below [AskPath]: a POST with JSON, answered with JSON. Who may
// ask is the same as for forms (act.go); the token stands in a header, which no page of others can set.

// AskPath is where the scripts of the preview ask: what follows is the name of the question.
const AskPath = "/_editor/"

// TokenHeader holds the token of a question.
const TokenHeader = "Vitryna-Token"

// askAtMost is the size of a question: a text, or a picture as a camera makes it.
const askAtMost = 64 << 20

// question answers one.
func (s *server) question(w http.ResponseWriter, r *http.Request) {
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if r.Header.Get("Origin") == "" || err != nil || kind != "application/json" {
		s.refuse(w, r, "question without Origin")
		return
	}
	if s.token == "" || subtle.ConstantTimeCompare([]byte(r.Header.Get(TokenHeader)), []byte(s.token)) != 1 {
		s.plain(w, http.StatusForbidden, "token")
		return
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, askAtMost))
	if err != nil {
		s.plain(w, http.StatusRequestEntityTooLarge, "form")
		return
	}
	s.carryOut(w, r, func() (any, bool) { return s.ask(r.Context(), strings.TrimPrefix(r.URL.Path, AskPath), body) })
}

// carryOut does what was asked, and answers. A panic is told where the program runs, and the page says that: what the author wrote stays in it.
func (s *server) carryOut(w http.ResponseWriter, r *http.Request, do func() (any, bool)) {
	reply, ok, err := safely(do)
	page, isPage := reply.(Page)
	var data []byte
	if err == nil && ok && !isPage {
		data, err = json.Marshal(reply)
	}
	switch {
	case err != nil:
		s.log(Event{Kind: AskFailed, Path: r.URL.Path, Err: err})
		s.plain(w, http.StatusInternalServerError, "failed")
		return
	case !ok:
		s.plain(w, http.StatusNotFound, "form")
		return
	case isPage:
		s.reply(w, r, page)
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Write(data) // unchecked: a reader that has gone needs no answer
}

// safely does it; a panic becomes an error.
func safely(do func() (any, bool)) (reply any, ok bool, err error) {
	defer recovered(&err)
	reply, ok = do()
	return reply, ok, nil
}
