package content

import (
	"strings"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// reviewAfter is for how many years the consent of a teacher holds, unless the record says otherwise (domain 2.3.10).
const reviewAfter = 3

// teacherRules: consent with what it covers, and a day by which it is asked for again.
func teacherRules(r *reader, doc *site.Doc) {
	consentRules(r, doc)
	consent, _ := doc.Value("consent")
	given, dated := consent.Part("date")
	if _, ok := doc.Value("review_by"); ok || !dated {
		return
	}
	if f := doc.Kind.Field("review_by"); f != nil {
		doc.Values = append(doc.Values, site.Value{Field: f, Date: yearsLater(given.Date, reviewAfter), Line: consent.Line, Column: consent.Column})
	}
}

// yearsLater is the same day some years later; 29 February becomes the 28th.
func yearsLater(d ukrainian.Date, years int) ukrainian.Date {
	d = d.First()
	d.Year += years
	if month := (ukrainian.Date{Year: d.Year, Month: d.Month}); d.Day > month.Last().Day {
		d.Day = month.Last().Day
	}
	return d
}

// libraryRules: a file is offered of own works, or with the terms on which it may be (E-RIGHTS); ББК and the like are not asked for.
func libraryRules(r *reader, doc *site.Doc) {
	file, ok := doc.Value("file")
	if _, allowed := doc.Value("rights"); ok && !allowed && doc.Text("collection") != "own" {
		r.complain("E-RIGHTS", file.Line, file.Column)
	}
}

// firstCPRPP is the year in which the first centres were founded: resolution No. 672 is of 29 July 2020.
const firstCPRPP = 2020

// catalogueRules: the connection should be protected; a centre cannot be older than centres are.
func catalogueRules(r *reader, doc *site.Doc) {
	if url, ok := doc.Value("url"); ok && strings.HasPrefix(strings.ToLower(url.Text), "http://") {
		r.complain("W-HTTP", url.Line, url.Column, "field", "url", "label", url.Field.Label.UK, "value", url.Text)
	}
	if year, ok := doc.Value("established"); ok && doc.Text("kind") == "cprpp" && year.Number < firstCPRPP {
		r.complain("W-CAT-YEAR", year.Line, year.Column, "value", decimal(year.Number))
	}
}

// hoursOfCredit is the length of one ECTS credit.
const hoursOfCredit = 30

// programmeRules: the contents stand in their field or in the text, the volume in hours, credits or both, and then they agree.
func programmeRules(r *reader, doc *site.Doc) {
	lacks := func(name string) {
		f := doc.Kind.Field(name)
		if f != nil {
			r.complain("E-PROGRAMME", 1, 0, "field", name, "label", f.Label.UK)
		}
	}
	if !r.stands(doc, "content") && doc.Body.Empty() {
		lacks("content")
	}
	if !r.stands(doc, "hours") && !r.stands(doc, "ects") {
		lacks("hours")
	}
	hours, ok1 := doc.Value("hours")
	ects, ok2 := doc.Value("ects")
	// They are compared as they are told: 4.1 times 30 is not quite 123, and a third of a credit has no last digit.
	is, written := ukrainian.Decimal(hours.Number/hoursOfCredit), ukrainian.Decimal(ects.Number)
	if ok1 && ok2 && is != written {
		r.complain("W-ECTS", ects.Line, ects.Column, "hours", ukrainian.Decimal(hours.Number), "ects", is, "value", written)
	}
}

// videoRules: a video can be followed without hearing it; what it needs of its own stands beside it.
func videoRules(r *reader, doc *site.Doc) {
	status, _ := doc.Value("captions_status")
	if status.Text == "none" && !r.stands(doc, "transcript") {
		r.complain("W-CAPTIONS", status.Line, status.Column)
	}
	provider, ok := doc.Value("provider")
	with := "url"
	if provider.Text == "file" {
		with = "file"
	}
	if other := map[string]string{"url": "file", "file": "url"}[with]; ok && r.stands(doc, other) && !r.stands(doc, with) {
		r.together(provider, doc.Kind.Field(with), nil, r.unread)
	}
}
