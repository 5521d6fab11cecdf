package drawing

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"image"
	"slices"
	"sync"
)

// writePNG writes an image of sixteen colours, two pixels to a byte, every row as its difference from the one above: most of a card is
// even, so most of what is packed are noughts. It takes a third of the time that image/png does, which asks for every pixel by itself;
// three thousand cards are a good part of a build. (An own packer of runs was tried: a little faster, half as much again in bytes.)
func writePNG(m *image.Paletted) ([]byte, error) {
	const up = 2 // the filter
	size := m.Rect.Size()
	width := (size.X + 1) / 2
	above, row := make([]byte, width), make([]byte, width)
	lines := make([]byte, 0, size.Y*(1+width))
	for y := range size.Y {
		pix := m.Pix[y*m.Stride:][:size.X]
		lines = append(lines, up)
		for i := range row {
			row[i] = pix[2*i] << 4
			if 2*i+1 < len(pix) {
				row[i] |= pix[2*i+1]
			}
			lines = append(lines, row[i]-above[i])
		}
		above, row = row, above
	}
	var packed bytes.Buffer
	z := packers.Get().(*zlib.Writer)
	defer packers.Put(z)
	z.Reset(&packed)
	if _, err := z.Write(lines); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	header := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, uint32(size.X)), uint32(size.Y))
	header = append(header, 4, 3, 0, 0, 0) // four bits, a palette
	var palette []byte
	for _, c := range m.Palette {
		r, g, b, _ := c.RGBA()
		palette = append(palette, byte(r>>8), byte(g>>8), byte(b>>8))
	}
	return slices.Concat([]byte("\x89PNG\r\n\x1a\n"), chunkPNG("IHDR", header), chunkPNG("PLTE", palette), chunkPNG("IDAT", packed.Bytes()), chunkPNG("IEND", nil)), nil
}

// packers are used again: making one takes a megabyte.
var packers = sync.Pool{New: func() any {
	z, err := zlib.NewWriterLevel(nil, zlib.BestSpeed)
	if err != nil {
		panic(err) // the level is right
	}
	return z
}}

func chunkPNG(kind string, body []byte) []byte {
	chunk := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	chunk = append(append(chunk, kind...), body...)
	return binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(chunk[4:]))
}
