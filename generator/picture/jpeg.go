package picture

import (
	"bytes"
	"encoding/binary"
	"slices"
)

// The markers of JPEG that concern us (ITU T.81, table B.1).
const (
	markerSOI  = 0xD8
	markerEOI  = 0xD9
	markerSOS  = 0xDA
	markerDQT  = 0xDB
	markerDNL  = 0xDC
	markerDRI  = 0xDD
	markerDHT  = 0xC4
	markerDAC  = 0xCC
	markerAPP0 = 0xE0
)

// readJPEG walks from segment to segment. Between the scans of a progressive picture there may be segments as well,
// comments included; behind the end there may be anything.
func readJPEG(data []byte) (parts, error) {
	p := parts{keep: [][]byte{{0xFF, markerSOI}}}
	var jfif []byte
	scans := 0
	for rest := data[2:]; ; {
		segment, next, err := jpegSegment(rest)
		if err != nil {
			return p, err
		}
		rest = next
		switch marker, body := segment[1], segment[min(4, len(segment)):]; {
		case marker == markerEOI:
			if scans == 0 {
				return p, damaged("jpeg", "no picture data")
			}
			p.keep = append(p.keep, segment)
			p.finishJPEG(jfif)
			return p, nil
		case marker == markerSOS:
			if p.width == 0 {
				return p, damaged("jpeg", "picture data before the size")
			}
			end, err := scanEnd(rest)
			if err != nil {
				return p, err
			}
			scans++
			p.keep = append(p.keep, segment, rest[:end])
			rest = rest[end:]
		case marker == markerDHT, marker == markerDAC, marker == markerDQT, marker == markerDRI, marker == markerDNL:
			p.keep = append(p.keep, segment)
		case marker >= 0xC0 && marker <= 0xCF && marker != 0xC8:
			if err := p.frame(marker, body); err != nil {
				return p, err
			}
			p.keep = append(p.keep, segment)
		case marker == markerAPP0 && jfif == nil && bytes.HasPrefix(body, []byte("JFIF\x00")) && len(body) >= 14:
			jfif = withoutThumbnail(body)
		case marker > markerAPP0 && marker < markerAPP0+16:
			if p.application(marker, body) {
				p.keep = append(p.keep, segment)
			}
		case marker == markerSOI, marker < 0xC0:
			return p, damaged("jpeg", "marker %#x in the wrong place", marker)
		}
	}
}

// jpegSegment cuts the next segment off, marker and size included. Strays and fill bytes before it are passed over, as
// decoders do, and so left out.
func jpegSegment(data []byte) (segment, next []byte, err error) {
	for i := 0; ; {
		j := bytes.IndexByte(data[i:], 0xFF)
		if j < 0 || i+j+1 >= len(data) {
			return nil, nil, truncated("jpeg")
		}
		i += j
		switch marker := data[i+1]; {
		case marker == 0xFF:
			i++
			continue // a fill byte
		case marker <= 1 || marker >= 0xD0 && marker <= 0xD7:
			i += 2
			continue // of a scan; alone here it means nothing
		case marker == markerSOI || marker == markerEOI:
			return data[i : i+2], data[i+2:], nil
		}
		data = data[i:]
		if len(data) < 4 {
			return nil, nil, truncated("jpeg")
		}
		size := 2 + int(binary.BigEndian.Uint16(data[2:]))
		if size < 4 {
			return nil, nil, damaged("jpeg", "a segment of %d bytes", size-2)
		}
		if size > len(data) {
			return nil, nil, truncated("jpeg")
		}
		return data[:size], data[size:], nil
	}
}

// scanEnd finds the marker that ends the entropy-coded data.
func scanEnd(data []byte) (int, error) {
	for i := 0; ; {
		j := bytes.IndexByte(data[i:], 0xFF)
		if j < 0 || i+j+1 >= len(data) {
			return 0, truncated("jpeg")
		}
		i += j
		switch m := data[i+1]; {
		case m == 0xFF:
			i++
		case m == 0 || m >= 0xD0 && m <= 0xD7:
			i += 2
		default:
			return i, nil
		}
	}
}

// frame reads the header of the picture itself.
func (p *parts) frame(marker byte, body []byte) error {
	switch {
	case marker > 0xC2:
		return &UnsupportedError{Format: "lossless JPEG"} // or hierarchical, or arithmetic: no browser shows it
	case p.width != 0:
		return damaged("jpeg", "two pictures in one")
	case len(body) < 6:
		return damaged("jpeg", "a short frame header")
	}
	height, width := int(binary.BigEndian.Uint16(body[1:])), int(binary.BigEndian.Uint16(body[3:]))
	if width == 0 || height == 0 {
		return damaged("jpeg", "a size of nought")
	}
	if n := int(body[5]); n == 0 || n > 4 || len(body) != 6+3*n {
		return damaged("jpeg", "%d colour components", body[5])
	}
	p.progressive, p.components = marker == 0xC2, int(body[5])
	return p.resize(width, height)
}

// iccHeader begins the segments of a colour profile.
const iccHeader = "ICC_PROFILE\x00"

// application reads a segment of an application and reports whether it stays.
func (p *parts) application(marker byte, body []byte) bool {
	switch marker {
	case markerAPP0 + 1:
		if tiff, ok := bytes.CutPrefix(body, []byte(exifHeader)); ok {
			p.note(tiff)
		} else {
			p.noteXMP(body)
		}
	case markerAPP0 + 2:
		part, isProfile := bytes.CutPrefix(body, []byte(iccHeader))
		if isProfile && len(part) > 2 {
			p.profile = append(p.profile, part[2:]...) // behind number and count; writers keep the order
		}
		return isProfile
	case markerAPP0 + 14:
		return len(body) == 12 && bytes.HasPrefix(body, []byte("Adobe")) // it tells how colours are coded
	}
	return false
}

// finishJPEG puts the two segments that must come first behind the start of the picture.
func (p *parts) finishJPEG(jfif []byte) {
	var first [][]byte
	if jfif != nil {
		first = append(first, jpegBytes(markerAPP0, jfif))
	}
	if p.orientation > 1 {
		first = append(first, jpegBytes(markerAPP0+1, append([]byte(exifHeader), orientationOnly(p.orientation)...)))
	}
	p.orientation = max(p.orientation, 1)
	p.keep = slices.Insert(p.keep, 1, first...)
}

// withoutThumbnail keeps version and density of a JFIF header; its thumbnail may show what was cut away.
func withoutThumbnail(jfif []byte) []byte {
	clean := bytes.Clone(jfif[:14])
	clean[12], clean[13] = 0, 0
	return clean
}

func jpegBytes(marker byte, body []byte) []byte {
	segment := []byte{0xFF, marker}
	segment = binary.BigEndian.AppendUint16(segment, uint16(len(body)+2))
	return append(segment, body...)
}
