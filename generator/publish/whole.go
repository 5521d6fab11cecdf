package publish

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
)

// Whole is a target that takes a publication in one step: what Put and Remove are told is kept apart, where nobody sees it, until Commit. Then visitors
// have the whole of the new site, or the whole of the old one. So there is no order to keep, and the manifest is written once.
type Whole interface {
	Target
	// Commit shows all that was put and removed. It may be called again when the line was cut: it finds out whether the answer alone was lost.
	// progress is told how much has travelled, in hundredths. After [errPutAgain] all has to be put once more.
	Commit(ctx context.Context, progress func(percent int)) error
	// changed compares what lies there with a manifest: the files that hold something else now, or (nil) are gone. Somebody has changed them by hand.
	changed(ctx context.Context, m *Manifest) (map[string]*content, error)
}

// errPutAgain tells that what was put is lost, and that nobody has seen any of it.
var errPutAgain = errors.New("what was put is lost")

// Touched tells that somebody has changed or removed files that Vitryna had put there, without publishing.
type Touched struct {
	Paths []string // sorted
}

func (t *Touched) Error() string {
	return fmt.Sprintf("somebody has changed %d files there, first %q", len(t.Paths), t.Paths[0])
}

// witnessed is a manifest as it has to be read where somebody may have changed files by hand: what they did not touch is no matter of ours.
func (p *Publication) witnessed(ctx context.Context, target Whole, m *Manifest) (*Manifest, error) {
	var changed map[string]*content
	err := p.patiently(ctx, func() (err error) {
		changed, err = target.changed(ctx, m)
		return err
	})
	if err != nil || len(changed) == 0 {
		return m, err
	}
	if !p.TakeOver {
		return nil, &Touched{slices.Sorted(maps.Keys(changed))}
	}
	files := maps.Clone(m.files)
	for name, lies := range changed {
		if lies == nil {
			delete(files, name)
		} else {
			files[name] = held{contents: []content{*lies}} // not sure: then the new manifest tells it anew, even where nothing has to travel
		}
	}
	return m.with(files), nil
}

// runWhole does what a plan says where it is shown in one step.
func (p *Publication) runWhole(ctx context.Context, target Whole, plan *Plan) error {
	text := plan.clean.Text()
	if err := p.Remember(append(slices.Clone(p.Seen), Sum(text))...); err != nil { // before, for the answer may be lost
		return err
	}
	err := p.stage(ctx, target, plan, text)
	if errors.Is(err, errPutAgain) {
		err = p.stage(ctx, target, plan, text)
	}
	if err != nil {
		return err
	}
	p.Seen = []string{Sum(text)}
	return p.Remember(p.Seen...)
}

// stage hands over what has changed, and has it shown.
func (p *Publication) stage(ctx context.Context, target Whole, plan *Plan, manifest []byte) error {
	gone := slices.Concat(plan.Clear, plan.Deletes)
	for _, name := range gone {
		if err := target.Remove(ctx, name); err != nil {
			return fmt.Errorf("remove %q: %w", name, err)
		}
	}
	for _, put := range plan.Puts() {
		data, err := p.data(ctx, put.File)
		if err != nil {
			return err
		}
		if err := target.Put(ctx, put.Path, data); err != nil {
			return fmt.Errorf("put %q: %w", put.Path, err)
		}
	}
	if err := target.Put(ctx, ManifestFile, manifest); err != nil {
		return err
	}
	stepped, all := 0, len(gone)+len(plan.Puts())
	progress := func(percent int) {
		for ; stepped < all*percent/100; stepped++ {
			p.step()
		}
	}
	err := p.patiently(ctx, func() error { return target.Commit(ctx, progress) })
	if err == nil {
		progress(100)
	}
	return err
}
