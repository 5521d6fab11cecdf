package content

import (
	"archive/zip"
	"bytes"
	"slices"
	"testing"
	"testing/fstest"
	"unicode/utf16"
)

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
