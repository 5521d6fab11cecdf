package content

import (
	"strings"
	"testing"
	"testing/fstest"
)

// TestAudit: results of this site are read; those of another, broken and half ones are none, so that no statement claims what was not tested.
func TestAudit(t *testing.T) {
	const good = "site: Центр\ndate: 2026-11-22\npages: 612\ntools: [axe-core 4.14.1]\npassed: [axe, zoom]\nfailed: [language]\n"
	for name, c := range map[string]struct {
		text, site   string
		pages, wrong int
	}{
		"ours":             {good, "Центр", 612, 0},
		"with a dash":      {strings.Replace(good, "Центр", "Центр — «хаб»", 1), "Центр\u00a0— «хаб»", 612, 0},
		"another centre's": {good, "Інший центр", 0, 0},
		"not YAML":         {"site: [", "Центр", 0, 1},
		"an unknown key":   {good + "grade: A\n", "Центр", 0, 1},
		"no such check":    {good[:len(good)-len("failed: [language]\n")] + "failed: [everything]\n", "Центр", 0, 1},
		"no date":          {"site: Центр\npages: 1\npassed: [axe]\n", "Центр", 0, 1},
		"nothing checked":  {"site: Центр\ndate: 2026-11-22\npages: 1\n", "Центр", 0, 1},
	} {
		audit, problems := readAudit(fstest.MapFS{AuditFile: {Data: []byte(c.text)}}, c.site)
		if audit.Pages != c.pages || len(problems) != c.wrong {
			t.Errorf("%s: %+v, %v", name, audit, problems)
		}
	}
	if audit, problems := readAudit(fstest.MapFS{}, "Центр"); audit.Date != "" || problems != nil {
		t.Errorf("no file: %+v, %v", audit, problems)
	}
}
