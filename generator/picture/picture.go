// Package picture knows what a picture is and makes copies of it that tell nothing but the picture.
//
// Two functions on bytes, both pure:
//
//	info, err := picture.Inspect(data) // what it is, how large it is shown, does it tell a place
//	clean, err := picture.Strip(data)  // the same picture without a word about who, where and with what
//
// The format is told by the content, never by the name: a PNG named photo.jpg is a PNG.
//
// # What is read
//
// JPEG, PNG (APNG too), GIF, WebP and SVG. HEIC, AVIF, TIFF, camera RAW, BMP and some others are recognised only to be
// refused by name ([UnsupportedError]), so that a message can say how to convert them. A picture wider or higher than
// [MaxSide], or of more than [MaxPixels], is a [TooLargeError]: nothing may unpack it. Anything broken or cut short is a
// [DamagedError]. Both functions walk the same way through a file from its first byte to its last, so what Inspect accepts
// Strip accepts, and there is never half a picture.
//
// # What Strip keeps
//
// Strip does not decode: the compressed picture data pass through byte for byte, and so do the things that colours
// depend on (ICC profile, gamma, Adobe and JFIF marks), transparency, animation and resolution. All else goes: EXIF with
// its coordinates and its thumbnail of the uncropped picture, XMP, IPTC, comments, texts, dates, everything unknown,
// and whatever lies behind the end of the picture (the second picture of a phone, a video, the cut-away part of a
// screenshot). A JPEG or PNG that lies on its side in the file and is turned by its EXIF keeps a new EXIF of that
// one number. Orientation is what browsers make of it (tried in Chromium): a WebP is never turned, nor a PNG by an eXIf
// behind its data.
//
// An SVG is written anew from an allow-list, see [Strip].
//
// Strip of what Strip returned is the same bytes.
package picture

import (
	"bytes"
	"fmt"
	"strings"
)

// The largest picture that is read.
const (
	MaxSide   = 20_000
	MaxPixels = 100_000_000
)

// Info is what [Inspect] finds out about a picture.
type Info struct {
	Format        string // jpeg, png, gif, webp or svg
	Width, Height int    // in pixels, as shown: with the orientation applied; 0 for an SVG that does not say
	Orientation   int    // as EXIF counts it, 1 to 8; 1 is upright
	HasGPS        bool   // the metadata tell where it was taken
}

// Ending is the ending of the names of files of a format, as [Info] names it: .jpg, .png.
func Ending(format string) string {
	if format == "jpeg" {
		return ".jpg"
	}
	return "." + format
}

// Inspect tells what the picture is. It reads the whole file but decodes nothing, and whatever it accepts, [Strip] accepts.
func Inspect(data []byte) (Info, error) {
	p, err := read(data)
	if err != nil {
		return Info{}, err
	}
	return p.info(), nil
}

// Strip returns the picture without its metadata; the package comment says what goes and what stays.
//
// An SVG is parsed and written anew: only elements and attributes that draw are kept. Scripts, event handlers, foreign
// objects, animations, metadata of the drawing program, and everything that would fetch something from elsewhere are left
// out; a raster picture inside it is stripped as well. A document type that declares entities is refused.
func Strip(data []byte) ([]byte, error) {
	p, err := read(data)
	if err != nil {
		return nil, err
	}
	return bytes.Join(p.keep, nil), nil
}

// parts is a picture taken apart: the pieces of its stripped copy in their order, and what was learnt on the way.
type parts struct {
	format        string
	width, height int // as stored
	orientation   int
	gps           bool
	keep          [][]byte
	nature
}

func read(data []byte) (p parts, err error) {
	if len(data) == 0 {
		return p, &DamagedError{Reason: "the file is empty", Truncated: true}
	}
	format := sniff(data)
	switch format {
	case "jpeg":
		p, err = readJPEG(data)
	case "png":
		p, err = readPNG(data)
	case "gif":
		p, err = readGIF(data)
	case "webp":
		p, err = readWebP(data)
	case "svg":
		p, err = readSVG(data)
	default:
		return p, &UnsupportedError{Format: format}
	}
	p.format = format
	return p, err
}

// note takes in what EXIF says; the first EXIF counts, as in browsers.
func (p *parts) note(tiff []byte) {
	orientation, gps := readEXIF(tiff)
	if p.orientation == 0 {
		p.orientation = orientation
	}
	p.gps = p.gps || gps
}

// noteXMP takes in what a packet of XMP says.
func (p *parts) noteXMP(packet []byte) {
	p.gps = p.gps || bytes.Contains(packet, []byte("GPSLatitude")) || bytes.Contains(packet, []byte("GPSLongitude"))
}

// resize sets the size, if it is one that may be unpacked.
func (p *parts) resize(width, height int) error {
	if width > MaxSide || height > MaxSide || width*height > MaxPixels {
		return &TooLargeError{Width: width, Height: height}
	}
	p.width, p.height = width, height
	return nil
}

// An UnsupportedError tells of a file that is no picture for the web.
type UnsupportedError struct {
	Format string // its usual name, as HEIC or TIFF; empty if it is nothing that is known
}

func (e *UnsupportedError) Error() string {
	if e.Format == "" {
		return "not a known picture format"
	}
	return e.Format + " is not a picture format for the web"
}

// A TooLargeError tells of a picture beyond [MaxSide] or [MaxPixels].
type TooLargeError struct {
	Width, Height int
}

func (e *TooLargeError) Error() string {
	return fmt.Sprintf("a picture of %d × %d pixels is too large", e.Width, e.Height)
}

// A DamagedError tells of a picture whose file is broken.
type DamagedError struct {
	Format    string // as in Info
	Reason    string // in English, for a report
	Truncated bool   // the file ends too early, as after a copy that was cut off
	Crowded   bool   // nothing is wrong with it but how much it makes a browser draw
}

func (e *DamagedError) Error() string {
	return strings.TrimSpace("damaged "+e.Format) + ": " + e.Reason
}

func damaged(format, reason string, args ...any) error {
	return &DamagedError{Format: format, Reason: fmt.Sprintf(reason, args...)}
}

func truncated(format string) error {
	return &DamagedError{Format: format, Reason: "the file is cut short", Truncated: true}
}
