package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/som-hub/vitryna/generator"
	"github.com/som-hub/vitryna/generator/check"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// agent is how the program introduces itself to other sites.
const agent = "Vitryna (link check; +https://github.com/som-hub/vitryna)"

// remark is a link to another site that does not open.
type remark struct {
	link   generator.ExternalLink
	answer check.Answer
}

// external makes the checker of other sites. It remembers in the cache folder.
func (p *program) external() (*check.External, error) {
	folder := p.cacheFolder(false)
	if folder == "" {
		return nil, machineError{p.say("external no cache")}
	}
	// The variable is for script tests, whose server is this machine; so it is the one that no list names.
	return &check.External{Memory: filepath.Join(folder, "external.jsonl"), Now: p.Now, Agent: agent, Private: p.Getenv("VITRYNA_EXTERNAL_PRIVATE") == "yes"}, nil
}

// checkExternal asks other sites and tells what does not open. It is never an error: other people's servers stop no work.
func (p *program) checkExternal(ctx context.Context, args []string, f buildFlags, format string) error {
	_, loader, err := p.opened(args, f)
	if err != nil {
		return err
	}
	snapshot, err := p.loaded(ctx, loader)
	if err != nil {
		return err
	}
	links := snapshot.External()
	asker, err := p.external()
	if err != nil {
		return err
	}
	if p.Terminal {
		asker.Tell = func(done, all int) { fmt.Fprintf(p.Stderr, "\r"+p.say("external going"), done, all) }
	}
	answers, err := asker.Check(ctx, addresses(links))
	if p.Terminal {
		fmt.Fprintln(p.Stderr)
	}
	cut := errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
	if errors.Is(err, check.ErrNoNetwork) {
		fmt.Fprintln(p.Stderr, p.say("external no network"))
		return nil
	}
	if err != nil && !cut {
		return err
	}
	return p.showExternal(links, answers, format, cut)
}

func addresses(links []generator.ExternalLink) []string {
	list := make([]string, len(links))
	for i, l := range links {
		list[i] = l.URL
	}
	return list
}

// showExternal tells what was found out.
func (p *program) showExternal(links []generator.ExternalLink, answers []check.Answer, format string, cut bool) error {
	var list problem.List
	alive, guarded, dead, unknown := 0, 0, 0, 0
	for i, a := range answers {
		switch {
		case a.Checked.IsZero():
			unknown++
		case a.Why == "":
			alive++
		case a.Why == "guarded":
			guarded++
		default:
			dead++
			list = append(list, p.deadLink(links[i], a)...)
		}
	}
	list.Sort()
	switch format {
	case "json":
		if err := problem.WriteJSON(p.Stdout, list); err != nil {
			return err
		}
	case "github":
		problem.WriteGitHub(p.Stdout, list, p.lang)
	default:
		problem.Explain(p.Stdout, list, p.lang, p.colour(), p.chapter)
		if len(list) > 0 {
			fmt.Fprintln(p.Stdout)
		}
		fmt.Fprintf(p.Stdout, p.say("external done")+"\n", len(links), alive, guarded, dead, unknown)
	}
	if cut {
		return context.Canceled
	}
	return nil
}

// deadLink is what is wrong, at every place where the link stands.
func (p *program) deadLink(link generator.ExternalLink, a check.Answer) problem.List {
	var list problem.List
	for _, place := range link.Places {
		if a.Why == "private" {
			list = append(list, problem.New("W-EXT-PRIVATE", place.File, place.Line, place.Column, "url", link.URL))
			continue
		}
		args := []string{"url", link.URL, "why", a.Why}
		if !a.Alive.IsZero() {
			d := ukrainian.DateOf(a.Alive)
			args = append(args, "since.uk", d.Long(), "since.en", d.EnglishLong())
		}
		list = append(list, problem.New("W-EXT-DEAD", place.File, place.Line, place.Column, args...))
	}
	return list
}

// remembered are the links that did not open when they were checked last; nil if none was ever checked.
func (p *program) remembered(snapshot *generator.Snapshot) ([]remark, bool, error) {
	asker, err := p.external()
	if err != nil {
		return nil, false, nil // without a cache nothing is remembered
	}
	links := snapshot.External()
	answers, err := asker.Known(addresses(links))
	if err != nil {
		return nil, false, err
	}
	var list []remark
	checked := false
	for i, a := range answers {
		checked = checked || !a.Checked.IsZero()
		if a.Dead() {
			list = append(list, remark{links[i], a})
		}
	}
	return list, checked, nil
}

// externalTable is the report's list of links that do not open.
func (p *program) externalTable(list []remark, checked bool) reportTable {
	t := reportTable{Title: p.say("report external"), None: p.say("report external well"), Head: []string{p.say("col address"), p.say("col file"), p.say("col what"), p.say("col alive")}}
	if !checked {
		t.None = p.say("report external never")
	}
	for _, r := range list {
		alive := ""
		if !r.answer.Alive.IsZero() {
			alive = p.date(ukrainian.DateOf(r.answer.Alive))
		}
		t.Rows = append(t.Rows, []string{r.link.URL, r.link.Places[0].File, problem.Word("external", r.answer.Why, p.lang), alive})
	}
	return t
}
