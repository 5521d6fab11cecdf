package generator

import (
	"errors"
	"io/fs"

	"github.com/som-hub/vitryna/generator/boundary"
	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/problem"
)

// boundariesFile is the outline of the country that a site may bring for its maps (docs/maps.md). It is read, not published.
const boundariesFile = "content/boundaries.geojson"

type outlineMemory struct {
	stamp   stamp
	outline *boundary.Outline
	list    problem.List
}

// outline reads the site's boundaries; nil where it brings none or they cannot be shown.
func (l *Loader) outline(found []content.Found) (*boundary.Outline, problem.List, error) {
	for _, f := range found {
		if f.File != boundariesFile {
			continue
		}
		m := l.memory.outline
		if m == nil || !m.stamp.same(stampOf(f)) {
			m = &outlineMemory{stamp: stampOf(f)}
			var err error
			if m.outline, m.list, err = l.readOutline(f); err != nil {
				return nil, nil, err
			}
			l.memory.outline = m
		}
		return m.outline, m.list, nil
	}
	return nil, nil, nil
}

func (l *Loader) readOutline(f content.Found) (*boundary.Outline, problem.List, error) {
	complain := func(args ...string) (*boundary.Outline, problem.List, error) {
		return nil, problem.List{problem.New("E-BOUNDARIES", f.File, 0, 0, args...)}, nil
	}
	if f.Size > boundary.MaxBytes {
		return complain("why", "large", "detail", "16")
	}
	data, err := fs.ReadFile(l.Root, f.File)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil, nil // vanished while we looked
	case err != nil:
		return nil, problem.List{content.Unreadable(f.File, err)}, nil
	}
	outline, err := boundary.Read(data)
	wrong := (*boundary.Error)(nil)
	switch {
	case errors.As(err, &wrong) && wrong.Why == "city":
		return complain("city", wrong.Detail)
	case errors.As(err, &wrong):
		return complain("why", wrong.Why, "detail", wrong.Detail)
	}
	return outline, nil, err
}
