package picture

import (
	"bytes"
	"encoding/binary"
	"strings"
)

// sniff tells the format by the first bytes: one of readers in lower case, another known one by its usual name, or "".
func sniff(data []byte) string {
	for _, m := range magics {
		if bytes.HasPrefix(data, []byte(m.prefix)) {
			return m.format
		}
	}
	switch {
	case len(data) >= 12 && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP":
		return "webp"
	case len(data) >= 12 && string(data[4:8]) == "ftyp":
		return sniffBoxes(data)
	case bytes.HasPrefix(data, []byte("II*\x00")), bytes.HasPrefix(data, []byte("MM\x00*")):
		return sniffTIFF(data)
	case len(data) >= 26 && string(data[:2]) == "BM" && binary.LittleEndian.Uint32(data[6:]) == 0:
		return "BMP"
	case looksLikeSVG(data):
		return "svg"
	}
	return ""
}

var magics = []struct{ prefix, format string }{
	{"\xFF\xD8\xFF", "jpeg"},
	{pngSignature, "png"},
	{"GIF87a", "gif"},
	{"GIF89a", "gif"},
	{"\xFF\x0A", "JPEG XL"},
	{"\x00\x00\x00\x0CJXL ", "JPEG XL"},
	{"\x00\x00\x00\x0CjP  ", "JPEG 2000"},
	{"8BPS", "PSD"},
	{"%PDF-", "PDF"},
	{"\x00\x00\x01\x00", "ICO"},
	{"\x1F\x8B", "SVGZ"},
	{"FUJIFILM", "RAW"},
	{"IIRO", "RAW"},
	{"IIRS", "RAW"},
	{"IIU\x00", "RAW"},
	{"\x00MRM", "RAW"},
	{"FOVb", "RAW"},
}

// sniffBoxes tells the members of the family of MP4 apart by their brands.
func sniffBoxes(data []byte) string {
	size := min(int(binary.BigEndian.Uint32(data)), len(data), 256)
	if size < 12 {
		return ""
	}
	brands := string(data[8:size])
	switch major := brands[:4]; {
	case strings.Contains(brands, "avif"), strings.Contains(brands, "avis"):
		return "AVIF"
	case strings.HasPrefix(major, "he"), major == "mif1", major == "msf1":
		return "HEIC"
	case major == "crx ":
		return "RAW"
	}
	return "MP4"
}

// sniffTIFF tells a scan from a photograph of a camera, which often calls itself TIFF.
func sniffTIFF(data []byte) string {
	const dngVersion = 0xC612
	if len(data) >= 10 && string(data[8:10]) == "CR" {
		return "RAW"
	}
	raw := false
	tiffEntries(data, func(tag uint16, _ []byte, _ binary.ByteOrder) { raw = raw || tag == dngVersion })
	if raw {
		return "RAW"
	}
	return "TIFF"
}

// looksLikeSVG asks for an XML beginning and a root named svg soon after it.
func looksLikeSVG(data []byte) bool {
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	data = bytes.TrimLeft(data[:min(len(data), 8192)], " \t\r\n")
	return bytes.HasPrefix(data, []byte("<")) && (bytes.Contains(data, []byte("<svg")) || bytes.Contains(data, []byte(":svg")))
}
