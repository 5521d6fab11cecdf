package editor

import (
	"context"
	"errors"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/author"
	"github.com/som-hub/vitryna/generator/content"
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
	id = site.NotDevice(strings.Trim(id[:min(len(id), 60)], "-"))
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
	Changed []string `json:"changed"` // other texts, whose links lead to the new place now
	Left    []string `json:"left"`    // and those that could not be changed
}

// rename gives an item another address. The old one leads to the new one, and so do the links of other texts.
func (d *Desk) rename(ctx context.Context, q renameQuestion) (*renameReply, error) {
	thing, p, err := d.place(q.File)
	if err != nil {
		return nil, err
	}
	if !ukrainian.IsSlug(q.ID) || p.Lang != site.UK {
		return nil, &trouble{"plain id", ukrainian.Slug(q.ID)}
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
	if err := d.files().Move(thing, to); err != nil {
		return nil, err
	}
	moved := func(file string) string {
		if file == thing || strings.HasPrefix(file, thing+"/") {
			return to + strings.TrimPrefix(file, thing)
		}
		return file
	}
	r := &renameReply{Changed: []string{}, Left: []string{}}
	for _, file := range sortedFiles(v) {
		page := v.byFile[file]
		changed, err := d.follow(ctx, page, file, moved, p, q.ID)
		if err != nil {
			r.Left = append(r.Left, moved(file))
		} else if changed && moved(file) == file {
			r.Changed = append(r.Changed, file)
		}
	}
	if model := v.snapshot.Model(); model != nil && p.Owner == "" {
		was := p.Section + "/" + p.ID
		if slices.ContainsFunc(model.Config.Menu, func(e site.MenuEntry) bool { return e.Path == was }) {
			r.Left = append(r.Left, "content/site.yaml") // the program writes no menu
		}
	}
	r.Opened, err = d.open(ctx, openQuestion{File: moved(q.File)})
	return r, err
}

func sortedFiles(v *shown) []string {
	var files []string
	for file := range v.byFile {
		files = append(files, file)
	}
	slices.Sort(files)
	return files
}

// follow changes one text after a rename: its links, its references, and, if it has moved itself, its former addresses.
func (d *Desk) follow(ctx context.Context, page *site.Page, file string, moved func(string) string, p *content.Place, id string) (bool, error) {
	here := moved(file)
	data, err := d.files().Read(here)
	if err != nil || data == nil {
		return false, nil // of the guide, or gone
	}
	fresh := data
	for _, l := range page.Text().Links {
		target, fragment, _ := strings.Cut(l.Dest, "#")
		if target == "" || strings.Contains(target, ":") || strings.HasPrefix(target, "/") {
			continue
		}
		was := path.Join(path.Dir(file), target)
		if is := moved(was); is != was || here != file {
			now := relative(here, is)
			if strings.HasSuffix(target, "/") {
				now += "/"
			}
			if fragment != "" {
				now += "#" + fragment
			}
			fresh = author.ReplaceInLine(fresh, l.Line, l.Dest, now)
		}
	}
	if kind := page.Doc.Kind; kind != nil {
		if fields, _, err := author.Fields(fresh, kind); err == nil {
			for _, part := range fields {
				f := kind.Field(part.Name)
				value, changed := repoint(part.Value, f, p, id)
				if part.Name == "aliases" {
					continue
				}
				if changed {
					if fresh, err = author.SetField(fresh, kind, part.Name, value); err != nil {
						return false, err
					}
				}
			}
			if here != file && page.Doc.Lang == site.UK && page.Item != nil && page.Item.HasPage() && kind.Field("aliases") != nil && !page.Doc.Draft {
				if fresh, err = withAlias(fresh, kind, "/"+page.Address()); err != nil {
					return false, err
				}
			}
		}
	}
	if string(fresh) == string(data) {
		return false, nil
	}
	_, err = d.files().Save(ctx, here, author.Hash(data), fresh)
	return err == nil, err
}

// withAlias adds a former address.
func withAlias(data []byte, kind *site.Kind, address string) ([]byte, error) {
	fields, _, err := author.Fields(data, kind)
	if err != nil {
		return nil, err
	}
	v := author.Value{Form: author.List}
	for _, f := range fields {
		if f.Name == "aliases" {
			v = f.Value
		}
	}
	if slices.ContainsFunc(v.Items, func(i author.Value) bool { return i.Text == address }) {
		return data, nil
	}
	v.Items = append(slices.Clone(v.Items), author.Value{Form: author.Text, Text: address})
	return author.SetField(data, kind, "aliases", v)
}

// repoint changes references to what got another id.
func repoint(v author.Value, f *site.Field, p *content.Place, id string) (author.Value, bool) {
	changed := false
	switch {
	case f == nil:
	case v.Form == author.Text && (f.Type == site.Ref || f.Item != nil):
		own := p.ID
		if p.Owner != "" {
			_, owner, _ := strings.Cut(p.Owner, "/")
			own = owner + "/" + p.ID
		}
		fresh := strings.TrimSuffix(own, p.ID) + id
		switch v.Text {
		case own:
			if len(f.To) > 0 && f.To[0] == p.Section {
				v.Text, changed = fresh, true
			}
		case p.Section + "/" + own:
			v.Text, changed = p.Section+"/"+fresh, true
		}
	case v.Form == author.List:
		items := slices.Clone(v.Items)
		for i := range items {
			one := *f
			one.List = false
			var c bool
			items[i], c = repoint(items[i], &one, p, id)
			changed = changed || c
		}
		v.Items = items
	case v.Form == author.Parts:
		parts := slices.Clone(v.Parts)
		for i := range parts {
			var c bool
			parts[i].Value, c = repoint(parts[i].Value, f.Part(parts[i].Name), p, id)
			changed = changed || c
		}
		v.Parts = parts
	}
	return v, changed
}
