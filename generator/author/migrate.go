package author

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/filename"
)

// Step brings a site from one format of its content to the next (site.Format).
type Step struct {
	Says [2]string // what it changes, for the author: in Ukrainian, in English

	// Rewrite gives what a text of the site holds in the next format; one that stays is given back as it is. It has to leave alone what it has rewritten
	// already: a migration that was cut begins anew.
	Rewrite func(file string, data []byte) ([]byte, error)
}

// Migration is what has to be written so that a site has a newer format.
type Migration struct {
	From, To int
	Steps    []Step
	Changes  []Change // site.yaml, which says the format, is the last
}

// Change is a file as it is and as it will be.
type Change struct {
	File     string // a slash path from the site's folder
	Old, New []byte
}

// ErrFormatLine tells that the number of the format cannot be written into site.yaml by a program: it stands there in an unusual way.
var ErrFormatLine = errors.New("the format cannot be written into site.yaml")

// NewMigration plans how a site that is of a format becomes the newest: steps[0] leads from format 1 to 2, and so on. Every text of content/ goes through them;
// files of private/, which are not published, and links do not. Nothing is written.
func NewMigration(fsys fs.FS, kinds *content.Kinds, from int, steps []Step) (*Migration, error) {
	m := &Migration{From: from, To: len(steps) + 1, Steps: steps[min(from-1, len(steps)):]}
	if len(m.Steps) == 0 {
		return m, nil
	}
	err := fs.WalkDir(fsys, "content", func(file string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && (filename.PrivateFolder(e.Name()) || strings.HasPrefix(e.Name(), ".")):
			return fs.SkipDir
		case !filename.Regular(e.Type()) || !slices.Contains([]string{".md", ".yaml", ".yml", ".csv"}, strings.ToLower(path.Ext(file))) || file == content.ConfigFile:
			return nil
		}
		return m.add(fsys, file)
	})
	if err == nil {
		err = m.add(fsys, content.ConfigFile)
	}
	if err != nil {
		return nil, err
	}
	config := &m.Changes[len(m.Changes)-1]
	if config.New, err = withFormat(config.New, kinds, m.To); err != nil {
		return nil, err
	}
	return m, nil
}

// add leads a file through the steps. site.yaml is taken even if they leave it.
func (m *Migration) add(fsys fs.FS, file string) error {
	old, err := fs.ReadFile(fsys, file)
	if err != nil {
		return err
	}
	fresh := old
	for i, step := range m.Steps {
		if fresh, err = step.Rewrite(file, fresh); err != nil {
			return fmt.Errorf("%s, to format %d: %w", file, m.From+i+1, err)
		}
	}
	if !bytes.Equal(old, fresh) || file == content.ConfigFile {
		m.Changes = append(m.Changes, Change{file, old, fresh})
	}
	return nil
}

// formatLine is the format with its number, wherever in the line it stands.
var formatLine = regexp.MustCompile(`((?:^|[{,\s])["']?(?i:format|версія формату)["']?\s*:\s*)\d+`)

// withFormat gives site.yaml its number: in the line where it stood, or in a line of its own.
func withFormat(data []byte, kinds *content.Kinds, format int) ([]byte, error) {
	_, line, _ := content.FormatOf(data, kinds)
	ending := "\n"
	if bytes.Contains(data, []byte("\r\n")) {
		ending = "\r\n"
	}
	if line == 0 {
		if len(data) > 0 && !bytes.HasSuffix(data, []byte("\n")) {
			data = append(slices.Clone(data), ending...)
		}
		data = fmt.Appendf(slices.Clone(data), "format: %d%s", format, ending)
	} else {
		lines := bytes.SplitAfter(data, []byte("\n"))
		if line <= len(lines) {
			lines[line-1] = formatLine.ReplaceAll(lines[line-1], []byte("${1}"+strconv.Itoa(format)))
		}
		data = bytes.Join(lines, nil)
	}
	if is, _, problems := content.FormatOf(data, kinds); is != format || problems.Stops() {
		return nil, ErrFormatLine
	}
	return data, nil
}

// Migrate writes what was planned. What files held is kept first; a file that somebody has changed meanwhile ends it, and so does a cut: the site says its old
// format until all is written, and the migration can be begun anew.
func (s *Store) Migrate(ctx context.Context, m *Migration) error {
	for _, c := range m.Changes {
		if err := ctx.Err(); err != nil {
			return err
		}
		if _, err := s.Save(ctx, c.File, Hash(c.Old), c.New); err != nil {
			return fmt.Errorf("%s: %w", c.File, err)
		}
	}
	return nil
}
