package generator

import (
	"bytes"
	"context"
	"strings"
	"testing"
)

// TestSearchTexts: a file of texts is the same from what the first reading of its pages left and from a second one.
func TestSearchTexts(t *testing.T) {
	s, err := loaderOf(corpus(40)).Load(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	files := 0
	for _, path := range s.Routes() {
		if !strings.HasPrefix(path, searchFolder+"/uk-t.") {
			continue
		}
		files++
		first, err := s.Render(path)
		if err != nil {
			t.Fatal(err)
		}
		again, err := s.Render(path)
		if err != nil || !bytes.Equal(first, again) {
			t.Errorf("%s is made otherwise the second time: %v", path, err)
		}
	}
	if files < 2 {
		t.Errorf("%d files of texts", files)
	}
}
