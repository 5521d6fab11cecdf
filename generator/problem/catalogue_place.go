package problem

// placeEntries are about things that only the whole site shows to be in the wrong place.
var placeEntries = map[string]entry{
	"E-OWNER": {
		"файл лежить у теці «{value}», у якій немає своєї сторінки `index.md`",
		"Додайте в теку `{value}` файл `index.md` або перенесіть цей файл.",
		"the file lies in the folder “{value}”, which has no page `index.md` of its own",
		"Add a file `index.md` to the folder `{value}`, or move this file.",
	},
	"W-LANG-OFF": {
		"сайт не має англійської версії, тому цієї сторінки на ньому не буде",
		"Додайте в `content/site.yaml` рядок `Мови: [uk, en]` або вилучіть файл.",
		"the site has no English version, so this page will not be on it",
		"Add a line `languages: [uk, en]` to `content/site.yaml`, or delete the file.",
	},
	"E-PICTURE-FOREIGN": {
		"зображення «{file}» лежить на іншому сайті, а сторінка не звертається до чужих сайтів без дозволу відвідувача",
		"Збережіть зображення в теку сторінки й напишіть назву його файлу.",
		"the picture “{file}” lies on another site, and pages ask other sites for nothing without the visitor's permission",
		"Save the picture into the page's folder and write the name of its file.",
	},
	"W-STYLE": {
		"в оформленні сайту є сумнівне місце: {detail}",
		"Виправте цей рядок або покажіть його тому, хто робить оформлення сайту.",
		"a style or a script has a questionable place: {detail}",
		"Correct this line, or show it to whoever designs the site.",
	},
	"E-OUTPUT-NAME": {
		"дві сторінки або файли мали б ту саму адресу «{address}»",
		"Перейменуйте один із них.",
		"two pages or files would have the address “{address}”",
		"Rename one of them.",
	},
}
