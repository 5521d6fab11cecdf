package main

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/som-hub/vitryna/generator"
	"github.com/som-hub/vitryna/generator/author"
	"github.com/som-hub/vitryna/generator/output"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/table"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

//go:embed report/page.html
var reportHTML string

//go:embed report/page.css
var reportCSS string

var reportPage = template.Must(template.New("report").Parse(reportHTML))

// heaviest is how many of the heaviest files a report names.
const heaviest = 15

func (p *program) reportCommand() *cobra.Command {
	var f buildFlags
	since := ""
	c := &cobra.Command{Use: "report " + p.say("use site"), Short: p.say("report"), Args: p.siteArg, RunE: func(c *cobra.Command, args []string) error {
		return p.summarise(c.Context(), args, f, since)
	}}
	c.Flags().StringVar(&since, "since", "", p.say("flag report since"))
	c.Flags().StringVar(&f.out, "out", "zvit.html", p.say("flag report out"))
	c.Flags().StringVar(&f.now, "now", "", p.say("flag now"))
	return c
}

// summarise writes the report as a page and as a table.
func (p *program) summarise(ctx context.Context, args []string, f buildFlags, since string) error {
	folder, loader, err := p.opened(args, f)
	if err != nil {
		return err
	}
	out, table, err := p.reportFiles(folder, f.out)
	if err != nil {
		return err
	}
	day, before, err := p.since(since, loader)
	if err != nil {
		return err
	}
	snapshot, err := p.loaded(ctx, loader)
	if err != nil {
		return err
	}
	list, _, err := allProblems(ctx, loader)
	if err != nil {
		return err
	}
	var weights []weight
	if !snapshot.Problems.Stops() { // one with errors has no finished files to weigh
		set, err := render(ctx, snapshot)
		if err != nil {
			return err
		}
		weights = weigh(set)
	}
	external, checked, err := p.remembered(snapshot)
	if err != nil {
		return err
	}
	view := p.reportView(loader.Report(snapshot, day, before, list), day, since, before != nil, weights, p.externalTable(external, checked))
	var page bytes.Buffer
	if err := reportPage.Execute(&page, view); err != nil {
		return err
	}
	if err := author.Replace(out, page.Bytes()); err != nil {
		return err
	}
	if err := author.Replace(table, view.csv()); err != nil {
		return err
	}
	fmt.Fprintf(p.Stdout, p.say("report made")+"\n", out, table)
	return nil
}

// reportFiles are the page and the table of a report. Neither lies among the site's texts, nor takes the place of what is no report.
func (p *program) reportFiles(folder, out string) (page, table string, err error) {
	stem, ext := strings.TrimSuffix(out, filepath.Ext(out)), filepath.Ext(out)
	if strings.EqualFold(ext, ".csv") { // the table is meant: the page lies beside
		ext = ".html"
	}
	page, table = stem+ext, stem+".csv"
	for _, err := range []error{p.fileAside(folder, page), p.replaceable(page, isReport), p.fileAside(folder, table), p.replaceable(table, isReportTable)} {
		if err != nil {
			return "", "", err
		}
	}
	return page, table, nil
}

// isReport tells the page of an earlier report by the mark that page.html has.
func isReport(data []byte) bool {
	return bytes.Contains(data, []byte(`<meta name="generator" content="vitryna report">`))
}

// isReportTable tells the table of an earlier report by its first two lines. When Excel saves it, its lines end in more semicolons.
func isReportTable(data []byte) bool {
	title, rest, _ := strings.Cut(string(data), "\n")
	head, _, _ := strings.Cut(rest, "\n")
	for lang := range 2 {
		if strings.Trim(title, "\ufeff;\r") == reportTexts["report figures"][lang] && strings.Trim(head, ";\r") == reportTexts["col what"][lang]+";"+reportTexts["col many"][lang] {
			return true
		}
	}
	return false
}

// since reads what is new against what: a day, or the folder of an older build. Nothing is the first day of this month.
func (p *program) since(written string, loader *generator.Loader) (day ukrainian.Date, before []string, err error) {
	if written == "" {
		day = ukrainian.DateOf(loader.Now)
		return ukrainian.Date{Year: day.Year, Month: day.Month, Day: 1}, nil, nil
	}
	if info, err := os.Stat(written); err == nil && info.IsDir() {
		before = []string{}
		err := fs.WalkDir(os.DirFS(written), ".", func(name string, e fs.DirEntry, err error) error {
			if err == nil && !e.IsDir() {
				before = append(before, name)
			}
			return err
		})
		if err == nil && !slices.Contains(before, "index.html") {
			return day, nil, callError{fmt.Sprintf(p.say("report no build"), written)}
		}
		return day, before, err
	}
	if day, err = ukrainian.ParseDate(written); err != nil || day.Partial() {
		return day, nil, callError{fmt.Sprintf(p.say("report since wrong"), written)}
	}
	return day, nil, nil
}

// weight is one file of the finished site.
type weight struct {
	path string
	size int64
}

// weigh lists the files, the heaviest first.
func weigh(set *output.Set) []weight {
	var list []weight
	fs.WalkDir(set, ".", func(name string, e fs.DirEntry, err error) error { // unchecked: a set in memory
		if err == nil && !e.IsDir() {
			if info, err := e.Info(); err == nil {
				list = append(list, weight{name, info.Size()})
			}
		}
		return nil
	})
	slices.SortFunc(list, func(a, b weight) int { return cmp.Or(cmp.Compare(b.size, a.size), strings.Compare(a.path, b.path)) })
	return list
}

// reportView is the report in words: tables below one another.
type reportView struct {
	p           *program
	Title, Lead string
	Tables      []reportTable
}

type reportTable struct {
	Title, Note, None string
	Head              []string
	Rows              [][]string
}

// Say is a text in the language of the report.
func (v *reportView) Say(key string) string { return v.p.say(key) }

// Style is the style of the page.
func (v *reportView) Style() template.CSS { return template.CSS(reportCSS) } // safe: our own

// StyleHash allows that style and no other.
func (v *reportView) StyleHash() string {
	sum := sha256.Sum256([]byte(reportCSS))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

func (p *program) reportView(r generator.Report, day ukrainian.Date, since string, against bool, weights []weight, external reportTable) *reportView {
	v := &reportView{p: p, Title: fmt.Sprintf(p.say("report title"), r.Site.In(p.lang)), Lead: fmt.Sprintf(p.say("report lead"), p.date(r.Day))}
	head := func(keys ...string) []string {
		var list []string
		for _, key := range keys {
			list = append(list, p.say("col "+key))
		}
		return list
	}
	title := fmt.Sprintf(p.say("report added"), p.date(day))
	if against {
		title = fmt.Sprintf(p.say("report added against"), since)
	}
	added := reportTable{Title: title, None: p.say("report none added"), Head: head("kind", "title", "address", "day", "how")}
	for _, e := range r.Added {
		added.Rows = append(added.Rows, []string{e.Kind.In(p.lang), e.Title, e.Address, p.date(e.Day), p.say("how " + e.Why)})
	}
	v.Tables = append(v.Tables, p.figuresTable(r, weights, len(added.Rows)), added)
	if against {
		gone := reportTable{Title: p.say("report gone"), None: p.say("report none gone"), Head: head("address")}
		for _, address := range r.Gone {
			gone.Rows = append(gone.Rows, []string{address})
		}
		v.Tables = append(v.Tables, gone)
	}
	waiting := reportTable{Title: p.say("report waiting"), None: p.say("report none waiting"), Head: head("kind", "title", "file", "how")}
	for _, e := range r.Waiting {
		waiting.Rows = append(waiting.Rows, []string{e.Kind.In(p.lang), e.Title, e.File, p.say("how " + e.Why)})
	}
	v.Tables = append(v.Tables, waiting)
	if r.English {
		table := reportTable{Title: p.say("report untranslated"), None: p.say("report none untranslated"), Head: head("kind", "title", "address")}
		for _, e := range r.Untranslated {
			table.Rows = append(table.Rows, []string{e.Kind.In(p.lang), e.Title, e.Address})
		}
		v.Tables = append(v.Tables, table)
	}
	v.Tables = append(v.Tables,
		reportTable{Title: p.say("report undescribed"), None: p.say("report none undescribed"), Head: head("file", "line", "what"), Rows: p.problemRows(r.Undescribed)},
		reportTable{Title: p.say("report dead"), None: p.say("report none dead"), Head: head("file", "line", "what"), Rows: p.problemRows(r.Dead)},
		external, p.kindsTable(r), p.weightsTable(weights))
	return v
}

// date is a day in the language of the report, "" for none.
func (p *program) date(d ukrainian.Date) string {
	if p.lang == "en" {
		return d.EnglishLong()
	}
	return d.Long()
}

func (p *program) figuresTable(r generator.Report, weights []weight, added int) reportTable {
	total := int64(0)
	for _, w := range weights {
		total += w.size
	}
	t := reportTable{Title: p.say("report figures"), Head: []string{p.say("col what"), p.say("col many")}}
	row := func(key string, n int) { t.Rows = append(t.Rows, []string{p.say("figure " + key), strconv.Itoa(n)}) }
	row("pages", r.Pages)
	row("added", added)
	row("words", r.Words)
	row("waiting", len(r.Waiting))
	if r.English {
		row("untranslated", len(r.Untranslated))
	}
	row("undescribed", len(r.Undescribed))
	row("dead", len(r.Dead))
	row("errors", r.Errors)
	row("warnings", r.Warnings)
	if len(weights) > 0 {
		row("files", len(weights))
		t.Rows = append(t.Rows, []string{p.say("figure size"), p.megabytes(total)})
	}
	return t
}

func (p *program) problemRows(list problem.List) [][]string {
	var rows [][]string
	for _, wrong := range list {
		line := ""
		if wrong.Line > 0 {
			line = strconv.Itoa(wrong.Line)
		}
		rows = append(rows, []string{wrong.File, line, wrong.What(p.lang)})
	}
	return rows
}

func (p *program) kindsTable(r generator.Report) reportTable {
	t := reportTable{Title: p.say("report kinds"), Head: []string{p.say("col kind"), p.say("col shown"), p.say("col hidden"), p.say("col words")}}
	for _, k := range r.Kinds {
		t.Rows = append(t.Rows, []string{k.Kind.In(p.lang), strconv.Itoa(k.Shown), strconv.Itoa(k.Hidden), strconv.Itoa(k.Words)})
	}
	return t
}

func (p *program) weightsTable(weights []weight) reportTable {
	t := reportTable{Title: p.say("report weights"), None: p.say("report not weighed"), Head: []string{p.say("col file"), p.say("col size")}}
	for _, w := range weights[:min(heaviest, len(weights))] {
		t.Rows = append(t.Rows, []string{w.path, p.kilobytes(w.size)})
	}
	return t
}

// kilobytes is a size for people: «12 КБ».
func (p *program) kilobytes(n int64) string {
	if n >= 1<<20 {
		return p.megabytes(n)
	}
	unit := " КБ"
	if p.lang == "en" {
		unit = " KB"
	}
	return strconv.FormatInt((n+1023)>>10, 10) + unit
}

// csv is the report as a table that offices open; no cell of it is computed by a spreadsheet.
func (v *reportView) csv() []byte {
	var rows [][]string
	add := func(row []string) {
		guarded := make([]string, len(row))
		for i, cell := range row {
			guarded[i] = table.Guarded(cell)
		}
		rows = append(rows, guarded)
	}
	for _, t := range v.Tables {
		add([]string{t.Title})
		add(t.Head)
		for _, row := range t.Rows {
			add(row)
		}
		add(nil)
	}
	return table.Write(rows)
}
