// Package generator conducts: load → parse → model → render → finish → write.
//
// A [Loader] turns the folder of a site into a [Snapshot]: the site as it is now, every page known, none made yet.
// [Snapshot.Render] makes one page, [Snapshot.All] makes all of them; a build is the second, a request of the preview
// the first, and both run the same code:
//
//	snapshot, err := loader.Load(ctx)
//	set, err := output.Open(dir)
//	err = snapshot.All(ctx, jobs, set.Put)
//
// A loader remembers what it read and parsed, so that loading again after a change costs what changed; on the disk it remembers that from one
// build to the next, and a [Past] what the last build wrote. It keeps the only worker loop of a build (see each).
package generator

import (
	"cmp"
	"context"
	"io/fs"
	"net/url"
	"path"
	"slices"
	"time"

	"github.com/som-hub/vitryna/generator/boundary"
	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/drawing"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/render"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Options say what to load and for whom.
type Options struct {
	Root    fs.FS     // the site's folder; required
	Layouts fs.FS     // the built-in theme's layouts; required
	Assets  fs.FS     // the built-in theme's styles and scripts; required
	Now     time.Time // the day of the build; required
	Still   bool      // Now is not the clock's: nothing becomes another by itself
	Drafts  bool      // show drafts and what is to come
	Preview bool      // pages for `vitryna serve`
	Disk    bool      // pages for the disk edition
	Token   string    // of the preview: what its forms have to send along
	BaseURL string    // in place of site.yaml's
	Jobs    int       // at once; 0: as many as there are processors
	Lines   bool      // layouts keep their lines, so that errors name the right ones
	Publish bool      // the site will be put on the web: its address there is wanted
	Cache   string    // folder that keeps results from build to build; empty: none
	Verify  bool      // make anew what the cache has, and compare
	Folder  string    // the site's folder by its full name: files there are known by size and time; empty: all are read
}

// Loader loads a site, again and again.
type Loader struct {
	Options
	memory  memory
	studio  *studio // makes pictures; from the first Load on
	kept    *keptFiles
	digests []*keptDigests
	swap    swapping
	walked  *walked       // of the build that is about to load; nil: the folder is walked through again
	past    *Past         // of that build; nil: there is none
	pause   time.Duration // before the preview looks again at a file that another program has for itself
}

// Load loads the site as it is now. What is wrong with the content is in the snapshot's problems; an error is the machine's.
func (l *Loader) Load(ctx context.Context) (*Snapshot, error) {
	l.swap = swapping{hasty: l.swap.hasty}
	l.openStudio()
	defer func() { l.walked, l.past = nil, nil }()

	theme, found, problems, err := l.look(ctx)
	if odd := oddFile("layouts", err); odd != nil {
		return &Snapshot{Problems: odd}, nil
	} else if err != nil {
		return nil, err
	}
	config, more := content.ReadConfig(l.Root, theme.kinds)
	if len(more) == 1 && slices.Contains(noSite, more[0].Code) {
		s := &Snapshot{Problems: more}
		l.lookAgain(s, more)
		return s, nil
	}
	problems = append(problems, more...)
	config.BaseURL = cmp.Or(l.BaseURL, config.BaseURL)
	if l.Publish && config.BaseURL == "" && !config.NoBaseURL {
		problems = append(problems, problem.New("W-BASE-URL", content.ConfigFile, 0, 0))
	}

	found = l.withoutGuide(found, &config)
	for i := range found {
		file := found[i].File
		found[i].Text = found[i].Text && !theme.kinds.Attached(file) || theme.kinds.Workbook(file) || theme.kinds.References(file)
	}
	parsed, err := l.parse(ctx, theme, &config, found)
	if err != nil {
		return nil, err
	}
	if !config.English() { // what it has no page for needs no text; look reads the theme before the site's languages are known
		problems = slices.DeleteFunc(problems, func(p problem.Problem) bool { return p.Code == "W-I18N" })
	}
	problems = append(problems, parsed.Problems...)

	made, more, err := l.parts(ctx, theme, config, found, parsed)
	if odd := oddFile("assets", err); odd != nil {
		return &Snapshot{Problems: odd}, nil
	} else if err != nil {
		return nil, err
	}
	problems = append(problems, more...)

	files, more, err := l.files(ctx, made.model, found)
	if err != nil {
		return nil, err
	}
	problems = append(problems, strayWorkbooks(theme.kinds, made.model, found)...)
	problems = append(append(problems, more...), photoProblems(made.model, published(files), found)...)
	for file, suspects := range theme.suspects {
		problems = append(problems, suspects.Problems(file, allowedIn(made.model), config.Peace())...)
	}

	pages := render.New(theme.layouts, render.Options{
		Site: made.model, Words: theme.words, Assets: made.assets.names, Icons: made.assets.icons, Files: published(files), Draw: drawing.Cover, DrawBook: drawing.Book, Outline: made.outline, Preview: l.Preview, Disk: l.Disk, Token: l.Token, DrawCode: drawing.QR,
	})
	return l.snapshot(ctx, made.model, pages, files, found, made.assets, problems)
}

// strayWorkbooks tells of tables of which neither a register nor a file for download is made: they would vanish.
func strayWorkbooks(kinds *content.Kinds, model *site.Site, found []content.Found) (problems problem.List) {
	for _, f := range found {
		stray := kinds.Stray(f.File)
		if _, used := slices.BinarySearch(model.Uses, ukrainian.Normalise(f.File)); stray != nil && !used {
			problems = append(problems, stray...)
		}
	}
	return problems
}

// noSite are the problems that say alone what is wrong: this is not the folder of a site, or of one to come.
var noSite = []string{"E-SITE", "E-SITE-FORMAT", "E-SITE-OLD", "E-READ"}

// look reads the theme, and finds the files of content/.
func (l *Loader) look(ctx context.Context) (theme *theme, found []content.Found, problems problem.List, err error) {
	err = each(ctx, l.Jobs, 2, func(i int) (err error) {
		if i == 0 {
			theme, err = l.theme(ctx)
		} else {
			found, problems = content.Walk(l.listing())
		}
		return err
	})
	if err != nil {
		return nil, nil, nil, err
	}
	return theme, found, append(problems, theme.problems...), nil
}

// parts are what pages are made of, beside layouts.
type parts struct {
	model   *site.Site
	assets  *assets
	outline *boundary.Outline
}

// parts makes the model, and at the same time what needs none.
func (l *Loader) parts(ctx context.Context, theme *theme, config site.Config, found []content.Found, parsed content.Parsed) (made parts, _ problem.List, err error) {
	var ofModel, ofAssets, ofOutline problem.List
	auctions, ofAuctions := content.Auctions(l.Root, found)
	err = each(ctx, l.Jobs, 3, func(i int) (err error) {
		switch i {
		case 0:
			docs := l.markGuide(parsed.Docs, &config)
			made.model, ofModel = site.New(docs, site.Options{
				Config: config, Now: ukrainian.DateOf(l.Now), Drafts: l.Drafts, Files: filesOf(found), Kinds: theme.kinds.All, Works: worksOf(parsed.Works),
				Moment: l.Now, Auctions: auctions, Preview: l.Preview, Copies: l.copies(found, site.Unconsented(docs, ukrainian.DateOf(l.Now))),
			})
		case 1:
			l.openDigests(config.Languages)
			if made.outline, ofOutline, err = l.outline(found); err == nil {
				made.assets, ofAssets, err = l.assets(&config)
			}
		case 2:
			if l.past != nil {
				l.past.look()
			}
		}
		return err
	})
	return made, slices.Concat(ofAuctions, ofModel, ofAssets, ofOutline), err
}

// listing is the site's folder, for walking through.
func (l *Loader) listing() fs.FS {
	if l.walked != nil {
		return l.walked
	}
	return l.Root
}

// filesOf are the pictures and attachments among the files found.
func filesOf(found []content.Found) []string {
	var files []string
	for _, f := range found {
		if !f.Text {
			files = append(files, f.File)
		}
	}
	return files
}

// finishProblems puts the list in order and adds the author's own lines where only the place is known.
func (l *Loader) finishProblems(list problem.List) problem.List {
	list = withoutEchoes(list)
	sources := map[string]func(int) string{}
	for i := range list {
		p := &list[i]
		if l.Drafts && !l.Preview {
			p.Draft = false // what is published must be right
		}
		if p.Line == 0 || p.Source != "" || site.Private(p.File) { // a line of private/ stands in no log
			continue
		}
		source, ok := sources[p.File]
		if !ok {
			data, _ := fs.ReadFile(l.Root, p.File)
			source = content.Lines(p.File, data)
			sources[p.File] = source
		}
		if line := source(p.Line); line != "---" {
			p.Source = line
		}
	}
	hidePersonal(list)
	list = list.Dedup()
	list.Sort()
	return list
}

// withoutEchoes leaves out what is said of links to texts whose own names are wrong: the text is there, and what to do stands beside its name.
func withoutEchoes(list problem.List) problem.List {
	misnamed := map[string]bool{}
	for _, p := range list {
		if p.Code == "E-NAME" {
			misnamed[p.File] = true
		}
	}
	if len(misnamed) == 0 {
		return list
	}
	return slices.DeleteFunc(list, func(p problem.Problem) bool {
		target, err := url.PathUnescape(p.Args["target"])
		return p.Code == "E-LINK" && err == nil && misnamed[path.Join(path.Dir(p.File), target)]
	})
}

// hidePersonal hides what E-PII and E-GEO-TEXT mask also in the lines that are shown, of every problem there: a message goes to logs, and to whoever is asked for help.
func hidePersonal(list problem.List) {
	type place struct {
		file string
		line int
	}
	found := map[place][]string{}
	for _, p := range list {
		if (p.Code == "E-PII" || p.Code == "E-GEO-TEXT") && p.Line > 0 {
			at := place{p.File, p.Line}
			found[at] = append(found[at], p.Args["value"])
		}
	}
	if len(found) == 0 {
		return
	}
	for i := range list {
		p := &list[i]
		for _, masked := range found[place{p.File, p.Line}] {
			p.Source = problem.HideIn(p.Source, masked)
		}
	}
}
