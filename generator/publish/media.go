package publish

import (
	"path"
	"regexp"
	"strings"
)

// mediaTypes are what a storage has to be told of files, for it knows nothing of them: by the ending of the name. What a computer takes them for is
// not asked: the same site is the same wherever it is published from.
var mediaTypes = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".txt": "text/plain; charset=utf-8", ".md": "text/markdown; charset=utf-8",
	".csv": "text/csv; charset=utf-8", ".ics": "text/calendar; charset=utf-8", ".vtt": "text/vtt; charset=utf-8", ".bib": "text/plain; charset=utf-8", ".ris": "text/plain; charset=utf-8",
	".xml": "application/xml; charset=utf-8", ".svg": "image/svg+xml; charset=utf-8",
	".json": "application/json; charset=utf-8", ".geojson": "application/geo+json; charset=utf-8", ".webmanifest": "application/manifest+json; charset=utf-8",
	".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".webp": "image/webp", ".avif": "image/avif", ".gif": "image/gif", ".ico": "image/x-icon",
	".woff2": "font/woff2", ".woff": "font/woff", ".mp3": "audio/mpeg", ".m4a": "audio/mp4", ".ogg": "audio/ogg", ".wav": "audio/wav", ".mp4": "video/mp4", ".webm": "video/webm",
	".pdf": "application/pdf", ".epub": "application/epub+zip", ".zip": "application/zip", ".gz": "application/gzip", ".rtf": "application/rtf",
	".doc": "application/msword", ".xls": "application/vnd.ms-excel", ".ppt": "application/vnd.ms-powerpoint",
	".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
	".odt":  "application/vnd.oasis.opendocument.text", ".ods": "application/vnd.oasis.opendocument.spreadsheet", ".odp": "application/vnd.oasis.opendocument.presentation",
}

// mediaType is the type of a file. One that nobody knows is for download.
func mediaType(name string) string {
	if known := mediaTypes[strings.ToLower(path.Ext(name))]; known != "" {
		return known
	}
	switch path.Base(name) {
	case "_headers", "_redirects", ".htaccess", ".nojekyll", ManifestFile:
		return "text/plain; charset=utf-8"
	}
	return "application/octet-stream"
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
