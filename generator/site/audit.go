package site

// Audit is what the last full check of the site's accessibility has found, content/accessibility.yaml. The tests write it; a site that nobody
// has checked has none, and says so.
type Audit struct {
	Date   string // 2026-11-22; empty: there is none
	Pages  int    // looked at
	Tools  []string
	Passed []string // checks, by their words "audit.check."
	Failed []string
}
