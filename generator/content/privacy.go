package content

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
)

// personal is one kind of personal data that content must not hold (domain PD-01, PD-02).
type personal struct {
	what    string // named for the catalogue of messages
	digits  int    // a line with fewer has none: expressions are dear, most lines are innocent
	sign    string // a line without it has none
	pattern *regexp.Regexp
	valid   func(string) bool
}

var personalData = []personal{
	{"phone", 10, "0", regexp.MustCompile(`(?:\+?38)?[\s(-]*0\d{2}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}`), nil},
	{"phone", 6, "(0", regexp.MustCompile(`\(0\d{3,4}\)\s*\d[\d-]{3,8}`), nil},
	{"email", 0, "@", regexp.MustCompile(`[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+`), nil},
	{"passport", 6, "", regexp.MustCompile(`(?:^|[^А-ЯҐЄІЇа-яґєії])[А-ЯҐЄІЇ]{2}\s?\d{6}`), nil},
	{"tax", 10, "П", regexp.MustCompile(`(?:ІПН|РНОКПП)[^\d]{0,20}\d{10}`), nil},
	{"card", 16, "", regexp.MustCompile(`\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}`), luhn},
	{"birth", 5, "народ", regexp.MustCompile(`народ[а-яґєії’']*\.?\s+(?:у\s+)?\d{1,2}(?:[./]\d{1,2}[./]\d{4}|\s+[а-яґєії]+\s+\d{4})`), nil},
	{"address", 0, "прожива", regexp.MustCompile(`прожива[а-яґєії]*\s[^.]{0,40}(?:вул|просп|бульв|пров)\.`), nil},
}

// privacy looks for personal data in the whole file, header and body, line by line.
func (r *reader) privacy(doc *site.Doc) {
	allowed := r.parser.Contacts
	if doc != nil {
		allowed = append(allowed[:len(allowed):len(allowed)], allowList(doc)...)
	}
	n := 0
	for line := range bytes.Lines(r.source) {
		n++
		if kinds := suspicious(line); kinds != nil {
			r.privacyLine(string(line), n, allowed, kinds)
		}
	}
}

// suspicious lists the kinds of data that the line may hold by a quick look.
func suspicious(line []byte) []*personal {
	digits := 0
	for _, c := range line {
		if c >= '0' && c <= '9' {
			digits++
		}
	}
	var kinds []*personal
	for i := range personalData {
		k := &personalData[i]
		if digits >= k.digits && (digits > 0 || k.digits == 0) && bytes.Contains(line, []byte(k.sign)) {
			kinds = append(kinds, k)
		}
	}
	return kinds
}

func (r *reader) privacyLine(line string, n int, allowed []string, kinds []*personal) {
	line = withoutAddresses(line)
	for _, contact := range allowed {
		line = strings.ReplaceAll(line, contact, strings.Repeat(" ", len(contact)))
	}
	for _, kind := range kinds {
		for _, at := range kind.pattern.FindAllStringIndex(line, -1) {
			found := line[at[0]:at[1]]
			if kind.what != "passport" && touchesNumber(line, at) || kind.valid != nil && !kind.valid(found) {
				continue
			}
			found = strings.TrimSpace(found)
			p := r.complain("E-PII", n, len([]rune(line[:strings.Index(line, found)]))+1, "what", kind.what, "value", mask(found))
			p.Length = len([]rune(found))
			line = strings.Replace(line, found, strings.Repeat(" ", len(found)), 1)
		}
	}
}

var linkTarget = regexp.MustCompile(`\]\((?:[^()\s]|\([^()]*\))*|https?://[^\s)>"']+`)

// withoutAddresses blanks the targets of links: only tel: and mailto: are looked at (PD-01).
func withoutAddresses(line string) string {
	if !strings.Contains(line, "](") && !strings.Contains(line, "://") {
		return line
	}
	return linkTarget.ReplaceAllStringFunc(line, func(s string) string {
		if strings.HasPrefix(s, "](tel:") || strings.HasPrefix(s, "](mailto:") {
			return s
		}
		return strings.Repeat(" ", len(s))
	})
}

// touchesNumber tells that the match is a piece of a longer number: a digit or a full stop before it, a digit after it.
func touchesNumber(line string, at []int) bool {
	start := at[0]
	for start < at[1] && !digitOrLetter(line[start]) && line[start] != '(' && line[start] != '+' {
		start++
	}
	if start > 0 && (digit(line[start-1]) || line[start-1] == '.') {
		return true
	}
	if at[0] > 0 && start > at[0] && digit(line[at[0]-1]) && line[at[0]] == '-' {
		return true
	}
	return at[1] < len(line) && digit(line[at[1]])
}

func digit(c byte) bool         { return c >= '0' && c <= '9' }
func digitOrLetter(c byte) bool { return digit(c) || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' }

// mask hides the middle of what was found, so that a message does not carry it on.
func mask(s string) string {
	runes := []rune(s)
	for i := 3; i < len(runes)-2; i++ {
		if runes[i] != ' ' && runes[i] != '-' && runes[i] != '@' {
			runes[i] = '•'
		}
	}
	return string(runes)
}

// luhn checks the digits of a bank card (ISO/IEC 7812).
func luhn(s string) bool {
	sum, n := 0, 0
	for i := len(s) - 1; i >= 0; i-- {
		if !digit(s[i]) {
			continue
		}
		d := int(s[i] - '0')
		if n++; n%2 == 0 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0
}

// allowList reads pii_allow: every exact text needs a reason.
func allowList(doc *site.Doc) []string {
	v, _ := doc.Value("pii_allow")
	var texts []string
	for _, item := range append(v.Items, site.Value{Parts: v.Parts}) {
		text, _ := item.Part("text")
		if _, reasoned := item.Part("reason"); reasoned && text.Text != "" {
			texts = append(texts, text.Text)
		}
	}
	return texts
}
