package serve

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"html"
	"net/http"
	"net/url"
	"path"
	"strconv"
	"strings"
	"time"
)

const (
	// settleLimit is how long a request waits for a change that was heard of.
	settleLimit = time.Second

	// openingLimit is how long the first requests wait for the first load.
	openingLimit = 10 * time.Second
)

// ServeHTTP asks in order: is it for us, may it be asked, is it a socket, which
// state is current, what does it hold under this path.
func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	s.guardedHeaders(h)
	if foreign := s.foreign(r); foreign != "" {
		s.refuse(w, r, foreign)
		return
	}
	if r.Method == http.MethodPost && s.ask != nil && strings.HasPrefix(r.URL.Path, AskPath) {
		s.question(w, r)
		return
	}
	if s.guests != nil && strings.HasPrefix(r.URL.Path, InvitePath) {
		s.guests.invitePage(w, r)
		return
	}
	if r.Method == http.MethodPost && s.act != nil {
		s.form(w, r)
		return
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		h.Set("Allow", "GET, HEAD")
		s.plain(w, http.StatusMethodNotAllowed, "method")
		return
	}
	if r.URL.Path == SocketPath {
		s.socket(w, r)
		return
	}
	s.show(w, r)
}

// guardedHeaders are those of every answer.
func (s *server) guardedHeaders(h http.Header) {
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("X-Frame-Options", "SAMEORIGIN")
}

// show answers with what the current state holds.
func (s *server) show(w http.ResponseWriter, r *http.Request) {
	if clean := cleaned(r.URL.Path); clean != r.URL.Path {
		redirect(w, r, clean)
		return
	}
	st := s.current(r.Context())
	switch {
	case st == nil:
		s.apology(w, r, http.StatusServiceUnavailable, "loading", nil)
	case st.snap == nil:
		s.apology(w, r, http.StatusServiceUnavailable, "broken", st.trouble)
	default:
		s.page(w, r, st)
	}
}

// current is the state that holds all changes heard of until now, or the newest
// there is if that takes too long.
func (s *server) current(ctx context.Context) *state {
	if s.fresh != nil {
		return s.fresh(ctx)
	}
	limit, stop := context.WithTimeout(ctx, openingLimit)
	defer stop()
	select {
	case <-s.begun:
	case <-limit.Done():
		return s.now.Load()
	}
	limit, stop = context.WithTimeout(ctx, settleLimit)
	defer stop()
	s.hints.settle(limit)
	return s.now.Load()
}

// page answers with what st holds under the path of r.
func (s *server) page(w http.ResponseWriter, r *http.Request, st *state) {
	p := r.URL.Path
	a, err := st.open(p)
	switch {
	case err != nil:
		s.notRendered(st, p, err)
		s.apology(w, r, http.StatusInternalServerError, "page", err)
	case a.found && isPage(a.media):
		s.html(w, r, st, http.StatusOK, a)
	case a.found:
		s.asset(w, r, a)
	default:
		s.absent(w, r, st)
	}
}

// absent answers where there is no route: the address of a folder without its
// slash, an asset of the snapshot before, or the 404 page.
func (s *server) absent(w http.ResponseWriter, r *http.Request, st *state) {
	p := r.URL.Path
	if folder, ok := folderOf(p); ok {
		if a, err := st.open(folder); err == nil && a.found {
			redirect(w, r, folder)
			return
		}
	}
	if st.previous != nil && path.Ext(p) != "" {
		if a, err := open(st.previous, p); err == nil && a.found && !isPage(a.media) {
			s.asset(w, r, a)
			return
		}
	}
	data, err := st.missing(p)
	switch {
	case err != nil:
		s.notRendered(st, p, err)
		s.apology(w, r, http.StatusInternalServerError, "page", err)
	case data == nil:
		s.apology(w, r, http.StatusNotFound, "missing", nil)
	default:
		s.html(w, r, st, http.StatusNotFound, answer{data: data, media: "text/html"})
	}
}

// folderOf is the address an author may have meant: with the slash, or without
// the index.html of the disk edition.
func folderOf(p string) (string, bool) {
	if folder, ok := strings.CutSuffix(p, "/index.html"); ok {
		return folder + "/", true
	}
	return p + "/", !strings.HasSuffix(p, "/")
}

// html sends a page and remembers what was shown.
func (s *server) html(w http.ResponseWriter, r *http.Request, st *state, code int, a answer) {
	f := faceOf(r.URL.Path, a.data)
	if r.Method != http.MethodHead {
		st.faces.put(r.URL.Path, f)
		s.served.note(r.URL.Path, f)
	}
	h := w.Header()
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Type", mediaType(a.media))
	h.Set("Content-Length", strconv.Itoa(len(a.data)))
	h.Set("Server-Timing", `page;desc="`+f.whole+`"`)
	w.WriteHeader(code)
	if r.Method != http.MethodHead {
		w.Write(a.data) // a reader that has gone needs no answer
	}
}

// taggedAtMost is the size above which an entity tag costs more than it saves.
const taggedAtMost = 8 << 20

// asset sends what is not a page, in parts if asked.
func (s *server) asset(w http.ResponseWriter, r *http.Request, a answer) {
	h := w.Header()
	h.Set("Cache-Control", "no-cache")
	h.Set("Content-Type", mediaType(a.media))
	if len(a.data) <= taggedAtMost {
		sum := sha256.New()
		sum.Write(a.data)
		h.Set("Etag", `"`+short(sum)+`"`)
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(a.data))
}

// isPage reports whether a browser shows the media type as a page of the site.
func isPage(media string) bool {
	media, _, _ = strings.Cut(media, ";")
	return media == "text/html" || media == "application/xhtml+xml"
}

// mediaType adds the one encoding there is, where it belongs.
func mediaType(media string) string {
	switch {
	case media == "":
		return "application/octet-stream"
	case strings.Contains(media, ";"):
		return media
	case strings.HasPrefix(media, "text/"), strings.HasSuffix(media, "+xml"),
		strings.HasSuffix(media, "/xml"), strings.HasSuffix(media, "json"), strings.HasSuffix(media, "javascript"):
		return media + "; charset=utf-8"
	}
	return media
}

// cleaned is p as a route would be written: no dots, no doubled slashes, and no
// backslash, which a browser takes for a slash.
func cleaned(p string) string {
	clean := path.Clean("/" + strings.ReplaceAll(p, `\`, "/"))
	if clean != "/" && strings.HasSuffix(p, "/") {
		clean += "/"
	}
	return clean
}

// redirect leads to another path of this server, with the query kept. It is not
// permanent: a browser would remember it beyond the next edit.
func redirect(w http.ResponseWriter, r *http.Request, to string) {
	w.Header().Set("Cache-Control", "no-store")
	u := url.URL{Path: to, RawQuery: r.URL.RawQuery}
	http.Redirect(w, r, u.String(), http.StatusFound)
}

// plain answers with one sentence of text.
func (s *server) plain(w http.ResponseWriter, code int, key string) {
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(code)
	fmt.Fprint(w, say(s.lang, key))
}

// apology is the server's own page, for when the site has none to give. It needs
// no script: it asks again by itself.
func (s *server) apology(w http.ResponseWriter, r *http.Request, code int, key string, err error) {
	lang := "uk"
	if s.lang == "en" {
		lang = "en"
	}
	if s.forGuests {
		err = nil // it may name files
		if code == http.StatusServiceUnavailable || key == "page" {
			key = "guest wait"
		}
	}
	sentence := key
	if key == "page" {
		sentence = "broken"
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, `<!doctype html>
<html lang="%s">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="2">
<title>%s</title>
<h1>%[2]s</h1>
<p>%s</p>
`, lang, say(lang, key+" title"), say(lang, sentence))
	if err != nil {
		fmt.Fprintf(&b, "<pre>%s</pre>\n", html.EscapeString(err.Error()))
	}
	if key == "missing" {
		fmt.Fprintf(&b, "<p><a href=\"/\">%s</a></p>\n", say(lang, "home"))
	}
	h := w.Header()
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Security-Policy", "default-src 'none'")
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Length", strconv.Itoa(b.Len()))
	w.WriteHeader(code)
	if r.Method != http.MethodHead {
		w.Write(b.Bytes())
	}
}
