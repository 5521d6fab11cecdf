package book

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// change makes of an element what it is in a book.
func (r *rewriter) change(t *tag) {
	switch t.name {
	case "a":
		r.link(t)
	case "img":
		r.picture(t)
	case "picture":
		t.name = ""
	case "math":
		r.math, r.coverage.math = true, true
		t.set("xmlns", "http://www.w3.org/1998/Math/MathML")
	case "svg":
		r.svg = true
		t.set("xmlns", "http://www.w3.org/2000/svg")
	case "details":
		t.name = "section"
		t.drop("open", "name")
	case "summary":
		t.name = "p"
		t.set("class", strings.TrimSpace(t.value("class")+" answer-title"))
	case "input":
		box(t)
	case "section", "ol", "li":
		r.note(t)
	}
}

// box makes a sign of a box to tick: a book is no form.
func box(t *tag) {
	sign := "☐"
	if t.has("checked") {
		sign = "☑"
	}
	if t.value("type") != "checkbox" {
		sign = ""
	}
	label := t.value("aria-label")
	t.name, t.attrs, t.after = "span", []attr{{"class", "box"}}, sign
	if label != "" {
		t.attrs = append(t.attrs, attr{"role", "img"}, attr{"aria-label", label})
	}
}

// note makes asides of footnotes, which reading systems show beside their marks.
func (r *rewriter) note(t *tag) {
	depth := len(r.stack)
	switch {
	case t.name == "section" && t.class("footnotes"):
		r.notes, r.number = depth, 0
		t.drop("role")
		t.set("epub:type", "footnotes")
		if !t.has("aria-label") && r.Labels.Notes != "" {
			t.set("aria-label", r.Labels.Notes)
		}
	case r.notes == 0:
	case t.name == "ol" && depth == r.notes+1:
		t.name = ""
	case t.name == "li" && depth == r.notes+2:
		r.number++
		t.name, t.after = "aside", `<p class="note-number">`+strconv.Itoa(r.number)+".</p>"
		t.set("epub:type", "footnote")
		t.set("role", "doc-footnote")
	}
}

// linkTypes are what links are called in EPUB by what they are to those who listen.
var linkTypes = map[string]string{"doc-noteref": "noteref", "doc-biblioref": "biblioref", "doc-glossref": "glossref"}

// link leads a link to its place in the book; where there is none, its words stay.
func (r *rewriter) link(t *tag) {
	if !t.has("href") {
		return
	}
	href, ok := r.target(t.value("href"))
	if !ok {
		t.name = "span"
		t.drop("href", "rel", "target", "download", "hreflang", "type", "role", "aria-label")
		return
	}
	for i := range t.attrs {
		if t.attrs[i].name == "href" {
			t.attrs[i].value = href
		}
	}
	t.drop("target", "download")
	if kind := linkTypes[t.value("role")]; kind != "" {
		t.set("epub:type", kind)
	}
}

func (r *rewriter) target(href string) (string, bool) {
	u, err := url.Parse(href)
	if err != nil || href == "" {
		return "", false
	}
	if u.IsAbs() || u.Host != "" {
		return u.String(), slices.Contains([]string{"http", "https", "mailto", "tel"}, u.Scheme)
	}
	file := cmp.Or(u.Path, r.file)
	if !r.files[file] {
		return "", false
	}
	if u.Fragment == "" {
		return file, true
	}
	id := anchor(u.Fragment)
	r.links = append(r.links, link{r.chapter.ID, place{file, id}})
	return u.Path + "#" + id, true
}

// picture leads a picture to its file; where there is none, its description stays.
func (r *rewriter) picture(t *tag) {
	t.drop("srcset", "sizes", "loading", "decoding", "fetchpriority")
	path := t.value("src")
	if _, ok := r.pictures[path]; !ok {
		r.dead = append(r.dead, fmt.Errorf("%w: chapter %q, picture %q", ErrLink, r.chapter.ID, path))
		t.name, t.after = "span", textEscapes.Replace(t.value("alt"))
		t.attrs = []attr{{"class", "missing"}}
		return
	}
	r.pictures[path] = true
	r.coverage.pictures = true
	r.coverage.undescribed = r.coverage.undescribed || !t.has("alt")
}

// places keeps the ids, as files of a book may bear them, and notes them.
func (r *rewriter) places(t *tag) {
	twice := false
	for i := range t.attrs {
		switch a := &t.attrs[i]; a.name {
		case "id":
			a.value = anchor(a.value)
			if at := (place{r.file, a.value}); r.ids[at] || a.value == "" {
				a.name, twice = "", true // an id stands once
			} else {
				r.ids[at] = true
			}
		case "aria-labelledby", "aria-describedby", "aria-details", "headers", "for":
			ids := strings.Fields(a.value)
			for j := range ids {
				ids[j] = anchor(ids[j])
			}
			a.value = strings.Join(ids, " ")
		}
	}
	if twice {
		t.drop("")
	}
}

// anchor is an id as XML may bear it: it begins with a letter or an underscore, and has no colon or space.
func anchor(id string) string {
	if isAnchor(id) {
		return id
	}
	id = strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) || strings.ContainsRune("-_.·", c) || unicode.Is(unicode.Mn, c) {
			return c
		}
		return '-'
	}, id)
	if first := []rune(id + "_")[0]; !unicode.IsLetter(first) && first != '_' {
		id = "_" + id
	}
	return id
}

// isAnchor tells whether an id is of plain letters and stays as it is: most do.
func isAnchor(id string) bool {
	for i := range len(id) {
		switch c := id[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', c == '_':
		case i > 0 && ('0' <= c && c <= '9' || c == '-' || c == '.'):
		default:
			return false
		}
	}
	return id != ""
}
