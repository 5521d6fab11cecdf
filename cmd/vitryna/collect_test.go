package main

import (
	"runtime"
	"runtime/metrics"
	"testing"
	"time"
)

// TestCollectLate: a small heap has room, a large one may not grow twenty times before it is collected, and a heap that was large has room again.
func TestCollectLate(t *testing.T) {
	collectLate()
	var live []byte
	for _, megabytes := range []int{0, 200, 0} {
		live = make([]byte, megabytes<<20)
		room := func(percent uint64) bool { return percent > 500 }
		if megabytes > 0 {
			room = func(percent uint64) bool { return percent == 80 }
		}
		if percent := collected(room); !room(percent) {
			t.Errorf("where %d MB live the heap may grow by %d %%", megabytes, percent)
		}
	}
	runtime.KeepAlive(live)
}

// collected collects garbage until the percentage is as it should be, for five seconds at most.
func collected(well func(percent uint64) bool) uint64 {
	sample := []metrics.Sample{{Name: "/gc/gogc:percent"}}
	for end := time.Now().Add(5 * time.Second); ; time.Sleep(time.Millisecond) {
		runtime.GC()
		metrics.Read(sample)
		if percent := sample[0].Value.Uint64(); well(percent) || time.Now().After(end) {
			return percent
		}
	}
}
