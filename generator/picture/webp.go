package picture

import (
	"bytes"
	"encoding/binary"
)

// The flags of a VP8X chunk that can stay.
const (
	webpAnimation = 1 << 1
	webpAlpha     = 1 << 4
	webpICC       = 1 << 5
)

// readWebP walks from chunk to chunk of the one RIFF file; sniff has seen its header.
func readWebP(data []byte) (parts, error) {
	var w webpReader
	size := uint64(binary.LittleEndian.Uint32(data[4:])) + 8
	if size > uint64(len(data))+1 { // many writers count the last padding and forget to write it
		return w.parts, truncated("webp")
	}
	if size < 12 {
		return w.parts, damaged("webp", "a file of %d bytes", size)
	}
	for rest := data[12:min(size, uint64(len(data)))]; len(rest) > 0 && !w.done; {
		kind, body, next, err := webpChunk(rest)
		if err != nil {
			return w.parts, err
		}
		rest = next
		if err := w.chunk(kind, body); err != nil {
			return w.parts, err
		}
	}
	return w.finish()
}

// webpReader collects the chunks that stay.
type webpReader struct {
	parts
	extended []byte // the body of VP8X, ours to change
	images   int
	done     bool
}

func (w *webpReader) chunk(kind string, body []byte) error {
	switch {
	case kind == "VP8X" && len(w.keep) == 0 && w.extended == nil:
		return w.canvas(body)
	case w.extended == nil && kind != "VP8 " && kind != "VP8L":
		return damaged("webp", "chunk %q at the beginning", kind)
	}
	switch kind {
	case "VP8 ", "VP8L":
		width, height, err := frameSize(kind, body)
		if err != nil {
			return err
		}
		w.images++
		w.lossless, w.packed = kind == "VP8L", len(body)
		w.alpha = w.alpha || kind == "VP8L" && body[4]&0x10 != 0
		if w.extended == nil {
			w.done = true // the simple form has one chunk, whatever lies behind it
			if err := w.resize(width, height); err != nil {
				return err
			}
		} else if width != w.width || height != w.height || w.images > 1 {
			return damaged("webp", "the picture does not fill its canvas")
		}
	case "ANMF":
		frame, err := webpFrame(body)
		if err != nil {
			return err
		}
		if w.images++; w.images == 1 {
			w.first = frame
		}
		body = frame
	case "ICCP":
		w.extended[0] |= webpICC
		w.profile = body
	case "EXIF":
		_, gps := readEXIF(body) // browsers do not turn a WebP, whatever its EXIF says
		w.gps = w.gps || gps
		return nil
	case "XMP ":
		w.noteXMP(body)
		return nil
	case "ALPH", "ANIM":
	default:
		return nil
	}
	w.keep = append(w.keep, webpBytes(kind, body)...)
	return nil
}

// canvas reads the header of the extended form. Its flags of metadata are set anew by what is kept.
func (w *webpReader) canvas(body []byte) error {
	if len(body) != 10 {
		return damaged("webp", "a header of %d bytes", len(body))
	}
	w.extended = bytes.Clone(body)
	w.alpha = body[0]&webpAlpha != 0
	w.extended[0] &= webpAnimation | webpAlpha
	w.extended[1], w.extended[2], w.extended[3] = 0, 0, 0
	return w.resize(1+uint24(body[4:]), 1+uint24(body[7:]))
}

func (w *webpReader) finish() (parts, error) {
	if w.images == 0 {
		return w.parts, damaged("webp", "no picture data")
	}
	w.orientation = 1
	if w.extended != nil {
		w.keep = append(webpBytes("VP8X", w.extended), w.keep...)
	}
	size := 4
	for _, piece := range w.keep {
		size += len(piece)
	}
	w.keep = append([][]byte{webpHeader(size - 4)}, w.keep...)
	return w.parts, nil
}

// webpHeader begins a file of so many bytes of chunks.
func webpHeader(size int) []byte {
	return append(binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(size+4)), "WEBP"...)
}

// webpFrame is a frame of an animation with those of its chunks that make up the picture.
func webpFrame(body []byte) ([]byte, error) {
	const header = 16
	if len(body) < header {
		return nil, damaged("webp", "a short frame")
	}
	pieces := [][]byte{body[:header]}
	for rest := body[header:]; len(rest) > 0; {
		kind, inner, next, err := webpChunk(rest)
		if err != nil {
			return nil, err
		}
		rest = next
		switch kind {
		case "VP8 ", "VP8L":
			if _, _, err := frameSize(kind, inner); err != nil {
				return nil, err
			}
			pieces = append(pieces, webpBytes(kind, inner)...)
		case "ALPH":
			pieces = append(pieces, webpBytes(kind, inner)...)
		}
	}
	if len(pieces) == 1 {
		return nil, damaged("webp", "a frame without a picture")
	}
	return bytes.Join(pieces, nil), nil
}

// frameSize reads the size out of a compressed picture (RFC 6386 9.1, RFC 9649 3.4).
func frameSize(kind string, body []byte) (width, height int, err error) {
	if kind == "VP8L" {
		if len(body) < 5 || body[0] != 0x2F {
			return 0, 0, damaged("webp", "no lossless picture where it should be")
		}
		bits := binary.LittleEndian.Uint32(body[1:])
		return 1 + int(bits&0x3FFF), 1 + int(bits>>14&0x3FFF), nil
	}
	if len(body) < 10 || body[0]&1 != 0 || string(body[3:6]) != "\x9D\x01\x2A" {
		return 0, 0, damaged("webp", "no lossy picture where it should be")
	}
	width = int(binary.LittleEndian.Uint16(body[6:]) & 0x3FFF)
	height = int(binary.LittleEndian.Uint16(body[8:]) & 0x3FFF)
	if width == 0 || height == 0 {
		return 0, 0, damaged("webp", "a size of nought")
	}
	return width, height, nil
}

func webpChunk(data []byte) (kind string, body, next []byte, err error) {
	if len(data) < 8 {
		return "", nil, nil, truncated("webp")
	}
	size := uint64(binary.LittleEndian.Uint32(data[4:]))
	if size+8 > uint64(len(data)) {
		return "", nil, nil, truncated("webp")
	}
	padded := min(size+size%2+8, uint64(len(data)))
	return string(data[:4]), data[8 : 8+size], data[padded:], nil
}

func webpBytes(kind string, body []byte) [][]byte {
	pieces := [][]byte{binary.LittleEndian.AppendUint32([]byte(kind), uint32(len(body))), body}
	if len(body)%2 == 1 {
		pieces = append(pieces, []byte{0})
	}
	return pieces
}

func uint24(b []byte) int { return int(b[0]) | int(b[1])<<8 | int(b[2])<<16 }
