package output

import (
	"fmt"
	"image"
	"image/png"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func assetsFS(t testing.TB) fstest.MapFS {
	t.Helper()
	var b strings.Builder
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 2, 2))); err != nil {
		t.Fatal(err)
	}
	text := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	return fstest.MapFS{
		"site.css":         text("@import 'parts/base.css';\n.a { .b & { color: oklch(60% .1 200) } background: url(parts/dot.png) }\n"),
		"parts/base.css":   text("/* Їжак */ :root { --sign: '«' }\n.mark { mask: url('../icon.svg#part'); fill: url(#own) }\n"),
		"parts/dot.png":    text(b.String()),
		"icon.svg":         text("<svg onload='x()'><path d='M0 0'/></svg>"),
		"site.ts":          text("import { open } from './parts/menu'\nimport words from './words.json'\nconst title: string = words.hello\nopen(title)\n"),
		"parts/menu.ts":    text("export function open(text: string): void { document.title = text ?? 'ні'; class A { static x = 1 }; console.log(A.x) }\nexport const unused = 1\n"),
		"words.json":       text(`{"hello": "Привіт"}`),
		"broken.css":       text(".a { color: red }\n.b { color: red\n}}\n"),
		"broken.ts":        text("const a = 1\nconst «b = 2\n"),
		"foreign.css":      text("@import url(https://fonts.example.org/x.css);\n.a { background: url(//example.org/x.png) }\n.b { background: url(../../x.png) }"),
		"package.ts":       text("import x from 'photoswipe'\nimport y from './none'\nx(y)"),
		"styled.ts":        text("import './site.css'"),
		"favicon.ico":      text("\x00\x00\x01\x00"),
		"parts/index.ts":   text("export {}"),
		"folder.ts":        text("import './parts'\nimport '/parts/menu.ts'"),
		"missing.css":      text(".a { background: url(none.png) }"),
		"parts/damage.png": text("no picture"),
	}
}

func TestBundle(t *testing.T) {
	files, names, errs := Bundle(assetsFS(t), []string{"site.css", "site.ts", "favicon.ico"}, map[string]string{"site.css": ".centre-1 { --accent: #aa0000 }"})
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	pattern := regexp.MustCompile(`^assets/(site|dot|icon|favicon)\.[0-9a-f]{10}\.(css|js|png|svg|ico)$`)
	byPath := map[string]string{}
	for _, f := range files {
		if !pattern.MatchString(f.Path) {
			t.Errorf("%s", f.Path)
		}
		byPath[f.Path] = string(f.Data)
	}
	if len(files) != 5 || len(names) != 3 {
		t.Errorf("%d files, %v", len(files), names)
	}
	css, js := byPath[names["site.css"]], byPath[names["site.js"]]
	for _, want := range []string{`--sign: "«"`, "--accent: #aa0000", `url(./dot.`, "#part", "url(#own)", ".b .a{color:#"} {
		if !strings.Contains(css, want) {
			t.Errorf("no %s in %s", want, css)
		}
	}
	for _, unwanted := range []string{"oklch", "Їжак", "@import", "\n\n"} {
		if strings.Contains(css, unwanted) {
			t.Errorf("%s in %s", unwanted, css)
		}
	}
	if !strings.Contains(js, "Привіт") || strings.Contains(js, "unused") || strings.Contains(js, "import") || !strings.HasPrefix(js, `"use strict";(()=>{`) {
		t.Errorf("script: %s", js)
	}
	for path, data := range byPath {
		if strings.HasSuffix(path, ".svg") && strings.Contains(data, "onload") {
			t.Errorf("%s was not cleaned", path)
		}
	}
}

func TestBundleIsTheSameEverywhere(t *testing.T) {
	build := func() ([]File, map[string]string) {
		files, names, _ := Bundle(assetsFS(t), []string{"site.ts", "site.css", "folder.ts"}, nil)
		return files, names
	}
	files, names := build()
	if len(names) != 3 {
		t.Fatal(names)
	}
	t.Chdir(t.TempDir()) // a file of the working folder must not be seen
	if err := os.WriteFile("tsconfig.json", []byte(`{"compilerOptions": {"target": "es5", "useDefineForClassFields": false}}`), 0o644); err != nil {
		t.Fatal(err)
	}
	filesThere, namesThere := build()
	if diff := cmp.Diff(files, filesThere) + cmp.Diff(names, namesThere); diff != "" {
		t.Error(diff)
	}
}

func TestBundleErrors(t *testing.T) {
	tests := map[string][]string{
		"broken.css":       {"broken.css:3:2 Unexpected \"}\""},
		"broken.ts":        {"broken.ts:2:7 Expected identifier but found \"«\""},
		"foreign.css":      {"foreign.css:1:9 another host", "foreign.css:2:18 another host", "foreign.css:3:18 outside"},
		"package.ts":       {"package.ts:1:15 package", "package.ts:2:15 there is no file \"none\""},
		"styled.ts":        {"styled.ts:0:0 script cannot import"},
		"none.css":         {":0:0 there is no file \"none.css\""},
		"none.png":         {"none.png:0:0 not exist"},
		"missing.css":      {"missing.css:1:18 not exist"},
		"parts/damage.png": {"parts/damage.png:0:0 not a known"},
	}
	for entry, want := range tests {
		files, names, errs := Bundle(assetsFS(t), []string{entry}, nil)
		var got []string
		usable := true
		for _, e := range errs {
			got = append(got, fmt.Sprintf("%s:%d:%d %s", e.File, e.Line, e.Column, e.Text))
			usable = usable && e.Warning
		}
		if len(got) != len(want) || usable != (files != nil) || usable != (names != nil) {
			t.Errorf("%s: %q", entry, got)
			continue
		}
		for i := range want {
			place, text, _ := strings.Cut(want[i], " ")
			if !strings.HasPrefix(got[i], place+" ") || !strings.Contains(got[i], text) {
				t.Errorf("%s: %q; want %q", entry, got[i], want[i])
			}
		}
	}
}

func BenchmarkBundle(b *testing.B) {
	assets := assetsFS(b)
	for b.Loop() {
		Bundle(assets, []string{"site.css", "site.ts"}, nil)
	}
}
