package problem

// dataEntries are about the second language and about CSV files.
var dataEntries = map[string]entry{
	"E-LANG-ORPHAN": { // en, uk: the names of the two files
		"англійська сторінка є, а української `{uk}` поруч немає",
		"Напишіть поруч українську сторінку `{uk}` або вилучіть `{en}`.",
		"there is an English page but no Ukrainian `{uk}` beside it",
		"Write the Ukrainian page `{uk}` beside it, or delete `{en}`.",
	},
	"W-LANG-LONGER": { // en, uk: the signs of the two texts
		"англійський текст помітно довший за український[[ ({en:знак/знаки/знаків} проти {uk})]]",
		"Доповніть українську сторінку тим, що є лише в англійській: її зміст не може бути біднішим.",
		"the English text is notably longer than the Ukrainian one[[ ({en:character/characters} against {uk})]]",
		"Add to the Ukrainian page what only the English one has: it must not say less.",
	},
	"W-LANG-TITLE": {
		"англійська сторінка не має назви, тому на ній стоїть українська: «{title}»",
		"Допишіть у шапку рядок `Назва: …` з англійською назвою.",
		"the English page has no title, so the Ukrainian one stands there: “{title}”",
		"Add a line `title: …` with the English title to the header.",
	},
	"W-LANG-KEY": {
		"поля `{field}`[[ («{label}»)]] не перекладають, тому в `index.en.md` воно зайве",
		"Приберіть цей рядок: значення береться з `index.md`.",
		"the field `{field}`[[ (“{label}”)]] is not translated and has no place in `index.en.md`",
		"Remove this line: the value comes from `index.md`.",
	},
	"W-LANG-MISSING": {
		"[[сторінка «{title}» обов’язкова й англійською, а перекладу немає||ця сторінка обов’язкова й англійською, а перекладу немає]]",
		"Напишіть переклад у файлі `index.en.md` поруч з `index.md`.",
		"[[the page “{title}” must be there in English too, and is not||this page must be there in English too, and is not]]",
		"Write the translation in the file `index.en.md` beside `index.md`.",
	},
	"E-I18N": { // nearest: a text that is there; forms: those of a word beside a number
		"бракує українського тексту інтерфейсу «{key}»[[. Можливо, ви мали на увазі «{nearest}»?]]",
		"Додайте рядок `{key}: [[{forms}||…]]` у файл `layouts/words/uk.yaml`[[ або напишіть у шаблоні «{nearest}»]].",
		"the Ukrainian text “{key}” of the interface is missing[[. Did you mean “{nearest}”?]]",
		"Add a line `{key}: [[{forms}||…]]` to the file `layouts/words/uk.yaml`[[, or write “{nearest}” in the layout]].",
	},
	"E-WORD": { // forms: those of a word beside a number; "": it is one text
		"текст інтерфейсу «{key}» [[стоїть біля числа, тож потрібні форми слова: {forms}||один, без форм чи частин]]",
		"Запишіть рядок так: `{key}: [[{forms}||…]]`.",
		"the text “{key}” of the interface [[stands beside a number, so forms of a word are due: {forms}||is one, without forms or parts]]",
		"Write the line as `{key}: [[{forms}||…]]`.",
	},
	"W-WORD": { // of a site's own words/uk.yaml or en.yaml
		"тексту інтерфейсу «{key}» немає, тож цей рядок нічого не змінює[[. Можливо, ви мали на увазі «{nearest}»?]]",
		"[[Замініть «{key}» на «{nearest}»||Виправте назву тексту (усі вони — у файлі `layouts/words/uk.yaml` самої програми) або приберіть рядок]].",
		"the interface has no text “{key}”, so this line changes nothing[[. Did you mean “{nearest}”?]]",
		"[[Replace “{key}” by “{nearest}”||Correct the name of the text (all of them stand in the program's own `layouts/words/uk.yaml`) or remove the line]].",
	},
	"W-I18N": {
		"бракує англійського тексту інтерфейсу «{key}», тому на англійських сторінках стоятиме український",
		"Додайте рядок `{key}: …` у файл `layouts/words/en.yaml`.",
		"the English text “{key}” of the interface is missing, so English pages will show the Ukrainian one",
		"Add a line `{key}: …` to the file `layouts/words/en.yaml`.",
	},

	"E-CSV": { // why: a word of the list csv; detail: the reader's own message
		"таблицю не вдається прочитати[[: {why@csv}||: {detail}||]]",
		"[[{why@csvmend}||Відкрийте її в Excel чи LibreOffice і збережіть знову як «CSV UTF-8 (розділювач — кома)»]].",
		"the table cannot be read[[: {why@csv}||: {detail}||]]",
		"[[{why@csvmend}||Open it in Excel or LibreOffice and save it again as “CSV UTF-8 (comma delimited)”]].",
	},
	"E-CSV-ENCODING": {
		"таблицю збережено не в кодуванні UTF-8, тому літери не прочитати",
		"Відкрийте її в Excel і збережіть як «CSV UTF-8 (розділювач — кома)».",
		"the table is not saved as UTF-8, so its letters cannot be read",
		"Open it in Excel and save it as “CSV UTF-8 (comma delimited)”.",
	},
	"E-CSV-LOST": {
		"у таблиці замість літер стоять знаки запитання: програма, яка її зберегла, українських літер не записала, і повернути їх із цього файлу не можна",
		"Візьміть книгу Excel, з якої зроблено таблицю, і збережіть її ще раз як «CSV UTF-8 (розділювач — кома)».",
		"the table has question marks in place of letters: the program that saved it did not write them, and this file cannot give them back",
		"Take the Excel workbook from which the table was made, and save it again as “CSV UTF-8 (comma delimited)”.",
	},
	"W-CSV-ENCODING": {
		"таблицю збережено в старому кодуванні Windows-1251; її прочитано, але літери могли зіпсуватися",
		"Перевірте сторінку, а таблицю збережіть як «CSV UTF-8 (розділювач — кома)».",
		"the table is saved in the old encoding Windows-1251; it was read, but letters may be wrong",
		"Look through the page, and save the table as “CSV UTF-8 (comma delimited)”.",
	},
	"E-CSV-ROW": { // n: the cells of the row; want: the columns of the table; separator: what parts the cells, a word of the list separator
		"у рядку таблиці {n:клітинка/клітинки/клітинок}, а стовпців {want}",
		"Допишіть клітинки, яких бракує, або приберіть зайві; значення, у якому є {separator@separator}, візьміть у прямі лапки.",
		"the row has {n:cell/cells}, and the table has {want:column/columns}",
		"Add the missing cells or remove the extra ones; put a value with a {separator@separator} inside in straight quotes.",
	},
	"E-CSV-HEADER": { // missing: a column that must be; accepted: its names; alien, alphabet: as of E-KEY
		"[[у таблиці немає стовпця «{missing}»||невідомий стовпець «{field}»[[. Можливо, ви мали на увазі «{nearest}»[[ ({nearestlabel})]]?]][[ У назві є {alphabet@alphabet}: {alien}]]]]",
		"[[Назвіть стовпець одним із цих слів: {accepted}||Зітріть назву стовпця «{field}» і наберіть «{nearest}» заново{alphabet@keyboard}||Замініть назву стовпця «{field}» на «{nearest}»||Виправте назву стовпця або приберіть його]].",
		"[[the table has no column “{missing}”||unknown column “{field}”[[. Did you mean “{nearest}”[[ ({nearestlabel})]]?]][[ The name has {alphabet@alphabet}: {alien}]]]]",
		"[[Give the column one of these names: {accepted}||Delete the name of the column “{field}” and type “{nearest}” anew{alphabet@keyboard}||Rename the column “{field}” to “{nearest}”||Correct the column's name or remove the column]].",
	},
	"E-CSV-COLUMN": {
		"у таблиці немає обов’язкового стовпця `{field}`[[ («{label}»)]]",
		"Допишіть у першому рядку таблиці стовпець `[[{label}||{field}]]`.",
		"the table lacks the required column `{field}`[[ (“{label}”)]]",
		"Add a column with the name `{field}`[[ or “{label}”]] in the first row.",
	},
	"E-CSV-EMPTY": {
		"таблиця порожня: у ній немає навіть назв стовпців",
		"Напишіть у першому рядку назви стовпців, а нижче — записи, або вилучіть файл.",
		"the table is empty: it has not even the names of its columns",
		"Write the names of the columns in the first row and the records below, or delete the file.",
	},
}
