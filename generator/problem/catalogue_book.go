package problem

// bookTextEntries are about the text of a manual: blocks, formulas, references, code.
var bookTextEntries = map[string]entry{
	"E-BLOCK-KIND": { // known: the kinds there are
		"невідомий вид блоку «{name}»[[. Можливо, ви мали на увазі «{nearest}»?]]",
		"[[Замініть «{name}» на «{nearest}»||Виправте слово після двокрапок]][[; можна писати: {known}]].",
		"unknown kind of block “{name}”[[. Did you mean “{nearest}”?]]",
		"[[Replace “{name}” by “{nearest}”||Correct the word after the colons]][[; allowed are: {known}]].",
	},
	"E-BLOCK-OPEN": { // name: as the author wrote it; fence: the colons that end it
		"блок «{name}» не закрито: далі немає рядка `{fence}`",
		"Після останнього абзацу блоку додайте окремий рядок `{fence}`.",
		"the block “{name}” is not closed: no line `{fence}` follows",
		"Add a line `{fence}` of its own after the last paragraph of the block.",
	},
	"W-BLOCK-END": {
		"рядок `{fence}` нічого не закриває: відкритого блоку тут немає[[, а той, що відкрито, має більше двокрапок: `{want}`]]",
		"[[Напишіть стільки двокрапок, скільки в першому рядку блоку: `{want}`||Приберіть цей рядок або допишіть після двокрапок вид блоку: `::: порада`]].",
		"the line `{fence}` closes nothing: no block is open here[[, and the open one has more colons: `{want}`]]",
		"[[Write as many colons as the first line of the block has: `{want}`||Remove this line, or write the kind of a block after the colons: `::: tip`]].",
	},
	"W-BLOCK-LACKS": { // name: as the author wrote it; what: a word of the list lacks
		"у блоці «{name}» немає {what@lacks}",
		"{what@lacksmend}, або напишіть інший вид блоку, наприклад `::: вправа`.",
		"the block “{name}” has no {what@lacks}",
		"{what@lacksmend}, or write another kind of block, for example `::: exercise`.",
	},
	"W-ID-DUP": {
		"позначка «#{id}» на цій сторінці вже є, тому посилання `[](#{id})` вестиме лише до одного з двох місць",
		"Дайте одному з двох місць іншу позначку, наприклад `#{id}-b`.",
		"the mark “#{id}” is on this page already, so that a link `[](#{id})` leads to one of the two places only",
		"Give one of the two places another mark, for example `#{id}-b`.",
	},
	"E-TEX": { // why: a word of the list tex; text: the piece that is wrong
		"формулу не вдається прочитати: {why@tex}[[ «{text}»]]",
		"Виправте це місце формули[[; {why@texmend}]].",
		"the formula cannot be read: {why@tex}[[ “{text}”]]",
		"Correct this place of the formula[[; {why@texmend}]].",
	},
	"E-TEX-OPEN": { // open, close: the signs
		"формулу відкрито знаками `{open}`, а закриття `{close}` немає",
		"Допишіть `{close}` після формули, до найближчого порожнього рядка[[; у рядку після `{line}` більше нічого не пишуть]].",
		"the formula is not closed: `{open}` is not followed by `{close}`",
		"Add `{close}` after the formula, before the next empty line[[; nothing else stands on the line after `{line}`]].",
	},
	"E-CITE-PLACE": {
		"посилання на джерело `[@{key}]` діє лише в посібнику: список літератури є тільки там",
		"Напишіть джерело словами або виноскою `[^1]`.",
		"the reference `[@{key}]` works in a manual only: only manuals have a list of references",
		"Name the work in words, or in a footnote `[^1]`.",
	},
	"W-CODE-LANG": {
		"невідома мова коду «{name}». Можливо, ви мали на увазі «{nearest}»?",
		"Замініть «{name}» на «{nearest}»; інакше код не буде розфарбовано.",
		"unknown language of code “{name}”. Did you mean “{nearest}”?",
		"Replace “{name}” by “{nearest}”; otherwise the code stays without colours.",
	},
	"W-CODE-OPEN": { // fence: the signs that end it
		"блок коду не закрито: усе, що далі, до кінця файлу стало кодом",
		"Після останнього рядка коду додайте окремий рядок «{fence}».",
		"the block of code is not closed: all that follows, to the end of the file, has become code",
		"Add a line “{fence}” of its own after the last line of the code.",
	},
	"W-TABLE-WIDE": {
		"таблиця має {n:стовпець/стовпці/стовпців} — вона ширша за сторінку друку",
		"Розділіть її на дві таблиці або поміняйте рядки й стовпці місцями; зручно читати до {most:стовпця/стовпців/стовпців}.",
		"the table has {n:column/columns} and is wider than a printed page",
		"Split it into two tables, or swap its rows and columns; up to {most:column/columns} are comfortable to read.",
	},

	// These are about manuals as books: what is numbered, cited and pointed at (domain 2.3.4).
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

// texWords tell what is wrong with a formula.
var texWords = map[string]bilingual{
	"command":     {"невідома команда", "an unknown command"},
	"brace":       {"дужка без пари", "a brace without its pair"},
	"argument":    {"бракує того, до чого застосувати", "there is nothing to apply this to:"},
	"environment": {"невідоме або незакрите середовище", "an environment that is unknown or not closed"},
	"align":       {"знак поза таблицею чи системою", "a sign outside of a table or a system"},
	"nesting":     {"забагато вкладених частин", "too many parts within one another"},
	"character":   {"знак, якого у формулах немає", "a character that formulas do not have"},
	"unicode":     {"знак, якого у формулах немає", "a character that formulas do not have"},
	"script":      {"два індекси або два степені поспіль", "two subscripts or two superscripts in a row"},
	"long":        {"формула задовга", "the formula is too long"},
}

// lacksWords tell what a block lacks, lacksMendWords what to write.
var (
	lacksWords = map[string]bilingual{
		"list":  {"списку", "list"},
		"table": {"таблиці", "table"},
		"blank": {"жодної порожньої клітинки, у якій можна писати", "empty cell to write in"},
	}
	lacksMendWords = map[string]bilingual{
		"list":  {"Почніть кожну справу окремим рядком із `- `", "Begin each thing to do with `- ` on a line of its own"},
		"table": {"Додайте таблицю: рядок із назвами стовпців `| Крок | Що зроблю |`, під ним рядок `| --- | --- |`, а далі рядки з порожніми клітинками `| Перший |  |`", "Add a table: a row with the names of the columns `| Step | What I shall do |`, a row `| --- | --- |` below it, and then rows with empty cells `| First |  |`"},
		"blank": {"Лишіть порожніми клітинки, які має заповнити читач", "Leave the cells empty that the reader fills in"},
	}
)

// texMendWords tell how to mend it.
var texMendWords = map[string]bilingual{
	"command":     {"слова пишіть як `\\text{слово}`", "words are written as `\\text{word}`"},
	"brace":       {"кожна `{` має свою `}`", "every `{` has its `}`"},
	"argument":    {"після команди має стояти `{…}`", "the command is followed by `{…}`"},
	"environment": {"кожне `\\begin{…}` має своє `\\end{…}`", "every `\\begin{…}` has its `\\end{…}`"},
	"align":       {"`&` і `\\\\` пишуть усередині `\\begin{…}`", "`&` and `\\\\` stand inside `\\begin{…}`"},
	"script":      {"візьміть перший у дужки: `{a_1}_2`", "put the first into braces: `{a_1}_2`"},
	"long":        {"поділіть її на кілька", "split it into several"},
}
