package feed

import (
	"strings"
	"testing"

	"github.com/som-hub/vitryna/generator/site"
)

// hosted is a site with old addresses.
func hosted(base string, aliases ...string) *site.Site {
	d := doc(pageKind, site.UK, "a", "А")
	v := site.Value{Field: &site.Field{Name: "aliases"}}
	for _, alias := range aliases {
		v.Items = append(v.Items, site.Value{Text: alias})
	}
	d.Values = append(d.Values, v)
	item := &site.Item{Kind: pageKind, Section: "pages", ID: "a", Path: "pages/a"}
	item.UK = &site.Page{Item: item, Doc: d}
	return &site.Site{Config: site.Config{BaseURL: base}, Items: []*site.Item{item}}
}

const pagePolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'self'; connect-src 'self'"

func TestHostingRedirects(t *testing.T) {
	tests := []struct {
		name, base, alias string
		redirects, apache string // "" for none
	}{
		{"plain", "", "/stara/", "/stara /pages/a/ 301\n/stara/ /pages/a/ 301\n", `RedirectMatch 301 "^/stara/?$" "/pages/a/"`},
		{"deep, with a dot", "https://example.org", "/a/b.html", "/a/b.html /pages/a/ 301\n/a/b.html/ /pages/a/ 301\n", `RedirectMatch 301 "^/a/b\.html/?$" "/pages/a/"`},
		{"the file of a folder", "", "/stara/index.html", "/stara /pages/a/ 301\n/stara/ /pages/a/ 301\n", `RedirectMatch 301 "^/stara/?$" "/pages/a/"`},
		{"in a folder of its host", "https://example.org/centr", "/stara", "/centr/stara /centr/pages/a/ 301\n/centr/stara/ /centr/pages/a/ 301\n", `RedirectMatch 301 "^/centr/stara/?$" "/centr/pages/a/"`},
		{"Cyrillic", "", "/стара", "/%D1%81%D1%82%D0%B0%D1%80%D0%B0 /pages/a/ 301\n/%D1%81%D1%82%D0%B0%D1%80%D0%B0/ /pages/a/ 301\n", `RedirectMatch 301 "^/стара/?$" "/pages/a/"`},
		{"a space", "", "/a b", "/a%20b /pages/a/ 301\n/a%20b/ /pages/a/ 301\n", `RedirectMatch 301 "^/a b/?$" "/pages/a/"`},
		{"everything is no address", "", "/*", "", ""},
		{"nor is a placeholder", "", "/:x/", "", ""},
		{"nor a line break", "", "/a\n/* https://example.com 301", "", ""},
		{"a quote ends no line of Apache", "", `/a" "/b`, "/a%22%20%22/b /pages/a/ 301\n/a%22%20%22/b/ /pages/a/ 301\n", ""},
		{"nothing", "", "/", "", ""},
		{"signs of a pattern", "", "/a(b)+c", "/a%28b%29+c /pages/a/ 301\n/a%28b%29+c/ /pages/a/ 301\n", `RedirectMatch 301 "^/a\(b\)\+c/?$" "/pages/a/"`},
	}
	for _, test := range tests {
		files := Hosting(hosted(test.base, test.alias), pagePolicy)
		if got := string(files[RedirectsFile]); got != test.redirects {
			t.Errorf("%s: %q", test.name, got)
		}
		apache := string(files[ApacheFile])
		if test.apache == "" && strings.Contains(apache, "RedirectMatch 301") || !strings.Contains(apache, test.apache) {
			t.Errorf("%s: %s", test.name, apache)
		}
	}
	if _, there := Hosting(hosted(""), pagePolicy)[RedirectsFile]; there {
		t.Error("a site without old addresses has redirects")
	}
}

// An answer forbids nothing that a page allows, and no more is allowed than a page does but what is told here.
func TestHostingPolicy(t *testing.T) {
	want := "script-src 'self'; img-src 'self' data:; font-src 'self' data:; base-uri 'none'; form-action 'self'; connect-src 'self'; " +
		"worker-src 'self'; object-src 'none'; frame-src 'self'; frame-ancestors 'self'"
	if got := policyOfAnswers(pagePolicy); got != want {
		t.Errorf("%s\n%s", got, want)
	}
	files := Hosting(hosted("https://example.org/centr"), pagePolicy)
	for _, name := range []string{HeadersFile, ApacheFile} {
		for _, part := range []string{want, "nosniff", "X-Frame-Options", "Referrer-Policy", "Permissions-Policy", "immutable", "no-cache"} {
			if strings.Count(string(files[name]), part) == 0 {
				t.Errorf("%s has no %s", name, part)
			}
		}
	}
	// Hosts join what two rules say of one address, so no header may be said by two rules that fit one.
	seen := map[string]bool{}
	for line := range strings.Lines(string(files[HeadersFile])) {
		name, _, _ := strings.Cut(strings.TrimSpace(line), ":")
		if strings.HasPrefix(line, "  ") {
			if seen[name] && name != "Cache-Control" && name != "Content-Type" {
				t.Errorf("%s is said twice", name)
			}
			seen[name] = true
		} else if !strings.HasPrefix(line, "/centr/") {
			t.Errorf("%q is no address of the site", line)
		}
	}
	if first, _, _ := strings.Cut(string(files[HeadersFile]), "/centr/assets/*"); strings.Contains(first, "Cache-Control") {
		t.Error("what holds everywhere tells how long to keep")
	}
}

// With compressed copies Apache gives them to whoever takes them, as what they are, with all that their files are answered with. Without, nothing of it is there.
func TestHostingCopies(t *testing.T) {
	s := hosted("https://example.org/centr", "/stara/")
	if apache := string(Hosting(s, pagePolicy)[ApacheFile]); strings.Contains(apache, "gz") || strings.Contains(apache, "Rewrite") {
		t.Error(apache)
	}
	s.Config.Compress = true
	apache := string(Hosting(s, pagePolicy)[ApacheFile])
	for _, line := range []string{
		"  RewriteCond %{REQUEST_FILENAME}.gz -f\n", "    Header merge Vary Accept-Encoding\n",
		"  <FilesMatch \"\\.html\\.gz$\">\n    ForceType \"text/html; charset=utf-8\"\n    AddEncoding gzip .gz\n  </FilesMatch>\n",
		"  <FilesMatch \"\\.html(\\.gz)?$\">\n    Header set Content-Security-Policy ",
		"  <FilesMatch \"\\.[0-9a-f]{8,}\\.[a-z0-9]+(\\.gz)?$\">\n    Header set Cache-Control \"public, max-age=31536000, immutable\"",
	} {
		if !strings.Contains(apache, line) {
			t.Errorf("there is no %s in\n%s", line, apache)
		}
	}
	for _, part := range []string{"<IfModule", "<FilesMatch"} {
		if closing := strings.Replace(part, "<", "</", 1); strings.Count(apache, part) != strings.Count(apache, closing) {
			t.Errorf("%s is not closed", part)
		}
	}
}
