package serve

import (
	"context"
	"sync"
	"time"
)

const (
	// quietTime is how long the folders must be quiet before they are looked at:
	// an editor saves in several steps.
	quietTime = 30 * time.Millisecond

	// restlessTime bounds the wait for quiet.
	restlessTime = 300 * time.Millisecond

	// hintsAtMost is how many paths are remembered before everything is looked at.
	hintsAtMost = 2000
)

// hints is what was heard of changes, and how far the server has followed them.
// Many write it, the watcher takes from it, requests wait on it.
type hints struct {
	mu    sync.Mutex
	paths map[string]sign
	all   bool      // something was missed: look at everything
	first time.Time // when the oldest of these was heard
	last  time.Time // and the youngest
	hurry bool      // a request waits: do not wait for quiet

	heard    uint64        // counts what was heard
	done     uint64        // what of it the current state holds
	advanced chan struct{} // closed and replaced when done grows
	wake     chan struct{} // of capacity one, for the watcher; closed by nobody
}

func newHints() *hints {
	return &hints{
		paths:    map[string]sign{},
		advanced: make(chan struct{}),
		wake:     make(chan struct{}, 1),
	}
}

// hear notes a sign of change at path.
func (h *hints) hear(path string, s sign) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if !h.all {
		h.paths[path] = max(h.paths[path], s)
		if len(h.paths) > hintsAtMost {
			h.all = true
			clear(h.paths)
		}
	}
	h.note()
}

// hearAll notes that anything may have changed.
func (h *hints) hearAll() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.all = true
	clear(h.paths)
	h.note()
}

func (h *hints) note() {
	h.last = time.Now()
	if h.first.IsZero() {
		h.first = h.last
	}
	h.heard++
	h.rouse()
}

func (h *hints) rouse() {
	select {
	case h.wake <- struct{}{}:
	default:
	}
}

// due tells how long to wait before taking what was heard; false if it is nothing.
func (h *hints) due(now time.Time) (wait time.Duration, pending bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	switch {
	case h.first.IsZero():
		return 0, false
	case h.hurry:
		return 0, true
	}
	quiet, restless := h.last.Add(quietTime), h.first.Add(restlessTime)
	if restless.Before(quiet) {
		quiet = restless
	}
	return max(quiet.Sub(now), 0), true
}

// batch is what was heard up to a number.
type batch struct {
	paths map[string]sign
	all   bool
	heard uint64
}

// take empties h.
func (h *hints) take() batch {
	h.mu.Lock()
	defer h.mu.Unlock()
	b := batch{paths: h.paths, all: h.all, heard: h.heard}
	h.paths, h.all, h.hurry = map[string]sign{}, false, false
	h.first, h.last = time.Time{}, time.Time{}
	return b
}

// reached notes that the current state holds all that was heard up to n.
func (h *hints) reached(n uint64) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if n <= h.done {
		return
	}
	h.done = n
	close(h.advanced)
	h.advanced = make(chan struct{})
}

// settle waits until the current state holds all that has been heard by now, or
// until ctx ends. It cuts the wait for quiet short.
func (h *hints) settle(ctx context.Context) {
	h.mu.Lock()
	target := h.heard
	if h.done < target && !h.first.IsZero() {
		h.hurry = true
		h.rouse()
	}
	for h.done < target {
		advanced := h.advanced
		h.mu.Unlock()
		select {
		case <-advanced:
		case <-ctx.Done():
			return
		}
		h.mu.Lock()
	}
	h.mu.Unlock()
}
