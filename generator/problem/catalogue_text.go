package problem

// textEntries are about the text of a page: Markdown and typography.
var textEntries = map[string]entry{
	"W-HTML": { // tag: without angle brackets; instead: the Markdown way where the list html has none
		"код HTML тут не діє: «<{tag}>» на сторінці буде видно як текст",
		"[[Напишіть замість нього {instead}||Напишіть замість нього {tag@html}||Приберіть цей код]].",
		"HTML has no effect here: “<{tag}>” will be seen as text on the page",
		"[[Write {instead} instead||Write {tag@html} instead||Remove this code]].",
	},
	"W-HEADING": { // from, level: of the two headings; want: how many signs # it should have
		"після заголовка {from}-го рівня одразу йде заголовок {level}-го рівня",
		"Залиште на початку цього рядка {want:знак #/знаки #/знаків #}.",
		"a heading of level {from} is followed by one of level {level}",
		"Keep {want:sign #/signs #} at the beginning of this line.",
	},
	"W-HEADING-H1": {
		"у тексті є ще один головний заголовок[[ «{text}»]], а він на сторінці один — її назва",
		"Почніть цей рядок знаками `##` і пробілом, а рядок із самих знаків `=`, якщо він стоїть під заголовком, приберіть.",
		"the text has another main heading[[ “{text}”]]; a page has one, its title",
		"Begin this line with `##` and a space, and remove the line of `=` signs below the heading if there is one.",
	},
	"W-HEADING-SPACE": { // signs: of the heading that was meant
		"після знаків `{signs}` немає пробілу, тому це не заголовок: на сторінці видно самі знаки",
		"Поставте пробіл: `{signs} {text}`.",
		"there is no space after `{signs}`, so this is no heading: the page shows the signs",
		"Put a space there: `{signs} {text}`.",
	},
	"W-TABLE-CAPTION": {
		"підпис «{text}» стоїть одразу під таблицею, тому став її рядком",
		"Поставте між таблицею та підписом порожній рядок.",
		"the caption “{text}” stands right below the table, so it became a row of it",
		"Put an empty line between the table and the caption.",
	},
	"W-ALT": { // why: a word of the list alt
		"[[зображення «{file}»: ||зображення: ]]{why@alt}",
		"Напишіть у квадратних дужках, що видно, — від 5 до 150 знаків: `![Учителі за круглим столом]([[{file}||…]])`.",
		"[[picture “{file}”: ||picture: ]]{why@alt}",
		"Say in the square brackets, in 5 to 150 characters, what is seen: `![Teachers at a round table]([[{file}||…]])`.",
	},
	"W-ALT-FIELD": { // the same for a field such as cover_alt
		ukField + "{why@alt}",
		"Напишіть у цьому полі, що видно на зображенні, — від 5 до 150 знаків: `[[{label}||{field}]]: Учителі за круглим столом`.",
		enField + "{why@alt}",
		"Say in this field, in 5 to 150 characters, what the picture shows: `{field}: Teachers at a round table`.",
	},
	"W-TABLE": {
		"таблиця не має назв стовпців",
		"Напишіть назви стовпців у першому рядку таблиці, над рядком із дефісами.",
		"the table has no names of columns",
		"Write the names of the columns in the first row of the table, above the row of hyphens.",
	},
	"W-ATTRIBUTE": {
		"таких дужок програма не знає, тому `{text}` видно на сторінці",
		"Приберіть їх: розмір, колір і вигляд добирає сама програма. Лишити можна тільки ім’я (`#imia`), мову (`lang=en`) і термін (`.термін`).",
		"these braces mean nothing here, so `{text}` is seen on the page",
		"Remove them: sizes, colours and looks are chosen by the program. Only a name (`#name`), a language (`lang=en`) and a term (`.term`) may stay.",
	},
	"W-PICTURE-INLINE": {
		"`{text}` діє лише біля зображення, яке стоїть окремим рядком, тому тут ці дужки видно на сторінці",
		"Поставте зображення разом із дужками окремим рядком, з порожніми рядками над ним і під ним, або приберіть `{text}`.",
		"`{text}` works only behind a picture that stands alone in its line, so here it is seen on the page",
		"Put the picture with its braces in a line of its own, with empty lines above and below, or remove `{text}`.",
	},
	"W-FOOTNOTE": { // why: a word of the list footnote
		"виноска `[^{name}]` {why@footnote}",
		"Має бути і позначка `[^{name}]` у тексті, і окремий рядок `[^{name}]: пояснення` під ним; допишіть те, чого бракує, або приберіть зайве.",
		"the footnote `[^{name}]` {why@footnote}",
		"There must be both a mark `[^{name}]` in the text and a line `[^{name}]: explanation` below it; add what is missing, or remove what is extra.",
	},
	"W-TYPO-QUOTES": {
		"лапки в цьому абзаці не мають пари, тому їх залишено як є[[: {text}]]",
		"Додайте лапку, якої бракує, або приберіть зайву.",
		"the quotation marks of this paragraph do not pair and stay as they are[[: {text}]]",
		"Add the missing mark or remove the extra one.",
	},
	"W-TYPO-GLUE": { // suggest: the text with its space
		"між словом і числом немає пробілу: «{text}»",
		"[[Напишіть «{suggest}»||Поставте пробіл між словом і числом]].",
		"there is no space between a word and a number: “{text}”",
		"[[Write “{suggest}”||Put a space between the word and the number]].",
	},
	"W-CALLOUT": { // known: the words there are
		"невідомий вид рамки «{name}»[[. Можливо, ви мали на увазі «{nearest}»?]]",
		"[[Замініть «{name}» на «{nearest}»||Виправте це слово]][[; можна писати: {known}]].",
		"unknown kind of callout “{name}”[[. Did you mean “{nearest}”?]]",
		"[[Replace “{name}” by “{nearest}”||Correct this word]][[; allowed are: {known}]].",
	},
}
