package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/som-hub/vitryna/generator/author"
	"github.com/som-hub/vitryna/generator/site"
)

// Whoever raises the format writes the step that leads to it.
func TestFormatSteps(t *testing.T) {
	if len(formatSteps)+1 != site.Format {
		t.Errorf("%d steps lead to format %d", len(formatSteps), site.Format)
	}
}

// A step from 1 to 2, as there may be one day: it is shown, asked for, written, and then there is nothing to do.
func TestMigrateAsks(t *testing.T) {
	steps := []author.Step{{Says: [2]string{"поле `коротко` зветься `summary`", "the field `коротко` is called `summary`"}, Rewrite: func(_ string, data []byte) ([]byte, error) {
		return bytes.ReplaceAll(data, []byte("коротко:"), []byte("summary:")), nil
	}}}
	dir := t.TempDir()
	page, config := filepath.Join(dir, "content", "pages", "a", "index.md"), filepath.Join(dir, "content", "site.yaml")
	if err := os.MkdirAll(filepath.Dir(page), 0o777); err != nil {
		t.Fatal(err)
	}
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write(page, "---\ntitle: А\nкоротко: Перша.\n---\n")
	write(config, "name: Центр\nformat: 1 # не правити\nowner: Кабінет\n")
	call := func(asks, yes bool, answer string) (string, error) {
		var out bytes.Buffer
		p := &program{lang: "uk", environment: environment{
			Stdin: strings.NewReader(answer), Stdout: &out, Stderr: io.Discard, Asks: asks, Getenv: func(string) string { return "" },
			Now: func() time.Time { return time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC) },
		}}
		err := p.migrate(context.Background(), []string{dir}, steps, yes)
		return out.String(), err
	}
	for _, test := range []struct {
		asks, yes bool
		answer    string
		says      string
		format    string
	}{
		{false, false, "", "Буде переписано: 2 файли. Нічого не змінено", "format: 1"},
		{true, false, "\n", "Нічого не змінено.", "format: 1"},
		{true, false, "так\n", "Сайт має тепер формат 2; переписано: 2 файли", "format: 2 # не правити"},
		{true, true, "", "Сайт має формат 2, найновіший", "format: 2 # не правити"},
	} {
		said, err := call(test.asks, test.yes, test.answer)
		if err != nil || !strings.Contains(said, test.says) {
			t.Errorf("%v\n%s", err, said)
		}
		if test.format == "format: 1" && (!strings.Contains(said, "Формат 2: поле `коротко` зветься `summary`") || !strings.Contains(said, "+summary: Перша.")) {
			t.Errorf("it is not shown what changes:\n%s", said)
		}
		if data, _ := os.ReadFile(config); !strings.Contains(string(data), test.format) {
			t.Errorf("site.yaml: %s", data)
		}
	}
	if data, _ := os.ReadFile(page); string(data) != "---\ntitle: А\nsummary: Перша.\n---\n" {
		t.Errorf("%s", data)
	}
	write(config, "name: Центр\nformat: 3\n")
	if _, err := call(false, true, ""); !errors.Is(err, errContent) {
		t.Errorf("a newer site: %v", err)
	}
}
