package output

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// killSite is one of two sites that differ in everything a site can: files changed, new, gone, and files where folders were.
func killSite(which string) site {
	s := site{"index.html": strings.Repeat(which, 20_000)}
	for i := range 30 {
		s[fmt.Sprintf("both/%d/index.html", i)] = strings.Repeat(which, 9_000+i)
		s[fmt.Sprintf("%s/%d/index.html", which, i)] = "only here"
		s[fmt.Sprintf("same/%d", i)] = "same"
	}
	if which == "a" {
		s["swap/x"] = "a"
	} else {
		s["swap"] = "b"
	}
	return s
}

// A build is killed at any moment: every file is whole, there is no file of ours that the list does not name, and the next
// build ends as a clean one does.
func TestKilled(t *testing.T) {
	if dir := os.Getenv("VITRYNA_TEST_KILL"); dir != "" {
		for { // the child, until it is killed
			killSite("b").write(t, dir)
			killSite("a").write(t, dir)
		}
	}
	a, b := killSite("a"), killSite("b")
	clean := map[string]site{}
	for which, s := range map[string]site{"a": a, "b": b} {
		dir := t.TempDir()
		s.write(t, dir)
		clean[which] = look(t, dir)
	}
	dir := t.TempDir()
	temps := 0
	for round := range 12 {
		child := exec.Command(os.Args[0], "-test.run=^TestKilled$")
		child.Env = append(os.Environ(), "VITRYNA_TEST_KILL="+dir)
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(10_000+rand.IntN(60_000)) * time.Microsecond)
		child.Process.Kill()
		child.Wait()
		found := look(t, dir)
		list := strings.Split(found[ListName], "\n")
		for name, data := range found {
			switch {
			case isTemp(name):
				temps++
			case name == ListName || strings.HasSuffix(name, "/"):
			case data != a[name] && data != b[name]:
				t.Fatalf("round %d: %s is neither old nor new, with %d bytes", round, name, len(data))
			case !slices.Contains(list, name):
				t.Fatalf("round %d: %s is not in the list", round, name)
			}
		}
		which := []string{"a", "b"}[round%2]
		map[string]site{"a": a, "b": b}[which].write(t, dir)
		got := look(t, dir)
		if diff := cmp.Diff(clean[which], got); diff != "" {
			t.Fatalf("round %d, mended to %s:\n%s", round, which, diff)
		}
	}
	if temps == 0 {
		t.Log("no kill hit a file half-way")
	}
}
