package editor

import (
	"fmt"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// words are what the author's bar and the editor say, in Ukrainian and in English. Those whose key begins with «bar » and «edit » go to the scripts.
var words = map[string][2]string{
	// Why something was not done.
	"loading":           {"Сайт ще відкривається. Спробуйте за мить", "The site is still opening. Try again in a moment"},
	"question":          {"Програма не зрозуміла запиту сторінки. Оновіть сторінку", "The program did not understand the page. Reload it"},
	"machine":           {"Не вдалося через помилку комп’ютера", "It did not work because of a computer error"},
	"name":              {"Цього файлу не можна змінити звідси: він лежить поза content, за посиланням, у теці private або має назву, якої не прийме Windows", "This file cannot be changed from here: it lies outside content, behind a link, in a folder private, or has a name that Windows does not take"},
	"header":            {"Шапку тексту записано так, що змінити це поле на його місці не вдається. Відкрийте її як текст", "The header is written so that this field cannot be changed in its place. Open it as text"},
	"held":              {"Файл тримає інша програма. Закрийте її й збережіть ще раз", "Another program holds the file. Close it there and save again"},
	"stays":             {"Теку або файл тримає інша програма. Закрийте програми й вікна, де їх відкрито, і спробуйте ще раз", "Another program holds the folder or a file. Close the programs and windows where it is open and try again"},
	"full":              {"На диску немає місця, тому нічого не записано. Звільніть його й спробуйте ще раз", "The disk is full, so nothing was written. Make room and try again"},
	"locked":            {"Цей диск лише для читання, тому нічого не записано. Зніміть із нього захист або перенесіть теку сайту на інший диск і спробуйте ще раз", "This disk can only be read, so nothing was written. Take off its protection, or move the site’s folder to another disk, and try again"},
	"denied":            {"Файл або тека лише для читання, тому нічого не записано. Зніміть цей захист у властивостях файлу й теки або попросіть прав на них і спробуйте ще раз", "The file or the folder can only be read, so nothing was written. Take off the protection in the properties of both, or ask for the right to write there, and try again"},
	"there":             {"Така назва вже зайнята", "The name is taken"},
	"gone":              {"Такого файлу немає", "There is no such file"},
	"not text":          {"Це не текст, який можна редагувати тут", "This is not a text that can be edited here"},
	"not utf8":          {"Файл записано не в UTF-8 або він завеликий, тому редагувати його тут не можна", "The file is not in UTF-8, or too big, so it cannot be edited here"},
	"not item":          {"Перейменувати або вилучити можна лише матеріал, а не сторінку розділу", "Only an item can be renamed or deleted, not the page of a section"},
	"no title":          {"Напишіть назву", "Write a title"},
	"no owner":          {"Виберіть, у чому цей матеріал буде", "Choose what the item will live in"},
	"plain id":          {"Адреса складається з малих латинських літер, цифр і дефісів. Можливо", "An address consists of small Latin letters, digits and hyphens. Perhaps"},
	"no id":             {"Напишіть нову адресу: малі латинські літери, цифри, дефіси", "Write the new address: small Latin letters, digits, hyphens"},
	"same name":         {"Це та сама адреса", "It is the same address"},
	"who":               {"Позначте, хто є на світлині", "Say who is in the photograph"},
	"no alt":            {"Опишіть, що видно на зображенні (від 5 знаків), або позначте, що це лише прикраса", "Describe what the picture shows (at least 5 characters), or say that it is only a decoration"},
	"no photos":         {"У цьому тексті немає поля «Світлини», де записують згоду. Додайте світлину до українського тексту", "This text has no field for photographs and their consent. Add the picture to the Ukrainian text"},
	"no consent":        {"Потрібна згода: письмова, публічний захід (лише дорослі) або приховані обличчя", "Consent is needed: written, a public event (adults only), or blurred faces"},
	"public children":   {"Для дітей «публічного заходу» недостатньо: потрібна письмова згода батьків або приховані обличчя", "For children a public event is not enough: written consent of the parents or blurred faces are needed"},
	"no consent number": {"Запишіть номер згоди в журналі центру", "Write the number of the consent in the centre’s register"},
	"no assent":         {"Потрібна й згода самої дитини", "The child has to agree too"},
	"child name":        {"В описі та підписі світлини з дітьми не має бути прізвищ та імен", "The description and the caption of a picture with children must not name anybody"},
	"wrong day":         {"День, до якого діє згода, запишіть повністю: день, місяць, рік", "Write in full the day until which the consent holds: day, month, year"},
	"large picture":     {"Зображення завелике: понад 15 МБ або 100 мільйонів пікселів", "The picture is too large: over 15 MB or 100 million pixels"},
	"unknown picture":   {"Такого формату зображень програма не знає. Збережіть його як JPEG або PNG", "The program does not know this picture format. Save it as JPEG or PNG"},
	"broken picture":    {"Зображення пошкоджене", "The picture is damaged"},

	"large paste": {"Вставлено забагато за один раз. Збережіть це як файл .docx і скористайтеся командою vitryna import", "This is too much at once. Save it as a .docx file and use vitryna import"},

	// What a text from elsewhere has lost.
	"lost at":       {"Шукайте за словами: «%s».", "Look for the words: “%s”."},
	"lost some":     {"Шукайте, наприклад, за словами: «%s».", "Look for example for the words: “%s”."},
	"lost and":      {"», «", "”, “"},
	"lost parts":    {"Не перенесено вкладених документів: %d. Відкрийте файл у Word, збережіть і перенесіть ще раз.", "Documents inside of the document that were not carried over: %d. Open the file in Word, save it and import it again."},
	"lost pictures": {"Не перенесено зображень: %d. Додайте їх окремо.", "Pictures that were not carried over: %d. Add them one by one."},
	"lost damaged":  {"Не перенесено пошкоджених або невідомих зображень: %d.", "Pictures that are damaged or unknown and were not carried over: %d."},
	"lost formulas": {"Формул, які не вдалося перенести (від них лишилися хіба що самі знаки, без дробів, степенів і коренів): %d. Запишіть їх у рядку між \\( і \\), окремі — між рядками $$.", "Formulas that could not be carried over (at best their letters are left, without fractions, powers and roots): %d. Write them between \\( and \\) in a line, or between lines of $$ alone."},
	"lost boxes":    {"Рамок із текстом, який стоїть тепер між абзацами: %d.", "Frames whose text stands between the paragraphs now: %d."},
	"lost drawings": {"Не перенесено малюнків і діаграм Office: %d. Збережіть їх як зображення.", "Drawings and charts of Office that were not carried over: %d. Save them as pictures."},
	"lost spans":    {"Об’єднаних клітинок таблиць, які роз’єднано: %d.", "Cells over several columns or rows that were split: %d."},
	"lost nested":   {"Таблиць усередині таблиць, від яких лишилися слова: %d.", "Tables inside tables of which the words are left: %d."},
	"lost signs":    {"Не перенесено знаків із шрифтів Wingdings, Symbol тощо: %d. Звірте з документом і поставте звичайні знаки.", "Signs of fonts as Wingdings or Symbol that were not carried over: %d. Compare with the document and put ordinary signs."},
	"lost comments": {"Не перенесено приміток рецензента: %d.", "Comments that were not carried over: %d."},
	"lost heads":    {"Не перенесено колонтитулів: %d.", "Headers and footers that were not carried over: %d."},
	"lost links":    {"Посилань на файли вашого комп’ютера або без повної адреси, від яких лишилися слова: %d.", "Links to files on your own computer, or without a whole address, of which the words are left: %d."},
	"lost refs":     {"Посилань на інші місця й сторінки цього документа, від яких лишилися слова: %d. Звірте, чи правильні номери рисунків і сторінок.", "References to other places and pages of this document of which the words are left: %d. Check whether the numbers of figures and pages are right."},
	"lost numbers":  {"Букв, римських цифр і номерів заголовків, які ставив сам Word: %d. У списках тепер звичайні числа, заголовки без номерів; якщо на них посилається текст, допишіть.", "Letters and Roman figures of lists, and numbers of headings, that Word had set: %d. Lists have plain numbers now and headings have none; write them in where the text refers to them."},
	"lost hidden":   {"Не перенесено прихованого у Word тексту: %d.", "Pieces of text hidden in Word that were not carried over: %d."},
	"lost bold":     {"У документі немає стилів заголовків, тому заголовками стали рядки, набрані самим жирним: %d. Якщо котрийсь не заголовок, приберіть перед ним ##.", "The document has no heading styles, so lines that are all bold became headings: %d. If one is none, take away the ## before it."},
	"lost embeds":   {"Не перенесено відео, звуку, рисунків SVG і вікон з інших сайтів: %d. Додайте їх окремо або дайте посилання.", "Videos, sounds, SVG pictures and windows of other sites that were not carried over: %d. Add them one by one, or link to them."},

	// What a text is.
	"draft":             {"чернетка", "a draft"},
	"future":            {"з’явиться %s", "appears on %s"},
	"held until":        {"з міркувань безпеки з’явиться після %s", "for safety it appears after %s"},
	"lots from":         {"з’явиться, коли скінчиться приймання лотів: %s", "it appears when no more lots are accepted: %s"},
	"expired":           {"строк показу минув", "its time on the site is over"},
	"lapsed":            {"строк згоди людини минув", "the person’s consent has run out"},
	"owner absent":      {"немає того, у чому це лежить", "what it lives in is not there"},
	"no translation":    {"англійською немає", "not in English"},
	"old translation":   {"переклад старіший за оригінал", "the translation is older than the original"},
	"draft translation": {"переклад — чернетка", "the translation is a draft"},
	"translated":        {"є англійською", "in English as well"},
	"checked":           {"Перевірено: %s. %s.", "Checked: %s. %s."},
	"more problems":     {"Ще %d покаже команда vitryna check.", "The command vitryna check shows %d more."},
	"well":              {"усе гаразд", "all is well"},

	"bar words":       {"Обсяг", "Size"},
	"bar size":        {"%s, читати %s", "%s, %s to read"},
	"bar state":       {"На сайті не буде", "Will not be on the site"},
	"bar translation": {"Переклад", "Translation"},
	"bar name":        {"Панель автора", "Author’s bar"},
	"bar file":        {"Файл", "File"},
	"bar no file":     {"Цю сторінку складає програма, свого тексту вона не має.", "The program makes this page; it has no text of its own."},
	"bar edit":        {"Редагувати тут", "Edit here"},
	"bar system":      {"Відкрити в редакторі", "Open in your editor"},
	"bar opened":      {"Відкрито", "Opened"},
	"bar kind":        {"Довідка: %s", "Reference: %s"},
	"bar problems":    {"Зауваження до цього тексту", "About this text"},
	"bar none":        {"Зауважень до цього тексту немає.", "Nothing is wrong with this text."},
	"bar site":        {"Увесь сайт", "The whole site"},
	"bar absent":      {"Чого не буде на сайті", "What the site will not have"},
	"bar all there":   {"На сайті буде все.", "The site will have everything."},
	"bar check":       {"Перевірити все", "Check everything"},
	"bar checking":    {"Перевіряю…", "Checking…"},
	"bar new":         {"Новий матеріал", "New item"},
	"bar phone":       {"На телефоні", "On a phone"},
	"bar mend":        {"Що зробити", "What to do"},
	"bar away":        {"Програма не відповідає", "The program does not answer"},

	"edit name":           {"Редактор", "Editor"},
	"edit skip":           {"До тексту", "To the text"},
	"edit back":           {"До сторінки", "To the page"},
	"edit save":           {"Зберегти", "Save"},
	"edit saved":          {"Збережено", "Saved"},
	"edit saving":         {"Зберігаю…", "Saving…"},
	"edit unsaved":        {"Є незбережені зміни", "There are unsaved changes"},
	"edit local":          {"Незбережене тримає цей браузер, доки ви не збережете.", "This browser keeps what is not saved until you save."},
	"edit loading":        {"Відкриваю…", "Opening…"},
	"edit header":         {"Поля", "Fields"},
	"edit rare":           {"Рідкісні поля", "Rare fields"},
	"edit text":           {"Текст", "Text"},
	"edit preview":        {"Вигляд сторінки", "The page"},
	"edit no page":        {"Цей матеріал не має власної сторінки.", "This item has no page of its own."},
	"edit required":       {"обов’язкове", "required"},
	"edit none":           {"— не вказано —", "— not set —"},
	"edit yes":            {"так", "yes"},
	"edit no":             {"ні", "no"},
	"edit add":            {"Додати", "Add"},
	"edit remove":         {"Прибрати", "Remove"},
	"edit up":             {"Вище", "Up"},
	"edit down":           {"Нижче", "Down"},
	"edit key":            {"Назва рядка", "Key"},
	"edit one per line":   {"По одному в рядку.", "One on each line."},
	"edit example":        {"Зразок", "Example"},
	"edit partial":        {"Можна вказати день, місяць і рік, або місяць і рік, або лише рік.", "May be a day, a month, or a year."},
	"edit find":           {"Знайти матеріал", "Find an item"},
	"edit found":          {"Знайдено: %d", "Found: %d"},
	"edit found some":     {"Знайдено: %d. Ось перші %d; щоб звузити, допишіть слово.", "Found: %d. These are the first %d; type another word to narrow."},
	"edit nothing found":  {"Нічого не знайдено", "Nothing found"},
	"edit toolbar":        {"Розмітка", "Markup"},
	"edit bold":           {"Жирний", "Bold"},
	"edit italic":         {"Курсив", "Italic"},
	"edit heading":        {"Заголовок", "Heading"},
	"edit list":           {"Список", "List"},
	"edit link":           {"Посилання", "Link"},
	"edit picture":        {"Зображення", "Picture"},
	"edit table":          {"Таблиця", "Table"},
	"edit callout":        {"Рамка", "Callout"},
	"edit callout text":   {"Запросіть двох колег.", "The text of the callout."},
	"edit callout title":  {"Як почати", "Note"},
	"edit callout kind":   {"ПОРАДА", "NOTE"},
	"edit column":         {"Стовпець", "Column"},
	"edit cell":           {"клітинка", "cell"},
	"edit here":           {"текст", "text"},
	"edit address":        {"Адреса в інтернеті або матеріал сайту", "An address on the web, or an item of the site"},
	"edit cancel":         {"Скасувати", "Cancel"},
	"edit close":          {"Закрити", "Close"},
	"edit problems":       {"Зауваження", "Problems"},
	"edit no problems":    {"Зауважень немає.", "Nothing is wrong."},
	"edit line":           {"рядок", "line"},
	"edit as text":        {"Шапка як текст", "The header as text"},
	"edit as form":        {"Шапка як форма", "The header as a form"},
	"edit broken header":  {"Шапку не вдається прочитати, тому ви бачите файл цілком. Виправте її, збережіть, і форма повернеться.", "The header cannot be read, so you see the whole file. Mend it and save, and the form comes back."},
	"edit found local":    {"Знайдено незбережений текст від %s.", "There is an unsaved text from %s."},
	"edit restore":        {"Повернути незбережене", "Take the unsaved text"},
	"edit forget":         {"Відкинути незбережене", "Discard it"},
	"edit changed":        {"Файл змінився в іншому вікні або програмі.", "The file was changed in another window or program."},
	"edit conflict":       {"Файл змінив хтось інший", "Somebody else has changed the file"},
	"edit conflict text":  {"Поки ви писали, файл змінили в іншому вікні або програмі. Нічого не записано. Рядки зі знаком − є лише у файлі, зі знаком + — лише у вас.", "While you were writing, the file was changed in another window or program. Nothing has been written. Lines with − are only in the file, lines with + only in yours."},
	"edit conflict gone":  {"Поки ви писали, файл вилучили або перейменували. Нічого не записано.", "While you were writing, the file was deleted or renamed. Nothing has been written."},
	"edit keep mine":      {"Зберегти моє (те, що у файлі, лишиться в історії)", "Save mine (what the file holds stays in the history)"},
	"edit take theirs":    {"Узяти те, що у файлі (моє лишиться в історії)", "Take what the file holds (mine stays in the history)"},
	"edit set aside":      {"Тепер тут текст із файлу. Ваш лишився в «Історії» найпершим.", "This is the text of the file now. Yours stands first in “History”."},
	"edit both":           {"Повернутися до тексту й вирішити згодом", "Back to the text, decide later"},
	"edit mine":           {"Мій текст", "My text"},
	"edit theirs":         {"Текст у файлі", "The text in the file"},
	"edit differences":    {"Відмінності", "Differences"},
	"edit history":        {"Історія", "History"},
	"edit no history":     {"Попередніх версій ще немає.", "There are no earlier versions yet."},
	"edit restore this":   {"Повернути цю версію", "Take this version"},
	"edit restored":       {"Версію взято. Збережіть, якщо вона та, що треба.", "The version is taken. Save it if it is the right one."},
	"edit bin":            {"Кошик", "Bin"},
	"edit bin empty":      {"Кошик порожній.", "The bin is empty."},
	"edit put back":       {"Повернути", "Put back"},
	"edit delete":         {"Вилучити", "Delete"},
	"edit delete sure":    {"Перенести цей матеріал із усіма його файлами до кошика? Його можна буде повернути.", "Move this item with all its files to the bin? It can be put back."},
	"edit deleted":        {"Перенесено до кошика", "Moved to the bin"},
	"edit rename":         {"Змінити адресу", "Change the address"},
	"edit new id":         {"Нова адреса: малі латинські літери, цифри, дефіси", "The new address: small Latin letters, digits, hyphens"},
	"edit rename first":   {"Спершу збережіть текст.", "Save the text first."},
	"edit renamed":        {"Адресу змінено. Стара веде сюди. Виправлено посилань в інших текстах і таблицях: %d.", "The address is changed. The old one leads here. Other texts and tables whose links were corrected: %d."},
	"edit not renamed":    {"Не вдалося виправити посилань у: %s.", "Links could not be corrected in: %s."},
	"edit new":            {"Новий матеріал", "New item"},
	"edit kind":           {"Вид", "Kind"},
	"edit in":             {"У чому він буде", "What it lives in"},
	"edit title":          {"Назва", "Title"},
	"edit make":           {"Створити чернетку", "Make a draft"},
	"edit other":          {"Інша мова", "The other language"},
	"edit drop":           {"Зображення можна перетягнути сюди або вставити.", "Pictures can be dropped or pasted here."},
	"edit only pictures":  {"Сюди можна перетягнути лише зображення. Слова з документа Word скопіюйте й вставте тут.", "Only pictures can be dropped here. Copy the words of a Word document and paste them here."},
	"edit photo":          {"Перш ніж додати зображення", "Before the picture is added"},
	"edit photo why":      {"Без цих відповідей програма нічого не запише. Дані про камеру й місце зйомки буде прибрано.", "Without these answers nothing is written. What the camera wrote about itself and the place is taken out."},
	"edit photo form":     {"Згоду на світлину записує форма. Поверніть шапку до вигляду форми й додайте зображення ще раз.", "The form records the consent for a picture. Bring the header back as a form and add the picture again."},
	"edit people":         {"Хто є на зображенні?", "Who is seen?"},
	"edit people none":    {"нікого", "nobody"},
	"edit people adults":  {"дорослі", "adults"},
	"edit people kids":    {"діти", "children"},
	"edit people mixed":   {"дорослі й діти", "adults and children"},
	"edit consent":        {"Згода", "Consent"},
	"edit consent paper":  {"письмова", "written"},
	"edit consent public": {"публічний захід (лише дорослі)", "public event (adults only)"},
	"edit consent blur":   {"обличчя приховано", "faces are blurred"},
	"edit consent ref":    {"Номер згоди в журналі центру", "Number of the consent in the centre’s register"},
	"edit assent":         {"Дитина теж погодилася", "The child has agreed too"},
	"edit until":          {"Згода діє до (якщо є строк)", "The consent holds until (if it ends)"},
	"edit alt":            {"Що видно на зображенні (для тих, хто його не бачить)", "What the picture shows (for those who do not see it)"},
	"edit decorative":     {"Це лише прикраса", "It is only a decoration"},
	"edit caption":        {"Підпис (необов’язково)", "Caption (optional)"},
	"edit add picture":    {"Додати зображення", "Add the picture"},
	"edit choose":         {"Вибрати файл…", "Choose a file…"},
	"edit shrunk":         {"Зображення зменшено до %d пікселів.", "The picture was made smaller: %d pixels."},
	"edit pasted":         {"Вставлене очищено до простого тексту з розміткою.", "What you pasted was cleaned to plain text with markup."},
	"edit away":           {"Програма не відповідає. Текст тримає браузер; запустіть програму знову.", "The program does not answer. The browser keeps the text; start the program again."},
	"edit open":           {"Відкрити матеріал", "Open an item"},
	"edit no file":        {"Виберіть матеріал або створіть новий.", "Choose an item or make a new one."},
	"edit leave":          {"Є незбережені зміни. Браузер запропонує їх, коли ви сюди повернетеся. Перейти?", "There are unsaved changes. The browser will offer them when you come back. Leave?"},
}

// say is a sentence in a language; Ukrainian unless it is English.
func say(lang, key string) string {
	w, ok := words[key]
	switch {
	case !ok:
		panic("editor: no words for " + key)
	case lang == site.EN:
		return w[1]
	}
	return w[0]
}

// wordsFor are the words of one script, by the keys without what they begin with.
func wordsFor(lang, prefix string) map[string]string {
	m := map[string]string{}
	for key := range words {
		if name, ok := strings.CutPrefix(key, prefix); ok {
			m[name] = say(lang, key)
		}
	}
	return m
}

var nouns = map[string]struct {
	uk ukrainian.Forms
	en [2]string
}{
	"word":    {ukrainian.ParseForms("слово/слова/слів"), [2]string{"word", "words"}},
	"minute":  {ukrainian.ParseForms("хвилину/хвилини/хвилин"), [2]string{"minute", "minutes"}},
	"page":    {ukrainian.ParseForms("сторінку/сторінки/сторінок"), [2]string{"page", "pages"}},
	"error":   {ukrainian.ParseForms("помилка/помилки/помилок"), [2]string{"error", "errors"}},
	"warning": {ukrainian.ParseForms("попередження/попередження/попереджень"), [2]string{"warning", "warnings"}},
}

// count is a number with its noun.
func (d *Desk) count(n int, noun string) string {
	if d.Lang != site.EN {
		return ukrainian.Count(n, nouns[noun].uk)
	}
	if n == 1 {
		return "1 " + nouns[noun].en[0]
	}
	return fmt.Sprintf("%d %s", n, nouns[noun].en[1])
}

// tally is how many problems there are.
func (d *Desk) tally(errors, warnings int) string {
	var list []string
	if errors > 0 {
		list = append(list, d.count(errors, "error"))
	}
	if warnings > 0 {
		list = append(list, d.count(warnings, "warning"))
	}
	if len(list) == 0 {
		return say(d.Lang, "well")
	}
	return strings.Join(list, ", ")
}
