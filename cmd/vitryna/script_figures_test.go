package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// happen N FORM DAY STEP PARTICIPANTS [FIELD]...: writes N events of a form, the first on that day and the others each STEP days later,
// with participants as a header has them. In them | parts the values that the events take by turns. A field is a line of the header; it
// replaces `status: held`, `mode: onsite` and `audience: [educators]`.
func happen(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 5 {
		ts.Fatalf("usage: happen N FORM DAY STEP PARTICIPANTS [FIELD]...")
	}
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	day, err := time.Parse(time.DateOnly, args[2])
	ts.Check(err)
	step, err := strconv.Atoi(args[3])
	ts.Check(err)
	participants := strings.Split(args[4], "|")
	for i := range n {
		on := day.AddDate(0, 0, i*step).Format(time.DateOnly)
		lines := []string{
			fmt.Sprintf("title: %s %s", args[1], on), "summary: Захід.", "form: " + args[1], "start: " + on, "status: held", "mode: onsite",
			"place: Зала", "audience: [educators]", "participants: " + participants[i%len(participants)],
		}
		for _, field := range args[5:] {
			key, _, _ := strings.Cut(field, ":")
			for j, line := range lines {
				if strings.HasPrefix(line, key+":") {
					lines[j] = ""
				}
			}
			lines = append(lines, field)
		}
		file := ts.MkAbs("content/events/" + on + "-" + args[1] + "/index.md")
		ts.Check(os.MkdirAll(filepath.Dir(file), 0o777))
		ts.Check(os.WriteFile(file, []byte("---\n"+strings.Join(lines, "\n")+"\n---\nТекст.\n"), 0o666))
	}
}
