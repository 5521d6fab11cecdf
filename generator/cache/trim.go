package cache

import (
	"cmp"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// How much is kept, and for how long if nobody asks for it.
const (
	MaxAge  = 30 * 24 * time.Hour
	MaxSize = 2 << 30
)

// trimmedFile tells by its time when the cache was trimmed last.
const trimmedFile = "trimmed"

type kept struct {
	name string
	size int64
	used time.Time
}

// Trim throws away what has not been used for [MaxAge] and, if more than [MaxSize] remains, what has not been used longest. It does so
// once a day; in between it returns at once.
func (c *Cache) Trim() {
	if c == nil {
		return
	}
	mark := filepath.Join(c.dir, trimmedFile)
	if info, err := os.Stat(mark); err == nil && c.now.Sub(info.ModTime()).Abs() < 24*time.Hour {
		return
	}
	if os.WriteFile(mark, nil, 0o600) == nil {
		os.Chtimes(mark, c.now, c.now) // unchecked: then it is trimmed again
	}
	c.trim(MaxAge, MaxSize)
}

func (c *Cache) trim(age time.Duration, size int64) {
	var all []kept
	total := int64(0)
	fs.WalkDir(os.DirFS(c.dir), ".", func(name string, entry fs.DirEntry, err error) error { // unchecked: what cannot be read stays
		if err != nil || entry.IsDir() || !strings.Contains(name, "/") {
			return nil
		}
		info, err := entry.Info()
		if err != nil {
			return nil
		}
		k := kept{filepath.Join(c.dir, filepath.FromSlash(name)), info.Size(), info.ModTime()}
		unfinished := strings.HasPrefix(entry.Name(), tempPrefix)
		old := c.now.Sub(k.used)
		if old > age || unfinished && old.Abs() > time.Hour { // from the future: a clock was wrong
			os.Remove(k.name) // unchecked: another program has it open
		} else if !unfinished {
			all, total = append(all, k), total+k.size
		}
		return nil
	})
	slices.SortFunc(all, func(a, b kept) int { return cmp.Or(a.used.Compare(b.used), cmp.Compare(a.name, b.name)) })
	for _, k := range all {
		if total <= size {
			return
		}
		if os.Remove(k.name) == nil {
			total -= k.size
		}
	}
}
