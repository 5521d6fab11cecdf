package problem

// tableEntries are about the files of registers, CSV and Excel, beyond what dataEntries say of CSV.
var tableEntries = map[string]entry{
	"W-CSV-UTF16": {
		"таблицю збережено в кодуванні UTF-16 («Текст Юнікод»); її прочитано, але інші програми можуть не впоратися",
		"Збережіть її як «CSV UTF-8 (розділювач — кома)».",
		"the table is saved as UTF-16 (“Unicode text”); it was read, but other programs may fail to",
		"Save it as “CSV UTF-8 (comma delimited)”.",
	},
	"W-CSV-TITLE": { // last: the last line above the header; header: its line
		"над назвами стовпців є ще рядки; їх пропущено, а таблиця починається з рядка {header}",
		"Якщо це заголовок таблиці, перенесіть його в `index.md` розділу й вилучіть ці рядки до {last}-го включно.",
		"rows stand above the names of the columns; they are left out, and the table begins with row {header}",
		"If they are the table's title, move it to the section's `index.md` and delete these rows up to row {last}.",
	},
	"E-CSV-NAMELESS": { // cell: what stands there
		"тут є значення «{value}», але стовпець не має назви",
		"Допишіть назву стовпця в рядку {header} або приберіть значення.",
		"here stands the value “{value}”, but its column has no name",
		"Write the column's name into row {header}, or remove the value.",
	},
	"W-CSV-DATE": {
		ukField + "дату записано числом {value}; її прочитано як {date}",
		"Перевірте дату; щоб цього не було, виберіть для стовпця в Excel формат «Дата» і збережіть знову.",
		enField + "the date is written as the number {value}; it is read as {date}",
		"Check the date; to avoid this, choose the format “Date” for the column in Excel and save again.",
	},
	"E-CSV-NUMBER": {
		ukField + "Excel скоротив довге число до «{value}», і його цифри втрачено",
		"Виберіть для стовпця формат «Текст», введіть номер знову і збережіть таблицю.",
		enField + "Excel has shortened a long number to “{value}”, and its digits are lost",
		"Choose the format “Text” for the column, type the number again and save the table.",
	},
	"W-CSV-TWICE": { // first: the line of the other row
		"цей рядок слово в слово повторює рядок {first}; на сайті він буде один раз",
		"Вилучіть один із двох рядків.",
		"this row repeats row {first} word for word; the site will have it once",
		"Delete one of the two rows.",
	},
	"E-CSV-ID": { // id: the two rows' name for addresses; first: the line of the other row
		"рядок має ту саму назву для адреси «{id}», що й рядок {first}",
		"Додайте стовпець `Назва для адреси` і дайте цим рядкам різні назви малими латинськими літерами.",
		"the row has the same identifier, “{id}”, as row {first}",
		"Add a column `id` and give these rows different identifiers in small Latin letters.",
	},
	"E-XLSX": { // why: a word of the list xlsx
		"книгу Excel не вдається прочитати: {why@xlsx}",
		"{why@xlsxmend}.",
		"the Excel workbook cannot be read: {why@xlsx}",
		"{why@xlsxmend}.",
	},
	"E-XLSX-CELL": { // what: a word of the list cell
		"клітинка {cell} не має значення: {what@cell}[[ «{value}»]]",
		"Відкрийте книгу в Excel, виправте клітинку {cell} і збережіть книгу знову.",
		"the cell {cell} has no value: {what@cell}[[ “{value}”]]",
		"Open the workbook in Excel, correct the cell {cell} and save it again.",
	},
	"W-XLSX-SHEETS": {
		"прочитано лише аркуш «{sheet}», а в книзі є ще такі з даними: {names}",
		"Якщо потрібні й вони, збережіть кожен окремим файлом; якщо ні — вилучіть їх із книги.",
		"only the sheet “{sheet}” was read; the workbook has more with data: {names}",
		"If they are needed, save each as a file of its own; if not, delete them from the workbook.",
	},
	"W-XLSX-MERGED": {
		"в аркуші є об’єднані клітинки ({cells}); значення має лише перша з них, решта порожні",
		"Скасуйте об’єднання («Головна» → «Об’єднати») і впишіть значення в кожну клітинку.",
		"the sheet has merged cells ({cells}); only the first of them has the value, the others are empty",
		"Unmerge them (“Home” → “Merge”) and write the value into every cell.",
	},
	"W-XLSX-HIDDEN": {
		"в аркуші є приховане[[: рядки {rows}]][[: стовпці {columns}]]; його теж прочитано й буде опубліковано",
		"Зробіть приховане видимим і перевірте; зайве вилучіть.",
		"the sheet hides[[ rows {rows}]][[ columns {columns}]]; they are read all the same and will be published",
		"Make visible what is hidden and check it; delete what is not meant to be public.",
	},
}

var csvMendWords = map[string]bilingual{
	"quote":  {"Поставте другі лапки в кінці значення або приберіть перші; решту рядків прочитано", "Put the second mark at the end of the value or remove the first; the other rows were read"},
	"stray":  {"Приберіть лапки на початку значення або подвойте ті, що всередині; решту рядків прочитано", "Remove the mark at the beginning of the value or double those inside; the other rows were read"},
	"header": {"Дайте одному зі стовпців іншу назву або вилучіть його", "Give one of the columns another name, or delete it"},
}

var xlsxWords = map[string]bilingual{
	"old":    {"це книга старого вигляду (.xls) або її захищено паролем", "it is a workbook of the old form (.xls), or has a password"},
	"ods":    {"це таблиця LibreOffice (.ods)", "it is a table of LibreOffice (.ods)"},
	"text":   {"це не книга Excel, хоч файл так називається", "it is no workbook, though the file is called so"},
	"broken": {"файл пошкоджено", "the file is damaged"},
	"large":  {"у ній більше, ніж може бути в реєстрі", "it holds more than a register may"},
}

var xlsxMendWords = map[string]bilingual{
	"old":    {"Відкрийте її в Excel, зніміть пароль, якщо він є, і збережіть як «Книга Excel (.xlsx)»", "Open it in Excel, take off the password if there is one, and save it as “Excel Workbook (.xlsx)”"},
	"ods":    {"Відкрийте її в LibreOffice і збережіть як «Excel 2007–365 (.xlsx)»", "Open it in LibreOffice and save it as “Excel 2007–365 (.xlsx)”"},
	"text":   {"Відкрийте файл в Excel і збережіть як «Книга Excel (.xlsx)» або «CSV UTF-8»", "Open the file in Excel and save it as “Excel Workbook (.xlsx)” or “CSV UTF-8”"},
	"broken": {"Відкрийте її в Excel чи LibreOffice і збережіть знову", "Open it in Excel or LibreOffice and save it again"},
	"large":  {"Залиште в книзі лише аркуш із реєстром або поділіть його на кілька файлів", "Leave only the sheet with the register in the workbook, or divide it into several files"},
}

var cellWords = map[string]bilingual{
	"error":   {"замість нього там знак помилки", "there stands the sign of an error instead,"},
	"formula": {"формулу ще не обчислено", "its formula has not been computed"},
}

// registerEntries are the rules of single registers: teachers, library, catalogue, programmes, videos.
var registerEntries = map[string]entry{
	"W-REVIEW": { // date: the last day
		"строк згоди цієї людини минув {date}, тому на сайті її немає",
		"Спитайте людину ще раз і запишіть нову згоду та поле «Переглянути до», а якщо вона відмовила — вилучіть теку.",
		"the consent of this person ran out on {date}, so they are not on the site",
		"Ask the person again and write down the new consent and the field `review_by`, or delete the folder if they declined.",
	},
	"E-RIGHTS": {
		"чужий твір не можна викладати файлом, поки не записано дозволу",
		"Запишіть у полі «Права», на яких умовах дозволено викласти файл, або залиште саме посилання в полі «Посилання».",
		"a work of others must not be offered as a file unless the permission is written down",
		"Write into the field `rights` on what terms the file may be offered, or leave only a link in the field `url`.",
	},
	"E-CAT-DUP": { // first: the line of the other row
		"ця адреса вже є в каталозі[[: рядок {first}||: {other}]]",
		"Вилучіть один із двох записів або виправте адресу.",
		"the catalogue has this address already[[: row {first}||: {other}]]",
		"Delete one of the two entries, or correct the address.",
	},
	"W-CAT-YEAR": {
		"рік утворення {value}, а центри професійного розвитку почали створювати 2020 року",
		"Перевірте рік: можливо, це рік попередниці (методичного кабінету).",
		"the year of foundation is {value}, and professional-development centres were founded from 2020 on",
		"Check the year: perhaps it is that of the predecessor (the methodological office).",
	},
	"W-HROMADA": { // other: how other places write it
		"громаду «{value}» в іншому місці записано як «{other}»: на карті й у переліку це будуть дві громади",
		"Пишіть її всюди однаково: «{other}».",
		"the hromada “{value}” is written “{other}” elsewhere: the map and the list will have two",
		"Write it in one way everywhere: “{other}”.",
	},
	"W-CAT-STALE": {
		"сайт перевіряли {date}, понад пів року тому",
		"Відкрийте сайт, виправте стан, якщо він змінився, і запишіть сьогоднішню дату в поле «Перевірено».",
		"the site was checked on {date}, more than half a year ago",
		"Open the site, correct the status if it has changed, and write today's date into the field `checked`.",
	},
	"E-PROGRAMME": {
		"у програмі бракує обов’язкової відомості: {label}[[ (поле `{field}`)]]",
		"Допишіть її: без неї програму не можна оприлюднити (пункт 10 Порядку, затвердженого постановою № 800).",
		"the programme lacks an obligatory item: {label}[[ (field `{field}`)]]",
		"Add it: without it a programme must not be published (item 10 of the Procedure approved by resolution No. 800).",
	},
	"W-ECTS": {
		"обсяг не сходиться: за {hours} год кредитів ЄКТС має бути {ects}, а записано {value}",
		"Виправте години або кредити: один кредит — 30 годин.",
		"the volume does not agree: {hours} hours are {ects} ECTS credits, and {value} are given",
		"Correct the hours or the credits: one credit is 30 hours.",
	},
	"W-CAPTIONS": {
		"відео не має ні субтитрів, ні текстової версії, тож люди з порушеннями слуху його не зрозуміють",
		"Назвіть файл субтитрів у полі «Файл субтитрів» або перекажіть зміст у полі «Текстова версія».",
		"the video has neither captions nor a transcript, so people who do not hear cannot follow it",
		"Add a file of captions in the field `captions`, or tell what is said in the field `transcript`.",
	},
}
