package main

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// collectLate lets the heap have 96 MB before garbage is collected, however little of it lives. Most runs are over by then, and would spend a quarter of
// their time on collecting what is gone with them; a build of three thousand pages is collected half as often. Above that the heap may be four fifths larger
// than what lives: at ten thousand pages that is 30 MB less than Go's own twice as large, for a thirtieth of the time.
func collectLate() {
	const room, least = 96 << 20, 4 << 20
	const above = 80 // percent
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	percent := func() int {
		metrics.Read(live)
		return max(above, room*100/int(max(live[0].Value.Uint64(), least))-100) // safe: of a heap
	}
	if usual := debug.SetGCPercent(percent()); usual < 0 { // nothing is to be collected
		debug.SetGCPercent(usual)
		return
	}
	var collected func(struct{})
	collected = func(struct{}) {
		debug.SetGCPercent(percent())
		runtime.AddCleanup(new([16]byte), collected, struct{}{}) // when it is collected the next time
	}
	runtime.AddCleanup(new([16]byte), collected, struct{}{})
}
