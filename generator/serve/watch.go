package serve

import (
	"context"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"
)

const (
	// sweepPause is the least time between two looks at everything.
	sweepPause = 2 * time.Second

	// A sweep costs at most this share of the time; a larger one where the system
	// does not tell of changes and sweeps are all there is.
	sweepShare = 100
	pollShare  = 20

	// A sweep goes in slices, so that a hint does not wait for its end.
	sliceTime  = 2 * time.Millisecond
	slicePause = 8 * time.Millisecond

	// patience is how long the first load waits for the first sweep.
	patience = 50 * time.Millisecond
)

// notifier is what the system tells of changes, as package fsnotify has it. The one of
// Windows is our own: see notify_windows.go.
type notifier struct {
	events <-chan fsnotify.Event
	errors <-chan error
	add    func(folder string) error
	remove func(folder string) error
	close  func() error
}

// watcher finds changes and submits them.
type watcher struct {
	table    *table
	hints    *hints
	submit   func(changed []string, heard uint64)
	log      func(Event)
	notifier notifier

	queue   []string // folders that the running sweep has still to check
	spent   time.Duration
	limited bool // it was said that folders are not watched
}

func newWatcher(o Options, h *hints, l *loader, log func(Event)) *watcher {
	table := newTable(o.Dirs, o.Skip)
	return &watcher{
		table:    table,
		hints:    h,
		submit:   l.submit,
		log:      log,
		notifier: notify(table.roots),
	}
}

// run watches until ctx ends. The events are received in a goroutine of their
// own, which calls nothing of fsnotify: that may hold its lock while it delivers.
func (w *watcher) run(ctx context.Context) {
	var group sync.WaitGroup
	defer group.Wait()
	defer w.notifier.close()
	if w.notifier.events != nil {
		group.Go(w.listen)
	}
	looked := make(chan struct{})
	group.Go(func() {
		defer close(looked)
		w.lookFirst(ctx)
	})

	quiet, timer := time.NewTimer(0), time.NewTimer(patience)
	quiet.Stop()
	defer quiet.Stop()
	defer timer.Stop()
	for looking := true; ; {
		if wait, pending := w.hints.due(time.Now()); pending {
			quiet.Reset(wait)
		}
		select {
		case <-ctx.Done():
			return
		case <-w.hints.wake:
		case <-looked:
			looking, looked = false, nil
			w.submit(nil, 0)
			w.tellLimits()
			timer.Reset(w.pause())
		case <-quiet.C:
			if looking {
				w.submit(nil, w.hints.take().heard) // the table cannot tell yet what it was
			} else {
				w.follow()
			}
		case <-timer.C:
			if looking {
				w.submit(nil, 0)
			} else {
				timer.Reset(w.sweep())
			}
		}
	}
}

// lookFirst enters everything in the table. The first load waits for it a moment;
// on a large site that load is early, and one more follows, in case something
// changed in between.
func (w *watcher) lookFirst(ctx context.Context) {
	w.table.watch, w.table.unwatch = w.notifier.add, w.notifier.remove
	w.table.ended = ctx.Done()
	w.watchAbove()
	start := time.Now()
	w.table.check("", false)
	w.table.found()
	w.spent = time.Since(start)
}

// watchAbove watches the folders in which the roots lie, which tell of a root that comes or goes, and those above them: a site that is put in the
// place of another brings its roots along, and of these the system says nothing. They give hints only; nothing is lost if one cannot be watched.
func (w *watcher) watchAbove() {
	for _, root := range w.table.roots {
		if site := filepath.Dir(root); site != root {
			w.notifier.add(site)
			w.notifier.add(filepath.Dir(site))
		}
	}
}

// replaced reports whether an event tells that a folder in which roots lie has come or gone.
func (w *watcher) replaced(path string, e fsnotify.Event) bool {
	return (e.Has(fsnotify.Create) || e.Has(fsnotify.Rename) || e.Has(fsnotify.Remove)) &&
		slices.ContainsFunc(w.table.roots, func(root string) bool { return filepath.Dir(root) == path })
}

// listen turns events into hints until the notifier is closed.
func (w *watcher) listen() {
	errors := w.notifier.errors
	for {
		select {
		case e, ok := <-w.notifier.events:
			if !ok {
				return
			}
			switch path := filepath.Clean(e.Name); {
			case w.table.concerns(path):
				w.hints.hear(path, signOf(e))
			case w.replaced(path, e):
				w.hints.hearAll()
			}
		case _, ok := <-errors:
			if !ok {
				errors = nil
				continue
			}
			w.hints.hearAll() // an overflow, as a rule: events were lost
		}
	}
}

func signOf(e fsnotify.Event) sign {
	switch {
	case e.Has(fsnotify.Create):
		return made
	case e.Has(fsnotify.Write):
		return wrote
	default:
		return touched
	}
}

// follow looks at what was heard of and submits what changed.
func (w *watcher) follow() {
	b := w.hints.take()
	if b.all {
		for _, dir := range w.table.everything() {
			w.table.check(dir, false)
		}
		w.watchAbove()
		w.table.observeAll() // a folder may have been replaced unheard
	}
	// What is gone goes first: a folder that has moved must not be taken for two.
	var there []string
	for path, sign := range b.paths {
		if vanished(path) {
			w.table.look(path, sign)
		} else {
			there = append(there, path)
		}
	}
	slices.Sort(there) // a folder before what it holds
	for _, path := range there {
		w.table.look(path, b.paths[path])
	}
	w.submitFound(b.heard)
}

// submitFound passes on what the table found, and how far the hints were followed.
func (w *watcher) submitFound(heard uint64) {
	changed := w.table.found()
	if len(changed) > 0 || heard > 0 {
		slices.Sort(changed)
		w.submit(append([]string{}, slices.Compact(changed)...), heard)
	}
}

// tellLimits says once that the system does not tell of all changes.
func (w *watcher) tellLimits() {
	for _, err := range w.table.unwatched {
		if !w.limited {
			w.log(Event{Kind: WatchLimited, Err: err})
		}
		w.limited = true
		return
	}
	w.limited = false
}

// sweep checks some folders more and returns how long to pause.
func (w *watcher) sweep() time.Duration {
	if w.queue == nil {
		w.queue, w.spent = w.table.everything(), 0
	}
	polling := len(w.table.unwatched) > 0
	start := time.Now()
	for len(w.queue) > 0 && time.Since(start) < sliceTime {
		w.table.check(w.queue[0], polling)
		w.queue = w.queue[1:]
	}
	w.spent += time.Since(start)
	if len(w.queue) > 0 {
		w.submitFound(0)
		return slicePause
	}
	w.queue = nil
	w.submitFound(0)
	w.tellLimits()
	return w.pause()
}

// pause is how long to wait between two sweeps.
func (w *watcher) pause() time.Duration {
	share := time.Duration(sweepShare)
	if len(w.table.unwatched) > 0 {
		share = pollShare
	}
	return max(sweepPause, share*w.spent)
}
