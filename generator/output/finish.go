package output

import (
	"fmt"
	"strings"

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
