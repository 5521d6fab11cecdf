package content

import (
	"path"
	"regexp"
	"strings"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// copyMark is what shared folders and file managers put into the name of a copy: «index (1).md», «index — копія.md», «index (conflicted copy 2026-11-20).md».
// One group is the whole mark.
var copyMark = regexp.MustCompile(`(?i)( ?\(\d{1,3}\)` +
	`|(?: [-–—]|[–—]) ?(?:копія|копия|copy)(?: ?\(\d+\)| \d+)?` +
	`| \((?:[^()]*)(?:копія|копия|copy|conflict|конфлікт)[^()]*\)` +
	`| (?:copy|копія)(?: \d+)?` +
	`|-(?-i:(?:DESKTOP|LAPTOP|WIN)-[A-Z0-9]{5,}|[A-Z][A-Za-z0-9]*-PC)(?:-\d+)?` + // OneDrive adds the name of the machine
	`|\.sync-conflict-\d[\w-]*` +
	`|_conflict-\d[\w-]*` +
	`|[-_ ]?(?:conflicted[ -]copy|конфліктна копія).*)$`)

// copyHead is what stands before the name.
var copyHead = regexp.MustCompile(`(?i)^(?:копія|copy of|copy \(\d+\) of|conflicted copy of) `)

// original is the name of which another is a copy, or "".
func original(name string) string {
	stem, ext := cutExt(ukrainian.Normalise(name))
	if ukrainian.IsSlug(stem) && !strings.Contains(stem, "conflicted-copy") {
		return "" // as most are: every other mark has a sign that they have not
	}
	bare := strings.TrimSpace(copyHead.ReplaceAllString(copyMark.ReplaceAllString(stem, ""), ""))
	if bare == stem || bare == "" {
		return ""
	}
	return bare + ext
}

// copied tells of a text that is a copy, or lies in a folder that is one; nil of any other.
func copied(file string) problem.List {
	parts := strings.Split(file, "/")
	for i, part := range parts[1:] {
		if of := original(part); of != "" {
			return problem.List{problem.New("W-COPY", file, 0, 0, "name", part, "original", path.Join(path.Join(parts[:i+1]...), of))}
		}
	}
	return nil
}
