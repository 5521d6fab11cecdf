package main

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
	"new there":        {"«%s» уже є. Нічого не змінено. Дайте іншу назву або --id", "%q is there already. Nothing has been changed. Give another title, or --id"},
	"new in":           {"вид «%s» живе в матеріалі виду «%s», а жодного ще немає. Спершу: vitryna new %s \"Назва\"", "the kind %q lives in an item of the kind %q, and there is none yet. First: vitryna new %s \"Title\""},
	"new in near":      {"вид «%s» живе в матеріалі виду «%s»: назвіть теку, наприклад --in %s", "the kind %q lives in an item of the kind %q: name its folder, for example --in %s"},
	"new table":        {"«%s» ведуть таблицею: допишіть рядок у %s. Обов’язкові стовпці: %s", "%s are kept as a table: add a row to %s. Its obligatory columns: %s"},
	"new made":         {"Створено %s. Це чернетка: її видно лише в перегляді.", "Made %s. It is a draft: only the preview shows it."},
}
