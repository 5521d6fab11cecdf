package cache

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestNote(t *testing.T) {
	c := opened(t)
	name := KeyOf("note")
	for _, text := range []string{"перше", "друге", ""} {
		c.Note(name, []byte(text))
		if got, ok := c.Noted(name); !ok || got != text {
			t.Errorf("noted %q, read %q, %v", text, got, ok)
		}
	}
	c.Note(name, []byte("цілий запис"))
	whole, err := os.ReadFile(c.file(name))
	if err != nil {
		t.Fatal(err)
	}
	for at := range whole { // cut off, nothing of it is told: who forgets to ask whether it is whole has none
		if err := os.WriteFile(c.file(name), whole[:at], 0o600); err != nil {
			t.Fatal(err)
		}
		if got, ok := c.Noted(name); ok || got != "" {
			t.Errorf("of a note cut off at %d: %q, %v", at, got, ok)
		}
	}
	var none *Cache
	none.Note(name, nil)
	if _, ok := none.Noted(name); ok {
		t.Error("no cache knows something")
	}
}

func TestTexts(t *testing.T) {
	c := opened(t)
	name := KeyOf("texts")
	texts := c.Texts(name)
	var places []*TextPlace
	var want []string
	add := func(text string) {
		put := texts.Add
		if len(places)%2 == 1 {
			put = func(text string) (TextPlace, error) { return texts.AddBytes([]byte(text)) }
		}
		p, err := put(text)
		if err != nil {
			t.Fatal(err)
		}
		places, want = append(places, &p), append(want, text)
	}
	check := func(what string) {
		t.Helper()
		var read []string
		for i, p := range places {
			got, err := texts.At(*p)
			if err != nil {
				t.Fatalf("%s: text %d: %v", what, i, err)
			}
			read = append(read, got)
		}
		for i, got := range read { // a text stays what it was when others are read behind it
			if got != want[i] {
				t.Fatalf("%s: text %d is %.20q", what, i, got)
			}
		}
	}
	add("перший")
	add("")
	check("before saving")
	for round := range 5 {
		if err := texts.Save(places); err != nil {
			t.Fatal(err)
		}
		check("saved")
		texts = c.Texts(name)
		check("opened again")
		add(strings.Repeat("текст", 100_000) + string(rune('0'+round)))
	}
	if err := texts.Save(places); err != nil {
		t.Fatal(err)
	}
	full, _ := os.Stat(c.file(name))
	places, want = places[:3], want[:3] // the rest is not wanted any more
	texts = c.Texts(name)
	if err := texts.Save(places); err != nil {
		t.Fatal(err)
	}
	texts = c.Texts(name)
	check("written anew")
	if small, err := os.Stat(c.file(name)); err != nil || small.Size() >= full.Size() {
		t.Errorf("of %d bytes nothing was thrown away: %v", full.Size(), err)
	}
}

// TestTextsTwice: two programs add to one cache at once. Each reads what it added, and afterwards a text is what it was or is not there.
func TestTextsTwice(t *testing.T) {
	c := opened(t)
	name := KeyOf("texts")
	one, two := c.Texts(name), c.Texts(name)
	var places [2][]*TextPlace
	for i := range 1000 {
		for n, texts := range []*Texts{one, two} {
			p, err := texts.Add(strings.Repeat("текст ", i) + string(rune('0'+n)))
			if err != nil {
				t.Fatal(err)
			}
			places[n] = append(places[n], &p)
		}
	}
	read := func(texts *Texts, n int) (known int) {
		for i, p := range places[n] {
			text, err := texts.At(*p)
			if err != nil {
				continue
			}
			if known++; text != strings.Repeat("текст ", i)+string(rune('0'+n)) {
				t.Errorf("program %d, text %d: %.40q", n, i, text)
			}
		}
		return known
	}
	for n, texts := range []*Texts{one, two} {
		if known := read(texts, n); known != 1000 {
			t.Errorf("program %d reads %d of its texts", n, known)
		}
		if err := texts.Save(places[n]); err != nil {
			t.Fatal(err)
		}
	}
	if again := c.Texts(name); read(again, 0)+read(again, 1) == 0 {
		t.Error("nothing was kept")
	}
	left, _ := filepath.Glob(filepath.Join(filepath.Dir(c.file(name)), tempPrefix+"*"))
	if err := errors.Join(one.Close(), two.Close()); err != nil || len(left) > 0 {
		t.Error(err, left)
	}
}

// TestTextsDamaged finds a text changed, cut off, or put into the place of another by a second program.
func TestTextsDamaged(t *testing.T) {
	c := opened(t)
	name := KeyOf("texts")
	texts := c.Texts(name)
	p, err := texts.Add("текст, що мав лежати тут")
	if err != nil {
		t.Fatal(err)
	}
	if err := texts.Save([]*TextPlace{&p}); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(c.file(name))
	if err != nil {
		t.Fatal(err)
	}
	for i := range whole {
		damaged := append([]byte(nil), whole...)
		damaged[i] ^= 1
		for what, raw := range map[string][]byte{"changed": damaged, "cut": whole[:i]} {
			if err := os.WriteFile(c.file(name), raw, 0o600); err != nil {
				t.Fatal(err)
			}
			if got, err := c.Texts(name).At(p); err == nil {
				t.Fatalf("%s at %d: %q is taken for good", what, i, got)
			}
		}
	}
	for _, wrong := range []TextPlace{{At: -1, Size: 1}, {At: 0, Size: -1}, {At: 1 << 40, Size: 1}, {At: 0, Size: 1 << 40}} {
		if _, err := texts.At(wrong); err == nil {
			t.Errorf("%v is a place", wrong)
		}
	}
}
