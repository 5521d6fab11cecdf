package tests

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// looked are the pages in which nothing was found today, so that a run over every page that breaks off goes on where it was. A page is what its
// bytes are, whose addresses name the styles and scripts by their digests; the checks are what this program is. One changed bit, and it is
// looked at again.
type looked struct {
	name  string // of the file
	tests string // digest of this program
	clean map[string]bool
}

func lookedAt(t *testing.T) *looked {
	t.Helper()
	l := &looked{clean: map[string]bool{}}
	if !*every {
		return l
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	l.tests = digest(read(t, program) + browserVersion())
	l.name = filepath.Join(os.TempDir(), "vitryna-looked-"+time.Now().Format(time.DateOnly))
	kept, _ := os.ReadFile(l.name) // none yet
	for line := range strings.Lines(string(kept)) {
		l.clean[strings.TrimSpace(line)] = true
	}
	return l
}

// key is the page with all that decides what is found in it.
func (l *looked) key(t *testing.T, page string) string {
	name := page
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	return digest(l.tests + name + read(t, public+"/"+name))
}

func (l *looked) before(t *testing.T, page string) bool {
	return l.name != "" && l.clean[l.key(t, page)]
}

// add remembers a page without a fault, at once: the run may be broken off before the next.
func (l *looked) add(t *testing.T, page string) {
	if l.name == "" {
		return
	}
	f, err := os.OpenFile(l.name, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o666)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() // unchecked: what is not written is looked at again
	fmt.Fprintln(f, l.key(t, page))
}

func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:16])
}
