package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// memory is a target in memory that can be told to fail. Its pages consist of the paths of their parts, one a line.
type memory struct {
	mu    sync.Mutex
	files map[string]string
	links map[string]bool
	ops   int
	cut   int   // from this operation on nothing gets through; 0: never
	after bool  // the operation at which it is cut is done, and its answer lost
	bumps []int // operations at which the line stumbles once

	check func(op string) // is called after every operation that changes something
}

var errCut = errors.New("cut for good")

// op counts an operation; do changes the target.
func (m *memory) op(name string, do func() error) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.ops++
	cut := m.cut > 0 && m.ops >= m.cut
	if cut && !(m.after && m.ops == m.cut) {
		return errCut
	}
	bump := slices.Contains(m.bumps, m.ops)
	if bump && !m.after {
		return ErrLine
	}
	err := do()
	if m.check != nil {
		m.check(name)
	}
	switch {
	case cut:
		return errCut
	case bump:
		return ErrLine
	}
	return err
}

func (m *memory) Close() error { return nil }

func (m *memory) Read(_ context.Context, name string) (data []byte, err error) {
	err = m.op("read", func() error {
		text, there := m.files[name]
		if !there {
			return fs.ErrNotExist
		}
		data = []byte(text)
		return nil
	})
	return data, err
}

func (m *memory) List(_ context.Context, dir string) (list []Entry, err error) {
	err = m.op("list", func() error {
		seen := map[string]bool{}
		for name, text := range m.files {
			rest := name
			if dir != "" {
				var below bool
				if rest, below = strings.CutPrefix(name, dir+"/"); !below {
					continue
				}
			}
			first, _, deeper := strings.Cut(rest, "/")
			if seen[first] {
				continue
			}
			seen[first] = true
			e := Entry{Name: first, Size: int64(len(text))}
			switch {
			case m.links[path.Join(dir, first)]:
				e.Kind = Strange
			case deeper:
				e.Kind, e.Size = Folder, 0
			}
			list = append(list, e)
		}
		if len(list) == 0 && dir != "" {
			return fs.ErrNotExist
		}
		return nil
	})
	return list, err
}

func (m *memory) Put(_ context.Context, name string, data []byte) error {
	return m.op("put "+name, func() error {
		for other := range m.files {
			if strings.HasPrefix(other, name+"/") || strings.HasPrefix(name, other+"/") {
				return fmt.Errorf("%s stands in the way of %s", other, name)
			}
		}
		m.files[name] = string(data)
		return nil
	})
}

func (m *memory) Remove(_ context.Context, name string) error {
	return m.op("remove "+name, func() error { delete(m.files, name); return nil })
}

// sites are three states of a site: between them pages and parts are new, changed and gone, and a file becomes a folder and back.
var sites = []map[string]string{
	{
		"index.html": "assets/site.1.css\nassets/site.1.js", "a/index.html": "assets/site.1.css\na/foto.1.jpg", "b/index.html": "assets/site.1.css\nassets/book.1.css",
		"assets/site.1.css": "1", "assets/site.1.js": "1", "assets/book.1.css": "1", "a/foto.1.jpg": "1", "sw.js": "one", "swap/x.txt": "1", "same.txt": "same", "robots.txt": "1",
	},
	{
		"index.html": "assets/site.2.css\nassets/site.1.js", "a/index.html": "assets/site.2.css\na/foto.2.jpg", "c/index.html": "assets/site.2.css\nc/d/foto.1.jpg",
		"assets/site.2.css": "2", "assets/site.1.js": "1", "a/foto.2.jpg": "22", "c/d/foto.1.jpg": "3", "sw.js": "two", "swap": "2", "same.txt": "same", "robots.txt": "2",
	},
	{
		"index.html": "assets/site.3.css\nassets/site.3.js", "b/index.html": "assets/site.3.css\nassets/book.1.css", "c/index.html": "assets/site.3.css",
		"assets/site.3.css": "3", "assets/site.3.js": "3", "assets/book.1.css": "1", "sw.js": "333", "swap/x.txt": "3", "same.txt": "same", "robots.txt": "3",
	},
}

// publisher is one computer that publishes.
type publisher struct {
	who  string
	seen []string
}

// publish publishes a site. The clock of the publications runs.
func (p *publisher) publish(target Target, site map[string]string, jobs int, takeOver bool) error {
	pub := p.publication(target, site, takeOver)
	pub.Jobs = jobs
	plan, err := pub.Plan(context.Background())
	if err != nil {
		return err
	}
	return pub.Run(context.Background(), plan)
}

// publication readies one.
func (p *publisher) publication(target Target, site map[string]string, takeOver bool) *Publication {
	pub := &Publication{
		Target: target, Who: p.who, When: time.Date(2026, 11, 20, 10, 0, 0, 0, time.UTC), Seen: p.seen, TakeOver: takeOver,
		Read:     func(name string) ([]byte, error) { return []byte(site[name]), nil },
		Remember: func(seen ...string) error { p.seen = slices.Clone(seen); return nil },
		Pause:    func(context.Context, time.Duration) error { return nil },
	}
	for _, name := range slices.Sorted(maps.Keys(site)) {
		data := []byte(site[name])
		pub.Files = append(pub.Files, File{name, int64(len(data)), Sum(data)})
	}
	return pub
}

// whole tells of the first page at a target that lacks a part.
func whole(files map[string]string) string {
	for name, text := range files {
		if strings.HasSuffix(name, ".html") {
			for part := range strings.Lines(text) {
				if _, there := files[strings.TrimSpace(part)]; !there {
					return name + " lacks " + part
				}
			}
		}
	}
	return ""
}

// others are files at a target that Vitryna did not put there.
var others = map[string]string{"foreign.txt": "keep", "a/foreign.txt": "keep", "cgi-bin/x": "keep"}

// finished are the files that a target must hold in the end.
func finished(site map[string]string) map[string]string {
	want := maps.Clone(others)
	maps.Copy(want, site)
	return want
}

func without(files map[string]string, name string) map[string]string {
	files = maps.Clone(files)
	delete(files, name)
	return files
}

// Whatever is published after whatever, and wherever the line is cut: at every moment every page has all its parts, and the next publication, of the same
// site or of another, ends as if nothing had been.
func TestCutAnywhere(t *testing.T) {
	for from := range sites {
		for to := range sites {
			for _, after := range []bool{false, true} {
				cutEverywhere(t, from, to, after)
			}
		}
	}
}

func cutEverywhere(t *testing.T, from, to int, after bool) {
	for cut := 1; ; cut++ {
		target := &memory{files: maps.Clone(others)}
		p := &publisher{who: "one"}
		if err := p.publish(target, sites[from], 1, false); err != nil {
			t.Fatal(err)
		}
		name := fmt.Sprintf("from %d to %d, cut at operation %d (done: %v)", from, to, cut, after)
		target.ops, target.cut, target.after = 0, cut, after
		target.check = func(op string) {
			if lack := whole(target.files); lack != "" {
				t.Fatalf("%s, after %s: %s", name, op, lack)
			}
		}
		err := p.publish(target, sites[to], 1, false)
		done := target.ops < cut
		if done != (err == nil) {
			t.Fatalf("%s: %v", name, err)
		}
		target.cut = 0
		next := (to + cut) % len(sites) // the site may be another by the time the line is back
		for _, site := range []int{next, to} {
			if err := p.publish(target, sites[site], 1, false); err != nil {
				t.Fatalf("%s, again: %v", name, err)
			}
			if diff := cmp.Diff(finished(sites[site]), without(target.files, ManifestFile)); diff != "" {
				t.Fatalf("%s, again:\n%s", name, diff)
			}
		}
		if done {
			if from == to && cut != 2 {
				t.Errorf("%d operations where nothing changed, not one", cut-1)
			}
			return
		}
	}
}

// Many lines at once, cut at random, stumble at random, and go on.
func TestCutManyAtOnce(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	target := &memory{files: maps.Clone(others)}
	target.check = func(op string) {
		if lack := whole(target.files); lack != "" {
			t.Errorf("after %s: %s", op, lack)
		}
	}
	p := &publisher{who: "one"}
	for range 300 {
		target.ops, target.cut, target.after = 0, 1+r.IntN(45), r.IntN(2) == 0
		target.bumps = []int{1 + r.IntN(40), 1 + r.IntN(40)}
		p.publish(target, sites[r.IntN(len(sites))], 4, false) // unchecked: it may well fail
		if t.Failed() {
			return
		}
	}
	target.cut = 0
	if err := p.publish(target, sites[1], 4, false); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(finished(sites[1]), without(target.files, ManifestFile)); diff != "" {
		t.Error(diff)
	}
}

// Only what changed travels, and a cut publication does not begin anew.
func TestOnlyWhatChanged(t *testing.T) {
	target := &memory{files: map[string]string{}}
	p := &publisher{who: "one"}
	var puts []string
	target.check = func(op string) {
		if name, put := strings.CutPrefix(op, "put "); put && name != ManifestFile {
			puts = append(puts, name)
		}
	}
	target.cut = 9
	if err := p.publish(target, sites[0], 1, false); !errors.Is(err, errCut) {
		t.Fatal(err)
	}
	before := len(puts)
	target.cut = 0
	for range 2 {
		if err := p.publish(target, sites[0], 1, false); err != nil {
			t.Fatal(err)
		}
	}
	if before == 0 || len(puts) != len(sites[0]) {
		t.Errorf("%d files travelled before the cut, %d in all, of %d", before, len(puts), len(sites[0]))
	}
	puts = nil
	changed := maps.Clone(sites[0])
	changed["sw.js"] = "other"
	if err := p.publish(target, changed, 1, false); err != nil || !slices.Equal(puts, []string{"sw.js"}) {
		t.Errorf("%v, %v", puts, err)
	}
}

func TestSomebodyElse(t *testing.T) {
	target := &memory{files: map[string]string{}}
	one, two := &publisher{who: "one"}, &publisher{who: "two"}
	if err := one.publish(target, sites[0], 1, false); err != nil {
		t.Fatal(err)
	}
	before := maps.Clone(target.files)
	var met *Others
	if err := two.publish(target, sites[1], 1, false); !errors.As(err, &met) || met.Who != "one" || met.When != "2026-11-20T10:00Z" || met.Files != len(sites[0]) {
		t.Fatalf("%v", err)
	}
	if diff := cmp.Diff(before, target.files); diff != "" {
		t.Fatalf("a refused publication wrote:\n%s", diff)
	}
	if err := two.publish(target, sites[1], 1, true); err != nil {
		t.Fatal(err)
	}
	if err := one.publish(target, sites[0], 1, false); !errors.As(err, &met) || met.Who != "two" {
		t.Errorf("%v", err)
	}
	// The same site taken over: nothing travels, and from then on it is one's own.
	if err := one.publish(target, sites[1], 1, true); err != nil {
		t.Fatal(err)
	}
	if err := one.publish(target, sites[2], 1, false); err != nil {
		t.Error(err)
	}
}

// Two publish at once: the one that finds the other's manifest stops.
func TestMeanwhile(t *testing.T) {
	target := &memory{files: map[string]string{}}
	one := &publisher{who: "one"}
	target.check = func(op string) {
		if op == "put index.html" {
			target.files[ManifestFile] += " "
		}
	}
	if err := one.publish(target, sites[0], 1, false); !errors.Is(err, ErrMeanwhile) {
		t.Error(err)
	}
}

func TestForeignInTheWay(t *testing.T) {
	tests := []struct {
		name, lies string
		link       bool
		hard       bool
		stands     string
	}{
		{"a file", "a/index.html", false, false, "a/index.html"},
		{"a link", "a/index.html", true, true, "a/index.html"},
		{"a folder", "a/index.html/x", false, true, "a/index.html"},
		{"a file for a folder", "a", false, true, "a"},
		{"a link for a folder", "a", true, true, "a"},
	}
	for _, test := range tests {
		for _, takeOver := range []bool{false, true} {
			target := &memory{files: map[string]string{test.lies: "foreign"}, links: map[string]bool{test.lies: test.link}}
			err := (&publisher{}).publish(target, sites[0], 1, takeOver)
			var foreign *Foreign
			if takeOver && !test.hard {
				if err != nil || target.files[test.lies] == "foreign" {
					t.Errorf("%s, taken over: %v", test.name, err)
				}
				continue
			}
			if !errors.As(err, &foreign) || foreign.Hard != test.hard || !slices.Equal(foreign.Paths, []string{test.stands}) || len(target.files) != 1 {
				t.Errorf("%s: %v", test.name, err)
			}
		}
	}
}

func TestManifestDamaged(t *testing.T) {
	m := &Manifest{Build: "b", When: "2026-11-20T10:00Z", Who: "one"}
	sum := Sum(nil)
	good := string(m.with(map[string]held{
		"a/x": {sure: true, contents: []content{{sum, 0}}}, "b": {contents: []content{{sum, 0}, {Sum([]byte("x")), 1}}},
	}).Text())
	if _, err := readManifest([]byte(good)); err != nil {
		t.Fatalf("%v\n%s", err, good)
	}
	for _, bad := range []string{
		"", "x", good + "x", good[:len(good)-4], strings.Replace(good, "a/x", "../x", 1), strings.Replace(good, "a/x", "/etc/passwd", 1), strings.Replace(good, "a/x", "a\\x", 1),
		strings.Replace(good, "a/x", ManifestFile, 1), strings.Replace(good, "is "+sum+" 0", "is "+sum+" -1", 1), strings.Replace(good, "is "+sum, "is x", 1), strings.Replace(good, "may "+sum, "is "+sum, 1),
		strings.Replace(good, "who one", "who \x1b[2J", 1), strings.Replace(good, "published 1", "published 2", 1), strings.Replace(good, "when", "then", 1),
	} {
		if _, err := readManifest([]byte(bad)); !errors.Is(err, ErrManifest) {
			t.Errorf("%v of %q", err, bad)
		}
	}
}

// Whatever lies at a target as the manifest, reading it ends, and no path in it leads out.
func FuzzReadManifest(f *testing.F) {
	f.Add([]byte("vitryna-published 1\nbuild b\nwhen x\nwho w\nis " + Sum(nil) + " 0 a/x\nend\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		m, err := readManifest(text)
		if err != nil {
			return
		}
		for name := range m.files {
			if !fs.ValidPath(name) {
				t.Errorf("%q", name)
			}
		}
		again, err := readManifest(m.Text())
		if err != nil || !again.same(m) {
			t.Errorf("%v", err)
		}
	})
}
