package book

import "bytes"

// plain copies what is known to stay as it is, text and tags, up to the first tag of which that is not known, and tells how long it was.
// That is most of a page, and looking at its tags here takes a tenth of what the tokenizer takes.
func (s *single) plain(text []byte) int {
	for at := 0; ; {
		n := bytes.IndexByte(text[at:], '<')
		if n < 0 {
			s.out.Write(text)
			return len(text)
		}
		at += n
		length := s.plainTag(text[at:])
		if length == 0 {
			s.out.Write(text[:at])
			return at
		}
		at += length
	}
}

// plainTag is how long the tag is with which a text begins, if it stays as it is; else, or where this is not clear, 0.
func (s *single) plainTag(text []byte) int {
	beginning, isEnd := bytes.CutPrefix(text[1:], []byte("/"))
	name, rest := plainName(beginning)
	isLink := string(name) == "a"
	if len(name) == 0 || name[0] < 'a' || mayChange(string(name)) || isEnd && isLink && !s.linkStays() {
		return 0
	}
	for {
		switch {
		case bytes.HasPrefix(rest, []byte(">")):
			switch {
			case isLink && isEnd:
				s.links = s.links[:max(0, len(s.links)-1)]
			case isLink:
				s.links = append(s.links, true)
			}
			return len(text) - len(rest) + 1
		case !isLink && bytes.HasPrefix(bytes.TrimPrefix(rest, []byte(" ")), []byte("/>")):
			return len(text) - len(rest) + bytes.IndexByte(rest, '>') + 1
		case !bytes.HasPrefix(rest, []byte(" ")):
			return 0
		}
		var value []byte
		var ok bool
		if name, value, rest, ok = plainAttribute(rest[1:]); !ok || isDropped(string(name)) || isLink && !staysInLink(name, value) {
			return 0
		}
	}
}

// plainName is the name of lower-case letters with which a text begins, and what stands behind it.
func plainName(text []byte) (name, rest []byte) {
	for i, c := range text {
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return text[:i], text[i:]
		}
	}
	return nil, nil
}

// plainAttribute reads name="value", or a name alone.
func plainAttribute(text []byte) (name, value, rest []byte, ok bool) {
	name, rest = plainName(text)
	if quoted, has := bytes.CutPrefix(rest, []byte(`="`)); has {
		value, rest, ok = bytes.Cut(quoted, []byte(`"`))
		return name, value, rest, ok && len(name) > 0
	}
	return name, nil, rest, len(name) > 0
}

// mayChange tells the elements that the tokenizer has to see.
func mayChange(name string) bool {
	switch name {
	case "area", "base", "body", "img", "link", "main", "meta", "source", "track":
		return true
	}
	return isGone(name) || isWordy(name)
}

// staysInLink tells whether a link keeps an attribute as it is written: most links of a book lead to a place of the page itself.
func staysInLink(name, value []byte) bool {
	if value == nil || bytes.ContainsAny(value, "&'<>\r") {
		return false
	}
	return string(name) != "href" || bytes.HasPrefix(value, []byte("#")) && bytes.IndexByte(value, '%') < 0
}
