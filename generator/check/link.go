package check

import (
	"net/url"
	"path"
	"regexp"
	"strings"
)

var scheme = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]*:`)

// address checks one address as it is written in a file. loads tells that the browser fetches it by itself (a picture, a style),
// so that it must not lie on another site.
func (c *checker) address(from, written string, loads bool) {
	written = strings.TrimSpace(written)
	if own, ok := c.own(written); ok {
		c.inside(from, "", own, written)
		return
	}
	switch kind := strings.ToLower(scheme.FindString(written)); {
	case kind == "javascript:":
		c.complain("E-OUT-INLINE", from, "what", kind)
	case kind == "data:", kind == "blob:":
		// the page's own bytes: the policy decides
	case kind != "", strings.HasPrefix(written, "//"):
		if loads {
			c.complain("E-OUT-FOREIGN", from, "target", written)
		}
	case strings.HasPrefix(written, "/"):
		c.rooted(from, written)
	case written == "" && loads:
		c.complain("E-LINK", from, "target", "")
	default:
		if c.o.BaseURL != "" && lost(from) && written != "" && written[0] != '#' {
			c.complain("E-OUT-DEPTH", from, "target", written)
		}
		c.inside(from, path.Dir(from), written, written)
	}
}

// lost tells whether a file is the page for wrong addresses. It is shown at any depth, so its links cannot be counted from it.
func lost(file string) bool { return path.Base(file) == "404.html" }

// own tells whether an absolute address is one of this site, and cuts the site's own off it.
func (c *checker) own(written string) (rest string, ok bool) {
	if c.o.BaseURL == "" {
		return "", false
	}
	rest, ok = strings.CutPrefix(written, c.o.BaseURL)
	if rest == "" {
		return "./", ok
	}
	return strings.TrimPrefix(rest, "/"), ok && strings.ContainsAny(rest[:1], "/?#")
}

// rooted checks an address that is counted from the root of the server. Only the page for wrong addresses may have them.
func (c *checker) rooted(from, written string) {
	if !lost(from) {
		c.complain("E-OUT-ROOT", from, "target", written)
	}
	rest, ok := strings.CutPrefix(written, c.basePath+"/")
	if !ok {
		c.complain("E-LINK", from, "target", written)
		return
	}
	c.inside(from, "", rest, written)
}

// inside finds the file that an address within the site means, counted from a folder of it.
func (c *checker) inside(from, dir, address, written string) {
	address, fragment, _ := strings.Cut(address, "#")
	address, _, _ = strings.Cut(address, "?")
	to, ok := from, true // "#x" and "?x" mean the file itself
	if address != "" || dir != path.Dir(from) {
		to, ok = c.target(dir, address)
	}
	if !ok {
		c.complain("E-LINK", from, "target", written)
		return
	}
	fragment, _, _ = strings.Cut(fragment, ":~:")
	if fragment != "" && !strings.EqualFold(fragment, "top") && path.Ext(to) == ".html" {
		c.jumps = append(c.jumps, jump{from: from, to: to, id: fragment})
	}
}

// target is the file at an address; ok is false where there is none.
func (c *checker) target(dir, address string) (file string, ok bool) {
	plain, err := url.PathUnescape(address)
	if err != nil {
		return "", false
	}
	file = path.Join(dir, plain) // "../x" stays "../x": what leads out of the site is no file of it
	last := plain[strings.LastIndexByte(plain, '/')+1:]
	if last == "" || last == "." || last == ".." {
		file = path.Join(file, "index.html")
	}
	return file, c.files[file]
}

// candidates are the addresses of a srcset: each is followed by an optional size, and parted from the next by a comma.
func candidates(srcset string) []string {
	var list []string
	for {
		srcset = strings.TrimLeft(srcset, " \t\n\r\f,")
		if srcset == "" {
			return list
		}
		end := strings.IndexAny(srcset, " \t\n\r\f")
		if end < 0 {
			end = len(srcset)
		}
		address := srcset[:end]
		srcset = srcset[end:]
		if trimmed := strings.TrimRight(address, ","); trimmed != address {
			address = trimmed // a comma at the end of an address is the separator
		} else {
			_, srcset, _ = strings.Cut(srcset, ",")
		}
		list = append(list, address)
	}
}

// refreshed is the address of <meta http-equiv="refresh" content="0; url=../x/">.
func refreshed(content string) (address string, ok bool) {
	_, rest, ok := strings.Cut(content, ";")
	rest = strings.TrimSpace(rest)
	if !ok || len(rest) < 4 || !strings.EqualFold(rest[:4], "url=") {
		return "", false
	}
	return strings.Trim(rest[4:], `"'`), true
}

var styleAddress = regexp.MustCompile(`(?i)url\(\s*(?:"([^"]*)"|'([^']*)'|([^)\s]*))\s*\)|@import\s*(?:"([^"]*)"|'([^']*)')`)

// style checks what a stylesheet loads.
func (c *checker) style(name string, data []byte) {
	for _, m := range styleAddress.FindAllSubmatch(data, -1) {
		for _, written := range m[1:] {
			if len(written) > 0 && written[0] != '#' {
				c.address(name, string(written), true)
			}
		}
	}
	c.search(name, data)
}
