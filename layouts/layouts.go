// Package layouts holds the built-in theme's layouts, kinds, vocabularies and interface texts.
package layouts

import "embed"

// FS are the files as they lie in this folder.
//
//go:embed *.html partials words kinds guide starter vocabularies.yaml
var FS embed.FS
