package tests

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"regexp"
	"testing"
)

// opinions are messages of the validator that are not faults, each with the reason why.
var opinions = []*regexp.Regexp{
	// It reads files, and a file is not 'self' to it; in a browser TestPages hears of everything that the policy blocks.
	regexp.MustCompile(`^Resource violates Content Security Policy .* “(\.|/som-hub/)[^”]*” blocked`),
	// Structured data: a script that no browser runs, so that no policy blocks it.
	regexp.MustCompile(`^Inline script violates Content Security Policy .* blocked by “script-src”`),
}

// A manual as one file bears its style and its pictures, and its policy names the style by its hash and allows data: the validator compares no
// hashes, and takes data for an address. In a browser both are let in (generator/book tests the hash).
var (
	singleFile = regexp.MustCompile(`/manuals/([^/]+)/([^/]+)\.html$`)
	// It stands behind its time in styles: notes beside their marks and the line of progress are for browsers that know them, within @supports.
	singleStyle   = regexp.MustCompile(`^CSS: “(animation-timeline|view-timeline|animation-range|top)”: (Property “[a-z-]+” doesn't exist|Parse Error)`)
	singleOpinion = regexp.MustCompile(`^(Inline style|Resource) violates Content Security Policy \(meta tag\): (blocked by “style-src”|image “data:)`)
)

// TestMarkup gives every built page to the reference validator, in one run. Warnings count too: what is no fault stands in opinions.
func TestMarkup(t *testing.T) {
	record(t, "markup")
	const jar = "node_modules/vnu-jar/build/dist/vnu.jar"
	if _, err := os.Stat(jar); err != nil {
		t.Fatalf("no validator: call ./install.sh (%v)", err)
	}
	c := exec.Command("java", "-Xss4m", "-jar", jar, "--format", "json", "--stdout", "--skip-non-html", public)
	var out, trouble bytes.Buffer
	c.Stdout, c.Stderr = &out, &trouble
	var exit *exec.ExitError
	if err := c.Run(); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	var report struct {
		Messages []struct {
			Type, SubType, URL, Message, Extract string
			LastLine, LastColumn                 int
		}
	}
	if err := json.Unmarshal(out.Bytes(), &report); err != nil {
		t.Fatalf("%v\n%s\n%s", err, shorten(out.String()), shorten(trouble.String()))
	}
	told := map[string]int{}
messages:
	for _, m := range report.Messages {
		for _, opinion := range opinions {
			if opinion.MatchString(m.Message) {
				continue messages
			}
		}
		if name := singleFile.FindStringSubmatch(m.URL); name != nil && name[1] == name[2] && (singleOpinion.MatchString(m.Message) || singleStyle.MatchString(m.Message)) {
			continue
		}
		if told[m.Message]++; told[m.Message] <= 3 {
			t.Errorf("%s %s: %s\n\t%s", m.Type, m.URL[len("file:"):], m.Message, m.Extract)
		}
	}
	for message, n := range told {
		if n > 3 {
			t.Errorf("… %d times: %s", n, message)
		}
	}
}

// TestMarkupAgain gives the pages to html-validate, which sees other things than the reference does.
func TestMarkupAgain(t *testing.T) {
	record(t, "markup")
	c := exec.Command("node_modules/.bin/html-validate", "--config", ".htmlvalidate.json", "--formatter", "text", public+"/**/*.html")
	out, err := c.CombinedOutput()
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit):
		t.Errorf("%s", out[:min(len(out), 4000)])
	case err != nil:
		t.Fatalf("no html-validate: call ./install.sh (%v)", err)
	}
}
