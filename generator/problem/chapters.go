package problem

import "strings"

// chapters tell which chapter of the author's guide (layouts/guide, without the number before the name) explains a code. The longest beginning of the code
// decides; every code of the catalogue has one.
var chapters = map[string]string{
	"E-HEADER": "shapka", "E-KEY": "shapka", "E-TYPE": "shapka", "E-ENUM": "shapka", "E-DATE": "shapka", "W-DATE": "shapka", "W-LETTERS": "shapka", "E-YEAR": "shapka", "E-REQUIRED": "shapka", "E-ONE-OF": "shapka",
	"E-LENGTH": "shapka", "E-MAX": "shapka", "E-MIN": "shapka", "E-COUNT": "shapka", "E-PATTERN": "shapka", "W-LIST": "shapka", "E-ORDER": "shapka", "E-UNIQUE": "shapka", "E-TOGETHER": "shapka",
	"E-URL": "shapka", "W-SUMMARY": "shapka", "E-TITLE": "shapka", "W-TITLE": "shapka", "E-ALIAS": "shapka", "E-ORIGIN": "shapka", "W-ABOUT": "shapka", "E-REF": "shapka", "W-REF-HIDDEN": "shapka", "E-RIGHTS": "shapka",

	"W-HROMADA": "vydy-materialiv", "W-FRESH": "tekst", "E-LINK": "tekst", "W-LINK": "tekst", "E-ANCHOR": "tekst", "W-HTTP": "tekst", "W-HTML": "tekst", "W-ATTRIBUTE": "tekst", "W-HEADING": "tekst", "W-TABLE": "tekst", "W-FOOTNOTE": "tekst",
	"W-TYPO": "tekst", "W-CALLOUT": "tekst", "W-CHILD": "tekst", "W-CODE": "tekst", "E-STYLE": "tekst", "W-STYLE": "tekst", "E-TEX": "navchalni-bloky",

	"W-ALT": "svitlyny-y-faily", "E-PICTURE": "svitlyny-y-faily", "W-PICTURE": "svitlyny-y-faily", "E-FILE": "svitlyny-y-faily", "W-FILE": "svitlyny-y-faily", "W-SIZE": "svitlyny-y-faily", "W-GPS": "svitlyny-y-faily",
	"E-PHOTO-SIZE": "svitlyny-y-faily", "W-PHOTO-SMALL": "svitlyny-y-faily", "W-PHOTO-DECORATIVE": "svitlyny-y-faily", "W-PDF": "svitlyny-y-faily", "W-CAPTIONS": "svitlyny-y-faily", "E-COPY": "svitlyny-y-faily",

	"E-PII": "liudy-y-bezpeka", "W-PII": "liudy-y-bezpeka", "E-PHOTO": "liudy-y-bezpeka", "W-PHOTO": "liudy-y-bezpeka", "E-CONSENT": "liudy-y-bezpeka", "E-PRIVATE": "liudy-y-bezpeka", "W-PRIVATE": "liudy-y-bezpeka", "E-GEO": "liudy-y-bezpeka",
	"W-GEO": "liudy-y-bezpeka", "E-SHELTER": "liudy-y-bezpeka", "W-HOLD": "liudy-y-bezpeka", "W-CHILD-NAME": "liudy-y-bezpeka", "W-PHOTO-PEOPLE": "liudy-y-bezpeka", "E-CHILD-NAME": "liudy-y-bezpeka", "E-MAP": "liudy-y-bezpeka", "E-BOUNDARIES": "liudy-y-bezpeka",

	"E-CSV": "vydy-materialiv", "W-CSV": "vydy-materialiv", "E-XLSX": "vydy-materialiv", "W-XLSX": "vydy-materialiv", "E-KIND": "vydy-materialiv", "E-OWNER": "vydy-materialiv", "E-ADDRESS": "vydy-materialiv",
	"E-ID": "vydy-materialiv", "W-ID": "vydy-materialiv", "E-NOMINATION": "vydy-materialiv", "E-POINTS": "vydy-materialiv", "E-WINNER": "vydy-materialiv", "W-WINNER": "vydy-materialiv", "W-REGULATION": "vydy-materialiv",
	"E-SESSION": "vydy-materialiv", "W-EVENT": "vydy-materialiv", "W-FUTURE": "vydy-materialiv", "E-METRIC": "vydy-materialiv", "W-METRIC": "vydy-materialiv", "E-CLAUSE": "vydy-materialiv", "E-DEADLINE": "vydy-materialiv", "W-ACT": "vydy-materialiv",
	"E-CAT": "vydy-materialiv", "W-CAT": "vydy-materialiv", "E-PROGRAMME": "vydy-materialiv", "W-ECTS": "vydy-materialiv", "W-REVIEW": "vydy-materialiv", "E-PAGE": "vydy-materialiv", "E-DEPTH": "vydy-materialiv",
	"W-PAGE-MISSING": "vydy-materialiv", "W-TRANSPARENCY": "vydy-materialiv", "W-MENU": "vydy-materialiv",

	"E-AUTHOR": "vebvitryna", "E-CHAPTER": "posibnyk", "W-CHAPTER": "posibnyk", "W-ANNOTATION": "posibnyk", "W-BBK": "posibnyk", "E-ISBN": "posibnyk", "W-BOOK": "posibnyk", "E-CITE": "posibnyk", "E-REFS": "posibnyk",
	"W-REFS": "posibnyk", "E-XREF": "posibnyk",

	"E-BLOCK": "navchalni-bloky", "W-BLOCK": "navchalni-bloky", "E-CASE": "navchalni-bloky", "E-STEP": "navchalni-bloky", "E-ROUNDS": "navchalni-bloky", "E-STAGES": "navchalni-bloky",

	"E-EXHIBIT": "vebvitryna", "W-SHOWCASE": "vebvitryna",

	"E-AU": "vydy-materialiv", "W-AU": "vydy-materialiv", "E-JURY": "vydy-materialiv", "W-JURY": "vydy-materialiv", "E-LOT": "vydy-materialiv",

	"E-LANG": "anhliiska", "W-LANG": "anhliiska", "E-I18N": "pomichnyky", "W-I18N": "pomichnyky", "W-WORD": "pomichnyky", "E-WORD": "pomichnyky",

	"E-NAME": "pershyi-krok", "E-TXT": "pershyi-krok", "W-NFD": "pershyi-krok", "W-COPY": "pershyi-krok", "W-STRAY": "pershyi-krok", "W-SYMLINK": "pershyi-krok", "W-ODD-FILE": "pershyi-krok", "E-FILE-BIG": "svitlyny-y-faily", "E-BIG": "pershyi-krok", "W-BIG": "pershyi-krok", "E-EMPTY": "pershyi-krok",
	"E-UTF8": "pershyi-krok", "E-READ": "pershyi-krok", "E-SITE": "pomichnyky", "W-BASE-URL": "pomichnyky", "W-AUDIT": "pomichnyky", "E-CHANGED": "zbyrannia", "E-SITE-FORMAT": "zbyrannia", "E-SITE-OLD": "zbyrannia",

	"E-OUT": "pomichnyky", "W-OUT": "pomichnyky", "E-OUTPUT": "pomichnyky", "E-LAYOUT": "pomichnyky", "E-VOCABULARY": "pomichnyky",
	"E-KIND-": "pomichnyky", "W-EXT": "pomichnyky",
}

// Chapter is the chapter of the author's guide that explains a code; "" for a code that the catalogue has not.
func Chapter(code string) string {
	for begin := code; begin != ""; begin = shorter(begin) {
		if chapter := chapters[begin+"-"]; chapter != "" && begin != code {
			return chapter // of codes that are longer only
		}
		if chapter := chapters[begin]; chapter != "" {
			return chapter
		}
	}
	return ""
}

// shorter is a beginning of a code with one word fewer.
func shorter(code string) string {
	i := strings.LastIndexByte(code, '-')
	if i < 0 {
		return ""
	}
	return code[:i]
}

// example is the author's own line as it would be when it is mended; "" where nobody can know. What the problem marks is replaced by the nearest word, or by what
// is suggested.
func (p Problem) example() string {
	fresh := p.Args["suggest"]
	if fresh == "" {
		fresh = p.Args["nearest"]
	}
	if fresh == "" || p.Source == "" || p.Column < 1 {
		return ""
	}
	line := []rune(p.Source)
	for _, name := range []string{"field", "key", "value", "name", "target", "anchor", "text", "section", "word"} {
		old := []rune(p.Args[name])
		if n := p.Column - 1 + len(old); len(old) > 0 && n <= len(line) && string(line[p.Column-1:n]) == string(old) {
			return strings.TrimSpace(string(line[:p.Column-1]) + fresh + string(line[n:]))
		}
	}
	for _, name := range []string{"target", "value", "anchor", "name", "text", "field", "key"} {
		if old := p.Args[name]; old != "" && strings.Count(p.Source, old) == 1 {
			return strings.TrimSpace(strings.Replace(p.Source, old, fresh, 1))
		}
	}
	return ""
}
