package main

// kindsTexts are those of the author's reference in the preview.
var kindsTexts = map[string][2]string{
	"kinds title":          {"Довідник видів матеріалів", "Reference of kinds"},
	"kinds lead":           {"Які є види матеріалів, у якій теці лежить кожен і які в нього поля. Довідник складено з тих самих правил, за якими програма перевіряє тексти.", "Which kinds there are, in which folder each lies and which fields it has. The reference is made of the very rules by which texts are checked."},
	"kinds all":            {"Усі види", "All kinds"},
	"kinds home":           {"На сайт", "To the site"},
	"kinds kind":           {"Вид", "Kind"},
	"kinds folder":         {"Де лежить", "Where it lies"},
	"kinds fields":         {"Полів", "Fields"},
	"kinds begin":          {"Почати новий:", "To begin one:"},
	"kinds own":            {"Поля цього виду", "Fields of this kind"},
	"kinds common":         {"Поля, які має кожен вид", "Fields of every kind"},
	"kinds none":           {"Своїх полів цей вид не має.", "This kind has no fields of its own."},
	"kinds aka":            {"можна писати й так: %s", "may also be written: %s"},
	"kinds private":        {"На сайт це не потрапляє.", "It never gets to the site."},
	"kinds with":           {"Обов’язкове, коли є поле «%s».", "Required beside the field “%s”."},
	"kinds if":             {"Обов’язкове, коли «%s» — %s.", "Required when “%s” is %s."},
	"kinds one of":         {"Має стояти це поле або одне з полів %s.", "This field or one of %s must stand."},
	"kinds words":          {"Можна: %s.", "Allowed: %s."},
	"kinds refers":         {"Назва теки з %s.", "The name of a folder of %s."},
	"kinds signs between":  {"Від %s до %s знаків.", "From %s to %s characters."},
	"kinds signs least":    {"Щонайменше %s знаків.", "At least %s characters."},
	"kinds signs most":     {"Щонайбільше %s знаків.", "At most %s characters."},
	"kinds number between": {"Від %s до %s.", "From %s to %s."},
	"kinds number least":   {"Не менше за %s.", "Not less than %s."},
	"kinds number most":    {"Не більше за %s.", "Not more than %s."},
}
