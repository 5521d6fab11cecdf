package generator

import (
	"strings"
	"testing"

	"github.com/som-hub/vitryna/generator/feed"
	"github.com/som-hub/vitryna/generator/output"
	"github.com/som-hub/vitryna/generator/site"
)

// What gets a compressed copy is what Apache is told the type of, and nothing else.
func TestCopiesHaveTypes(t *testing.T) {
	apache := string(feed.Hosting(&site.Site{Config: site.Config{Compress: true}}, "")[feed.ApacheFile])
	for _, ending := range output.CopiedEndings {
		if !strings.Contains(apache, `<FilesMatch "\`+ending+`\.gz$">`) {
			t.Errorf("%s has a copy and no type", ending)
		}
	}
	if got := strings.Count(apache, "ForceType"); got != len(output.CopiedEndings) {
		t.Errorf("%d types, %d endings", got, len(output.CopiedEndings))
	}
}
