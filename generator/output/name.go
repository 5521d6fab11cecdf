package output

import (
	"fmt"
	"io/fs"
	"strings"

	"github.com/som-hub/vitryna/generator/filename"
)

// Reason says why a name was refused.
type Reason string

// The reasons.
const (
	ReasonName    Reason = "name"    // no name for a file, or not on every system
	ReasonCase    Reason = "case"    // another file or folder has the same name in other letters
	ReasonTwice   Reason = "twice"   // the same name a second time
	ReasonFolder  Reason = "folder"  // a file where a folder must be, or the reverse
	ReasonForeign Reason = "foreign" // a file that Vitryna did not write stands in the way
	ReasonLink    Reason = "link"    // a symbolic link stands in the way
)

// A Refusal tells of a file that was not taken, and why.
type Refusal struct {
	Path   string // the file that was to be written
	Other  string // the file or folder that stands in the way; "" for ReasonName and ReasonTwice
	Reason Reason
}

func (r *Refusal) Error() string {
	if r.Other == "" {
		return fmt.Sprintf("file %q refused: %s", r.Path, r.Reason)
	}
	return fmt.Sprintf("file %q refused: %s %q", r.Path, r.Reason, r.Other)
}

// CheckName returns a [*Refusal] if a file of this name cannot exist on Linux, Windows and macOS alike: the name is a slash path
// that does not leave its root, without the signs that Windows reserves, without a part that ends in a dot or space, and
// without the names of its devices. The names of Vitryna's own files are refused too.
func CheckName(name string) error {
	if !fs.ValidPath(name) || name == "." || strings.ContainsFunc(name, reserved) || isOwn(name) {
		return &Refusal{Path: name, Reason: ReasonName}
	}
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasSuffix(part, ".") || strings.HasSuffix(part, " ") || isDevice(part) || len(part) > 255 {
			return &Refusal{Path: name, Reason: ReasonName}
		}
	}
	return nil
}

func reserved(r rune) bool {
	switch r {
	case '<', '>', ':', '"', '|', '?', '*', '\\', 0x7F:
		return true
	}
	return r < ' '
}

// isDevice reports whether Windows takes the name for a device, whatever its extension.
func isDevice(part string) bool {
	stem, _, _ := strings.Cut(part, ".")
	return filename.Device(strings.TrimRight(stem, " "))
}

// names knows which names are taken. The zero value knows none.
type names struct {
	taken map[string]entry // by the name in small letters, folders included
}

type entry struct {
	name string
	dir  bool
}

// add takes a name and those of its folders. An error says why not; then nothing is taken.
func (n *names) add(name string) error {
	if err := CheckName(name); err != nil {
		return err
	}
	if n.taken == nil {
		n.taken = map[string]entry{}
	}
	folded := strings.ToLower(name)
	if old, ok := n.taken[folded]; ok {
		return clash(name, name, false, old)
	}
	for i := strings.LastIndexByte(name, '/'); i > 0; i = strings.LastIndexByte(name[:i], '/') {
		if old, ok := n.taken[strings.ToLower(name[:i])]; ok {
			if !old.dir || old.name != name[:i] {
				return clash(name, name[:i], true, old)
			}
			break // its own folders are known too
		}
	}
	n.taken[folded] = entry{name: name}
	for i := strings.LastIndexByte(name, '/'); i > 0; i = strings.LastIndexByte(name[:i], '/') {
		key := strings.ToLower(name[:i])
		if _, ok := n.taken[key]; ok {
			break
		}
		n.taken[key] = entry{name: name[:i], dir: true}
	}
	return nil
}

// has reports whether a file of exactly this name was taken.
func (n *names) has(name string) bool {
	e, ok := n.taken[strings.ToLower(name)]
	return ok && !e.dir && e.name == name
}

// clash says how part of name, a folder or the file itself, meets what is there.
func clash(name, part string, dir bool, old entry) error {
	switch {
	case part != old.name:
		return &Refusal{Path: name, Other: old.name, Reason: ReasonCase}
	case dir != old.dir:
		return &Refusal{Path: name, Other: old.name, Reason: ReasonFolder}
	}
	return &Refusal{Path: name, Reason: ReasonTwice}
}
