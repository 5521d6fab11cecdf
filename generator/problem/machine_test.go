package problem

import (
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func machineList() List {
	enum := enumProblem()
	enum.Column, enum.Source = 7, "form: training1 <b>"
	draft := New("W-ALT", "content/news/День, свято: 100%/index.md", 9, 0, "file", "foto.jpg", "why", "file")
	draft.Draft = true
	return List{enum, draft, New("E-SITE", "", 0, 0), New("W-SUMMARY", "a.md", 0, 0)}
}

func TestWriteJSON(t *testing.T) {
	var b strings.Builder
	if err := WriteJSON(&b, machineList()); err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/problems.json"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != strings.ReplaceAll(string(want), "\r\n", "\n") {
		t.Errorf("differs from %s (run with -update):\n%s", golden, b.String())
	}
	var back []map[string]any
	if err := json.Unmarshal([]byte(b.String()), &back); err != nil || len(back) != 4 {
		t.Errorf("%d problems, %v", len(back), err)
	}
	b.Reset()
	if err := WriteJSON(&b, nil); err != nil || b.String() != "[]\n" {
		t.Errorf("an empty list: %q, %v", b.String(), err)
	}
}

func TestWriteGitHub(t *testing.T) {
	var b strings.Builder
	WriteGitHub(&b, machineList(), "en")
	want := "::error file=content/events/x/index.md,line=4,col=7,title=E-ENUM::field `form` (“Форма роботи”): unknown value “training1”. Did you mean “training” (training session)?%0AReplace “training1” by “training”.\n" +
		"::notice file=content/news/День%2C свято%3A 100%25/index.md,line=9,title=W-ALT::picture “foto.jpg”: the description for the blind is only a file's name%0ASay in the square brackets, in 5 to 150 characters, what is seen: `![Teachers at a round table](foto.jpg)`.\n" +
		"::error title=E-SITE::there is no file `content/site.yaml`, so this is not the folder of a site%0AChange to the folder of your site, or make a new one: `vitryna init`.\n" +
		"::warning file=a.md,title=W-SUMMARY::there is no summary, so lists will show the beginning of the text%0AAdd a line `summary: …` to the header: a sentence or two, not over 300 characters.\n"
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestGitHubEscapes(t *testing.T) {
	p := New("E-LAYOUT", "a%b:c,d\r\n.html", 1, 0, "detail", "50% :: x")
	var b strings.Builder
	WriteGitHub(&b, List{p}, "en")
	if !strings.HasPrefix(b.String(), "::error file=a%25b%3Ac%2Cd%0D%0A.html,line=1,title=E-LAYOUT::the layout does not work: 50%25 :: x%0A") || strings.Count(b.String(), "\n") != 1 {
		t.Errorf("got %q", b.String())
	}
}
