package site

import (
	"slices"
	"strings"
	"unicode"

	"github.com/som-hub/vitryna/generator/ukrainian"
)

// NameOfPerson finds what looks like a person's name in a text: a given name, or two words with capitals of which the second ends as a
// surname does (PD-08). It returns what it found, or "".
func NameOfPerson(text string) string {
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !ukrainian.IsApostrophe(r) && r != '-' })
	for i, word := range words {
		switch {
		case !capitalised(word) || i > 0 && inHonour(words[i-1]) || i > 1 && inHonour(words[i-2]):
		case givenName(word):
			return word
		case i > 0 && capitalised(words[i-1]) && surname(word) && strings.Contains(text, words[i-1]+" "+word):
			return words[i-1] + " " + word
		}
	}
	return ""
}

// inHonour tells that a name follows which a school or a street bears: «ліцей імені Івана Франка».
func inHonour(word string) bool { return word == "імені" || word == "ім" }

// capitalised tells that a word begins with a capital Cyrillic letter and goes on with a small one: no abbreviation.
func capitalised(word string) bool {
	runes := []rune(word)
	return len(runes) > 1 && unicode.Is(unicode.Cyrillic, runes[0]) && unicode.IsUpper(runes[0]) && !unicode.IsUpper(runes[1])
}

var surnameEndings = []string{"енко", "ук", "юк", "ський", "ська", "цький", "цька", "ко", "ич", "ова", "ов"}

func surname(word string) bool {
	return slices.ContainsFunc(surnameEndings, func(e string) bool { return strings.HasSuffix(word, e) })
}

// givenName tells that a word is a given name in any case: Марійка, Марійці, Марійкою.
func givenName(word string) bool {
	folded := []rune(ukrainian.Fold(word))
	for ending := range min(longestEnding, len(folded)-1) + 1 {
		stem := string(folded[:len(folded)-ending])
		if slices.Contains(givenNames[stem], string(folded[len(folded)-ending:])) {
			return true
		}
	}
	return false
}

const longestEnding = 3

// Endings of given names by their declension, in the order of the cases.
var (
	namesInA      = []string{"а", "и", "і", "у", "ою", "о"}
	namesInYa     = []string{"я", "ї", "і", "ю", "єю", "ею", "є", "е"}
	namesInKa     = []string{"ка", "ки", "ці", "ку", "кою", "ко"}
	namesHard     = []string{"", "а", "у", "ові", "ом", "і", "е"}
	namesInI      = []string{"й", "я", "ю", "єві", "єм", "ї", "ю"}
	namesInO      = []string{"о", "а", "у", "ові", "ом", "і", "е"}
	namesInSoft   = []string{"ь", "я", "ю", "еві", "ем", "і"}
	namesOfOthers = []string{""}
)

// givenNames are the stems of the given names that are usual here, with their endings. Names that are words too (Віра, Надія, Любов, Роман,
// Слава) are left out: with them hardly a caption would be free of suspicion.
var givenNames = declined(map[string][]string{
	`ангелін анн валентин ганн даш дарин діан єв єлизавет жанн зорян злат іванн ірин карин катерин кір ларис людмил маргарит
	мілан мирослав оксан олен ольг полін руслан світлан тетян тамар улян христин юлян ян ярин ярослав`: namesInA,
	`анастасі вікторі дар дарі емілі євгені ілл каміл кат катр ксені ліді лілі марі мар мелані наталі насті наст ол олександрі софі
	соломі стефані тан юлі юл`: namesInYa,
	`ан веро вероні галин дарин іван катрус марій марус насту олен окса оксан софій тетян юль ян ярин`: namesInKa,
	`адам антон арсен артем артур богдан борис вадим вячеслав віктор владислав володимир всеволод гліб давид данил демян денис
	едуард єгор захар іван ігор кирил клим костянтин леонід макар максим марян мирослав мстислав назар олег олександр орест
	остап ростислав руслан святослав семен станіслав степан тарас тимур устим федір ярослав`: namesHard,
	`анатолі андрі аркаді валері васил віталі георгі геннаді григорі євгені матві микола олексі сергі тимофі юрі`: namesInI,
	`дмитр данил кирил марк михайл павл петр`: namesInO,
	`ігор лазар`: namesInSoft,
	`василь ользі петрик іванко сашко михайлик дмитрик микола миколи миколу`: namesOfOthers,
})

func declined(table map[string][]string) map[string][]string {
	all := map[string][]string{}
	for names, endings := range table {
		for stem := range strings.FieldsSeq(names) {
			all[ukrainian.Fold(stem)] = append(all[ukrainian.Fold(stem)], endings...)
		}
	}
	return all
}
