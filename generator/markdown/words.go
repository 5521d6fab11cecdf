package markdown

import "github.com/som-hub/vitryna/generator/site"

// words are the few texts that the conversion itself puts on a page.
type words struct {
	notes, note, back string // of footnotes: their list, one mark, the way back to a mark
	table             string
	done, undone      string // of a task
}

var ukWords = words{
	notes: "Примітки", note: "Примітка", back: "Назад до тексту, примітка",
	table: "Таблиця", done: "виконано", undone: "не виконано",
}

var enWords = words{
	notes: "Notes", note: "Note", back: "Back to the text, note",
	table: "Table", done: "done", undone: "not done",
}

func wordsOf(lang string) *words {
	if lang == site.EN {
		return &enWords
	}
	return &ukWords
}
