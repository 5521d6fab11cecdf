package generator

import (
	"fmt"
	"os"
	"runtime/debug"
	"sync"
)

// programVersion names this program and no other: what it made may be kept only for itself. A program that was compiled again is another one, even
// where its version is called the same.
var programVersion = sync.OnceValue(func() string {
	version := ""
	if info, ok := debug.ReadBuildInfo(); ok {
		version = info.String()
	}
	name, err := os.Executable()
	if err != nil {
		return version
	}
	stat, err := os.Stat(name)
	if err != nil {
		return version
	}
	return fmt.Sprint(version, stat.Size(), stat.ModTime().UnixNano())
})
