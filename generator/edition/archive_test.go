package edition

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"time"
)

var day = time.Date(2026, 11, 20, 15, 4, 5, 0, time.UTC)

func packed(t testing.TB, files ...string) []Entry {
	t.Helper()
	var entries []Entry
	for i := 0; i < len(files); i += 2 {
		e, err := Pack(files[i], []byte(files[i+1]))
		if err != nil {
			t.Fatal(err)
		}
		entries = append(entries, e)
	}
	return entries
}

// archive writes the files and their list.
func archive(t testing.TB, entries []Entry) []byte {
	t.Helper()
	entries = append(slices.Clip(entries), packed(t, SumsFile, string(SumsOf(entries).Text()))...)
	var b bytes.Buffer
	if err := Write(&b, entries, day); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestArchive(t *testing.T) {
	long := strings.Repeat("текст ", 500)
	entries := packed(t, "news/index.html", long, "a.png", "\x89PNG", "index.html", "<p>", StartFile, "<p>x", "порожній", "")
	data := archive(t, entries)
	backwards := slices.Clone(entries)
	slices.Reverse(backwards)
	if !bytes.Equal(data, archive(t, backwards)) {
		t.Error("the order of the files changes the archive")
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
		if day := f.Modified.Format(time.DateTime); day != "2026-11-20 00:00:00" || f.NonUTF8 || f.CreatorVersion>>8 != 3 || f.Mode() != 0o644 || f.Flags&8 != 0 || len(f.Extra) > 0 {
			t.Errorf("%s: %s, flags %x, extra %x", f.Name, day, f.Flags, f.Extra)
		}
		if (f.Method == zip.Deflate) != (f.Name == "news/index.html" || f.Name == SumsFile) {
			t.Errorf("%s: method %d", f.Name, f.Method)
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r) // the reader compares the checksum
		if err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
		if f.Name == "news/index.html" && string(content) != long {
			t.Errorf("%s: %q", f.Name, content)
		}
	}
	if got, want := strings.Join(names, " "), StartFile+" index.html SHA256SUMS.txt a.png news/index.html порожній"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// fullDisk takes so many bytes and no more.
type fullDisk struct{ left int }

var errFull = errors.New("no space left")

func (d *fullDisk) Write(b []byte) (int, error) {
	if d.left -= len(b); d.left < 0 {
		return 0, errFull
	}
	return len(b), nil
}

func TestFullDisk(t *testing.T) {
	entries := packed(t, "a.png", strings.Repeat("\x00\x01", 9000), "b.html", "b")
	size := len(archive(t, entries))
	for _, left := range []int{0, 100, size - 300} {
		if err := Write(&fullDisk{left}, entries, day); !errors.Is(err, errFull) {
			t.Errorf("after %d bytes: %v", left, err)
		}
	}
}

func TestSince(t *testing.T) {
	old := archive(t, packed(t, "same.html", "a", "changed.html", "b", "removed.html", "c"))
	sums, err := ReadOld(bytes.NewReader(old), int64(len(old)))
	if err != nil {
		t.Fatal(err)
	}
	changed, removed := Since(packed(t, "same.html", "a", "changed.html", "B", "new.html", "d"), sums)
	var names []string
	for _, e := range changed {
		names = append(names, e.Path)
	}
	if got := strings.Join(names, " ") + " – " + strings.Join(removed, " "); got != "changed.html new.html – removed.html" {
		t.Error(got)
	}
}

func TestBadOld(t *testing.T) {
	good := archive(t, packed(t, "a.html", "a"))
	var foreign bytes.Buffer
	if err := Write(&foreign, packed(t, "a.html", "a"), day); err != nil {
		t.Fatal(err)
	}
	var list bytes.Buffer
	if err := Write(&list, packed(t, SumsFile, "тут не список\n"), day); err != nil {
		t.Fatal(err)
	}
	spoilt := bytes.Clone(good)
	spoilt[bytes.LastIndex(good[:len(good)/2], []byte(SumsFile))+len(SumsFile)+9] ^= 1
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"cut": {good[:len(good)-30], ErrDamaged}, "empty": {nil, ErrDamaged}, "text": {[]byte("це не архів"), ErrDamaged},
		"foreign": {foreign.Bytes(), ErrForeign}, "no list": {list.Bytes(), ErrForeign}, "spoilt": {spoilt, ErrDamaged},
	} {
		if _, err := ReadOld(bytes.NewReader(c.data), int64(len(c.data))); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestGoodName(t *testing.T) {
	for name, want := range map[string]bool{
		StartFile: true, "a/b-1.html": true, "фото.jpg": false, strings.Repeat("a", 201): false, strings.Repeat("a", 200): true, "a\x01": false,
	} {
		if GoodName(name) != want {
			t.Errorf("%q: %v", name, !want)
		}
	}
}

// FuzzReadSums reads lists that are none: what is read is written and read again the same.
func FuzzReadSums(f *testing.F) {
	f.Add(string(SumsOf(packed(f, "a.html", "a", StartFile, "b")).Text()))
	f.Add(strings.Repeat("0", 2*sha256.Size) + "  \r\n")
	f.Fuzz(func(t *testing.T, text string) {
		s, err := ReadSums(strings.NewReader(text))
		if err != nil {
			return
		}
		again, err := ReadSums(bytes.NewReader(s.Text()))
		if err != nil || len(again) != len(s) {
			t.Errorf("%q: %v", text, err)
		}
	})
}
