package content

import (
	"bytes"
	"errors"
	"io/fs"
	"strings"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// ConfigFile is the site's own data.
const ConfigFile = "content/site.yaml"

// ReadConfig reads content/site.yaml, by the kind `site`.
func ReadConfig(fsys fs.FS, kinds *Kinds) (site.Config, problem.List) {
	return readConfig(fsys, kinds, site.Format)
}

// readConfig reads it as a program of some format does.
func readConfig(fsys fs.FS, kinds *Kinds, newest int) (site.Config, problem.List) {
	kind := kinds.Named("site")
	if kind == nil {
		return site.Config{}, problem.List{problem.New("E-KIND-FILE", "layouts/kinds/site/kind.yaml", 0, 0, "detail", "the kind `site` is missing")}
	}
	data, err := fs.ReadFile(fsys, ConfigFile)
	if errors.Is(err, fs.ErrNotExist) {
		return site.Config{}, problem.List{problem.New("E-SITE", ConfigFile, 0, 0)}
	} else if err != nil {
		return site.Config{}, problem.List{Unreadable(ConfigFile, err)}
	}
	r := &reader{parser: &Parser{Kinds: kinds}, file: ConfigFile, source: data, lang: site.UK}
	if !r.sound() {
		return site.Config{}, r.problems
	}
	doc := &site.Doc{File: ConfigFile, Lang: site.UK, Kind: kind, Role: site.RoleSection}
	if root, whole := r.yaml(unfenced(r.source), 0); whole && root != nil {
		doc.Values, r.unread = r.fields(root, nil, kind.Field, kind.Fields)
		doc.Values = append(doc.Values, r.defaults(kind.Fields, doc.Value)...)
		r.present(nil, kind.Fields, doc.Value, r.unread, 0, 0)
	} else if whole {
		r.complain("E-EMPTY", 0, 0, firstField...)
	}
	for i := range r.problems {
		if r.problems[i].Code == "E-HEADER-YAML" {
			r.problems[i].Args["file"] = ConfigFile // which has no header
		}
	}
	if v, ok := doc.Value("format"); ok && int(v.Number) != newest {
		r.problems = nil // of what follows nobody knows whether it is wrong
		r.otherFormat(int(v.Number), v.Line, v.Column, newest)
		return site.Config{}, r.problems
	}
	c := config(doc)
	audit, more := readAudit(fsys, c.Name.UK)
	c.Audit, r.problems = audit, append(r.problems, more...)
	r.parser.Contacts = append(append(c.Contacts.Strings(), c.Contacts.Hours), publicSigns(c.Publish)...)
	if !r.problems.Stops() {
		r.privacy(nil) // a file that cannot be read whole has its phones in the wrong place anyway
	}
	return c, r.problems
}

// firstField is what an empty site.yaml is told to begin with.
var firstField = []string{"name", "name: Teachers’ Centre", "name.uk", "Назва сайту: Центр професійного розвитку"}

// unfenced takes off the line that would close a header: all other files have one, and who writes it around site.yaml too means no harm. The line that opens it is
// none to YAML.
func unfenced(source []byte) []byte {
	first, line := firstLine(source)
	if strings.TrimSpace(first) != "---" {
		return source
	}
	end := closing(source, line)
	if end == 0 || len(bytes.TrimSpace(after(source, end))) > 0 {
		return source
	}
	return source[:len(source)-len(after(source, end-1))]
}

func config(doc *site.Doc) site.Config {
	contacts, _ := doc.Value("contacts")
	address, _ := doc.Value("base_url")
	c := site.Config{
		Name: site.Text{UK: doc.Text("name"), EN: doc.Text("name_en")}, Owner: doc.Text("owner"), BaseURL: trimSlash(doc.Text("base_url")), NoBaseURL: address.Null,
		Languages: []string{site.UK}, Accent: doc.Text("accent"), Logo: doc.Text("logo"), Menu: menu(doc),
		Safety: doc.Text("safety"), Rights: doc.Text("rights"), HideAddress: flag(doc, "hide_address"), Guide: flag(doc, "guide"), Compress: flag(doc, "compress"),
		Contacts: site.Contacts{
			Address: partText(contacts, "address"), Phones: partTexts(contacts, "phones"),
			Email: partText(contacts, "email"), Hours: partText(contacts, "hours"), Fax: partText(contacts, "fax"),
		},
	}
	if v, ok := doc.Value("rights"); ok {
		if w := v.Field.Vocabulary.Word(v.Text); w != nil {
			c.RightsLabel = w.Label
		}
	}
	for _, lang := range texts(doc, "languages") {
		if lang == site.EN {
			c.Languages = []string{site.UK, site.EN}
		}
	}
	brand, _ := doc.Value("brand")
	for _, pair := range brand.Items {
		c.Brands = append(c.Brands, ukrainian.Brand{Wrong: pair.Key, Right: pair.Text})
	}
	links, _ := doc.Value("external_links")
	for _, l := range links.Items {
		c.ExternalLinks = append(c.ExternalLinks, site.ExternalLink{Title: partText(l, "title"), URL: partText(l, "url")})
	}
	c.Publish = publishTargets(doc)
	disclose(&c, doc)
	return c
}

// menu reads the field menu. Slashes around a path mean nothing.
func menu(doc *site.Doc) []site.MenuEntry {
	v, _ := doc.Value("menu")
	var list []site.MenuEntry
	for _, item := range v.Items {
		list = append(list, site.MenuEntry{Path: strings.Trim(item.Text, "/"), Line: item.Line, Column: item.Column})
	}
	return list
}

func trimSlash(s string) string {
	for len(s) > 0 && s[len(s)-1] == '/' {
		s = s[:len(s)-1]
	}
	return s
}

func texts(doc *site.Doc, name string) []string {
	v, _ := doc.Value(name)
	return itemTexts(v)
}

func partText(v site.Value, name string) string {
	p, _ := v.Part(name)
	return p.Text
}

func partTexts(v site.Value, name string) []string {
	p, _ := v.Part(name)
	return itemTexts(p)
}

func itemTexts(v site.Value) []string {
	var list []string
	for _, item := range v.Items {
		list = append(list, item.Text)
	}
	return list
}

// disclose reads the field transparency: key and document. Its lines are put in the order of the vocabulary of the keys.
func disclose(c *site.Config, doc *site.Doc) {
	v, ok := doc.Value("transparency")
	field := doc.Kind.Field("transparency")
	if !ok || field == nil || field.Vocabulary == nil {
		return
	}
	c.Discloses, c.Disclosable = true, field.Vocabulary
	for _, word := range field.Vocabulary.Words {
		for _, entry := range v.Items {
			if entry.Key == word.Name && entry.Text != "" {
				c.Transparency = append(c.Transparency, site.Disclosure{Word: word, ID: entry.Text, Line: entry.Line, Column: entry.Column})
			}
		}
	}
}

// publishTargets reads the field publish.
func publishTargets(doc *site.Doc) []site.PublishTarget {
	v, _ := doc.Value("publish")
	var list []site.PublishTarget
	for _, t := range v.Items {
		port, _ := t.Part("port")
		list = append(list, site.PublishTarget{
			Name: partText(t, "name"), To: partText(t, "to"), Folder: partText(t, "folder"),
			Host: partText(t, "host"), Port: int(port.Number), User: partText(t, "user"),
			Endpoint: partText(t, "endpoint"), Region: partText(t, "region"), Bucket: partText(t, "bucket"), BucketIn: partText(t, "bucket_in"),
			Repository: partText(t, "repository"), Branch: partText(t, "branch"), Author: partText(t, "author"), Email: partText(t, "email"), Message: partText(t, "message"),
			Line: t.Line,
		})
	}
	return list
}

// publicSigns are what looks like somebody's e-mail and is none, or is meant to be seen: the address of a repository (git@example.org:site.git), and of who
// makes its commits.
func publicSigns(targets []site.PublishTarget) []string {
	var list []string
	for _, t := range targets {
		list = append(list, t.Repository, t.Email)
	}
	return list
}
