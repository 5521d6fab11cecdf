package publish

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"
)

// Publication is a site on its way to a target.
type Publication struct {
	Target Target
	Files  []File
	Read   func(path string) ([]byte, error) // a file of the finished site
	Who    string                            // names this computer
	When   time.Time

	Seen      []string                                   // sums of the manifests that this computer left or saw at the target
	Neighbour string                                     // folder of another site that this computer has published there; empty: there is none
	Remember  func(seen ...string) error                 // is told which manifests may lie there from now on
	TakeOver  bool                                       // what others have published is ours from now on
	Jobs      int                                        // files at once; 0 is one
	Step      func()                                     // is called for every file that is put or removed
	Pause     func(context.Context, time.Duration) error // waits before another try; nil waits for real

	stumbled atomic.Bool // the line was cut, and may have left temporary files
	lies     string      // sum of the manifest that the plan was made with; empty: there was none
}

// Others tells that somebody else has published since: the manifest at the target is none that this computer has seen.
type Others struct {
	When, Who string
	Files     int
}

func (o *Others) Error() string {
	return fmt.Sprintf("somebody else has published there: %s, on %s", o.Who, o.When)
}

// Another tells that what lies at the target is another site of this computer: a target that was copied with its site.yaml would replace it.
type Another struct{ Folder string }

func (a *Another) Error() string {
	return fmt.Sprintf("another site was published there, from %q", a.Folder)
}

// What can go wrong with a publication beside [Foreign], [Others] and [Another].
var (
	ErrMeanwhile = errors.New("somebody else is publishing there at the same time")
	ErrChanged   = errors.New("the finished site has changed while it was published")
)

// Plan looks at the target and tells what there is to do. It writes nothing.
func (p *Publication) Plan(ctx context.Context) (*Plan, error) {
	old, err := p.old(ctx)
	if err != nil {
		return nil, err
	}
	found, err := p.look(ctx, folders(old, p.Files))
	if err != nil {
		return nil, err
	}
	m := &Manifest{Build: buildOf(p.Files), When: p.When.UTC().Format("2006-01-02T15:04Z"), Who: p.Who}
	return newPlan(m, old, found, p.Files, p.TakeOver)
}

// old is the manifest at the target; an empty one if there is none.
func (p *Publication) old(ctx context.Context) (*Manifest, error) {
	text, err := p.readManifest(ctx)
	if errors.Is(err, fs.ErrNotExist) {
		return &Manifest{}, nil
	}
	if err != nil {
		return nil, err
	}
	p.lies = Sum(text)
	m, err := readManifest(text)
	if err != nil {
		return nil, err
	}
	if !p.TakeOver && !slices.Contains(p.Seen, p.lies) {
		return nil, &Others{m.When, m.Who, m.Files()}
	}
	if !p.TakeOver && p.Neighbour != "" {
		return nil, &Another{p.Neighbour}
	}
	if whole, ok := p.Target.(Whole); ok {
		return p.witnessed(ctx, whole, m)
	}
	return m, nil
}

// look looks into folders of the target. What lies in a folder that is not there is nothing.
func (p *Publication) look(ctx context.Context, dirs []string) (Found, error) {
	found := Found{}
	for _, dir := range dirs {
		if e, lies := found[dir]; dir != "" && (!lies || e.Kind != Folder) {
			continue
		}
		var entries []Entry
		err := p.patiently(ctx, func() (err error) {
			entries, err = p.Target.List(ctx, dir)
			return err
		})
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		for _, e := range entries {
			found[path.Join(dir, e.Name)] = e
		}
	}
	return found, nil
}

// Run does what a plan says.
func (p *Publication) Run(ctx context.Context, plan *Plan) error {
	if plan.idle() {
		if p.lies != "" {
			return p.Remember(p.lies) // it may have been taken over
		}
		return nil
	}
	if whole, ok := p.Target.(Whole); ok {
		return p.runWhole(ctx, whole, plan)
	}
	if err := p.sweep(ctx); err != nil {
		return err
	}
	if len(plan.Waves)+len(plan.Clear) > 0 {
		if err := p.tell(ctx, plan.begun); err != nil {
			return err
		}
		if err := p.bring(ctx, plan); err != nil {
			return err
		}
		if now, err := p.readManifest(ctx); err != nil {
			return err
		} else if !bytes.Equal(now, plan.begun.Text()) {
			return ErrMeanwhile
		}
	}
	if len(plan.Deletes) > 0 {
		if err := p.tell(ctx, plan.done); err != nil {
			return err
		}
		if err := p.remove(ctx, plan.Deletes); err != nil {
			return err
		}
	}
	if plan.clean != nil {
		if err := p.tell(ctx, plan.clean); err != nil {
			return err
		}
	}
	if p.stumbled.Load() {
		return p.sweep(ctx)
	}
	return nil
}

// tell writes a manifest. It is remembered before, for the answer may be lost.
func (p *Publication) tell(ctx context.Context, m *Manifest) error {
	text := m.Text()
	now := append(slices.Clone(p.Seen), Sum(text))
	if err := p.Remember(now...); err != nil {
		return err
	}
	if err := p.patiently(ctx, func() error { return p.Target.Put(ctx, ManifestFile, text) }); err != nil {
		return err
	}
	p.Seen = []string{Sum(text)}
	return p.Remember(p.Seen...)
}

// bring clears the way and puts the files, wave by wave.
func (p *Publication) bring(ctx context.Context, plan *Plan) error {
	if err := p.remove(ctx, plan.Clear); err != nil {
		return err
	}
	for _, wave := range plan.Waves {
		group, within := errgroup.WithContext(ctx)
		group.SetLimit(max(1, p.Jobs))
		for _, put := range wave {
			group.Go(func() error { return p.put(within, put.File) })
		}
		if err := group.Wait(); err != nil {
			return err
		}
	}
	return nil
}

// data is a file of the finished site, as it was when the plan was made.
func (p *Publication) data(ctx context.Context, f File) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	data, err := p.Read(f.Path)
	if err == nil && Sum(data) != f.Sum {
		err = ErrChanged
	}
	return data, err
}

func (p *Publication) put(ctx context.Context, f File) error {
	data, err := p.data(ctx, f)
	if err != nil {
		return err
	}
	if err := p.patiently(ctx, func() error { return p.Target.Put(ctx, f.Path, data) }); err != nil {
		return fmt.Errorf("put %q: %w", f.Path, err)
	}
	p.step()
	return nil
}

func (p *Publication) remove(ctx context.Context, names []string) error {
	for _, name := range names {
		if err := p.patiently(ctx, func() error { return p.Target.Remove(ctx, name) }); err != nil {
			return fmt.Errorf("remove %q: %w", name, err)
		}
		p.step()
	}
	return nil
}

func (p *Publication) step() {
	if p.Step != nil {
		p.Step()
	}
}

func (p *Publication) readManifest(ctx context.Context) (data []byte, err error) {
	err = p.patiently(ctx, func() error {
		data, err = p.Target.Read(ctx, ManifestFile)
		return err
	})
	return data, err
}

// sweep removes the temporary files of a publication that was cut.
func (p *Publication) sweep(ctx context.Context) error {
	found, err := p.look(ctx, []string{""})
	if err != nil {
		return err
	}
	for _, e := range found {
		if e.Kind == Plain && isTemp(e.Name) {
			if err := p.patiently(ctx, func() error { return p.Target.Remove(ctx, e.Name) }); err != nil {
				return err
			}
		}
	}
	return nil
}
