package generator

import (
	"encoding/binary"
	"testing"
)

// FuzzNote reads any bytes as the note of the texts of a site: nothing that is damaged, or made by somebody, may stop a build.
func FuzzNote(f *testing.F) {
	f.Add("")
	f.Add(string(binary.AppendUvarint(nil, 1<<63)))
	f.Add("\x05abcde\x02\x02\x01" + string(make([]byte, 32)) + "\x01x\xff\xff\xff\xff\x7f")
	f.Fuzz(func(t *testing.T, note string) {
		k := &keptFiles{old: map[string]*keptFile{}}
		k.read(note)
		for file, entry := range k.old {
			if entry == nil || len(entry.texts) != len(entry.faces) || len(entry.texts) > len(note) {
				t.Errorf("%q: %+v", file, entry)
			}
		}
	})
}
