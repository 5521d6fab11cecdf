// Package output is the finished site as a set of files: their last touches, their names, and their way to the disk.
//
// A build uses it in this order:
//
//	files, names, errs := output.Bundle(assets, []string{"site.css", "site.ts"}, nil) // styles and scripts, named by what is in them
//	data, err := output.Finish("projects/index.html", page)                           // every file passes here, and nowhere else
//	w, err := output.Open("public")
//	defer w.Abort()                                    // until Commit: as if nothing had been
//	changed, err := w.Put("projects/index.html", data) // from as many goroutines as wanted
//	summary, err := w.Commit()
//
// [Bundle], [Finish] and [Set] are pure. [Writer] is the only thing that touches a disk.
//
// # Names
//
// A file's name is a slash path from the root of the site. It must be good on every system, for a site is copied to
// Windows machines and USB sticks: see [CheckName]. Two names that differ only by case are one file there, and refused.
//
// # What a folder of output looks like at any moment
//
// Every file is whole, the old one or the new, whenever the program dies, because a file is written beside and then renamed.
// New files come as they are put; nothing that was there is touched before [Writer.Commit]. So a build that fails
// half-way leaves the folder as it was, and one that is killed leaves at most new files that no old page names.
//
// Only files that Vitryna wrote are ever changed or removed. It knows them by the list [ListName] in the folder, one name a
// line, to which a new name is appended before its file appears: the list may name a file that is not there, but
// there is no file of ours that it does not name. It bears no time and no machine name, as nothing in the folder does.
package output

import (
	"path"
	"strings"
)

// File is one file of the finished site.
type File struct {
	Path string // slash path from the root of the site
	Data []byte
}

// MediaType tells what a file is by its name, with the character set where it matters, as an HTTP server says it. It does not
// ask the machine, so that all say the same.
func MediaType(name string) string {
	if t, ok := mediaTypes[strings.ToLower(path.Ext(name))]; ok {
		return t
	}
	return "application/octet-stream"
}

var mediaTypes = map[string]string{
	".html":        "text/html; charset=utf-8",
	".xhtml":       "application/xhtml+xml; charset=utf-8",
	".css":         "text/css; charset=utf-8",
	".js":          "text/javascript; charset=utf-8",
	".json":        "application/json",
	".geojson":     "application/geo+json",
	".webmanifest": "application/manifest+json",
	".xml":         "application/xml; charset=utf-8",
	".atom":        "application/atom+xml; charset=utf-8",
	".txt":         "text/plain; charset=utf-8",
	".md":          "text/markdown; charset=utf-8",
	".csv":         "text/csv; charset=utf-8",
	".ics":         "text/calendar; charset=utf-8",
	".vcf":         "text/vcard; charset=utf-8",
	".bib":         "text/plain; charset=utf-8",
	".ris":         "text/plain; charset=utf-8",
	".jpg":         "image/jpeg",
	".jpeg":        "image/jpeg",
	".png":         "image/png",
	".gif":         "image/gif",
	".webp":        "image/webp",
	".avif":        "image/avif",
	".svg":         "image/svg+xml",
	".ico":         "image/x-icon",
	".woff2":       "font/woff2",
	".woff":        "font/woff",
	".ttf":         "font/ttf",
	".mp3":         "audio/mpeg",
	".m4a":         "audio/mp4",
	".ogg":         "audio/ogg",
	".opus":        "audio/ogg",
	".wav":         "audio/wav",
	".mp4":         "video/mp4",
	".webm":        "video/webm",
	".vtt":         "text/vtt; charset=utf-8",
	".pdf":         "application/pdf",
	".epub":        "application/epub+zip",
	".zip":         "application/zip",
	".gz":          "application/gzip",
	".doc":         "application/msword",
	".docx":        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	".xls":         "application/vnd.ms-excel",
	".xlsx":        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	".ppt":         "application/vnd.ms-powerpoint",
	".pptx":        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
	".odt":         "application/vnd.oasis.opendocument.text",
	".ods":         "application/vnd.oasis.opendocument.spreadsheet",
	".odp":         "application/vnd.oasis.opendocument.presentation",
	".rtf":         "application/rtf",
}
