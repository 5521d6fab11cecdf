package main

// shellTexts are those of completion and of the page for man.
var shellTexts = map[string][2]string{
	"use shell":           {"[ОБОЛОНКА]", "[SHELL]"},
	"completion how":      {"Щоб клавіша Tab дописувала команди, виконайте (і додайте до файлу налаштувань оболонки):", "To let the Tab key complete commands, run this, and add it to your shell’s settings:"},
	"completion unknown":  {"оболонки «%s» програма не знає: є %s", "there is no completion for %q; there is for %s"},
	"man":                 {"Сторінка довідки для man", "The page for man"},
	"man title":           {"Довідка", "Manual"},
	"man name":            {"НАЗВА", "NAME"},
	"man call":            {"ЯК ВИКЛИКАТИ", "SYNOPSIS"},
	"man what":            {"ОПИС", "DESCRIPTION"},
	"man text":            {"Без команди: у теці сайту відкриває його перегляд, у порожній теці — сторінку, на якій створюють сайт. Посібник автора є в кожному перегляді: /manuals/posibnyk-avtora-vitryny/.", "Without a command: in the folder of a site it opens the preview, in an empty folder the page on which a site is made. The author’s guide, in Ukrainian, is in every preview: /manuals/posibnyk-avtora-vitryny/."},
	"man exit":            {"КОД ЗАВЕРШЕННЯ", "EXIT STATUS"},
	"man exit 0":          {"усе гаразд", "all is well"},
	"man exit 1":          {"у матеріалах є помилки", "the content has errors"},
	"man exit 2":          {"неправильний виклик", "the call is wrong"},
	"man exit 3":          {"диск або мережа", "disk or network"},
	"man world":           {"СЕРЕДОВИЩЕ", "ENVIRONMENT"},
	"man LANG":            {"англійська — англійські повідомлення, усе інше — українські; --lang важливіший", "an English one gives English messages, any other Ukrainian; --lang goes before it"},
	"man NO_COLOR":        {"якщо не порожня, повідомлення без кольорів", "if not empty, messages bear no colours"},
	"man VITRYNA_CACHE":   {"тека, де лежить збережене від попередніх збирань", "folder that keeps the results of earlier builds"},
	"man VITRYNA_BROWSER": {"браузер для vitryna pdf", "browser for vitryna pdf"},
}
