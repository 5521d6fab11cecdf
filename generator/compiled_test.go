package generator

import (
	"os"
	"testing"
)

// The layouts of the theme make of this very site what html/template would make of them, and leave nothing to it.
func TestLayoutsCompiled(t *testing.T) {
	for name, preview := range map[string]bool{"build": false, "preview": true} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			l := loaderOf(os.DirFS(".."))
			l.Preview, l.Drafts = preview, preview
			got := all(t, load(t, l), 0)
			for doubt, times := range l.memory.theme.theme.layouts.Doubts() {
				t.Errorf("%d × %s", times, doubt)
			}
			l = loaderOf(os.DirFS(".."))
			l.Preview, l.Drafts, l.Verify = preview, preview, true
			for file, want := range all(t, load(t, l), 0) {
				if got[file] != want {
					t.Errorf("%s is not what html/template makes of it", file)
				}
			}
		})
	}
}
