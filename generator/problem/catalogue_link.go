package problem

// linkEntries are about what leads from one page to another page or file, here or on another site, and about what the whole site shows to be in the wrong place.
var linkEntries = map[string]entry{
	"E-REF": { // section: the folder or folders that were searched; some: a few of the ids there; words: the field for those who have no item
		"[[поле `{field}`[[ («{label}»)]]: ]]не знайдено «{value}»[[ (розділ: {section})]][[. Можливо, ви мали на увазі «{nearest}»[[ ({nearestlabel})]]?]]",
		"[[Кілька назв беруть у квадратні дужки: `[[{label}||{field}]]: [{list}]`||Замініть «{value}» на «{nearest}»||Напишіть одну з наявних назв[[ ({some})]] — теки сторінки або `id` рядка таблиці — чи приберіть «{value}»]][[; кого в розділі немає, назвіть словами в полі «{wordslabel}» (`{words}`)]].",
		"[[field `{field}`[[ (“{label}”)]]: ]]“{value}” is not found[[ (section: {section})]][[. Did you mean “{nearest}”[[ ({nearestlabel})]]?]]",
		"[[Several names stand in square brackets: `{field}: [{list}]`||Replace “{value}” by “{nearest}”||Write one of the names there are[[ ({some})]], of a page's folder or the `id` of a row in a table, or remove “{value}”]][[; name whom the section does not have in words, in the field “{wordslabel}” (`{words}`)]].",
	},
	"W-REF-HIDDEN": { // why: a word of the list hidden
		"[[поле `{field}`[[ («{label}»)]]: ]]сторінки «{value}» зараз немає на сайті[[ ({why@hidden})]], тому посилання на неї не буде",
		"Зробіть ту сторінку видимою або приберіть посилання; якщо так і задумано, залиште як є.",
		"[[field `{field}`[[ (“{label}”)]]: ]]the page “{value}” is not on the site now[[ ({why@hidden})]], so no link is printed",
		"Make that page visible or remove the reference; if it is meant so, leave it.",
	},
	"W-LINK-SPACE": { // name: the file's name with a space
		"у посиланні є пробіл — «{name}», тому воно не працює і видно самі знаки",
		"Перейменуйте файл[[ на «{suggest}»]] і виправте посилання або візьміть назву в кутові дужки: `(<{name}>)`.",
		"the link holds a space, “{name}”, so it does not work and its signs are seen",
		"Rename the file[[ to “{suggest}”]] and correct the link, or put the name in angle brackets: `(<{name}>)`.",
	},
	"E-LINK": { // slash: “yes” where folders are parted by the wrong sign
		"посилання веде на файл «{target}», якого немає[[. Можливо, ви мали на увазі «{nearest}»?]]",
		"[[Замініть у посиланні «{target}» на «{nearest}»||Виправте адресу посилання або приберіть його]][[{slash@slash}]].",
		"the link leads to the file “{target}”, which does not exist[[. Did you mean “{nearest}”?]]",
		"[[Replace “{target}” in the link by “{nearest}”||Correct the link's address or remove the link]][[{slash@slash}]].",
	},
	"E-ANCHOR": { // target: the other page's file; absent: the same page
		"[[на сторінці «{target}»||на цій сторінці]] немає заголовка для посилання «#{anchor}»[[. Можливо, ви мали на увазі «#{nearest}»?]]",
		"[[Замініть «#{anchor}» на «#{nearest}»||Виправте частину посилання після знака `#` або приберіть її разом із ним]].",
		"[[the page “{target}”||this page]] has no heading for “#{anchor}”[[. Did you mean “#{nearest}”?]]",
		"[[Replace “#{anchor}” by “#{nearest}”||Correct the part of the link after `#`, or remove it together with that sign]].",
	},
	"E-LINK-SCHEME": { // disk: the file's own name, where the address is that of a file on the author's computer
		"[[файл {disk} за адресою «{target}» лежить лише на вашому комп’ютері, тож відвідувачі його не відкриють||посилання «{target}» починається з `{scheme}`, а такі посилання небезпечні для відвідувачів]]",
		"[[Покладіть цей файл у теку сторінки, а в посиланні напишіть лише його назву: `{disk}`||Замініть його на звичайну адресу, що починається з `https://`, або покладіть файл поруч зі сторінкою]].",
		"[[the file {disk} at “{target}” lies on your own computer only, and visitors cannot open it||the link “{target}” begins with `{scheme}`, which is unsafe for visitors]]",
		"[[Put this file into the page's folder and write only its name in the link: `{disk}`||Replace it by an ordinary address that begins with `https://`, or put the file beside the page]].",
	},
	"W-LINK-TEXT": {
		"з тексту посилання «{text}» не зрозуміло, куди воно веде",
		"Назвіть у квадратних дужках те, що відкриється, наприклад `[Положення про конкурс](…)`.",
		"the link's text “{text}” does not say where it leads",
		"Name in the square brackets what will open, as in `[Rules of the contest](…)`.",
	},
	"E-FILE": { // disk: as of E-LINK-SCHEME; slash: as of E-LINK
		"[[поле `{field}`[[ («{label}»)]]: ]][[файл {disk} за шляхом «{file}» лежить на вашому комп’ютері, а не в теці сайту||немає файлу «{file}»]][[. Можливо, ви мали на увазі «{nearest}»?]]",
		"[[Покладіть цей файл у теку сторінки, а тут напишіть лише його назву: `{disk}`||Замініть «{file}» на «{nearest}»||Покладіть файл «{file}» поруч із тим, у якому його названо, або виправте назву в полі `{field}`[[ («{label}»)]]||Покладіть файл «{file}» у теку сторінки або виправте його назву в тексті]][[{slash@slash}]].",
		"[[field `{field}`[[ (“{label}”)]]: ]][[the file {disk} at “{file}” lies on your own computer, not in the folder of the site||there is no file “{file}”]][[. Did you mean “{nearest}”?]]",
		"[[Put this file into the page's folder and write only its name here: `{disk}`||Replace “{file}” by “{nearest}”||Put the file “{file}” beside the one that names it, or correct its name in the field `{field}`||Put the file “{file}” into the page's folder, or correct its name in the text]][[{slash@slash}]].",
	},
	"E-PRIVATE": {
		"«{target}» лежить у теці `private`, а її вмісту ніколи не публікують",
		"Приберіть це посилання; якщо файл справді можна показувати всім, перенесіть його до теки сторінки.",
		"“{target}” lies in a folder `private`, whose contents are never published",
		"Remove this link; if everybody may really see the file, move it to the page's folder.",
	},
	"E-PICTURE": { // why: a word of the list picture; detail: what the decoder said
		"зображення «{file}» не вдається прочитати[[: {why@picture}||: {detail}||]]",
		"Відкрийте його в програмі для світлин і збережіть знову як JPG або PNG.",
		"the picture “{file}” cannot be read[[: {why@picture}||: {detail}||]]",
		"Open it in a picture program and save it again as JPG or PNG.",
	},
	"W-GPS": {
		"світлина «{file}» містить координати місця, де її зроблено; на сайт вони не потраплять",
		"Приберіть їх і з самого файлу: «Властивості» → «Докладно» → «Видалити властивості й особисту інформацію».",
		"the picture “{file}” holds the coordinates of the place where it was taken; they will not be published",
		"Remove them from the file itself too, so that they cannot get out in another way.",
	},
	"W-PDF": {
		"у файлі «{file}» немає тексту, лише зображення сторінок: його не прочитають незрячі й не знайде пошук",
		"Збережіть PDF із Word («Файл» → «Зберегти як» → PDF) замість відсканованого або коротко перекажіть зміст на сторінці.",
		"the file “{file}” holds no text, only pictures of pages: blind readers and the search cannot use it",
		"Export the PDF from the text instead of scanning it, or tell its contents briefly on the page.",
	},
	"W-SIZE": { // size, max: megabytes
		"файл «{file}» великий: {size} МБ, а радимо не більше ніж {max} МБ",
		"Зменште файл або викладіть його в іншому місці й дайте посилання.",
		"the file “{file}” is big: {size} MB; not more than {max} MB is advised",
		"Make the file smaller, or put it elsewhere and link to it.",
	},

	// These are about pages of other sites, as check --external finds them. None of them stops a build.
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

	// These are about things that only the whole site shows to be in the wrong place.
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
		"[[Перейменуйте цей файл або його теку: адреса «{own}» належить сторінці, яку сайт робить сам||Перейменуйте один із них]].",
		"two pages or files would have the address “{address}”",
		"[[Rename this file or its folder: the address “{own}” is that of a page that the site makes by itself||Rename one of them]].",
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
