package output

import (
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"

	"github.com/evanw/esbuild/pkg/api"
)

// space is the namespace of our files within esbuild.
const space = "assets"

var loaders = map[string]api.Loader{
	".css":  api.LoaderCSS,
	".ts":   api.LoaderTS,
	".js":   api.LoaderJS,
	".json": api.LoaderJSON,
	".txt":  api.LoaderText,
	".svg":  api.LoaderText,
	".html": api.LoaderText,
}

// plugin reads the sources from the assets and nothing from anywhere else. esbuild calls it from several goroutines; only what
// it keeps for a style needs the lock.
func (b *bundler) plugin() api.Plugin {
	var mu sync.Mutex
	return api.Plugin{Name: "assets", Setup: func(build api.PluginBuild) {
		build.OnResolve(api.OnResolveOptions{Filter: ".*"}, func(args api.OnResolveArgs) (api.OnResolveResult, error) {
			if args.Kind == api.ResolveCSSURLToken {
				mu.Lock()
				defer mu.Unlock()
				return b.resolveURL(args)
			}
			return b.resolve(args)
		})
		build.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: space}, func(args api.OnLoadArgs) (api.OnLoadResult, error) {
			data, err := fs.ReadFile(b.assets, args.Path)
			if err != nil {
				return api.OnLoadResult{}, err
			}
			if tooDeep(data) {
				return api.OnLoadResult{}, fmt.Errorf("%s has more than %d brackets inside one another", path.Base(args.Path), deepest)
			}
			text := string(data)
			if more := b.extra[args.Path]; more != "" {
				text += "\n" + more
			}
			loader, ok := loaders[path.Ext(args.Path)]
			if !ok {
				return api.OnLoadResult{}, fmt.Errorf("%s cannot be imported", path.Base(args.Path))
			}
			return api.OnLoadResult{Contents: &text, Loader: loader}, nil
		})
	}}
}

// deepest is how many brackets of a style or script may stand inside one another: esbuild takes a time that grows with the square of their number.
const deepest = 1000

// tooDeep counts brackets wherever they stand, in strings too: nobody writes so many that are not closed.
func tooDeep(data []byte) bool {
	depth := 0
	for _, c := range data {
		switch c {
		case '(', '[', '{':
			if depth++; depth > deepest {
				return true
			}
		case ')', ']', '}':
			depth = max(0, depth-1)
		}
	}
	return false
}

// resolve finds an imported file: as written, with an extension, or as the index of a folder.
func (b *bundler) resolve(args api.OnResolveArgs) (api.OnResolveResult, error) {
	name, err := locate(args)
	if err != nil {
		return api.OnResolveResult{}, err
	}
	for _, suffix := range []string{"", ".ts", ".js", ".json", "/index.ts", "/index.js"} {
		if stat, err := fs.Stat(b.assets, name+suffix); err == nil && !stat.IsDir() {
			return api.OnResolveResult{Path: name + suffix, Namespace: space}, nil
		}
	}
	return api.OnResolveResult{}, fmt.Errorf("there is no file %q among the assets", name)
}

// resolveURL makes what a style names a file of the site, which lies beside the style.
func (b *bundler) resolveURL(args api.OnResolveArgs) (api.OnResolveResult, error) {
	if strings.HasPrefix(args.Path, "#") || strings.HasPrefix(args.Path, "data:") {
		return api.OnResolveResult{Path: args.Path, External: true}, nil
	}
	file, fragment, _ := strings.Cut(args.Path, "#")
	if fragment != "" {
		fragment = "#" + fragment
	}
	args.Path = file
	name, err := locate(args)
	if err != nil {
		return api.OnResolveResult{}, err
	}
	hashed, err := b.asset(name)
	if err != nil {
		return api.OnResolveResult{}, err
	}
	return api.OnResolveResult{Path: "./" + hashed + fragment, External: true}, nil
}

// locate turns the address of an import into a name among the assets. A name with a slash before it counts from
// their root, in a style any other from the style's folder, and in a script one with ./ or ../ from the script's.
func locate(args api.OnResolveArgs) (string, error) {
	address := args.Path
	isScript := args.Kind != api.ResolveCSSImportRule && args.Kind != api.ResolveCSSURLToken
	var name string
	switch {
	case strings.HasPrefix(address, "//") || strings.Contains(address, "://"):
		return "", fmt.Errorf("%q is on another host: a page of the site fetches nothing from elsewhere", address)
	case strings.HasPrefix(address, "/"):
		name = path.Clean(address[1:])
	case isScript && !strings.HasPrefix(address, "./") && !strings.HasPrefix(address, "../"):
		return "", fmt.Errorf("%q is a package, and the site has none: write ./%s for a file", address, address)
	default:
		name = path.Join(path.Dir(args.Importer), address)
	}
	if !fs.ValidPath(name) {
		return "", fmt.Errorf("%q is outside the assets", address)
	}
	return name, nil
}
