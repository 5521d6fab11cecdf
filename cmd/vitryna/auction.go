package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/som-hub/vitryna/generator/auction"
	"github.com/som-hub/vitryna/generator/author"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// auctionTexts are what the commands about auctions say.
var auctionTexts = map[string][2]string{
	"which":      {"після auction має стояти close або verify", "auction needs close or verify"},
	"no id":      {"напишіть, який аукціон закрити: %s", "say which auction to close: %s"},
	"no auction": {"аукціону «%s» немає. Є: %s", "there is no auction %q. There are: %s"},
	"none":       {"закривати нічого: на сайті ще немає жодного аукціону", "there is nothing to close: the site has no auction yet"},
	"too early":  {"Результати «%s» ще не оприлюднено: закрити аукціон можна після %s.", "The results of %q are not published yet: it may be closed after %s."},
	"not sound":  {"Спершу виправте таблиці аукціону.", "Mend the auction's tables first."},
	"lost":       {"Аукціон «%s» закрито з таблицями, яких тут немає: %s. Перенесіть теку private з повної копії сайту: без неї результати були б порожні.", "The auction %q was closed with tables that are not here: %s. Bring the folder private from a full copy of the site: without it the results would be empty."},
	"same":       {"Аукціон «%s» уже закрито, і нічого не змінилося.", "The auction %q is closed already, and nothing has changed."},
	"closed":     {"Аукціон «%s» закрито: %s.", "The auction %q is closed: %s."},
	"again":      {"Аукціон «%s» закрито знову: %s. На сторінці стане видно, що результати оновлено.", "The auction %q is closed again: %s. Its page will say that the results were updated."},
	"no file":    {"напишіть, який файл перевірити: audit.json", "say which file to check: audit.json"},
	"missing":    {"файлу «%s» немає", "there is no file %q"},
	"not audit":  {"«%s» — не audit.json аукціону або пошкоджений файл (%v). Завантажте його ще раз зі сторінки результатів", "%q is not the audit.json of an auction, or is damaged (%v). Download it again from the page of the results"},
	"whole":      {"Аукціон «%s»: усе сходиться. %s, %s; останній хеш %s.", "The auction %q: everything agrees. %s, %s; last hash %s."},
	"undecided":  {"%s узято, як записано: без закритих файлів їх не перевірити.", "%s were taken as they stand: they cannot be checked without the private files."},
	"differs":    {"Аукціон «%s»: не сходиться. %s.", "The auction %q does not agree. %s."},

	"chain":  {"рядок %d: ланцюг хешів розірвано", "row %d: the chain of hashes is broken"},
	"hash":   {"останній хеш не той", "the last hash differs"},
	"row":    {"рядок %d: записано %s, а виходить %s", "row %d: it says %s, but the result is %s"},
	"lot":    {"лот %d: записано %s, а виходить %s", "lot %d: it says %s, but the result is %s"},
	"wallet": {"учасник %s: записано %s, а виходить %s", "bidder %s: it says %s, but the result is %s"},
	"rank":   {"місце лота %d: записано %s, а виходить %s", "place of lot %d: it says %s, but the result is %s"},
}

func (p *program) auctionSay(key string, args ...any) string {
	text := auctionTexts[key][0]
	if p.lang == "en" {
		text = auctionTexts[key][1]
	}
	return fmt.Sprintf(text, args...)
}

func (p *program) auctionCommand() *cobra.Command {
	c := &cobra.Command{Use: "auction", Short: p.say("auction"), RunE: func(_ *cobra.Command, args []string) error {
		return callError{p.auctionSay("which")}
	}}
	var f buildFlags
	closing := &cobra.Command{Use: "close " + p.say("use close"), Short: p.say("auction close"), RunE: func(c *cobra.Command, args []string) error {
		return p.closeAuction(c.Context(), args, f)
	}}
	closing.Flags().StringVar(&f.now, "now", "", p.say("flag now"))
	verify := &cobra.Command{Use: "verify " + p.say("use verify"), Short: p.say("auction verify"), RunE: func(_ *cobra.Command, args []string) error {
		return p.verifyAuction(args)
	}}
	c.AddCommand(closing, verify)
	for _, sub := range c.Commands() {
		sub.InitDefaultHelpFlag()
		sub.Flags().Lookup("help").Usage = p.say("flag help")
		sub.DisableFlagsInUseLine = true
	}
	return c
}

// closeAuction writes closed.yaml beside an auction whose results are out.
func (p *program) closeAuction(ctx context.Context, args []string, f buildFlags) error {
	if len(args) > 2 {
		return callError{fmt.Sprintf(p.say("needless"), args[2])}
	}
	folder, loader, err := p.opened(args[min(len(args), 1):], f)
	if err != nil {
		return err
	}
	snapshot, err := loader.Load(ctx)
	if err != nil {
		return err
	}
	ids := snapshot.Auctions()
	if snapshot.Problems.Stops() && (len(ids) == 0 || len(args) > 0 && !slices.Contains(ids, args[0])) { // no site, or an auction that cannot be read
		p.report(slices.DeleteFunc(slices.Clone(snapshot.Problems), func(one problem.Problem) bool { return !one.Stops() }), false)
		return errContent
	}
	known := strings.Join(ids, ", ")
	if known == "" {
		return callError{p.auctionSay("none")}
	}
	if len(args) == 0 {
		return callError{p.auctionSay("no id", known)}
	}
	id := args[0]
	c, ok := snapshot.CloseAuction(id, loader.Now)
	if !ok {
		return callError{p.auctionSay("no auction", id, known)}
	}
	switch {
	case !c.Published:
		fmt.Fprintln(p.Stderr, p.auctionSay("too early", id, c.PublishAt.In(ukrainian.Kyiv()).Format("02.01.2006 15:04")))
		return errContent
	case !c.Sound:
		p.report(ofAuction(snapshot.Problems, filepath.ToSlash(filepath.Dir(c.File))), false)
		fmt.Fprintln(p.Stderr, p.auctionSay("not sound"))
		return errContent
	case len(c.Lost) > 0:
		fmt.Fprintln(p.Stderr, p.auctionSay("lost", id, strings.Join(c.Lost, ", ")))
		return errContent
	case c.Same:
		fmt.Fprintln(p.Stdout, p.auctionSay("same", id))
		return nil
	}
	file := filepath.Join(folder, filepath.FromSlash(c.File))
	if err := author.Replace(file, c.Data); err != nil {
		return err
	}
	key := "closed"
	if c.Times > 1 {
		key = "again"
	}
	fmt.Fprintln(p.Stdout, p.auctionSay(key, id, c.File))
	return nil
}

// ofAuction are the problems of an auction's own files.
func ofAuction(list problem.List, folder string) problem.List {
	var own problem.List
	for _, one := range list {
		if strings.HasPrefix(one.File, folder+"/private/") {
			own = append(own, one)
		}
	}
	return own
}

// verifyAuction computes an auction again from its audit.json.
func (p *program) verifyAuction(args []string) error {
	switch {
	case len(args) == 0:
		return callError{p.auctionSay("no file")}
	case len(args) > 1:
		return callError{fmt.Sprintf(p.say("needless"), args[1])}
	}
	data, err := os.ReadFile(args[0])
	if errors.Is(err, fs.ErrNotExist) {
		return callError{p.auctionSay("missing", args[0])}
	}
	if err != nil {
		return err
	}
	report, err := auction.Verify(data)
	if err != nil {
		return callError{p.auctionSay("not audit", args[0], err)}
	}
	for _, f := range report.Findings {
		fmt.Fprintln(p.Stdout, p.finding(f))
	}
	if !report.Whole() {
		fmt.Fprintln(p.Stdout, p.auctionSay("differs", report.ID, p.count(len(report.Findings), "розбіжність/розбіжності/розбіжностей", "difference", "differences")))
		return errContent
	}
	fmt.Fprintln(p.Stdout, p.auctionSay("whole", report.ID, p.rows(report.Rows), p.count(report.Lots, "лот/лоти/лотів", "lot", "lots"), report.Hash))
	if report.Undecided > 0 {
		fmt.Fprintln(p.Stdout, p.auctionSay("undecided", p.rows(report.Undecided)))
	}
	return nil
}

func (p *program) rows(n int) string {
	return p.count(n, "рядок/рядки/рядків", "row", "rows")
}

// finding says where an audit does not agree.
func (p *program) finding(f auction.Finding) string {
	switch f.What {
	case "chain":
		return p.auctionSay("chain", f.At)
	case "hash":
		return p.auctionSay("hash")
	case "wallet":
		return p.auctionSay("wallet", f.Name, f.Said, f.Got)
	}
	return p.auctionSay(f.What, f.At, f.Said, f.Got)
}
