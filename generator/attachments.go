package generator

import (
	"path"
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/attachment"
	"github.com/som-hub/vitryna/generator/problem"
)

// What people can be asked to load, in bytes (domain 2.3.5, 2.3.20).
const (
	largestVideo      = 50 << 20
	largestAttachment = 20 << 20
)

// attachmentProblems tells what is wrong with a file that is offered: that it is too big, that it tells of people what the page does not,
// that a blind reader cannot use it.
func attachmentProblems(use string, data []byte) problem.List {
	var problems problem.List
	name, limit := path.Base(use), largestAttachment
	if isVideo(use) {
		limit = largestVideo
	}
	if len(data) > limit && !strings.Contains(use, "/exhibits/") { // what an exhibition asks is told at the line of its field
		problems = append(problems, problem.New("W-SIZE", use, 0, 0, "file", name, "size", strconv.Itoa(len(data)>>20), "max", strconv.Itoa(limit>>20)))
	}
	report := attachment.Inspect(data)
	for _, told := range report.Told {
		problems = append(problems, problem.New("W-FILE-META", use, 0, 0, "file", name, "kind", told.Kind, "value", told.Value))
	}
	if report.NoText {
		problems = append(problems, problem.New("W-PDF", use, 0, 0, "file", name))
	}
	return problems
}
