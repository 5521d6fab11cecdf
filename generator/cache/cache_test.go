package cache

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

var now = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

func opened(t testing.TB) *Cache {
	t.Helper()
	c, err := Open(filepath.Join(t.TempDir(), "deep", "cache"), now)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestGetPut(t *testing.T) {
	c := opened(t)
	for _, data := range []string{"", "x", strings.Repeat("довгий ", 50_000)} {
		key := KeyOf("test", data)
		if _, ok := c.Get(key); ok {
			t.Error("something is there before it was put")
		}
		c.Put(key, []byte(data))
		if got, ok := c.Get(key); !ok || string(got) != data {
			t.Errorf("%d bytes come back as %d, %v", len(data), len(got), ok)
		}
		again, err := Open(c.dir, now)
		if got, ok := again.Get(key); err != nil || !ok || string(got) != data {
			t.Errorf("another program does not find %d bytes", len(data))
		}
	}
}

func TestNoCache(t *testing.T) {
	var c *Cache
	c.Put(KeyOf("x"), []byte("x"))
	if _, ok := c.Get(KeyOf("x")); ok || c.Differs() != nil {
		t.Error("no cache keeps something")
	}
	c.Trim()
}

func TestKeyOf(t *testing.T) {
	seen := map[Key][]string{}
	for _, parts := range [][]string{{}, {""}, {"", ""}, {"ab"}, {"a", "b"}, {"b", "a"}, {"a", "", "b"}, {"ab", ""}} {
		if other, twice := seen[KeyOf(parts...)]; twice {
			t.Errorf("%q and %q have one key", parts, other)
		}
		seen[KeyOf(parts...)] = parts
	}
}

// TestDamage changes every byte, cuts the file at every place and lengthens it: all of it is a miss, never something else.
func TestDamage(t *testing.T) {
	c := opened(t)
	key := KeyOf("damage")
	c.Put(key, []byte("a result that was expensive"))
	name := c.file(key)
	whole, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	try := func(what string, raw []byte) {
		t.Helper()
		if err := os.WriteFile(name, raw, 0o600); err != nil {
			t.Fatal(err)
		}
		if got, ok := c.Get(key); ok {
			t.Errorf("%s: %q is taken for good", what, got)
		}
	}
	for i := range whole {
		for _, bit := range []byte{1, 0x80, 0xFF} {
			broken := bytes.Clone(whole)
			broken[i] ^= bit
			try(fmt.Sprintf("byte %d ^ %#x", i, bit), broken)
		}
		try(fmt.Sprintf("cut at %d", i), whole[:i])
	}
	try("longer", append(bytes.Clone(whole), 0))
	c.Put(key, []byte("a result that was expensive"))
	if _, ok := c.Get(key); !ok {
		t.Error("a damaged result cannot be replaced")
	}
	other := KeyOf("another")
	if err := os.MkdirAll(filepath.Dir(c.file(other)), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(c.file(other), whole, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, ok := c.Get(other); ok {
		t.Error("a file under the name of another key is taken for good")
	}
}

func TestVerify(t *testing.T) {
	c := opened(t)
	same, changed, fresh := KeyOf("same"), KeyOf("changed"), KeyOf("fresh")
	c.Put(same, []byte("1"))
	c.Put(changed, []byte("1"))
	c.Verify = true
	if _, ok := c.Get(same); ok {
		t.Error("a cache that is verified gives a result away")
	}
	c.Put(same, []byte("1"))
	c.Put(changed, []byte("2"))
	c.Put(fresh, []byte("3"))
	if got := c.Differs(); len(got) != 1 || got[0] != changed {
		t.Errorf("%d results differ, want the one", len(got))
	}
	c.Verify = false
	if got, _ := c.Get(changed); string(got) != "2" {
		t.Errorf("after verifying the cache has %q", got)
	}
}

// TestTwoAtOnce: two programs write and read the same keys.
func TestTwoAtOnce(t *testing.T) {
	a := opened(t)
	b, err := Open(a.dir, now)
	if err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	for _, c := range []*Cache{a, b, a, b} {
		group.Go(func() {
			for i := range 200 {
				text := strings.Repeat(fmt.Sprint(i%20), 3000)
				key := KeyOf(text)
				if got, ok := c.Get(key); ok && string(got) != text {
					t.Errorf("key %d gives %d other bytes", i, len(got))
				}
				c.Put(key, []byte(text))
			}
		})
	}
	group.Wait()
	names, _ := filepath.Glob(filepath.Join(a.dir, "*", tempPrefix+"*"))
	if len(names) > 0 {
		t.Errorf("unfinished files remain: %q", names)
	}
}

// TestUnwritable: a folder that cannot be written to is no trouble.
func TestUnwritable(t *testing.T) {
	c := opened(t)
	if err := os.RemoveAll(c.dir); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(c.dir, nil, 0o600); err != nil { // a file in its place
		t.Fatal(err)
	}
	c.Put(KeyOf("x"), []byte("x"))
	if _, ok := c.Get(KeyOf("x")); ok {
		t.Error("a result comes from nowhere")
	}
	c.Trim()
	if _, err := Open(filepath.Join(c.dir, "cache"), now); err == nil {
		t.Error("a cache opens inside a file")
	}
}

func TestTrim(t *testing.T) {
	c := opened(t)
	put := func(name string, size int, age time.Duration) Key {
		key := KeyOf(name)
		c.Put(key, make([]byte, size))
		if err := os.Chtimes(c.file(key), now.Add(-age), now.Add(-age)); err != nil {
			t.Fatal(err)
		}
		return key
	}
	day := 24 * time.Hour
	old, middle, young := put("old", 10, 40*day), put("middle", 1000, 20*day), put("young", 1000, time.Hour)
	used := put("used", 1000, 29*day)
	if _, ok := c.Get(used); !ok { // what is used is young again
		t.Fatal("it is not there")
	}
	stray := filepath.Join(filepath.Dir(c.file(young)), tempPrefix+"1")
	if err := os.WriteFile(stray, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(stray, now.Add(-2*time.Hour), now.Add(-2*time.Hour)); err != nil {
		t.Fatal(err)
	}
	has := func() (list []bool) {
		for _, key := range []Key{old, middle, young, used} {
			_, err := os.Stat(c.file(key))
			list = append(list, err == nil)
		}
		return list
	}
	c.Trim()
	if got := fmt.Sprint(has()); got != "[false true true true]" {
		t.Errorf("after trimming by age: %s", got)
	}
	if _, err := os.Stat(stray); err == nil {
		t.Error("an unfinished file of two hours ago is still there")
	}
	c.trim(MaxAge, 2500)
	if got := fmt.Sprint(has()); got != "[false false true true]" {
		t.Errorf("after trimming by size: %s", got)
	}
	put("old", 10, 40*day)
	c.Trim() // trimmed today already
	if !has()[0] {
		t.Error("it is trimmed twice a day")
	}
}

func FuzzOpen(f *testing.F) {
	key := KeyOf("fuzz")
	f.Add([]byte(magic))
	f.Add(append(append([]byte(magic), seal(key, []byte("x"))...), 'x'))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if data, ok := open(key, raw); ok && !bytes.Equal(raw[len(magic):headSize], seal(key, data)) {
			t.Error("a file with a wrong seal is taken for good")
		}
	})
}

func BenchmarkGet(b *testing.B) {
	c := opened(b)
	key := KeyOf("bench")
	c.Put(key, make([]byte, 100_000))
	b.SetBytes(100_000)
	for b.Loop() {
		c.Get(key)
	}
}
