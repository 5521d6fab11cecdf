package problem

// oddEntries are about what lies in a site's folder by mistake, or by malice.
var oddEntries = map[string]entry{
	"W-ODD-FILE": { // name
		"«{name}» — не файл і не тека, а канал, сокет чи пристрій, тому його пропущено",
		"Вилучіть його з теки `content`: до сайту йдуть лише звичайні файли.",
		"“{name}” is neither a file nor a folder but a pipe, a socket or a device, and is left out",
		"Delete it from the folder `content`: only plain files go to the site.",
	},
	"E-FILE-BIG": { // file; size, max: megabytes
		"файл «{file}» завеликий: {size} МБ, а викласти можна не більше ніж {max} МБ",
		"Відео викладіть на відеохостинг і дайте на сторінці посилання; архів поділіть на частини.",
		"the file “{file}” is too big: {size} MB, and at most {max} MB can be published",
		"Put a video on a video host and give its address on the page; divide an archive into parts.",
	},
	"E-CSV-BIG": { // n: how many rows there may be
		"у таблиці понад {n:рядок/рядки/рядків}, а реєстр стільки не має",
		"Перевірте, чи файл не пошкоджено; якщо рядків справді стільки, поділіть їх на кілька реєстрів.",
		"the table has more than {n:row/rows}, and no register has so many",
		"Check whether the file is damaged; if there really are so many rows, divide them among several registers.",
	},
	"E-CSV-MANY": { // n: how many have been told
		"у таблиці понад {n:помилку/помилки/помилок}; решту рядків не перевірено, і сторінок із них не буде",
		"Гляньте на перші повідомлення: найчастіше вся справа в назвах стовпців, у знаку між клітинками або в незакритих лапках. Виправте їх і зберіть сайт ще раз.",
		"the table has more than {n:mistake/mistakes}; the rows after them have not been checked and make no pages",
		"Look at the first messages: most often it is the names of the columns, the sign between cells, or quotes that are not closed. Mend that and build again.",
	},
}
