package generator

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"io/fs"
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/som-hub/vitryna/generator/cache"
	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/site"
)

// keptFiles are the texts of a site as they were parsed when it was last loaded, on the disk. A file is the same while its size and time are, or else
// while its bytes are.
type keptFiles struct {
	cache *cache.Cache
	many  bool // texts: what is parsed is left on the disk
	faces bool // they are wanted: by the next build, or by a preview, which shows a changed text sooner where only that has changed
	kinds *content.Kinds
	name  cache.Key // of the site's folder, the program and all that enters a document beside its file
	texts *cache.Texts
	rests *cache.Texts // of files, their documents but for the texts: a load reads them all

	mu    sync.Mutex
	old   map[string]*keptFile
	now   map[string]*keptFile
	lost  map[string]bool // files whose texts were not there when they were wanted
	fresh bool            // something has to be written
	saved bool            // by a preview
}

// manyTexts is the size of all texts of a site, as they are written, from which on they are left on the disk: until then they take less memory than a build is allowed
// anyway, and reading them again for every page and book costs a twentieth of its time.
var manyTexts int64 = 32 << 20 // tests have few texts

// keptFile is one text.
type keptFile struct {
	stamp stamp
	sum   [sha256.Size]byte
	rest  cache.TextPlace // among the rests; of no size where its documents are not kept
	texts []cache.TextPlace
	faces []content.Face
}

// openKept opens what is kept of the site, once. Without a cache nothing is.
func (l *Loader) openKept(kinds *content.Kinds, key string) {
	digest := l.memory.theme.kinds
	name := cache.KeyOf("texts", content.KeptVersion, programVersion(), l.Folder, string(digest[:]), key)
	if l.kept != nil && l.kept.name == name {
		l.kept.kinds = kinds // the same, read again: documents of both would not meet
		return
	}
	k := &keptFiles{name: name, faces: l.Preview, kinds: kinds, old: map[string]*keptFile{}, now: map[string]*keptFile{}, lost: map[string]bool{}}
	l.kept = k
	if l.results == nil || l.Folder == "" {
		return
	}
	k.cache, k.faces = l.results, true
	k.texts = k.cache.Texts(cache.KeyOf("texts of", string(name[:])))
	k.rests = k.cache.Texts(cache.KeyOf("rests of", string(name[:])))
	if l.Verify {
		return
	}
	each(context.Background(), l.Jobs, 2, func(i int) error { // unchecked: neither fails
		if i == 0 {
			k.rests.ReadAll()
		} else if data, ok := k.cache.Noted(name); ok {
			k.read(data)
		}
		return nil
	})
	k.now = make(map[string]*keptFile, len(k.old))
}

// loaded gives back the memory of what the first load has read.
func (k *keptFiles) loaded() {
	if k.rests != nil {
		k.rests.Forget()
	}
}

// parsed is what is kept of a file, if that is still what it is; data is the file's content where it had to be read.
func (k *keptFiles) parsed(root fs.FS, parser *content.Parser, f content.Found) (p content.Parsed, data []byte, ok bool) {
	entry := k.old[f.File]
	if entry == nil || k.isLost(f.File) {
		return p, nil, false
	}
	fresh := false
	if now := stampOf(f); !entry.stamp.same(now) {
		var err error
		if data, err = fs.ReadFile(root, f.File); err != nil || sha256.Sum256(data) != entry.sum {
			return p, data, false
		}
		again := *entry
		again.stamp = now
		fresh = now.safe != entry.stamp.safe || !now.time.Equal(entry.stamp.time)
		entry = &again
	}
	rest, err := k.rests.At(entry.rest)
	if err != nil {
		return p, data, false
	}
	p, err = k.kinds.Parsed(rest, func(n int, body *site.Body) bool {
		if n < len(entry.texts) && entry.texts[n].Size > 0 {
			body.Leave(k.late(root, parser, f.File, entry, n))
		}
		return n < len(entry.texts)
	})
	if err != nil {
		return p, data, false
	}
	k.mu.Lock()
	k.fresh = k.fresh || fresh
	k.now[f.File] = entry
	k.mu.Unlock()
	return p, data, true
}

// unread tells whether a file was known by its size and time, so that nobody had to open it.
func (k *keptFiles) unread(file string) bool {
	entry := k.old[file]
	return entry != nil && k.now[file] == entry
}

// doubt has a file read again by the next load, whatever its time.
func (k *keptFiles) doubt(file string) {
	if entry := k.now[file]; entry != nil {
		entry.stamp.safe, k.fresh = false, true
	}
}

// add notes a file that was parsed, and leaves its texts on the disk where there are many.
func (k *keptFiles) add(root fs.FS, parser *content.Parser, f content.Found, data []byte, p content.Parsed) {
	if !k.faces {
		return // there is neither
	}
	entry := &keptFile{stamp: stampOf(f), sum: sha256.Sum256(data)}
	if kept, err := k.kinds.Keep(p); err == nil {
		entry.faces = kept.Faces
		k.leave(entry, kept)
	} else {
		entry.faces = []content.Face{{Shown: entry.sum, Text: entry.sum}}
	}
	if entry.rest.Size > 0 && k.many {
		for n, doc := range p.Docs {
			if entry.texts[n].Size > 0 {
				doc.Body.Leave(k.late(root, parser, f.File, entry, n))
			}
		}
	}
	k.mu.Lock()
	k.now[f.File], k.fresh = entry, true
	delete(k.lost, f.File)
	k.mu.Unlock()
}

// leave adds a file to those on the disk. Where there is no room it stays in memory, and is parsed again the next time.
func (k *keptFiles) leave(entry *keptFile, kept content.Kept) {
	if k.cache == nil {
		return
	}
	var err error
	entry.texts = make([]cache.TextPlace, len(kept.Texts))
	for i, text := range kept.Texts {
		if entry.texts[i], err = k.texts.Add(text); err != nil {
			return
		}
	}
	if rest, err := k.rests.AddBytes(kept.Rest); err == nil {
		entry.rest = rest
	}
}

// late reads a text when it is wanted. One that is damaged is parsed again; if the file has become another meanwhile, the text is lost.
func (k *keptFiles) late(root fs.FS, parser *content.Parser, file string, entry *keptFile, n int) func() string {
	return func() string {
		if text, err := k.texts.At(entry.texts[n]); err == nil {
			return text
		}
		if data, err := again(root, file, entry.sum); err == nil {
			if docs := parser.Parse(file, data).Docs; n < len(docs) {
				return docs[n].Body.HTML()
			}
		}
		k.mu.Lock()
		defer k.mu.Unlock()
		k.lost[file] = true
		return ""
	}
}

func (k *keptFiles) isLost(file string) bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.lost[file]
}

// whole is an error if a text was lost: what was made since may lack it.
func (k *keptFiles) whole() error {
	k.mu.Lock()
	defer k.mu.Unlock()
	for _, file := range slices.Sorted(maps.Keys(k.lost)) {
		return &ChangedError{file}
	}
	return nil
}

// saveOnce saves what a preview has parsed when it began, so that it begins sooner the next time; not after every change.
func (k *keptFiles) saveOnce(found []content.Found) {
	if !k.saved {
		k.saved = true
		k.save(found) // unchecked: then it is parsed again
	}
}

// save writes what is kept for the next time. found are the files there are now, in their order.
func (k *keptFiles) save(found []content.Found) error {
	if k.cache == nil || !k.fresh && len(k.now) == len(k.old) {
		return nil
	}
	var live, rests []*cache.TextPlace
	for _, f := range found {
		entry := k.now[f.File]
		if entry == nil || entry.rest.Size == 0 {
			continue
		}
		rests = append(rests, &entry.rest)
		for i := range entry.texts {
			live = append(live, &entry.texts[i])
		}
	}
	if err := errors.Join(k.texts.Save(live), k.rests.Save(rests)); err != nil {
		return err
	}
	k.cache.Note(k.name, k.written(found))
	return nil
}

// written is the note: where the documents of every file lie.
func (k *keptFiles) written(found []content.Found) []byte {
	b := make([]byte, 0, 256*len(k.now))
	for _, f := range found {
		entry := k.now[f.File]
		if entry == nil || entry.rest.Size == 0 {
			continue
		}
		b = appendText(b, f.File)
		b = binary.AppendVarint(b, entry.stamp.size)
		b = binary.AppendVarint(b, entry.stamp.time.UnixNano())
		b = appendBool(b, entry.stamp.safe)
		b = append(b, entry.sum[:]...)
		b = appendPlace(b, entry.rest)
		b = binary.AppendUvarint(b, uint64(len(entry.texts)))
		for i, p := range entry.texts {
			b = appendPlace(b, p)
			b = append(append(b, entry.faces[i].Shown[:]...), entry.faces[i].Text[:]...)
		}
	}
	return b
}

// read reads a note. The cache has checked every byte of it.
func (k *keptFiles) read(data string) {
	r := noteReader{data}
	for r.data != "" {
		file, entry := r.text(), &keptFile{}
		entry.stamp = stamp{size: r.int(), time: time.Unix(0, r.int()), safe: r.bool()}
		copy(entry.sum[:], r.cut(sha256.Size))
		entry.rest = r.place()
		entry.texts = make([]cache.TextPlace, min(r.uint(), len(r.data)))
		entry.faces = make([]content.Face, len(entry.texts))
		for i := range entry.texts {
			entry.texts[i] = r.place()
			copy(entry.faces[i].Shown[:], r.cut(sha256.Size))
			copy(entry.faces[i].Text[:], r.cut(sha256.Size))
		}
		k.old[file] = entry
	}
}
