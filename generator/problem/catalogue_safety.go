package problem

// safetyEntries are about what an author's file could do to visitors.
var safetyEntries = map[string]entry{
	"E-FILE-ACTIVE": { // file, kind: its ending
		"файл «{file}» викладати не можна: файли {kind} браузер або комп’ютер відвідувача виконує як програму",
		"Викладіть те саме інакше: текст — сторінкою сайту або PDF, таблицю — CSV чи XLSX без макросів, програму — посиланням на сайт її розробників, кілька файлів — архівом ZIP.",
		"the file “{file}” cannot be published: {kind} files are run as a program by a visitor’s browser or computer",
		"Publish the same in another way: a text as a page or a PDF, a table as CSV or XLSX without macros, a program as a link to its makers, several files as a ZIP.",
	},
}
