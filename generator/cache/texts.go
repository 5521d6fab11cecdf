package cache

import (
	"errors"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"
)

// Texts are many texts in one file to which new ones are only appended: ten thousand files of their own would take longer to open than to make again,
// and one that is written anew for every changed text would wear out the disk. Who keeps the places of the texts keeps them in a note.
//
// None is in memory, but between [Texts.ReadAll] and [Texts.Forget]: a text is read when it is wanted. Those that are added lie in a file of their own until [Texts.Save], so that two
// programs may use one cache at once. Texts may be used by many goroutines at once, but for Save and Close.
type Texts struct {
	cache *Cache
	name  Key

	mu      sync.Mutex
	kept    *os.File // what the cache has; nil: nothing
	size    int      // of kept
	all     []byte   // kept, where it was read whole
	fresh   *os.File // what was added; nil: nothing
	written int      // of fresh
	pending []byte   // what was added behind it

	reading sync.Mutex
	room    []byte // where At reads a text before it is one
}

// TextPlace is where a text stands, and a sum that tells it from anything else that may stand there.
type TextPlace struct {
	At, Size int
	Sum      uint32
}

// ErrNoText tells that a text is not where it was, or has no place to be kept in.
var ErrNoText = errors.New("the text is not there")

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// pendingSize is how much is added before it is written.
const pendingSize = 256 << 10

// Texts opens the texts of a name. A cache that is none has no texts, and takes none.
func (c *Cache) Texts(name Key) *Texts {
	t := &Texts{cache: c, name: name}
	if c != nil {
		t.open()
		c.used(c.file(name))
	}
	return t
}

func (t *Texts) open() {
	f, err := os.Open(t.cache.file(t.name))
	if err != nil {
		return
	}
	info, err := f.Stat()
	if err != nil {
		f.Close() // unchecked: nothing was written
		return
	}
	t.kept, t.size = f, int(info.Size())
}

// ReadAll reads all texts at once, for who will want nearly every one of many small ones.
func (t *Texts) ReadAll() {
	if t.kept == nil {
		return
	}
	all := make([]byte, t.size)
	if _, err := t.kept.ReadAt(all, 0); err == nil {
		t.all = all
	}
}

// Forget gives back the memory that ReadAll took.
func (t *Texts) Forget() { t.all = nil }

// usualText is room for most texts.
const usualText = 64 << 10

// At reads a text.
func (t *Texts) At(p TextPlace) (string, error) {
	t.reading.Lock()
	defer t.reading.Unlock()
	if t.room == nil {
		t.room = make([]byte, usualText)
	}
	text, err := t.read(p, t.room)
	return string(text), err
}

// Bytes reads a text. It must not be changed: between ReadAll and Forget it is not a copy.
func (t *Texts) Bytes(p TextPlace) ([]byte, error) { return t.read(p, nil) }

// read reads a text, into the room where that is large enough and the text is not in memory.
func (t *Texts) read(p TextPlace, room []byte) ([]byte, error) {
	if p.At < 0 || p.Size < 0 || p.Size > 1<<32 {
		return nil, ErrNoText
	}
	t.mu.Lock()
	from, at, end := t.kept, p.At, t.size
	if p.At >= t.size {
		from, at, end = t.fresh, p.At-t.size, t.written
	}
	text, here := t.waiting(p, room)
	if !here && p.Size <= len(t.all)-p.At {
		text, here = t.all[p.At:p.At+p.Size], true
	}
	t.mu.Unlock()
	if !here {
		if p.Size > end-at || from == nil && p.Size > 0 {
			return nil, ErrNoText
		}
		text = slices.Grow(room[:0], p.Size)[:p.Size]
		if p.Size > 0 {
			if _, err := from.ReadAt(text, int64(at)); err != nil {
				return nil, ErrNoText
			}
		}
	}
	if crc32.Checksum(text, castagnoli) != p.Sum {
		return nil, ErrNoText
	}
	return text, nil
}

// waiting is a copy of a text that is not in a file yet, in the room where that is large enough.
func (t *Texts) waiting(p TextPlace, room []byte) ([]byte, bool) {
	at := p.At - t.size - t.written
	if at < 0 || p.Size > len(t.pending)-at {
		return nil, false
	}
	return append(room[:0], t.pending[at:at+p.Size]...), true
}

// Add appends a text. It is in the cache after [Texts.Save].
func (t *Texts) Add(text string) (TextPlace, error) {
	return t.add(func(b []byte) []byte { return append(b, text...) })
}

// AddBytes is Add of a text that is no string.
func (t *Texts) AddBytes(text []byte) (TextPlace, error) {
	return t.add(func(b []byte) []byte { return append(b, text...) })
}

func (t *Texts) add(to func(b []byte) []byte) (TextPlace, error) {
	if t.cache == nil {
		return TextPlace{}, ErrNoText
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	at := len(t.pending)
	t.pending = to(t.pending)
	p := TextPlace{t.size + t.written + at, len(t.pending) - at, crc32.Checksum(t.pending[at:], castagnoli)}
	if len(t.pending) < pendingSize {
		return p, nil
	}
	return p, t.flush()
}

// flush writes what is waiting.
func (t *Texts) flush() error {
	if len(t.pending) == 0 {
		return nil
	}
	if t.fresh == nil {
		dir := filepath.Dir(t.cache.file(t.name))
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return err
		}
		f, err := os.CreateTemp(dir, tempPrefix)
		if err != nil {
			return err
		}
		t.fresh = f
	}
	if _, err := t.fresh.WriteAt(t.pending, int64(t.written)); err != nil {
		return err
	}
	t.written, t.pending = t.written+len(t.pending), t.pending[:0]
	return nil
}

// Save puts into the cache what was added. live are the places of all texts that are still wanted: where more than half of the file is not, it is
// written anew, and the places are changed.
func (t *Texts) Save(live []*TextPlace) error {
	if t.cache == nil {
		return nil
	}
	t.mu.Lock()
	err := t.flush()
	t.mu.Unlock()
	if err != nil {
		return err
	}
	wanted := 0
	for _, p := range live {
		wanted += p.Size
	}
	total := t.size + t.written
	switch {
	case total > 2*wanted && total > 1<<20:
		return t.rewrite(live)
	case t.written == 0:
		return nil
	case t.size == 0:
		return t.publish(t.release())
	}
	return t.append()
}

// append copies what was added behind what there is.
func (t *Texts) append() error {
	f, err := os.OpenFile(t.cache.file(t.name), os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = io.Copy(io.NewOffsetWriter(f, int64(t.size)), io.NewSectionReader(t.fresh, 0, int64(t.written))) // another build may write there too: the sums tell
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	return errors.Join(os.Remove(t.release()), t.again())
}

// rewrite writes a file of the live texts alone.
func (t *Texts) rewrite(live []*TextPlace) error {
	anew := &Texts{cache: t.cache, name: t.name}
	places := make([]TextPlace, len(live))
	for i, p := range live {
		text, err := t.At(*p)
		if err == nil {
			places[i], err = anew.Add(text)
		}
		if err != nil {
			return errors.Join(err, anew.Close())
		}
	}
	if err := anew.flush(); err != nil {
		return errors.Join(err, anew.Close())
	}
	for i, p := range live {
		*p = places[i]
	}
	if err := t.Close(); err != nil || anew.fresh == nil {
		return err
	}
	return t.publish(anew.release())
}

// release closes the file of what was added, and returns its name.
func (t *Texts) release() string {
	name := t.fresh.Name()
	t.fresh.Close() // unchecked: a text that is not there is told by its sum
	t.fresh, t.written = nil, 0
	return name
}

// publish gives a file the name that it has in the cache.
func (t *Texts) publish(temp string) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.kept != nil {
		t.kept.Close() // unchecked: only read
	}
	if err := os.Rename(temp, t.cache.file(t.name)); err != nil {
		os.Remove(temp) // unchecked: Trim finds it
		return err
	}
	return t.again()
}

// again opens what is in the cache now.
func (t *Texts) again() error {
	if t.kept != nil {
		t.kept.Close() // unchecked: only read
	}
	t.kept, t.size, t.all = nil, 0, nil
	if t.open(); t.kept == nil {
		return ErrNoText
	}
	return nil
}

// Close forgets what was added and not saved.
func (t *Texts) Close() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.kept != nil {
		t.kept.Close() // unchecked: only read
	}
	t.kept, t.size, t.all, t.pending = nil, 0, nil, nil
	if t.fresh == nil {
		return nil
	}
	return os.Remove(t.release())
}
