package feed

import (
	"cmp"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
)

// The files that hosts of the web read and visitors do not. They say in the headers of answers what a page cannot say of itself, lead from old addresses
// to new ones before a page is loaded, and name the types that a host may not know. A host that reads none of them loses nothing that a
// page needs.
const (
	HeadersFile   = "_headers"   // Netlify, Cloudflare Pages
	RedirectsFile = "_redirects" // the same
	ApacheFile    = ".htaccess"  // Apache, LiteSpeed
	NoJekyllFile  = ".nojekyll"  // GitHub Pages: take the files as they are
)

// What browsers may do with what they got.
const (
	forEver = "public, max-age=31536000, immutable" // of a file whose name bears its digest
	askBack = "no-cache"                            // keep it, but ask each time whether it is still so
)

// header is one line of an answer.
type header struct{ name, value string }

// everywhere are the headers of every answer.
var everywhere = []header{
	{"X-Content-Type-Options", "nosniff"},
	{"Referrer-Policy", "same-origin"},
	{"Permissions-Policy", "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()"},
	{"X-Frame-Options", "SAMEORIGIN"},
}

// types are those that a host may not know by the name of a file. The address of a manifest has no rule for its ending on every host, so they
// stand in [ApacheFile] only; the others know them.
var types = []header{
	{"application/epub+zip", ".epub"}, {"application/manifest+json", ".webmanifest"}, {"application/geo+json", ".geojson"}, {"image/avif", ".avif"}, {"image/svg+xml", ".svg"}, {"image/webp", ".webp"},
	{"text/calendar", ".ics"}, {"text/csv", ".csv"}, {"text/javascript", ".js"}, {"text/vtt", ".vtt"},
}

// Hosting are the files for hosts, by name. policy is the Content-Security-Policy of pages.
func Hosting(s *site.Site, policy string) map[string][]byte {
	base := ""
	if u, err := url.Parse(s.Config.BaseURL); err == nil {
		base = u.EscapedPath()
	}
	moves := moves(s, base)
	files := map[string][]byte{
		HeadersFile: headers(policy, base), ApacheFile: apache(policy, base, moves, s.Config.Compress), NoJekyllFile: {},
	}
	if len(moves) > 0 {
		files[RedirectsFile] = redirects(moves)
	}
	return files
}

// policyOfAnswers is the policy of pages as an answer bears it. Two policies hold both, so this one may forbid nothing that some page allows: a manual
// in one file has its styles inside and names them by their digest in a policy of its own. What is left out here every page says of itself.
// What only an answer can say is added: who may show the site in a frame.
func policyOfAnswers(ofPages string) string {
	var list []string
	for directive := range strings.SplitSeq(ofPages, ";") {
		directive = strings.TrimSpace(directive)
		switch name, _, _ := strings.Cut(directive, " "); name {
		case "default-src", "style-src", "":
		case "font-src":
			list = append(list, directive+" data:") // likewise of that manual
		default:
			list = append(list, directive)
		}
	}
	return strings.Join(append(list, "worker-src 'self'", "object-src 'none'", "frame-src 'self'", "frame-ancestors 'self'"), "; ")
}

// headers is [HeadersFile]. Where two rules fit one address, hosts join what they say with a comma: so nothing is said twice. Pages are asked back for
// by themselves there, and no rule may name the ending of a file after a folder: only what lies in folders of hashed files is kept for ever.
func headers(policy, base string) []byte {
	var b strings.Builder
	rule := func(path string, list ...header) {
		b.WriteString(base + path + "\n")
		for _, h := range list {
			b.WriteString("  " + h.name + ": " + h.value + "\n")
		}
	}
	rule("/*", append(slices.Clone(everywhere), header{"Content-Security-Policy", policyOfAnswers(policy)})...)
	rule("/assets/*", header{"Cache-Control", forEver})
	rule("/cards/*", header{"Cache-Control", forEver})
	rule("/sw.js", header{"Cache-Control", askBack})
	rule("/offline/version.json", header{"Cache-Control", askBack})
	for _, name := range []string{"/manifest.webmanifest", "/manifest.en.webmanifest"} {
		rule(name, header{"Content-Type", "application/manifest+json"})
	}
	return []byte(b.String())
}

// apache is [ApacheFile]. All of it needs the one right FileInfo, which hosts give; what a host has no module for is passed over. copies tells whether compressed copies
// lie beside the files.
func apache(policy, base string, moves []move, copies bool) []byte {
	var b strings.Builder
	line := func(parts ...string) { b.WriteString(strings.Join(parts, " ") + "\n") }
	line("ErrorDocument 404", base+"/404.html")
	line("AddDefaultCharset utf-8")
	line("<IfModule mod_mime.c>")
	for _, t := range types {
		line("  AddType", t.name, t.value)
	}
	line("  AddCharset utf-8 .css .csv .html .ics .js .json .txt .vtt .webmanifest .xml")
	line("</IfModule>")
	line("<IfModule mod_headers.c>")
	for _, h := range everywhere {
		line("  Header set", h.name, `"`+h.value+`"`)
	}
	match := func(pattern string, list ...header) {
		line(`  <FilesMatch "` + pattern + `">`)
		for _, h := range list {
			line("    Header set", h.name, `"`+h.value+`"`)
		}
		line("  </FilesMatch>")
	}
	end := "$"
	if copies {
		end = `(\.gz)?$` // a copy is answered with what its file would be answered with
	}
	match(`\.html`+end, header{"Content-Security-Policy", policyOfAnswers(policy)})
	match(`\.(html|json|xml|csv|ics|txt|webmanifest)`+end, header{"Cache-Control", askBack})
	match(`\.[0-9a-f]{8,}\.[a-z0-9]+`+end, header{"Cache-Control", forEver})
	match(`^(sw\.js|version\.json)`+end, header{"Cache-Control", askBack})
	line("</IfModule>")
	if copies {
		apacheCopies(line)
	}
	line("<IfModule mod_alias.c>")
	line(`  RedirectMatch 404 "/\.vitryna"`)
	for _, m := range moves {
		if !strings.ContainsAny(m.from, "\"\\") {
			line(`  RedirectMatch 301 "^`+regexp.QuoteMeta(m.from)+`/?$"`, `"`+m.to+`"`)
		}
	}
	line("</IfModule>")
	return []byte(b.String())
}

// redirects is [RedirectsFile]: an old address with and without its slash.
func redirects(moves []move) []byte {
	var b strings.Builder
	for _, m := range moves {
		from := (&url.URL{Path: m.from}).EscapedPath()
		b.WriteString(from + " " + m.to + " 301\n" + from + "/ " + m.to + " 301\n")
	}
	return []byte(b.String())
}

// move is an old address, decoded and without a slash at its end, and where it leads, encoded.
type move struct{ from, to string }

// moves are the old addresses of all items with a page, sorted.
func moves(s *site.Site, base string) []move {
	var list []move
	for _, item := range s.Items {
		if !item.HasPage() {
			continue
		}
		v, _ := item.UK.Doc.Value("aliases")
		for _, alias := range v.Items {
			from := strings.Trim(site.AliasAddress(alias.Text), "/")
			if from == "" || s.Item(from) != nil || strings.ContainsAny(from, ":*") || strings.ContainsFunc(from, func(r rune) bool { return r < ' ' }) {
				continue // a page of today has it (E-ADDRESS), or a host would read it as a pattern: the page that leads on is there
			}
			to := base + "/" + (&url.URL{Path: item.UK.Address()}).EscapedPath()
			list = append(list, move{base + "/" + from, to})
		}
	}
	slices.SortFunc(list, func(a, b move) int { return cmp.Or(strings.Compare(a.from, b.from), strings.Compare(a.to, b.to)) })
	return slices.CompactFunc(list, func(a, b move) bool { return a.from == b.from })
}
