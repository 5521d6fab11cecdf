package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/som-hub/vitryna/generator/edition"
	"github.com/som-hub/vitryna/generator/filename"
	"github.com/som-hub/vitryna/generator/problem"
)

// sourceTexts are those of `vitryna pack --source`.
var sourceTexts = map[string][2]string{
	"flag source":    {"запакувати не готовий сайт, а те, з чого його роблять: тексти, світлини, шаблони", "pack not the finished site but what it is made of: texts, pictures, layouts"},
	"flag private":   {"разом із теками private (лише з --source): такого архіву нікому не передавайте", "with the folders private (only with --source): give such an archive to nobody"},
	"source private": {"Приватних файлів не взято: %d (теки private). Для власної резервної копії є --private.", "Private files left out: %d (folders private). For a backup of your own there is --private."},
	"source alone":   {"--source не поєднується з --since, --without-larger і --strict", "--source does not go with --since, --without-larger and --strict"},
	"private alone":  {"--private має сенс лише разом із --source", "--private means something with --source only"},
}

// sourceFolders are what a site is made of. What else lies in its folder (public/, .vitryna/, the program) can be made again, or is nobody's.
var sourceFolders = []string{"content", "layouts", "assets"}

// packSource writes what a site is made of as an archive: whoever unpacks it has the site's folder. The same folder gives the same bytes, whatever the day.
// Folders named private stay out unless asked for: what they hold never leaves (PD-04), and an archive is soon sent to somebody.
func (p *program) packSource(folder string, f packFlags) error {
	begin := time.Now()
	if f.since != "" || f.largest != 0 || f.strict {
		return callError{p.say("source alone")}
	}
	if _, err := os.Stat(filepath.Join(folder, "content", "site.yaml")); err != nil {
		p.report(problem.List{problem.New("E-SITE", "content/site.yaml", 0, 0)}, false)
		return errContent
	}
	out := f.out
	if out == "" {
		full, err := filepath.Abs(folder)
		if err != nil {
			return err
		}
		out = filepath.Base(full) + "-teksty.zip"
	}
	if err := p.archiveAside(folder, out); err != nil {
		return err
	}
	entries, private, err := sourceEntries(folder, f.private)
	if err != nil {
		return err
	}
	size, err := writeArchive(out, entries, time.Time{})
	if err != nil {
		return err
	}
	p.packed(out, size, len(entries), nil, 0, time.Since(begin))
	if private > 0 {
		fmt.Fprintf(p.Stdout, p.say("source private")+"\n", private)
	}
	return nil
}

// sourceEntries reads the files. private is how many of them were left out for being private.
func sourceEntries(folder string, withPrivate bool) (entries []edition.Entry, private int, err error) {
	for _, top := range sourceFolders {
		err := filepath.WalkDir(filepath.Join(folder, top), func(name string, e fs.DirEntry, err error) error {
			switch {
			case errors.Is(err, fs.ErrNotExist) && e == nil:
				return fs.SkipDir // a site may have no layouts of its own
			case err != nil:
				return err
			case strings.HasPrefix(e.Name(), ".") && e.IsDir():
				return fs.SkipDir
			case e.IsDir() || !filename.Regular(e.Type()) || filename.LeftOver(e.Name()):
				return nil
			}
			rel, err := filepath.Rel(folder, name)
			if err != nil {
				return err
			}
			rel = filepath.ToSlash(rel)
			if filename.Private(rel) && !withPrivate {
				private++
				return nil
			}
			data, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			entry, err := edition.Pack(rel, data)
			entries = append(entries, entry)
			return err
		})
		if err != nil && !errors.Is(err, fs.SkipDir) {
			return nil, 0, err
		}
	}
	return entries, private, nil
}
