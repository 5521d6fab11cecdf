package main

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/som-hub/vitryna/generator/author"
	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
	"github.com/som-hub/vitryna/layouts"
)

var spareLine = regexp.MustCompile(`(?m)^# ([^\n:.]+: .*)$`)

// TestFresh: the new file of every kind is read without a mistake but for what is left out; and so is the one in which every example has been let in.
func TestFresh(t *testing.T) {
	kinds, problems := content.ReadKinds(layouts.FS)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	parser := &content.Parser{Kinds: kinds}
	section := map[string]*site.Kind{}
	for _, k := range kinds.All {
		section[k.Name] = k
	}
	n := 0
	for _, k := range kinds.All {
		file := author.FreshFile(k, section[k.Inside], "vlasnyk", "zrazok", 4)
		if file == "" {
			continue
		}
		n++
		for _, names := range []bool{false, true} {
			text := string(author.Fresh{Kind: k, Common: kinds.Common, Title: `Назва: "перша" \ друга`, Names: names, Day: ukrainian.Date{Year: 2026, Month: 11, Day: 20}}.Text())
			for _, p := range parser.Parse(file, []byte(text)).Problems {
				if !slices.Contains([]string{"E-REQUIRED", "W-SUMMARY", "E-ONE-OF", "W-ANNOTATION", "E-NAME-PARTS"}, p.Code) && !strings.HasPrefix(p.Code, "W-") && k.Field("title") != nil && !missing(p.Code, k) {
					t.Errorf("%s (names %t): %s %s", file, names, p.Code, p.What("en"))
				}
			}
			all := spareLine.ReplaceAllStringFunc(text, func(line string) string {
				key, _, _ := strings.Cut(line[2:], ":")
				if k.Field(key) == nil || strings.HasPrefix(line, "# Можна:") || strings.HasPrefix(line, "# Зразок:") {
					return line
				}
				return line[2:]
			})
			if strings.Count(all, "\n# ") == strings.Count(text, "\n# ") {
				t.Errorf("%s: nothing to let in", file)
			}
			parsed := parser.Parse(file, []byte(all))
			for _, p := range parsed.Problems {
				if slices.Contains([]string{"E-KEY", "E-KEY-DUP", "E-HEADER-YAML", "E-TYPE", "E-TYPE-NUMBER", "E-ENUM", "E-DATE", "E-URL", "E-YEAR", "E-ISBN"}, p.Code) {
					t.Errorf("%s (names %t), all let in: line %d: %s %s: %s", file, names, p.Line, p.Code, p.What("en"), p.Source)
				}
			}
			if len(parsed.Docs) != 1 || !parsed.Docs[0].Draft {
				t.Errorf("%s is no draft", file)
			}
		}
	}
	if n < 20 {
		t.Errorf("only %d kinds", n)
	}
}

// missing tells that a code is what a field of the kind says when it is missing.
func missing(code string, k *site.Kind) bool {
	return slices.ContainsFunc(k.Fields, func(f *site.Field) bool { return f.Missing == code })
}
