package feed

import "strings"

// copiedTypes are the types of files that may have a compressed copy beside them, by the ending of the name: a server that is asked for a file and gives its copy has to
// say what it was.
var copiedTypes = []header{
	{"application/geo+json", ".geojson"}, {"application/json", ".json"}, {"application/manifest+json", ".webmanifest"}, {"application/xml; charset=utf-8", ".xml"},
	{"image/svg+xml", ".svg"}, {"text/calendar; charset=utf-8", ".ics"}, {"text/css; charset=utf-8", ".css"}, {"text/csv; charset=utf-8", ".csv"},
	{"text/html; charset=utf-8", ".html"}, {"text/javascript; charset=utf-8", ".js"}, {"text/plain; charset=utf-8", ".txt"}, {"text/vtt; charset=utf-8", ".vtt"},
}

// apacheCopies has Apache give the compressed copy of a file to whoever takes it. Without mod_headers nothing would keep the two apart in caches on the way, and without
// mod_mime nothing would say that it is one: then no copy is given.
func apacheCopies(line func(parts ...string)) {
	var endings []string
	for _, t := range copiedTypes {
		endings = append(endings, strings.TrimPrefix(t.value, "."))
	}
	any := strings.Join(endings, "|")
	line("<IfModule mod_rewrite.c>")
	line("<IfModule mod_headers.c>")
	line("<IfModule mod_mime.c>")
	line("  RewriteEngine On")
	line(`  RewriteCond %{HTTP:Accept-Encoding} \bgzip\b`)
	line(`  RewriteCond %{HTTP:Accept-Encoding} !\bgzip\s*;\s*q=0(\.0*)?\s*(,|$)`)
	line(`  RewriteCond %{REQUEST_FILENAME}.gz -f`)
	line(`  RewriteRule "^(.+\.(` + any + `))$" "$1.gz" [L]`)
	line(`  <FilesMatch "\.(` + any + `)(\.gz)?$">`)
	line("    Header merge Vary Accept-Encoding")
	line("  </FilesMatch>")
	for _, t := range copiedTypes {
		line(`  <FilesMatch "\` + t.value + `\.gz$">`)
		line(`    ForceType "` + t.name + `"`)
		line("    AddEncoding gzip .gz") // a header alone would leave it to be compressed once more
		line("  </FilesMatch>")
	}
	line("</IfModule>")
	line("</IfModule>")
	line("</IfModule>")
}
