// Package cache keeps results of pure functions on disk, by what went into them.
//
//	c, err := cache.Open(dir, now)
//	key := cache.KeyOf("picture 3", string(source), "960")
//	data, ok := c.Get(key)
//	if !ok {
//		data = …
//		c.Put(key, data)
//	}
//
// A key is the digest of everything that the result depends on, a version of the code included, so nothing is ever out of date and
// nothing need be thrown away but for room. A cache can be deleted at any time, at any moment of a build, and costs only
// time; a nil *Cache keeps nothing and is as good.
//
// What is read is what was written or it is a miss: each file bears the digest of its key and its content, whatever happened to the
// disk. Files are written under another name first and then renamed, so that two programs may use one cache at once; both
// write the same content under one name. That a result cannot be written is no trouble: it is made again next time.
package cache

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"
)

// Key says what went into a result.
type Key [sha256.Size]byte

// KeyOf is the key of parts. Where one part ends and the next begins matters.
func KeyOf(parts ...string) Key {
	h := sha256.New()
	var size [8]byte
	for _, part := range parts {
		binary.BigEndian.PutUint64(size[:], uint64(len(part)))
		h.Write(size[:])
		h.Write([]byte(part))
	}
	return Key(h.Sum(nil))
}

// Cache is a folder of results. It may be used by many goroutines at once.
type Cache struct {
	Verify bool // nothing is taken from the cache: what is made anew is compared with what is there

	dir     string
	now     time.Time
	mu      sync.Mutex
	differs []Key
}

// Open opens the cache in a folder, which is made if there is none. now is the time of use that is noted for [Cache.Trim].
func Open(dir string, now time.Time) (*Cache, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	return &Cache{dir: dir, now: now}, nil
}

// magic begins every file: the form of the files below has this number.
const magic = "vitryna cache 1\n"

const headSize = len(magic) + sha256.Size

// Get returns the result for a key. The bytes are the caller's.
func (c *Cache) Get(key Key) ([]byte, bool) {
	if c == nil || c.Verify {
		return nil, false
	}
	return c.read(key)
}

func (c *Cache) read(key Key) ([]byte, bool) {
	name := c.file(key)
	raw, err := os.ReadFile(name)
	if err != nil {
		return nil, false
	}
	data, ok := open(key, raw)
	if ok {
		c.used(name)
	}
	return data, ok
}

// open checks a file and takes out what it keeps. The length is in the digest, as every byte is.
func open(key Key, raw []byte) ([]byte, bool) {
	if len(raw) < headSize || string(raw[:len(magic)]) != magic {
		return nil, false
	}
	sum, data := raw[len(magic):headSize], raw[headSize:]
	if !bytes.Equal(sum, seal(key, data)) {
		return nil, false
	}
	return data, true
}

func seal(key Key, data []byte) []byte {
	h := sha256.New()
	h.Write(key[:])
	h.Write(data)
	return h.Sum(nil)
}

// used notes when a result was of use, about a day exactly.
func (c *Cache) used(name string) {
	info, err := os.Stat(name)
	if err == nil && c.now.Sub(info.ModTime()) > 24*time.Hour {
		os.Chtimes(name, c.now, c.now) // unchecked: then it goes a little earlier
	}
}

// Put keeps a result.
func (c *Cache) Put(key Key, data []byte) {
	if c == nil {
		return
	}
	if c.Verify {
		if kept, ok := c.read(key); ok && !bytes.Equal(kept, data) {
			c.mu.Lock()
			c.differs = append(c.differs, key)
			c.mu.Unlock()
		}
	}
	c.write(c.file(key), []byte(magic), seal(key, data), data) // unchecked: it is made again next time
}

// Differs are the keys whose results were made anew with [Cache.Verify] set and came out otherwise: the code has changed and its version
// has not, or it is not as pure as it should be.
func (c *Cache) Differs() []Key {
	if c == nil {
		return nil
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	return slices.Clone(c.differs)
}

// write makes a file of its parts.
func (c *Cache) write(name string, parts ...[]byte) error {
	dir := filepath.Dir(name)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, tempPrefix)
	if err != nil {
		return err
	}
	for _, part := range parts {
		if err == nil {
			_, err = f.Write(part)
		}
	}
	err = errors.Join(err, f.Close())
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		os.Remove(f.Name()) // unchecked: Trim finds it
	}
	return err
}

// tempPrefix begins the names of files that are not whole yet; no result is called so.
const tempPrefix = "tmp-"

// file is where a result lies: two letters of its key make a folder, for no folder should hold a hundred thousand files.
func (c *Cache) file(key Key) string {
	name := hex.EncodeToString(key[:])
	return filepath.Join(c.dir, name[:2], name[2:])
}

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
		c.write(c.file(name), []byte(magic), seal(name, data), data) // unchecked: then the next build makes it again
	}
}
