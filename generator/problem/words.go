package problem

import (
	"maps"
	"slices"
	"strings"
)

// words are the values that callers pass by a key and that a sentence prints in
// its own language: {want@type} with the argument want "date" prints «дата».
// A key that is not in its list is printed as it is, or makes the optional part
// around it vanish.
var words = map[string]map[string]bilingual{
	"type":     typeWords,
	"entry":    entryWords,
	"yaml":     yamlWords,
	"remedy":   remedyWords,
	"html":     htmlWords,
	"personal": personalWords,
	"csvmend":  csvMendWords,
	"xlsx":     xlsxWords,
	"xlsxmend": xlsxMendWords,
	"cell":     cellWords,
	"deadline": deadlineWords,
	"geo":      geoWords,
	"city":     cityWords,
	"outline":  boundaryWords,
	"bibtex":   bibtexWords,
	"photo":    photoWords,
	"external": externalWords,

	"photomend":  photoMendWords,
	"bibtexmend": bibtexMendWords,
	"tex":        texWords,
	"texmend":    texMendWords,
	"lacks":      lacksWords,
	"lacksmend":  lacksMendWords,
	"named":      {"yes": {"у назві файлу", "the name of the file holds"}},
	"rename":     {"yes": {"Перейменуйте файл і виправте його назву там, де його названо", "Rename the file, also where it is named"}},
	"scope":      {"yes": {" і «На що дано згоду»", ", and what it covers (`scope`)"}},
	"slash":      {"yes": {"; теки відділяють знаком `/`, а не `\\`", "; folders are parted by `/`, not by `\\`"}},
	"oneof":      {"yes": {"Заповніть у цьому рядку таблиці хоча б один із цих стовпців, а якщо їх немає, додайте", "Fill in one of these columns in this row of the table, and add it if there is none"}},
	"empty": {
		"line": {"порожнє", "empty"}, "braces": {"порожнє", "empty"}, "brackets": {"порожнє", "empty"}, "parts": {"порожнє", "empty"}, "entries": {"порожнє", "empty"},
	},
	"fill": {
		"line":     {"Допишіть після двокрапки своє значення", "Write a value of your own after the colon"},
		"braces":   {"Впишіть своє значення замість порожніх дужок `{}`", "Write a value of your own in place of the empty brackets `{}`"},
		"brackets": {"Впишіть своє значення замість порожніх дужок `[]`", "Write a value of your own in place of the empty brackets `[]`"},
		"parts":    {"Допишіть значення частин цього поля", "Write the values of the parts of this field"},
		"entries":  {"Допишіть у це поле принаймні один запис", "Write at least one entry in this field"},
	},
	"separator": {"comma": {"кома", "comma"}, "semicolon": {"крапка з комою", "semicolon"}, "tab": {"знак табуляції", "tab"}},
	"under": {
		"line":     {"Допишіть під цим полем рядки з відступом у два пробіли", "Write, indented by two spaces below this field, lines"},
		"braces":   {"Впишіть у порожні дужки частини", "Write parts in the empty brackets,"},
		"brackets": {"Замініть порожні дужки рядками з відступом у два пробіли", "Put, in place of the empty brackets, lines below this field"},
		"parts":    {"Допишіть частини цього поля", "Write the parts of this field,"},
		"entries":  {"Допишіть частини цього поля", "Write the parts of this field,"},
	},
	"alphabet": {"latin": {"латинські літери", "Latin letters"}, "cyrillic": {"кириличні літери", "Cyrillic letters"}},
	"keyboard": {"latin": {" українською розкладкою клавіатури", " with the Ukrainian keyboard"}, "cyrillic": {" англійською розкладкою клавіатури", " with the English keyboard"}},
	"date": {
		"form":    {"не дата", "is no date"},
		"written": {"дату записано не так, як її читає програма", "is written in a form that the program does not read"},
		"day":     {"такого дня в календарі немає", "is a day that no calendar has"},
		"partial": {"дата без дня, а тут потрібен і день", "lacks the day, which is needed here"},
		"time":    {"дата з годиною, а тут потрібен лише день", "has a time of day, and only the day is wanted here"},
		"clock":   {"такої години не буває", "has a time of day that no clock shows"},
	},
	"partial": {
		"yes":  {", а якщо дня не знаєте, — `2021-11` чи лише `2021`", ", or `2021-11` or only `2021` if you do not know the day"},
		"time": {", а з годиною — `2021-11-02T14:30`", ", and with the time of day as `2021-11-02T14:30`"},
		"any":  {", а з годиною — `2021-11-02T14:30`; якщо дня не знаєте, — `2021-11` чи лише `2021`", ", and with the time of day as `2021-11-02T14:30`; if you do not know the day, `2021-11` or only `2021`"},
	},
	"read": {
		"denied":  {"немає права його відкривати", "there is no right to open it"},
		"missing": {"його вже немає на місці", "it is no longer there"},
		"busy":    {"він зайнятий іншою програмою", "another program holds it"},
		"folder":  {"це тека, а тут має бути файл", "it is a folder, and a file is due here"},
		"huge":    {"він надто великий", "it is far too big"},
		"odd":     {"це не файл, а канал, сокет чи пристрій", "it is no file but a pipe, a socket or a device"},
	},
	"hidden": {
		"draft":   {"це чернетка", "it is a draft"},
		"expired": {"строк її показу минув", "it has expired"},
		"future":  {"її дата ще не настала", "its date has not come yet"},
		"review":  {"строк згоди минув", "its consent has expired"},
	},
	"alt": {
		"missing": {"немає опису для незрячих", "there is no description for the blind"},
		"file":    {"замість опису для незрячих стоїть назва файлу", "the description for the blind is only a file's name"},
		"short":   {"опис для незрячих закороткий", "the description for the blind is too short"},
		"long":    {"опис для незрячих довший за 150 знаків", "the description for the blind is over 150 characters"},
	},
	"picture": {
		"broken":  {"файл пошкоджено", "the file is damaged"},
		"cut":     {"файл обірвано, бракує його кінця", "the file is cut short"},
		"crowded": {"його частини повторюють одна одну стільки разів, що браузер відвідувача завис би", "its parts repeat one another so often that a visitor's browser would hang"},
		"format":  {"це не JPG, PNG, GIF, WebP чи SVG", "it is no JPG, PNG, GIF, WebP or SVG"},
		"large":   {"у ньому забагато пікселів", "it has too many pixels"},
	},
	"convert": {
		"heic":  {"Відкрийте світлину в програмі «Фотографії» і збережіть копію як JPG; щоб iPhone одразу знімав у JPG, виберіть у налаштуваннях камери «Формати» → «Найсумісніший»", "Open the picture in Photos and export it as JPG; to let an iPhone take JPG, choose Settings → Camera → Formats → Most Compatible"},
		"raw":   {"Це негатив камери: відкрийте його в програмі камери або у «Фотографіях» і збережіть як JPG", "It is a camera's negative: open it in the camera's program and export it as JPG"},
		"tiff":  {"Відкрийте файл у Paint і збережіть як JPG («Файл» → «Зберегти як»); креслення чи знімок екрана збережіть як PNG", "Open it in a picture program and save it as JPG; drawings as PNG"},
		"pdf":   {"Дайте на нього посилання як на документ або збережіть потрібну сторінку як PNG", "Link to it as a document, or export the page as PNG"},
		"mp4":   {"Це відео: зробіть із нього знімок для обкладинки, а на саме відео дайте посилання", "It is a video: take a still for the cover and link to the video itself"},
		"other": {"Відкрийте файл у Paint чи іншій програмі для світлин і збережіть як JPG, а малюнок чи знімок екрана — як PNG", "Open it in a picture program and save it as JPG, drawings as PNG"},
	},
	"meta": {
		"author":   {"ім’я автора", "the author's name"},
		"editor":   {"хто зберіг його останнім", "who saved it last"},
		"manager":  {"ім’я керівника", "the manager's name"},
		"company":  {"назва організації, на яку записано програму", "the organisation the program is registered to"},
		"path":     {"шлях до файлу на комп’ютері", "a path on a computer"},
		"custom":   {"додаткову властивість", "a property of its own"},
		"changes":  {"записані виправлення разом із вилученим текстом", "tracked changes, with the text that was deleted"},
		"comments": {"примітки", "comments"},
		"remarks":  {"примітки", "comments"},
		"sheets":   {"приховані аркуші", "hidden sheets"},
		"notes":    {"нотатки доповідача до слайдів", "a speaker's notes to slides"},
		"places":   {"світлини з координатами місця, де їх зроблено", "photographs with the coordinates of the place where they were taken"},
	},
	"metamend": {
		"changes":  {"Відкрийте файл у Word: «Рецензування» → «Прийняти» → «Прийняти всі зміни та припинити відстеження», і збережіть", "Open the file in Word: Review → Accept → Accept All Changes and Stop Tracking, and save it"},
		"comments": {"Відкрийте файл у Word: «Рецензування» → «Видалити» → «Видалити всі примітки в документі», і збережіть", "Open the file in Word: Review → Delete → Delete All Comments in Document, and save it"},
		"remarks":  {"Відкрийте файл: «Файл» → «Відомості» → «Перевірити на наявність проблем» → «Інспектор документів» → «Примітки» → «Видалити все», і збережіть", "Open the file: File → Info → Check for Issues → Inspect Document → Comments → Remove All, and save it"},
		"sheets":   {"Відкрийте файл в Excel, клацніть правою кнопкою назву аркуша → «Показати»; якщо аркуш не для всіх, видаліть його, і збережіть", "Open the file in Excel, right-click the name of a sheet → Unhide; delete the sheet if it is not for everybody, and save it"},
		"notes":    {"Якщо вони не для всіх, відкрийте файл у PowerPoint: «Файл» → «Відомості» → «Перевірити на наявність проблем» → «Інспектор документів» → «Нотатки презентації» → «Видалити все», і збережіть", "If they are not for everybody, open the file in PowerPoint: File → Info → Check for Issues → Inspect Document → Presentation Notes → Remove All, and save it"},
		"places":   {"Приберіть координати із самих світлин («Властивості» → «Докладно» → «Видалити властивості й особисту інформацію»), тоді складіть архів або документ із ними наново", "Remove them from the photographs themselves (Properties → Details → Remove Properties and Personal Information), then make the archive or the document of them anew"},
	},
	"footnote": {
		"undefined": {"не має пояснення", "has no explanation"},
		"unused":    {"пояснена, але в тексті її позначки немає", "is explained, but the text has no mark for it"},
		"twice":     {"пояснена двічі", "is explained twice"},
	},
	"csv": {
		"quote":  {"лапки відкрито, але не закрито", "a quotation mark is opened but not closed"},
		"stray":  {"у клітинці, взятій у лапки, є ще лапки, а їх треба подвоїти", "a cell in quotes holds more quotes, and these must be doubled"},
		"header": {"два стовпці мають ту саму назву", "two columns have the same name"},
		"excel":  {"це книга Excel, а не таблиця CSV", "this is an Excel workbook and no CSV table"},
	},
	"isbn": {
		"length": {"у ньому не 13 цифр", "it does not have 13 digits"},
		"sign":   {"у ньому є не лише цифри й дефіси", "it has more than digits and hyphens"},
		"check":  {"остання цифра не відповідає решті", "the last digit does not agree with the others"},
	},
}

// word looks key up in a list of words.
func word(list, key, lang string) (string, bool) {
	w, ok := words[list][key]
	if !ok {
		return "", false
	}
	if lang == "en" {
		return w.EN, true
	}
	return w.UK, true
}

// Word is a word of a list of the messages in a language, as the type «дата» of the list type; the key where the list has it not.
func Word(list, key, lang string) string {
	if w, known := word(list, key, lang); known {
		return w
	}
	return key
}

// WordKeys are the keys of one list of words, for callers' tests.
func WordKeys(list string) []string { return slices.Sorted(maps.Keys(words[list])) }

// typeWords name what a field wants: «тут має бути …».
var typeWords = map[string]bilingual{
	"string":   {"текст", "a text"},
	"text":     {"текст", "a text"},
	"markdown": {"текст", "a text"},
	"int":      {"ціле число", "a whole number"},
	"number":   {"число", "a number"},
	"bool":     {"«так» або «ні»", "“true” or “false”"},
	"date":     {"дата", "a date"},
	"datetime": {"дата й година", "a date and time"},
	"enum":     {"одне значення з переліку", "one value of a list"},
	"ref":      {"назва теки іншої сторінки", "the folder's name of another page"},
	"refs":     {"перелік тек інших сторінок", "a list of folder names of other pages"},
	"list":     {"перелік", "a list"},
	"object":   {"кілька частин, кожна зі своєю назвою", "several parts, each with its name"},
	"objects":  {"перелік записів", "a list of entries"},
	"map":      {"кілька рядків «назва: значення»", "several lines “name: value”"},
	"file":     {"назва файлу", "a file's name"},
	"image":    {"назва файлу зображення", "a picture's file name"},
	"url":      {"адреса в інтернеті", "a web address"},
	"colour":   {"колір", "a colour"},
	"person":   {"прізвище, ім’я, по батькові окремими частинами", "surname and given name as parts of their own"},
	"consent":  {"згода з датою й номером", "a consent with its date and number"},
	"photo":    {"світлина з описом", "a picture with its description"},
	"deadline": {"строк", "a deadline"},
	"isbn":     {"номер ISBN", "an ISBN"},
	"money":    {"сума", "a sum"},
	"clause":   {"пункт документа", "a clause"},
	"place":    {"місце", "a place"},

	"latitude":  {"широта в градусах", "a latitude in degrees"},
	"longitude": {"довгота в градусах", "a longitude in degrees"},
}

// entryWords say how such a value is written; they fill a whole sentence.
var entryWords = map[string]bilingual{
	"string":   {"Запишіть тут текст, за потреби в прямих лапках: `\"текст\"`", "Write a text here, in straight quotes if need be: `\"text\"`"},
	"text":     {"Запишіть тут текст, за потреби в прямих лапках: `\"текст\"`", "Write a text here, in straight quotes if need be: `\"text\"`"},
	"markdown": {"Поставте після двокрапки знак `|`, а текст почніть з нового рядка з відступом у два пробіли", "Put the sign `|` after the colon and begin the text on a new line, indented by two spaces"},
	"int":      {"Запишіть ціле число цифрами, без лапок і слів, наприклад `25`", "Write a whole number in digits, without quotes or words, as in `25`"},
	"number":   {"Запишіть число цифрами, дробову частину — після крапки, наприклад `1.5`", "Write a number in digits, as in `1.5`"},
	"bool":     {"Напишіть `так` або `ні`", "Write `true` or `false`"},
	"date":     {"Напишіть дату так: `2021-11-02` або `02.11.2021`", "Write the date as `2021-11-02` or `02.11.2021`"},
	"datetime": {"Напишіть дату й годину так: `2021-11-02T14:30`", "Write date and time as `2021-11-02T14:30`"},
	"enum":     {"Напишіть одне слово з переліку, без дужок", "Write one word of the list, without brackets"},
	"ref":      {"Напишіть назву теки потрібної сторінки, наприклад `ahenty-zmin`", "Write the folder's name of the page that is meant, as in `ahenty-zmin`"},
	"refs":     {"Напишіть назви тек у квадратних дужках через кому: `[ahenty-zmin, som-hub]`", "Write the folder names in square brackets with commas: `[ahenty-zmin, som-hub]`"},
	"list":     {"Запишіть перелік у квадратних дужках через кому: `[перше, друге]`", "Write a list in square brackets with commas: `[first, second]`"},
	"object":   {"Запишіть кожну частину окремим рядком із відступом у два пробіли: `назва: значення`", "Write each part on a line of its own, indented by two spaces: `name: value`"},
	"objects":  {"Почніть кожен запис з нового рядка дефісом і пробілом: `- назва: значення`", "Begin each entry on a new line with a hyphen and a space: `- name: value`"},
	"map":      {"Запишіть кожну частину окремим рядком із відступом у два пробіли: `назва: значення`", "Write each part on a line of its own, indented by two spaces: `name: value`"},
	"file":     {"Напишіть назву файлу, що лежить у теці сторінки, наприклад `polozhennia.pdf`", "Write the name of a file in the page's folder, as in `rules.pdf`"},
	"image":    {"Напишіть назву файлу зображення, що лежить у теці сторінки, наприклад `foto.jpg`", "Write the name of a picture in the page's folder, as in `photo.jpg`"},
	"url":      {"Скопіюйте адресу з браузера разом із `https://` на початку", "Copy the address from the browser with `https://` at its beginning"},
	"colour":   {"Запишіть колір шістьма знаками після `#` у прямих лапках: `\"#1f5c99\"`", "Write the colour as six signs after `#` in straight quotes: `\"#1f5c99\"`"},
	"person":   {"Запишіть так: `{Прізвище: Перша, Ім’я: Анна}`", "Write it as `{surname: Surname, given: Name}`"},
	"consent":  {"Запишіть так: `{Дата згоди: 2021-11-02, Номер згоди: 12/2021, На що дано згоду: [ім’я, посада]}`", "Write it as `{date: 2021-11-02, ref: 12/2021, scope: [name, post]}`"},
	"photo":    {"Запишіть так: `{Файл: foto.jpg, Опис: Що видно на світлині}`", "Write it as `{file: photo.jpg, alt: What the picture shows}`"},
	"deadline": {"Запишіть так: `{Вид строку: до дня включно, Дата строку: 2021-11-02}`", "Write it as `{kind: until, date: 2021-11-02}`"},
	"isbn":     {"Запишіть 13 цифр із книжки, наприклад `978-617-0000-00-2`", "Write the 13 digits of the book, as in `978-617-0000-00-2`"},
	"money":    {"Запишіть так: `{sum: 25000, currency: UAH}`", "Write it as `{sum: 25000, currency: UAH}`"},
	"clause":   {"Запишіть так: `{Номер пункту: \"3.2\", Зміст: Провести семінар.}`", "Write it as `{n: \"3.2\", text: The clause}`"},
	"place":    {"Напишіть назву місця словами", "Write the name of the place in words"},

	"latitude":  {"Запишіть градуси числом, наприклад `48.6`", "Write the degrees as a number, as in `48.6`"},
	"longitude": {"Запишіть градуси числом, наприклад `37.5`", "Write the degrees as a number, as in `37.5`"},
}

// yamlWords are why a header cannot be read, remedyWords what to do about it.
var yamlWords = map[string]bilingual{
	"colon":   {"у значенні є двокрапка з пробілом", "the value holds a colon and a space"},
	"quote":   {"лапки відкрито, але не закрито", "a quotation mark is opened but not closed"},
	"after":   {"після лапок, що закрилися, є ще текст", "text follows the closing quotation mark"},
	"bracket": {"дужку відкрито, але не закрито", "a bracket is opened but not closed"},
	"sign":    {"значення починається зі службового знака", "the value begins with a sign that has a meaning of its own"},
	"indent":  {"відступ цього рядка не такий, як у сусідніх", "the indentation of this line differs from its neighbours"},
	"space":   {"після двокрапки немає пробілу", "there is no space after the colon"},
	"second":  {"рядок `---` або `...` тут зайвий: він відкриває новий документ", "a line `---` or `...` is not due here: it begins another document"},
	"fields":  {"це не поля вигляду «назва: значення»", "these are no fields of the form “name: value”"},
	"key":     {"рядок не має вигляду «назва: значення»", "the line does not have the form “name: value”"},
	"alias":   {"знаки `&` і `*` на початку значення тут не діють", "the signs `&` and `*` have no effect at the beginning of a value here"},
	"deep":    {"забагато рівнів, вкладених один в один", "too many levels stand inside one another"},
	"control": {"у рядку є невидимий службовий знак", "the line holds an invisible control character"},
}

var remedyWords = map[string]bilingual{
	"colon":   {"Візьміть значення в прямі лапки: `Назва: \"Аукціон: ідеї\"`; якщо в ньому вже є прямі лапки, спершу замініть їх на «такі»", "Put the value in straight quotes: `title: \"Auction: ideas\"`; if it holds straight quotes already, replace these by “such” ones first"},
	"quote":   {"Поставте такі самі прямі лапки в кінці значення", "Put the same straight quotation mark at the end of the value"},
	"after":   {"Замініть прямі лапки всередині значення на «такі», а апостроф — на ’: `Назва: «Вітрина» працює`", "Replace the straight quotes inside the value by “such” ones: `title: “Vitryna” works`"},
	"bracket": {"Поставте в кінці переліку дужку, якої бракує: `]` або `}`", "Put the missing bracket at the end of the list: `]` or `}`"},
	"sign":    {"Візьміть усе значення в прямі лапки; якщо в ньому вже є прямі лапки, спершу замініть їх на «такі»", "Put the whole value in straight quotes; if it holds straight quotes already, replace these by “such” ones first"},
	"indent":  {"Вирівняйте рядок пробілами за сусідніми: назви полів починаються з початку рядка", "Align the line with its neighbours by spaces: names of fields begin at the beginning of a line"},
	"space":   {"Поставте пробіл після двокрапки: `Назва: Школа наставників`", "Put a space after the colon: `title: Name`"},
	"second":  {"Приберіть цей рядок", "Remove this line"},
	"fields":  {"Запишіть кожне поле окремим рядком: `Назва: Школа наставників`", "Write each field on a line of its own: `title: Name of the page`"},
	"key":     {"Поставте після назви поля двокрапку й пробіл або, якщо це продовження тексту, почніть рядок двома пробілами", "Put a colon and a space after the field's name, or, if the text goes on here, begin the line with two spaces"},
	"alias":   {"Візьміть значення в прямі лапки", "Put the value in straight quotes"},
	"deep":    {"Приберіть зайві дужки або відступи", "Remove needless brackets or indentation"},
	"control": {"Зітріть рядок і наберіть його знову", "Delete the line and type it anew"},
}

// personalWords name what of a person stands where it must not.
var personalWords = map[string]bilingual{
	"phone":    {"номер телефону", "a phone number"},
	"email":    {"адреса електронної пошти", "an e-mail address"},
	"passport": {"номер паспорта", "a passport number"},
	"tax":      {"податковий номер (РНОКПП)", "a tax number"},
	"card":     {"номер банківської картки", "a bank card number"},
	"birth":    {"дата народження", "a date of birth"},
	"address":  {"домашня адреса", "a home address"},
}

// htmlWords are the Markdown way of a tag: «напишіть замість нього …».
var htmlWords = htmlTags(map[string]bilingual{
	"b strong":            {"`**жирний текст**`", "`**bold text**`"},
	"i em u":              {"`*виділений текст*`", "`*emphasised text*`"},
	"s del strike":        {"`~~закреслений текст~~`", "`~~struck text~~`"},
	"a":                   {"`[що відкриється](адреса)`", "`[what will open](address)`"},
	"img figure picture":  {"`![опис зображення](foto.jpg)`", "`![description](photo.jpg)`"},
	"br p div":            {"порожній рядок між абзацами", "an empty line between paragraphs"},
	"h1 h2 h3 h4 h5 h6":   {"`## Заголовок`", "`## Heading`"},
	"ul ol li":            {"список, кожен рядок якого починається з `- ` або `1. `,", "a list, every line of which begins with `- ` or `1. `,"},
	"hr":                  {"порожній рядок і під ним `***`", "an empty line and `***` below it"},
	"code tt kbd pre":     {"текст між знаками `` ` ``", "the text between `` ` `` signs"},
	"blockquote":          {"рядок, що починається з `> `,", "a line that begins with `> `,"},
	"table tr td th":      {"рядки вигляду `| перше | друге |`", "rows like `| first | second |`"},
	"iframe video embed":  {"посилання `[назва відео](https://…)`", "a link `[name of the video](https://…)`"},
	"audio source object": {"посилання `[назва запису](https://…)`", "a link `[name of the recording](https://…)`"},
	"span font center":    {"звичайний текст: вигляд задає оформлення сайту", "plain text: the theme decides how it looks"},
})

func htmlTags(groups map[string]bilingual) map[string]bilingual {
	tags := make(map[string]bilingual)
	for group, w := range groups {
		for tag := range strings.FieldsSeq(group) {
			tags[tag] = w
		}
	}
	return tags
}
