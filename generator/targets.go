package generator

import (
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
