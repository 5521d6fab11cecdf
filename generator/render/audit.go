package render

import (
	"strings"

	"github.com/som-hub/vitryna/generator/ukrainian"
)

// statementID is the page of the accessibility statement.
const statementID = "dostupnist"

// AuditView is what the accessibility statement says of the last full check.
type AuditView struct {
	Date   string   // in words; empty: nobody has checked this site
	Pages  string   // «612 сторінок»
	Tools  string   // a list
	Passed []string // what was looked at, in words
	Failed []string
}

// Audit is the results of the check on the page of the accessibility statement, nil on any other.
func (p *ItemPage) Audit() *AuditView {
	if p.item.Section != "pages" || p.item.ID != statementID {
		return nil
	}
	audit := &p.r.Site.Config.Audit
	if audit.Date == "" {
		return &AuditView{}
	}
	v := &AuditView{Pages: p.Count(audit.Pages, "audit.pages"), Tools: strings.Join(audit.Tools, ", ")}
	if date, err := ukrainian.ParseDate(audit.Date); err == nil {
		v.Date = p.longDate(date)
	}
	for _, check := range audit.Passed {
		v.Passed = append(v.Passed, p.T("audit.check."+check))
	}
	for _, check := range audit.Failed {
		v.Failed = append(v.Failed, p.T("audit.check."+check))
	}
	return v
}
