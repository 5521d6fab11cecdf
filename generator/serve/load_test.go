package serve

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// What changes during a load makes exactly one more, which is told of all of it.
func TestOneLoadAtATime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var told [][]string
		running := 0
		l, stop := startLoader(t, func(_ context.Context, changed []string) (*Snapshot, error) {
			if running++; running > 1 {
				t.Error("two loads at a time")
			}
			told = append(told, changed)
			time.Sleep(time.Second)
			running--
			return &Snapshot{Render: func(string) ([]byte, string, bool, error) { return nil, "", false, nil }}, nil
		})
		l.submit([]string{"a"}, 1)
		synctest.Wait()
		for i := range uint64(5) {
			l.submit([]string{fmt.Sprint(i)}, 2+i)
		}
		l.submit([]string{}, 7)
		l.hints.mu.Lock()
		l.hints.heard = 7
		l.hints.mu.Unlock()
		start := time.Now()
		l.hints.settle(t.Context())
		if took := time.Since(start); took != 2*time.Second {
			t.Errorf("settled after %v", took)
		}
		time.Sleep(time.Minute)
		stop()
		want := [][]string{{"a"}, {"0", "1", "2", "3", "4"}}
		if !slices.EqualFunc(told, want, slices.Equal) {
			t.Errorf("told %q, want %q", told, want)
		}
	})
}

func TestLoadIsToldAnything(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var told [][]string
		var err error
		l, stop := startLoader(t, func(_ context.Context, changed []string) (*Snapshot, error) {
			told = append(told, changed)
			return nil, err
		})
		l.submit(make([]string, changedAtMost+1), 1) // too many names
		synctest.Wait()
		err = errors.New("trouble")
		l.submit([]string{"a"}, 2) // after the load without a snapshot
		synctest.Wait()
		stop()
		if len(told) != 2 || told[0] != nil || told[1] != nil {
			t.Errorf("told %d times: %.100q", len(told), told)
		}
	})
}

// Another try after one second, two, four, at most thirty.
func TestRetry(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		var at []time.Duration
		l, stop := startLoader(t, func(context.Context, []string) (*Snapshot, error) {
			at = append(at, time.Since(start)/time.Second)
			if len(at) == 3 {
				panic("a load")
			}
			return nil, errors.New("trouble")
		})
		l.submit(nil, 0)
		time.Sleep(100 * time.Second)
		stop()
		if want := []time.Duration{0, 1, 3, 7, 15, 31, 61, 91}; !slices.Equal(at, want) {
			t.Errorf("tried at seconds %d, want %d", at, want)
		}
	})
}

func startLoader(t *testing.T, load func(context.Context, []string) (*Snapshot, error)) (l *loader, stop func()) {
	l = newLoader(load, newHints(), func(*Snapshot, error, time.Duration) {})
	ctx, cancel := context.WithCancel(t.Context())
	var group sync.WaitGroup
	group.Go(func() { l.run(ctx) })
	return l, func() { cancel(); group.Wait() }
}
