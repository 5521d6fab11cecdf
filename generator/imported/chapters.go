package imported

import (
	"html"
	"regexp"
	"strings"
)

// Chapter is a part of a text that is a file of its own in a manual.
type Chapter struct {
	Title    string // without its number, which the manual sets
	Front    bool   // a preface, which has no number
	Closing  bool   // conclusions and lists behind the chapters, which have none either
	Appendix bool
	Markdown string
}

var (
	noteBegin    = regexp.MustCompile(`(?m)^\[\^(\d+)\]: `)
	noteAsked    = regexp.MustCompile(`\[\^(\d+)\]`)
	deeper       = regexp.MustCompile(`(?m)^##(#+ )`)
	markedLink   = regexp.MustCompile(`!?\[([^\]]*)\]\([^)]*\)`)
	escapedSign  = regexp.MustCompile(`\\([[:punct:]])`)
	marks        = regexp.MustCompile(`[*_~]{1,3}(\S(?:[^*_~]*\S)?)[*_~]{1,3}`)
	chapterSign  = regexp.MustCompile(`(?i)^(?:(?:розділ|глава|тема)\s+(?:\d+|[IVXІХ]+)(?:[.:]|\s+[-–—])?\s+|\d+[.)]\s+)`)
	frontTitle   = regexp.MustCompile(`(?i)^(?:передмова|вступ|вступне слово|слово до .+|від (?:укладач|упорядник|автор).+|подяк[аи])$`)
	closingTitle = regexp.MustCompile(`(?i)^(?:(?:загальні )?висновки(?: .+)?|післямова|(?:використан[аі]|рекомендован[аі]) (?:література|джерела)|література|джерела|бібліографія|список .*(?:літератури|джерел|посилань))$`)
	appendixSign = regexp.MustCompile(`(?i)^додаток(?:\s+(?:№\s*)?(?:\d+|[А-ЯA-Z]))?(?:[.:]|\s+[-–—])?\s+`)
)

// Chapters parts a text of [Result] at its largest headings; front is what stands before the first. A note goes where it is referred to.
func Chapters(markdown string) (front string, chapters []Chapter) {
	text, notes := cutNotes(markdown)
	pieces := strings.Split("\n"+text, "\n## ")
	front = withNotes(strings.TrimPrefix(pieces[0], "\n"), notes)
	for _, piece := range pieces[1:] {
		heading, body, _ := strings.Cut(piece, "\n")
		c := Chapter{Title: plainTitle(heading)}
		c.Front = (len(chapters) == 0 || chapters[len(chapters)-1].Front) && frontTitle.MatchString(c.Title)
		if rest := appendixSign.ReplaceAllString(c.Title, ""); strings.HasPrefix(strings.ToLower(c.Title), "додаток") {
			c.Appendix, c.Title = true, orWhole(rest, c.Title)
		} else {
			c.Title = orWhole(chapterSign.ReplaceAllString(c.Title, ""), c.Title)
		}
		body = strings.Join(noteAsked.FindAllString(heading, -1), "") + "\n" + deeper.ReplaceAllString(body, "#$1") // a title has no notes
		c.Markdown = withNotes(body, notes)
		chapters = append(chapters, c)
	}
	closing(chapters)
	return front, chapters
}

// closing marks what stands at the end of the chapters, before or behind the appendices: «Висновки» in the middle close a chapter, not the book.
func closing(chapters []Chapter) {
	for i := len(chapters) - 1; i >= 0; i-- {
		c := &chapters[i]
		c.Closing = !c.Appendix && closingTitle.MatchString(c.Title)
		if !c.Closing && !c.Appendix {
			return
		}
	}
}

func orWhole(rest, whole string) string {
	if strings.TrimSpace(rest) == "" {
		return whole
	}
	return rest
}

// cutNotes takes the notes from the end of a text, by their numbers.
func cutNotes(markdown string) (text string, notes map[string]string) {
	places := noteBegin.FindAllStringSubmatchIndex(markdown, -1)
	if places == nil {
		return markdown, nil
	}
	notes = map[string]string{}
	for i, at := range places {
		end := len(markdown)
		if i+1 < len(places) {
			end = places[i+1][0]
		}
		notes[markdown[at[2]:at[3]]] = strings.TrimSpace(markdown[at[0]:end])
	}
	return markdown[:places[0][0]], notes
}

// withNotes puts the notes below a text that it refers to, and those to which they refer.
func withNotes(text string, notes map[string]string) string {
	text = strings.Trim(text, "\n")
	put := map[string]bool{}
	for from := 0; from < len(text); {
		asked := noteAsked.FindStringSubmatchIndex(text[from:])
		if asked == nil {
			break
		}
		number := text[from+asked[2] : from+asked[3]]
		if note := notes[number]; note != "" && !put[number] {
			put[number] = true
			text += "\n\n" + note
		}
		from += asked[1]
	}
	if text != "" {
		text += "\n"
	}
	return text
}

// plainTitle is a heading as a header of a file has it: words without marks.
func plainTitle(heading string) string {
	heading = noteAsked.ReplaceAllString(markedLink.ReplaceAllString(heading, "$1"), "")
	heading = escapedSign.ReplaceAllString(marks.ReplaceAllString(heading, "$1"), "$1")
	return strings.Join(strings.Fields(html.UnescapeString(heading)), " ")
}
