package main

import (
	"errors"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// exits CODE COMMAND ARG...: the command ends with this exit code.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND ARG...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

var problemLine = regexp.MustCompile(`(?m)^(?:(\S.*?): )?\S.* \[([EW]-[A-Z0-9-]+)(?:, (?:чернетка|draft))?\]$`)

// problems [PLACE CODE]...: these are the problems that the last command told, in this order, and no others. A place is a file, a
// file:line or a file:line:column; more of it may be told than asked for. `stdout` as the first argument looks there
// instead of at stderr. The common W-PAGE-MISSING, W-SUMMARY, W-BASE-URL and W-BOOK-EMPTY
// count only where they are asked for.
func problems(ts *testscript.TestScript, neg bool, args []string) {
	stream := "stderr"
	if len(args) > 0 && args[0] == "stdout" {
		stream, args = args[0], args[1:]
	}
	if neg || len(args)%2 != 0 {
		ts.Fatalf("usage: problems [stdout] [PLACE CODE]...")
	}
	var got [][]string
	for _, m := range problemLine.FindAllStringSubmatch(ts.ReadFile(stream), -1) {
		if common := slices.Contains([]string{"W-PAGE-MISSING", "W-SUMMARY", "W-BASE-URL", "W-BOOK-EMPTY"}, m[2]); !common || slices.Contains(args, m[2]) {
			got = append(got, m[1:3])
		}
	}
	equal := len(got) == len(args)/2
	for i := 0; equal && i < len(got); i++ {
		place, code := args[2*i], args[2*i+1]
		equal = code == got[i][1] && (place == got[i][0] || strings.HasPrefix(got[i][0], place+":"))
	}
	if !equal {
		var told strings.Builder
		for _, p := range got {
			told.WriteString("\n\t" + strings.Join(p, " "))
		}
		ts.Fatalf("problems told:%s\nproblems wanted: %s", told.String(), strings.Join(args, " "))
	}
}

// broken PLACE CODE [PLACE CODE]...: a build tells exactly these problems, ends with 1, and leaves public as it was.
func broken(ts *testscript.TestScript, neg bool, args []string) {
	keep(ts, false, []string{"public"})
	exits(ts, neg, []string{"1", "vitryna", "build"})
	problems(ts, neg, args)
	unchanged(ts, false, []string{"public"})
	if !strings.Contains(ts.ReadFile("stderr"), "Тека public лишилася, як була.") {
		ts.Fatalf("the build does not say that public is as it was")
	}
}
