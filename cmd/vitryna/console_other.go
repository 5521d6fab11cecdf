//go:build !windows

package main

// readyConsole: terminals of other systems understand colours.
func readyConsole() (colours bool) { return true }
