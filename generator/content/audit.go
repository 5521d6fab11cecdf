package content

import (
	"bytes"
	"errors"
	"io/fs"
	"slices"
	"time"

	"go.yaml.in/yaml/v4"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// AuditFile holds the results of the last full check of the site's accessibility.
const AuditFile = "content/accessibility.yaml"

// AuditChecks are what a check of accessibility may look at; each has its words.
var AuditChecks = []string{"axe", "colours", "keyboard", "language", "markup", "motion", "settings", "spacing", "tree", "zoom"}

// readAudit reads the results of the site with a name: a folder that was copied for another centre has another, and nobody has checked that
// centre's pages. Results that cannot be read are none, for a statement must not claim what was not tested.
func readAudit(fsys fs.FS, name string) (site.Audit, problem.List) {
	data, err := fs.ReadFile(fsys, AuditFile)
	if errors.Is(err, fs.ErrNotExist) {
		return site.Audit{}, nil
	} else if err != nil {
		return site.Audit{}, problem.List{Unreadable(AuditFile, err)}
	}
	var results struct {
		Site, Date            string
		Pages                 int
		Tools, Passed, Failed []string
	}
	reader := yaml.NewDecoder(bytes.NewReader(data))
	reader.KnownFields(true)
	if err := reader.Decode(&results); err != nil {
		return site.Audit{}, problem.List{problem.New("W-AUDIT", AuditFile, 1, 0, "detail", err.Error())}
	}
	// The file has the name as it is written, the site as it is printed.
	if printed, _ := (ukrainian.Typographer{}).Ukrainian(results.Site); printed != name {
		return site.Audit{}, nil
	}
	detail := ""
	for _, check := range slices.Concat(results.Passed, results.Failed) {
		if !slices.Contains(AuditChecks, check) {
			detail = check
		}
	}
	if _, err := time.Parse(time.DateOnly, results.Date); err != nil {
		detail = "date: " + results.Date
	} else if results.Pages <= 0 || len(results.Passed)+len(results.Failed) == 0 {
		detail = "pages, passed, failed"
	}
	if detail != "" {
		return site.Audit{}, problem.List{problem.New("W-AUDIT", AuditFile, 1, 0, "detail", detail)}
	}
	return site.Audit{Date: results.Date, Pages: results.Pages, Tools: results.Tools, Passed: results.Passed, Failed: results.Failed}, nil
}
