// Package generator conducts: load → parse → model → render → finish → write.
//
// A [Loader] turns the folder of a site into a [Snapshot]: the site as it is now, every page known, none made yet. [Loader.Load] is the first
// three stages: the theme is read and files are found, every text becomes documents, and documents find their places in a model.
// [Snapshot.Render] makes one file of the site and gives it its last touches, [Snapshot.All] makes all of them; a build is the second, a request of
// the preview the first, and both run the same code. Where the files go is for the caller to say: a build writes them into a folder.
//
//	snapshot, err := loader.Load(ctx)
//	w, err := output.Open(dir)
//	defer w.Abort() // until Commit
//	err = snapshot.All(ctx, jobs, func(path string, data []byte) error {
//		_, err := w.Put(path, data)
//		return err
//	})
//	summary, err := w.Commit()
//
// # Words
//
// A file that was found in content/ ([content.Found]) is parsed into documents ([site.Doc]): one, or one for each row of a table. A document in its
// place is a page ([site.Page]), in one language; an item ([site.Item]) is a thing that pages tell of, one in each language. A layout sees
// neither but views of them (package render), and of other items than its own their cards. A route is a file of the finished
// site: its path, and how it is made.
//
// # What is remembered
//
// A loader remembers what it read and parsed, so that loading again after a change costs what changed; on the disk it remembers that from one
// build to the next, and a [Past] what the last build wrote. It keeps the only worker loop of a build (see each).
package generator

import (
	"cmp"
	"context"
	"io/fs"
	"slices"
	"time"

	"github.com/som-hub/vitryna/generator/boundary"
	"github.com/som-hub/vitryna/generator/cache"
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
	memory  memory         // of files, as long as the loader lives
	results *cache.Cache   // of earlier builds, on the disk; from the first Load on; nil: none are kept
	studio  *studio        // makes pictures; likewise
	kept    *keptFiles     // texts as they were parsed, from build to build
	digests []*keptDigests // what the index of the search needs of pages, likewise; by language
	swap    swapping       // what the preview needs to change one text
	walked  *walked        // of the build that is about to load; nil: the folder is walked through again
	past    *Past          // of that build; nil: there is none
	pause   time.Duration  // before the preview looks again at a file that another program has for itself
}

// Load loads the site as it is now. What is wrong with the content is in the snapshot's problems; an error is the machine's.
func (l *Loader) Load(ctx context.Context) (*Snapshot, error) {
	l.swap = swapping{hasty: l.swap.hasty}
	l.open()
	defer func() { l.walked, l.past = nil, nil }()
	s, err := l.load(ctx)
	if odd := oddFile(err); odd != nil { // of layouts/ or assets/; without a text the others are read
		return &Snapshot{Problems: odd}, nil
	}
	return s, err
}

// load is Load, stage after stage.
func (l *Loader) load(ctx context.Context) (*Snapshot, error) {
	// Load: what designers wrote, which files there are, and site.yaml.
	theme, found, problems, err := l.themeAndFiles(ctx)
	if err != nil {
		return nil, err
	}
	config, more, ok := l.config(theme)
	if !ok {
		s := &Snapshot{Problems: more}
		l.lookAgain(s, more)
		return s, nil
	}
	problems = slices.Concat(problems, more, theme.problemsOf(&config))
	if theme.kinds.Unread() { // its texts would be told to belong to no section, and all that links to them to lead nowhere
		return &Snapshot{Problems: l.finishProblems(problems)}, nil
	}

	// Parse: every text by itself.
	found = l.withoutGuide(found, &config)
	theme.tellTexts(found)
	parsed, err := l.parse(ctx, theme, &config, found)
	if err != nil {
		return nil, err
	}

	// Model: every document in its place, and then what the model tells to be shown beside the texts.
	made, more, err := l.parts(ctx, theme, config, found, parsed)
	if err != nil {
		return nil, err
	}
	problems = slices.Concat(problems, parsed.Problems, more)
	if made.files, more, err = l.files(ctx, made.model, found); err != nil {
		return nil, err
	}
	shown := published(made.files)
	problems = slices.Concat(problems, materialProblems(made.model, shown, more), photoProblems(made.model, shown, found), strayWorkbooks(theme.kinds, made.model, found), theme.personal(made.model))

	return l.snapshot(ctx, made, l.renderer(theme, made, shown), found, problems)
}

// themeAndFiles reads the theme, and finds the files of content/.
func (l *Loader) themeAndFiles(ctx context.Context) (theme *theme, found []content.Found, problems problem.List, err error) {
	err = each(ctx, l.Jobs, 2, func(i int) (err error) {
		if i == 0 {
			theme, err = l.theme(ctx)
		} else {
			found, problems = content.Walk(l.listing())
		}
		return err
	})
	return theme, found, problems, err
}

// noSite are the problems that say alone what is wrong: this is not the folder of a site, or of one to come.
var noSite = []string{"E-SITE", "E-SITE-FORMAT", "E-SITE-OLD", "E-READ"}

// config reads site.yaml, with the options over it. It is not ok where there is no site to load.
func (l *Loader) config(theme *theme) (config site.Config, problems problem.List, ok bool) {
	config, problems = content.ReadConfig(l.Root, theme.kinds)
	if len(problems) == 1 && slices.Contains(noSite, problems[0].Code) {
		return config, problems, false
	}
	config.BaseURL = cmp.Or(l.BaseURL, config.BaseURL)
	if l.Publish && config.BaseURL == "" && !config.NoBaseURL {
		problems = append(problems, problem.New("W-BASE-URL", content.ConfigFile, 0, 0))
	}
	return config, problems, true
}

// parts are what pages are made of, beside layouts.
type parts struct {
	model   *site.Site
	assets  *assets
	outline *boundary.Outline
	files   []publishedFile
}

// parts makes the model, and at the same time what needs none. The files that pages show are told by the model, and come after it.
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

// renderer binds the layouts to the site; files are the pictures and attachments by which pages can be told.
func (l *Loader) renderer(theme *theme, made parts, files map[string]render.File) *render.Renderer {
	return render.New(theme.layouts, render.Options{
		Site: made.model, Words: theme.words, Outline: made.outline,
		Assets: made.assets.names, Icons: made.assets.icons, Files: files,
		Draw: drawing.Cover, DrawBook: drawing.Book, DrawCode: drawing.QR,
		Preview: l.Preview, Disk: l.Disk, Token: l.Token,
	})
}
