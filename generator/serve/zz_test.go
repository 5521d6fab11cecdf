package serve
import ("runtime/pprof";"os")
func dumpAll() { pprof.Lookup("goroutine").WriteTo(os.Stdout, 2) }
