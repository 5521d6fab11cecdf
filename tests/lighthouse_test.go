package tests

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

var lighthouse = flag.Int("lighthouse", 0, "let Lighthouse judge the pages of five purposes, so many times each")

// lighthousePages are looked at as on a phone with a slow network.
func lighthousePages(t *testing.T) []string {
	return []string{"", heaviestChapter(t) + "/", "showcases/pryklad-vitryny-hraiuchys/", "documents/", "search/"}
}

var categories = []string{"performance", "accessibility", "best-practices", "seo"}

// TestLighthouse asks for 100 in everything, as the median of the runs. `make lighthouse` installs the tool and runs it; it takes minutes, so
// `make test` does not.
func TestLighthouse(t *testing.T) {
	if *lighthouse == 0 {
		t.Skip("SKIPPED: it takes minutes; make lighthouse wants it")
	}
	const program = "lighthouse/node_modules/.bin/lighthouse"
	if _, err := os.Stat(program); err != nil {
		t.Fatalf("no Lighthouse: call make lighthouse (%v)", err)
	}
	for _, page := range lighthousePages(t) {
		scores, figures := map[string][]int{}, map[string][]float64{}
		faults := map[string]bool{}
		for range *lighthouse {
			r := judge(t, program, address+page)
			for _, c := range categories {
				scores[c] = append(scores[c], int(r.Categories[c].Score*100+0.5))
				for _, a := range r.Categories[c].AuditRefs {
					if audit := r.Audits[a.ID]; a.Weight > 0 && audit.Score != nil && *audit.Score < 1 {
						faults[fmt.Sprintf("%s (%.2f) %s", a.ID, *audit.Score, audit.DisplayValue)] = true
					}
				}
			}
			for _, name := range []string{"first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"} {
				figures[name] = append(figures[name], r.Audits[name].NumericValue)
			}
		}
		line := "/" + page + ":"
		for _, c := range categories {
			slices.Sort(scores[c])
			median := scores[c][len(scores[c])/2]
			line += fmt.Sprintf(" %s %d", c, median)
			if median < 100 {
				t.Errorf("/%s: %s is %d (%v)", page, c, median, scores[c])
			}
		}
		for name, values := range figures {
			slices.Sort(values)
			line += fmt.Sprintf(", %s %.2f", name, values[len(values)/2])
		}
		t.Log(line)
		for fault := range faults {
			t.Logf("/%s: less than full marks at least once: %s", page, fault)
		}
	}
}

// verdict is what is used of a report.
type verdict struct {
	Categories map[string]struct {
		Score     float64
		AuditRefs []struct {
			ID     string
			Weight float64
		}
	}
	Audits map[string]struct {
		Score        *float64
		DisplayValue string
		NumericValue float64
	}
	RuntimeError *struct{ Message string }
}

func judge(t *testing.T, program, url string) verdict {
	t.Helper()
	c := exec.Command(program, url, "--output=json", "--quiet", "--chrome-flags=--headless=new --no-sandbox --disable-gpu", "--only-categories="+strings.Join(categories, ","))
	c.Env = append(os.Environ(), "CI=1")
	if path, err := exec.LookPath("chromium"); err == nil {
		c.Env = append(c.Env, "CHROME_PATH="+path)
	}
	out, err := c.Output()
	if err != nil {
		t.Fatalf("lighthouse %s: %v", url, err)
	}
	var v verdict
	if err := json.Unmarshal(out, &v); err != nil {
		t.Fatal(err)
	}
	if v.RuntimeError != nil {
		t.Fatal(v.RuntimeError.Message)
	}
	return v
}
