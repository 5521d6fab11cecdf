package generator

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Mend is what may safely be mended in one file: its text, or its name.
type Mend struct {
	File     string
	Old, New []byte // of a text
	Name     string // what the file or the folder should be called: a slash path; "" where the name is right
	Named    string // the text that names it as it is called: it stays, and its author has to mend both
}

// ErrSettings is the answer of [Loader.Mends] where site.yaml has errors: it tells how names are spelt.
var ErrSettings = errors.New("site.yaml cannot be read")

// Mends finds what may safely be mended in the site: signs of the texts, letters of the other alphabet, and names of files and folders. A file that a text
// names is told, and stays.
func (l *Loader) Mends(ctx context.Context, s *Snapshot) ([]Mend, error) {
	theme, err := l.theme(ctx)
	if err != nil {
		return nil, err
	}
	config, problems := content.ReadConfig(l.Root, theme.kinds)
	if problems.Stops() {
		return nil, ErrSettings
	}
	parser := &content.Parser{Kinds: theme.kinds, Typographer: ukrainian.Typographer{Brands: config.Brands}}
	found, _ := content.Walk(l.Root)
	var texts []content.Found
	for _, f := range found {
		if f.Text && strings.HasSuffix(f.File, ".md") && !strings.HasPrefix(f.File, guideFolder+"/") {
			texts = append(texts, f)
		}
	}
	old, mended := make([][]byte, len(texts)), make([]Mend, len(texts))
	err = each(ctx, l.Jobs, len(texts), func(i int) error {
		data, err := fs.ReadFile(l.Root, texts[i].File)
		if err != nil {
			return nil // that is said by the check
		}
		old[i] = data
		mended[i] = Mend{File: texts[i].File, Old: data, New: parser.Mend(texts[i].File, data)}
		return nil
	})
	mended = slices.DeleteFunc(mended, func(m Mend) bool { return m.File == "" || bytes.Equal(m.Old, m.New) })
	return append(mended, l.names(s, texts, old)...), err
}

// names are the files and folders whose names cannot stand in an address, where the right one is free: those of a folder before the folder, for afterwards they are
// no longer where they were.
func (l *Loader) names(s *Snapshot, found []content.Found, texts [][]byte) []Mend {
	var mends []Mend
	for _, p := range s.Problems {
		name, suggest := p.Args["name"], p.Args["suggest"]
		if p.Code != "E-NAME" && p.Code != "E-TXT" || name == "" || suggest == "" || suggest == name {
			continue
		}
		at := p.File
		for path.Base(at) != name && at != "." {
			at = path.Dir(at)
		}
		to := path.Join(path.Dir(at), suggest)
		if at == "." || l.taken(at, to) || slices.ContainsFunc(mends, func(m Mend) bool { return m.File == at || m.Name == to }) {
			continue
		}
		m := Mend{File: at, Name: to}
		if i := naming(texts, name); i >= 0 && p.Code == "E-NAME" {
			m.Named = found[i].File
		}
		mends = append(mends, m)
	}
	slices.SortStableFunc(mends, func(a, b Mend) int { return strings.Count(b.File, "/") - strings.Count(a.File, "/") })
	return mends
}

// taken tells that something else has a name. Of «Zustrich» and «zustrich» Windows says that both are there, and they are one.
func (l *Loader) taken(at, to string) bool {
	its, err := fs.Stat(l.Root, at)
	other, free := fs.Stat(l.Root, to)
	return free == nil && (err != nil || !os.SameFile(its, other))
}

// naming is the first text that holds a name, as it is or as links write it; -1 if none does.
func naming(texts [][]byte, name string) int {
	ways := []string{name, strings.ReplaceAll(name, " ", "%20"), url.PathEscape(name)}
	return slices.IndexFunc(texts, func(text []byte) bool {
		return slices.ContainsFunc(ways, func(way string) bool { return bytes.Contains(text, []byte(way)) })
	})
}
