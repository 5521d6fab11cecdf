package drawing

import (
	"bytes"
	"encoding/xml"
	"image"
	"image/png"
	"io"
	"testing"
)

func TestAppIcon(t *testing.T) {
	for _, c := range []struct {
		name, accent string
		maskable     bool
	}{{"SOM-hub", "#1f5f6b", false}, {"«Її центр»", "#7a2e1f", true}, {"", "", false}, {"漢", "#000000", true}} {
		icon := NewAppIcon(c.name, c.accent, c.maskable)
		drawing, err := icon.SVG()
		if err != nil {
			t.Fatal(err)
		}
		for d := xml.NewDecoder(bytes.NewReader(drawing)); ; {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%q: %v in %s", c.name, err, drawing)
			}
		}
		for _, side := range []int{192, 512} {
			data, err := icon.PNG(side)
			if err != nil {
				t.Fatal(err)
			}
			again, _ := NewAppIcon(c.name, c.accent, c.maskable).PNG(side)
			if !bytes.Equal(data, again) {
				t.Errorf("%q: another time other bytes", c.name)
			}
			m, err := png.Decode(bytes.NewReader(data))
			if err != nil || m.Bounds() != image.Rect(0, 0, side, side) {
				t.Fatalf("%q: %v, %v", c.name, m, err)
			}
			if len(data) > 12<<10 {
				t.Errorf("%q: %d bytes", c.name, len(data))
			}
			field := m.At(0, 0)
			if paper := m.At(side/2, side*3/10); c.name == "" && paper == field {
				t.Errorf("%q: the window is not there", c.name)
			}
			if c.maskable && (m.At(side/10, side/2) != field || m.At(side/2, side/10) != field) { // outside of the circle that is sure to stay
				t.Errorf("%q: something stands where it may be cut off", c.name)
			}
		}
	}
}

// TestAppIconLetter: another name is another picture, and a letter of the alphabet of the site is there.
func TestAppIconLetter(t *testing.T) {
	seen := map[string]string{}
	for _, name := range []string{"Ґ", "Є", "І", "Ї", "Щ", "S", "центр", "7", "."} {
		data, err := NewAppIcon(name, "#1f5f6b", false).PNG(192)
		if err != nil {
			t.Fatal(err)
		}
		if other, twice := seen[string(data)]; twice {
			t.Errorf("%q looks like %q", name, other)
		}
		seen[string(data)] = name
	}
}
