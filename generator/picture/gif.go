package picture

import "encoding/binary"

// readGIF walks from block to block up to the trailer (GIF89a, appendix B).
func readGIF(data []byte) (parts, error) {
	p := parts{orientation: 1}
	if len(data) < 13 {
		return p, truncated("gif")
	}
	width, height := int(binary.LittleEndian.Uint16(data[6:])), int(binary.LittleEndian.Uint16(data[8:]))
	if width == 0 || height == 0 {
		return p, damaged("gif", "a size of nought")
	}
	if err := p.resize(width, height); err != nil {
		return p, err
	}
	end := 13 + colourTable(data[10])
	if end > len(data) {
		return p, truncated("gif")
	}
	p.keep = append(p.keep, data[:end])
	return p, p.blocksGIF(data[end:])
}

func (p *parts) blocksGIF(rest []byte) error {
	var control []byte // says how the next picture is shown; whatever lies between may go
	looped, pictures := false, 0
	for {
		if len(rest) < 2 && !(len(rest) == 1 && rest[0] == 0x3B) {
			return truncated("gif")
		}
		switch rest[0] {
		case 0x3B: // trailer
			if pictures == 0 {
				return damaged("gif", "no picture data")
			}
			p.keep = append(p.keep, rest[:1:1])
			return nil
		case 0x2C: // picture
			size, err := imageGIF(rest)
			if err != nil {
				return err
			}
			p.keep = append(p.keep, control, rest[:size])
			control, rest = nil, rest[size:]
			pictures++
		case 0x21: // extension
			size, err := subBlocks(rest, 2)
			if err != nil {
				return err
			}
			block := rest[:size]
			rest = rest[size:]
			switch {
			case block[1] == 0xF9 && len(block) == 8 && block[2] == 4:
				control = block
			case block[1] == 0x01:
				control = nil // it was for this text, which no browser shows
			case block[1] == 0xFF && !looped:
				if loop := loopGIF(block); loop != nil {
					p.keep = append(p.keep, loop)
					looped = true
				}
				p.noteXMP(block)
			case block[1] == 0xFF:
				p.noteXMP(block)
			}
		default:
			return damaged("gif", "unknown block %#x", rest[0])
		}
	}
}

// imageGIF measures a picture with its descriptor and its colour table.
func imageGIF(data []byte) (int, error) {
	if len(data) < 10 {
		return 0, truncated("gif")
	}
	return subBlocks(data, 10+colourTable(data[9])+1) // one byte tells the size of the codes
}

// loopGIF returns the extension that repeats an animation, and nothing else of it, or nil.
func loopGIF(block []byte) []byte {
	const size = 19 // 21 FF 0B "NETSCAPE2.0" 03 01 low high 00
	if len(block) < size || block[2] != 11 || block[14] != 3 || block[15]&7 != 1 {
		return nil
	}
	if name := string(block[3:14]); name != "NETSCAPE2.0" && name != "ANIMEXTS1.0" {
		return nil
	}
	return append(block[:size-1:size-1], 0)
}

// subBlocks measures a block whose sub-blocks begin at start: each says its size, and one of size nought ends them.
func subBlocks(data []byte, start int) (int, error) {
	for i := start; i < len(data); {
		size := int(data[i])
		i += 1 + size
		if size == 0 {
			return i, nil
		}
	}
	return 0, truncated("gif")
}

// colourTable is the size of the colour table that the packed byte of a descriptor announces.
func colourTable(packed byte) int {
	if packed&0x80 == 0 {
		return 0
	}
	return 3 << (packed&7 + 1)
}
