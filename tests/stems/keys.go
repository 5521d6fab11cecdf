//go:build ignore

// Writes the search key of every word it reads, one a line. The words are folded first, as those of a page are.
package main

import (
	"bufio"
	"log"
	"os"

	"github.com/som-hub/vitryna/generator/ukrainian"
)

func main() {
	in, out := bufio.NewScanner(os.Stdin), bufio.NewWriter(os.Stdout)
	for in.Scan() {
		key := ""
		ukrainian.Words(in.Text(), func(packed []byte) bool { // of words joined by hyphens the last is all of them together
			key = ukrainian.WordKey(string(ukrainian.Unpack(nil, packed)))
			return true
		})
		out.WriteString(key + "\n")
	}
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
}
