package main

// checkTexts are those of `vitryna check` with --fix and --external.
var checkTexts = map[string][2]string{
	"flag fix":    {"виправити безпечне: лапки, тире, пробіли, назви тек; спершу показати різницю", "mend what is safe: quotes, dashes, spaces, names of folders; show the difference first"},
	"flag yes":    {"не питати, а зробити (для --fix)", "do not ask, do it (with --fix)"},
	"fix nothing": {"Безпечних виправлень немає.", "There is nothing to mend safely."},
	"fix rename":  {"перейменувати: %s → %s", "rename: %s → %s"},
	"fix named":   {"%s: назва лишається, бо її згадано у файлі %s. Перейменуйте самі на «%s» і виправте там посилання", "%s: the name stays, as %s names it. Rename it to %q yourself, and mend the link there"},
	"fix shown":   {"Можна виправити: %s. Нічого не змінено; щоб записати, додайте --yes", "To be mended: %s. Nothing has been changed; add --yes to write it"},
	"fix ask":     {"Записати ці зміни (%s)? [т/Н]", "Write these changes (%s)? [y/N]"},
	"fix refused": {"Нічого не змінено.", "Nothing has been changed."},
	"fix changed": {"%s: файл тим часом змінив хтось інший, тому його залишено як є", "%s: somebody else has changed the file meanwhile, so it stays as it is"},
	"fix done":    {"Виправлено: %s. Попередній вигляд — у теці .vitryna/history.", "Mended: %s. What they held before is in the folder .vitryna/history."},

	"flag external":       {"перевірити посилання на інші сайти (потрібен інтернет)", "check the links to other sites (needs the internet)"},
	"external going":      {"Перевірено посилань: %d із %d", "Links checked: %d of %d"},
	"external no network": {"Інтернету немає, тож посилань на інші сайти не перевірено. Сайт від цього не залежить.", "There is no internet, so the links to other sites were not checked. The site does not depend on that."},
	"external no cache":   {"немає теки, у якій можна запам’ятати перевірене. Назвіть її у змінній VITRYNA_CACHE", "there is no folder to remember in what was checked. Name one in the variable VITRYNA_CACHE"},
	"external done":       {"Посилань на інші сайти: %d. Відкриваються: %d, закриті для програм: %d, не відкриваються: %d, ще не перевірено: %d", "Links to other sites: %d. They open: %d, closed to programs: %d, do not open: %d, not checked yet: %d"},

	"chapter": {"Докладніше: розділ «%[2]s» посібника автора, /manuals/%[1]s/", "More, in Ukrainian: the author’s guide, /manuals/%[1]s/"},
}

// newTexts are those of `vitryna new`.
var newTexts = map[string][2]string{
	"new":              {"Почати новий матеріал: готовий файл із поясненням кожного поля", "Begin a new item: a ready file that explains every field"},
	"use new":          {"[ВИД] [\"НАЗВА\"]", "[KIND] [\"TITLE\"]"},
	"flag site":        {"`ТЕКА` сайту", "`FOLDER` of the site"},
	"flag in":          {"`МАТЕРІАЛ`, у якому лежатиме новий: посібник розділу, аукціон лота", "`ITEM` in which the new one will lie: the manual of a chapter, the auction of a lot"},
	"flag id":          {"`НАЗВА-ТЕКИ` латинськими літерами (якщо не вказано — з назви)", "`NAME` of the folder in Latin letters (by default, made from the title)"},
	"flag names":       {"писати поля англійськими назвами", "write fields by their English names"},
	"new kinds":        {"Види матеріалів: vitryna new ВИД \"Назва\"", "Kinds of items: vitryna new KIND \"Title\""},
	"new words":        {"зайве слово «%s». Назву з кількох слів беруть у лапки: vitryna new %s \"%s\"", "extra word %q. A title of several words stands in quotes: vitryna new %s \"%s\""},
	"new unknown":      {"виду «%s» немає. Усі види покаже vitryna new", "there is no kind %q. vitryna new lists the kinds"},
	"new unknown near": {"виду «%s» немає. Можливо, ви мали на увазі «%s»? Усі види покаже vitryna new", "there is no kind %q. Did you mean %q? vitryna new lists the kinds"},
	"new title":        {"назвіть матеріал: vitryna new %s \"Назва\"", "name the item: vitryna new %s \"Title\""},
	"new id":           {"«%s» не годиться для назви теки: малі латинські літери, цифри й дефіси, до 80 знаків. Наприклад: --id %s", "%q cannot be the name of a folder: small Latin letters, digits and hyphens, 80 at most. For example: --id %s"},
	"new device":       {"тека не може зватися «%s»: у Windows це назва пристрою. Наприклад: %s", "a folder cannot be called %q: Windows keeps that name for a device. For example: %s"},
	"new there":        {"«%s» уже є. Нічого не змінено. Дайте іншу назву або --id", "%q is there already. Nothing has been changed. Give another title, or --id"},
	"new in":           {"вид «%s» живе в матеріалі виду «%s», а жодного ще немає. Спершу: vitryna new %s \"Назва\"", "the kind %q lives in an item of the kind %q, and there is none yet. First: vitryna new %s \"Title\""},
	"new in near":      {"вид «%s» живе в матеріалі виду «%s»: назвіть теку, наприклад --in %s", "the kind %q lives in an item of the kind %q: name its folder, for example --in %s"},
	"new table":        {"«%s» ведуть таблицею: допишіть рядок у %s. Обов’язкові стовпці: %s", "%s are kept as a table: add a row to %s. Its obligatory columns: %s"},
	"new made":         {"Створено %s. Це чернетка: її видно лише в перегляді.", "Made %s. It is a draft: only the preview shows it."},
}

// lanTexts are those of `vitryna serve --lan`.
var lanTexts = map[string][2]string{
	"flag lan":        {"показати сайт і в локальній мережі, тим, хто має одноразовий код; `АДРЕСА` цього комп’ютера, якщо їх кілька", "show the site on the local network as well, to those who have the one-time code; `ADDRESS` of this computer if it has several"},
	"flag lan drafts": {"разом із --lan: гості бачать і чернетки", "with --lan: guests see drafts as well"},
	"lan invited":     {"Код для одного гостя, діє до %s: наведіть на нього камеру телефона або відкрийте\n%s і введіть %s", "A code for one guest, good until %s: point the phone’s camera at it, or open\n%s and type %s"},
	"lan again":       {"Новий код — Enter", "Enter gives a new code"},
	"wrong lan":       {"--lan=%s: потрібна адреса цього комп’ютера, як-от --lan=192.168.0.10, або самé --lan", "--lan=%s: write an address of this computer, such as --lan=192.168.0.10, or --lan alone"},
	"lan none":        {"цей комп’ютер не в локальній мережі. Приєднайте його до неї або назвіть адресу: --lan=192.168.0.10", "this computer is in no local network. Connect it to one, or name the address: --lan=192.168.0.10"},
	"lan not here":    {"адреса %s — не цього комп’ютера в локальній мережі", "%s is no address of this computer in a local network"},
}

// kindsTexts are those of the author's reference in the preview.
var kindsTexts = map[string][2]string{
	"kinds title":           {"Довідник видів матеріалів", "Reference of kinds"},
	"kinds lead":            {"Які є види матеріалів, у якій теці лежить кожен і які в нього поля. Довідник складено з тих самих правил, за якими програма перевіряє тексти.", "Which kinds there are, in which folder each lies and which fields it has. The reference is made of the very rules by which texts are checked."},
	"kinds all":             {"Усі види", "All kinds"},
	"kinds home":            {"На сайт", "To the site"},
	"kinds kind":            {"Вид", "Kind"},
	"kinds folder":          {"Де лежить", "Where it lies"},
	"kinds fields":          {"Полів", "Fields"},
	"kinds begin":           {"Почати новий:", "To begin one:"},
	"kinds own":             {"Поля цього виду", "Fields of this kind"},
	"kinds common":          {"Поля, які має кожен вид", "Fields of every kind"},
	"kinds none":            {"Своїх полів цей вид не має.", "This kind has no fields of its own."},
	"kinds aka":             {"можна писати й так: %s", "may also be written: %s"},
	"kinds private":         {"На сайт це не потрапляє.", "It never gets to the site."},
	"kinds with":            {"Обов’язкове, коли є поле «%s».", "Required beside the field “%s”."},
	"kinds if":              {"Обов’язкове, коли «%s» — %s.", "Required when “%s” is %s."},
	"kinds one of":          {"Має стояти це поле або одне з полів %s.", "This field or one of %s must stand."},
	"kinds words":           {"Можна: %s.", "Allowed: %s."},
	"kinds refers":          {"Назва теки з %s.", "The name of a folder of %s."},
	"kinds signs between":   {"Від %s до %s знаків.", "From %s to %s characters."},
	"kinds signs least":     {"Щонайменше %s знаків.", "At least %s characters."},
	"kinds signs most":      {"Щонайбільше %s знаків.", "At most %s characters."},
	"kinds each between":    {"У кожному записі від %s до %s знаків.", "From %s to %s characters in each entry."},
	"kinds each least":      {"У кожному записі щонайменше %s знаків.", "At least %s characters in each entry."},
	"kinds each most":       {"У кожному записі щонайбільше %s знаків.", "At most %s characters in each entry."},
	"kinds entries between": {"Записів — від %s до %s.", "From %s to %s entries."},
	"kinds entries least":   {"Записів — щонайменше %s.", "At least %s entries."},
	"kinds entries most":    {"Записів — щонайбільше %s.", "At most %s entries."},
	"kinds number between":  {"Від %s до %s.", "From %s to %s."},
	"kinds number least":    {"Не менше за %s.", "Not less than %s."},
	"kinds number most":     {"Не більше за %s.", "Not more than %s."},
}

// shellTexts are those of completion and of the page for man.
var shellTexts = map[string][2]string{
	"use shell":           {"[ОБОЛОНКА]", "[SHELL]"},
	"completion how":      {"Щоб клавіша Tab дописувала команди, виконайте (і додайте до файлу налаштувань оболонки):", "To let the Tab key complete commands, run this, and add it to your shell’s settings:"},
	"completion unknown":  {"оболонки «%s» програма не знає: є %s", "there is no completion for %q; there is for %s"},
	"man":                 {"Сторінка довідки для man", "The page for man"},
	"man title":           {"Довідка", "Manual"},
	"man name":            {"НАЗВА", "NAME"},
	"man call":            {"ЯК ВИКЛИКАТИ", "SYNOPSIS"},
	"man what":            {"ОПИС", "DESCRIPTION"},
	"man text":            {"Без команди: у теці сайту відкриває його перегляд, у порожній теці — сторінку, на якій створюють сайт. Посібник автора є в кожному перегляді: /manuals/posibnyk-avtora-vitryny/.", "Without a command: in the folder of a site it opens the preview, in an empty folder the page on which a site is made. The author’s guide, in Ukrainian, is in every preview: /manuals/posibnyk-avtora-vitryny/."},
	"man exit":            {"КОД ЗАВЕРШЕННЯ", "EXIT STATUS"},
	"man exit 0":          {"усе гаразд", "all is well"},
	"man exit 1":          {"у матеріалах є помилки", "the content has errors"},
	"man exit 2":          {"неправильний виклик", "the call is wrong"},
	"man exit 3":          {"диск або мережа", "disk or network"},
	"man world":           {"СЕРЕДОВИЩЕ", "ENVIRONMENT"},
	"man LANG":            {"англійська — англійські повідомлення, усе інше — українські; --lang важливіший", "an English one gives English messages, any other Ukrainian; --lang goes before it"},
	"man NO_COLOR":        {"якщо не порожня, повідомлення без кольорів", "if not empty, messages bear no colours"},
	"man VITRYNA_CACHE":   {"тека, де лежить збережене від попередніх збирань", "folder that keeps the results of earlier builds"},
	"man VITRYNA_BROWSER": {"браузер для vitryna pdf", "browser for vitryna pdf"},
}
