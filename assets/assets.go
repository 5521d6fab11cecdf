// Package assets holds the built-in theme's styles, scripts and icons, in source form.
package assets

import "embed"

// FS are the files as they lie in this folder.
//
//go:embed *.css *.ts auction book offline preview reading search styles icons
var FS embed.FS
