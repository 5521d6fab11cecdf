package generator

import (
	"errors"
	"io/fs"
	"strconv"

	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/problem"
)

// Format tells in which format the site is written, whatever else it holds. newest is the newest one that is known; of a site that is newer still there is a
// problem.
func (l *Loader) Format(newest int) (int, problem.List, error) {
	kinds, _, err := l.Kinds()
	if err != nil {
		return 0, nil, err
	}
	source, err := fs.ReadFile(l.Root, content.ConfigFile)
	if errors.Is(err, fs.ErrNotExist) {
		return 0, problem.List{problem.New("E-SITE", content.ConfigFile, 0, 0)}, nil
	} else if err != nil {
		return 0, nil, err
	}
	format, line, problems := content.FormatOf(source, kinds)
	if format > newest {
		problems = append(problems, problem.New("E-SITE-FORMAT", content.ConfigFile, line, 1, "value", strconv.Itoa(format), "max", strconv.Itoa(newest)))
	}
	return format, l.finishProblems(problems), nil
}
