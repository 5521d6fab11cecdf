package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// count is a number with its noun in the user's language.
func (p *program) count(n int, uk, one, many string) string {
	if p.lang == "en" {
		return ukrainian.EnglishCount(n, one, many)
	}
	return ukrainian.Count(n, ukrainian.ParseForms(uk))
}

func (p *program) pages(n int) string {
	return p.count(n, "сторінку/сторінки/сторінок", "page", "pages")
}

func (p *program) files(n int) string {
	return p.count(n, "файл/файли/файлів", "file", "files")
}

// warnings is «, 2 попередження» where there are any.
func (p *program) warnings(list problem.List) string {
	if list.Warnings() == 0 {
		return ""
	}
	return ", " + p.count(list.Warnings(), "попередження/попередження/попереджень", "warning", "warnings")
}

// tally is what a list of problems holds: «3 помилки, 1 попередження».
func (p *program) tally(list problem.List) string {
	if list.Errors() == 0 && list.Warnings() == 0 {
		return p.say("all well") + p.drafts(list)
	}
	var parts []string
	if n := list.Errors(); n > 0 {
		parts = append(parts, p.count(n, "помилка/помилки/помилок", "error", "errors"))
	}
	if n := list.Warnings(); n > 0 {
		parts = append(parts, p.count(n, "попередження/попередження/попереджень", "warning", "warnings"))
	}
	return strings.Join(parts, ", ") + p.drafts(list)
}

func (p *program) drafts(list problem.List) string {
	if list.Drafts() == 0 {
		return ""
	}
	return fmt.Sprintf(p.say("drafts left"), p.count(list.Drafts(), "зауваження/зауваження/зауважень", "remark", "remarks"))
}

// seconds is a duration for people: «0,4 с».
func (p *program) seconds(d time.Duration) string {
	tenths := int((d + 50*time.Millisecond) / (100 * time.Millisecond))
	if p.lang == "en" {
		return fmt.Sprintf("%d.%d s", tenths/10, tenths%10)
	}
	return fmt.Sprintf("%d,%d с", tenths/10, tenths%10)
}
