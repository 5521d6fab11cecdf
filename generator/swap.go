package generator

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/filename"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// swapAtMost is the size of a text above which everything is loaded anew: from there on there is something to say about the size itself.
const swapAtMost = 512 << 10

// swapping is what the last [Loader.Reload] left for the next one.
type swapping struct {
	last   *Snapshot
	parser *content.Parser // of the texts of that snapshot
	hasty  bool            // a page is waited for: layouts are tried, and what was parsed is written, the next time
}

// Reload is Load after changes of the files named, by their names in the site's folder; nil: anything may have changed. Where nothing but a text has changed, the
// model stays, and the page gets its new text: that takes a few milliseconds however large the site is. The snapshot before shows that text from then on as well.
//
// The first call hurries, for somebody waits for the first page: its snapshot is Hasty. It is for the preview, and for one goroutine. Any doubt is a Load.
func (l *Loader) Reload(ctx context.Context, changed []string) (*Snapshot, error) {
	last := l.swap
	l.swap = swapping{hasty: l.memory.docsTheme == nil}
	if last.last != nil && len(changed) > 0 {
		if s := l.retexted(last, changed); s != nil {
			last.last = s
			l.swap = last
			return s, nil
		}
	}
	s, err := l.Load(ctx)
	hasty := l.swap.hasty
	l.swap = swapping{}
	switch {
	case err != nil:
		return nil, err
	case hasty && s.model != nil: // else there is no rest of it
		s.Hasty = true
	case s.model != nil && l.Preview && l.Folder != "":
		l.swap = swapping{last: s, parser: parserOf(l.memory.docsTheme, &s.model.Config)}
	}
	return s, nil
}

// retexted is the snapshot after a change of one text, or nil.
func (l *Loader) retexted(last swapping, changed []string) *Snapshot {
	s := last.last
	if len(changed) != 1 || !s.Turns.IsZero() || ukrainian.DateOf(l.Now) != s.model.Now {
		return nil
	}
	f, data, ok := l.saved(s, changed[0])
	if !ok {
		return nil
	}
	// A file with an error is shown as it was when it had none: that is another document than the one whose face is known.
	was, before := l.memory.docs[f.File], l.kept.now[f.File]
	if was == nil || was.parsed.Problems.Stops() || before == nil || len(was.parsed.Docs) != 1 || len(was.parsed.Works) > 0 || len(before.faces) != 1 {
		return nil
	}
	others, ok := without(s.Problems, f.File, was.parsed.Problems)
	if !ok {
		return nil
	}
	now := last.parser.Parse(f.File, data)
	kept, err := l.kept.kinds.Keep(now)
	if err != nil || len(now.Docs) != 1 || now.Problems.Stops() || len(now.Works) > 0 || kept.Faces[0].Shown != before.faces[0].Shown {
		return nil
	}
	l.kept.add(l.Root, last.parser, f, data, now)
	l.memory.keep(f, now)
	if !s.model.Retext(was.parsed.Docs[0], now.Docs[0]) {
		return nil
	}
	next := *s
	if own := l.finishProblems(ofDraft(now.Problems, s.model.IsDraft(now.Docs[0]))); len(own) > 0 || len(others) < len(s.Problems) {
		next.Problems = append(others, own...)
		next.Problems.Sort()
	}
	h := sha256.New()
	fmt.Fprintf(h, "%s\x00%s\x00%x", s.Build, f.File, sha256.Sum256(data))
	next.Build = hex.EncodeToString(h.Sum(nil)[:8])
	return &next
}

// ofDraft are the problems of a text, told as those of a draft if it is one.
func ofDraft(list problem.List, draft bool) problem.List {
	list = slices.Clone(list)
	for i := range list {
		list[i].Draft = list[i].Draft || draft
	}
	return list
}

// saved is a text of the snapshot as it lies there now; ok is false where it is no longer an ordinary text, or was none.
func (l *Loader) saved(s *Snapshot, file string) (f content.Found, data []byte, ok bool) {
	if !strings.HasSuffix(file, ".md") || !slices.ContainsFunc(s.found, func(f content.Found) bool { return f.File == file && f.Text }) {
		return f, nil, false
	}
	info, err := os.Lstat(filepath.Join(l.Folder, filepath.FromSlash(file)))
	if err != nil || !filename.Regular(info.Mode()) || info.Size() > swapAtMost {
		return f, nil, false
	}
	data, err = fs.ReadFile(l.Root, file)
	return content.Found{File: file, Size: info.Size(), Time: info.ModTime(), Text: true}, data, err == nil && len(data) <= swapAtMost
}

// without is a list without the problems of a file. ok is false where these are not just the ones that reading it had found: then the site knows more about it, and where
// that stands may move with the text; or where a problem of another file names it.
func without(list problem.List, file string, read problem.List) (others problem.List, ok bool) {
	found := map[string]bool{}
	for _, p := range read {
		found[placeOf(p)] = true
	}
	for _, p := range list {
		if p.File == file {
			if !found[placeOf(p)] {
				return nil, false
			}
			continue
		}
		for _, arg := range p.Args {
			if strings.Contains(arg, file) {
				return nil, false
			}
		}
		others = append(others, p)
	}
	return others, true
}

// placeOf tells one problem of a file from another.
func placeOf(p problem.Problem) string { return fmt.Sprint(p.Code, p.Line, p.Column, p.Args) }

// late is something that is made of all texts when it is asked for, and kept until one of them becomes another.
type late[T any] struct {
	model *site.Site
	make  func() (T, error)

	mu   sync.Mutex
	done bool
	turn uint64
	made T
	err  error
}

func (l *late[T]) get() (T, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if turn := l.model.Turn(); !l.done || l.turn != turn {
		l.made, l.err = l.make()
		l.done, l.turn = true, turn
	}
	return l.made, l.err
}
