package edition

import (
	"strings"
	"unicode/utf8"
)

// Manifest is what a system needs to know to install the site: the web app manifest.
type Manifest struct {
	Name, Description, Lang string
	Start                   string // address of the home page in that language, from the manifest: "./", "en/"
	Paper, Theme            string // colours: #fdfcfa
	Icons                   []Icon
}

// Icon is a picture of the site for the screen of a device.
type Icon struct {
	Path     string `json:"src"`
	Sizes    string `json:"sizes"`
	Type     string `json:"type"`
	Maskable bool   `json:"-"` // may be cut to a circle
	Purpose  string `json:"purpose"`
}

// longestName is how long a name below an icon may be, in signs: more is cut off by systems.
const longestName = 14

// ManifestFile is where the manifest of a language lies. They lie side by side at the root, for the worker does too.
func ManifestFile(lang string) string {
	if lang == "uk" {
		return "manifest.webmanifest"
	}
	return "manifest." + lang + ".webmanifest"
}

// JSON is the manifest as a file.
func (m Manifest) JSON() []byte {
	for i := range m.Icons {
		if m.Icons[i].Purpose = "any"; m.Icons[i].Maskable {
			m.Icons[i].Purpose = "maskable"
		}
	}
	return append(encode(struct {
		Name        string `json:"name"`
		Short       string `json:"short_name"`
		Description string `json:"description,omitempty"`
		Lang        string `json:"lang"`
		Dir         string `json:"dir"`
		ID          string `json:"id"`
		Start       string `json:"start_url"`
		Scope       string `json:"scope"`
		Display     string `json:"display"`
		Background  string `json:"background_color"`
		Theme       string `json:"theme_color"`
		Icons       []Icon `json:"icons"`
	}{
		m.Name, shortName(m.Name), m.Description, m.Lang, "ltr", m.Start, m.Start, "./", "standalone", m.Paper, m.Theme, m.Icons,
	}), '\n')
}

// shortName is the name for the place below an icon: whole words of it, as many as there is room for. A name in quotation marks inside of a
// longer one is what people call the thing.
func shortName(name string) string {
	if _, rest, ok := strings.Cut(name, "«"); ok {
		if inner, _, closed := strings.Cut(rest, "»"); closed && inner != "" {
			name = inner
		}
	}
	words := strings.Fields(name)
	short := ""
	for _, word := range words {
		longer := strings.TrimSpace(short + " " + word)
		if utf8.RuneCountInString(longer) > longestName {
			break
		}
		short = longer
	}
	short = strings.TrimRight(short, " ,.;:–—-")
	if short == "" && len(words) > 0 {
		return string([]rune(words[0])[:min(longestName, utf8.RuneCountInString(words[0]))])
	}
	return short
}
