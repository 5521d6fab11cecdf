package generator

import (
	"encoding/json"
	"io/fs"
	"path"
	"strings"

	"github.com/som-hub/vitryna/generator/cache"
	"github.com/som-hub/vitryna/generator/output"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
)

// assets are styles and scripts, bundled and named by hash, and the icons.
type assets struct {
	names map[string]string // by source name: site.css → assets/site.0a1b2c3d.css
	files []output.File
	icons map[string]string

	digest string // of what they were made of
}

type assetsMemory struct {
	digest [32]byte
	accent string
	assets *assets
	list   problem.List
}

// assets bundles the theme's styles and scripts, or remembers them if no byte of them has changed.
func (l *Loader) assets(config *site.Config) (*assets, problem.List, error) {
	own, err := fs.Sub(l.Root, "assets")
	if err != nil {
		return nil, nil, err
	}
	tree := overlay{own, l.Assets}
	digest, err := digest(tree)
	if err != nil {
		return nil, nil, below("assets", err)
	}
	if m := l.memory.assets; m != nil && m.digest == digest && m.accent == config.Accent {
		return m.assets, m.list, nil
	}
	files, names, errs := l.bundle(tree, digest, config.Accent)
	var problems problem.List
	for _, e := range errs {
		code := "E-STYLE"
		if e.Warning {
			code = "W-STYLE"
		}
		p := problem.New(code, path.Join("assets", e.File), e.Line, e.Column, "detail", e.Text)
		p.Source = e.SourceLine
		problems = append(problems, p)
	}
	a := &assets{names: names, files: files, icons: icons(tree), digest: string(digest[:])}
	if last := l.memory.assets; len(names) == 0 && last != nil {
		a = last.assets // the preview goes on with what it had
	}
	l.memory.assets = &assetsMemory{digest, config.Accent, a, problems}
	return a, problems, nil
}

// bundle makes the styles and scripts of a tree, or takes them from the cache: they are the same for every site with the built-in theme,
// and take a third of the time of a small build. What has errors or warnings is made anew, so that they are told again.
func (l *Loader) bundle(tree fs.FS, digest [32]byte, accent string) (files []output.File, names map[string]string, errs []output.BundleError) {
	var made struct {
		Files []output.File
		Names map[string]string
	}
	entries, extra := l.bundles(tree), accentRules(accent)
	key := cache.KeyOf("bundle", output.BundleVersion, string(digest[:]), extra, strings.Join(entries, " "))
	if data, ok := l.results.Get(key); ok && json.Unmarshal(data, &made) == nil {
		return made.Files, made.Names, nil
	}
	made.Files, made.Names, errs = output.Bundle(tree, entries, map[string]string{"site.css": extra})
	if data, err := json.Marshal(made); err == nil && len(errs) == 0 {
		l.results.Put(key, data)
	}
	return made.Files, made.Names, errs
}

// bundles are the styles and scripts that pages may ask for: every one that lies in assets/ itself. What lies deeper is a part of them.
func (l *Loader) bundles(tree fs.FS) []string {
	entries, _ := fs.ReadDir(tree, ".")
	var names []string
	for _, e := range entries {
		ext := path.Ext(e.Name())
		if !e.IsDir() && (ext == ".css" || ext == ".ts") && (l.Preview || !strings.HasPrefix(e.Name(), "preview.")) && !(l.Disk && forKeeping(e.Name())) {
			names = append(names, e.Name())
		}
	}
	return names
}

// icons are the theme's icons by name, ready to stand inside a page.
func icons(tree fs.FS) map[string]string {
	names, _ := fs.Glob(tree, "icons/*.svg")
	m := make(map[string]string, len(names))
	for _, name := range names {
		data, err := fs.ReadFile(tree, name)
		if err == nil {
			m[strings.TrimSuffix(path.Base(name), ".svg")] = strings.TrimSpace(string(data))
		}
	}
	return m
}
