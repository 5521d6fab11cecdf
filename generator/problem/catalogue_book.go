package problem

// bookEntries are about manuals as books: what is numbered, cited and pointed at (domain 2.3.4).
var bookEntries = map[string]entry{
	"E-XREF": { // id: as written, without the sign
		"у посібнику немає нічого з позначкою «#{id}»[[. Можливо, ви мали на увазі «#{nearest}»?]]",
		"[[Замініть «#{id}» на «#{nearest}»||Поставте позначку «#{id}» у фігурних дужках біля рисунка, таблиці чи заголовка, про який ідеться, або напишіть текст посилання]].",
		"nothing in the manual is marked “#{id}”[[. Did you mean “#{nearest}”?]]",
		"[[Replace “#{id}” by “#{nearest}”||Put the mark “#{id}” in curly brackets at the figure, table or heading that is meant, or write a text for the link]].",
	},
	"E-XREF-DUP": { // files: two or more, parted by commas
		"позначка «#{id}» стоїть у кількох розділах ({files}), і невідомо, який мається на увазі",
		"Назвіть файл розділу: `[](файл.md#{id})`, або дайте різні позначки.",
		"the mark “#{id}” stands in several chapters ({files}), and which is meant cannot be told",
		"Name the file of the chapter: `[](file.md#{id})`, or give them different marks.",
	},
	"E-LINK-EMPTY": {
		"у посилання на «{target}» немає тексту, і воно не веде ні на що, що має номер чи назву",
		"Напишіть текст у квадратних дужках: що відкриється.",
		"the link to “{target}” has no text, and it leads to nothing with a number or a name",
		"Write a text in the square brackets: what will open.",
	},
	"E-CITE": { // file: that of the references; absent: the manual has none
		"у списку літератури[[ ({file})]] немає джерела «{key}»[[. Можливо, ви мали на увазі «{nearest}»?]]",
		"[[Замініть «@{key}» на «@{nearest}»||Додайте джерело з ключем «{key}» до файлу «{file}»||Додайте джерело з ключем «{key}» до файлу `references.yaml` у теці посібника; якщо його немає, створіть]].",
		"the list of references[[ ({file})]] has no work “{key}”[[. Did you mean “{nearest}”?]]",
		"[[Replace “@{key}” by “@{nearest}”||Add a work with the key “{key}” to the file “{file}”||Add a work with the key “{key}” to the file `references.yaml` in the manual's folder; make it if there is none]].",
	},
	"E-CITE-DUP": {
		"джерело з ключем «{key}» уже є (файл {file}[[, рядок {line}]])",
		"Залиште один із двох записів або дайте другому інший ключ.",
		"there is a work with the key “{key}” already (file {file}[[, line {line}]])",
		"Keep one of the two entries, or give the second another key.",
	},
	"W-BOOK-EMPTY": {
		"у посібнику немає жодного розділу, тому книжки для завантаження (EPUB) не буде",
		"Покладіть до теки посібника розділи: `01-nazva.md`, `02-nazva.md`; якщо посібник є лише у PDF, назвіть файл у полі «Файл PDF».",
		"the manual has no chapter, so there is no book to download (EPUB)",
		"Put chapters into the manual's folder: `01-name.md`, `02-name.md`; name the file in the field `pdf` if there is but a PDF.",
	},
	"W-HEADING-DEEP": {
		"заголовок «{text}» стоїть надто глибоко: усередині розділу радимо не більше ніж три рівні",
		"Підніміть заголовок на рівень вище або зробіть із нього абзац, що починається жирними словами.",
		"the heading “{text}” stands too deep: at most three levels inside a chapter are advised",
		"Lift the heading by a level, or make it a paragraph that begins with bold words.",
	},
}
