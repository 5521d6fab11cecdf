package main

import (
	"crypto/sha256"
	"debug/buildinfo"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
)

// bom is a list of what a program is made of: CycloneDX 1.5.
type bom struct {
	Format       string       `json:"bomFormat"`
	Spec         string       `json:"specVersion"`
	Serial       string       `json:"serialNumber"`
	Version      int          `json:"version"`
	Metadata     metadata     `json:"metadata"`
	Components   []component  `json:"components"`
	Dependencies []dependency `json:"dependencies"`
}

type metadata struct {
	Timestamp string    `json:"timestamp"`
	Component component `json:"component"`
}

type component struct {
	Type       string     `json:"type"`
	Ref        string     `json:"bom-ref"`
	Name       string     `json:"name"`
	Version    string     `json:"version"`
	URL        string     `json:"purl"`
	Licences   []licence  `json:"licenses,omitempty"`
	Properties []property `json:"properties,omitempty"`
}

type licence struct {
	Licence struct {
		ID string `json:"id"`
	} `json:"license"`
}

type property struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

type dependency struct {
	Ref string   `json:"ref"`
	On  []string `json:"dependsOn"`
}

// contents writes the list of what the programs of the release are made of, as they say it themselves.
func (r *release) contents() error {
	var infos []*debug.BuildInfo
	for _, name := range r.files {
		if !strings.HasPrefix(name, "vitryna-") {
			continue
		}
		info, err := buildinfo.ReadFile(filepath.Join(r.out, name))
		if err != nil {
			return err
		}
		infos = append(infos, info)
	}
	said, err := r.output("go", "list", "-m", "-f", "{{.Path}} {{.Dir}}", "all")
	if err != nil {
		return err
	}
	dirs := map[string]string{}
	for line := range strings.Lines(said) {
		path, dir, _ := strings.Cut(strings.TrimSpace(line), " ")
		dirs[path] = dir
	}
	list, err := contentsOf(infos, r.version, r.date, func(module string) (string, error) { return licenceIn(dirs[module]) })
	if err != nil {
		return err
	}
	data, err := json.MarshalIndent(list, "", "  ")
	if err != nil {
		return err
	}
	return r.write("vitryna.cdx.json", append(data, '\n'))
}

// contentsOf lists the modules of some programs, each once.
func contentsOf(infos []*debug.BuildInfo, version, date string, licenceOf func(module string) (string, error)) (*bom, error) {
	const own = "github.com/som-hub/vitryna"
	b := &bom{Format: "CycloneDX", Spec: "1.5", Version: 1}
	b.Metadata = metadata{date, component{Type: "application", Ref: url(own, version), Name: "vitryna", Version: version, URL: url(own, version)}}
	seen := map[string]bool{}
	add := func(path, version, sum string) error {
		if ref := url(path, version); !seen[ref] {
			seen[ref] = true
			c := component{Type: "library", Ref: ref, Name: path, Version: version, URL: ref}
			if sum != "" {
				c.Properties = []property{{"go:sum", sum}}
			}
			id, err := licenceOf(path)
			if err != nil {
				return fmt.Errorf("%s: %w", path, err)
			}
			c.Licences = make([]licence, 1)
			c.Licences[0].Licence.ID = id
			b.Components = append(b.Components, c)
		}
		return nil
	}
	for _, info := range infos {
		for _, dep := range info.Deps {
			if dep.Replace != nil {
				dep = dep.Replace
			}
			if err := add(dep.Path, dep.Version, dep.Sum); err != nil {
				return nil, err
			}
		}
		if ref := url("std", strings.TrimPrefix(info.GoVersion, "go")); !seen[ref] {
			seen[ref] = true
			c := component{Type: "library", Ref: ref, Name: "std", Version: strings.TrimPrefix(info.GoVersion, "go"), URL: ref, Licences: make([]licence, 1)}
			c.Licences[0].Licence.ID = "BSD-3-Clause"
			b.Components = append(b.Components, c)
		}
	}
	slices.SortFunc(b.Components, func(x, y component) int { return strings.Compare(x.Ref, y.Ref) })
	all := dependency{Ref: b.Metadata.Component.Ref, On: []string{}}
	for _, c := range b.Components {
		all.On = append(all.On, c.Ref)
	}
	b.Dependencies = []dependency{all}
	data, err := json.Marshal(b)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	sum[6], sum[8] = sum[6]&0x0f|0x80, sum[8]&0x3f|0x80 // a UUID of somebody's own making (RFC 9562, version 8)
	b.Serial = fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
	return b, nil
}

// url is a module's name for tools (github.com/package-url). Its letters are small ones there, whatever the module's are.
func url(module, version string) string {
	return "pkg:golang/" + strings.ToLower(module) + "@" + strings.ReplaceAll(version, "+", "%2B")
}

// licences are known by words that stand in no other.
var licences = []struct{ id, words string }{
	{"Apache-2.0", "Apache License"},
	{"MPL-2.0", "Mozilla Public License"},
	{"BSD-3-Clause", "Neither the name"},
	{"BSD-2-Clause", "Redistributions in binary form"},
	{"MIT", "Permission is hereby granted, free of charge"},
	{"ISC", "Permission to use, copy, modify, and/or distribute"},
	{"ISC", "Permission to use, copy, modify, and distribute"},
}

// licenceIn finds the licence in a module's folder. One that is not known has to be looked at by a person.
func licenceIn(dir string) (string, error) {
	if dir == "" {
		return "", fmt.Errorf("its sources are not on this machine")
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return "", err
	}
	for _, entry := range entries {
		name := strings.ToLower(entry.Name())
		if entry.IsDir() || !strings.HasPrefix(name, "licen") && !strings.HasPrefix(name, "copying") && !strings.HasPrefix(name, "unlicense") {
			continue
		}
		data, err := os.ReadFile(filepath.Join(dir, entry.Name()))
		if err != nil {
			return "", err
		}
		if id := licenceOf(string(data)); id != "" {
			return id, nil
		}
	}
	return "", fmt.Errorf("its licence is not known here")
}

func licenceOf(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	for _, l := range licences {
		if strings.Contains(text, l.words) {
			return l.id
		}
	}
	return ""
}
