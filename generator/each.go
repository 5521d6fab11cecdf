package generator

import (
	"context"
	"runtime"

	"golang.org/x/sync/errgroup"
)

// each calls work for 0 … n−1, at most jobs at once. Results go into slots by number, so their order never depends on timing. It
// is the only place of the program where work is spread.
func each(ctx context.Context, jobs, n int, work func(i int) error) error {
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	group, ctx := errgroup.WithContext(ctx)
	next := make(chan int)
	group.Go(func() error {
		defer close(next)
		for i := range n {
			select {
			case next <- i:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		return nil
	})
	for range min(jobs, n) {
		group.Go(func() error {
			for i := range next {
				if err := work(i); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return group.Wait()
}
