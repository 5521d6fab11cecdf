package attachment

import (
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"html"
	"io"
	"regexp"
	"strings"
	"unicode/utf16"
)

// Where a PDF tells of people: in its dictionary of properties and in its packet of XMP, plain or packed.
var (
	pdfProperty = regexp.MustCompile(`/(Author|Title|Subject|Keywords|Company|Manager|SourceModified)\s*(\(|<[0-9A-Fa-f\s]*>|\d{1,7}\s+\d{1,5}\s+R)`)
	xmpCreator  = regexp.MustCompile(`(?s)<dc:creator>(.*?)</dc:creator>`)
	xmpText     = regexp.MustCompile(`(?s)<(?:rdf:li[^>]*|pdf:Author|xmp:Author|pdfx:Company|pdfx:Manager)>([^<]+)<`)
	xmpPath     = regexp.MustCompile(`(?s)<(dc:title|dc:description|xmpMM:\w+|stRef:\w+)[ >](.*?)</`)
	pdfFont     = regexp.MustCompile(`/Font\b`)
	pdfPage     = regexp.MustCompile(`/Type\s*/Page\b`)
)

var pdfKinds = map[string]string{"Author": "author", "Company": "company", "Manager": "manager"}

func (r *Report) pdf(data []byte) {
	texts := append([][]byte{data}, unpackedStreams(data)...)
	fonts, pages, encrypted := false, false, bytes.Contains(data, []byte("/Encrypt"))
	for _, text := range texts {
		if !encrypted {
			r.properties(data, text)
		}
		r.xmp(text)
		fonts, pages = fonts || pdfFont.Match(text), pages || pdfPage.Match(text)
	}
	r.NoText = pages && !fonts && !encrypted
}

// properties tells the values of the dictionary of properties; whole is where a value lies that is only referred to.
func (r *Report) properties(whole, text []byte) {
	for _, m := range pdfProperty.FindAllSubmatchIndex(text, 200) {
		kind := pdfKinds[string(text[m[2]:m[3]])]
		if kind == "" {
			kind = "text"
		}
		r.tell(kind, pdfValue(whole, text[m[4]:], string(text[m[4]:m[5]])))
	}
}

// pdfValue reads a string: in parentheses, in hexadecimal digits, or in an object of its own.
func pdfValue(whole, at []byte, begin string) string {
	switch {
	case begin == "(":
		return pdfText(literal(at[1:]))
	case strings.HasPrefix(begin, "<"):
		digits := strings.Join(strings.Fields(strings.Trim(begin, "<>")), "")
		b, _ := hex.DecodeString(digits[:len(digits)&^1])
		return pdfText(b)
	}
	fields := strings.Fields(begin)
	object := regexp.MustCompile(`(?:^|[\s>])` + fields[0] + `\s+` + fields[1] + `\s+obj\s*\(`)
	if m := object.FindIndex(whole); m != nil {
		return pdfText(literal(whole[m[1]:]))
	}
	return ""
}

// literal reads up to the closing parenthesis (ISO 32000-1, 7.3.4.2).
func literal(text []byte) []byte {
	var out []byte
	depth := 0
	for i := 0; i < len(text) && len(out) < 2000; i++ {
		switch c := text[i]; c {
		case '(':
			depth++
			out = append(out, c)
		case ')':
			if depth == 0 {
				return out
			}
			depth--
			out = append(out, c)
		case '\\':
			i++
			if i == len(text) {
				return out
			}
			if n := octal(text[i:]); n > 0 {
				value := 0
				for _, d := range text[i : i+n] {
					value = value*8 + int(d-'0')
				}
				out, i = append(out, byte(value)), i+n-1
			} else if escaped := strings.IndexByte("nrtbf", text[i]); escaped >= 0 {
				out = append(out, "\n\r\t\b\f"[escaped])
			} else if text[i] != '\n' && text[i] != '\r' {
				out = append(out, text[i])
			}
		default:
			out = append(out, c)
		}
	}
	return out
}

// octal counts the digits of an octal number, at most three.
func octal(text []byte) int {
	n := 0
	for n < 3 && n < len(text) && text[n] >= '0' && text[n] <= '7' {
		n++
	}
	return n
}

// pdfText decodes a string, which is in UTF-16 with a mark, in UTF-8 with a mark, or in letters of one byte.
func pdfText(b []byte) string {
	if rest, ok := bytes.CutPrefix(b, []byte{0xFE, 0xFF}); ok {
		units := make([]uint16, len(rest)/2)
		for i := range units {
			units[i] = uint16(rest[2*i])<<8 | uint16(rest[2*i+1])
		}
		return string(utf16.Decode(units))
	}
	if rest, ok := bytes.CutPrefix(b, []byte{0xEF, 0xBB, 0xBF}); ok {
		return string(rest)
	}
	runes := make([]rune, len(b))
	for i, c := range b {
		runes[i] = rune(c)
	}
	return string(runes)
}

// xmp tells what a packet of XMP says.
func (r *Report) xmp(text []byte) {
	for _, m := range xmpCreator.FindAllSubmatch(text, 20) {
		for _, li := range xmpText.FindAllSubmatch(m[1], 20) {
			r.tell("author", html.UnescapeString(string(li[1])))
		}
	}
	for _, m := range xmpPath.FindAllSubmatch(text, 50) {
		for _, li := range xmpText.FindAllSubmatch(append(m[2], '<'), 20) {
			r.tell("text", html.UnescapeString(string(li[1])))
		}
	}
}

// How much is unpacked of one PDF, and of one stream in it.
const (
	unpackedLimit = 24 << 20
	streamLimit   = 4 << 20
)

// unpackedStreams unpacks those streams that hold objects or metadata; pages and pictures stay packed.
func unpackedStreams(data []byte) [][]byte {
	var streams [][]byte
	total := 0
	for at := 0; total < unpackedLimit; {
		i := bytes.Index(data[at:], []byte("stream"))
		if i < 0 {
			return streams
		}
		begin := at + i
		at = begin + len("stream")
		dict := data[max(0, begin-400):begin]
		if open := bytes.LastIndex(dict, []byte(" obj")); open >= 0 {
			dict = dict[open:]
		}
		if bytes.HasSuffix(dict, []byte("end")) || !bytes.Contains(dict, []byte("ObjStm")) && !bytes.Contains(dict, []byte("/Metadata")) {
			continue
		}
		z, err := zlib.NewReader(bytes.NewReader(bytes.TrimLeft(data[at:min(len(data), at+streamLimit)], "\r\n")))
		if err != nil {
			continue
		}
		text, _ := io.ReadAll(io.LimitReader(z, streamLimit)) // what could be unpacked is better than nothing
		streams, total = append(streams, text), total+len(text)
	}
	return streams
}
