package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator"
	"github.com/som-hub/vitryna/generator/author"
)

// fixFirst mends before the check, which then tells what is left.
func (p *program) fixFirst(ctx context.Context, args []string, f buildFlags, yes bool) error {
	folder, loader, err := p.opened(args, f)
	if err != nil {
		return err
	}
	snapshot, err := loader.Load(ctx)
	if err != nil {
		return err
	}
	return p.fix(ctx, folder, loader, snapshot, yes)
}

// fix shows what may safely be mended, asks, and mends it.
func (p *program) fix(ctx context.Context, folder string, loader *generator.Loader, snapshot *generator.Snapshot, yes bool) error {
	mends, err := loader.Mends(ctx, snapshot)
	if errors.Is(err, generator.ErrSettings) {
		fmt.Fprintln(p.Stdout, p.say("fix settings"))
		return nil
	}
	if err != nil {
		return err
	}
	mends = slices.DeleteFunc(mends, func(m generator.Mend) bool {
		if m.Named != "" {
			fmt.Fprintf(p.Stdout, p.say("fix named")+"\n", m.File, m.Named, path.Base(m.Name))
		}
		return m.Named != ""
	})
	if len(mends) == 0 {
		fmt.Fprintln(p.Stdout, p.say("fix nothing"))
		return nil
	}
	for _, m := range mends {
		if m.Name != "" {
			fmt.Fprintf(p.Stdout, p.say("fix rename")+"\n", m.File, m.Name)
			continue
		}
		fmt.Fprint(p.Stdout, p.painted(author.Diff(m.File, m.Old, m.New)))
	}
	if !yes && !p.Asks {
		fmt.Fprintf(p.Stdout, p.say("fix shown")+"\n", p.files(len(mends)))
		return nil
	}
	if !yes && !p.agreed(fmt.Sprintf(p.say("fix ask"), p.files(len(mends)))) {
		fmt.Fprintln(p.Stdout, p.say("fix refused"))
		return nil
	}
	return p.mend(ctx, folder, mends)
}

// agreed asks somebody who is there, and takes nothing but a clear yes for one.
func (p *program) agreed(question string) bool {
	fmt.Fprint(p.Stderr, question+" ")
	line, _ := bufio.NewReader(p.Stdin).ReadString('\n')
	answer := strings.ToLower(strings.TrimSpace(line))
	return answer == "т" || answer == "так" || answer == "y" || answer == "yes"
}

// mend writes what was shown. A file that somebody has changed meanwhile stays as it is, and that is said; what a file held goes to its history.
func (p *program) mend(ctx context.Context, folder string, mends []generator.Mend) error {
	store := &author.Store{Root: folder, Now: p.Now}
	done := 0
	for _, m := range mends {
		var err error
		if m.Name == "" {
			_, err = store.Save(ctx, m.File, author.Hash(m.Old), m.New)
		} else {
			err = rename(filepath.Join(folder, filepath.FromSlash(m.File)), filepath.Join(folder, filepath.FromSlash(m.Name)))
		}
		conflict := (*author.Conflict)(nil)
		switch {
		case errors.As(err, &conflict) || errors.Is(err, os.ErrExist):
			fmt.Fprintf(p.Stderr, p.say("fix changed")+"\n", m.File)
		case err != nil:
			return err
		default:
			done++
		}
	}
	fmt.Fprintf(p.Stdout, p.say("fix done")+"\n", p.files(done))
	return nil
}

// rename gives a file or a folder another name if nothing else has it: on Windows a name in small letters is that of the same file.
func rename(from, to string) error {
	its, err := os.Lstat(from)
	if other, free := os.Lstat(to); free == nil && (err != nil || !os.SameFile(its, other)) {
		return os.ErrExist
	}
	return os.Rename(from, to)
}

// painted is a difference in colours, where there are any.
func (p *program) painted(diff string) string {
	if !p.colour() {
		return diff
	}
	var b strings.Builder
	for line := range strings.Lines(diff) {
		colour := map[byte]string{'-': "\x1b[31m", '+': "\x1b[32m", '@': "\x1b[36m"}[line[0]]
		if colour == "" {
			b.WriteString(line)
			continue
		}
		b.WriteString(colour + strings.TrimSuffix(line, "\n") + "\x1b[0m\n")
	}
	return b.String()
}
