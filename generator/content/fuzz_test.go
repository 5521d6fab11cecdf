package content

import (
	"testing"
	"testing/fstest"

	"github.com/som-hub/vitryna/generator/site"
)

// FuzzConfig reads any bytes as site.yaml: problems with their places, never a panic, and a site that can be told its languages.
func FuzzConfig(f *testing.F) {
	for _, seed := range []string{
		wholeConfig, "format: 9\n", "name: [а\n", "contacts: {phones: {а: б}}\nlanguages: {uk: 1}\n", "brand: {а: б, в: [г]}\nformat: 1e30\n", "publish: [{to: sftp}]\n", "&а [*а]\n", "",
	} {
		f.Add([]byte(seed))
	}
	kinds := theme(f)
	f.Fuzz(func(t *testing.T, source []byte) {
		config, problems := ReadConfig(fstest.MapFS{ConfigFile: {Data: source}}, kinds)
		sound(t, string(source), problems)
		if !problems.Stops() && len(config.Languages) == 0 {
			t.Error("a site without a language")
		}
	})
}

// FuzzKept reads any bytes as what was kept of a file: it is what Keep wrote, or it is not kept.
func FuzzKept(f *testing.F) {
	kinds := theme(f)
	parser := &Parser{Kinds: kinds}
	for _, source := range []string{page("title: А\nsummary: x\ntags: [а, б]\n") + "## Розділ {#r}\n\n[тут](../b/index.md) ![Великий знак](z.svg)\n", page("title: А\nхиба: 1\n")} {
		kept, err := kinds.Keep(parser.Parse("content/pages/a/index.md", []byte(source)))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(kept.Rest)
	}
	f.Add([]byte{0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01})
	f.Fuzz(func(t *testing.T, rest []byte) {
		parsed, err := kinds.Parsed(string(rest), func(int, *site.Body) bool { return true })
		if err != nil {
			return
		}
		if _, err := kinds.Keep(parsed); err != nil {
			t.Errorf("what was read cannot be kept: %v", err)
		}
	})
}
