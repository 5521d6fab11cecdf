package content

import (
	"archive/zip"
	"bytes"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf16"
)

// TestSecretsInOneLine: an export of a form is one line of megabytes. Its phones and e-mails take memory in proportion.
func TestSecretsInOneLine(t *testing.T) {
	var b bytes.Buffer
	for i := range 20_000 {
		fmt.Fprintf(&b, `{"email":"u%d@example.org","phone":"+38 050 %03d-%02d-%02d"},`, i, i/10_000, i/100%100, i%100)
	}
	fsys := fstest.MapFS{"content/private/export.json": {Data: b.Bytes()}}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	got, _ := Secrets(fsys, nil)
	runtime.ReadMemStats(&after)
	if len(got) != 40_000 || after.TotalAlloc-before.TotalAlloc > 200<<20 {
		t.Errorf("%d found, %d MB asked for", len(got), (after.TotalAlloc-before.TotalAlloc)>>20)
	}
}

// TestAllowedInOneLine: what the site writes for machines is one line of megabytes, in which the office's own address stands for every event.
func TestAllowedInOneLine(t *testing.T) {
	line := strings.Repeat(`{"title":"Вебінар","contact":"office@example.org"},`, 2000)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	got := Personal(line, []string{"office@example.org"})
	runtime.ReadMemStats(&after)
	if asked := int(after.TotalAlloc - before.TotalAlloc); len(got) != 0 || asked > 20*len(line) {
		t.Errorf("%d found, %d bytes asked for beside a line of %d", len(got), asked, len(line))
	}
}

// TestSuspectsBehindContacts: the office's own address in every row hides nobody else's, and of thousands of phones some are told.
func TestSuspectsBehindContacts(t *testing.T) {
	table := strings.Repeat("Назва;office@example.org\n", 200) + "Інша;050 123-45-67\n"
	got := SuspectsIn("a.csv", []byte(table)).Problems("a.csv", []string{"office@example.org"}, false)
	if len(got) != 1 || got[0].Line != 201 {
		t.Errorf("%v", got)
	}
	if got := SuspectsIn("a.csv", []byte(strings.Repeat("050 123-45-67\n", 200_000))); len(got) > 100_000 || len(got.Problems("a.csv", nil, false)) != 50 {
		t.Errorf("%d noted", len(got))
	}
}

// TestSuspectsInPeace: coordinates may stand in a file for download where the country is at peace (SF-01), phones nowhere.
func TestSuspectsInPeace(t *testing.T) {
	found := SuspectsIn("a.csv", []byte("48.6123, 37.5123\n050 123-45-67\n"))
	for peace, want := range map[bool]string{false: "E-GEO-TEXT E-PII", true: "E-PII"} {
		var codes []string
		for _, p := range found.Problems("a.csv", nil, peace) {
			codes = append(codes, p.Code)
		}
		if got := strings.Join(codes, " "); got != want {
			t.Errorf("peace %t: %s, want %s", peace, got, want)
		}
	}
}

func TestSecrets(t *testing.T) {
	var book bytes.Buffer
	z := zip.NewWriter(&book)
	w, _ := z.Create("xl/sharedStrings.xml")
	_, _ = w.Write([]byte("<sst><si><t>book@example.org</t></si><si><t>Назва</t></si></sst>"))
	w, _ = z.Create("xl/worksheets/sheet1.xml")
	_, _ = w.Write([]byte("<c><v>380501112233</v></c><c><v>380509998877</v></c>"))
	_ = z.Close()
	wide := []byte{0xFF, 0xFE}
	for _, u := range utf16.Encode([]rune("тел. 063 222-33-44")) {
		wide = append(wide, byte(u), byte(u>>8))
	}
	fsys := fstest.MapFS{
		"content/auction/a/private/bids.csv":     {Data: []byte("name;mail\n\xcf\xe5\xf0\xf8\xe0;First@Example.org\n")}, // Windows-1251
		"content/auction/a/private/bidders.xlsx": {Data: book.Bytes()},
		"content/private/wide.txt":               {Data: wide},
		"content/Private/office.txt":             {Data: []byte("06267 4-28-26, (06267) 4-28-26, Office@example.org, +38 067 100-20-30, 0671002030")},
		"content/pages/a/index.md":               {Data: []byte("page@example.org")},
		"content/private/empty":                  {},
	}
	got, problems := Secrets(fsys, []string{"office@example.org", "(06267) 4-28-26"})
	want := []string{"+38 067 100-20-30", "063 222-33-44", "380501112233", "380509998877", "First@Example.org", "book@example.org"}
	if !slices.Equal(got, want) || len(problems) > 0 {
		t.Errorf("got %q, want %q, problems %v", got, want, problems)
	}
	if got, _ := Secrets(fstest.MapFS{}, nil); got != nil {
		t.Errorf("a site without content: %q", got)
	}
}
