package output

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/evanw/esbuild/pkg/api"
)

// AssetFolder is the folder of the site where everything lies that [Bundle] makes.
const AssetFolder = "assets"

// BundleError tells of a mistake in a style or script. The texts are those of the bundler, in English.
type BundleError struct {
	File       string // slash path within the assets; "" if it is no file's
	Line       int    // from 1; 0 if it is no line's
	Column     int    // in characters, from 1
	Text       string
	SourceLine string
	Warning    bool // the result can be used all the same
}

func (e BundleError) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Column, e.Text)
}

// BundleVersion names what [Bundle] makes of the same sources: change it with the options below and with the version of esbuild.
const BundleVersion = "2, esbuild 0.28.2"

// Bundle makes the styles and scripts of the site from their sources. An entry is a file of assets: a style (.css) with all
// it imports becomes one style, a script (.ts, .js) with all it imports becomes one classic script, both small and for browsers
// from 2021 on; any other file is taken as it is. extra is text that is appended to a file, by its name: the accents
// of the site's centres to "site.css".
//
// Names tell where each entry went: "site.css" → "assets/site.0a1b2c3d4e.css", "site.ts" stands there as "site.js". The
// digits are the beginning of a SHA-256 of the content, so a name never changes its content. What a style names
// by url() is among the files as well, under such a name. Nothing may come from elsewhere: an address of another host
// and a package are errors.
//
// If errs holds anything but warnings, there are no files and no names. Files are sorted by path.
func Bundle(assets fs.FS, entries []string, extra map[string]string) (files []File, names map[string]string, errs []BundleError) {
	b := bundler{assets: assets, extra: extra, files: map[string][]byte{}, names: map[string]string{}}
	var built []string
	for _, entry := range entries {
		if loader, ok := loaders[path.Ext(entry)]; ok && (loader == api.LoaderCSS || loader == api.LoaderTS || loader == api.LoaderJS) {
			built = append(built, entry)
		} else if name, err := b.asset(entry); err != nil {
			b.fail(BundleError{File: entry, Text: err.Error()})
		} else {
			b.names[entry] = AssetFolder + "/" + name
		}
	}
	b.build(built)
	slices.SortStableFunc(b.errs, func(x, y BundleError) int {
		return strings.Compare(fmt.Sprintf("%s\x00%08d", x.File, x.Line), fmt.Sprintf("%s\x00%08d", y.File, y.Line))
	})
	if b.failed {
		return nil, nil, b.errs
	}
	for name, data := range b.files {
		files = append(files, File{Path: AssetFolder + "/" + name, Data: data})
	}
	slices.SortFunc(files, func(x, y File) int { return strings.Compare(x.Path, y.Path) })
	return files, b.names, b.errs
}

type bundler struct {
	assets fs.FS
	extra  map[string]string
	files  map[string][]byte // by hashed name
	names  map[string]string
	errs   []BundleError
	failed bool
}

// build runs esbuild once for all entries. Each gets a number for a name, by which its result is found again.
func (b *bundler) build(entries []string) {
	if len(entries) == 0 {
		return
	}
	options := options
	options.Plugins = []api.Plugin{b.plugin()}
	for i, entry := range entries {
		point := api.EntryPoint{InputPath: "/" + entry, OutputPath: strconv.Itoa(i)}
		options.EntryPointsAdvanced = append(options.EntryPointsAdvanced, point)
	}
	result := api.Build(options)
	for _, m := range result.Warnings {
		b.errs = append(b.errs, message(m, true))
	}
	for _, m := range result.Errors {
		b.fail(message(m, false))
	}
	for _, out := range result.OutputFiles {
		base := path.Base(strings.ReplaceAll(out.Path, `\`, "/"))
		number, err := strconv.Atoi(strings.TrimSuffix(base, path.Ext(base)))
		if err != nil || number >= len(entries) {
			continue
		}
		entry := entries[number]
		key := strings.TrimSuffix(entry, path.Ext(entry)) + path.Ext(base)
		if path.Ext(base) != wantExt(entry) {
			b.fail(BundleError{File: entry, Text: "a script cannot import a style: make the style an entry of its own"})
			continue
		}
		b.names[key] = AssetFolder + "/" + b.keep(key, out.Contents)
	}
}

func wantExt(entry string) string {
	if path.Ext(entry) == ".css" {
		return ".css"
	}
	return ".js"
}

func (b *bundler) fail(e BundleError) {
	b.errs = append(b.errs, e)
	b.failed = b.failed || !e.Warning
}

// keep takes a finished file and returns its name: the stem and the beginning of its hash.
func (b *bundler) keep(name string, data []byte) string {
	const digits = 10
	hash := sha256.Sum256(data)
	base, ext := path.Base(name), path.Ext(name)
	hashed := strings.TrimSuffix(base, ext) + "." + hex.EncodeToString(hash[:])[:digits] + ext
	b.files[hashed] = data
	return hashed
}

// asset takes a file of the assets as it is, but for the last touches.
func (b *bundler) asset(name string) (string, error) {
	data, err := fs.ReadFile(b.assets, name)
	if err != nil {
		return "", err
	}
	if data, err = Finish(name, data); err != nil {
		return "", err
	}
	return b.keep(name, data), nil
}

// options are those of every build. Browsers of 2021 are what old phones and the machines of schools still run.
var options = api.BuildOptions{
	Bundle:   true,
	Write:    false,
	Outdir:   "out", // never written
	Format:   api.FormatIIFE,
	Platform: api.PlatformBrowser,
	Engines: []api.Engine{
		{Name: api.EngineSafari, Version: "15"},
		{Name: api.EngineIOS, Version: "15"},
		{Name: api.EngineChrome, Version: "92"},
		{Name: api.EngineFirefox, Version: "91"},
		{Name: api.EngineEdge, Version: "92"},
	},
	MinifyWhitespace:  true,
	MinifyIdentifiers: true,
	MinifySyntax:      true,
	Charset:           api.CharsetUTF8,
	LegalComments:     api.LegalCommentsNone,
	TsconfigRaw:       `{"compilerOptions": {"strict": true, "useDefineForClassFields": false}}`, // fields are named once, where they are set; and none from the disk
	LogLevel:          api.LogLevelSilent,
}

func message(m api.Message, warning bool) BundleError {
	e := BundleError{Text: m.Text, Warning: warning}
	if at := m.Location; at != nil {
		e.File = strings.TrimPrefix(at.File, space+":")
		e.Line, e.SourceLine = at.Line, at.LineText
		e.Column = 1 + utf8.RuneCountInString(at.LineText[:min(at.Column, len(at.LineText))])
	}
	return e
}
