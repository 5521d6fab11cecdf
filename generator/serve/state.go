package serve

import (
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
)

// state is what is shown at one moment. It does not change, but for its memory of
// faces, which only spares work.
type state struct {
	snap     *Snapshot // nil until a load has succeeded
	previous *Snapshot // the one before: pages of it still ask for their assets
	trouble  error     // of the last load
	problems problems  // of both
	faces    *faces
}

// after is the state that follows old (nil: the first) when a load has ended.
func (old *state) after(snap *Snapshot, err error, lang string) *state {
	next := &state{trouble: err, faces: newFaces()}
	if old != nil {
		next.snap, next.previous, next.faces = old.snap, old.previous, old.faces
	}
	if err == nil {
		if next.snap == nil || next.snap.Build != snap.Build || snap.Build == "" {
			next.previous, next.faces = next.snap, newFaces()
		}
		next.snap = snap
	}
	next.problems = show(next, lang)
	return next
}

// answer is what a path gives.
type answer struct {
	data  []byte
	media string
	found bool // there is such a route
}

// open renders a path; a panic becomes an error.
func (s *state) open(path string) (answer, error) {
	return open(s.snap, path)
}

func open(snap *Snapshot, path string) (a answer, err error) {
	defer recovered(&err)
	a.data, a.media, a.found, err = snap.Render(path)
	return a, err
}

// missing is the 404 page of a path; it may be empty.
func (s *state) missing(path string) (data []byte, err error) {
	if s.snap.NotFound == nil {
		return nil, nil
	}
	defer recovered(&err)
	return s.snap.NotFound(path)
}

// face is what a tab at path would show, rendered at most once in this state.
func (s *state) face(path string) (face, error) {
	return s.faces.get(path, func() (face, error) {
		a, err := s.open(path)
		if err == nil && !a.found {
			a.data, err = s.missing(path)
		}
		if err != nil {
			return face{}, err
		}
		return faceOf(path, a.data), nil
	})
}

// Panic is the error made of a panic in a function of the caller.
type Panic struct {
	Value any
	Where string // the line that panicked: whoever mends it looks there
}

func (p *Panic) Error() string { return fmt.Sprintf("panic: %v (%s)", p.Value, p.Where) }

// recovered turns a panic into an error; it is deferred.
func recovered(err *error) {
	if v := recover(); v != nil {
		*err = &Panic{Value: v, Where: panicked()}
	}
}

// panicked is the line that panicked: the first below [recovered] that is not of the runtime.
func panicked() string {
	calls := make([]uintptr, 32)
	frames := runtime.CallersFrames(calls[:runtime.Callers(3, calls)])
	for {
		frame, more := frames.Next()
		if !strings.HasPrefix(frame.Function, "runtime.") || !more {
			return fmt.Sprintf("%s:%d", filepath.Base(frame.File), frame.Line)
		}
	}
}

// faces remembers the face of every page asked for in one state.
type faces struct {
	mu     sync.Mutex
	known  map[string]*knownFace
	failed map[string]bool // the paths of which it was said that they do not render

	// slots bounds the renders for tabs, so that two hundred of them do not keep
	// a request waiting.
	slots chan struct{}
}

type knownFace struct {
	once sync.Once
	face face
	err  error
}

func newFaces() *faces {
	return &faces{
		known:  map[string]*knownFace{},
		failed: map[string]bool{},
		slots:  make(chan struct{}, runtime.GOMAXPROCS(0)),
	}
}

func (f *faces) get(path string, render func() (face, error)) (face, error) {
	f.mu.Lock()
	k := f.known[path]
	if k == nil {
		k = &knownFace{}
		f.known[path] = k
	}
	f.mu.Unlock()
	k.once.Do(func() {
		f.slots <- struct{}{}
		defer func() { <-f.slots }()
		k.face, k.err = render()
	})
	return k.face, k.err
}

// put records what was served over HTTP: it is what the tab compares with, even
// if a layout gives other bytes each time. So no page can reload for ever.
func (f *faces) put(path string, shown face) {
	k := &knownFace{face: shown}
	k.once.Do(func() {})
	f.mu.Lock()
	f.known[path] = k
	f.mu.Unlock()
}

// fails notes that path does not render, and is true the first time.
func (f *faces) fails(path string) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	first := !f.failed[path]
	f.failed[path] = true
	return first
}
