package output

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/html"

	"github.com/som-hub/vitryna/generator/picture"
)

// Finish gives a file its last touches: from bytes to bytes, by the name's media type. A picture is stripped of all that
// it tells about its origin; the rest stays as it is: pages are small because their layouts are ([MinifyLayout]), scripts and styles
// come finished from [Bundle].
// It is the one way out of the generator, so nothing private of a picture passes it: what cannot be
// stripped is an error. What is finished stays the same when finished again.
func Finish(name string, data []byte) ([]byte, error) {
	var err error
	if mediaType, _, _ := strings.Cut(MediaType(name), ";"); strings.HasPrefix(mediaType, "image/") && mediaType != "image/x-icon" {
		data, err = picture.Strip(data)
	}
	if err != nil {
		return nil, fmt.Errorf("finish %q: %w", name, err)
	}
	return data, nil
}

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
