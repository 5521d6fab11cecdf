package output

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestBundleVersion: with another esbuild what lies in caches has to be made anew.
func TestBundleVersion(t *testing.T) {
	mod, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	m := regexp.MustCompile(`github\.com/evanw/esbuild v(\S+)`).FindSubmatch(mod)
	if m == nil || !strings.HasSuffix(BundleVersion, "esbuild "+string(m[1])) {
		t.Errorf("BundleVersion is %q, go.mod has %q", BundleVersion, m)
	}
}
