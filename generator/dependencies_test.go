package generator_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// licences are the words by which a text is known as a licence, as the texts of all of them have it.
var licences = map[string]string{
	"MIT":          "permission is hereby granted, free of charge",
	"BSD-3-Clause": "neither the name",
	"BSD-2-Clause": "redistributions of source code must retain",
	"Apache-2.0":   "apache license",
	"ISC":          "provided that the above copyright notice and this permission notice appear in all copies",
	"0BSD":         "permission to use, copy, modify, and/or distribute this software",
}

var (
	required  = regexp.MustCompile(`(?m)^\s+(\S+\.\S+) v`)
	explained = regexp.MustCompile(`(?m)^\| (\S+\.\S+) \| (\S+) \| .+ \|$`)
)

// docs/dependencies.md names every module of go.mod and no other, with the licence that lies beside it.
func TestDependenciesAreExplained(t *testing.T) {
	mod, err := os.ReadFile("../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile("../docs/dependencies.md")
	if err != nil {
		t.Fatal(err)
	}
	wanted := map[string]bool{}
	for _, m := range required.FindAllStringSubmatch(string(mod), -1) {
		wanted[m[1]] = true
	}
	if len(wanted) < 20 {
		t.Fatalf("only %d modules found in go.mod", len(wanted))
	}
	for _, m := range explained.FindAllStringSubmatch(string(page), -1) {
		if !wanted[m[1]] {
			t.Errorf("go.mod has no %s, or it stands twice", m[1])
		}
		delete(wanted, m[1])
		checkLicence(t, m[1], m[2])
	}
	for module := range wanted {
		t.Errorf("docs/dependencies.md does not say why there is %s", module)
	}
}

// checkLicence looks for the words of a licence beside a module.
func checkLicence(t *testing.T, module, licence string) {
	words, known := licences[licence]
	if !known {
		t.Errorf("%s: the licence %s is new: may it be here?", module, licence)
		return
	}
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", module).Output()
	dir := strings.TrimSpace(string(out))
	if err != nil || dir == "" {
		return // not on this machine: nothing here is compiled with it
	}
	files, _ := filepath.Glob(filepath.Join(dir, "[LC][IO][CP][EY][NI][SN]*"))
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err == nil && strings.Contains(strings.ToLower(strings.Join(strings.Fields(string(data)), " ")), words) {
			return
		}
	}
	t.Errorf("%s: %s is not the licence that lies beside it", module, licence)
}
