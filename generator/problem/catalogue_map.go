package problem

// mapEntries are about maps and the places on them (domain 2.3.19, SF-01, SF-02).
var mapEntries = map[string]entry{
	"E-SHELTER": {
		"укриттів на карті не показують[[ («{value}»)]]",
		"Вилучіть цей рядок: де в закладі укриття, знають ті, хто в ньому вчиться і працює, а в інтернеті цього бути не має.",
		"shelters are not shown on a map[[ (“{value}”)]]",
		"Remove this row: those who learn and work there know where the shelter is, and the internet must not.",
	},
	"E-GEO": { // why: a word of the list geo; other: the field that is missing
		ukField + "координати{why@geo}[[ «{other}»]][[ (тут {value})]]",
		"Перевірте обидва числа: широта в Україні — від 44 до 53, довгота — від 22 до 41. Якщо координат не знаєте, залиште обидва поля порожніми.",
		enField + "the coordinates{why@geo}[[ `{other}`]][[ (here {value})]]",
		"Check both numbers: latitude (`lat`) in Ukraine is from 44 to 53, longitude (`lon`) from 22 to 41. Leave both fields empty if you do not know the coordinates.",
	},
	"E-GEO-TEXT": { // value: masked
		"тут координати[[ ({value})]], а під час воєнного стану їх на сайті не показують",
		"Приберіть координати з тексту й з адрес посилань; для місця на карті є поля «Широта» і «Довгота», яких сайт не показує.",
		"here are coordinates[[ ({value})]], and they are not shown while martial law lasts",
		"Remove the coordinates from the text and from addresses of links; for a place on a map there are the fields `lat` and `lon`, which the site does not show.",
	},
	"E-GEO-FILE": {
		"файл «{file}» складається з координат, а під час воєнного стану їх на сайті не публікують",
		"Приберіть посилання на цей файл або вкладення; сам файл може лежати поза текою `content`.",
		"the file “{file}” consists of coordinates, and they are not published while martial law lasts",
		"Remove the link to this file, or the attachment; the file itself may lie outside the folder `content`.",
	},
	"W-GEO-EXACT": {
		ukField + "координати записано точніше, ніж дозволяє точність «{precision}»",
		"Округліть їх до однієї цифри після крапки: `{suggest}`. Зайвих цифр сайт не покаже, але з таблиці вони можуть потрапити до чужих рук.",
		enField + "the coordinates are more exact than the precision “{precision}” allows",
		"Round them to one digit after the point: `{suggest}`. The site does not show the others, but the table itself may get into other hands.",
	},
	"E-MAP-BOUNDS": { // n: how many numbers stand there
		ukField + "межі карти — це чотири числа: захід, південь, схід, північ[[, а тут їх {n}]]",
		"Напишіть, наприклад, `[36.5, 46.8, 39.2, 49.3]`: довгота західного краю, широта південного, довгота східного, широта північного.",
		enField + "the bounds of a map are four numbers: west, south, east, north[[, and here are {n}]]",
		"Write, for example, `[36.5, 46.8, 39.2, 49.3]`: the longitude of the western edge, the latitude of the southern, then eastern and northern.",
	},
	"E-BOUNDARIES": { // why: a word of the list outline; city: of the list city; detail: of the machine
		"цих меж показувати не можна: [[{city@city} — не в Україні||{why@outline}||файл неправильний]][[ ({detail})]]",
		"[[Візьміть інший файл меж: у ньому Україна має бути в її міжнародно визнаних кордонах, разом із Кримом, Донецькою та Луганською областями ({city@city} всередині).||Виправте файл за описом у docs/maps.md або вилучіть його: без нього карта теж працює.]]",
		"these boundaries cannot be shown: [[{city@city} is not in Ukraine||{why@outline}||the file is wrong]][[ ({detail})]]",
		"[[Take another file: in it Ukraine must have its internationally recognised borders, with Crimea and the Donetsk and Luhansk oblasts ({city@city} inside).||Correct the file after docs/maps.md, or delete it: the map works without it.]]",
	},
}

var geoWords = map[string]bilingual{
	"outside": {" лежать не в Україні", " do not lie in Ukraine"},
	"swapped": {" переставлено: широта стоїть на місці довготи", " are swapped: the latitude stands in place of the longitude"},
	"alone":   {" неповні, бракує поля", " are incomplete, there is no"},
}

var boundaryWords = map[string]bilingual{
	"large":    {"файл завеликий, дозволено стільки мегабайтів", "the file is too big, so many megabytes are allowed"},
	"points":   {"у ньому забагато точок, дозволено стільки", "it has too many points, so many are allowed"},
	"json":     {"файл пошкоджено або його формат інший", "the file is damaged or in another format"},
	"type":     {"це не FeatureCollection", "it is no FeatureCollection"},
	"unmarked": {"жодну частину не позначено як Україну", "no feature is marked as Ukraine"},
	"degrees":  {"координати записано не в градусах або вони лежать далеко від України", "the coordinates are not in degrees, or lie far from Ukraine"},
}

var cityWords = map[string]bilingual{
	"simferopol": {"Сімферополь", "Simferopol"},
	"sevastopol": {"Севастополь", "Sevastopol"},
	"donetsk":    {"Донецьк", "Donetsk"},
	"luhansk":    {"Луганськ", "Luhansk"},
}
