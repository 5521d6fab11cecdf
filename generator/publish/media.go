package publish

import (
	"path"
	"regexp"

	"github.com/som-hub/vitryna/generator/output"
)

// mediaType is what a storage has to be told of a file, for it knows nothing of it.
func mediaType(name string) string {
	switch path.Base(name) {
	case "_headers", "_redirects", ".htaccess", ".nojekyll", ManifestFile:
		return "text/plain; charset=utf-8"
	}
	return output.MediaType(name)
}

// hashed is the name of a file that bears the digest of its content: another content has another name.
var hashed = regexp.MustCompile(`\.[0-9a-f]{8,}\.[a-z0-9]+(\.gz)?$`) // with its compressed copy

// keeping tells how long browsers may keep a file without asking.
func keeping(name string) string {
	if hashed.MatchString(name) {
		return "public, max-age=31536000, immutable"
	}
	return "no-cache" // kept, but asked for each time
}
