package picture

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"slices"
)

const pngSignature = "\x89PNG\r\n\x1a\n"

// pngKeep are the chunks that the look of the picture depends on; the four of capitals are obligatory.
var pngKeep = map[string]bool{
	"IHDR": true, "PLTE": true, "IDAT": true, "IEND": true,
	"tRNS": true, "iCCP": true, "sRGB": true, "gAMA": true, "cHRM": true, "cICP": true, "pHYs": true,
	"acTL": true, "fcTL": true, "fdAT": true,
}

// readPNG walks from chunk to chunk up to IEND.
func readPNG(data []byte) (parts, error) {
	p := parts{keep: [][]byte{[]byte(pngSignature)}}
	pictured := false
	for rest := data[len(pngSignature):]; ; {
		if len(rest) < 12 {
			return p, truncated("png")
		}
		size := uint64(binary.BigEndian.Uint32(rest))
		if size+12 > uint64(len(rest)) {
			return p, truncated("png")
		}
		chunk, kind, body := rest[:size+12], string(rest[4:8]), rest[8:8+size]
		rest = rest[size+12:]
		if (kind == "IHDR") != (len(p.keep) == 1) {
			return p, damaged("png", "chunk %q in the wrong place", kind)
		}
		if !pngKeep[kind] {
			if err := p.leaveOut(kind, body, pictured); err != nil {
				return p, err
			}
			continue
		}
		if crc32.ChecksumIEEE(chunk[4:8+size]) != binary.BigEndian.Uint32(chunk[8+size:]) {
			return p, damaged("png", "the checksum of chunk %q is wrong", kind)
		}
		p.keep = append(p.keep, chunk)
		switch kind {
		case "IHDR":
			if err := p.headerPNG(body); err != nil {
				return p, err
			}
		case "IDAT":
			pictured = true
			p.packed += len(body)
		case "tRNS":
			p.alpha = true
		case "iCCP":
			p.profile = profilePNG(body)
		case "sRGB", "gAMA", "cHRM", "cICP":
			p.colour = append(p.colour, chunk...)
		case "IEND":
			if !pictured {
				return p, damaged("png", "no picture data")
			}
			p.finishPNG()
			return p, nil
		}
	}
}

func (p *parts) headerPNG(body []byte) error {
	if len(body) != 13 {
		return damaged("png", "a header of %d bytes", len(body))
	}
	width, height := binary.BigEndian.Uint32(body), binary.BigEndian.Uint32(body[4:])
	if width == 0 || height == 0 || width > 1<<31-1 || height > 1<<31-1 {
		return damaged("png", "a size of %d × %d", width, height)
	}
	p.depth, p.components = int(body[8]), map[byte]int{0: 1, 2: 3, 3: 0, 4: 2, 6: 4}[body[9]]
	p.alpha = p.components == 2 || p.components == 4
	return p.resize(int(width), int(height))
}

// leaveOut reads what a chunk tells before it goes. A chunk that begins with a capital cannot go without harm. An orientation
// behind the picture is one that browsers do not see.
func (p *parts) leaveOut(kind string, body []byte, pictured bool) error {
	switch {
	case kind[0] >= 'A' && kind[0] <= 'Z':
		return damaged("png", "unknown chunk %q", kind)
	case kind == "eXIf" && pictured:
		_, gps := readEXIF(body)
		p.gps = p.gps || gps
	case kind == "eXIf":
		p.note(body)
	case kind == "iTXt":
		p.noteXMP(body)
	}
	return nil
}

func (p *parts) finishPNG() {
	if p.orientation > 1 {
		const behindHeader = 2
		p.keep = slices.Insert(p.keep, behindHeader, pngChunk("eXIf", orientationOnly(p.orientation)))
	}
	p.orientation = max(p.orientation, 1)
}

func pngChunk(kind string, body []byte) []byte {
	var b bytes.Buffer
	binary.Write(&b, binary.BigEndian, uint32(len(body)))
	b.WriteString(kind)
	b.Write(body)
	binary.Write(&b, binary.BigEndian, crc32.ChecksumIEEE(b.Bytes()[4:]))
	return b.Bytes()
}
