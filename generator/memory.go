package generator

import (
	"sync"
	"time"

	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
)

// memory is what a loader knows of files it has read. A file is taken to be the same while its size and time are; a time so
// young that a second change could hide behind it is not trusted (the grain of file systems is up to two seconds).
type memory struct {
	mu         sync.Mutex
	docs       map[string]*memorised
	docsTheme  *theme // that the documents were parsed with; nil before the first
	docsConfig string // likewise, see keyOf
	files      map[string]*memorisedFile
	theme      *themeMemory
	tried      *theme       // whose layouts have been tried in the preview
	trial      problem.List // and what came of it
	assets     *assetsMemory
	outline    *outlineMemory
}

type memorised struct {
	stamp  stamp
	parsed content.Parsed // in the preview of a file that cannot be read: what it was when it last could
}

// stamp tells one state of a file from another.
type stamp struct {
	size int64
	time time.Time
	safe bool // it was read long enough after its time
}

const grain = 2 * time.Second

func stampOf(f content.Found) stamp {
	return stamp{f.Size, f.Time, time.Since(f.Time) > grain}
}

func (s stamp) same(other stamp) bool {
	return s.safe && s.size == other.size && s.time.Equal(other.time)
}

// expect forgets the documents if kinds or the site's own data have changed: both go into every document.
func (m *memory) expect(theme *theme, config *site.Config, texts int) {
	key := keyOf(config)
	if m.docs == nil || m.docsTheme != theme || m.docsConfig != key {
		m.docs = make(map[string]*memorised, texts)
	}
	m.docsTheme, m.docsConfig = theme, key
}

// keyOf is what of the site's own data enters a document.
func keyOf(c *site.Config) string {
	key := c.Safety
	for _, b := range c.Brands {
		key += b.Wrong + "\x00" + b.Right + "\x00"
	}
	for _, s := range c.Contacts.Strings() {
		key += "\x01" + s
	}
	return key
}

func (m *memory) parsed(f content.Found) (content.Parsed, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	entry := m.docs[f.File]
	if entry == nil || !entry.stamp.same(stampOf(f)) {
		return content.Parsed{}, false
	}
	return entry.parsed, true
}

func (m *memory) lastGood(file string) ([]*site.Doc, []site.Work) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if entry := m.docs[file]; entry != nil {
		return entry.parsed.Docs, entry.parsed.Works
	}
	return nil, nil
}

func (m *memory) keep(f content.Found, parsed content.Parsed) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.docs[f.File] = &memorised{stamp: stampOf(f), parsed: parsed}
}
