package citation

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// keyed calls f with every work and a key that no other has: the work's own, without signs that a file of BibTeX cannot bear.
func keyed(works []Work, f func(w *Work, key string)) {
	taken := make(map[string]bool, len(works))
	for i := range works {
		base := strings.Map(func(c rune) rune {
			if c <= ' ' || strings.ContainsRune("{}(),=\"#%~\\'@\u00a0", c) {
				return -1
			}
			return c
		}, works[i].Key)
		if base == "" {
			base = "work"
		}
		key := base
		for n := 2; taken[key]; n++ {
			key = base + "-" + strconv.Itoa(n)
		}
		taken[key] = true
		f(&works[i], key)
	}
}

// bibTypes are the entries of biblatex; styles of plain BibTeX take those that they do not know for @misc.
var bibTypes = map[Type]string{
	Book: "book", Article: "article", Chapter: "incollection", Paper: "inproceedings", Thesis: "phdthesis", Law: "legislation", Web: "online",
}

// BibTeX writes works for BibTeX and for programs that read it, in UTF-8.
func BibTeX(works []Work) []byte {
	var b bytes.Buffer
	keyed(works, func(w *Work, key string) {
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		kind, ok := bibTypes[w.Type]
		if !ok {
			kind = bibTypes[Book]
		}
		fmt.Fprintf(&b, "@%s{%s", kind, key)
		for _, f := range w.bibFields() {
			if f.value != "" {
				fmt.Fprintf(&b, ",\n  %s = {%s}", f.name, f.value)
			}
		}
		b.WriteString("\n}\n")
	})
	return b.Bytes()
}

// makers are the authors, or the institution in their place.
func (w *Work) makers() []Name {
	if len(w.Authors) == 0 && w.Institution != "" {
		return []Name{{Surname: w.Institution}}
	}
	return w.Authors
}

type field struct{ name, value string }

func (w *Work) bibFields() []field {
	container, publisher := "booktitle", "publisher"
	switch w.Type {
	case Article, Law:
		container = "journal"
	case Thesis:
		publisher = "school"
	case Web:
		container = "website"
	}
	editors, editorType := w.Editors, ""
	compilers, compilerType := w.Compilers, "" // biblatex has a second list of editors for them
	switch {
	case len(compilers) > 0 && len(editors) == 0:
		editors, editorType, compilers = compilers, "compiler", nil
	case len(compilers) > 0:
		compilerType = "compiler"
	}
	pages, total := strings.ReplaceAll(ranged(w.Range), "–", "--"), ""
	if w.Pages > 0 {
		total = strconv.Itoa(w.Pages)
	}
	date := ""
	if w.Date.Month > 0 && (w.Date.Year == w.Year || w.Year == 0 || w.Type == Law) {
		date = w.Date.String()
	}
	return []field{
		{"author", bibPeople(w.makers(), w.Others)}, {"editor", bibPeople(editors, false)}, {"editortype", editorType}, {"editora", bibPeople(compilers, false)}, {"editoratype", compilerType},
		{"title", tex(w.Title)}, {"subtitle", tex(w.Subtitle)}, {"type", tex(w.Kind)},
		{container, tex(w.Container)}, {"eventtitle", tex(w.Event)}, {"series", tex(w.Series)}, {"edition", tex(w.Edition)},
		{"address", tex(w.City)}, {publisher, tex(w.Publisher)}, {"year", year(w.Year)}, {"date", date},
		{"volume", tex(w.Volume)}, {"number", tex(w.Number)}, {"issue", tex(w.Issue)}, {"pages", tex(pages)}, {"pagetotal", total},
		{"doi", percent(w.DOI)}, {"url", percent(w.URL)}, {"urldate", w.Accessed.String()}, {"isbn", tex(w.ISBN)}, {"issn", tex(w.ISSN)}, {"language", tex(w.Language)},
	}
}

func bibPeople(names []Name, others bool) string {
	list := make([]string, len(names), len(names)+1)
	for i, n := range names {
		switch surname, given := tex(n.Surname), tex(n.Given); {
		case given == "", strings.ContainsAny(n.Surname+n.Given, ",{}"), strings.Contains(" "+strings.ToLower(plain(n.Surname+" "+n.Given))+" ", " and "):
			list[i] = "{" + joinWith(" ", given, surname) + "}"
		default:
			list[i] = surname + ", " + given
		}
	}
	if others && len(names) > 0 {
		list = append(list, "others")
	}
	return strings.Join(list, " and ")
}

var texEscapes = strings.NewReplacer(
	`\`, `\textbackslash{}`, "{", `\textbraceleft{}`, "}", `\textbraceright{}`, "~", `\textasciitilde{}`, "^", `\textasciicircum{}`,
	"&", `\&`, "%", `\%`, "$", `\$`, "#", `\#`, "_", `\_`, "``", "`{}`", "''", "'{}'",
)

// tex is a text for a field of BibTeX.
func tex(s string) string { return texEscapes.Replace(plain(s)) }

var percents = strings.NewReplacer("{", "%7B", "}", "%7D", `\`, "%5C", " ", "%20", "^", "%5E", "~", "%7E")

// percent is an address for a field that is taken as it stands.
func percent(s string) string { return percents.Replace(plain(s)) }

var risTypes = map[Type]string{
	Book: "BOOK", Article: "JOUR", Chapter: "CHAP", Paper: "CPAPER", Thesis: "THES", Law: "STAT", Web: "ELEC",
}

// RIS writes works for programs that read RIS: a line for a field, in UTF-8, with the ends of lines that RIS asks for.
func RIS(works []Work) []byte {
	var b bytes.Buffer
	put := func(tag, value string) {
		if value = plain(value); value != "" {
			b.WriteString(tag + "  - " + value + "\r\n")
		}
	}
	people := func(tag string, names []Name) {
		for _, n := range names {
			put(tag, joinWith(", ", n.Surname, n.Given))
		}
	}
	keyed(works, func(w *Work, key string) {
		kind, ok := risTypes[w.Type]
		if !ok {
			kind = risTypes[Book]
		}
		put("TY", kind)
		put("ID", key)
		people("AU", w.makers())
		people("ED", w.Editors)
		people("A3", w.Compilers)
		put("TI", joinWith(" : ", w.Title, w.Subtitle))
		put("T2", w.Container)
		put("T3", joinWith(". ", w.Event, w.Series))
		put("M3", w.Kind)
		put("ET", w.Edition)
		put("CY", w.City)
		put("PB", w.Publisher)
		put("PY", year(w.Year))
		put("DA", strings.ReplaceAll(w.Date.String(), "-", "/"))
		put("VL", w.Volume)
		put("IS", joinWith(", ", w.Number, w.Issue))
		begin, end, _ := strings.Cut(ranged(w.Range), "–")
		put("SP", begin)
		put("EP", end)
		if w.Pages > 0 && begin == "" {
			put("SP", strconv.Itoa(w.Pages))
		}
		put("SN", joinWith(" ", w.ISBN, w.ISSN))
		put("DO", w.DOI)
		put("UR", w.URL)
		put("Y2", strings.ReplaceAll(w.Accessed.String(), "-", "/"))
		put("LA", w.Language)
		b.WriteString("ER  - \r\n")
	})
	return b.Bytes()
}

// cslItem is a work as CSL-JSON has it.
type cslItem struct {
	ID              string    `json:"id"`
	Type            string    `json:"type"`
	Author          []cslName `json:"author,omitempty"`
	Editor          []cslName `json:"editor,omitempty"`
	Compiler        []cslName `json:"compiler,omitempty"`
	Title           string    `json:"title,omitempty"`
	Genre           string    `json:"genre,omitempty"`
	ContainerTitle  string    `json:"container-title,omitempty"`
	EventTitle      string    `json:"event-title,omitempty"`
	CollectionTitle string    `json:"collection-title,omitempty"`
	Edition         string    `json:"edition,omitempty"`
	PublisherPlace  string    `json:"publisher-place,omitempty"`
	Publisher       string    `json:"publisher,omitempty"`
	Issued          *cslDate  `json:"issued,omitempty"`
	Volume          string    `json:"volume,omitempty"`
	Issue           string    `json:"issue,omitempty"`
	Number          string    `json:"number,omitempty"`
	Page            string    `json:"page,omitempty"`
	NumberOfPages   string    `json:"number-of-pages,omitempty"`
	DOI             string    `json:"DOI,omitempty"`
	URL             string    `json:"URL,omitempty"`
	Accessed        *cslDate  `json:"accessed,omitempty"`
	ISBN            string    `json:"ISBN,omitempty"`
	ISSN            string    `json:"ISSN,omitempty"`
	Language        string    `json:"language,omitempty"`
}

type cslName struct {
	Family  string `json:"family,omitempty"`
	Given   string `json:"given,omitempty"`
	Literal string `json:"literal,omitempty"`
}

type cslDate struct {
	Parts [][]int `json:"date-parts"`
}

var cslTypes = map[Type]string{
	Book: "book", Article: "article-journal", Chapter: "chapter", Paper: "paper-conference", Thesis: "thesis", Law: "legislation", Web: "webpage",
}

// CSLJSON writes works for programs that set references by styles of CSL.
func CSLJSON(works []Work) []byte {
	items := make([]cslItem, 0, len(works))
	keyed(works, func(w *Work, key string) { items = append(items, w.csl(key)) })
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	_ = e.Encode(items) // texts and numbers can always be written
	return b.Bytes()
}

func (w *Work) csl(key string) cslItem {
	kind, ok := cslTypes[w.Type]
	if !ok {
		kind = cslTypes[Book]
	}
	item := cslItem{
		ID: key, Type: kind, Author: cslNames(w.makers()), Editor: cslNames(w.Editors), Compiler: cslNames(w.Compilers),
		Title: plain(joinWith(" : ", w.Title, w.Subtitle)), Genre: plain(w.Kind), ContainerTitle: plain(w.Container), EventTitle: plain(w.Event),
		CollectionTitle: plain(w.Series), Edition: plain(w.Edition), PublisherPlace: plain(w.City), Publisher: plain(w.Publisher),
		Volume: plain(w.Volume), Issue: plain(w.Issue), Number: plain(w.Number), Page: strings.ReplaceAll(ranged(plain(w.Range)), "–", "-"),
		DOI: w.DOI, URL: w.URL, ISBN: w.ISBN, ISSN: w.ISSN, Language: w.Language,
		Issued: cslDateOf(w.Date), Accessed: cslDateOf(w.Accessed),
	}
	if w.Date.Year == 0 || w.Year != 0 && w.Year != w.Date.Year && w.Type != Law {
		item.Issued = cslDateOf(Date{Year: w.Year})
	}
	if w.Type == Article || w.Type == Paper {
		item.Issue, item.Number = item.Number, ""
	}
	if w.Pages > 0 {
		item.NumberOfPages = strconv.Itoa(w.Pages)
	}
	return item
}

func cslNames(names []Name) []cslName {
	var list []cslName
	for _, n := range names {
		if n.Given == "" {
			list = append(list, cslName{Literal: plain(n.Surname)})
			continue
		}
		list = append(list, cslName{Family: plain(n.Surname), Given: plain(n.Given)})
	}
	return list
}

func cslDateOf(d Date) *cslDate {
	if d.IsZero() {
		return nil
	}
	parts := []int{d.Year}
	if d.Month > 0 {
		parts = append(parts, d.Month)
	}
	if d.Day > 0 {
		parts = append(parts, d.Day)
	}
	return &cslDate{Parts: [][]int{parts}}
}
