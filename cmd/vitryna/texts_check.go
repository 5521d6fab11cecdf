package main

// checkTexts are those of `vitryna check` with --fix and --external.
var checkTexts = map[string][2]string{
	"flag fix":    {"виправити безпечне: лапки, тире, пробіли, назви тек; спершу показати різницю", "mend what is safe: quotes, dashes, spaces, names of folders; show the difference first"},
	"flag yes":    {"не питати, а зробити (для --fix)", "do not ask, do it (with --fix)"},
	"fix nothing": {"Безпечних виправлень немає.", "There is nothing to mend safely."},
	"fix rename":  {"перейменувати: %s → %s", "rename: %s → %s"},
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
