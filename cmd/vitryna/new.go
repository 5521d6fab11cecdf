package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/som-hub/vitryna/generator/author"
	"github.com/som-hub/vitryna/generator/filename"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// newFlags are what `vitryna new` may be told.
type newFlags struct {
	site, in, id, now string
	names             bool
}

func (p *program) newCommand() *cobra.Command {
	var f newFlags
	c := &cobra.Command{
		Use: "new " + p.say("use new"), Short: p.say("new"), ValidArgsFunction: p.completeKind(&f),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 2 {
				return callError{fmt.Sprintf(p.say("new words"), args[2], args[0], strings.Join(args[1:], " "))}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error { return p.newItem(c.Context(), args, f) },
	}
	c.Flags().StringVar(&f.site, "site", ".", p.say("flag site"))
	c.Flags().StringVar(&f.in, "in", "", p.say("flag in"))
	c.Flags().StringVar(&f.id, "id", "", p.say("flag id"))
	c.Flags().BoolVar(&f.names, "names", false, p.say("flag names"))
	c.Flags().StringVar(&f.now, "now", "", p.say("flag now"))
	return c
}

// kindsOf are the kinds of the site in a folder. A mistake in a kind of its own is told, and the others are there.
func (p *program) kindsOf(folder string) ([]*site.Kind, func(*site.Field) bool, error) {
	_, loader, err := p.opened([]string{folder}, buildFlags{})
	if err != nil {
		return nil, nil, err
	}
	kinds, problems, err := loader.Kinds()
	if err != nil {
		return nil, nil, err
	}
	p.report(problems, false)
	return kinds.All, kinds.Common, nil
}

// newItem writes a new item, or lists the kinds.
func (p *program) newItem(ctx context.Context, args []string, f newFlags) error {
	now, err := p.now(f.now)
	if err != nil {
		return err
	}
	kinds, common, err := p.kindsOf(f.site)
	if err != nil {
		return err
	}
	if len(args) == 0 {
		p.listKinds(kinds)
		return nil
	}
	kind, err := p.kindNamed(kinds, args[0])
	if err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(f.site, "content", "site.yaml")); err != nil {
		p.report(problem.List{problem.New("E-SITE", "content/site.yaml", 0, 0)}, false)
		return errContent
	}
	if kind.CSV && !kind.Folders {
		return callError{fmt.Sprintf(p.say("new table"), kind.Plural(p.lang), tableOf(kinds, kind), p.columns(kind))}
	}
	title := ""
	if len(args) == 2 {
		title = args[1]
	}
	fresh := author.Fresh{Kind: kind, Common: common, Title: title, Names: f.names, Day: ukrainian.DateOf(now)}
	id, err := p.newID(&fresh, f.id)
	if err != nil {
		return err
	}
	file, err := p.newFile(kinds, kind, id, f)
	if err != nil {
		return err
	}
	return p.writeFresh(ctx, f.site, file, fresh)
}

// listKinds tells which kinds there are and which folder each has.
func (p *program) listKinds(kinds []*site.Kind) {
	fmt.Fprintln(p.Stdout, p.say("new kinds"))
	width := 0
	for _, k := range kinds {
		width = max(width, utf8.RuneCountInString(k.Name))
	}
	for _, k := range kinds {
		if k.Section == "" {
			continue
		}
		where := tableOf(kinds, k)
		if !k.CSV || k.Folders {
			where = path.Dir(author.FreshFile(k, inOf(kinds, k), "…", "…", 0)) + "/"
		}
		fmt.Fprintf(p.Stdout, "  %s%s  %s — %s\n", k.Name, strings.Repeat(" ", width-utf8.RuneCountInString(k.Name)), k.Singular(p.lang), where)
	}
}

// kindNamed finds a kind by its name, its section or its label.
func (p *program) kindNamed(kinds []*site.Kind, written string) (*site.Kind, error) {
	folded := ukrainian.Fold(written)
	var names []string
	for _, k := range kinds {
		own := []string{k.Name, k.Section, k.Label.UK.One, k.Label.UK.Few, k.Label.EN[0], k.Label.EN[1], k.Heading.UK}
		if slices.ContainsFunc(own, func(s string) bool { return s != "" && ukrainian.Fold(s) == folded }) && k.Section != "" {
			return k, nil
		}
		if k.Section != "" {
			names = append(names, k.Name, k.Section, k.Label.UK.One)
		}
	}
	slices.Sort(names)
	if near := problem.Nearest(written, slices.Compact(names)); near != "" {
		return nil, callError{fmt.Sprintf(p.say("new unknown near"), written, near)}
	}
	return nil, callError{fmt.Sprintf(p.say("new unknown"), written)}
}

// inOf is the kind in whose folder items of a kind live, or nil.
func inOf(kinds []*site.Kind, kind *site.Kind) *site.Kind {
	i := slices.IndexFunc(kinds, func(k *site.Kind) bool { return k.Name == kind.Inside })
	if kind.Inside == "" || i < 0 {
		return nil
	}
	return kinds[i]
}

// tableOf is the file in which a kind of rows is kept.
func tableOf(kinds []*site.Kind, kind *site.Kind) string {
	if in := inOf(kinds, kind); in != nil {
		return "content/" + in.Section + "/…/" + kind.Section + ".csv"
	}
	return "content/" + kind.Section + "/" + kind.Section + ".csv"
}

// columns are the names of the columns that a table must have.
func (p *program) columns(kind *site.Kind) string {
	var names []string
	for _, f := range kind.Fields {
		if f.Required && p.lang == "en" {
			names = append(names, f.Name)
		} else if f.Required {
			names = append(names, f.Label.UK)
		}
	}
	return strings.Join(names, ";")
}

// newID is the id of a new item: the one told, else what its title comes to in Latin letters. A title that is an id already is meant as one.
func (p *program) newID(f *author.Fresh, told string) (string, error) {
	id := told
	if id == "" && ukrainian.IsSlug(f.Title) && filename.NotDevice(f.Title) == f.Title {
		id, f.Title = f.Title, ""
	}
	if id == "" {
		id = filename.NotDevice(ukrainian.Slug(f.Title))
	}
	if id == "" {
		return "", callError{fmt.Sprintf(p.say("new title"), f.Kind.Name)}
	}
	if !ukrainian.IsSlug(id) {
		return "", callError{fmt.Sprintf(p.say("new id"), id, ukrainian.Slug(id))}
	}
	if free := filename.NotDevice(id); free != id {
		return "", callError{fmt.Sprintf(p.say("new device"), id, "--id "+free)}
	}
	if f.Title == "" && f.Kind.Title == "" {
		f.Title = ukrainian.Capital(f.Kind.Singular(site.UK)) + " " + id
	}
	return id, nil
}

// newFile is where the new item will lie. Nothing of its id may be there yet.
func (p *program) newFile(kinds []*site.Kind, kind *site.Kind, id string, f newFlags) (string, error) {
	in := inOf(kinds, kind)
	if in == nil {
		folder := path.Join("content", kind.Section, id)
		if _, err := os.Lstat(filepath.Join(f.site, filepath.FromSlash(folder))); err == nil {
			return "", callError{fmt.Sprintf(p.say("new there"), folder)}
		}
		return author.FreshFile(kind, nil, "", id, 0), nil
	}
	owner := strings.TrimPrefix(strings.Trim(filepath.ToSlash(f.in), "/"), "content/")
	owner = strings.TrimPrefix(owner, in.Section+"/")
	owners := folders(filepath.Join(f.site, "content", in.Section))
	if owner == "" || !slices.Contains(owners, owner) {
		if near := cmp.Or(problem.Nearest(owner, owners), firstOf(owners)); near != "" {
			return "", callError{fmt.Sprintf(p.say("new in near"), kind.Name, in.Singular(p.lang), near)}
		}
		return "", callError{fmt.Sprintf(p.say("new in"), kind.Name, in.Singular(p.lang), in.Name)}
	}
	last, taken := numberedIn(f.site, path.Dir(author.FreshFile(kind, in, owner, id, 0)), id)
	if taken != "" {
		return "", callError{fmt.Sprintf(p.say("new there"), taken)}
	}
	return author.FreshFile(kind, in, owner, id, last), nil
}

func firstOf(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

// folders are the folders in a folder, sorted.
func folders(dir string) []string {
	entries, _ := os.ReadDir(dir) // sorted by name
	var names []string
	for _, e := range entries {
		if e.IsDir() && ukrainian.IsSlug(e.Name()) {
			names = append(names, e.Name())
		}
	}
	return names
}

var numberedName = regexp.MustCompile(`^(\d+)-(.+?)(\.en)?\.md$`)

// numberedIn is the highest number of the files NN-name.md in a folder, and the one among them that has the id already.
func numberedIn(root, dir, id string) (last int, taken string) {
	entries, _ := os.ReadDir(filepath.Join(root, filepath.FromSlash(dir)))
	for _, e := range entries {
		m := numberedName.FindStringSubmatch(e.Name())
		if m == nil {
			continue
		}
		if n, _ := strconv.Atoi(m[1]); n < 90 { // what stands at the end on purpose keeps its place
			last = max(last, n)
		}
		if m[2] == id {
			taken = dir + "/" + e.Name()
		}
	}
	if _, err := os.Lstat(filepath.Join(root, filepath.FromSlash(dir), "index.md")); err == nil && path.Base(dir) == id {
		taken = dir
	}
	return last, taken
}

// errThere tells that a file of that name has appeared meanwhile.
var errThere = errors.New("the file is there already")

// writeFresh writes the new file and tells where it is.
func (p *program) writeFresh(ctx context.Context, root, file string, fresh author.Fresh) error {
	name := filepath.Join(root, filepath.FromSlash(file))
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	_, err := author.Update(ctx, name, func(data []byte) ([]byte, error) {
		if data != nil {
			return nil, errThere
		}
		return fresh.Text(), nil
	})
	if errors.Is(err, errThere) || errors.Is(err, fs.ErrExist) {
		return callError{fmt.Sprintf(p.say("new there"), file)}
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(p.Stdout, p.say("new made")+"\n", file)
	return nil
}

// completeKind completes the name of a kind in the shell.
func (p *program) completeKind(f *newFlags) func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		kinds, _, err := p.kindsOf(f.site)
		if err != nil {
			return nil, cobra.ShellCompDirectiveError
		}
		var names []string
		for _, k := range kinds {
			if k.Section != "" {
				names = append(names, k.Name+"\t"+k.Singular(p.lang))
			}
		}
		return names, cobra.ShellCompDirectiveNoFileComp
	}
}
