package generator

import (
	"bytes"
	"path"
	"strings"

	"github.com/som-hub/vitryna/generator/attachment"
	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/picture"
	"github.com/som-hub/vitryna/generator/problem"
)

// What people can be asked to load, in bytes (domain 2.3.5, 2.3.20).
const (
	largestVideo      = 50 << 20
	largestAttachment = 20 << 20
)

// active are the files that do something where they are opened: pages and scripts, which a browser would run as if they were the site's own, programs,
// documents with macros, and what a host may run itself. The site publishes none of them.
var active = map[string]bool{
	".htm": true, ".html": true, ".xhtml": true, ".xht": true, ".shtml": true, ".shtm": true, ".mht": true, ".mhtml": true, ".xml": true, ".xsl": true, ".xslt": true, ".xsd": true, ".rdf": true, ".svgz": true,
	".js": true, ".mjs": true, ".wasm": true, ".swf": true, ".css": true, ".manifest": true, ".webmanifest": true,
	".php": true, ".php5": true, ".php7": true, ".pht": true, ".phtml": true, ".phar": true, ".cgi": true, ".asp": true, ".aspx": true, ".jsp": true, ".py": true, ".pl": true,
	".exe": true, ".com": true, ".msi": true, ".scr": true, ".bat": true, ".cmd": true, ".ps1": true, ".vbs": true, ".vbe": true, ".jse": true, ".wsf": true, ".hta": true, ".lnk": true,
	".url": true, ".pif": true, ".reg": true, ".jar": true, ".apk": true, ".app": true, ".dmg": true, ".sh": true, ".command": true, ".desktop": true, ".chm": true, ".iso": true, ".img": true,
	".dll": true, ".cpl": true, ".msc": true, ".scf": true, ".application": true, ".appref-ms": true, ".sct": true, ".wsc": true, ".htc": true,
	".docm": true, ".dotm": true, ".xlsm": true, ".xltm": true, ".xlam": true, ".xlsb": true, ".xla": true, ".xll": true, ".pptm": true, ".potm": true, ".ppsm": true, ".ppam": true, ".sldm": true,
}

// activeText tells what a file is by its first words, whatever it is called: a page, or a script of a server. A host that does not know the file's ending, or is
// set up badly, looks at the same words. ok is false for what is neither.
func activeText(data []byte) (kind string, ok bool) {
	head := bytes.ReplaceAll(data[:min(len(data), 2048)], []byte{0}, nil) // UTF-16 too
	for _, mark := range []string{"\xef\xbb\xbf", "\xff\xfe", "\xfe\xff"} {
		head = bytes.TrimPrefix(head, []byte(mark))
	}
	head = bytes.ToLower(bytes.TrimSpace(head))
	if bytes.Contains(head, []byte("<?php")) {
		return "PHP", true
	}
	if !bytes.HasPrefix(head, []byte("<")) {
		return "", false
	}
	for _, sign := range []string{"<!doctype html", "<html", "<script", "<iframe", "http://www.w3.org/1999/xhtml"} {
		if bytes.Contains(head, []byte(sign)) {
			return "HTML", true
		}
	}
	return "", false
}

// mostPlaces is how many photographs are named that lie in a file and tell where they were taken.
const mostPlaces = 3

// attachmentProblems tells what is wrong with a file that is offered: that it is too big, that it tells of people what the page does not,
// that a blind reader cannot use it.
func attachmentProblems(use string, data []byte) problem.List {
	var problems problem.List
	if ext := strings.ToLower(path.Ext(use)); active[ext] {
		return problem.List{problem.New("E-FILE-ACTIVE", use, 0, 0, "file", path.Base(use), "kind", ext)}
	}
	if kind, ok := activeText(data); ok {
		return problem.List{problem.New("E-FILE-ACTIVE", use, 0, 0, "file", path.Base(use), "kind", kind)}
	}
	name, limit := path.Base(use), largestAttachment
	if isVideo(use) {
		limit = largestVideo
	}
	if len(data) > limit {
		problems = append(problems, problem.New("W-SIZE", use, 0, 0, "file", name, "size", content.Megabytes(int64(len(data))), "max", content.Megabytes(int64(limit))))
	}
	report := attachment.Inspect(data)
	for _, told := range report.Told {
		where := "kind"
		if attachment.Inside(told.Kind) {
			where = "inside"
		}
		problems = append(problems, problem.New("W-FILE-META", use, 0, 0, "file", name, where, told.Kind, "value", told.Value))
	}
	var places []string
	for photograph, data := range attachment.Photographs(data) {
		if info, err := picture.Inspect(data); err == nil && info.HasGPS && len(places) < mostPlaces {
			places = append(places, photograph)
		}
	}
	if len(places) > 0 {
		problems = append(problems, problem.New("W-FILE-META", use, 0, 0, "file", name, "inside", "places", "value", strings.Join(places, ", ")))
	}
	if report.NoText {
		problems = append(problems, problem.New("W-PDF", use, 0, 0, "file", name))
	}
	return problems
}
