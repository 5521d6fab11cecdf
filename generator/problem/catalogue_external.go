package problem

// externalEntries are about pages of other sites, as check --external finds them. None of them stops a build.
var externalEntries = map[string]entry{
	"W-EXT-DEAD": { // url; why: a word of the list external; since: when it opened last
		"посилання на інший сайт не відкривається ({why@external}): {url}[[; востаннє відкрилося {since}]]",
		"Відкрийте адресу в браузері. Якщо сторінка переїхала, виправте посилання, а якщо її немає — приберіть його.",
		"a link to another site does not open ({why@external}): {url}[[; it opened last on {since}]]",
		"Open the address in a browser. If the page has moved, correct the link; if it has gone, remove it.",
	},
	"W-EXT-PRIVATE": { // url
		"посилання веде в закриту мережу, тож відвідувачам не відкриється: {url}",
		"Дайте адресу, за якою сторінку видно всім, або приберіть посилання.",
		"the link leads into a closed network, so visitors cannot open it: {url}",
		"Give an address at which everybody sees the page, or remove the link.",
	},
}

// externalWords say why a page of another site does not open.
var externalWords = map[string]bilingual{
	"gone":        {"такої сторінки там уже немає", "the page has gone"},
	"ill":         {"сервер відповідає помилкою", "the server answers with an error"},
	"host":        {"такого сайту не знайдено", "the site is not found"},
	"certificate": {"у сайту зіпсований сертифікат", "the site’s certificate is broken"},
	"slow":        {"сервер не відповів вчасно", "the server did not answer in time"},
	"wrong":       {"адресу записано неправильно", "the address is written wrongly"},
}
