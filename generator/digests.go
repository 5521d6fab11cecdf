package generator

import (
	"encoding/binary"
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

	addresses []string // of all pages, in their order

	mu    sync.Mutex
	old   map[string]keptDigest // by address
	now   map[string]keptDigest
	fresh bool
}

type keptDigest struct {
	key    string
	place  cache.TextPlace
	digest []byte // of a page that was read now
}

// keepDigests opens what is kept of a language.
func (l *Loader) keepDigests(lang string) *keptDigests {
	k := &keptDigests{old: map[string]keptDigest{}, now: map[string]keptDigest{}}
	l.digests = append(l.digests, k)
	if l.studio.cache == nil || l.Folder == "" || l.Preview {
		return k
	}
	k.cache = l.studio.cache
	k.name = cache.KeyOf("digests", search.Version, l.Folder, lang)
	k.texts = k.cache.Texts(cache.KeyOf("texts of", string(k.name[:])))
	data, ok := k.cache.Noted(k.name)
	if !ok || l.Verify {
		return k
	}
	for r := (noteReader{data}); r.data != ""; {
		address, d := r.text(), keptDigest{key: r.text()}
		d.place = r.place()
		k.old[address] = d
	}
	return k
}

// of is the digest of a page, kept or read now.
func (k *keptDigests) of(address, key string, read func() []byte) []byte {
	if k.cache == nil || key == "" {
		return read()
	}
	d, known := k.old[address]
	known = known && d.key == key
	if known {
		text, err := k.texts.At(d.place)
		if known = err == nil; known {
			d.digest = []byte(text)
		}
	}
	if !known {
		d = keptDigest{key: key, digest: read()}
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	kept := d
	if known {
		kept.digest = nil
	}
	k.now[address] = kept
	k.fresh = k.fresh || !known
	return d.digest
}

// save writes what is kept for the next time.
func (k *keptDigests) save() error {
	if k.cache == nil || !k.fresh && len(k.now) == len(k.old) {
		return nil
	}
	places := make([]*cache.TextPlace, 0, len(k.addresses))
	for _, address := range k.addresses {
		d := k.now[address]
		if d.digest != nil {
			d.place = k.texts.Add(string(d.digest))
		}
		places = append(places, &d.place)
		d.digest = nil
		k.now[address] = d
	}
	if err := k.texts.Save(places); err != nil {
		return err
	}
	var b []byte
	for i, address := range k.addresses {
		for _, s := range []string{address, k.now[address].key} {
			b = append(binary.AppendUvarint(b, uint64(len(s))), s...)
		}
		b = appendPlace(b, *places[i])
	}
	k.cache.Note(k.name, b)
	return nil
}
