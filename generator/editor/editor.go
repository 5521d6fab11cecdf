// Package editor answers what the scripts of the preview ask while somebody writes: the author's bar on every page, and the editor at /_editor/.
//
//	desk := &editor.Desk{Folder: folder, Now: time.Now, Lang: "uk", NewLoader: newLoader}
//	desk.Show(snapshot)                         // after every load
//	reply, ok := desk.Ask(ctx, "save", question) // what a script asks, as JSON
//
// # What it promises
//
// It writes the same files as a hand would, through package author: of a header only the lines that change, of a text only what its writer changed. Nothing
// is written over what the writer has not seen: a text is saved together with the one it was made of, and where the file holds another meanwhile, the
// answer has both and nothing is written. Earlier states and what is deleted are kept in [author.Keep], beside content/, where no page is made from.
//
// Only files of content/ are read and written, never behind a symbolic link, never in a folder named private. A picture is written only if its question
// says who is seen on it and by whose consent (PD-05 … PD-08), and without what a camera wrote into it.
//
// What a page would look like with an unsaved text is made by the same loader and the same layouts as every other page: the text lies over its file.
//
// # State
//
// The desk owns the pointer to the snapshot that is shown, a second loader for unsaved texts, and the lock of the store.
package editor

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"sync"
	"sync/atomic"
	"time"

	"github.com/som-hub/vitryna/generator"
	"github.com/som-hub/vitryna/generator/author"
	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
)

// Desk answers for one site. It may be asked by many tabs at once.
type Desk struct {
	Folder    string                                               // the site's folder; required
	Lang      string                                               // of what is said: "uk" or "en"
	Token     string                                               // that scripts send along
	Now       func() time.Time                                     // required
	NewLoader func() (*generator.Loader, error)                    // one more loader of the site, as that of the preview; required
	Check     func(ctx context.Context) (problem.List, int, error) // everything, as the command check; nil: cannot
	Open      func(file string) error                              // opens a file in the system's own editor; nil: cannot
	Disk      func(error) string                                   // what the disk itself refuses, and no other program: "full", "locked", "denied", else ""; nil: nothing is known of it
	Explain   func(error) string                                   // what is wrong with the machine, in words of an author; nil: as it says itself
	Guests    bool                                                 // others on the local network may look: the bar leads to their code

	once  sync.Once
	store *author.Store
	now   atomic.Pointer[shown]

	drafting sync.Mutex // the loader of unsaved texts takes one at a time
	drafts   *generator.Loader
	draft    atomic.Pointer[generator.Snapshot]
}

// shown is a snapshot with what is looked up in it.
type shown struct {
	snapshot *generator.Snapshot
	kinds    *content.Kinds
	byFile   map[string]*site.Page
	byPath   map[string]*site.Page  // by address: projects/x/
	tables   map[string][]*site.Doc // the rows of each
	moved    bool                   // an item has been moved since it was read
}

// Show makes a snapshot the one that is asked about.
func (d *Desk) Show(s *generator.Snapshot) {
	v := &shown{snapshot: s, byFile: map[string]*site.Page{}, byPath: map[string]*site.Page{}, tables: map[string][]*site.Doc{}}
	model := s.Model()
	if last := d.now.Load(); last != nil && model != nil && last.snapshot.Model() == model { // only a text is another
		same := *last
		same.snapshot = s
		d.now.Store(&same)
		return
	}
	defer d.now.Store(v) // when it is whole
	if model == nil {
		return
	}
	add := func(versions site.Versions, page bool) {
		for _, p := range versions.All() {
			if p.Doc.Line > 0 { // a row is changed in its table
				v.tables[p.Doc.File] = append(v.tables[p.Doc.File], p.Doc)
				continue
			}
			v.byFile[p.Doc.File] = p
			if page {
				v.byPath[p.Address()] = p
			}
		}
	}
	add(model.Home, true)
	for _, s := range model.Sections {
		add(s.Intro, true)
	}
	for _, i := range model.Hidden {
		add(i.Versions, false)
	}
	for _, i := range model.Items {
		add(i.Versions, i.HasPage())
	}
}

func (d *Desk) files() *author.Store {
	d.once.Do(func() { d.store = &author.Store{Root: d.Folder, Now: d.Now} })
	return d.store
}

// kinds are the kinds of the site as it is shown.
func (d *Desk) kinds() (*content.Kinds, error) {
	if v := d.now.Load(); v != nil && v.kinds != nil {
		return v.kinds, nil
	}
	loader, err := d.NewLoader()
	if err != nil {
		return nil, err
	}
	kinds, _, err := loader.Kinds()
	if v := d.now.Load(); v != nil && err == nil {
		fresh := *v
		fresh.kinds = kinds
		d.now.CompareAndSwap(v, &fresh)
	}
	return kinds, err
}

// kindOf is the kind of a text by the place of its file, and its language.
func (d *Desk) kindOf(file string) (*content.Place, error) {
	kinds, err := d.kinds()
	if err != nil {
		return nil, err
	}
	place, _ := kinds.Place(file)
	if place == nil || place.Table {
		return nil, refused("not text")
	}
	return place, nil
}

// trouble is an answer that says why nothing was done: a key of words.go, and what it is about.
type trouble struct {
	Key  string
	What string
}

func (t *trouble) Error() string { return t.Key }

func refused(key string) error { return &trouble{Key: key} }

// failure is the answer that says so.
type failure struct {
	Trouble string `json:"trouble"` // a sentence
	Key     string `json:"key"`
}

// Ask answers a question; ok is false where there is no such question.
func (d *Desk) Ask(ctx context.Context, name string, body []byte) (any, bool) {
	answer, ok := questions[name]
	if !ok {
		return nil, false
	}
	if d.now.Load() == nil {
		return d.say(refused("loading")), true
	}
	reply, err := answer(d, ctx, body)
	if err != nil {
		return d.say(err), true
	}
	return reply, true
}

// say turns an error into a sentence.
func (d *Desk) say(err error) failure {
	var t *trouble
	var bad *json.SyntaxError
	key := "machine"
	switch {
	case errors.As(err, &t):
		key = t.Key
	case errors.Is(err, author.ErrName):
		key = "name"
	case errors.Is(err, author.ErrField), errors.Is(err, content.ErrHeader):
		key = "header"
	case errors.Is(err, author.ErrHeld):
		key = d.refusal(err, "held")
	case errors.Is(err, author.ErrStays):
		key = d.refusal(err, "stays")
	case errors.Is(err, fs.ErrExist):
		key = "there"
	case errors.Is(err, fs.ErrNotExist):
		key = "gone"
	case errors.As(err, &bad):
		key = "question"
	default:
		key = d.refusal(err, key) // what a text held could not be kept
	}
	text := say(d.Lang, key)
	switch {
	case t != nil && t.What != "":
		text += ": " + t.What
	case key == "machine" && d.Explain != nil:
		text += ": " + d.Explain(err)
	case key == "machine":
		text += ": " + err.Error()
	}
	return failure{text, key}
}

// refusal says why a file could not be written: the disk refuses it, or else what is likely.
func (d *Desk) refusal(err error, likely string) string {
	if d.Disk == nil {
		return likely
	}
	return cmp.Or(d.Disk(err), likely)
}

// question makes an answer of a function that takes its own kind of question.
func question[Q, A any](answer func(*Desk, context.Context, Q) (A, error)) func(*Desk, context.Context, []byte) (any, error) {
	return func(d *Desk, ctx context.Context, body []byte) (any, error) {
		var q Q
		if err := json.Unmarshal(body, &q); err != nil {
			return nil, refused("question")
		}
		return answer(d, ctx, q)
	}
}

// questions are what may be asked.
var questions = map[string]func(*Desk, context.Context, []byte) (any, error){
	"bar":      question((*Desk).bar),
	"check":    question((*Desk).checkAll),
	"system":   question((*Desk).openFile),
	"open":     question((*Desk).open),
	"draft":    question((*Desk).tryDraft),
	"save":     question((*Desk).save),
	"aside":    question((*Desk).aside),
	"state":    question((*Desk).state),
	"search":   question((*Desk).search),
	"picture":  question((*Desk).picture),
	"paste":    question((*Desk).paste),
	"kinds":    question((*Desk).listKinds),
	"new":      question((*Desk).newItem),
	"rename":   question((*Desk).rename),
	"delete":   question((*Desk).remove),
	"bin":      question((*Desk).bin),
	"undelete": question((*Desk).undelete),
	"history":  question((*Desk).history),
	"version":  question((*Desk).version),
}
