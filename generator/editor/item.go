package editor

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/author"
	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/filename"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// kindView is a kind of which a new item may be made.
type kindView struct {
	Name   string   `json:"name"`
	Label  string   `json:"label"`
	In     string   `json:"in,omitempty"` // what its items live in: «посібник»
	Owners []option `json:"owners,omitempty"`
}

type kindsReply struct {
	Kinds []kindView `json:"kinds"`
}

// listKinds lists the kinds whose items are texts of their own.
func (d *Desk) listKinds(_ context.Context, _ struct{}) (*kindsReply, error) {
	kinds, err := d.kinds()
	if err != nil {
		return nil, err
	}
	r := &kindsReply{Kinds: []kindView{}}
	for _, k := range kinds.All {
		in := kinds.Named(k.Inside)
		if author.FreshFile(k, in, "x", "y", 0) == "" {
			continue
		}
		v := kindView{Name: k.Name, Label: ukrainian.Capital(k.Singular(d.Lang))}
		if in != nil {
			v.In = in.Singular(d.Lang)
			v.Owners = d.owners(in)
			if len(v.Owners) == 0 {
				continue
			}
		}
		r.Kinds = append(r.Kinds, v)
	}
	slices.SortFunc(r.Kinds, func(a, b kindView) int {
		return strings.Compare(string(ukrainian.SortKey(a.Label)), string(ukrainian.SortKey(b.Label)))
	})
	return r, nil
}

func (d *Desk) owners(in *site.Kind) []option {
	model := d.now.Load().snapshot.Model()
	if model == nil {
		return nil // site.yaml cannot be read
	}
	var list []option
	for _, i := range model.Items {
		if i.Kind.Name != in.Name || i.Owner != nil {
			continue
		}
		if data, err := d.files().Read(i.UK.Doc.File); err == nil && data != nil {
			title, _ := i.Title(d.Lang)
			list = append(list, option{i.ID, title})
		}
	}
	return list
}

type newQuestion struct {
	Kind  string `json:"kind"`
	Owner string `json:"owner"`
	Title string `json:"title"`
}

var numberedName = regexp.MustCompile(`^(\d+)-.+\.md$`)

// newItem makes a draft of a kind. A name that is taken gets a number.
func (d *Desk) newItem(ctx context.Context, q newQuestion) (*Opened, error) {
	kinds, err := d.kinds()
	if err != nil {
		return nil, err
	}
	kind, id := kinds.Named(q.Kind), ukrainian.Slug(q.Title)
	if kind == nil {
		return nil, refused("question")
	}
	if id == "" || strings.TrimSpace(q.Title) == "" {
		return nil, refused("no title")
	}
	id = filename.NotDevice(strings.Trim(id[:min(len(id), 60)], "-"))
	in := kinds.Named(kind.Inside)
	if in != nil && !slices.ContainsFunc(d.owners(in), func(o option) bool { return o.Name == q.Owner }) {
		return nil, refused("no owner")
	}
	fresh := author.Fresh{Kind: kind, Common: kinds.Common, Title: strings.TrimSpace(q.Title), Day: ukrainian.DateOf(d.Now())}
	for n := 1; n < 100; n++ {
		file := author.FreshFile(kind, in, q.Owner, numbered(id, n), 0)
		file = author.FreshFile(kind, in, q.Owner, numbered(id, n), d.lastNumber(path.Dir(file)))
		if file == "" {
			return nil, refused("question")
		}
		if path.Base(file) == "index.md" {
			if _, err := os.Lstat(filepath.Join(d.Folder, filepath.FromSlash(path.Dir(file)))); err == nil {
				continue
			}
		}
		_, err := d.files().Save(ctx, file, "", fresh.Text())
		var taken *author.Conflict
		if errors.As(err, &taken) {
			continue
		}
		if err != nil {
			return nil, err
		}
		return d.open(ctx, openQuestion{File: file})
	}
	return nil, refused("there")
}

func numbered(id string, n int) string {
	if n == 1 {
		return id
	}
	return id + "-" + strconv.Itoa(n)
}

// lastNumber is the highest number of the files NN-name.md of a folder. What stands at the end on purpose, from 90 on, keeps its place.
func (d *Desk) lastNumber(dir string) int {
	entries, _ := os.ReadDir(filepath.Join(d.Folder, filepath.FromSlash(dir)))
	last := 0
	for _, e := range entries {
		if m := numberedName.FindStringSubmatch(e.Name()); m != nil {
			if n, _ := strconv.Atoi(m[1]); n < 90 {
				last = max(last, n)
			}
		}
	}
	return last
}

// place is what a rename or a deletion moves: the folder of an item, or its file in the folder of another.
func (d *Desk) place(file string) (thing string, p *content.Place, err error) {
	if p, err = d.kindOf(file); err != nil {
		return "", nil, err
	}
	if p.Role != site.RoleItem {
		return "", nil, refused("not item")
	}
	if path.Base(file) == "index.md" {
		return path.Dir(file), p, nil
	}
	return file, p, nil
}

type renameQuestion struct {
	File string `json:"file"`
	ID   string `json:"id"`
}

type renameReply struct {
	*Opened
	Changed []string `json:"changed"` // other texts and tables, whose links and references lead to the new place now
	Left    []string `json:"left"`    // and those that could not be changed
}

// rename gives an item another address. The old one leads to the new one, and so do the links and references of other texts and tables.
func (d *Desk) rename(ctx context.Context, q renameQuestion) (*renameReply, error) {
	thing, p, err := d.place(q.File)
	if err != nil {
		return nil, err
	}
	if !ukrainian.IsSlug(q.ID) || p.Lang != site.UK {
		if slug := ukrainian.Slug(q.ID); slug != "" {
			return nil, &trouble{"plain id", slug}
		}
		return nil, refused("no id")
	}
	to := path.Join(path.Dir(thing), q.ID)
	if thing == q.File {
		number, _, _ := strings.Cut(path.Base(thing), "-")
		to = path.Join(path.Dir(thing), number+"-"+q.ID+".md")
	}
	if to == thing {
		return nil, refused("same name")
	}
	v := d.now.Load()
	model := v.snapshot.Model()
	if model == nil || v.moved {
		return nil, refused("loading") // where links lead is known of the site as it was read: after a move it has to be read anew
	}
	if err := d.files().Move(thing, to); err != nil {
		return nil, err
	}
	after := *v
	after.moved = true
	d.now.CompareAndSwap(v, &after)
	m := move{model: model, ref: path.Join(cmp.Or(p.Owner, p.Section), p.ID), from: thing, to: to, id: q.ID}
	r := &renameReply{Changed: []string{}, Left: []string{}}
	note := func(file string, changed bool, err error) {
		if err != nil {
			r.Left = append(r.Left, m.of(file))
		} else if changed && m.of(file) == file {
			r.Changed = append(r.Changed, file)
		}
	}
	for _, file := range slices.Sorted(maps.Keys(v.byFile)) {
		changed, err := d.follow(ctx, v.byFile[file], file, m)
		note(file, changed, err)
	}
	for _, file := range slices.Sorted(maps.Keys(v.tables)) {
		changed, err := d.followTable(ctx, v.tables[file], file, m)
		note(file, changed, err)
	}
	changed, err := d.followSettings(ctx, m)
	note("content/site.yaml", changed, err)
	r.Opened, err = d.open(ctx, openQuestion{File: m.of(q.File)})
	return r, err
}
