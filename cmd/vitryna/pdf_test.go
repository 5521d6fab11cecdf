package main

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

// TestNoBrowser: where there is none, a person is told what to do, in her language.
func TestNoBrowser(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	for lang, want := range map[string]string{"uk": "натисніть Ctrl+P", "en": "press Ctrl+P"} {
		var stderr bytes.Buffer
		p := &program{environment: environment{Stderr: &stderr, Getenv: func(string) string { return "" }}, lang: lang}
		_, err := p.browser([]string{"google-chrome", "chromium"}, "manuals/m/print/")
		if code := p.exit(err); code != exitMachine {
			t.Errorf("%s: exit %d", lang, code)
		}
		if got := stderr.String(); !strings.Contains(got, want) || !strings.Contains(got, "/manuals/m/print/") || !strings.Contains(got, "VITRYNA_BROWSER") {
			t.Errorf("%s: %s", lang, got)
		}
	}
}

// TestBrowsers: where browsers usually lie on each system.
func TestBrowsers(t *testing.T) {
	p := &program{environment: environment{Getenv: func(name string) string {
		return map[string]string{"ProgramFiles": `C:\Program Files`, "HOME": "/Users/o"}[name]
	}}}
	for system, want := range map[string]string{
		"windows": `C:\Program Files\Microsoft\Edge\Application\msedge.exe`,
		"darwin":  "/Users/o/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
		"linux":   "/snap/bin/chromium",
	} {
		if got := p.browsers(system); !slices.Contains(got, want) {
			t.Errorf("%s: %q lacks %q", system, got, want)
		}
	}
}

func TestFileURL(t *testing.T) {
	if got := fileURL("/tmp/посібник 1.html"); got != "file:///tmp/%D0%BF%D0%BE%D1%81%D1%96%D0%B1%D0%BD%D0%B8%D0%BA%201.html" {
		t.Error(got)
	}
}
