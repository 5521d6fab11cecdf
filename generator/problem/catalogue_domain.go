package problem

// domainEntries are the rules of single kinds: events, contests, manuals, figures, documents.
var domainEntries = map[string]entry{
	"E-ORIGIN": { // missing: owner, sources or both
		"матеріал іншої організації (`Походження: зовнішнє`) потребує ще таких полів: {missing}",
		"Допишіть у полі «Власник», чий це матеріал, а в полі «Джерела» — звідки він.",
		"material of another organisation (`origin: external`) also needs: {missing}",
		"Say in the field `owner` whose material it is, and in `sources` where it comes from.",
	},
	"E-STAGES": {
		ukField + "{value} стоїть після {before}, а записи мають іти від ранішого до пізнішого",
		"Виправте дату або переставте записи за часом: останній — теперішній стан.",
		enField + "{value} stands after {before}, and entries must go from the earlier to the later",
		"Correct the date or put the entries in the order of time: the last is the present state.",
	},
	"E-YEAR": {
		ukField + "«{value}» — не навчальний рік",
		"Напишіть два роки поспіль через дефіс, наприклад `[[{suggest}||2019-2020]]`.",
		enField + "“{value}” is not an academic year",
		"Write two successive years with a hyphen between, as in `[[{suggest}||2019-2020]]`.",
	},
	"W-EVENT-STALE": {
		"захід мав [[закінчитися {end}||початися {date}]], а досі позначений як запланований",
		"Замініть стан `заплановано` на `проведено`, `скасовано` або `перенесено`.",
		"the event was to [[end on {end}||begin on {date}]] and is still marked as planned",
		"Replace the status `planned` by `held`, `cancelled` or `postponed`.",
	},
	"W-FUTURE": { // held: the word for it, of an event
		ukField + "[[стан заходу — «{held}», а його день ще не настав||цей день ще не настав]] ({date})",
		"Виправте дату[[ або замініть стан `{held}` на `заплановано`]].",
		enField + "[[the event’s status is “{held}”, and its day has not come||this day has not come]] ({date})",
		"Correct the date[[, or replace the status `{held}` by `planned`]].",
	},
	"E-SESSION": { // until: the last day of a session that begins in time
		ukField + "[[заняття триває до {until}, довше за сам захід (до {end})||заняття {value} не вкладається в час самого заходу[[ ({start}[[ – {end}]])]]]]",
		"Виправте дату заняття або поля «Початок» і «Завершення» заходу.",
		enField + "[[the session goes on until {until}, longer than the event itself (until {end})||the session {value} lies outside the event itself[[ ({start}[[ – {end}]])]]]]",
		"Correct the session's date, or the fields `start` and `end` of the event.",
	},
	"W-REGULATION": {
		"конкурс не має положення",
		"Напишіть у полі «Положення» назву теки документа.",
		"the contest has no regulation",
		"Write the name of the document's folder in the field `regulation`.",
	},
	"E-ROUNDS": { // n: the number that stands there; want: the number due
		"[[тур {n} стоїть там, де має бути тур {want}||тури йдуть не за часом: тур {n} починається раніше за попередній]]",
		"Пронумеруйте тури від 1 без пропусків і поставте їх за часом.",
		"[[round {n} stands where round {want} is due||the rounds do not follow in time: round {n} begins before the one above it]]",
		"Number the rounds from 1 without gaps and put them in the order of time.",
	},
	"E-NOMINATION": { // known: the nominations of the contest, or of the auction
		"[[номінації «{value}» немає||не зазначено номінації]][[. Можливо, ви мали на увазі «{nearest}»?]]",
		"[[Замініть «{value}» на «{nearest}»||Напишіть одну з номінацій[[: {known}]]]].",
		"[[there is no nomination “{value}”||no nomination is given]][[. Did you mean “{nearest}”?]]",
		"[[Replace “{value}” by “{nearest}”||Write one of the nominations[[: {known}]]]].",
	},
	"E-POINTS": {
		"балів {value}, а найбільше за критеріями конкурсу можна отримати {max}",
		"Виправте бали або найбільші бали критеріїв у файлі конкурсу.",
		"the points are {value}, and the criteria of the contest allow at most {max}",
		"Correct the points, or the maxima of the criteria in the contest's file.",
	},
	"E-WINNER-DUP": { // round: its number; first: the line of the other row
		"цю людину вже записано в тій самій номінації[[, тур {round}]][[ (рядок {first})]]",
		"Залиште один із двох рядків або виправте номінацію чи тур.",
		"this person stands in the same nomination already[[, round {round}]][[ (line {first})]]",
		"Keep one of the two rows, or correct the nomination or the round.",
	},
	"E-WINNER-FIELD": {
		"у переможця поля «[[{label}||{field}]]» не буває: воно показало б ім’я без згоди",
		"Приберіть цей стовпець. Ім’я дорослого пишуть у стовпці `Прізвище та ім’я`, разом зі згодою (`Згода.Дата згоди`, `Згода.Номер згоди`); ім’я дитини — ніде, досить стовпця `Заклад`.",
		"a winner has no field `{field}`: it would show a name without consent",
		"Remove this column. An adult's name stands in the column `name`, with the consent (`consent.date`, `consent.ref`); a child's name stands nowhere, the column `institution` suffices.",
	},
	"W-WINNER-DIPLOMA": { // first: the line of the other row
		"диплом № {value} уже записано (рядок {first})",
		"Звірте з журналом видачі дипломів і виправте номер у тому рядку, де він хибний; якщо це один диплом на двох, залиште як є.",
		"the diploma No. {value} stands here already (line {first})",
		"Compare with the register of diplomas and correct the number in the row where it is wrong; if it is one diploma for two, leave it as it is.",
	},
	"W-WINNER-TIE": {
		"у номінації «{nomination}» два перші місця",
		"Перевірте протокол журі; якщо місце справді поділили, залиште як є.",
		"the nomination “{nomination}” has two first places",
		"Check the jury's minutes; if the place was really shared, leave it as it is.",
	},
	"E-METRIC-DUP": {
		"показник «{key}» за {year} навчальний рік уже є[[: {other}]]",
		"Залиште один із двох рядків.",
		"the figure “{key}” of the academic year {year} is there already[[: {other}]]",
		"Keep one of the two rows.",
	},
	"W-METRIC": {
		"показник «{key}»[[ за {year} навчальний рік]]: заявлено {declared}, а за записами про заходи виходить {computed}",
		"Перевірте число та записи про заходи; на сайті стоятиме заявлене число з джерелом.",
		"figure “{key}”[[ of the academic year {year}]]: declared {declared}, computed from the events {computed}",
		"Check the number and the records of the events; the site shows the declared number with its source.",
	},
	"E-ISBN": { // why: a word of the list isbn
		"номер ISBN «{value}» неправильний[[: {why@isbn}]]",
		"Перепишіть номер із книжки ще раз: у ньому 13 цифр.",
		"the ISBN “{value}” is wrong[[: {why@isbn}]]",
		"Copy the number from the book again: it has 13 digits.",
	},
	"W-BBK": {
		"індексу ББК у виданнях від 2018 року не ставлять",
		"Приберіть поле «ББК»: досить поля «УДК».",
		"editions of 2018 and later carry no BBK index",
		"Remove the field `bbk`; `udc` will do.",
	},
	"W-ANNOTATION": { // n: the signs there are
		"анотація має {n:знак/знаки/знаків}, а радимо від 200 до 1500",
		"[[Скоротіть анотацію до {max:знака/знаків/знаків}||Доповніть анотацію хоча б до {min:знака/знаків/знаків}||Змініть довжину анотації]].",
		"the annotation has {n:character/characters}; 200 to 1500 are advised",
		"[[Shorten the annotation to {max:character/characters}||Lengthen the annotation to at least {min:character/characters}||Change the annotation's length]].",
	},
	"E-CHAPTER-DUP": {
		"номер {n} мають два розділи: цей і {other}",
		"Змініть число на початку назви одного з двох файлів.",
		"two chapters have the number {n}: this one and {other}",
		"Change the number at the beginning of the name of one of the two files.",
	},
	"W-CHAPTER-GAP": { // missing: the number left out; several: the numbers, if there are more; taken: the file of an appendix that has one of them; free: another name for it
		"у посібнику бракує [[розділів із номерами {several}||розділу з номером {missing}]]",
		"[[Число з назви `{taken}` має додаток. Спершу перейменуйте його на `{free}`, щоб він стояв після розділів, а тоді додайте||Додайте]] те, чого бракує, або перейменуйте наступні файли, щоб номери йшли поспіль.",
		"the manual lacks the [[chapters with the numbers {several}||chapter with the number {missing}]]",
		"[[The number of `{taken}` belongs to an appendix. Rename it to `{free}` first, so that it stands behind the chapters; then add||Add]] what is missing, or rename the files after it so that the numbers follow on.",
	},

	// These are about documents with clauses and deadlines, and about legal acts.
	"E-DEADLINE": { // why: a word of the list deadline; value: the date as written; suggest: kind and date that go together; example: such a pair that nobody wrote
		ukField + "{why@deadline}[[ («{value}»)]]",
		"[[Можливо, малося на увазі `{suggest}`||Запишіть строк на зразок `{example}`, зі своєю датою]]. Види строку: `постійно` — без дати, `протягом місяця` і `до початку місяця` — з місяцем, `у день` і `до дня включно` — з днем, `протягом кварталу` — з кварталом.",
		enField + "{why@deadline}[[ (“{value}”)]]",
		"[[Perhaps you meant `{suggest}`||Write the deadline like `{example}`, with a date of your own]]. The kinds: `permanent`, `in` and `by` with a month, `on` and `until` with a day, `quarter` with a quarter.",
	},
	"E-CLAUSE-N": { // want: the number due
		"пункт має номер «{value}», а за порядком тут має бути «{want}»",
		"Виправте номер на `\"{want}\"` або допишіть пункти, яких бракує: нумерація йде поспіль, а підпункт починається з номера свого пункту.",
		"the clause has the number “{value}” where “{want}” is due",
		"Correct the number to `\"{want}\"` or add the clauses that are missing: numbers go on without gaps, and a clause inside another begins with the number of that.",
	},
	"W-ABOUT": {
		"заголовок рішення чи наказу починається не з «Про»: «{value}»",
		"Напишіть, про що документ, наприклад: `Заголовок: Про затвердження плану роботи`.",
		"the heading of a decision or an order does not begin with `Про`: “{value}”",
		"Write what the document is about, as in: `about: Про затвердження плану роботи`.",
	},
	"W-ACT-STALE": { // date: when somebody looked last
		"правовий акт востаннє звіряли понад рік тому: {date}",
		"Відкрийте офіційний текст, перевірте, чи акт ще чинний, і напишіть у полі «Перевірено» сьогоднішню дату.",
		"the legal act was last checked over a year ago: {date}",
		"Open the official text, see whether the act is still in force, and write today's date into the field `checked`.",
	},
}

// deadlineWords say why kind and date make no deadline.
var deadlineWords = map[string]bilingual{
	"kind":     {"такого виду строку немає", "there is no such kind of deadline"},
	"dated":    {"постійний строк не має дати", "a permanent deadline has no date"},
	"missing":  {"бракує дати", "the date is missing"},
	"form":     {"це не дата", "this is no date"},
	"calendar": {"такого дня, місяця чи кварталу в календарі немає", "no calendar has such a day, month or quarter"},
	"month":    {"для цього виду строку потрібен місяць", "this kind of deadline wants a month"},
	"day":      {"для цього виду строку потрібен день", "this kind of deadline wants a day"},
	"quarter":  {"для цього виду строку потрібен квартал", "this kind of deadline wants a quarter"},
}
