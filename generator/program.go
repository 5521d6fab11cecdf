package generator

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"runtime/debug"
	"sync"
)

// programVersion names this program and no other: what it made may be kept only for itself. A program that was compiled again is another one, even
// where its version is called the same.
var programVersion = sync.OnceValue(func() string {
	h := sha256.New()
	if info, ok := debug.ReadBuildInfo(); ok {
		fmt.Fprintln(h, info)
	}
	if name, err := os.Executable(); err == nil {
		if stat, err := os.Stat(name); err == nil {
			fmt.Fprintln(h, stat.Size(), stat.ModTime().UnixNano())
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
})
