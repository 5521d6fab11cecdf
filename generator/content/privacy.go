package content

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
)

// personal is one kind of personal data that content must not hold (domain PD-01, PD-02).
type personal struct {
	what    string // named for the catalogue of messages
	digits  int    // a line with fewer has none: expressions are dear, most lines are innocent
	run     int    // nor has one without so many together
	sign    []byte // a line without it has none
	pattern *regexp.Regexp
	valid   func(string) bool
}

// joint is what may stand between the figures of a phone, of a [legible] line.
const joint = `[\s._~-]*`

// personalData are the patterns of PD-01 and PD-02, for a [legible] line. What is told is the first group, else the whole. A phone whose figures are parted
// otherwise than 3-2-2 begins as those of Ukraine's operators do, or any number of ten digits would be one.
var personalData = []personal{
	{"phone", 10, 0, []byte("0"), regexp.MustCompile(`(?:(?:\+3\s?8|(?:00)?38)[\s(-]*0[\s()-]*\d{2}|[\s(-]*0\(?\d{2})[\s.)/_~-]*\d{3}` + joint + `\d{2}` + joint + `\d{2}`), nil},
	{"phone", 10, 0, []byte("0"), regexp.MustCompile(`(?:\+?38)?[\s(-]*0[ (-]?(?:20|39|50|6[3678]|7[0357]|89|9[1-9])[\s.)/_~-]*(?:\d{2}` + joint + `\d{3}` + joint + `\d{2}|\d{2}` + joint + `\d{2}` + joint + `\d{3}|\d{3}` + joint + `\d{2}` + joint + `\d{2}|\d` + joint + `\d{3}` + joint + `\d{3}|\d{4}` + joint + `\d{3})`), nil},
	{"phone", 10, 0, []byte("0"), regexp.MustCompile(`0(?:\d{4}[\s-]+\d|\d{3}[\s-]+\d{2})-\d{2}-\d{2}`), nil},
	{"phone", 6, 0, []byte("(0"), regexp.MustCompile(`\(0\d{3,4}\)\s*\d(?:[ -]?\d){3,6}`), nil},
	{"email", 0, 0, []byte("@"), regexp.MustCompile(`[\pL0-9._%+-]+@[\pL0-9-]+(?:\.[\pL0-9-]+)+`), nil},
	{"passport", 6, 6, nil, regexp.MustCompile(`(?:^|[^А-ЯҐЄІЇа-яґєії])([А-ЯҐЄІЇ]{2}\s?\d{6})`), nil},
	{"passport", 6, 6, []byte("аспорт"), regexp.MustCompile(`аспорт[\pL\s.,:;№«»"-]{0,60}(\d{6}(?:\d{3})?)`), nil},
	{"tax", 10, 10, []byte("дентиф"), regexp.MustCompile(`дентифікаційн\pL+\s+(?:код|номер)\pL*[^\d]{0,20}(\d{10})`), nil},
	{"tax", 10, 10, []byte("П"), regexp.MustCompile(`(?:ІПН|РНОКПП)[^\d]{0,20}\d{10}`), nil},
	{"card", 16, 0, nil, regexp.MustCompile(`\d{4}(?:[\s-]?\d{4}){3}`), card},
	{"birth", 5, 0, []byte("арод"), birth, nil},
	{"birth", 5, 0, []byte("АРОД"), birth, nil},
	{"birth", 6, 0, []byte("р."), regexp.MustCompile(`\d{1,2}\.\d{1,2}\.\d{4}\s*р\.\s?н\.`), nil},
	{"address", 0, 0, []byte("омашн"), home, nil},
	{"address", 0, 0, []byte("рож"), home, nil},
	{"address", 0, 0, []byte("РОЖ"), home, nil},
}

// A date behind «народ…», as people write dates and as this program does; a street behind «прож…» or «домашня адреса», whose name has a capital letter if the word «вулиця»
// is whole: «живуть на сусідній вулиці» is nobody's address.
var (
	birth = regexp.MustCompile(`(?i)(?:^|[^а-яґєії])(народ[а-яґєії’'ʼ]*[\s—:.,-]+(?:у\s+)?(?:\d{1,2}(?:[./-]\d{1,2}[./-]\d{4}|\s+[а-яґєії]+\s+\d{4})|\d{4}-\d{1,2}-\d{1,2}))`)
	home  = regexp.MustCompile(`(?i:прож(?:ив[а-яґєії]*|\.)|домашн[а-яґєії]+\s+адрес[а-яґєії]*)(?:[^.]|(?:м|с|смт|сел|обл|буд)\.){1,40}?(?:(?i:вул|просп|бульв|пров)\.|(?i:вулиц|проспект|бульвар|провул)[а-яґєії]*\s+[«"]?[А-ЯҐЄІЇ])`)
)

// privacy looks for personal data in the whole file, header and body, line by line.
func (r *reader) privacy(doc *site.Doc) {
	allowed := r.parser.Contacts
	if doc != nil {
		allowed = append(allowed[:len(allowed):len(allowed)], Allowed(doc)...)
	}
	inWords := disguised(r.source) || slices.ContainsFunc(personalData, func(k personal) bool { return k.digits == 0 && bytes.Contains(r.source, k.sign) })
	last, before := 0, []byte(nil)
	for n, line := range r.linesOfFigures(inWords) {
		r.privacyLine(string(line), n, allowed)
		if last == n-1 {
			r.privacySeam(before, line, n, allowed)
		}
		last, before = n, line
	}
}

// longestPhone is more than a phone takes, in bytes.
const longestPhone = 40

// privacySeam looks for a phone that begins at the end of one line and goes on in the next, where a paragraph shows it in one piece.
func (r *reader) privacySeam(before, line []byte, n int, allowed []string) {
	head, tail := bytes.TrimRight(before, "\r\n"), bytes.TrimLeft(line, " \t")
	if len(head) == 0 || len(tail) == 0 || !digit(tail[0]) && tail[0] != '(' || strings.IndexByte("0123456789 ()-", head[len(head)-1]) < 0 {
		return
	}
	column := len(line) - len(tail) + 1
	head, tail = head[max(0, len(head)-longestPhone):], tail[:min(longestPhone, len(tail))]
	for _, found := range Personal(string(head)+" "+string(tail), allowed) {
		number := []byte(strings.TrimLeft(found.Value, " (-")) // of a line of hyphens above a number it is no part
		if !bytes.Contains(head, number) && !bytes.Contains(tail, number) {
			r.complain("E-PII", n, column, "what", found.What, "value", problem.Mask(found.Value)).Length = 1
		}
	}
}

// suspicious lists the kinds of data that the line may hold by a quick look.
func suspicious(line []byte) []*personal {
	digits, longest := 0, 0
	for i := 0; i < len(line); i++ {
		if !digit(line[i]) {
			continue
		}
		run := i
		for i < len(line) && digit(line[i]) {
			i++
		}
		digits += i - run
		longest = max(longest, i-run)
	}
	var kinds []*personal
	for i := range personalData {
		k := &personalData[i]
		if digits >= k.digits && longest >= k.run && (digits > 0 || k.digits == 0) && bytes.Contains(line, k.sign) && (string(k.sign) != "(0" || areaCode(line)) {
			kinds = append(kinds, k)
		}
	}
	return kinds
}

// areaCode tells whether the line holds a code such as (06267): a link to a file 01-rozdil.md begins alike.
func areaCode(line []byte) bool {
	for {
		at := bytes.Index(line, []byte("(0"))
		if at < 0 {
			return false
		}
		line = line[at+1:]
		digits := 0
		for digits < len(line) && digit(line[digits]) {
			digits++
		}
		if (digits == 4 || digits == 5) && digits < len(line) && line[digits] == ')' {
			return true
		}
	}
}

func (r *reader) privacyLine(original string, n int, allowed []string) {
	text, at := legible(original)
	kinds := suspicious([]byte(text))
	if kinds == nil {
		return
	}
	line := innocent(text, allowed) // of the same length, as every line below: places stay true
	left, told := []byte(line), 0
	for _, kind := range kinds {
		for _, match := range kind.pattern.FindAllSubmatchIndex(left, -1) {
			start, end := match[0], match[1]
			if len(match) > 2 {
				start, end = match[2], match[3]
			}
			if touchesNumber(line, start, end) || kind.valid != nil && !kind.valid(line[start:end]) {
				continue
			}
			if told++; told > mostInLine {
				return
			}
			begin := placeIn(at, end-len(strings.TrimLeft(line[start:end], " \t-")))
			found := original[begin:placeIn(at, end)]
			p := r.complain("E-PII", n, utf8.RuneCountInString(original[:begin])+1, "what", kind.what, "value", problem.Mask(found))
			p.Length = utf8.RuneCountInString(found)
			erase(left[start:end]) // one number is told once
		}
	}
}

// mostInLine is how much is told of one line: a whole table may stand in one.
const mostInLine = 20

func erase(b []byte) {
	for i := range b {
		b[i] = ' '
	}
}

// innocent is a [legible] line, of the same length, without the targets of links, the signs that part no number («050 **123** 45 67»), and what is allowed.
func innocent(line string, allowed []string) string {
	left := []byte(emphasis.Replace(withoutAddresses(line)))
	for _, text := range allowed {
		text, _ = legible(text)
		allow(left, text)
	}
	return string(left)
}

var emphasis = strings.NewReplacer("*", " ", "`", " ", `\`, " ")

// allow blanks a text that is allowed, where it stands whole: office@… is a contact, and headoffice@… somebody else's.
func allow(line []byte, text string) {
	for from := 0; text != ""; {
		at := bytes.Index(line[from:], []byte(text))
		if at < 0 {
			return
		}
		start, end := from+at, from+at+len(text)
		if !joined(line, start, end) {
			erase(line[start:end])
		}
		from = end
	}
}

// joined tells that an e-mail or a number goes on before or behind a part of a line. Before a phone may stand the code of the country.
func joined(line []byte, start, end int) bool {
	letter := func(c byte) bool { return digit(c) || c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_' || c == '-' }
	mail := bytes.IndexByte(line[start:end], '@') >= 0
	switch {
	case end < len(line) && (digit(line[end]) || mail && letter(line[end])):
		return true
	case mail && end+1 < len(line) && line[end] == '.' && letter(line[end+1]):
		return true
	}
	return mail && start > 0 && (letter(line[start-1]) || strings.IndexByte(".%+", line[start-1]) >= 0)
}

var linkTarget = regexp.MustCompile(`\]\((?:[^()\s]|\([^()]*\))*|https?://[^\s)>"']+`)

// calls are the targets of links that call somebody or write to her: by telephone, by mail (PD-01), by a messenger that goes by numbers.
var calls = regexp.MustCompile(`(?i)^(?:\]\(<?)?(?:tel:|sms:|mailto:|viber:|whatsapp:|https?://(?:wa\.me/|t\.me/\+?\d|api\.whatsapp\.com/|viber\.click/|signal\.me/#p/))`)

// withoutAddresses blanks the targets of links, but for those that call.
func withoutAddresses(line string) string {
	if !strings.Contains(line, "](") && !strings.Contains(line, "://") {
		return line
	}
	return linkTarget.ReplaceAllStringFunc(line, func(s string) string {
		if calls.MatchString(s) {
			return s
		}
		return strings.Repeat(" ", len(s))
	})
}

// touchesNumber tells that what was found is a piece of a longer number: a digit before it or behind it, or a digit and a full stop
// or a hyphen before it.
func touchesNumber(line string, start, end int) bool {
	if end < len(line) && digit(line[end]) {
		return true
	}
	start = end - len(strings.TrimLeftFunc(line[start:end], unicode.IsSpace)) // a space parts, a hyphen joins
	before := strings.TrimSuffix(line[:start], ".")
	return before != "" && digit(before[len(before)-1]) && !countryCode.MatchString(line[max(0, start-len("_+38.")):start]) // a line may be a whole file
}

// countryCode is what may stand before a phone without a space: «8(050) 123-45-67», «8-050-…», «+38.050…». Behind a lone 8 a full stop begins a fraction.
var countryCode = regexp.MustCompile(`(?:^|[^\d.,/-])(?:8|\+?38\.?)$`)

func digit(c byte) bool { return c >= '0' && c <= '9' }

// card tells that sixteen digits may be those of a bank card: four years in a row, «2023 2024 2025 2026», are none.
func card(s string) bool { return luhn(s) && !fourYears.MatchString(s) }

var fourYears = regexp.MustCompile(`^(?:(?:19|20)\d\d[\s-]?){4}$`)

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

// Allowed are the exact texts that the author of a document allowed to stand there (pii_allow), each with a reason.
func Allowed(doc *site.Doc) []string {
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
