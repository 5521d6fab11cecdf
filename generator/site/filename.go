package site

import (
	"strings"
	"unicode/utf8"
)

// What names of files mean by themselves, for whoever reads, writes or packs a site's folder.

// Private tells whether a file lies in a folder private/, or is one: it is never published (PD-04). On Windows Private is the same name.
func Private(file string) bool {
	return strings.Contains("/"+strings.ToLower(file)+"/", "/private/")
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
