package markdown

import (
	"os"
	"strings"
	"testing"
)

// file is one file of an archive in the form of txtar: "-- name --", then its lines.
type file struct{ name, data string }

// readArchive reads what stands before the first file and the files.
func readArchive(t testing.TB, name string) (comment string, files []file) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		inner, isName := strings.CutPrefix(line, "-- ")
		inner, ends := strings.CutSuffix(inner, " --\n")
		switch {
		case isName && ends:
			files = append(files, file{name: inner})
		case len(files) == 0:
			comment += line
		default:
			files[len(files)-1].data += line
		}
	}
	return comment, files
}

func formatted(comment string, files []file) string {
	var b strings.Builder
	b.WriteString(comment)
	for _, f := range files {
		b.WriteString("-- " + f.name + " --\n" + f.data)
	}
	return b.String()
}
