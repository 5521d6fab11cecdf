package author

import (
	"bytes"
	"fmt"
	"strings"
)

// around is how many lines before and after a change a [Diff] shows.
const around = 2

// Diff shows what changes between two states of a text, line by line in the unified form, if both have the same number of lines; else it shows all.
func Diff(file string, old, fresh []byte) string {
	a, b := splitLines(old), splitLines(fresh)
	var out strings.Builder
	fmt.Fprintf(&out, "--- %s\n+++ %s\n", file, file)
	if len(a) != len(b) {
		hunk(&out, a, b, 0, max(len(a), len(b)))
		return out.String()
	}
	for i := 0; i < len(a); i++ {
		if a[i] == b[i] {
			continue
		}
		end := i + 1
		for next := end; next < len(a) && next <= end+2*around; next++ {
			if a[next] != b[next] {
				end = next + 1
			}
		}
		hunk(&out, a, b, max(0, i-around), min(len(a), end+around))
		i = end
	}
	return out.String()
}

// hunk writes the lines from one to another: those that differ twice, the old ones of a stretch before the new.
func hunk(out *strings.Builder, a, b []string, from, to int) {
	a, b = a[min(from, len(a)):min(to, len(a))], b[min(from, len(b)):min(to, len(b))]
	fmt.Fprintf(out, "@@ -%d,%d +%d,%d @@\n", from+1, len(a), from+1, len(b))
	for i := 0; i < max(len(a), len(b)); {
		if i < len(a) && i < len(b) && a[i] == b[i] {
			out.WriteString(" " + a[i] + "\n")
			i++
			continue
		}
		end := i
		for end < max(len(a), len(b)) && (end >= len(a) || end >= len(b) || a[end] != b[end]) {
			end++
		}
		for _, line := range a[min(i, len(a)):min(end, len(a))] {
			out.WriteString("-" + line + "\n")
		}
		for _, line := range b[min(i, len(b)):min(end, len(b))] {
			out.WriteString("+" + line + "\n")
		}
		i = end
	}
}

// splitLines are the lines of a text without their ends.
func splitLines(data []byte) []string {
	var list []string
	for line := range bytes.Lines(data) {
		list = append(list, strings.TrimRight(string(line), "\r\n"))
	}
	return list
}
