package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"io"
	"slices"
)

// largestProfile is more than any profile of a camera or a screen needs; those of printing presses are not for the web.
const largestProfile = 1 << 20

// iccKeep are the tags that colours are computed from (ICC.1:2022, 9.2). Names, owners and serial numbers of devices, dates and
// measurements are not among them.
var iccKeep = []string{
	"wtpt", "chad", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC", "kTRC", "A2B0", "A2B1", "B2A0", "B2A1", "cicp",
}

const (
	iccHead  = 128
	iccEntry = 12
)

// cleanProfile returns the part of a colour profile that colours depend on, under a name of ours; nil where the profile is of no use:
// it is sRGB, which everybody assumes, it is damaged, or its colours are other than the picture's ("RGB " or "GRAY").
func cleanProfile(profile []byte, space string) []byte {
	tags, ok := iccTags(profile)
	if !ok || string(profile[16:20]) != space || isSRGB(tags["desc"]) {
		return nil
	}
	var names []string
	for _, name := range iccKeep {
		if tags[name] != nil {
			names = append(names, name)
		}
	}
	tags["desc"], tags["cprt"] = iccText(profile[8], "desc", "picture"), iccText(profile[8], "text", "-")
	return writeProfile(profile[:iccHead], append([]string{"desc", "cprt"}, names...), tags)
}

// iccTags takes a profile apart.
func iccTags(profile []byte) (map[string][]byte, bool) {
	if len(profile) < iccHead+4 || len(profile) > largestProfile || string(profile[36:40]) != "acsp" {
		return nil, false
	}
	count := int(binary.BigEndian.Uint32(profile[iccHead:]))
	if count > 100 || len(profile) < iccHead+4+count*iccEntry {
		return nil, false
	}
	tags := make(map[string][]byte, count)
	for i := range count {
		entry := profile[iccHead+4+i*iccEntry:]
		from, size := uint64(binary.BigEndian.Uint32(entry[4:])), uint64(binary.BigEndian.Uint32(entry[8:]))
		if size < 8 || from+size > uint64(len(profile)) {
			return nil, false
		}
		tags[string(entry[:4])] = profile[from : from+size]
	}
	return tags, true
}

// isSRGB looks for the name in a description, which is written in one byte a letter or in two.
func isSRGB(description []byte) bool {
	return bytes.Contains(description, []byte("sRGB")) || bytes.Contains(description, []byte("s\x00R\x00G\x00B"))
}

// writeProfile puts a profile together. What its header tells of the maker, the device and the day is left out.
func writeProfile(head []byte, names []string, tags map[string][]byte) []byte {
	out := slices.Clone(head)
	clear(out[4:8])    // preferred module
	clear(out[24:36])  // date
	clear(out[40:64])  // platform, flags, device
	clear(out[80:128]) // creator, digest
	out = binary.BigEndian.AppendUint32(out, uint32(len(names)))
	at := len(out) + len(names)*iccEntry
	var body []byte
	for _, name := range names {
		out = append(out, name...)
		out = binary.BigEndian.AppendUint32(out, uint32(at+len(body)))
		out = binary.BigEndian.AppendUint32(out, uint32(len(tags[name])))
		body = append(body, tags[name]...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
	}
	out = append(out, body...)
	binary.BigEndian.PutUint32(out, uint32(len(out)))
	return out
}

// iccText is a text in the form that the version of the profile asks for.
func iccText(version byte, kind, text string) []byte {
	var b []byte
	switch {
	case version >= 4:
		b = append(b, "mluc\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x0CenUS"...)
		b = binary.BigEndian.AppendUint32(b, uint32(2*len(text)))
		b = binary.BigEndian.AppendUint32(b, 28)
		for _, r := range text {
			b = append(b, 0, byte(r))
		}
	case kind == "desc":
		b = append(b, "desc\x00\x00\x00\x00"...)
		b = binary.BigEndian.AppendUint32(b, uint32(len(text)+1))
		b = append(append(b, text...), 0)
		b = append(b, make([]byte, 78)...)
	default:
		b = append(append(b, "text\x00\x00\x00\x00"...), text+"\x00"...)
	}
	return b
}

// profilePNG unpacks the profile of a chunk iCCP: a name, a nought, the way it is packed, the packed profile.
func profilePNG(body []byte) []byte {
	_, rest, found := bytes.Cut(body, []byte{0})
	if !found || len(rest) < 1 {
		return nil
	}
	r, err := zlib.NewReader(bytes.NewReader(rest[1:]))
	if err != nil {
		return nil
	}
	profile, err := io.ReadAll(io.LimitReader(r, largestProfile+1))
	if err != nil {
		return nil
	}
	return profile
}

// withProfile puts a profile into a finished JPEG or PNG; a WebP gets it while it is written.
func withProfile(format string, data, profile []byte) []byte {
	if profile == nil {
		return data
	}
	if format == "png" {
		const header = len(pngSignature) + 25
		var packed bytes.Buffer
		packed.WriteString("picture\x00\x00")
		z := zlib.NewWriter(&packed)
		z.Write(profile) // unchecked: into memory
		z.Close()        // unchecked: into memory
		return slices.Concat(data[:header], pngChunk("iCCP", packed.Bytes()), data[header:])
	}
	const part = 65535 - 2 - len(iccHeader) - 2
	pieces := [][]byte{data[:2]}
	count := (len(profile) + part - 1) / part
	for i, chunk := range slices.Collect(slices.Chunk(profile, part)) {
		pieces = append(pieces, jpegBytes(markerAPP0+2, slices.Concat([]byte(iccHeader), []byte{byte(i + 1), byte(count)}, chunk)))
	}
	return slices.Concat(append(pieces, data[2:])...)
}
