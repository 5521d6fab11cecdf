package citation

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// entryTypes are the types of BibTeX and biblatex.
var entryTypes = map[string]Type{
	"article": Article, "periodical": Article, "suppperiodical": Article,
	"incollection": Chapter, "inbook": Chapter, "suppbook": Chapter, "inreference": Chapter,
	"inproceedings": Paper, "conference": Paper,
	"phdthesis": Thesis, "mastersthesis": Thesis, "thesis": Thesis,
	"legislation": Law, "legal": Law, "jurisdiction": Law, "standard": Law,
	"online": Web, "electronic": Web, "www": Web, "webpage": Web,
}

// workOf makes a work of the fields of an entry.
func workOf(entry, key string, line int, fields map[string]string) Work {
	get := func(names ...string) string {
		for _, name := range names {
			if v := unlatex(fields[name]); v != "" {
				return v
			}
		}
		return ""
	}
	w := Work{
		Key: key, Type: entryTypes[entry], Line: line,
		Title: get("title"), Subtitle: get("subtitle"), Kind: get("type", "titleaddon"),
		Container: get("journaltitle", "journal", "booktitle", "maintitle", "website"), Event: get("eventtitle", "booksubtitle"),
		Series: get("series"), Edition: get("edition"), City: get("location", "address"), Publisher: get("publisher", "institution", "school", "organization"),
		Volume: get("volume"), Number: get("number"), Issue: get("issue"), DOI: bareDOI(get("doi")), URL: verbatim(fields["url"]),
		ISBN: get("isbn"), ISSN: get("issn"), Language: languageOf(get("langid", "language")), Range: ranged(get("pages")),
	}
	if w.URL == "" { // plain BibTeX has no field for it, and people write it here
		w.URL = verbatim(cmp.Or(addressIn.FindString(fields["howpublished"]), addressIn.FindString(fields["note"])))
	}
	if w.Type == "" {
		w.Type = Book
		if entry == "misc" && w.URL != "" && w.Publisher == "" {
			w.Type = Web
		}
	}
	if w.Type != Law && w.Number == "" {
		w.Number, w.Issue = w.Issue, ""
	}
	var more bool
	w.Authors, w.Others = people(fields["author"])
	w.Editors, more = people(fields["editor"])
	w.Others = w.Others || more && len(w.Authors) == 0
	if strings.EqualFold(get("editortype"), "compiler") {
		w.Compilers, w.Editors = w.Editors, nil
	}
	for _, list := range []string{"editora", "editorb", "editorc"} { // biblatex's lists of those whose work was another
		if strings.EqualFold(get(list+"type"), "compiler") {
			names, _ := people(fields[list])
			w.Compilers = append(w.Compilers, names...)
		}
	}
	w.dates(get)
	w.extentOf(get)
	return w
}

// dates reads year, month and date.
func (w *Work) dates(get func(...string) string) {
	if d, ok := ParseDate(get("date")); ok {
		w.Date, w.Year = d, d.Year
	} else if year := get("year", "date"); len(year) >= 4 {
		d, _ = ParseDate(year[:4])
		w.Year = d.Year
		if month, ok := ParseDate(year[:4] + "-" + get("month")); ok {
			w.Date = month
			if day, ok := ParseDate(month.String() + "-" + get("day")); ok {
				w.Date = day
			}
		}
	}
	if w.Type == Law { // year and date are that of the journal and that of the act
		if d, ok := ParseDate(get("year")); ok {
			w.Year = d.Year
		}
	}
	w.Accessed, _ = ParseDate(get("urldate", "lastvisited"))
}

// extentOf reads how many pages a book has: `pages` of a book is that where it is one number.
func (w *Work) extentOf(get func(...string) string) {
	total := get("pagetotal", "numpages")
	if (w.Type == Book || w.Type == Thesis) && total == "" && isNumber(w.Range) {
		total, w.Range = w.Range, ""
	}
	if isNumber(total) && len(total) < 7 {
		for _, c := range total {
			w.Pages = w.Pages*10 + int(c-'0')
		}
	}
}

func bareDOI(s string) string {
	for _, prefix := range []string{"https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:", "DOI:"} {
		s = strings.TrimSpace(strings.TrimPrefix(s, prefix))
	}
	return s
}

// verbatim is an address as it stands; only what BibTeX asks to be escaped is not.
func verbatim(s string) string {
	if inner, ok := strings.CutPrefix(strings.TrimSpace(s), `\url{`); ok {
		s = strings.TrimSuffix(inner, "}")
	}
	return strings.NewReplacer(`\_`, "_", `\%`, "%", `\&`, "&", `\#`, "#", `\~{}`, "~", `\$`, "$", "{", "", "}", "", " ", "", "\n", "", "\r", "", "\t", "").Replace(s)
}

// addressIn is an address among words: «\url{https://…}», «Available at: https://…».
var addressIn = regexp.MustCompile(`https?://[^\s{}<>]*[^\s{}<>.,;:)]`)

var languageNames = map[string]string{"ukrainian": "uk", "english": "en", "british": "en", "american": "en", "german": "de", "ngerman": "de", "french": "fr", "polish": "pl", "українська": "uk", "англійська": "en"}

func languageOf(s string) string {
	s = strings.ToLower(s)
	if code, ok := languageNames[s]; ok {
		return code
	}
	return s
}

// people reads names joined by `and`; others where the list ends with `and others`.
func people(list string) (names []Name, others bool) {
	for _, part := range splitAnd(list) {
		switch strings.ToLower(part) {
		case "":
		case "others", "інші":
			others = true
		default:
			names = append(names, bibName(part))
		}
	}
	return names, others
}

// splitAnd splits at the word `and` where it stands in no braces.
func splitAnd(list string) []string {
	list = plain(list)
	var parts []string
	depth, begin := 0, 0
	for i := 0; i < len(list); i++ {
		switch list[i] {
		case '\\':
			i++
		case '{':
			depth++
		case '}':
			depth--
		case ' ':
			if depth == 0 && len(list) >= i+5 && strings.EqualFold(list[i:i+5], " and ") {
				parts = append(parts, list[min(begin, i):i])
				begin, i = i+5, i+3
			}
		}
	}
	return append(parts, strings.TrimSpace(list[min(begin, len(list)):]))
}

// bibName reads «Surname, Given», «Surname, Jr, Given», «Given von Surname» and «{An organisation}».
func bibName(s string) Name {
	if parts := splitDepth(s, ' '); len(parts) == 1 && strings.HasPrefix(s, "{") {
		return Name{Surname: plain(unlatex(s))}
	}
	parts := splitDepth(s, ',')
	if len(parts) > 1 {
		return Name{Surname: plain(unlatex(parts[0])), Given: spaced(unlatex(parts[len(parts)-1]))}
	}
	if n := ParseName(unlatex(s)); n.Given != "" {
		return n
	}
	words := splitDepth(s, ' ')
	if len(words) == 1 {
		return Name{Surname: plain(unlatex(s))}
	}
	last := slices.IndexFunc(words[:len(words)-1], func(w string) bool {
		c, _ := utf8.DecodeRuneInString(w)
		return unicode.IsLower(c)
	})
	if last <= 0 {
		last = len(words) - 1
	}
	return Name{Surname: plain(unlatex(strings.Join(words[last:], " "))), Given: spaced(unlatex(strings.Join(words[:last], " ")))}
}

// splitDepth splits at a sign that stands in no braces.
func splitDepth(s string, sign byte) []string {
	var parts []string
	depth, begin := 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '{':
			depth++
		case c == '}':
			depth--
		case c == sign && depth == 0:
			parts, begin = append(parts, strings.TrimSpace(s[begin:i])), i+1
		}
	}
	return append(parts, strings.TrimSpace(s[begin:]))
}
