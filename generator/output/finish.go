package output

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/som-hub/vitryna/generator/picture"
	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/html"
	"github.com/tdewolff/minify/v2/json"
)

// Finish gives a file its last touches: from bytes to bytes, by the name's media type. HTML is made small, and a picture is
// stripped of all that it tells about its origin; the rest stays as it is (scripts and styles come finished from [Bundle]).
// It is the one way out of the generator, so nothing private of a picture passes it: what cannot be
// stripped is an error. What is finished stays the same when finished again.
func Finish(name string, data []byte) ([]byte, error) {
	var err error
	switch mediaType, _, _ := strings.Cut(MediaType(name), ";"); {
	case mediaType == "text/html":
		data, err = finishHTML(data)
	case strings.HasPrefix(mediaType, "image/") && mediaType != "image/x-icon":
		data, err = picture.Strip(data)
	}
	if err != nil {
		return nil, fmt.Errorf("finish %q: %w", name, err)
	}
	return data, nil
}

func finishHTML(data []byte) ([]byte, error) {
	out := bytes.NewBuffer(make([]byte, 0, len(data)))
	// The minifier works in place where it can, and the data are not ours.
	if err := minifier.Minify("text/html", out, bytes.NewBuffer(bytes.Clone(data))); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// minifier is read-only from here on. It knows no CSS, script or SVG: the site has none inside its pages
// (design 9) but SVG of our own, which is small already; what it does not know it leaves alone.
var minifier = func() *minify.M {
	m := minify.New()
	m.Add("text/html", &html.Minifier{
		KeepDocumentTags:    true,
		KeepEndTags:         true,
		KeepQuotes:          true,
		KeepDefaultAttrVals: true, // input[type=text] in a style sheet must still find it
	})
	m.Add("application/ld+json", &json.Minifier{KeepNumbers: true})
	return m
}()
