package author

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"
)

func newStore(t *testing.T) (*Store, *time.Time) {
	t.Helper()
	now := time.Date(2026, 11, 20, 10, 0, 0, 0, time.UTC)
	s := &Store{Root: t.TempDir(), Now: func() time.Time { now = now.Add(time.Second); return now }}
	return s, &now
}

func save(t *testing.T, s *Store, file, base, text string) string {
	t.Helper()
	hash, err := s.Save(t.Context(), file, base, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return hash
}

const note = "content/news/proba/index.md"

// TestSave: two editors at once. The second is told what the first has written, and both texts are there.
func TestSave(t *testing.T) {
	s, _ := newStore(t)
	base := save(t, s, note, "", "один")
	first := save(t, s, note, base, "два")
	_, err := s.Save(t.Context(), note, base, []byte("три"))
	var c *Conflict
	if !errors.As(err, &c) || string(c.Theirs) != "два" || c.File != note {
		t.Fatalf("%v, %+v", err, c)
	}
	if _, err := s.Save(t.Context(), note, "", []byte("новий")); !errors.As(err, &c) {
		t.Errorf("a new file over one that is there: %v", err)
	}
	save(t, s, note, first, "три")
	list, err := s.History(note)
	if err != nil || len(list) != 2 {
		t.Fatalf("%v, %v", list, err)
	}
	for i, want := range []string{"два", "один"} { // the newest first
		if data, err := s.Version(note, list[i].ID); err != nil || string(data) != want {
			t.Errorf("%q, %v, want %q", data, err, want)
		}
	}
	os.Remove(filepath.Join(s.Root, note)) // unchecked: read back below
	if _, err := s.Save(t.Context(), note, Hash([]byte("три")), []byte("чотири")); !errors.As(err, &c) || c.Theirs != nil {
		t.Errorf("a file that has gone: %v", err)
	}
}

// TestHistoryWithinAMillisecond: states that follow each other faster than the clock tells stand in their order all the same.
func TestHistoryWithinAMillisecond(t *testing.T) {
	s, now := newStore(t)
	at, base, want := *now, "", []string(nil)
	s.Now = func() time.Time { return at }
	for i := range 8 {
		text := strconv.Itoa(i)
		base = save(t, s, note, base, text)
		want = append([]string{text}, want...)
	}
	list, err := s.History(note)
	if err != nil || len(list) != 7 {
		t.Fatalf("%v, %v", list, err)
	}
	for i, v := range list {
		if data, err := s.Version(note, v.ID); err != nil || string(data) != want[i+1] {
			t.Errorf("%d: %q, %v, want %q", i, data, err, want[i+1])
		}
	}
}

// TestHistoryEnds: the history does not grow without end, and old states go; a few stay whatever their age.
func TestHistoryEnds(t *testing.T) {
	s, now := newStore(t)
	hash := save(t, s, note, "", "0")
	for n := range versionsKept + 10 {
		hash = save(t, s, note, hash, fmt.Sprint(n+1))
	}
	if list, _ := s.History(note); len(list) != versionsKept {
		t.Errorf("%d are kept", len(list))
	}
	*now = now.Add(2 * keptFor)
	save(t, s, note, hash, "через два роки")
	if list, _ := s.History(note); len(list) != keptAtLeast {
		t.Errorf("%d are kept after two years", len(list))
	}
}

// TestNames: what may not be written is refused, and nothing comes into being.
func TestNames(t *testing.T) {
	s, _ := newStore(t)
	os.MkdirAll(filepath.Join(s.Root, "content", "news"), 0o755) // unchecked: used below
	outside := t.TempDir()
	names := []string{
		"", "content", "site.yaml", "layouts/base.html", "content/../layouts/x.md", "/content/x.md", "content//x.md", "content/news/../../x.md", "../content/x.md",
		"content/news/con/index.md", "content/news/x/aux.md", "content/news/x/COM1", "content/news/x./index.md", "content/news/x /index.md", "content/news/a:b/index.md",
		"content/news/a\\b/index.md", "content/news/x/.hidden", "content/.vitryna/x.md", ".vitryna/history/x", "content/auction/x/private/bids.csv", "content/news/x\x00y/index.md",
		"content/news/" + strings.Repeat("a", 200) + "/index.md", "content/news/a?b/index.md", "content/news/a\u2028b/index.md", "content/auction/x/Private/bids.csv",
	}
	if runtime.GOOS != "windows" {
		if err := os.Symlink(outside, filepath.Join(s.Root, "content", "news", "link")); err != nil {
			t.Fatal(err)
		}
		names = append(names, "content/news/link/index.md", "content/news/link")
	}
	for _, name := range names {
		if _, err := s.Save(t.Context(), name, "", []byte("x")); err == nil {
			t.Errorf("%q was written", name)
		}
		if _, err := s.Read(name); err == nil {
			t.Errorf("%q was read", name)
		}
		if _, err := s.Delete(name); err == nil {
			t.Errorf("%q was deleted", name)
		}
	}
	if _, err := s.Delete("content/news"); !errors.Is(err, ErrName) {
		t.Errorf("a section was deleted: %v", err)
	}
	if _, err := s.Version(note, "../../../content/site.yaml"); err == nil {
		t.Error("the history led outside")
	}
	if _, err := s.Undelete("../history"); err == nil {
		t.Error("the bin led outside")
	}
	if entries, _ := os.ReadDir(outside); len(entries) > 0 {
		t.Errorf("written behind a link: %v", entries)
	}
	for _, name := range []string{"content/news/x/index.md", "content/index.md", "content/news/x/Фото 1.jpg", "content/contests/con-2020/index.md"} {
		if _, err := s.Save(t.Context(), name, "", []byte("x")); err != nil {
			t.Errorf("%q: %v", name, err)
		}
	}
}

// TestBin: what is deleted comes back with all that lay in it, and never over something else.
func TestBin(t *testing.T) {
	s, _ := newStore(t)
	save(t, s, note, "", "текст")
	save(t, s, "content/news/proba/foto.jpg", "", "знімок")
	d, err := s.Delete("content/news/proba")
	if err != nil || d.File != "content/news/proba" {
		t.Fatal(d, err)
	}
	if data, err := s.Read(note); data != nil || err != nil {
		t.Errorf("it is still there: %q, %v", data, err)
	}
	save(t, s, note, "", "інший")
	if _, err := s.Undelete(d.ID); !errors.Is(err, fs.ErrExist) {
		t.Errorf("put back over another: %v", err)
	}
	second, err := s.Delete(note)
	if err != nil {
		t.Fatal(err)
	}
	if list := s.Bin(); len(list) != 2 || list[0].File != note || list[1].ID != d.ID {
		t.Fatalf("%+v", list)
	}
	os.Remove(filepath.Join(s.Root, "content", "news", "proba")) // unchecked: an empty folder
	if file, err := s.Undelete(d.ID); err != nil || file != "content/news/proba" {
		t.Fatal(file, err)
	}
	if data, _ := s.Read("content/news/proba/foto.jpg"); string(data) != "знімок" {
		t.Errorf("the picture is %q", data)
	}
	if _, err := s.Undelete(second.ID); !errors.Is(err, fs.ErrExist) {
		t.Errorf("put back over another: %v", err)
	}
	if list := s.Bin(); len(list) != 1 {
		t.Errorf("%+v", list)
	}
}

// TestMove: a text takes its history along.
func TestMove(t *testing.T) {
	s, _ := newStore(t)
	hash := save(t, s, note, "", "один")
	save(t, s, note, hash, "два")
	save(t, s, "content/news/zaniato/index.md", "", "x")
	if err := s.Move("content/news/proba", "content/news/zaniato"); !errors.Is(err, fs.ErrExist) {
		t.Errorf("over another: %v", err)
	}
	if err := s.Move("content/news/proba", "content/news/nova"); err != nil {
		t.Fatal(err)
	}
	if list, _ := s.History("content/news/nova/index.md"); len(list) != 1 {
		t.Errorf("the history is %v", list)
	}
}

// TestStays: what another program holds stays where it was, and the bin keeps no empty folder of it.
func TestStays(t *testing.T) {
	s, _ := newStore(t)
	save(t, s, note, "", "один")
	save(t, s, "content/news/inshe/index.md", "", "два")
	d, err := s.Delete("content/news/inshe")
	if err != nil {
		t.Fatal(err)
	}
	usual := system
	t.Cleanup(func() { system = usual })
	stubborn, slept := *system, time.Duration(0)
	stubborn.rename = func(from, to string) error {
		return &os.LinkError{Op: "rename", Old: from, New: to, Err: errors.New("another program holds it")}
	}
	stubborn.sleep = func(_ context.Context, d time.Duration) error { slept += d; return nil }
	system = &stubborn
	if err := s.Move("content/news/proba", "content/news/nova"); !errors.Is(err, ErrStays) || slept != Patience {
		t.Errorf("renamed: %v after %v", err, slept)
	}
	if _, err := s.Undelete(d.ID); !errors.Is(err, ErrStays) {
		t.Errorf("put back: %v", err)
	}
	stubborn.rename = func(from, to string) error { // the bin's own note is written
		if filepath.Base(to) == placeFile {
			return usual.rename(from, to)
		}
		return os.ErrPermission
	}
	if _, err := s.Delete("content/news/proba"); !errors.Is(err, ErrStays) {
		t.Errorf("deleted: %v", err)
	}
	if data, err := s.Read(note); string(data) != "один" || err != nil {
		t.Errorf("it holds %q, %v", data, err)
	}
	if entries, _ := os.ReadDir(filepath.Join(s.Root, Keep, "bin")); len(entries) != 1 || entries[0].Name() != d.ID {
		t.Errorf("the bin holds %v", entries)
	}
}

// TestPlace: a picture never takes the name of another, and the same one twice lies there once.
func TestPlace(t *testing.T) {
	s, _ := newStore(t)
	for _, c := range []struct{ data, want string }{{"а", "foto.jpg"}, {"б", "foto-2.jpg"}, {"а", "foto.jpg"}, {"в", "foto-3.jpg"}} {
		if file, err := s.Place("content/news/proba", "foto", ".jpg", []byte(c.data)); err != nil || file != "content/news/proba/"+c.want {
			t.Errorf("%s: %s, %v", c.data, file, err)
		}
	}
}

// TestKilledWhileSaving kills a program that saves without end, a hundred times, at any moment: the file is always one of the texts, whole; so is every
// version that was kept; and what was left half done is swept up or read by nobody.
func TestKilledWhileSaving(t *testing.T) {
	whole := func(n int) []byte { return bytes.Repeat([]byte{byte('a' + n%26)}, 20000+n%26) }
	if root := os.Getenv("VITRYNA_SAVES"); root != "" {
		s := &Store{Root: root, Now: time.Now}
		for n := 0; ; n++ {
			old, err := s.Read(note)
			if err != nil {
				os.Exit(4)
			}
			if _, err := s.Save(context.Background(), note, Hash(old), whole(n)); err != nil {
				os.Exit(5)
			}
			if n == 0 {
				fmt.Println("began")
			}
		}
	}
	root := t.TempDir()
	s := &Store{Root: root, Now: time.Now}
	sound := func(what string, data []byte) {
		t.Helper()
		if len(data) == 0 || !bytes.Equal(data, whole(int(data[0]-'a'))) {
			t.Fatalf("%s is torn: %d bytes", what, len(data))
		}
	}
	for n := range 120 {
		c := exec.Command(os.Args[0], "-test.run=^TestKilledWhileSaving$")
		c.Env = append(os.Environ(), "VITRYNA_SAVES="+root)
		out, err := c.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		out.Read(make([]byte, 1))                                // unchecked: it has begun, or it has ended, which Wait tells
		time.Sleep(time.Duration(n%24) * 250 * time.Microsecond) // another moment each time
		c.Process.Kill()                                         // unchecked: Wait tells
		if c.Wait(); c.ProcessState.Exited() {                   // unchecked: it was killed
			t.Fatalf("it was not killed, it ended: %v", c.ProcessState)
		}
		data, err := s.Read(note)
		if err != nil {
			t.Fatal(err)
		}
		sound("the file", data)
	}
	list, err := s.History(note)
	if err != nil || len(list) < 2 {
		t.Fatalf("%d versions, %v", len(list), err)
	}
	for _, v := range list {
		data, err := s.Version(note, v.ID)
		if err != nil {
			t.Fatal(err)
		}
		sound("version "+v.ID, data)
	}
}

// TestReplaceAt: one name changes, whole, at its place or as the next to the right of it; its like do not.
func TestReplaceAt(t *testing.T) {
	source := "\ufeffа;m\r\nб m;m-2;manuals/m;m\r\n"
	for _, c := range []struct {
		line, column int
		old, want    string
	}{
		{2, 1, "m", "\ufeffа;m\r\nб novyi;m-2;manuals/m;m\r\n"},
		{2, 4, "m", "\ufeffа;m\r\nб m;m-2;manuals/m;novyi\r\n"},
		{2, 9, "manuals/m", "\ufeffа;m\r\nб m;m-2;novyi;m\r\n"},
		{2, 99, "m", ""},
		{3, 1, "m", ""},
		{0, 1, "m", ""},
	} {
		got, ok := ReplaceAt([]byte(source), c.line, c.column, c.old, "novyi")
		if ok != (c.want != "") || ok && string(got) != c.want || !ok && string(got) != source {
			t.Errorf("%d:%d %s: %q %t", c.line, c.column, c.old, got, ok)
		}
	}
}
