package citation

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Span is a part of a record; Source marks the name of the journal, collection or site in which a work stands, which is set in italics.
type Span struct {
	Text   string
	Source bool
}

// mostAuthors is how many authors head a record; of more the first follows the title.
const mostAuthors = 3

// terms are the words of a record, in the language of the work.
type terms struct{ pages, onPages, volume, number, others, editors, compilers, accessed, dated string }

var termsOf = map[string]terms{
	"uk": {"с.", "С.", "Т.", "№", "та ін.", "ред.", "уклад.", "дата звернення", "від"},
	"en": {"p.", "P.", "Vol.", "No.", "et al.", "ed. by", "comp. by", "date of access", "of"},
	"de": {"S.", "S.", "Bd.", "Nr.", "u. a.", "hrsg. von", "zsgest. von", "Zugriffsdatum", "vom"},
	"fr": {"p.", "P.", "Vol.", "No.", "et al.", "éd. par", "comp. par", "date de consultation", "du"},
	"pl": {"s.", "S.", "T.", "Nr", "i in.", "red.", "oprac.", "data dostępu", "z dnia"},
}

func (w *Work) terms() terms {
	if w.Ukrainian() {
		return termsOf["uk"]
	}
	if t, ok := termsOf[strings.ToLower(w.Language[:min(2, len(w.Language))])]; ok {
		return t
	}
	return termsOf["en"]
}

// Record is the work in one line, by ДСТУ 8302:2015:
//
//	Перша А. Б. Назва статті. Журнал. 2020. № 3. С. 10–15. DOI: 10.1000/182.
func (w *Work) Record() string {
	var b strings.Builder
	for _, s := range w.Spans() {
		b.WriteString(s.Text)
	}
	return b.String()
}

// Spans is the record in parts; their texts, one after another, are the Record.
func (w *Work) Spans() []Span {
	r := record{terms: w.terms()}
	if n := len(w.Authors); n > 0 && !w.many() {
		authors := make([]string, n)
		for i, a := range w.Authors {
			authors[i] = a.SurnameFirst()
		}
		r.sentence(strings.Join(authors, ", "))
	}
	switch w.Type {
	case Article, Web:
		r.sentence(joinWith(" / ", w.title(), r.responsibility(w, true)))
		r.source(w.Container, w.Event, "")
		r.periodical(w)
	case Chapter, Paper:
		r.sentence(joinWith(" / ", w.title(), r.others(w)))
		r.source(w.Container, w.Event, r.responsibility(w, false))
		r.sentence(w.Edition)
		r.imprint(w)
		r.sentence(joinWith(", ", numbered(r.volume, w.Volume), numbered(r.number, w.Number)))
		r.sentence(numbered(r.onPages, ranged(w.Range)))
	case Law:
		r.sentence(joinWith(" / ", joinWith(" ", w.title(), r.dated(w)), r.responsibility(w, true)))
		r.source(w.Container, "", "")
		r.act(w)
	default:
		r.sentence(joinWith(" / ", w.title(), r.responsibility(w, true)))
		r.sentence(w.Edition)
		r.imprint(w)
		r.sentence(numbered(r.volume, w.Volume))
		r.extent(w)
	}
	r.address(w)
	return r.spans
}

// many tells that there are more authors than head a record.
func (w *Work) many() bool { return len(w.Authors) > mostAuthors || w.Others && len(w.Authors) > 0 }

// title is the title with what belongs to it: «Назва : підзаголовок : підр.»; of a thesis its speciality too.
func (w *Work) title() string {
	code := ""
	if w.Type == Thesis {
		code = w.Number
	}
	return joinWith(" : ", w.Title, w.Subtitle, w.Kind, code)
}

// record is a record in the making.
type record struct {
	terms
	spans []Span
}

func (r *record) write(text string, source bool) {
	if text == "" {
		return
	}
	if last := len(r.spans) - 1; last >= 0 && r.spans[last].Source == source {
		r.spans[last].Text += text
		return
	}
	r.spans = append(r.spans, Span{text, source})
}

// sentence adds a part that ends with a full stop.
func (r *record) sentence(part string) {
	if part == "" {
		return
	}
	r.begin()
	r.write(part, false)
	r.stop(part)
}

func (r *record) begin() {
	if len(r.spans) > 0 {
		r.write(" ", false)
	}
}

func (r *record) stop(part string) {
	if c, _ := utf8.DecodeLastRuneInString(part); !strings.ContainsRune(".?!…", c) {
		r.write(".", false)
	}
}

// source adds that in which a work stands: «Збірник : матеріали конф. / ред. А. Б. Перша.»
func (r *record) source(container, event, responsibility string) {
	if container == "" {
		r.sentence(joinWith(" / ", event, responsibility))
		return
	}
	r.begin()
	r.write(container, true)
	rest := ""
	if event != "" {
		rest = " : " + event
	}
	if responsibility != "" {
		rest += " / " + responsibility
	}
	r.write(rest, false)
	r.stop(container + rest)
}

// others is the first author of many.
func (r *record) others(w *Work) string {
	if !w.many() {
		return ""
	}
	return w.Authors[0].InitialsFirst() + " " + r.terms.others
}

// responsibility is what follows the slash; withAuthors where no other slash tells the first author of many.
func (r *record) responsibility(w *Work, withAuthors bool) string {
	authors, institution := "", w.Institution
	if withAuthors {
		authors = r.others(w)
	}
	if w.Type == Thesis {
		institution = w.Publisher
	}
	if w.Responsibility != "" {
		return joinWith(" ; ", authors, w.Responsibility, institution)
	}
	return joinWith(" ; ", authors, by(r.compilers, w.Compilers), by(r.editors, w.Editors), institution)
}

// by names who has made a book: «уклад. А. Б. Перша», «уклад.: А. Б. Перша, В. Г. Друга».
func by(word string, names []Name) string {
	if len(names) == 0 {
		return ""
	}
	list := make([]string, len(names))
	for i, n := range names {
		list[i] = n.InitialsFirst()
	}
	if len(names) > 1 && strings.HasSuffix(word, ".") {
		word += ":"
	}
	return word + " " + strings.Join(list, ", ")
}

// imprint adds where, by whom and when a book was published: «Київ : Знання, 2008.»
func (r *record) imprint(w *Work) {
	publisher := w.Publisher
	if w.Type == Thesis {
		publisher = "" // it stands after the slash
	}
	r.sentence(joinWith(", ", joinWith(" : ", w.City, publisher), year(w.Year)))
}

// extent adds how large a book is, or which of its pages are meant.
func (r *record) extent(w *Work) {
	switch {
	case w.Range != "":
		r.sentence(numbered(r.onPages, ranged(w.Range)))
	case w.Pages > 0:
		r.sentence(strconv.Itoa(w.Pages) + nbsp + r.pages)
	}
	if w.Series != "" {
		r.sentence("(" + w.Series + ")")
	}
}

// periodical adds when and where in its journal an article stands; of a page of a site its day.
func (r *record) periodical(w *Work) {
	when := year(w.Year)
	if w.Type == Web && w.Date.Day > 0 {
		when = w.Date.Dotted()
	}
	r.sentence(when)
	r.sentence(joinWith(", ", numbered(r.volume, w.Volume), numbered(r.number, w.Number)))
	r.sentence(numbered(r.onPages, ranged(w.Range)))
}

// dated is the day and the number of an act: «від 05.09.2017 р. № 2145-VIII».
func (r *record) dated(w *Work) string {
	day := ""
	if w.Date.Day > 0 {
		day = r.terms.dated + nbsp + w.Date.Dotted()
		if w.Ukrainian() {
			day += nbsp + "р."
		}
	}
	return joinWith(" ", day, numbered(r.number, w.Number))
}

// act adds where in an official journal an act stands, or who has printed it.
func (r *record) act(w *Work) {
	article := w.Range
	if w.Ukrainian() {
		article = numbered("Ст.", article)
	}
	switch {
	case w.Container != "":
		r.sentence(year(w.Year))
		r.sentence(joinWith(", ", numbered(r.volume, w.Volume), numbered(r.number, ranged(w.Issue))))
		r.sentence(article)
	case w.City != "" || w.Publisher != "":
		r.imprint(w)
		r.extent(w)
	case w.Date.Day == 0:
		r.sentence(year(w.Year))
	}
}

// address adds where the work is found in the network.
func (r *record) address(w *Work) {
	if w.DOI != "" {
		r.sentence("DOI: " + w.DOI)
	}
	if w.URL == "" || w.DOI != "" && isResolver(w.URL) {
		return
	}
	address := "URL: " + w.URL
	if !w.Accessed.IsZero() {
		address += " (" + r.accessed + ": " + w.Accessed.Dotted() + ")"
	}
	r.sentence(address)
}

func isResolver(url string) bool {
	return strings.HasPrefix(url, "https://doi.org/") || strings.HasPrefix(url, "http://doi.org/") || strings.HasPrefix(url, "https://dx.doi.org/")
}

// numbered puts a word before a number, unless one stands there already: «№ 3», «Вип. 148».
func numbered(word, number string) string {
	switch {
	case number == "":
		return ""
	case beginsWithWord(number):
		return number
	}
	return word + nbsp + number
}

// beginsWithWord tells that a number bears a word or a sign of its own: «Вип. 148», «№ 2», «Кн. 1». Roman numbers and a letter before
// digits (S1, e0123) are numbers.
func beginsWithWord(s string) bool {
	first, _, more := strings.Cut(s, " ")
	return more && strings.IndexFunc(first, unicode.IsDigit) < 0 && (first == "№" || strings.HasSuffix(first, ".") || strings.IndexFunc(first, unicode.IsLower) > 0)
}

// ranged puts a dash between pages.
func ranged(pages string) string {
	if strings.IndexFunc(pages, unicode.IsDigit) < 0 {
		return pages
	}
	pages = strings.NewReplacer("---", "–", "--", "–", " - ", "–", " – ", "–", "—", "–").Replace(pages)
	before, after, ok := strings.Cut(pages, "-")
	if ok && !strings.Contains(after, "-") && isNumber(before) && isNumber(after) {
		return before + "–" + after
	}
	return pages
}

func isNumber(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

func year(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func joinWith(separator string, parts ...string) string {
	var filled []string
	for _, p := range parts {
		if p != "" {
			filled = append(filled, p)
		}
	}
	return strings.Join(filled, separator)
}
