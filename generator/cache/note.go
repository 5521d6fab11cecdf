package cache

import (
	"errors"
	"hash/crc32"
	"io"
	"os"
	"slices"
	"strings"
)

// Noted returns what [Cache.Note] noted last under a name. Unlike a result it may be out of date: whoever notes says in it what it is of.
func (c *Cache) Noted(name Key) (string, bool) {
	if c == nil {
		return "", false
	}
	data, ok := c.read(name)
	return string(data), ok
}

// Note notes something under a name, in place of what was noted before.
func (c *Cache) Note(name Key, data []byte) {
	if c != nil {
		c.write(c.file(name), slices.Concat([]byte(magic), seal(name, data), data)) //nolint:errcheck // then the next build makes it again
	}
}

// Texts are many texts in one file to which new ones are only appended: ten thousand files of their own would take longer to open than to make again,
// and one that is written anew for every changed text would wear out the disk. Who keeps the places of the texts keeps them in a note.
type Texts struct {
	cache *Cache
	name  Key
	all   string // what the file held
	fresh []byte
}

// TextPlace is where a text stands, and a sum that tells it from anything else that may stand there.
type TextPlace struct {
	At, Size int
	Sum      uint32
}

// ErrNoText tells that a text is not where it was.
var ErrNoText = errors.New("the text is not there")

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Texts opens the texts of a name. A cache that is none has no texts, and forgets what is added.
func (c *Cache) Texts(name Key) *Texts {
	t := &Texts{cache: c, name: name}
	if c == nil {
		return t
	}
	f, err := os.Open(c.file(name))
	if err != nil {
		return t
	}
	defer f.Close()
	var b strings.Builder
	if info, err := f.Stat(); err == nil {
		b.Grow(int(info.Size()))
	}
	if _, err := io.Copy(&b, f); err == nil {
		t.all = b.String()
		c.used(c.file(name))
	}
	return t
}

// At returns a text.
func (t *Texts) At(p TextPlace) (string, error) {
	at, size := p.At, len(t.all)
	fresh := at >= size
	if fresh {
		at, size = at-size, len(t.fresh)
	}
	if at < 0 || p.Size < 0 || at > size || p.Size > size-at {
		return "", ErrNoText
	}
	text := ""
	if fresh {
		text = string(t.fresh[at : at+p.Size])
	} else {
		text = t.all[at : at+p.Size]
	}
	if crc32.Checksum([]byte(text), castagnoli) != p.Sum {
		return "", ErrNoText
	}
	return text, nil
}

// Add appends a text. It is on the disk after [Texts.Save]. It must not be called by several goroutines at once.
func (t *Texts) Add(text string) TextPlace {
	p := TextPlace{len(t.all) + len(t.fresh), len(text), crc32.Checksum([]byte(text), castagnoli)}
	t.fresh = append(t.fresh, text...)
	return p
}

// Save writes what was added. live are the places of all texts that are still wanted: where more than half of the file is not, it is
// written anew, and the places are changed.
func (t *Texts) Save(live []*TextPlace) error {
	if t.cache == nil {
		return nil
	}
	wanted := 0
	for _, p := range live {
		wanted += p.Size
	}
	if total := len(t.all) + len(t.fresh); total > 2*wanted && total > 1<<20 {
		return t.rewrite(live)
	}
	if len(t.fresh) == 0 {
		return nil
	}
	if len(t.all) == 0 {
		return t.cache.write(t.cache.file(t.name), t.fresh)
	}
	f, err := os.OpenFile(t.cache.file(t.name), os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = f.WriteAt(t.fresh, int64(len(t.all))) // another build may write there too: the sums tell
	return errors.Join(err, f.Close())
}

func (t *Texts) rewrite(live []*TextPlace) error {
	var all []byte
	for _, p := range live {
		text, err := t.At(*p)
		if err != nil {
			return err
		}
		p.At = len(all)
		all = append(all, text...)
	}
	return t.cache.write(t.cache.file(t.name), all)
}
