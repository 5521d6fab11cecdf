package citation

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Name is a person, or an organisation: then Given is empty.
type Name struct {
	Surname string
	Given   string // initials («А. Б.») or given names («Donald Ervin»)
}

const initialPattern = `\p{Lu}\p{Ll}?\.(?:-\p{Lu}\p{Ll}?\.)?`

var (
	surnameFirst  = regexp.MustCompile(`^(\S+) ((?:` + initialPattern + ` ?){1,3})$`)
	initialsFirst = regexp.MustCompile(`^((?:` + initialPattern + ` ?){1,3})(\S+)$`)
	afterInitial  = regexp.MustCompile(`(` + initialPattern + `) ?`)
)

// ParseName reads a name: «Перша А. Б.», «А. Б. Перша», «Перша, Анна Богданівна». A name of another form stays whole, as that of an
// organisation does.
func ParseName(s string) Name {
	s = plain(s)
	if m := surnameFirst.FindStringSubmatch(s); m != nil {
		return Name{Surname: m[1], Given: spaced(m[2])}
	}
	if m := initialsFirst.FindStringSubmatch(s); m != nil && strings.IndexFunc(m[2], unicode.IsLower) >= 0 {
		return Name{Surname: m[2], Given: spaced(m[1])}
	}
	if surname, given, ok := strings.Cut(s, ", "); ok && !strings.ContainsAny(surname+given, " ,") || ok && oneWord(surname) && capitals(given) {
		return Name{Surname: surname, Given: spaced(given)}
	}
	return Name{Surname: s}
}

// plain is a text in one line, with plain spaces.
func plain(s string) string { return strings.Join(strings.FieldsFunc(s, unicode.IsSpace), " ") }

// spaced puts a space after every initial: «А.Б.» is «А. Б.».
func spaced(given string) string {
	return strings.TrimSpace(afterInitial.ReplaceAllString(plain(given), "$1 "))
}

func oneWord(s string) bool { return s != "" && !strings.Contains(s, " ") }

// capitals tells that every word begins with a capital letter, as the names of a person do.
func capitals(s string) bool {
	for word := range strings.FieldsSeq(s) {
		if c, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(c) || strings.Contains(word, ",") {
			return false
		}
	}
	return s != ""
}

// Initials are those of the given names: «А. Б.», «J.-P.»; what is no name («van») stays.
func (n Name) Initials() string {
	words := strings.Fields(spaced(n.Given))
	for i, word := range words {
		if strings.HasSuffix(word, ".") {
			continue
		}
		parts := strings.Split(word, "-")
		for j, part := range parts {
			if c, _ := utf8.DecodeRuneInString(part); unicode.IsUpper(c) {
				parts[j] = string(c) + "."
			}
		}
		words[i] = strings.Join(parts, "-")
	}
	return strings.Join(words, " ")
}

// SurnameFirst is the name at the head of a record; no line breaks inside it: «Перша А. Б.»
func (n Name) SurnameFirst() string { return n.joined(n.Surname, n.Initials()) }

// InitialsFirst is the name after the slash of a record: «А. Б. Перша».
func (n Name) InitialsFirst() string { return n.joined(n.Initials(), n.Surname) }

func (n Name) joined(first, second string) string {
	if n.Given == "" {
		return n.Surname
	}
	return strings.ReplaceAll(first, " ", nbsp) + nbsp + strings.ReplaceAll(second, " ", nbsp)
}

const nbsp = "\u00a0"
