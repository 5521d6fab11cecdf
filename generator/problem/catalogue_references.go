package problem

// referenceEntries are about the references of a manual: references.yaml and references.bib in its folder.
var referenceEntries = map[string]entry{
	"E-REFS-YAML": { // cause: a word of the list yaml; detail: the reader's own message
		"список літератури не вдається прочитати[[: {cause@yaml}||: {detail}||]]",
		"[[{cause@remedy}||Перевірте цей рядок: кожне джерело починається з дефіса й пробілу, після назви поля мають стояти двокрапка й пробіл, а значення з двокрапкою всередині беруть у прямі лапки]].",
		"the list of references cannot be read[[: {cause@yaml}||: {detail}||]]",
		"[[{cause@remedy}||Look at this line: each work begins with a hyphen and a space, a field's name is followed by a colon and a space, and a value with a colon inside stands in straight quotes]].",
	},
	"E-REFS-LIST": {
		"тут має бути список літератури: джерела, кожне з полями «назва: значення»",
		"Почніть кожне джерело рядком `- ключ: перша2020`, а решту його полів запишіть під ним із відступом у два пробіли.",
		"a list of works is due here, each with fields “name: value”",
		"Begin each work with a line `- key: doe2020`, and write its other fields below, indented by two spaces.",
	},
	"E-REFS-KEY": {
		"джерело[[ «{title}»]] не має ключа",
		"Додайте поле `ключ`, наприклад `ключ: перша2020`: за ним на джерело посилаються в тексті — `[@перша2020]`.",
		"the work[[ “{title}”]] has no key",
		"Add the field `key`, for example `key: doe2020`: a text refers to the work by it, as in `[@doe2020]`.",
	},
	"E-REFS-KEY-SIGN": {
		"ключ «{key}» має складатися лише з літер, цифр і знаків `-`, `_`, `.`, `:`, а починатися з літери чи цифри",
		"Приберіть інші знаки й пробіли тут і в посиланнях `[@…]`: наприклад, `перша2020`.",
		"the key “{key}” must consist of letters, digits and the signs `-`, `_`, `.`, `:`, and begin with a letter or a digit",
		"Take other signs and spaces away here and in the references `[@…]`: for example, `doe2020`.",
	},
	"E-REFS-KEY-DUP": { // first: the line of the other work
		"ключ «{key}» уже має інше джерело[[ (рядок {first})]]",
		"Дайте одному з двох джерел інший ключ, наприклад `{key}а`, і виправте посилання на нього. Якщо це те саме джерело, залиште один запис.",
		"the key “{key}” belongs to another work already[[ (line {first})]]",
		"Give one of the two works another key, for example `{key}a`, and correct the references to it. If the works are the same, keep one of them.",
	},
	"E-REFS-TITLE": {
		"джерело[[ «{key}»]] не має назви",
		"Додайте поле `назва` (у BibTeX — `title`): без неї у списку літератури нема чого показати.",
		"the work[[ “{key}”]] has no title",
		"Add the field `title`: without it the list of references has nothing to show.",
	},
	"E-REFS-DOI": {
		"номер DOI «{value}» неправильний",
		"DOI починається з `10.` і має всередині `/`, наприклад `10.1000/182`. Якщо це звичайна адреса, запишіть її в поле `url`.",
		"the DOI “{value}” is wrong",
		"A DOI begins with `10.` and has a `/` in it, for example `10.1000/182`. If it is an ordinary address, write it in the field `url`.",
	},
	"E-REFS-BIB": { // why: a word of the list bibtex; detail: the name that is not known
		"запис BibTeX не вдається прочитати: {why@bibtex}[[ (`{detail}`)]]",
		"{why@bibtexmend}. Решту записів прочитано.",
		"the BibTeX entry cannot be read: {why@bibtex}[[ (`{detail}`)]]",
		"{why@bibtexmend}. The other entries have been read.",
	},
	"W-REFS-BIB-EMPTY": { // example: how an entry begins
		"у файлі немає жодного запису BibTeX",
		"Кожен запис починається з нового рядка знаком `@`, як-от `{example}`. Якщо списку літератури немає, вилучіть файл.",
		"the file has no BibTeX entry",
		"Each entry begins on a new line with the sign `@`, as in `{example}`. Delete the file if there are no references.",
	},
}

var bibtexWords = map[string]bilingual{
	"key":    {"після `{` немає ключа з комою", "there is no key with a comma after `{`"},
	"equals": {"після назви поля немає знака `=`", "there is no `=` after the name of a field"},
	"value":  {"після знака `=` немає значення", "there is no value after `=`"},
	"brace":  {"фігурну дужку, що починається тут, не закрито", "the brace that opens here is never closed"},
	"quote":  {"прямі лапки, що починаються тут, не закрито", "the quotation mark that opens here is never closed"},
	"string": {"значення без дужок, а такого скорочення `@string` немає", "a value without braces, and there is no such `@string`"},
	"comma":  {"між полями немає коми", "there is no comma between two fields"},
	"long":   {"скорочення `@string` разом задовгі", "the values of `@string` are too long together"},
}

var bibtexMendWords = map[string]bilingual{
	"key":    {"Напишіть ключ одразу після дужки: `@book{перша2020,`", "Write the key right after the brace: `@book{doe2020,`"},
	"equals": {"Запишіть поле так: `title = {Назва},`", "Write the field as `title = {Title},`"},
	"value":  {"Допишіть значення у фігурних дужках або приберіть це поле", "Write the value in braces, or remove this field"},
	"brace":  {"Знайдіть, де мало закінчитися значення чи запис, і допишіть там `}`", "Find where the value or the entry should end, and write `}` there"},
	"quote":  {"Допишіть такі самі лапки в кінці значення", "Write the same mark at the end of the value"},
	"string": {"Візьміть значення у фігурні дужки", "Put the value in braces"},
	"comma":  {"Поставте кому в кінці попереднього поля", "Put a comma at the end of the field before"},
	"long":   {"Напишіть значення просто в записах", "Write the values in the entries themselves"},
}
