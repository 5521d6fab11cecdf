package render

import (
	"reflect"
	"slices"
	"testing"
)

// A question that no view of a chapter's page can be asked is of no use: its method has another name now, or another result.
func TestAsked(t *testing.T) {
	views := []reflect.Type{reflect.TypeFor[*ItemPage](), reflect.TypeFor[*Card](), reflect.TypeFor[*BookView]()}
	for i, q := range asked {
		if !slices.ContainsFunc(views, q.Suits) {
			t.Errorf("nobody can be asked question %d", i+1)
		}
	}
}
