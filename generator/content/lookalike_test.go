package content

import (
	"strings"
	"testing"

	"github.com/som-hub/vitryna/generator/site"
)

func TestMeant(t *testing.T) {
	known := []string{"title", "Назва", "tags", "Теги", "summary", "Коротко"}
	for _, tt := range []struct{ written, want string }{
		{"Haзвa", "nearest Назва alien H, a alphabet latin"},
		{"Нaзва", "nearest Назва alien a alphabet latin"},
		{"Нaзвя", "nearest Назва alien a alphabet latin"},
		{"KopoTKo", "nearest Коротко alien K, o, p, T alphabet latin"},
		{"tаgs", "nearest tags alien а alphabet cyrillic"},
		{"Назвa англійською", "nearest "},
		{"Назв", "nearest Назва"},
		{"titel", "nearest title"},
		{"xyz", "nearest "},
	} {
		if got := strings.Join(meant(tt.written, known), " "); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.written, got, tt.want)
		}
	}
}

// TestPatternsAreExplained: what a pattern demands can be told to an author.
func TestPatternsAreExplained(t *testing.T) {
	kinds := theme(t)
	var look func(kind string, fields []*site.Field)
	look = func(kind string, fields []*site.Field) {
		for _, f := range fields {
			if f.Pattern != nil && f.Help == "" && f.Example == "" {
				t.Errorf("%s: %s has a pattern, and neither help nor example", kind, f.Name)
			}
			if f.Type != site.ClauseType {
				look(kind, f.Fields)
			}
		}
	}
	for _, kind := range kinds.All {
		look(kind.Name, kind.Fields)
	}
}
