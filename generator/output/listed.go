package output

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Listed are the files that Vitryna has written to a folder of output, sorted: the site, and nothing else that may lie there.
func Listed(dir string) ([]string, error) {
	raw, err := os.ReadFile(filepath.Join(dir, ListName))
	if err != nil {
		return nil, err
	}
	var names []string
	for line := range strings.Lines(string(raw[:bytes.LastIndexByte(raw, '\n')+1])) {
		if name := strings.TrimRight(line, "\r\n"); CheckName(name) == nil {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names), nil
}
