package picture

import (
	"bytes"
	"slices"
	"testing"
)

// profile is one like that of a phone's camera, with words planted in it.
func profile(name string) []byte {
	tags := map[string][]byte{"desc": iccText(2, "desc", name), "cprt": iccText(2, "text", planted), "dmnd": iccText(2, "desc", planted), "prvt": iccText(2, "text", planted)}
	for _, tag := range []string{"rXYZ", "gXYZ", "bXYZ", "wtpt"} {
		tags[tag] = append([]byte("XYZ \x00\x00\x00\x00"), 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, byte(len(tag)))
	}
	tags["rTRC"] = []byte("curv\x00\x00\x00\x00\x00\x00\x00\x01\x02\x33\x00\x00")
	head := make([]byte, iccHead)
	copy(head[4:], "PLAN")
	head[8] = 2
	copy(head[12:], "mntrRGB XYZ ")
	copy(head[36:], "acsp")
	copy(head[48:], "PLANTED")
	return writeAll(head, tags)
}

func writeAll(head []byte, tags map[string][]byte) []byte {
	var names []string
	for name := range tags {
		names = append(names, name)
	}
	slices.Sort(names)
	return writeProfile(head, names, tags)
}

func TestColourProfile(t *testing.T) {
	photo := encoded(t, JPEG, photograph(700, 500))
	drawing := slices.Concat(encoded(t, PNG, corners(700, 500)), make([]byte, 40<<10))
	for name, tt := range map[string]struct {
		profile string
		stays   bool
	}{"wide": {"Display P3", true}, "usual": {"sRGB IEC61966-2.1", false}} {
		for format, data := range map[string][]byte{"jpeg": withProfile("jpeg", photo, profile(tt.profile)), "png": withProfile("png", drawing, profile(tt.profile))} {
			plan, m := made(t, data, WebP)
			if want := map[string]int{"jpeg": 4, "png": 2}[format]; len(plan.Sizes) != 2 || len(m.Files) != want {
				t.Errorf("%s %s: %d sizes, %d files", name, format, len(plan.Sizes), len(m.Files))
			}
			for _, file := range m.Files {
				p, err := read(file)
				if err != nil || (p.profile != nil) != tt.stays {
					t.Errorf("%s %s: a profile of %d bytes, %v", name, format, len(p.profile), err)
				}
				tags, ok := iccTags(p.profile)
				if tt.stays && (!ok || tags["rXYZ"] == nil || tags["rTRC"] == nil || tags["dmnd"] != nil) {
					t.Errorf("%s %s: tags %v", name, format, tags)
				}
				if bytes.Contains(p.profile, []byte("PLAN")) {
					t.Errorf("%s %s: the profile tells of its maker", name, format)
				}
				if again := cleanProfile(p.profile, "RGB "); tt.stays && !bytes.Equal(again, p.profile) {
					t.Errorf("%s %s: cleaned twice it is another profile", name, format)
				}
			}
		}
	}
	if got := cleanProfile(profile("Display P3"), "GRAY"); got != nil {
		t.Error("a profile of colours is kept for a grey picture")
	}
}

func FuzzProfile(f *testing.F) {
	f.Add(profile("wide"))
	f.Add(profile("sRGB"))
	f.Fuzz(func(t *testing.T, data []byte) {
		clean := cleanProfile(data, "RGB ")
		if clean == nil {
			return
		}
		if again := cleanProfile(clean, "RGB "); !bytes.Equal(again, clean) {
			t.Error("cleaned twice it is another profile")
		}
	})
}
