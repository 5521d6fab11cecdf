package picture

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
)

const svgDirty = `<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet href="https://example.org/PLANTED.css"?>
<!-- PLANTED -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg:svg xmlns:svg="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:ink="http://inkscape"
  ink:export-filename="C:\Users\PLANTED\1.png" width="24" height="10" onload="PLANTED()" data-x="PLANTED">
  <svg:script>PLANTED()</svg:script>
  <svg:metadata>PLANTED</svg:metadata>
  <ink:namedview a="PLANTED"><svg:rect/></ink:namedview>
  <svg:style>.a { fill: red } @media print { .b { fill: url(#g) } }</svg:style>
  <svg:style>@import "PLANTED.css";</svg:style>
  <svg:style>.a { background: u\72l(PLANTED) }</svg:style>
  <svg:foreignObject><p xmlns="http://www.w3.org/1999/xhtml">PLANTED</p></svg:foreignObject>
  <svg:a xlink:href="https://PLANTED.example"><svg:text x="1" xml:space="preserve">Їжак &amp; «друзі» &lt;3</svg:text></svg:a>
  <svg:use xlink:href="#g"/><svg:use href="https://PLANTED.example#g"/>
  <svg:image href="https://PLANTED.example/1.png"/><svg:image href="data:image/svg+xml;base64,PHN2Zy8+"/>
  <svg:rect fill="url(#g)" style="fill:url('#g')" stroke="url(https://PLANTED)" filter="url( &quot;https://PLANTED&quot;)"/>
  <svg:animate attributeName="href" to="javascript:PLANTED"/>
  <svg:title>Наз<!-- -->ва</svg:title>
</svg:svg>
<!-- PLANTED -->`

const svgClean = `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="10">` +
	`<style>.a { fill: red } @media print { .b { fill: url(#g) } }</style>` +
	`<text x="1" xml:space="preserve">Їжак &amp; «друзі» &lt;3</text>` +
	`<use href="#g"/><use/><image/><image/>` +
	`<rect fill="url(#g)" style="fill:url('#g')"/>` +
	`<title>Назва</title></svg>`

func TestStripSVG(t *testing.T) {
	tests := map[string]struct{ in, want string }{
		"everything":  {svgDirty, svgClean},
		"no space":    {`<svg><g><path d="M0 0"/></g></svg>`, `<svg xmlns="http://www.w3.org/2000/svg"><g><path d="M0 0"/></g></svg>`},
		"twice":       {`<svg xmlns:xlink="http://www.w3.org/1999/xlink"><use href="#a" xlink:href="#b"/></svg>`, `<svg xmlns="http://www.w3.org/2000/svg"><use href="#a"/></svg>`},
		"switch":      {`<svg><switch><foreignObject/><text>а</text></switch></svg>`, `<svg xmlns="http://www.w3.org/2000/svg"><text>а</text></svg>`},
		"odd address": {`<svg><use href=" javascript:alert(1)"/><g style="fill:UrL(//x)" mask="url(  '#m')" clip-path="url()"/></svg>`, `<svg xmlns="http://www.w3.org/2000/svg"><use/><g mask="url(  '#m')"/></svg>`},
	}
	for name, test := range tests {
		got, err := Strip([]byte(test.in))
		if err != nil || string(got) != test.want {
			t.Errorf("%s: %v\n%s\n%s", name, err, got, test.want)
		}
	}
}

func TestSVGWithPictureInside(t *testing.T) {
	inner := base64.StdEncoding.EncodeToString(jpegWith(t, exif(binary.LittleEndian, 1, true)))
	got, err := Strip([]byte(`<svg><image href="data:image/png;base64,` + inner + `"/></svg>`))
	if err != nil {
		t.Fatal(err)
	}
	_, encoded, _ := strings.Cut(string(got), "data:image/jpeg;base64,")
	encoded, _, _ = strings.Cut(encoded, `"`)
	clean, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil || len(clean) == 0 || strings.Contains(string(clean), planted) {
		t.Errorf("%v: %q", err, clean)
	}
}

func TestSVGRefused(t *testing.T) {
	tests := map[string]string{
		"entities":  `<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>`,
		"undefined": `<svg><text>&nbsp;</text></svg>`,
		"encoding":  `<?xml version="1.0" encoding="windows-1251"?><svg/>`,
		"root":      `<html><svg/></html>`,
		"unclosed":  `<svg><g></svg>`,
		"deep":      `<svg>` + strings.Repeat("<g>", 300) + strings.Repeat("</g>", 300) + `</svg>`,
	}
	for name, in := range tests {
		var d *DamagedError
		if got, err := Strip([]byte(in)); !errors.As(err, &d) {
			t.Errorf("%s: %v, %s", name, err, got)
		}
	}
}

// Whatever comes in, what goes out is XML of listed names that points nowhere.
func FuzzSVG(f *testing.F) {
	f.Add(svgDirty)
	f.Add(`<svg><a><text>x</text></a><style>a{}</style><use href="#x"/></svg>`)
	f.Fuzz(func(t *testing.T, in string) {
		p, err := readSVG([]byte(in))
		if err != nil {
			return
		}
		decoder := xml.NewDecoder(strings.NewReader(string(p.keep[0])))
		for {
			token, err := decoder.Token()
			if err == io.EOF {
				return
			}
			if err != nil {
				t.Fatalf("%v\n%s", err, p.keep[0])
			}
			e, ok := token.(xml.StartElement)
			if !ok {
				continue
			}
			if !svgElements[e.Name.Local] && e.Name.Local != "style" {
				t.Fatalf("<%s> came through", e.Name.Local)
			}
			for _, a := range e.Attr {
				if strings.HasPrefix(a.Name.Local, "on") || strings.Contains(a.Value, "javascript:") && a.Name.Local == "href" {
					t.Fatalf("%s=%q came through", a.Name.Local, a.Value)
				}
			}
		}
	})
}

// TestSVGBombs: what hangs a browser is refused; what repeats a sign some thousand times, or paints all of it with one gradient, is not.
func TestSVGBombs(t *testing.T) {
	var use, masks strings.Builder
	use.WriteString(`<svg><g id="a0"><path/></g>`)
	masks.WriteString(`<svg><mask id="m0"><path/></mask>`)
	for i := 1; i < 12; i++ {
		fmt.Fprintf(&use, `<g id="a%d">%s</g>`, i, strings.Repeat(fmt.Sprintf(`<use href="#a%d"/>`, i-1), 10))
		fmt.Fprintf(&masks, `<a><mask id="m%d">%s</mask></a>`, i, strings.Repeat(fmt.Sprintf(`<path style="mask:URL( '#%%6d%d' )"/>`, i-1), 10))
	}
	many := `<svg><linearGradient id="g"><stop/><stop/><stop/></linearGradient><g id="s"><path/></g>` + strings.Repeat(`<use href="#s" fill="url(#g)"/>`, 40_000) + `</svg>`
	chain := `<svg><g id="a0"/>`
	for i := 1; i < 2000; i++ {
		chain += fmt.Sprintf(`<g id="a%d"><use href="#a%d"/></g>`, i, i-1)
	}
	for name, test := range map[string]struct {
		in      string
		crowded bool
	}{
		"use": {use.String() + `</svg>`, true}, "masks": {masks.String() + `</svg>`, true}, "a chain": {chain + `</svg>`, true},
		"a cycle": {`<svg><g id="a"><use href="#b"/></g><pattern id="b"><rect fill="url(#a)"/></pattern></svg>`, true},
		"signs":   {many, false}, "many": {`<svg>` + strings.Repeat(`<path/>`, 150_000) + `</svg>`, false},
	} {
		_, err := Strip([]byte(test.in))
		broken := (*DamagedError)(nil)
		if crowded := errors.As(err, &broken) && broken.Crowded; crowded != test.crowded || err != nil && !crowded {
			t.Errorf("%s: %v", name, err)
		}
	}
}
