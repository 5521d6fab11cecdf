// Package filename tells what the name of a file, or its mode, says of it before anybody opens it: whether it is private, no author's, or none at all on
// Windows. Whoever reads, writes, packs or publishes a site's folder asks here.
package filename

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Private tells whether a file lies in a folder private/ or in a copy of one, or is called so: it is never published (PD-04).
func Private(file string) bool {
	dir, name := path.Split(file)
	return strings.EqualFold(name, "private") || slices.ContainsFunc(strings.Split(dir, "/"), PrivateFolder)
}

// PrivateFolder tells whether a folder is called private, or as systems and people call its copies: «Private», «private (копія)», «private - Copy»,
// «Копія private», «private.bak», «private-DESKTOP-7GH3K2».
func PrivateFolder(name string) bool {
	before, after, found := strings.Cut(strings.ToLower(name), "private")
	first, _ := utf8.DecodeRuneInString(after)
	last, _ := utf8.DecodeLastRuneInString(before)
	return found && !unicode.IsLetter(first) && !unicode.IsLetter(last)
}

// LeftOver tells by its name whether a file is no author's: systems and editors leave such beside what she wrote. Windows and clouds write desktop.ini in more than one way.
func LeftOver(name string) bool {
	return strings.EqualFold(name, "Thumbs.db") || strings.EqualFold(name, "desktop.ini") || strings.HasPrefix(name, "~$") ||
		strings.HasPrefix(name, ".") || strings.HasSuffix(name, ".tmp") || strings.HasSuffix(name, "~") || strings.HasSuffix(name, ".bak")
}

// Device tells of a name without its ending that Windows keeps it for a device: no file and no folder there can have it.
func Device(stem string) bool {
	switch stem = strings.ToLower(stem); stem {
	case "con", "prn", "aux", "nul", "conin$", "conout$":
		return true
	}
	number, port := strings.CutPrefix(stem, "com")
	if !port {
		number, port = strings.CutPrefix(stem, "lpt")
	}
	return port && utf8.RuneCountInString(number) == 1 && strings.Contains("0123456789¹²³", number)
}

// NotDevice is another name for what would have the name of a device, the one that the message E-NAME gives; any other name stays.
func NotDevice(id string) string {
	if Device(id) {
		return "storinka-" + id
	}
	return id
}

// Regular tells the mode of a file that can be read to its end. Irregular is what Windows knows to lie elsewhere until it is opened, as OneDrive keeps files.
func Regular(mode fs.FileMode) bool { return mode.Type()&^fs.ModeIrregular == 0 }
