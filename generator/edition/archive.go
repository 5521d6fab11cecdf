package edition

import (
	"archive/zip"
	"bytes"
	"cmp"
	"compress/flate"
	"crypto/sha256"
	"hash/crc32"
	"io"
	"slices"
	"time"
)

// Entry is one file of an archive, packed.
type Entry struct {
	Path string
	Size int64 // unpacked
	Sum  [sha256.Size]byte

	packed []byte
	method uint16
	crc    uint32
}

// Pack makes a file an entry. What does not get smaller, as pictures, is kept as it is.
func Pack(file string, data []byte) (Entry, error) {
	e := Entry{Path: file, Size: int64(len(data)), Sum: sha256.Sum256(data), packed: data, method: zip.Store, crc: crc32.ChecksumIEEE(data)}
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.DefaultCompression)
	if err != nil {
		return Entry{}, err
	}
	if _, err := w.Write(data); err != nil {
		return Entry{}, err
	}
	if err := w.Close(); err != nil {
		return Entry{}, err
	}
	if b.Len() < len(data) {
		e.packed, e.method = b.Bytes(), zip.Deflate
	}
	return e, nil
}

// Write writes the archive. The files that a visitor shall see first stand first, the others by name; all bear the day of the build. Sizes stand before
// the files, not behind them, which old unzip programs do not understand.
func Write(w io.Writer, entries []Entry, day time.Time) error {
	entries = slices.Clone(entries)
	slices.SortFunc(entries, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(place(a.Path), place(b.Path)), cmp.Compare(a.Path, b.Path))
	})
	z := zip.NewWriter(w)
	for _, e := range entries {
		header := &zip.FileHeader{
			Name: e.Path, Method: e.method, CRC32: e.crc, CompressedSize64: uint64(len(e.packed)), UncompressedSize64: uint64(e.Size), CreatorVersion: 20, ReaderVersion: 20,
		}
		header.SetMode(0o644) // names the system, without which unzip takes the name that is not in ASCII for one of DOS
		if !ascii(e.Path) {
			header.Flags |= utf8Name
		}
		// CreateRaw writes these two and nothing made of Modified, so that there is no field which an old program does not know.
		//lint:ignore SA1019 see above
		header.ModifiedDate, header.ModifiedTime = dosDate(day), 0
		to, err := z.CreateRaw(header)
		if err != nil {
			return err
		}
		if _, err := to.Write(e.packed); err != nil {
			return err
		}
	}
	return z.Close()
}

// utf8Name is the flag of an entry whose name is in UTF-8.
const utf8Name = 0x800

func place(file string) int {
	if at := slices.Index([]string{StartFile, HomeFile, ReadmeFile, SumsFile, RemovedFile}, file); at >= 0 {
		return at
	}
	return 9
}

// dosDate is a day as archives write it: from 1980 on.
func dosDate(day time.Time) uint16 {
	year := min(max(day.Year(), 1980), 2107)
	return uint16(year-1980)<<9 | uint16(day.Month())<<5 | uint16(day.Day())
}

func ascii(name string) bool {
	for i := range len(name) {
		if name[i] < ' ' || name[i] > '~' {
			return false
		}
	}
	return true
}

// Longest is how long a path may be: Windows takes 260 signs, and the copy lies in a folder of its own.
const Longest = 200

// GoodName tells whether a file of the site can be unpacked everywhere: by programs that know ASCII only, and in a folder of Windows.
func GoodName(file string) bool {
	return file == StartFile || ascii(file) && len(file) <= Longest
}
