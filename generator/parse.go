package generator

import (
	"context"
	"crypto/sha256"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strconv"

	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// parse reads every text of content/, at once as many as the machine can, and returns the documents in the order of the
// files' names, and all works of lists of references. In the preview a document that cannot be read is replaced by what it was when it last could.
func (l *Loader) parse(ctx context.Context, theme *theme, config *site.Config, found []content.Found) (content.Parsed, error) {
	parser := parserOf(theme, config)
	texts := slices.DeleteFunc(slices.Clone(found), func(f content.Found) bool { return !f.Text })
	l.memory.expect(theme, config, len(texts))
	l.openKept(theme.kinds, l.memory.docsConfig)
	l.kept.many = sizeOf(texts) > manyTexts
	parsed := make([]content.Parsed, len(texts))
	defer l.kept.loaded()
	err := each(ctx, l.Jobs, len(texts), func(i int) error {
		parsed[i] = l.parseFile(parser, texts[i])
		return nil
	})
	var all content.Parsed
	for _, p := range parsed {
		all.Docs = append(all.Docs, p.Docs...)
		all.Works = append(all.Works, p.Works...)
		all.Problems = append(all.Problems, p.Problems...)
	}
	markDrafts(&all)
	if l.Preview && err == nil && !l.swap.hasty {
		l.kept.saveOnce(found)
	}
	return all, err
}

// markDrafts tells the problems of what lies in the folder of a draft, which are not told as such by their own headers: of its chapters, tables, translations and
// lists of references. What is wrong there never stops a build that leaves them out.
func markDrafts(parsed *content.Parsed) {
	drafts := map[string]bool{} // folders
	for _, doc := range parsed.Docs {
		if doc.Draft && doc.Role == site.RoleItem && path.Base(doc.File) == "index.md" {
			drafts[path.Dir(doc.File)] = true
		}
	}
	for i := range parsed.Problems {
		p := &parsed.Problems[i]
		for folder := path.Dir(p.File); folder != "." && !p.Draft; folder = path.Dir(folder) {
			p.Draft = drafts[folder]
		}
	}
}

// sizeOf is the size of files together.
func sizeOf(files []content.Found) (size int64) {
	for _, f := range files {
		size += f.Size
	}
	return size
}

// parserOf is the parser of a site's texts.
func parserOf(theme *theme, config *site.Config) *content.Parser {
	return &content.Parser{
		Kinds: theme.kinds, Typographer: ukrainian.Typographer{Brands: config.Brands}, Contacts: config.Contacts.Strings(),
		Peace: config.Peace(),
	}
}

// parseFile parses one text, or remembers it.
func (l *Loader) parseFile(parser *content.Parser, f content.Found) content.Parsed {
	if parsed, ok := l.memory.parsed(f); ok && !l.kept.isLost(f.File) {
		return parsed
	}
	parsed, data, kept := l.kept.parsed(l.Root, parser, f)
	if kept {
		l.memory.keep(f, parsed)
		return parsed
	}
	var err error
	if data == nil {
		data, err = fs.ReadFile(l.Root, f.File)
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return content.Parsed{} // vanished while we looked: as if it had never been there
	case err != nil:
		return l.asItWas(f.File, content.Parsed{Problems: problem.List{content.Unreadable(f.File, err)}})
	}
	parsed = parser.Parse(f.File, data)
	l.kept.add(l.Root, parser, f, data, parsed)
	if parsed.Problems.Stops() {
		parsed = l.asItWas(f.File, parsed)
	}
	l.memory.keep(f, parsed)
	return parsed
}

// asItWas has the preview go on to show what a file was when it could be read.
func (l *Loader) asItWas(file string, parsed content.Parsed) content.Parsed {
	if l.Preview {
		if docs, works := l.memory.lastGood(file); docs != nil || works != nil {
			parsed.Docs, parsed.Works = docs, works
		}
	}
	return parsed
}

// ChangedError tells that a file was saved, or went, between the look at it and its turn: under the name it was to get, which bears a digest of its content,
// there must never be another content.
type ChangedError struct{ File string }

func (e *ChangedError) Error() string {
	return strconv.Quote(e.File) + " has changed while the site was being made"
}

// again reads a file that was looked at before.
func again(root fs.FS, file string, digest [sha256.Size]byte) ([]byte, error) {
	data, err := fs.ReadFile(root, file)
	if errors.Is(err, fs.ErrNotExist) || err == nil && sha256.Sum256(data) != digest {
		return nil, &ChangedError{file}
	}
	return data, err
}

// problem says it to the author.
func (e *ChangedError) problem() problem.Problem {
	return problem.New("E-CHANGED", e.File, 0, 0, "file", path.Base(e.File))
}
