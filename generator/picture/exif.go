package picture

import (
	"bytes"
	"encoding/binary"
)

// The tags of EXIF that concern us.
const (
	tagOrientation = 0x0112
	tagGPS         = 0x8825
)

// readEXIF reads the two things of EXIF that are asked for. It reads only the first directory and that of the place, so it is
// linear whatever the offsets say, and what cannot be read is not there, as in browsers.
func readEXIF(tiff []byte) (orientation int, gps bool) {
	tiff = bytes.TrimPrefix(tiff, []byte(exifHeader)) // some writers of WebP put the header of JPEG here
	orientation = 1
	tiffEntries(tiff, func(tag uint16, entry []byte, order binary.ByteOrder) {
		kind, count := order.Uint16(entry[2:]), order.Uint32(entry[4:])
		switch {
		case tag == tagOrientation && kind == 3 && count == 1:
			if v := int(order.Uint16(entry[8:])); v >= 1 && v <= 8 {
				orientation = v
			}
		case tag == tagGPS && kind == 4:
			gps = gps || tellsPlace(tiff, order.Uint32(entry[8:]), order)
		}
	})
	return orientation, gps
}

// tellsPlace reports whether a directory of GPS holds a latitude or longitude; many cameras write an empty one.
func tellsPlace(tiff []byte, offset uint32, order binary.ByteOrder) (found bool) {
	directory(tiff, offset, order, func(tag uint16, _ []byte, _ binary.ByteOrder) {
		switch tag {
		case 2, 4, 20, 22: // latitude and longitude, of the camera and of what it looks at
			found = true
		}
	})
	return found
}

// tiffEntries calls visit for each entry of the first directory of a TIFF.
func tiffEntries(tiff []byte, visit func(tag uint16, entry []byte, order binary.ByteOrder)) {
	if len(tiff) < 8 {
		return
	}
	var order binary.ByteOrder
	switch string(tiff[:4]) {
	case "II*\x00":
		order = binary.LittleEndian
	case "MM\x00*":
		order = binary.BigEndian
	default:
		return
	}
	directory(tiff, order.Uint32(tiff[4:]), order, visit)
}

func directory(tiff []byte, offset uint32, order binary.ByteOrder, visit func(tag uint16, entry []byte, order binary.ByteOrder)) {
	const entrySize = 12
	if uint64(offset)+2 > uint64(len(tiff)) {
		return
	}
	rest := tiff[offset:]
	count := int(order.Uint16(rest))
	for rest = rest[2:]; count > 0 && len(rest) >= entrySize; count-- {
		visit(order.Uint16(rest), rest[:entrySize], order)
		rest = rest[entrySize:]
	}
}

const exifHeader = "Exif\x00\x00"

// orientationOnly is the smallest EXIF: a TIFF of one directory with one entry.
func orientationOnly(orientation int) []byte {
	tiff := []byte("MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00")
	tiff[19] = byte(orientation)
	return tiff
}
