package tests

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

var statement = flag.String("statement", "", "write what was found of accessibility into this file")

// records are the checks of accessibility and how each ended; a check may be several tests.
var records = struct {
	sync.Mutex
	passed map[string]bool
	pages  int
}{passed: map[string]bool{}}

// record notes how a test of accessibility ends, for the statement that the site makes of itself.
func record(t *testing.T, check string) {
	t.Helper()
	t.Cleanup(func() { note(check, !t.Failed() && !t.Skipped()) })
}

// note adds to what is known of a check: it has passed when it has never failed.
func note(check string, passed bool) {
	records.Lock()
	defer records.Unlock()
	before, known := records.passed[check]
	records.passed[check] = (before || !known) && passed
}

// writeStatement writes the results, the failed ones too. It is asked for by `make test-all`, which looks at every page.
func writeStatement(name string) error {
	records.Lock()
	defer records.Unlock()
	var b strings.Builder
	b.WriteString("# Результати перевірки доступності. Файл пише «make test-all»; руками його не правлять.\n")
	fmt.Fprintf(&b, "site: %q\n", siteName())
	fmt.Fprintf(&b, "date: %s\n", time.Now().Format(time.DateOnly))
	fmt.Fprintf(&b, "pages: %d\n", records.pages)
	fmt.Fprintf(&b, "tools:\n  - axe-core %s\n  - %s\n", versionOf(`"version": "([^"]+)"`, "node_modules/axe-core/package.json"), browserVersion())
	for _, group := range []struct {
		key  string
		want bool
	}{{"passed", true}, {"failed", false}} {
		var list []string
		for check, passed := range records.passed {
			if passed == group.want {
				list = append(list, check)
			}
		}
		slices.Sort(list)
		fmt.Fprintf(&b, "%s: [%s]\n", group.key, strings.Join(list, ", "))
	}
	return os.WriteFile(name, []byte(b.String()), 0o666)
}

// siteName binds the results to the site: a copy of the folder under another name has not been tested.
func siteName() string { return versionOf(`(?m)^name: (.+)$`, "../content/site.yaml") }

func versionOf(pattern, file string) string {
	data, _ := os.ReadFile(file)
	if m := regexp.MustCompile(pattern).FindSubmatch(data); m != nil {
		return string(m[1])
	}
	return "?"
}

func browserVersion() string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if out, err := exec.Command(name, "--version").Output(); err == nil {
			if f := strings.Fields(string(out)); len(f) > 1 {
				return f[0] + " " + f[1]
			}
		}
	}
	return "Chromium"
}
