package tests

import (
	"bytes"
	"compress/gzip"
	"io/fs"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
)

// hosting serves the site in a folder of its host as a plain web hosting does: packed, with its page for wrong addresses, and with leave
// to keep what is named by its content.
type hosting struct {
	packed sync.Map // by the file's name
}

const folder = "/som-hub/"

func (h *hosting) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name, ours := strings.CutPrefix(r.URL.Path, folder)
	name = strings.TrimSuffix(filepath.ToSlash(filepath.Clean(name)), "/")
	info, err := fs.Stat(os.DirFS(public), name)
	if err == nil && info.IsDir() && ours {
		if !strings.HasSuffix(r.URL.Path, "/") {
			http.Redirect(w, r, r.URL.Path+"/", http.StatusMovedPermanently)
			return
		}
		name = path.Join(name, "index.html")
		_, err = fs.Stat(os.DirFS(public), name)
	}
	status := http.StatusOK
	if !ours || err != nil {
		name, status = "404.html", http.StatusNotFound
	}
	kind, packs := media[path.Ext(name)]
	if !packs || status == http.StatusOK && !strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		if kind != "" {
			w.Header().Set("Content-Type", kind)
		}
		http.ServeFile(w, r, serveName(name)) // which knows of parts of a file and of its age
		return
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Cache-Control", "max-age=0, must-revalidate")
	if strings.HasPrefix(name, "assets/") {
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	if strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		w.Header().Set("Content-Encoding", "gzip")
		w.WriteHeader(status)
		w.Write(h.gzip(name)) // unchecked: the browser has gone
		return
	}
	data, _ := os.ReadFile(filepath.Join(public, name))
	w.WriteHeader(status)
	w.Write(data) // unchecked: the browser has gone
}

// serveName is a file as http.ServeFile wants it: it would lead from index.html away to the folder.
func serveName(name string) string {
	return filepath.Join(public, strings.TrimSuffix(name, "index.html"))
}

// media are the files that a hosting packs. Pictures and archives are packed already.
var media = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml",
	".json": "application/json", ".xml": "application/xml", ".txt": "text/plain; charset=utf-8", ".csv": "text/csv; charset=utf-8",
	".ics": "text/calendar; charset=utf-8", ".webmanifest": "application/manifest+json",
}

// gzip is a file of the site, packed as hostings do it by themselves: level 6.
func (h *hosting) gzip(name string) []byte {
	if data, ok := h.packed.Load(name); ok {
		return data.([]byte)
	}
	data, _ := os.ReadFile(filepath.Join(public, name))
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write(data) // unchecked: into memory
	z.Close()     // unchecked: into memory
	h.packed.Store(name, b.Bytes())
	return b.Bytes()
}
