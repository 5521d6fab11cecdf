package generator

import (
	"errors"
	"io/fs"
	"strconv"

	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
)

// Targets are the places where the site may be published, as site.yaml names them.
func (l *Loader) Targets() ([]site.PublishTarget, problem.List, error) {
	kinds, _, err := l.Kinds()
	if err != nil {
		return nil, nil, err
	}
	config, problems := content.ReadConfig(l.Root, kinds)
	return config.Publish, l.finishProblems(problems), nil
}

// Kinds are the kinds of content that a site knows: those of the theme and its own.
func (l *Loader) Kinds() (*content.Kinds, problem.List, error) {
	own, err := fs.Sub(l.Root, "layouts")
	if err != nil {
		return nil, nil, err
	}
	kinds, problems := content.ReadKinds(l.Layouts, own)
	return kinds, problems, nil
}

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
