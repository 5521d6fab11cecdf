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
	reply, ok := s.ask(r.Context(), strings.TrimPrefix(r.URL.Path, AskPath), body)
	if !ok {
		s.plain(w, http.StatusNotFound, "form")
		return
	}
	data, err := json.Marshal(reply)
	if err != nil {
		s.plain(w, http.StatusInternalServerError, "form")
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Write(data) //nolint:errcheck // a reader that has gone needs no answer
}
