package generator_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// imports is the table of who may import whom; the README (Architecture) draws it. An import that is not here fails, and so does an arrow that nothing uses.
var imports = map[string]string{
	"cmd/vitryna": "layouts assets generator edition auction author serve check output publish problem site table ukrainian editor imported picture drawing filename",
	"cmd/release": "drawing",
	"generator":   "auction content site citation book render feed search edition drawing boundary cache attachment output picture problem ukrainian filename",
	"content":     "markdown attachment citation boundary site table problem ukrainian filename",
	"markdown":    "site mathml problem ukrainian",
	"table":       "problem ukrainian",
	"render":      "compiled auction citation site table drawing boundary problem ukrainian",
	"search":      "ukrainian",
	"feed":        "site table ukrainian",
	"site":        "auction citation problem ukrainian filename",
	"check":       "attachment problem",
	"serve":       "problem", // what it serves comes from cmd, as functions
	"problem":     "ukrainian",
	"output":      "picture filename",
	"publish":     "output filename",
	"drawing":     "boundary",
	"boundary":    "",
	"compiled":    "",
	"auction":     "",
	"author":      "content site ukrainian filename",
	"editor":      "generator author content imported picture problem site ukrainian filename",
	"imported":    "mathml",
	"edition":     "",
	"book":        "",
	"citation":    "",
	"mathml":      "",
	"picture":     "webp",
	"webp":        "",
	"cache":       "",
	"filename":    "",
	"attachment":  "",
	"ukrainian":   "",
	"layouts":     "",
	"assets":      "",
}

// doors are the packages through which modules of others enter, each through its own.
var doors = map[string]string{
	"github.com/adrg/frontmatter":                     "content",
	"go.yaml.in/yaml/v4":                              "content",
	"github.com/yuin/goldmark":                        "markdown",
	"github.com/alecthomas/chroma/v2":                 "markdown",
	"github.com/fsnotify/fsnotify":                    "serve",
	"github.com/coder/websocket":                      "serve",
	"github.com/tdewolff/minify/v2":                   "output",
	"github.com/evanw/esbuild":                        "output",
	"golang.org/x/net/html":                           "check book edition imported tests",
	"github.com/bep/imagemeta":                        "picture",
	"golang.org/x/image":                              "picture drawing tests",
	"rsc.io/qr":                                       "drawing",
	"github.com/klauspost/compress":                   "book drawing output",
	"golang.org/x/text":                               "ukrainian problem",
	"github.com/JohannesKaufmann/html-to-markdown/v2": "imported",
	"golang.org/x/sync":                               "generator publish",
	"github.com/pkg/sftp":                             "publish",
	"github.com/minio/minio-go/v7":                    "publish",
	"golang.org/x/crypto":                             "publish",
	"golang.org/x/term":                               "cmd/vitryna",
	"github.com/spf13/cobra":                          "cmd/vitryna",
	"github.com/spf13/pflag":                          "cmd/vitryna",
	"github.com/inconshreveable/mousetrap":            "cmd/vitryna",
	"golang.org/x/sys":                                "cmd/vitryna serve",
	"github.com/schollz/progressbar/v3":               "cmd/vitryna",
	"github.com/tc-hib/winres":                        "cmd/release",
	// In tests, wherever they are of use.
	"github.com/google/go-cmp":        "tests",
	"github.com/arran4/golang-ical":   "tests",
	"go.uber.org/goleak":              "tests",
	"github.com/rogpeppe/go-internal": "tests",
}

const module = "github.com/som-hub/vitryna/"

func TestImports(t *testing.T) {
	used := map[string]bool{}
	for _, dir := range []string{"cmd", "generator", "layouts", "assets"} {
		err := fs.WalkDir(os.DirFS(".."), dir, func(file string, entry fs.DirEntry, err error) error {
			if err == nil && strings.HasSuffix(file, ".go") {
				checkFile(t, file, used)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for name, row := range imports {
		for _, other := range strings.Fields(row) {
			if !used[name+" → "+other] {
				t.Errorf("the table has %s → %s, and no file imports it: take it out", name, other)
			}
		}
	}
}

// checkFile compares the imports of one file with the table. A test may import what its package may, and the tools of tests.
func checkFile(t *testing.T, file string, used map[string]bool) {
	tree, err := parser.ParseFile(token.NewFileSet(), "../"+file, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	name, isTest := short(path.Dir(file)), strings.HasSuffix(file, "_test.go")
	row, known := imports[name]
	if !known {
		t.Errorf("%s: the package %s is not in the table", file, name)
	}
	for _, spec := range tree.Imports {
		target, _ := strconv.Unquote(spec.Path.Value)
		ours, isOurs := strings.CutPrefix(target, module)
		switch other := short(ours); {
		case isOurs && slices.Contains(strings.Fields(row), other):
			used[name+" → "+other] = used[name+" → "+other] || !isTest
		case isOurs && isTest && name == "cmd/vitryna": // tests of the whole program may look anywhere
		case isOurs && isTest && other == name: // the package a test looks at from outside
		case isOurs:
			t.Errorf("%s: the table has no arrow %s → %s", file, name, other)
		case strings.Contains(target, "."):
			if door := doorOf(target); !slices.Contains(strings.Fields(door), name) && !(isTest && slices.Contains(strings.Fields(door), "tests")) {
				t.Errorf("%s: %s enters through %q only", file, target, door)
			}
		}
	}
}

// short is the name of a package in the table.
func short(dir string) string { return strings.TrimPrefix(dir, "generator/") }

// doorOf finds the package through which an import path of others enters; "" is none.
func doorOf(target string) string {
	for module, door := range doors {
		if target == module || strings.HasPrefix(target, module+"/") {
			return door
		}
	}
	return ""
}
