package content

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// headless tells that a file has no header although its kind demands fields: said once, not field by field.
func (r *reader) headless(doc *site.Doc, header bool) bool {
	if header || doc.Lang != site.UK || strings.HasPrefix(strings.TrimSpace(string(r.source)), "---") {
		return false
	}
	if sign := dash(r.source); sign != "" {
		r.complain("E-HEADER-DASH", 1, 1, "sign", sign)
		return true
	}
	var labels, names []string
	for _, f := range doc.Kind.Fields {
		if f.Required && !(f.Name == "title" && doc.Title != "") {
			labels, names = append(labels, "«"+f.Label.UK+"»"), append(names, "`"+f.Name+"`")
		}
	}
	if len(labels) == 0 {
		return false
	}
	r.complain("E-HEADER-NONE", 1, 0, "fields", strings.Join(names, ", "), "fields.uk", strings.Join(labels, ", "))
	return true
}

// dash is what an editor made of the hyphens that open a header, if the first line is that and the second looks like a field.
func dash(source []byte) string {
	first, rest, _ := bytes.Cut(bytes.TrimSpace(source), []byte("\n"))
	second, _, _ := bytes.Cut(rest, []byte("\n"))
	sign := strings.TrimSpace(string(first))
	if sign == "" || strings.Trim(sign, "-–—") != "" || !fieldLine.Match(second) {
		return ""
	}
	return sign
}

var (
	fieldLine  = regexp.MustCompile(`^[^\s:][^:]*:(\s|$)`)
	spacedLink = regexp.MustCompile(`\]\(([^()<>"'\s](?:[^()<>"'\n]|\([^()<>"'\n]*\))* (?:[^()<>"'\n]|\([^()<>"'\n]*\))*\.[A-Za-z0-9]{2,4})(?: +"[^"\n]*")?\)`)
)

// spacedLinks finds links to files with a space in their name: CommonMark takes them for text, and the picture would be lost
// without a word. A line inside a block of code may show one.
func (r *reader) spacedLinks(from int) {
	if !spacedTarget(r.source) {
		return
	}
	n, code := 0, false
	for line := range bytes.Lines(r.source) {
		if n++; n < from {
			continue
		}
		if fence := bytes.TrimSpace(line); bytes.HasPrefix(fence, []byte("```")) || bytes.HasPrefix(fence, []byte("~~~")) {
			code = !code
		}
		if code || !bytes.Contains(line, []byte("](")) {
			continue
		}
		if m := spacedLink.FindSubmatchIndex(line); m != nil && !bytes.Contains(line[:m[0]], []byte("`")) {
			name := string(line[m[2]:m[3]])
			r.complain("W-LINK-SPACE", n, len([]rune(string(line[:m[2]])))+1, "name", name, "suggest", plainFile(name))
		}
	}
}

// spacedTarget tells at a glance whether the target of some link may have a space in it.
func spacedTarget(source []byte) bool {
	for {
		_, target, found := bytes.Cut(source, []byte("]("))
		if !found {
			return false
		}
		if end := bytes.IndexAny(target, " )\n"); end >= 0 && target[end] == ' ' {
			return true
		}
		source = target
	}
}

// plainFile is a file's name as it may stand in a link.
func plainFile(name string) string {
	at := strings.LastIndexByte(name, '.')
	parts := strings.Split(name[:at], "/")
	for i, part := range parts {
		if part != "." && part != ".." {
			parts[i] = ukrainian.Slug(part)
		}
	}
	return strings.Join(parts, "/") + strings.ToLower(name[at:])
}
