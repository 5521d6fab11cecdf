package editor

import (
	"bytes"
	"encoding/json"
	"html/template"

	"github.com/som-hub/vitryna/generator/site"
)

// Address is where the editor's page is, and below it nothing else is read.
const Address = "/_editor/"

// pageView is what the page is made of. Everything else its script makes.
type pageView struct {
	Lang, Title, Token, Words string
	Styles                    []string
	Script                    string
}

// The policy allows the page of the site in a frame, and pictures that a writer is about to add.
var page = template.Must(template.New("editor").Parse(`<!doctype html>
<html lang="{{.Lang}}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>{{.Title}}</title>
<link rel="icon" href="data:,">
{{range .Styles}}<link rel="stylesheet" href="/{{.}}">
{{end}}<script src="/{{.Script}}" defer></script>
<body data-token="{{.Token}}" data-words="{{.Words}}">
<noscript><p>{{.Title}}: JavaScript</p></noscript>
<main id="editor" class="ve"></main>
</html>
`))

// Page is the editor's page; nil before there is a site.
func (d *Desk) Page() []byte {
	v := d.now.Load()
	if v == nil || v.snapshot.Asset("preview.editor.js") == "" {
		return nil
	}
	list, err := json.Marshal(wordsFor(d.Lang, "edit "))
	if err != nil {
		return nil
	}
	lang := site.UK
	if d.Lang == site.EN {
		lang = site.EN
	}
	var b bytes.Buffer
	if page.Execute(&b, pageView{
		Lang: lang, Title: say(d.Lang, "edit name"), Token: d.Token, Words: string(list),
		Styles: []string{v.snapshot.Asset("preview.editor.css")}, Script: v.snapshot.Asset("preview.editor.js"),
	}) != nil {
		return nil
	}
	return b.Bytes()
}
