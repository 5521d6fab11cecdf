package publish

import (
	"context"
	"errors"
	"time"
)

// ErrLine tells that the line to a target was cut, or that it could not be reached: another try may succeed.
var ErrLine = errors.New("the line to the target is cut")

// pauses are how long is waited before each next try: half a minute in all.
var pauses = []time.Duration{time.Second, 2 * time.Second, 4 * time.Second, 8 * time.Second, 16 * time.Second}

// patiently does something again, after a pause, as long as it fails for the line.
func (p *Publication) patiently(ctx context.Context, do func() error) error {
	err := do()
	for _, pause := range pauses {
		if !errors.Is(err, ErrLine) || ctx.Err() != nil {
			return err
		}
		p.stumbled.Store(true)
		if err := p.wait(ctx, pause); err != nil {
			return err
		}
		err = do()
	}
	return err
}

func (p *Publication) wait(ctx context.Context, pause time.Duration) error {
	if p.Pause != nil {
		return p.Pause(ctx, pause)
	}
	timer := time.NewTimer(pause)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
