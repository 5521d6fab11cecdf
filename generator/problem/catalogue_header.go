package problem

// headerEntries are about the header of a Markdown file as a piece of writing,
// before any of its fields is known.
var headerEntries = map[string]entry{
	"E-HEADER-OPEN": {
		"шапку файлу відкрито рядком `---`, але не закрито",
		"Додайте після останнього поля шапки окремий рядок `---`[[ (перед рядком {before})]]; якщо це мала бути лінія в тексті, напишіть замість неї `***`.",
		"the header is opened by a line `---` but never closed",
		"Add a line `---` of its own after the last field of the header[[ (before line {before})]]; if it was meant as a rule in the text, write `***` instead.",
	},
	"E-HEADER-YAML": { // cause: a word of the list yaml; detail: the reader's own message; file: one that has no header
		"[[файл `{file}`||шапку файлу]] не вдається прочитати[[: {cause@yaml}||: {detail}||]]",
		"[[{cause@remedy}||Перевірте цей рядок: після назви поля мають стояти двокрапка й пробіл, а значення з двокрапкою всередині беруть у прямі лапки, як-от `Назва: \"Аукціон: ідеї\"`]].",
		"[[the file `{file}`||the header]] cannot be read[[: {cause@yaml}||: {detail}||]]",
		"[[{cause@remedy}||Look at this line: a field's name is followed by a colon and a space, and a value with a colon inside stands in straight quotes, as in `title: \"Auction: ideas\"`]].",
	},
	"E-HEADER-INNER": {
		"рядок `---` усередині [[поля `{field}`||одного з полів]] закрив шапку завчасно",
		"Приберіть цей рядок із поля або напишіть замість нього `***`: рядок `---` завжди закриває шапку.",
		"a line `---` inside [[field `{field}`||a field]] closes the header too early",
		"Take this line out of the field or write `***` instead: a line `---` always closes the header.",
	},
	"E-HEADER-FORMAT": {
		"шапку записано у форматі {format}, якого Вітрина не читає",
		"Почніть і закінчіть шапку рядком `---`, а кожне поле запишіть окремим рядком: `Назва: Школа наставників`.",
		"the header is in {format}, which Vitryna does not read",
		"Begin and end the header with a line `---` and write each field on a line of its own: `title: Name of the page`.",
	},
	"E-HEADER-TAB": {
		"відступ зроблено знаком табуляції (клавішею Tab)",
		"Замініть кожен такий знак двома пробілами.",
		"the line is indented with a tab",
		"Replace each tab by two spaces.",
	},
	"E-KEY-DUP": { // other: the spelling used the first time, if it differs
		"поле `{field}` записано двічі[[ (`{other}` — те саме поле)]][[; уперше — у рядку {first}]]",
		"Залиште один із цих рядків, а другий приберіть.",
		"field `{field}` is written twice[[ (`{other}` is the same field)]][[; first in line {first}]]",
		"Keep one of the two lines and remove the other.",
	},
	"E-HEADER-DASH": { // sign: what stands in place of the hyphens
		"шапка починається зі знака «{sign}», а не з трьох дефісів",
		"Замініть «{sign}» на `---` на початку шапки й після її останнього поля. Редактор міг сам перетворити дефіси на тире.",
		"the header begins with “{sign}” in place of three hyphens",
		"Write `---` in place of “{sign}” at the beginning of the header and after its last field. The editor may have turned hyphens into a dash.",
	},
	"E-HEADER-NONE": { // fields: what must stand
		"у файлі немає шапки, а цій сторінці потрібні поля: {fields}",
		"Почніть файл рядком `---`, під ним запишіть поля на зразок `Назва: Школа наставників`, а після останнього знову `---`.",
		"the file has no header, and this page needs the fields {fields}",
		"Begin the file with a line `---`, write the fields below it, one a line, and `---` again after the last.",
	},
	"E-KEY": { // alien: the letters that look like those of the right name and are of the other alphabet; alphabet: a word of the list alphabet; parts: of the field inside which it stands
		"невідоме поле `{field}`[[. Можливо, ви мали на увазі `{nearest}`[[ («{nearestlabel}»)]]?]][[ У назві є {alphabet@alphabet}: {alien}]]",
		"[[Зітріть `{field}` і наберіть `{nearest}` заново{alphabet@keyboard}||Замініть `{field}` на `{nearest}`||Виправте назву поля або приберіть його разом зі значенням]][[; тут можливі: {parts}]].",
		"unknown field `{field}`[[. Did you mean `{nearest}`[[ (“{nearestlabel}”)]]?]][[ The name has {alphabet@alphabet}: {alien}]]",
		"[[Delete `{field}` and type `{nearest}` anew{alphabet@keyboard}||Replace `{field}` by `{nearest}`||Correct the field's name, or remove it together with its value]][[; possible here are {parts}]].",
	},
	"E-EMPTY": { // name: a line to begin site.yaml with, which cannot be done without
		"файл порожній",
		"[[Запишіть у ньому поля сайту, кожне окремим рядком, наприклад `{name}`||Напишіть у ньому шапку й текст або вилучіть файл]].",
		"the file is empty",
		"[[Write the fields of the site in it, each on a line of its own, such as `{name}`||Write a header and a text in it, or delete the file]].",
	},
	"E-UTF8": {
		"файл збережено не в кодуванні UTF-8, тому літери не прочитати",
		"Відкрийте файл у Блокноті, виберіть «Файл» → «Зберегти як», унизу вікна вкажіть кодування UTF-8 і збережіть під тією самою назвою.",
		"the file is not saved as UTF-8, so its letters cannot be read",
		"Save the file again with the encoding UTF-8 and under the same name.",
	},
	"E-BIG": { // size: megabytes
		"файл завеликий: {size} МБ, а можна не більше ніж 10 МБ",
		"Поділіть текст на кілька сторінок, а зображення покладіть окремими файлами поруч.",
		"the file is too big: {size} MB, and 10 MB is the limit",
		"Split the text into several pages and put pictures beside it as files of their own.",
	},
	"W-BIG": {
		"файл великий ({size} МБ), тому сторінка довго відкриватиметься",
		"Поділіть текст на кілька сторінок.",
		"the file is big ({size} MB), so its page will be slow to open",
		"Split the text into several pages.",
	},
}
