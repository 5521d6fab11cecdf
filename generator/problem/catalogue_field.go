package problem

// fieldEntries are about one field of a header, of site.yaml or of a CSV row.
// The arguments field and label name it; label is its name for people.
var fieldEntries = map[string]entry{
	"E-TYPE": { // want: a word of the list type; example: a line with the field, where it has several parts; columns: those that hold its parts in a table
		ukField + "тут має бути {want@type}[[, а записано «{value}»]]",
		"[[Зробіть замість цього стовпця окремі: {columns} — і впишіть у кожен свою частину||[[Запишіть поле за зразком: `{example}`||{want@entry}]][[; можливі частини: {parts}]]]].",
		enField + "{want@type} is due here[[, not “{value}”]]",
		"[[Make columns of its parts in place of this one: {columns}, and write each part into its own||[[Write the field like this: `{example}`||{want@entry}]][[; its possible parts are {parts}]]]].",
	},
	"E-TYPE-NUMBER": {
		ukField + "число «{value}» записано без лапок, тому може змінитися (3.10 стало б 3.1, а 05 — 5)",
		"Візьміть його в прямі лапки: `\"{value}\"`.",
		enField + "the number “{value}” has no quotes and may change (3.10 would become 3.1, and 05 become 5)",
		"Put it in straight quotes: `\"{value}\"`.",
	},
	"E-DATE": { // why: a word of the list date; partial: "yes" where a date without a day will do, "time" where one with an hour will, "any" where both; instead: the date that is meant
		ukField + "«{value}» — [[{why@date}||не дата]]",
		"Напишіть дату так: [[`{instead}`||`2021-11-02` або `02.11.2021`[[{partial@partial}]]]].",
		enField + "“{value}” [[{why@date}||is no date]]",
		"Write the date as [[`{instead}`||`2021-11-02` or `02.11.2021`[[{partial@partial}]]]].",
	},
	"E-DATE-SKIPPED": { // before, after: what the clocks show where they are changed
		ukField + "«{value}» — такої години того дня немає: о {before} годинники переводять на {after}",
		"Напишіть годину до {before} або від {after}, наприклад `{instead}`.",
		enField + "“{value}” is an hour that this day lacks: at {before} the clocks are put forward to {after}",
		"Write an hour before {before}, or from {after} on, for example `{instead}`.",
	},
	"W-DATE-TWICE": { // before, after: what the clocks show where they are changed
		ukField + "«{value}» того дня буває двічі: о {before} годинники переводять назад на {after}",
		"Напишіть годину до {after} або від {before}. Якщо лишити як є, це буде перший раз, ще за літнім часом; якщо ви про другий, допишіть відразу після часу `+02:00`.",
		enField + "“{value}” comes twice on this day: at {before} the clocks are put back to {after}",
		"Write an hour before {after}, or from {before} on. As it stands it is the first time, still of summer; if you mean the second, write `+02:00` right behind it.",
	},
	"W-LETTERS": { // field: where it stands in one; alien, alphabet: as of E-KEY; nearest: the word as it should be
		"[[поле `{field}`[[ («{label}»)]]: ]]у слові «{value}» є {alphabet@alphabet}: {alien}. Пошуковики й програми, що читають уголос, його не впізнають",
		"Зітріть «{value}» і наберіть «{nearest}» заново{alphabet@keyboard}.",
		"[[field `{field}`[[ (“{label}”)]]: ]]the word “{value}” has {alphabet@alphabet} in it: {alien}. Search engines and screen readers do not know it",
		"Delete “{value}” and type “{nearest}” anew{alphabet@keyboard}.",
	},
	"E-ENUM": { // alien, alphabet: as of E-KEY; list: several values, as brackets take them
		ukField + "невідоме значення «{value}»[[. Можливо, ви мали на увазі «{nearest}»[[ ({nearestlabel})]]?]][[ У ньому є {alphabet@alphabet}: {alien}]]",
		"[[Кілька значень беруть у квадратні дужки: `[[{label}||{field}]]: [{list}]`||Зітріть «{value}» і наберіть «{nearest}» заново{alphabet@keyboard}||Замініть «{value}» на «{nearest}»||Виправте значення]][[; можна писати: {allowed}]].",
		enField + "unknown value “{value}”[[. Did you mean “{nearest}”[[ ({nearestlabel})]]?]][[ It has {alphabet@alphabet}: {alien}]]",
		"[[Several values stand in square brackets: `{field}: [{list}]`||Delete “{value}” and type “{nearest}” anew{alphabet@keyboard}||Replace “{value}” by “{nearest}”||Correct the value]][[; allowed are: {allowed}]].",
	},
	"E-REQUIRED": { // when: what makes the field necessary, `status: completed`; empty: what stands in place of its value; column: of a table; owner: the field whose part it is; file: one that has no header
		"[[обов’язкове поле `{field}`[[ («{label}»)]] {empty@empty}||немає обов’язкового поля `{field}`[[ («{label}»)]]]][[: воно потрібне, коли {when}]]",
		"[[{empty@fill}[[, наприклад `{example}`]]||Заповніть у цьому рядку таблиці клітинку стовпця `{column}`[[ — наприклад, `{example}`]], а якщо такого стовпця немає, додайте його||У полі «{owner}» допишіть частину `[[{label}||{field}]]: [[{example}||…]]` зі своїм значенням: усередині фігурних дужок — через кому, а де дужок немає — окремим рядком із таким самим відступом, як у сусідніх частин||Додайте у файл `{file}` рядок `[[{label}||{field}]]: [[{example}||…]]` зі своїм значенням||Додайте в шапку рядок `[[{label}||{field}]]: [[{example}||…]]` зі своїм значенням]].",
		"the required field `{field}`[[ (“{label}”)]] is [[{empty@empty}||missing]][[: it is needed when {when}]]",
		"[[{empty@fill}[[, for example `{example}`]]||Fill in the cell of the column `{column}` in this row of the table[[, for example `{example}`]], and add the column if there is none||Add the part `{field}: [[{example}||…]]` with a value of your own to the field `{owner}`: after a comma inside the curly brackets or, where there are none, on a line of its own that is indented like the other parts||Add a line `{field}: [[{example}||…]]` with a value of your own to the file `{file}`||Add a line `{field}: [[{example}||…]]` with a value of your own to the header]].",
	},
	"E-MIN": {
		ukField + "значення {value} замале, а має бути щонайменше {min}",
		"Виправте число або приберіть поле, якщо числа не знаєте.",
		enField + "the value {value} is too small; at least {min} is due",
		"Correct the number, or remove the field if you do not know it.",
	},
	"E-MAX": { // clock: the year that the computer has, where the most is counted from it
		ukField + "значення {value} завелике, а має бути щонайбільше {max}",
		"Виправте число або приберіть поле, якщо числа не знаєте.[[ Якщо воно правильне, перевірте дату на комп’ютері: за його годинником зараз {clock} рік.]]",
		enField + "the value {value} is too large; at most {max} is due",
		"Correct the number, or remove the field if you do not know it.[[ If it is right, look at the date of the computer: by its clock the year is {clock}.]]",
	},
	"E-STEP": { // without step the number may have one decimal
		ukField + "[[значення {value} має ділитися на {step}||число {value} має більше ніж один знак після коми]]",
		"Округліть число до [[найближчого, що ділиться на {step}||одного знака після коми]].",
		enField + "[[the value {value} must be a multiple of {step}||{value} has more than one decimal]]",
		"Round the number to [[the nearest multiple of {step}||one decimal]].",
	},
	"E-LENGTH": { // max or min, whichever is missed; n: the signs there are
		ukField + "тут {n:знак/знаки/знаків}[[, а можна не більше ніж {max}]][[, а треба щонайменше {min}]]",
		"[[Скоротіть текст до {max:знака/знаків/знаків}||Доповніть текст хоча б до {min:знака/знаків/знаків}||Змініть довжину тексту]].",
		enField + "there are {n:character/characters}[[, and at most {max} are allowed]][[, and at least {min} are due]]",
		"[[Shorten the text to {max:character/characters}||Lengthen the text to at least {min:character/characters}||Change the length of the text]].",
	},
	"E-COUNT": { // as E-LENGTH, for the entries of a list
		ukField + "у переліку {n:запис/записи/записів}[[, а можна не більше ніж {max}]][[, а треба щонайменше {min}]]",
		"[[Залиште в переліку {max:запис/записи/записів}||Доповніть перелік хоча б до {min:запису/записів/записів}||Змініть перелік]].",
		enField + "the list has {n:entry/entries}[[, and at most {max} are allowed]][[, and at least {min} are due]]",
		"[[Keep {max:entry/entries} in the list||Lengthen the list to at least {min:entry/entries}||Change the list]].",
	},
	"W-LIST": { // a list of words without its brackets
		ukField + "«{value}» прочитано як одне значення, хоча в ньому є кома",
		"Якщо значень кілька, візьміть їх у квадратні дужки: `[[{label}||{field}]]: [{value}]`; якщо воно справді одне, візьміть його в лапки: `\"{value}\"`.",
		enField + "“{value}” is read as one value although it holds a comma",
		"If there are several, put them in square brackets: `{field}: [{value}]`; if it is really one, put it in quotes: `\"{value}\"`.",
	},
	"E-PATTERN": { // help: what the kind says of the field, in Ukrainian only
		ukField + "значення «{value}» записано не так, як треба",
		"[[Пояснення до поля: «{help}»[[. Зразок: `{example}`]]||Запишіть його за зразком: `{example}`||Який вигляд воно має мати, скаже той, хто описав це поле у файлі `kind.yaml`]].",
		enField + "the value “{value}” is not written as it should be",
		"[[The field's explanation: “{help}”[[. An example: `{example}`]]||Write it like this: `{example}`||Whoever described this field in `kind.yaml` knows how it should look]].",
	},
	"E-ORDER": { // other, otherlabel, otherdate: the field that must not be later
		ukField + "дата {value} раніша, ніж у полі `{other}`[[ («{otherlabel}»)]][[ — {otherdate}]]",
		"Виправте одну з двох дат: у полі «[[{label}||{field}]]» вона має бути не раніша, ніж у полі «[[{otherlabel}||{other}]]».",
		enField + "the date {value} is earlier than that of `{other}`[[ (“{otherlabel}”)]][[, {otherdate}]]",
		"Correct one of the two dates: that of `{field}` must not be earlier than that of `{other}`.",
	},
	"E-UNIQUE": { // other: where the value stands already
		ukField + "значення «{value}» уже є[[: {other}]]",
		"Змініть або приберіть одне з двох однакових значень.",
		enField + "the value “{value}” is there already[[: {other}]]",
		"Change or remove one of the two equal values.",
	},
	"E-ONE-OF": { // empty: what stands in place of a value of one of them; table: “yes” in a row of a table
		"немає жодного з полів, з яких потрібне хоча б одне: {fields}",
		"[[{empty@fill} або заповніть інше з цих полів||{table@oneof}||Додайте в шапку одне з полів]]: {fields}.",
		"at least one of these fields is needed and none is there: {fields}",
		"[[{empty@fill}, or fill in another of these fields||{table@oneof}||Add one of these fields to the header]]: {fields}.",
	},
	"E-TOGETHER": { // empty: what stands in place of the value of the other; column, owner, file: as of E-REQUIRED; remove: the field, where it is not one that must stand
		"поле `{field}`[[ («{label}»)]] потребує ще й поля `{with}`[[ («{withlabel}»)]]",
		"[[{empty@fill}||Заповніть у цьому рядку таблиці клітинку стовпця `{column}`, а якщо такого стовпця немає, додайте його||У полі «{owner}» допишіть частину `[[{withlabel}||{with}]]: …`: усередині фігурних дужок — через кому, а де дужок немає — окремим рядком із таким самим відступом, як у сусідніх частин||Додайте у файл `{file}` рядок `[[{withlabel}||{with}]]: …`||Додайте в шапку рядок `[[{withlabel}||{with}]]: …`]][[ або приберіть поле «{remove}»]].",
		"field `{field}`[[ (“{label}”)]] also needs field `{with}`[[ (“{withlabel}”)]]",
		"[[{empty@fill}||Fill in the cell of the column `{column}` in this row of the table, and add the column if there is none||Add the part `{with}: …` to the field `{owner}`: after a comma inside the curly brackets or, where there are none, on a line of its own that is indented like the other parts||Add a line `{with}: …` to the file `{file}`||Add a line `{with}: …` to the header]][[, or remove field `{remove}`]].",
	},
	"E-URL": {
		ukField + "«{value}» — не повна адреса в інтернеті",
		"Скопіюйте адресу з рядка адреси браузера повністю, разом із `https://` на початку.",
		enField + "“{value}” is not a full web address",
		"Copy the address from the browser's address bar as a whole, with `https://` at its beginning.",
	},
	"W-HTTP": {
		"адреса «{value}» починається з `http://`, тобто сайт відкриється без захисту",
		"Перевірте, чи сайт відкривається з `https://`, і якщо так, допишіть літеру `s`.",
		"the address “{value}” begins with `http://`, so the connection is not protected",
		"See whether the site opens with `https://`; if it does, add the letter `s`.",
	},
	"E-TITLE": {
		"сторінка не має назви",
		"Додайте в шапку рядок `Назва: …`.",
		"the page has no title",
		"Add a line `title: Name of the page` to the header.",
	},
	"W-TITLE-STOP": {
		"назва закінчується крапкою",
		"Приберіть крапку в кінці назви.",
		"the title ends with a full stop",
		"Remove the full stop at the end of the title.",
	},
	"W-FRESH": {
		"тут досі стоїть «{value}»: ці слова лише тримають місце, а їх побачить кожен",
		"Напишіть замість них свій текст або вилучіть цей рядок.",
		"“{value}” still stands here: these words only keep the place of the text, and everybody will see them",
		"Write your text in their place, or delete the line.",
	},
	"W-SUMMARY": { // empty: what stands in place of its value
		"немає короткого опису, тому в переліках стоятиме початок тексту",
		"[[{empty@fill}: опис||Додайте в шапку рядок `Коротко: …`]] з одним-двома реченнями, не довшими за 300 знаків.",
		"there is no summary, so lists will show the beginning of the text",
		"[[{empty@fill}||Add a line `summary: …` to the header]]: a sentence or two, not over 300 characters.",
	},
}
