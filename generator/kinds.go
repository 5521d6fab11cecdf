package generator

import (
	"io/fs"

	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/problem"
)

// Kinds are the kinds of content that a site knows: those of the theme and its own.
func (l *Loader) Kinds() (*content.Kinds, problem.List, error) {
	own, err := fs.Sub(l.Root, "layouts")
	if err != nil {
		return nil, nil, err
	}
	kinds, problems := content.ReadKinds(l.Layouts, own)
	return kinds, problems, nil
}
