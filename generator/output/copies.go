package output

import (
	"bytes"
	"path"
	"slices"
	"sync"
	"time"

	"github.com/klauspost/compress/gzip"

	"github.com/som-hub/vitryna/generator/filename"
)

// CopySuffix ends the name of a compressed copy.
const CopySuffix = ".gz"

// CopiedEndings are the endings of files that get a compressed copy, where copies are wanted: texts. Pictures, books and archives are compressed already.
var CopiedEndings = []string{".css", ".csv", ".geojson", ".html", ".ics", ".js", ".json", ".svg", ".txt", ".vtt", ".webmanifest", ".xml"}

// smallestCopied is the size from which a copy saves anything on the way: less than that goes in one packet anyway.
const smallestCopied = 1 << 10

// copied tells whether a file gets a compressed copy. Name and size decide, so it is known of a file that is not read, too.
func copied(name string, size int64) bool {
	return size >= smallestCopied && slices.Contains(CopiedEndings, path.Ext(name))
}

// packers are kept, for each of them takes half a megabyte.
var packers = sync.Pool{New: func() any {
	z, err := gzip.NewWriterLevel(nil, gzip.BestCompression)
	if err != nil {
		panic(err) // the level is one of the library's own
	}
	return z
}}

// packed compresses data. The same data gives the same bytes: the head has neither a time nor a name.
func packed(data []byte) ([]byte, error) {
	var b bytes.Buffer
	z := packers.Get().(*gzip.Writer)
	defer packers.Put(z)
	z.Reset(&b)
	z.ModTime = time.Unix(0, 0) // which is written as «none»; the zero time is not
	if _, err := z.Write(data); err != nil {
		return nil, err
	}
	err := z.Close()
	return b.Bytes(), err
}

// Copies has the writer lay a compressed copy (gzip) beside every text of some size, as files of the site: hosts that do not compress by themselves can give it to
// visitors. It is called before the first Put or Keep. A copy has the time of its file, as servers advise; so a copy that was touched is known, too.
func (w *Writer) Copies() { w.copies = true }

// putCopy makes the copy of a file that has just been put, and lies under a name of the disk.
func (w *Writer) putCopy(name, lies string, data []byte) (changed bool, err error) {
	stat, err := w.dir.lstat(lies)
	if err != nil {
		return false, err
	}
	small, err := packed(data)
	if err != nil {
		return false, err
	}
	_, changed, err = w.put(name+CopySuffix, small, stat.ModTime())
	return changed, err
}

// keptCopy tells whether the copy of a file lies there as it was left.
func (w *Writer) keptCopy(name string, modified time.Time) bool {
	stat, err := w.dir.lstat(name + CopySuffix)
	return err == nil && filename.Regular(stat.Mode()) && stat.ModTime().Equal(modified) && w.old.ours(name+CopySuffix)
}
