package problem

// documentEntries are about documents with clauses and deadlines, and about legal acts.
var documentEntries = map[string]entry{
	"E-DEADLINE": { // why: a word of the list deadline; value: the date as written; suggest: kind and date that go together
		ukField + "{why@deadline}[[ («{value}»)]]",
		"Можливо, малося на увазі `{suggest}`. Види строку: `постійно` — без дати, `протягом місяця` і `до початку місяця` — з місяцем, `у день` і `до дня включно` — з днем, `протягом кварталу` — з кварталом.",
		enField + "{why@deadline}[[ (“{value}”)]]",
		"Perhaps you meant `{suggest}`. The kinds: `permanent`, `in` and `by` with a month, `on` and `until` with a day, `quarter` with a quarter.",
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
