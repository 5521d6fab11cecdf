package output

import (
	"bytes"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/html"
)

// MinifyLayout makes the HTML of a layout small, once, so that the pages made from it need not be: on a large site minifying every
// page costs as much as converting its text, for less than a hundredth of its bytes. The actions between {{ and }}
// stay as they are.
func MinifyLayout(text []byte) ([]byte, error) {
	var out bytes.Buffer
	if err := layoutMinifier.Minify("text/html", &out, bytes.NewReader(text)); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// layoutMinifier is read-only from here on.
var layoutMinifier = func() *minify.M {
	m := minify.New()
	m.Add("text/html", &html.Minifier{
		KeepDocumentTags: true, KeepEndTags: true, KeepQuotes: true, KeepDefaultAttrVals: true, KeepWhitespace: false,
		TemplateDelims: html.GoTemplateDelims,
	})
	return m
}()
