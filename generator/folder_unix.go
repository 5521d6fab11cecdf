//go:build unix

package generator

import "syscall"

// withoutWaiting opens a pipe at once, whether anybody writes to it or not.
const withoutWaiting = syscall.O_NONBLOCK
