package serve

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Every way in which folders change is noticed, with what the system tells and
// without.
func TestNoticed(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(t *testing.T, s *site)
		path   string
		want   string
	}{
		{"a write", func(t *testing.T, s *site) { s.write(t, "content/a.html", "longer") }, "/a/", "longer"},
		{"the same size", func(t *testing.T, s *site) { s.write(t, "content/a.html", "new") }, "/a/", "new"},
		{"save by rename", func(t *testing.T, s *site) { s.replace(t, "content/a.html", "renamed") }, "/a/", "renamed"},
		{"a new file", func(t *testing.T, s *site) { s.write(t, "content/b.html", "b") }, "/b/", "b"},
		{"new folders", func(t *testing.T, s *site) { s.write(t, "content/x/y/z/b.html", "b") }, "/x/y/z/b/", "b"},
		{"a removal", func(t *testing.T, s *site) { s.remove(t, "content/a.html") }, "/a/", "no page /a/"},
		{"a folder removed", func(t *testing.T, s *site) { s.remove(t, "content/dir") }, "/dir/in/c/", "no page /dir/in/c/"},
		{"a folder renamed", func(t *testing.T, s *site) { s.rename(t, "content/dir", "content/moved") }, "/moved/in/c/", "c"},
		{"a folder moved down", func(t *testing.T, s *site) {
			s.write(t, "content/below/x.html", "x")
			s.rename(t, "content/dir", "content/below/dir")
		}, "/below/dir/in/c/", "c"},
		{"the root replaced", func(t *testing.T, s *site) {
			s.write(t, "other/a.html", "other")
			s.remove(t, "content")
			s.rename(t, "other", "content")
		}, "/a/", "other"},
		{"an older file put in place", func(t *testing.T, s *site) {
			old := time.Now().Add(-time.Hour)
			s.write(t, "aside.html", "now")
			if err := os.Chtimes(s.path("aside.html"), old, old); err != nil {
				t.Fatal(err)
			}
			s.rename(t, "aside.html", "content/a.html")
		}, "/a/", "now"},
	} {
		files := map[string]string{"content/a.html": "old", "content/dir/in/c.html": "c"}
		t.Run(c.name, func(t *testing.T) {
			s := newSite(t, files)
			p := s.run(t)
			p.shows(t, "/a/", "old")
			c.change(t, s)
			p.shows(t, c.path, c.want)
			// What stands there now is watched too.
			again := "content" + c.path[:len(c.path)-1] + ".html"
			s.write(t, again, "again")
			p.shows(t, c.path, "again")
		})
	}
}

// A folder that is not there at the start is watched when it comes.
func TestLaterRoot(t *testing.T) {
	s := newSite(t, map[string]string{"content/a.html": "{css}"})
	p := s.run(t)
	p.get(t, "/a/")
	for _, css := range []string{"first", "second"} {
		s.write(t, "assets/site.css", css)
		p.shows(t, "/a/", "<link rel=stylesheet href=../assets/site."+digest(css)+".css>")
	}
	s.remove(t, "assets")
	p.shows(t, "/a/", "<link rel=stylesheet href=../assets/site."+digest("")+".css>")
	s.write(t, "assets/site.css", "third")
	p.shows(t, "/a/", "<link rel=stylesheet href=../assets/site."+digest("third")+".css>")
}

// Files of editors and skipped folders do not load.
func TestTemporary(t *testing.T) {
	s := newSite(t, map[string]string{"content/a.html": "a"})
	p := run(t, Options{Load: s.load, Dirs: []string{s.dir}, Skip: []string{s.path("public")}})
	p.get(t, "/a/")
	for _, name := range []string{"content/.a.html.swp", "content/a.html~", "content/~$a.html", "content/.#a.html",
		"content/#a.html#", "content/4913", "content/x.tmp", "content/.git/index", "public/a/index.html", "content/Thumbs.db"} {
		s.write(t, name, "x")
	}
	s.write(t, "content/last.html", "last")
	p.shows(t, "/last/", "last")
	for _, changed := range s.told()[1:] {
		for _, path := range changed {
			if path != s.path("content/last.html") {
				t.Errorf("told of %q", path)
			}
		}
	}
}

// What a load is told: exactly what changed.
func TestTold(t *testing.T) {
	s := newSite(t, map[string]string{"content/a.html": "a", "content/dir/b.html": "b"})
	p := s.run(t)
	p.get(t, "/a/")
	if told := s.told(); told[0] != nil {
		t.Errorf("the first load was told %q", told)
	}
	s.write(t, "content/dir/b.html", "new")
	p.shows(t, "/dir/b/", "new")
	for i, changed := range s.told() {
		if i < 2 && changed == nil {
			continue // a second one if the first did not wait for the first look
		}
		if want := []string{s.path("content/dir/b.html")}; !slices.Equal(changed, want) {
			t.Errorf("told %q, want %q", changed, want)
		}
	}
}

// fake is a watcher whose system the test plays.
type fake struct {
	*watcher
	events  chan fsnotify.Event
	errors  chan error
	limited error // of adding a folder

	mu    sync.Mutex
	loads []load
	added map[string]int // how often a folder was to be watched
}

type load struct {
	at      time.Time
	changed []string
}

// play runs a watcher in the bubble of synctest until the test ends.
func play(t *testing.T, s *site, limited error) *fake {
	f := &fake{events: make(chan fsnotify.Event), errors: make(chan error), limited: limited, added: map[string]int{}}
	f.watcher = &watcher{
		table: newTable([]string{s.path("content")}, nil),
		hints: newHints(),
		log:   func(Event) {},
		submit: func(changed []string, heard uint64) {
			if changed == nil || len(changed) > 0 {
				f.mu.Lock()
				f.loads = append(f.loads, load{time.Now(), changed})
				f.mu.Unlock()
			}
			f.hints.reached(heard)
		},
		notifier: notifier{
			events: f.events,
			errors: f.errors,
			add: func(dir string) error {
				f.mu.Lock()
				defer f.mu.Unlock()
				f.added[dir]++
				return f.limited
			},
			remove: func(string) error { return nil },
			close:  func() error { close(f.events); return nil },
		},
	}
	ctx, cancel := context.WithCancel(t.Context())
	var group sync.WaitGroup
	group.Go(func() { f.run(ctx) })
	t.Cleanup(func() { cancel(); group.Wait() })
	synctest.Wait()
	f.taken() // of the beginning
	return f
}

// taken is the loads since the last call.
func (f *fake) taken() []load {
	synctest.Wait()
	f.mu.Lock()
	defer f.mu.Unlock()
	loads := f.loads
	f.loads = nil
	return loads
}

func (f *fake) tell(path string) { f.events <- fsnotify.Event{Name: path, Op: fsnotify.Write} }

// A save in several steps makes one load, when it is quiet.
func TestQuiet(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newSite(t, map[string]string{"content/a.html": "a"})
		f := play(t, s, nil)
		start := time.Now()
		for i := range 3 {
			s.write(t, "content/a.html", fmt.Sprint("step ", i))
			f.tell(s.path("content/a.html"))
			time.Sleep(10 * time.Millisecond)
		}
		time.Sleep(time.Second)
		loads := f.taken()
		if len(loads) != 1 || loads[0].at.Sub(start) != 20*time.Millisecond+quietTime {
			t.Errorf("loads %v after %v", loads, start)
		}
	})
}

// Who never stops writing is not waited for longer than the limit.
func TestRestless(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newSite(t, map[string]string{"content/a.html": "a"})
		f := play(t, s, nil)
		start := time.Now()
		for i := range 50 {
			s.write(t, "content/a.html", fmt.Sprintf("%*d", i, i))
			f.tell(s.path("content/a.html"))
			time.Sleep(10 * time.Millisecond)
		}
		loads := f.taken()
		if len(loads) != 1 || loads[0].at.Sub(start) != restlessTime {
			t.Errorf("loads %v after %v", loads, start)
		}
	})
}

// A request does not wait for quiet.
func TestSettle(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newSite(t, map[string]string{"content/a.html": "a"})
		f := play(t, s, nil)
		s.write(t, "content/a.html", "changed")
		f.tell(s.path("content/a.html"))
		synctest.Wait()
		start := time.Now()
		f.hints.settle(t.Context())
		if took := time.Since(start); took != 0 {
			t.Errorf("waited %v", took)
		}
		if loads := f.taken(); len(loads) != 1 || !slices.Equal(loads[0].changed, []string{s.path("content/a.html")}) {
			t.Errorf("loads %v", loads)
		}
		f.hints.settle(t.Context()) // nothing to wait for
	})
}

// A wait for a load that hangs has an end.
func TestSettleLimit(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHints()
		h.hear("content/a.html", wrote)
		ctx, cancel := context.WithTimeout(t.Context(), settleLimit)
		defer cancel()
		start := time.Now()
		h.settle(ctx)
		if took := time.Since(start); took != settleLimit {
			t.Errorf("waited %v", took)
		}
	})
}

// An event for a file that is as it was does not load.
func TestNothingChanged(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newSite(t, map[string]string{"content/a.html": "a"})
		f := play(t, s, nil)
		f.events <- fsnotify.Event{Name: s.path("content/a.html"), Op: fsnotify.Chmod}
		f.tell(s.path("content/a.html.swp"))
		f.tell(s.path("elsewhere"))
		time.Sleep(time.Minute)
		if loads := f.taken(); len(loads) != 0 {
			t.Errorf("loads %v", loads)
		}
	})
}

// Lost events: everything is looked at.
func TestOverflow(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newSite(t, map[string]string{"content/a.html": "a", "content/dir/b.html": "b"})
		f := play(t, s, nil)
		s.write(t, "content/dir/b.html", "changed")
		s.write(t, "content/new/c.html", "new")
		start := time.Now()
		f.errors <- fsnotify.ErrEventOverflow
		time.Sleep(time.Second)
		loads := f.taken()
		want := []string{s.path("content/dir/b.html"), s.path("content/new")}
		if len(loads) != 1 || loads[0].at.Sub(start) != quietTime || !slices.Equal(loads[0].changed, want) {
			t.Errorf("loads %v, want %q", loads, want)
		}
	})
}

// More changes than are worth remembering: the same.
func TestManyHints(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newSite(t, map[string]string{"content/a.html": "a"})
		f := play(t, s, nil)
		s.write(t, "content/a.html", "changed")
		for i := range hintsAtMost + 10 {
			f.tell(s.path(fmt.Sprintf("content/%d.html", i)))
		}
		time.Sleep(time.Second)
		loads := f.taken()
		if len(loads) != 1 || !slices.Equal(loads[0].changed, []string{s.path("content/a.html")}) {
			t.Errorf("loads %v", loads)
		}
	})
}

// Where the system tells nothing, the sweeps find it: with folders that could not
// be watched, and with events that never came.
func TestSweep(t *testing.T) {
	for _, limited := range []error{nil, errors.New("no space left on device")} {
		synctest.Test(t, func(t *testing.T) {
			s := newSite(t, map[string]string{"content/a.html": "a", "content/dir/b.html": "b"})
			f := play(t, s, limited)
			for _, change := range []func(){
				func() { s.write(t, "content/dir/b.html", "changed") },
				func() { s.write(t, "content/new/c.html", "new") },
				func() { s.rename(t, "content/new", "content/newer") },
				func() { s.remove(t, "content/dir") },
				func() { s.remove(t, "content") },
				func() { s.write(t, "content/a.html", "back") },
			} {
				change()
				time.Sleep(sweepPause + time.Millisecond)
				if loads := f.taken(); len(loads) != 1 {
					t.Errorf("limited %v: loads %v", limited, loads)
				}
			}
			time.Sleep(time.Minute)
			if loads := f.taken(); len(loads) != 0 {
				t.Errorf("loads without a change: %v", loads)
			}
		})
	}
}

// A site that is put in the place of another is seen at once, and watched: its folders have the names of the old ones, which the system still
// watches where they are now.
func TestReplacedSite(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newSite(t, map[string]string{"content/dir/a.html": "a"})
		f := play(t, s, nil)
		f.mu.Lock()
		before := maps.Clone(f.added)
		f.mu.Unlock()
		if before[filepath.Dir(s.dir)] == 0 {
			t.Fatalf("nothing would tell of the site's folder: %v", before)
		}
		s.write(t, "content/dir/a.html", "of another site")
		f.events <- fsnotify.Event{Name: s.dir, Op: fsnotify.Create}
		time.Sleep(quietTime + time.Millisecond)
		if loads := f.taken(); len(loads) != 1 {
			t.Errorf("loads %v", loads)
		}
		f.mu.Lock()
		defer f.mu.Unlock()
		for _, dir := range []string{"content", "content/dir", ""} {
			if f.added[s.path(dir)] == before[s.path(dir)] {
				t.Errorf("%q is not watched anew", dir)
			}
		}
	})
}

// Two writes of one size within a tick of the clock: the second is not missed.
func TestSameTick(t *testing.T) {
	s := newSite(t, map[string]string{"content/a.html": "one"})
	name := s.path("content/a.html")
	table := newTable([]string{s.path("content")}, nil)
	table.watch = func(string) error { return nil }
	table.unwatch = table.watch
	table.check("", false)
	table.found()

	table.look(name, wrote) // nothing differs, but it is fresh
	if got := table.found(); !slices.Equal(got, []string{name}) {
		t.Errorf("told by the system: %q", got)
	}
	old := table.folders[filepath.Dir(name)]["a.html"]
	settled := time.Now().Add(-time.Minute)
	if err := os.Chtimes(name, settled, settled); err != nil {
		t.Fatal(err)
	}
	old.time = settled.UnixNano() // as if it had been seen a minute ago
	table.folders[filepath.Dir(name)]["a.html"] = old
	table.check(filepath.Dir(name), false)
	if got := table.found(); len(got) != 0 {
		t.Errorf("by a sweep beside the system: %q", got)
	}
	table.folders[filepath.Dir(name)]["a.html"] = old
	for _, want := range []int{1, 0} {
		table.check(filepath.Dir(name), true)
		if got := table.found(); len(got) != want {
			t.Errorf("by polling: %q, want %d", got, want)
		}
	}
	table.look(name, wrote) // old by now: the clock can be trusted
	if got := table.found(); len(got) != 0 {
		t.Errorf("told of a write long ago: %q", got)
	}
}

// The watch of a folder that moves is renewed under its new name.
func TestMovedFolderIsWatched(t *testing.T) {
	s := newSite(t, map[string]string{"content/dir/in/c.html": "c"})
	watched := map[string]bool{}
	table := newTable([]string{s.path("content")}, nil)
	table.watch = func(dir string) error { watched[dir] = true; return nil }
	table.unwatch = func(dir string) error { delete(watched, dir); return nil }
	table.check("", false)
	table.found()
	s.rename(t, "content/dir", "content/moved")
	table.look(s.path("content/moved"), made)
	delete(watched, s.path("content/moved")) // inotify has one watch for both names
	table.look(s.path("content/dir"), touched)
	if got, want := table.found(), []string{s.path("content/moved"), s.path("content/dir")}; !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
	for _, dir := range []string{"content", "content/moved", "content/moved/in"} {
		if !watched[s.path(dir)] {
			t.Errorf("%s is not watched", dir)
		}
	}
	if len(watched) != 3 {
		t.Errorf("watched: %v", watched)
	}
}
