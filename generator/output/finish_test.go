package output

import (
	"bytes"
	"image"
	"image/jpeg"
	"slices"
	"strings"
	"testing"
)

func TestFinishPicture(t *testing.T) {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 3, 3)), nil); err != nil {
		t.Fatal(err)
	}
	data := slices.Concat(b.Bytes()[:2], []byte("\xFF\xFE\x00\x08secret"), b.Bytes()[2:])
	got, err := Finish("foto.0a1b.JPG", data)
	if err != nil || !bytes.Equal(got, b.Bytes()) {
		t.Errorf("%v, %q", err, got)
	}
	for _, name := range []string{"a.jpg", "a.png", "a.svg", "a.webp", "a.gif", "a.avif"} {
		if got, err := Finish(name, []byte("no picture")); err == nil {
			t.Errorf("%s: %q came through", name, got)
		}
	}
	if got, err := Finish("cover.svg", []byte("<svg onload='x()'><!-- x --></svg>")); err != nil || strings.Contains(string(got), "x()") {
		t.Errorf("%v, %s", err, got)
	}
}

func TestFinishLeavesTheRest(t *testing.T) {
	for _, name := range []string{"a.xml", "a.json", "a.txt", "_headers", "CNAME", "a.js", "a.css", "a.ics", "a.zip", "favicon.ico"} {
		in := []byte(" <p>  x </p>\r\n ")
		if got, err := Finish(name, in); err != nil || !bytes.Equal(got, in) {
			t.Errorf("%s: %v, %q", name, err, got)
		}
	}
}
