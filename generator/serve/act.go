package serve

import (
	"crypto/subtle"
	"mime"
	"net/http"
)

// A page of the preview may have a form that changes a file of the author's. A page of somebody else that is open in the same browser could send such a form
// as well, so five things are asked before anything is done: the name under which the server was called (Host, as for every request), the page from which the
// form comes (Origin, which browsers always send with a form), its kind and size, and the token that only a page of ours has read.

// formAtMost is the size of a form: a few short fields.
const formAtMost = 16 << 10

// tokenField is the field that holds the token.
const tokenField = "token"

// Page is the reply to a form that works without a script: a page to show, or where to go on.
type Page struct {
	HTML []byte
	Go   string // a path of the site; everything is looked at anew before it is shown
}

// form answers a form of a page.
func (s *server) form(w http.ResponseWriter, r *http.Request) {
	if !s.formed(w, r) || !s.tokened(w, r) {
		return
	}
	s.carryOut(w, r, func() (any, bool) { return s.act(r.Context(), r.URL.Path, r.PostForm) })
}

// formed reads a form of a page of ours; else it has answered.
func (s *server) formed(w http.ResponseWriter, r *http.Request) bool {
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if r.Header.Get("Origin") == "" || err != nil || kind != "application/x-www-form-urlencoded" {
		s.refuse(w, r, "form without Origin")
		return false
	}
	r.Body = http.MaxBytesReader(w, r.Body, formAtMost)
	if err := r.ParseForm(); err != nil {
		s.plain(w, http.StatusRequestEntityTooLarge, "form")
		return false
	}
	return true
}

// tokened tells whether a form bears the token; else it has answered.
func (s *server) tokened(w http.ResponseWriter, r *http.Request) bool {
	if s.token == "" || subtle.ConstantTimeCompare([]byte(r.PostForm.Get(tokenField)), []byte(s.token)) != 1 {
		s.plain(w, http.StatusForbidden, "token")
		return false
	}
	return true
}

// reply shows a page as the answer to a form. Browsers keep neither it nor the way to it.
func (s *server) reply(w http.ResponseWriter, r *http.Request, page Page) {
	w.Header().Set("Cache-Control", "no-store")
	if page.Go != "" {
		s.hints.hearAll()
		http.Redirect(w, r, page.Go, http.StatusSeeOther)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(http.StatusUnprocessableEntity)
	w.Write(page.HTML) // unchecked: a reader that has gone needs no answer
}
