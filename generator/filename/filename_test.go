package filename

import "testing"

func TestFileNames(t *testing.T) {
	for name, leftOver := range map[string]bool{
		"Thumbs.db": true, "desktop.ini": true, "Desktop.ini": true, "~$lyst.docx": true, ".DS_Store": true, "index.md~": true, "index.md.bak": true, "x.tmp": true,
		"index.md": false, "foto.jpg": false, "bak.md": false, "private": false,
	} {
		if got := LeftOver(name); got != leftOver {
			t.Errorf("LeftOver(%q) = %v", name, got)
		}
	}
	for stem, device := range map[string]bool{
		"con": true, "CON": true, "aux": true, "com1": true, "lpt9": true, "com¹": true, "conout$": true,
		"": false, "com": false, "com12": false, "coma": false, "kon": false, "auxiliary": false,
	} {
		if got := Device(stem); got != device {
			t.Errorf("Device(%q) = %v", stem, got)
		}
	}
	if got := NotDevice("con"); got != "storinka-con" || NotDevice("konkurs") != "konkurs" {
		t.Errorf("NotDevice(con) = %q", got)
	}
}
