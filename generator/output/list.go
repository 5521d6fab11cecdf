package output

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// ListName is the file, at the top of a folder of output, that names the files there that Vitryna wrote: one a line, sorted
// after a build has ended well. It is not part of the site.
const ListName = ownPrefix + "files"

// list is such a file as it was read.
type list struct {
	raw    []byte // nil if there was none
	names  []string
	folded map[string]bool // in small letters, for disks that take both cases for one
}

// has reports whether a name is in the list, in these letters.
func (l list) has(name string) bool {
	_, ok := slices.BinarySearch(l.names, name)
	return ok
}

// ours reports whether what the disk shows under a name is a file of the list: in letters of either case.
func (l list) ours(name string) bool { return l.folded[strings.ToLower(name)] }

// readList reads the list. A last line without an end, of a build that was killed or had no room, is no name: it is
// cut off, or the next name would be appended to it. A line that is no good name, after somebody's hand, is passed over.
func (d disk) readList() (list, error) {
	raw, err := d.readFile(ListName)
	if errors.Is(err, fs.ErrNotExist) {
		return list{}, nil
	}
	if err != nil {
		return list{}, err
	}
	whole := raw[:bytes.LastIndexByte(raw, '\n')+1]
	if len(whole) < len(raw) {
		if err := d.replaceList(whole); err != nil {
			return list{}, err
		}
	}
	l := list{raw: whole, folded: map[string]bool{}}
	for line := range strings.Lines(string(whole)) {
		name := strings.TrimRight(line, "\r\n")
		if CheckName(name) == nil {
			l.names = append(l.names, name)
			l.folded[strings.ToLower(name)] = true
		}
	}
	slices.Sort(l.names)
	l.names = slices.Compact(l.names)
	return l, nil
}

// files returns the names of the files taken, sorted.
func (n *names) files() []string {
	files := make([]string, 0, len(n.taken))
	for _, e := range n.taken {
		if !e.dir {
			files = append(files, e.name)
		}
	}
	slices.Sort(files)
	return files
}

// writeList writes the exact list, unless it lies there already.
func (d disk) writeList(names []string) error {
	var b bytes.Buffer
	for _, name := range names {
		b.WriteString(name + "\n")
	}
	if now, err := d.readFile(ListName); err == nil && bytes.Equal(now, b.Bytes()) {
		return nil
	}
	return d.replaceList(b.Bytes())
}

// restoreList brings back the list that was read.
func (d disk) restoreList(old list) error {
	if old.raw == nil {
		return d.remove(ListName)
	}
	return d.replaceList(old.raw)
}

func (d disk) replaceList(data []byte) error {
	temp, err := d.writeTemp(data)
	if err != nil {
		return err
	}
	if err := d.rename(temp, ListName); err != nil {
		d.remove(temp) // unchecked: the next build sweeps it
		return err
	}
	return nil
}

// Hold takes the right to write to a folder until release is called, or the program dies. [ErrBusy] tells that another program has it.
func Hold(dir string) (release func(), err error) {
	l, err := acquire(dir)
	if err != nil {
		return nil, err
	}
	return l.release, nil
}

// Listed are the files that Vitryna has written to a folder of output, sorted: the site, and nothing else that may lie there.
func Listed(dir string) ([]string, error) {
	raw, err := os.ReadFile(filepath.Join(dir, ListName))
	if err != nil {
		return nil, err
	}
	var names []string
	for line := range strings.Lines(string(raw[:bytes.LastIndexByte(raw, '\n')+1])) {
		if name := strings.TrimRight(line, "\r\n"); CheckName(name) == nil {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names), nil
}
