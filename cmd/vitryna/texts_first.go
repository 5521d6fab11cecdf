package main

// textParts are the texts of single commands; no key stands in two of them.
var textParts = []map[string][2]string{firstTexts, newTexts, whyTexts, checkTexts, kindsTexts, reportTexts, importTexts, importChapterTexts, sourceTexts, shellTexts, publishTexts, storageTexts, repositoryTexts, migrateTexts, lanTexts}

// firstTexts are those of the first minute: `vitryna init` and its page in the browser. What begins with «ask» is a question of the terminal
// and a label of the page, with «hint» what stands below it, with «fault» what is wrong with an answer.
var firstTexts = map[string][2]string{
	"init":            {"Створити сайт: запитання, приклади, обов’язкові сторінки", "Make a site: questions, examples, obligatory pages"},
	"use folder":      {"[ТЕКА]", "[FOLDER]"},
	"flag init name":  {"`НАЗВА` центру", "`NAME` of the centre"},
	"flag init town":  {"`МІСТО` чи громада: м. Ромни", "`TOWN` or hromada"},
	"flag init owner": {"`УСТАНОВА`, якій належить сайт (якщо не вказано — сам центр)", "`INSTITUTION` that owns the site (by default, the centre itself)"},
	"flag init street": {
		"`ВУЛИЦЯ` і будинок", "`STREET` and house",
	},
	"flag init phone":  {"службовий `ТЕЛЕФОН`", "`PHONE` of the office"},
	"flag init email":  {"службова `ПОШТА`", "`E-MAIL` of the office"},
	"flag init base":   {"`АДРЕСА` сайту в інтернеті, якщо вона вже є: https://…", "`ADDRESS` of the site on the web, if there is one: https://…"},
	"flag init accent": {"`КОЛІР` сайту: #1f6f8b або назва з переліку", "`COLOUR` of the site: #1f6f8b, or a name from the list"},

	"ask name":    {"Назва центру", "Name of the centre"},
	"ask town":    {"Місто чи громада", "Town or hromada"},
	"ask owner":   {"Кому належить сайт", "Who owns the site"},
	"ask street":  {"Вулиця й будинок", "Street and house"},
	"ask phone":   {"Службовий телефон", "Phone of the office"},
	"ask email":   {"Службова пошта", "E-mail of the office"},
	"ask base":    {"Адреса сайту в інтернеті", "Address of the site on the web"},
	"ask accent":  {"Колір сайту", "Colour of the site"},
	"hint name":   {"Повна назва, як у документах.", "The full name, as in documents."},
	"hint town":   {"Наприклад: м. Ромни.", "For example: Romny."},
	"hint owner":  {"Відділ освіти, громада… Не знаєте — лишіть порожнім: це буде сам центр.", "A department, a hromada … Leave it empty if you do not know: it will be the centre itself."},
	"hint street": {"Необов’язково.", "Optional."},
	"hint phone":  {"Необов’язково. Особистих номерів сайт не друкує.", "Optional. The site prints no personal numbers."},
	"hint email":  {"Необов’язково. Лише службова.", "Optional. Only that of the office."},
	"hint base":   {"Якщо вона вже є; допишете й пізніше.", "If there is one; you can add it later."},
	"hint accent": {"Змінити можна будь-коли, у файлі content/site.yaml.", "It can be changed at any time, in the file content/site.yaml."},

	"fault empty":  {"тут має щось стояти", "something must stand here"},
	"fault long":   {"задовго: найбільше 160 знаків", "too long: 160 characters at most"},
	"fault line":   {"має бути один рядок звичайного тексту", "one line of plain text is due"},
	"fault quotes": {"одній із лапок бракує пари (зразок: «Центр „Мрія“»), або між словом і числом немає пробілу", "a quotation mark has no partner (for example: «Центр „Мрія“»), or a space is missing between a word and a number"},
	"fault phone":  {"це не телефон; зразок: (05448) 5-00-00", "this is not a phone number; for example: (05448) 5-00-00"},
	"fault email":  {"це не адреса пошти; зразок: office@example.org", "this is not an e-mail address; for example: office@example.org"},
	"fault colour": {"колір пишуть так: #1f6f8b; або виберіть його з переліку: %s", "write a colour as #1f6f8b, or choose from the list: %s"},
	"fault web":    {"адреса сайту починається з https:// і не має «?» та «#»; зразок: https://example.org", "the address of a site begins with https:// and has no ? or #, as https://example.org"},

	"init wrong":    {"--%s «%s»: %s", "--%s %q: %s"},
	"init missing":  {"бракує відповіді: %s. Напишіть --%s \"…\"", "an answer is missing: %s. Write --%s \"…\""},
	"init occupied": {"тека «%s» не порожня, і сайту в ній немає. Нічого не змінено. Назвіть нову теку: vitryna init %s", "the folder %q is not empty, and there is no site in it. Nothing has been changed. Name a new folder: vitryna init %s"},
	"init site":     {"у теці «%s» сайт уже є. Нічого не змінено. Показати його: vitryna serve %s", "there is a site in the folder %q already. Nothing has been changed. To show it: vitryna serve %s"},
	"init begin":    {"Кілька запитань про ваш сайт. Enter — погодитися з тим, що в дужках, або пропустити.", "A few questions about your site. Enter takes what stands in brackets, or leaves it out."},
	"init again":    {"  %s. Спробуйте ще раз.", "  %s. Try again."},
	"init ended":    {"відповіді скінчилися раніше, ніж запитання. Нічого не створено", "the answers ended before the questions. Nothing was made"},
	"init made":     {"Сайт створено: %s\nПоказати його в браузері: vitryna serve %s", "The site is made: %s\nTo show it in a browser: vitryna serve %s"},
	"init here":     {"Сайт створено в цій теці.\nПоказати його в браузері: vitryna", "The site is made in this folder.\nTo show it in a browser: vitryna"},

	"first lang":       {"uk", "en"},
	"first title":      {"Створімо сайт вашого центру", "Let us make the site of your centre"},
	"first lead":       {"Кілька відповідей — і за мить ви побачите готовий сайт із прикладами. Усе можна змінити потім.", "A few answers, and in a moment you will see a site with examples. Everything can be changed later."},
	"first where":      {"Сайт буде в цій теці:", "The site will be in this folder:"},
	"first beside":     {"У теці, з якої запущено програму, вже лежить щось інше, тому сайт буде в новій теці поруч. Того, що є, програма не змінить. Нова тека:", "The folder from which the program was started holds other things, so the site will be in a new folder beside them. The program changes nothing of what is there. The new folder:"},
	"first other":      {"Хочете в іншому місці? Закрийте програму, перенесіть її в порожню теку й запустіть звідти.", "Another place? Close the program, move it to an empty folder and start it there."},
	"first required":   {"обов’язково", "required"},
	"first contacts":   {"Контакти", "Contacts"},
	"first make":       {"Створити сайт", "Make the site"},
	"first stay":       {"Інтернет не потрібен: усе лишається на цьому комп’ютері.", "No internet is needed: everything stays on this computer."},
	"first faults":     {"Ще трохи: перевірте позначені рядки.", "Almost there: look at the marked lines."},
	"first trouble":    {"Сайт не створено: %s", "The site was not made: %s"},
	"first opening":    {"Сайт створено, відкриваємо…", "The site is made and opens …"},
	"first opening is": {"Ще мить: сторінка з’явиться сама.", "One moment: the page appears by itself."},
	"first running":    {"Відкриваю в браузері сторінку, на якій створюють сайт: %s", "Opening the page in a browser on which a site is made: %s"},
	"press enter":      {"Натисніть Enter, щоб закрити це вікно.", "Press Enter to close this window."},
}

// accents are the colours to choose from. Each can be read on white and bears white letters.
var accents = []struct {
	Colour string
	Class  string // of the page
	Name   [2]string
}{
	{"#1f5f6b", "sea", [2]string{"морський", "sea"}},
	{"#1d4f91", "blue", [2]string{"синій", "blue"}},
	{"#2f6b3a", "green", [2]string{"зелений", "green"}},
	{"#9a3412", "clay", [2]string{"теракотовий", "terracotta"}},
	{"#8a1f4b", "cherry", [2]string{"вишневий", "cherry"}},
	{"#5b3e8f", "violet", [2]string{"фіалковий", "violet"}},
}
