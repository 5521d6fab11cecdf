package problem

// meanwhileEntries are about what happens to files while the program reads them, and to sites as programs grow older.
var meanwhileEntries = map[string]entry{
	"E-SITE-FORMAT": { // value, max: numbers
		"сайт записано у форматі {value}, а ця програма знає лише формат {max}",
		"Візьміть новішу Вітрину: `vitryna version` каже, яка у вас. Ні файлів сайту, ні готового сайту не змінено.",
		"the site is written in format {value}, and this program knows only format {max}",
		"Take a newer Vitryna: `vitryna version` tells which one you have. Neither the site's files nor the finished site have been changed.",
	},
	"E-CHANGED": { // file
		"файл «{file}» змінили або вилучили саме тоді, коли збирався сайт",
		"Нічого не втрачено: на диску лишився попередній сайт. Збережіть файл і зберіть сайт ще раз.",
		"the file “{file}” was changed or removed just while the site was being built",
		"Nothing is lost: the site of before is still there. Save the file and build the site again.",
	},
}
