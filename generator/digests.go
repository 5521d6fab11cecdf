package generator

import (
	"sync"

	"github.com/som-hub/vitryna/generator/cache"
	"github.com/som-hub/vitryna/generator/search"
)

// keptDigests are what the search index of a language needs of its pages, kept on the disk from the last build. A page's digest is good as long as the
// key of its item is.
type keptDigests struct {
	cache *cache.Cache
	name  cache.Key
	texts *cache.Texts
	rows  *cache.Texts // of the pages read now, which the index is made of: only until it is written

	addresses []string // of all pages, in their order

	mu    sync.Mutex
	old   map[string]keptDigest // by address
	now   map[string]keptDigest
	fresh bool
}

type keptDigest struct {
	address, key string
	place        cache.TextPlace
}

// openDigests opens what is kept of the site's languages.
func (l *Loader) openDigests(languages []string) {
	l.digests = nil
	for _, lang := range languages {
		l.digests = append(l.digests, l.keepDigests(lang))
	}
}

// keepDigests opens what is kept of a language.
func (l *Loader) keepDigests(lang string) *keptDigests {
	k := &keptDigests{old: map[string]keptDigest{}, now: map[string]keptDigest{}}
	if l.results == nil || l.Folder == "" || l.Preview {
		return k
	}
	k.cache = l.results
	k.name = cache.KeyOf("digests", search.Version, l.Folder, lang)
	k.texts = k.cache.Texts(cache.KeyOf("texts of", string(k.name[:])))
	k.rows = k.cache.Texts(cache.KeyOf("rows of", string(k.name[:])))
	data, ok := k.cache.Noted(k.name)
	if !ok || l.Verify {
		return k
	}
	for r := (noteReader{data}); r.data != ""; {
		d := keptDigest{address: r.text(), key: r.text()}
		d.place = r.place()
		k.old[d.address] = d
	}
	k.now = make(map[string]keptDigest, len(k.old))
	k.texts.ReadAll()
	return k
}

// of is the digest of a page, kept or read now.
func (k *keptDigests) of(address, key string, read func() []byte) (digest []byte) {
	if k.cache == nil || key == "" {
		return read()
	}
	d, known := k.old[address]
	known = known && d.key == key
	if known {
		var err error
		digest, err = k.texts.Bytes(d.place)
		known = err == nil
	}
	if !known {
		digest = read()
		place, err := k.texts.AddBytes(digest)
		if err != nil {
			return digest
		}
		d = keptDigest{address, key, place}
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.now[address] = d
	k.fresh = k.fresh || !known
	return digest
}

// keepRow puts a row aside until it is asked for: all of them are a third of what a build has in memory.
func (k *keptDigests) keepRow(row []byte) func() []byte {
	inMemory := func() []byte { return row }
	if k.cache == nil {
		return inMemory
	}
	place, err := k.rows.AddBytes(row)
	if err != nil {
		return inMemory
	}
	return func() []byte {
		row, err := k.rows.Bytes(place)
		if err != nil {
			return nil
		}
		return row
	}
}

// read tells that all have been read.
func (k *keptDigests) read() {
	if k.cache != nil {
		k.texts.Forget()
	}
}

// save writes what is kept for the next time.
func (k *keptDigests) save() error {
	if k.cache == nil {
		return nil
	}
	if err := k.rows.Close(); err != nil {
		return err
	}
	if !k.fresh && len(k.now) == len(k.old) {
		return nil
	}
	kept := make([]*keptDigest, 0, len(k.addresses))
	places := make([]*cache.TextPlace, 0, len(k.addresses))
	for _, address := range k.addresses {
		if d, known := k.now[address]; known {
			kept = append(kept, &d)
			places = append(places, &d.place)
		}
	}
	if err := k.texts.Save(places); err != nil {
		return err
	}
	b := make([]byte, 0, 96*len(kept))
	for _, d := range kept {
		b = appendPlace(appendText(appendText(b, d.address), d.key), d.place)
	}
	k.cache.Note(k.name, b)
	return nil
}
