package serve

import (
	"context"
	"errors"
	"sync"
	"time"
)

const (
	// changedAtMost is how many names a load is told before it is told "anything".
	changedAtMost = 1000

	// A load that failed is tried again by itself, as the reason may lie outside the
	// folders: a program that holds a file, a drive that is away.
	retryFirst = time.Second
	retryLast  = 30 * time.Second
)

// loader runs one load at a time. What is submitted meanwhile makes one more.
type loader struct {
	load    func(context.Context, []string) (*Snapshot, error)
	hints   *hints
	publish func(*Snapshot, error, time.Duration)
	wake    chan struct{} // of capacity one, closed by nobody

	wait time.Duration // of the last snapshot: when it is another; 0: never. Of run alone

	mu      sync.Mutex
	pending work
}

// work is what the next load has to take in.
type work struct {
	needed  bool // else only heard is to be passed on
	all     bool
	changed []string
	heard   uint64
}

func newLoader(load func(context.Context, []string) (*Snapshot, error), h *hints, publish func(*Snapshot, error, time.Duration)) *loader {
	return &loader{load: load, hints: h, publish: publish, wake: make(chan struct{}, 1)}
}

// submit asks for a load because of what changed (nil: anything may have), and
// says which hints that comprises. An empty list that is not nil passes the
// number on, after the load that is running.
func (l *loader) submit(changed []string, heard uint64) {
	l.mu.Lock()
	p := &l.pending
	p.needed = p.needed || changed == nil || len(changed) > 0
	p.all = p.all || changed == nil || len(p.changed)+len(changed) > changedAtMost
	p.changed = append(p.changed, changed...)
	if p.all {
		p.changed = nil
	}
	p.heard = max(p.heard, heard)
	l.mu.Unlock()
	select {
	case l.wake <- struct{}{}:
	default:
	}
}

func (l *loader) take() work {
	l.mu.Lock()
	defer l.mu.Unlock()
	w := l.pending
	l.pending = work{}
	return w
}

// run loads until ctx ends.
func (l *loader) run(ctx context.Context) {
	retry := time.NewTimer(retryLast)
	retry.Stop()
	defer retry.Stop()
	turn := time.NewTimer(retryLast)
	turn.Stop()
	defer turn.Stop()
	pause := time.Duration(0) // 0: the last load succeeded
	for {
		select {
		case <-l.wake:
		case <-retry.C:
			l.submit(nil, 0)
			continue
		case <-turn.C:
			l.submit(nil, 0)
			continue
		case <-ctx.Done():
			return
		}
		w := l.take()
		if w.needed {
			// What a failed load was told is not forgotten: anything may have changed.
			err := l.once(ctx, w.all || pause > 0, w.changed)
			switch {
			case ctx.Err() != nil:
				return
			case err != nil:
				pause = min(max(2*pause, retryFirst), retryLast)
				retry.Reset(pause)
			default:
				pause = 0
				retry.Stop()
				turn.Stop()
				if wait := l.wait; wait > 0 {
					turn.Reset(wait)
				}
			}
		}
		l.hints.reached(w.heard)
	}
}

// errNoSnapshot stands for a load that gives neither a snapshot nor an error.
var errNoSnapshot = errors.New("the load gave no snapshot")

// once loads and publishes what came of it.
func (l *loader) once(ctx context.Context, all bool, changed []string) error {
	if all {
		changed = nil
	}
	start := time.Now()
	snap, err := l.guarded(ctx, changed)
	if err == nil && (snap == nil || snap.Render == nil) {
		err = errNoSnapshot
	}
	if err == nil {
		l.wait = untilTurn(snap.Turns)
	}
	if ctx.Err() == nil {
		l.publish(snap, err, time.Since(start))
	}
	return err
}

// untilTurn is how long a snapshot is true by itself; 0 is for ever.
func untilTurn(at time.Time) time.Duration {
	if at.IsZero() {
		return 0
	}
	return max(time.Until(at), 0) + turnGrain
}

// turnGrain is waited beyond the moment: clocks and timers are not one.
const turnGrain = 20 * time.Millisecond

func (l *loader) guarded(ctx context.Context, changed []string) (snap *Snapshot, err error) {
	defer recovered(&err)
	return l.load(ctx, changed)
}
