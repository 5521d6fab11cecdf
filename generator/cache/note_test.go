package cache

import (
	"os"
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
		p := texts.Add(text)
		places, want = append(places, &p), append(want, text)
	}
	check := func(what string) {
		t.Helper()
		for i, p := range places {
			if got, err := texts.At(*p); err != nil || got != want[i] {
				t.Fatalf("%s: text %d is %.20q, %v", what, i, got, err)
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

// TestTextsDamaged finds a text changed, cut off, or put into the place of another by a second program.
func TestTextsDamaged(t *testing.T) {
	c := opened(t)
	name := KeyOf("texts")
	texts := c.Texts(name)
	p := texts.Add("текст, що мав лежати тут")
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
