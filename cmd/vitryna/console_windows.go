package main

import (
	"os"

	"golang.org/x/sys/windows"
)

// readyConsole lets the console of Windows understand colours; false where it cannot. Letters need nothing: Go writes to a console in Unicode, whatever its code
// page. What is sent into a file or another program is UTF-8; there `chcp 65001` helps.
func readyConsole() (colours bool) {
	for _, f := range []*os.File{os.Stderr, os.Stdout} {
		var mode uint32
		handle := windows.Handle(f.Fd())
		if windows.GetConsoleMode(handle, &mode) != nil {
			continue // a file
		}
		if mode&windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING == 0 && windows.SetConsoleMode(handle, mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING) != nil {
			return false // Windows 8 and older
		}
	}
	return true
}
