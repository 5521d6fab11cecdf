package main

import (
	"context"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/som-hub/vitryna/generator/ukrainian"
)

var update = flag.Bool("update", false, "rewrite what the scripts expect by what the program does")

// TestMain makes the test binary itself the command `vitryna` of the scripts. Its day is 20 November 2026.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"vitryna": func() {
		collectLate()
		os.Exit(run(context.Background(), os.Args[1:], environment{
			Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv,
			Now: func() time.Time { return time.Date(2026, 11, 20, 12, 0, 0, 0, ukrainian.Kyiv()) },
		}))
	}})
}

// TestScripts runs testdata/script/<subject>_<case>.txtar. A script with a folder content/ but without a site.yaml in it gets
// testdata/site.yaml. What the commands beyond those of testscript do stands above each in this package.
func TestScripts(t *testing.T) {
	scriptCache = t.TempDir()
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"), Setup: setUp, UpdateScripts: *update, RequireUniqueNames: true, ContinueOnError: true,
		Condition: func(cond string) (bool, error) {
			if cond == "root" { // to whom the rights of folders mean nothing
				return os.Geteuid() == 0, nil
			}
			return false, errors.New("unknown condition")
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			// of the program
			"exits": exits, "problems": problems, "broken": broken,
			// of a finished site
			"files": files, "has": has, "htmlhas": htmlHas, "crawl": crawl, "noinline": noInline, "same": same, "keep": keep, "unchanged": unchanged, "damage": damage, "unzip": unzip,
			// that make content
			"example": example, "told": told, "convert": convert, "nfd": nfd, "repeat": repeat, "items": items, "everything": everything, "photo": photo, "workbook": workbook, "unpack": unpack, "docx": docx, "locked": locked, "happen": happen, "exhibits": exhibits,
		},
	})
}

// scriptCache is the cache of all scripts: styles and scripts are bundled once, not five hundred times.
var scriptCache string

func setUp(env *testscript.Env) error {
	home := filepath.Join(env.WorkDir, ".home")
	env.Setenv("HOME", home)
	env.Setenv("VITRYNA_CACHE", scriptCache) // never the real one
	env.Setenv("VITRYNA_STATE", filepath.Join(home, "state"))
	env.Setenv("SSH_AUTH_SOCK", "") // nor the agent of whoever runs the tests
	env.Setenv("LANG", "uk_UA.UTF-8")
	for _, name := range []string{"LC_ALL", "LC_MESSAGES"} {
		env.Setenv(name, "")
	}
	if err := os.Mkdir(home, 0o777); err != nil {
		return err
	}
	content := filepath.Join(env.WorkDir, "content")
	if _, err := os.Stat(content); err != nil {
		return nil // a script about calls
	}
	own := filepath.Join(content, "site.yaml")
	if _, err := os.Stat(own); err == nil {
		return nil
	}
	data, err := os.ReadFile(filepath.Join("testdata", "site.yaml"))
	if err != nil {
		return err
	}
	return os.WriteFile(own, data, 0o666)
}
