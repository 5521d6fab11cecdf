package render

import (
	"regexp"
	"strconv"
	"strings"
)

// Citation is a work as a reader cites it, by ДСТУ 8302:2015 (domain 2.3.4). Empty members are left out.
type Citation struct {
	Authors        []string // surname first: «Перша А. Б.»
	Title          string
	Subtitle       string
	Kind           string // «метод. посіб.»
	Responsibility string // what follows the slash: «за наук. ред. Л. В. Литвинюк»
	City           string
	Publisher      string
	Year, Pages    int
	URL            string
	Accessed       string // 02.11.2021
}

// mostAuthors is how many authors head a record; of more the first follows the title.
const mostAuthors = 3

// String is the citation in one line:
//
//	Свердан П. Л. Вища математика : підр. Київ : Знання, 2008. 450 с.
func (c Citation) String() string {
	var b strings.Builder
	responsibility := c.Responsibility
	switch n := len(c.Authors); {
	case n > mostAuthors:
		responsibility = joinWith("; ", initialsFirst(c.Authors[0])+" та ін.", responsibility)
	case n > 0:
		authors := make([]string, n)
		for i, a := range c.Authors {
			authors[i] = bound(a)
		}
		sentence(&b, strings.Join(authors, ", "))
	}
	title := joinWith(" : ", c.Title, c.Subtitle, c.Kind)
	sentence(&b, joinWith(" / ", title, responsibility))
	imprint := joinWith(" : ", c.City, c.Publisher)
	if c.Year > 0 {
		imprint = joinWith(", ", imprint, strconv.Itoa(c.Year))
	}
	sentence(&b, imprint)
	if c.Pages > 0 {
		sentence(&b, strconv.Itoa(c.Pages)+"\u00a0с.")
	}
	if c.URL != "" {
		address := "URL: " + c.URL
		if c.Accessed != "" {
			address += " (дата звернення: " + c.Accessed + ")"
		}
		sentence(&b, address)
	}
	return b.String()
}

// sentence adds a part that ends with a full stop.
func sentence(b *strings.Builder, part string) {
	if part == "" {
		return
	}
	if b.Len() > 0 {
		b.WriteByte(' ')
	}
	b.WriteString(part)
	if !strings.HasSuffix(part, ".") {
		b.WriteByte('.')
	}
}

func joinWith(separator string, parts ...string) string {
	var filled []string
	for _, p := range parts {
		if p != "" {
			filled = append(filled, p)
		}
	}
	return strings.Join(filled, separator)
}

var (
	surnameFirst = regexp.MustCompile(`^([^\s\x{00A0}\x{202F}]+)[\s\x{00A0}\x{202F}]+((?:\p{Lu}\.[\s\x{00A0}\x{202F}]*){1,2})$`)
	afterInitial = regexp.MustCompile(`(\p{Lu}\.)[\s\x{00A0}\x{202F}]*`)
)

// bound keeps surname and initials together: «Перша А. Б.»
func bound(author string) string {
	if m := surnameFirst.FindStringSubmatch(author); m != nil {
		return m[1] + "\u00a0" + initials(m[2])
	}
	return author
}

// initialsFirst turns «Перша А. Б.» into «А. Б. Перша»; a name of another form stays.
func initialsFirst(author string) string {
	if m := surnameFirst.FindStringSubmatch(author); m != nil {
		return initials(m[2]) + "\u00a0" + m[1]
	}
	return author
}

func initials(s string) string {
	return strings.TrimSuffix(afterInitial.ReplaceAllString(s, "$1\u00a0"), "\u00a0")
}

// citedKinds are the kinds of publications as citations call them.
var citedKinds = map[string]string{
	"manual": "метод. посіб.", "recommendations": "метод. рек.", "collection": "зб.", "guide": "порадник", "programme": "програма",
	"case": "метод. кейс", "development": "метод. розробка", "booklet": "буклет",
}
