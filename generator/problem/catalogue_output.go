package problem

// outputEntries are about layouts, and about finished pages: what package check finds in the output. Most of them are a layout's fault.
var outputEntries = map[string]entry{
	"E-OUT-TITLE": {
		"готова сторінка не має назви `<title>`",
		"Допишіть назву матеріалу або перевірте початок шаблону сторінки.",
		"the finished page has no name in `<title>`",
		"Give the page a title, or check the beginning of its layout.",
	},
	"E-OUT-LANG": {
		"на готовій сторінці не названо її мови",
		"Допишіть мову на початку шаблону сторінки: `<html lang=\"uk\">`.",
		"the finished page does not name its language",
		"Name it at the beginning of the layout: `<html lang=\"en\">`.",
	},
	"E-OUT-H1": { // n: how many there are, not 1
		"готова сторінка має {n:головний заголовок/головні заголовки/головних заголовків} `<h1>`, а потрібен рівно один",
		"Залиште в шаблоні один `<h1>` з назвою сторінки, а решту заголовків зробіть нижчими.",
		"the finished page has {n:main heading/main headings} `<h1>`; exactly one is needed",
		"Leave one `<h1>` with the page's title in the layout, and make the other headings lower.",
	},
	"E-OUT-ID": {
		"на готовій сторінці ім’я `id=\"{id}\"` стоїть більше ніж один раз",
		"Змініть одне з цих імен у тексті сторінки або в шаблоні.",
		"the finished page has the name `id=\"{id}\"` more than once",
		"Change one of these names in the page's text or in the layout.",
	},
	"E-OUT-INLINE": { // what: style=, onclick=, <script>, <style>, javascript:
		"на готовій сторінці стоїть `{what}`, а браузер з міркувань безпеки такого не виконає",
		"Перенесіть це з шаблону до файлів стилів або сценаріїв у теці `assets`.",
		"the finished page holds `{what}`, which the browser will refuse for safety",
		"Move it from the layout to the styles or scripts in the folder `assets`.",
	},
	"E-OUT-FOREIGN": {
		"готова сторінка завантажує «{target}» з іншого сайту",
		"Покладіть цей файл поруч зі сторінкою або в теку `assets`, або залиште звичайне посилання.",
		"the finished page loads “{target}” from another site",
		"Put this file beside the page or into the folder `assets`, or leave an ordinary link.",
	},
	"E-OUT-ROOT": {
		"адреса «{target}» починається з косої риски, тому не діятиме на флешці та в теці всередині іншого сайту",
		"Запишіть її в шаблоні через `.Link`, і вона рахуватиметься від самої сторінки.",
		"the address “{target}” begins with a slash, so it will not work from a USB stick or in a folder of another site",
		"Write it in the layout through `.Link`; it is then counted from the page itself.",
	},
	"E-OUT-DEPTH": {
		"адреса «{target}» на сторінці для хибних адрес рахується від неї самої, а її показують на будь-якій глибині",
		"Почніть її з адреси сайту: «/» або «/тека-сайту/».",
		"the address “{target}” on the page for wrong addresses is counted from that page, which appears at any depth",
		"Begin it with the site's own path: “/” or “/folder-of-the-site/”.",
	},
	"W-OUT-WEIGHT": { // size, max: kilobytes
		"готова сторінка завелика: {size} КБ, а радимо не більше ніж {max} КБ",
		"Поділіть її на кілька сторінок, щоб вона відкривалася й на слабкому зв’язку.",
		"the finished page is too heavy: {size} KB; not more than {max} KB is advised",
		"Divide it into several pages, so that it opens on a slow connection too.",
	},

	// These are for whoever changes layouts, styles and scripts.
	"E-LAYOUT": { // detail: what html/template said, without its own position
		"шаблон сторінки не працює: {detail}",
		"Виправте цей рядок шаблону або вилучіть свій файл: тоді діятиме вбудований.",
		"the layout does not work: {detail}",
		"Correct this line of the layout, or delete your own file: the embedded one is used then.",
	},
	"E-STYLE": { // detail: what esbuild said
		"стилі або сценарії не вдається зібрати: {detail}",
		"Виправте цей рядок або вилучіть свій файл: тоді діятиме вбудований.",
		"the style or script cannot be built: {detail}",
		"Correct this line, or delete your own file: the embedded one is used then.",
	},

	// These are about the results of the check of accessibility.
	"W-AUDIT": { // detail: what is wrong with the file
		"результати перевірки доступності не прочитано ({detail}), тож заява про доступність їх не показує",
		"Запустіть перевірку знову (`make test-all`) або вилучіть файл: його пише програма, а не людина.",
		"the results of the accessibility check could not be read ({detail}), so the accessibility statement does not show them",
		"Run the check again (`make test-all`) or delete the file: a program writes it, not a person.",
	},
}
