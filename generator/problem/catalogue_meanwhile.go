package problem

// meanwhileEntries are about what happens to files while the program reads them.
var meanwhileEntries = map[string]entry{
	"E-CHANGED": { // file
		"файл «{file}» змінили або вилучили саме тоді, коли збирався сайт",
		"Нічого не втрачено: на диску лишився попередній сайт. Збережіть файл і зберіть сайт ще раз.",
		"the file “{file}” was changed or removed just while the site was being built",
		"Nothing is lost: the site of before is still there. Save the file and build the site again.",
	},
}
