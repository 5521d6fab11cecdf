package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/tc-hib/winres"
)

func TestVersionNumber(t *testing.T) {
	for name, want := range map[string][4]uint16{
		"v1.2.3": {1, 2, 3}, "1.20": {1, 20}, "v1.2.3-4-gabcdef1": {1, 2, 3}, "8b25604": {}, "v1.2.3+trial": {1, 2, 3}, "": {}, "v99999999.1.2": {0, 1, 2},
	} {
		if got := versionNumber(name); got != want {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}

// TestResources finds what Windows shows, the same twice.
func TestResources(t *testing.T) {
	var objects [2]bytes.Buffer
	for i := range objects {
		set, err := resources("v1.2.3", "2026-11-22T03:17:44Z")
		if err != nil {
			t.Fatal(err)
		}
		icon, err := set.GetIcon(winres.Name("APPICON"))
		if err != nil || icon == nil {
			t.Errorf("no icon: %v", err)
		}
		if set.Count() < 1+len(iconSizes)+2 {
			t.Errorf("%d resources", set.Count())
		}
		if err := set.WriteObject(&objects[i], winres.ArchAMD64); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(objects[0].Bytes(), objects[1].Bytes()) {
		t.Error("made twice it is not the same")
	}
	if _, err := resources("v1.2.3", "yesterday"); err == nil {
		t.Error("yesterday is a day")
	}
}

func TestContents(t *testing.T) {
	info := func(deps ...string) *debug.BuildInfo {
		b := &debug.BuildInfo{GoVersion: "go1.26.8"}
		for _, dep := range deps {
			path, version, _ := strings.Cut(dep, "@")
			b.Deps = append(b.Deps, &debug.Module{Path: path, Version: version, Sum: "h1:x"})
		}
		return b
	}
	mit := func(string) (string, error) { return "MIT", nil }
	list, err := contentsOf([]*debug.BuildInfo{info("b.org/B@v1.0.0", "a.org/a@v2.0.0"), info("a.org/a@v2.0.0", "c.org/c@v0.1.0+x")}, "v1.0.0", "2026-01-01T00:00:00Z", mit)
	if err != nil {
		t.Fatal(err)
	}
	var refs []string
	for _, c := range list.Components {
		refs = append(refs, c.Ref)
	}
	if got := strings.Join(refs, " "); got != "pkg:golang/a.org/a@v2.0.0 pkg:golang/b.org/b@v1.0.0 pkg:golang/c.org/c@v0.1.0%2Bx pkg:golang/std@1.26.8" {
		t.Errorf("components %s", got)
	}
	if got := list.Components[1].Name; got != "b.org/B" {
		t.Errorf("the name %s", got)
	}
	again, err := contentsOf([]*debug.BuildInfo{info("b.org/B@v1.0.0", "a.org/a@v2.0.0"), info("a.org/a@v2.0.0", "c.org/c@v0.1.0+x")}, "v1.0.0", "2026-01-01T00:00:00Z", mit)
	if err != nil || again.Serial != list.Serial || len(list.Serial) != len("urn:uuid:")+36 {
		t.Errorf("serial numbers %s and %s, %v", list.Serial, again.Serial, err)
	}
	if data, err := json.Marshal(list); err != nil || !bytes.Contains(data, []byte(`"bomFormat":"CycloneDX"`)) {
		t.Errorf("%v: %s", err, data)
	}
	unknown := errors.New("unknown")
	if _, err := contentsOf([]*debug.BuildInfo{info("a.org/a@v1")}, "v1", "", func(string) (string, error) { return "", unknown }); !errors.Is(err, unknown) {
		t.Errorf("a licence that nobody knows: %v", err)
	}
}

func TestLicences(t *testing.T) {
	for text, want := range map[string]string{
		"MIT License\n\nPermission is hereby\ngranted, free of charge, to":                                  "MIT",
		"Redistributions in binary form must … Neither the name of":                                         "BSD-3-Clause",
		"Redistributions in binary form must":                                                               "BSD-2-Clause",
		"Apache License\nVersion 2.0":                                                                       "Apache-2.0",
		"Permission to use, copy, modify, and distribute this software for any purpose with or without fee": "ISC",
		"All rights reserved": "",
	} {
		if got := licenceOf(text); got != want {
			t.Errorf("%.40q: %q, want %q", text, got, want)
		}
	}
}
