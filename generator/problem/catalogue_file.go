package problem

// fileEntries are about files and folders: whether they can be read, what they
// are called and where they lie.
var fileEntries = map[string]entry{
	"E-READ": { // why: a word of the list read; detail: the system's own message
		"не вдається прочитати файл або теку[[: {why@read}||: {detail}||]]",
		"Перевірте, чи він на місці, чи не відкритий в іншій програмі та чи маєте ви право його відкривати («Властивості» → «Безпека»).",
		"the file or folder cannot be read[[: {why@read}||: {detail}||]]",
		"Check that it is in its place and not open in another program, and that you have the right to read it (“Properties” → “Security”).",
	},
	"W-SYMLINK": {
		"посилання на файл або теку веде за межі теки `content`[[ ({target})]], тому його пропущено",
		"Скопіюйте в теку `content` сам файл, а посилання на нього вилучіть.",
		"the symbolic link leads outside the folder `content`[[ ({target})]] and is left out",
		"Copy the file itself into the folder `content` and delete the link.",
	},
	"E-NAME": {
		"назва «{name}» не годиться для адреси сторінки: можна лише малі латинські літери, цифри й дефіс",
		"Перейменуйте «{name}»[[ на «{suggest}»]].",
		"the name “{name}” is not fit for a web address: only small Latin letters, digits and hyphens are",
		"Rename “{name}”[[ to “{suggest}”]].",
	},
	"W-NFD": {
		"у назві «{name}» літеру й або ї записано двома знаками, тому на іншому комп’ютері файл можуть не знайти",
		"Перейменуйте файл: зітріть у назві літери й та ї і наберіть їх знову.",
		"the name “{name}” is written in decomposed form (й or ї as two signs), so another computer may not find the file",
		"Rename the file to the composed form (NFC): type the letters й and ї anew.",
	},
	"E-TXT": {
		"до назви файлу додалося зайве «.txt»: «{name}», тому сторінки з нього не буде",
		"Перейменуйте файл на «[[{suggest}||index.md]]»; якщо закінчення назви не видно, увімкніть у Провіднику «Вигляд» → «Розширення імен файлів».",
		"the file's name has an extra “.txt”: “{name}”, so it makes no page",
		"Rename the file to “[[{suggest}||index.md]]”; if the end of the name is hidden, turn on “View” → “File name extensions” in File Explorer.",
	},
	"W-STRAY": { // chapter: a name for a file that lies among chapters
		"файл «{name}» лежить там, де сторінок не шукають, тому на сайті його не буде",
		"[[Перенесіть його сюди: `{suggest}`||Якщо це розділ, почніть назву числом, яке поставить його в порядок: «{chapter}»||Створіть для нього теку з латинською назвою і перейменуйте файл на «index.md»]].",
		"the file “{name}” lies where no pages are looked for and will not be on the site",
		"[[Move it to `{suggest}`||If it is a chapter, begin its name with the number that puts it in its place: “{chapter}”||Make a folder with a Latin name for it and rename the file to “index.md”]].",
	},
	"E-KIND": { // section: the folder's name; known: the sections there are
		"тека «{section}» не належить до жодного розділу сайту[[. Можливо, ви мали на увазі «{nearest}»?]]",
		"[[Перейменуйте теку на «{nearest}»||Перенесіть сторінки до однієї з наявних тек[[: {known}]]]].",
		"the folder “{section}” belongs to no section of the site[[. Did you mean “{nearest}”?]]",
		"[[Rename the folder to “{nearest}”||Move its pages to one of the folders there are[[: {known}]]]].",
	},
	"E-ID-DUP": {
		"назву для адреси «{id}» уже має інший матеріал[[: {other}]]",
		"Перейменуйте теку одного з двох матеріалів або змініть для нього стовпець `Назва для адреси` в таблиці.",
		"another item has the identifier “{id}” already[[: {other}]]",
		"Rename the folder of one of the two items, or change its column `id` in the table.",
	},
	"E-ADDRESS": {
		"адресу `{address}` уже має файл {other}",
		"Перейменуйте теку або файл однієї з двох сторінок, щоб адреси різнилися.",
		"the address `{address}` is already that of the file {other}",
		"Rename the folder or the file of one of the two pages, so that their addresses differ.",
	},
	"E-ALIAS": { // other: the page that has the address now; bad: the value, where no file can have it
		"[[стара адреса «{value}» збігається з адресою наявної сторінки {other}||за старою адресою «{bad}» не може бути сторінки: у ній є `..`, `//` або котрийсь зі знаків `<>:|?*`||стара адреса «{value}» не починається зі знака `/`]]",
		"[[Приберіть рядок «{value}» з поля «Старі адреси»: цю адресу має {other}||Приберіть рядок «{bad}»; якщо адреса мала знак `?`, перенаправте її в налаштуваннях хостингу||Запишіть адресу без назви сайту, зі знаком `/` на початку, наприклад `/proiekt-1/`]].",
		"[[the old address “{value}” is that of an existing page, {other}||no page can stand at the old address “{bad}”: it has `..`, `//` or one of the signs `<>:|?*`||the old address “{value}” does not begin with `/`]]",
		"[[Remove “{value}” from the field `aliases`: {other} has this address||Remove “{bad}”; if the address had a `?`, redirect it in the settings of the host||Write the address without the site's name and with `/` at its beginning, as in `/proiekt-1/`]].",
	},
	"E-CYCLE": {
		"сторінки підпорядковано одна одній по колу: {chain}",
		"Розірвіть коло: в одній із цих сторінок приберіть або змініть посилання на вищу.",
		"the pages stand above one another in a circle: {chain}",
		"Break the circle: in one of these pages remove or change the reference to the higher one.",
	},
	"E-PAGE-CYCLE": {
		"вищі сторінки утворили коло: {chain}",
		"Розірвіть коло: в одній із цих сторінок приберіть або змініть поле «Вища сторінка».",
		"the parent pages form a circle: {chain}",
		"Break the circle: in one of these pages remove or change the field `parent`.",
	},
	"E-DEPTH": {
		"сторінка лежить на {n}-му рівні, а рівнів може бути щонайбільше {max}",
		"Виберіть у полі «Вища сторінка» сторінку, що стоїть ближче до головної.",
		"the page lies on level {n}, and there may be at most {max}",
		"Choose a page nearer to the home page for the field `parent`.",
	},
}

// siteEntries are about the site as a whole: site.yaml and the kinds.
var siteEntries = map[string]entry{
	"E-SITE": {
		"немає файлу `content/site.yaml`, тож це не тека сайту",
		"Перейдіть до теки свого сайту або створіть новий: `vitryna init`.",
		"there is no file `content/site.yaml`, so this is not the folder of a site",
		"Change to the folder of your site, or make a new one: `vitryna init`.",
	},
	"E-SITE-FIELD": {
		"у файлі сайту поле `{field}`[[ («{label}»)]] записано неправильно[[: {detail}]]",
		"Виправте цей рядок[[ за зразком: `{example}`]].",
		"in the site's file the field `{field}`[[ (“{label}”)]] is wrong[[: {detail}]]",
		"Correct this line[[ like this: `{example}`]].",
	},
	"W-BASE-URL": {
		"не зазначено адреси сайту, тому не буде карти сайту, стрічки новин і повних адрес сторінок",
		"Додайте у файл `content/site.yaml` рядок `Адреса сайту: https://…` з адресою, за якою сайт відкриватиметься; якщо її ще немає, лишіть рядок порожнім: `Адреса сайту:`.",
		"the site's address is not given, so there will be no sitemap, no feeds and no canonical links",
		"Add a line `base_url: https://…` with the address of the site to the file `content/site.yaml`; if there is none yet, leave the line empty: `base_url:`.",
	},
	"W-PAGE-MISSING": {
		"немає обов’язкової сторінки «[[{title}||{id}]]»",
		"Створіть файл `content/pages/{id}/index.md` з цією сторінкою.",
		"the obligatory page “[[{title}||{id}]]” is missing",
		"Make the file `content/pages/{id}/index.md` with this page.",
	},
	"W-TRANSPARENCY": { // keys: a list
		"на сторінці прозорості бракує документів: {keys}",
		"Додайте у файл `content/site.yaml`, у поле «Прозорість», рядок для кожного з них: назва, двокрапка, тека документа.",
		"the transparency page lacks these documents: {keys}",
		"Add a line for each of them to the field `transparency` of `content/site.yaml`: key, colon, the document's folder.",
	},
	"E-KIND-FILE": {
		"опис виду матеріалів записано неправильно: {detail}",
		"Виправте файл `kind.yaml` за зразком вбудованих видів або вилучіть його.",
		"the description of a kind is wrong: {detail}",
		"Correct the file `kind.yaml` after the example of the embedded kinds, or delete it.",
	},
	"E-KIND-FIELD": { // kind: its name; detail: what is wrong with the field
		"в описі виду «{kind}» поле `{field}` записано неправильно: {detail}",
		"Виправте опис цього поля у файлі `kind.yaml`.",
		"in the kind “{kind}” the field `{field}` is wrong: {detail}",
		"Correct the description of this field in `kind.yaml`.",
	},
	"E-KIND-KEY": {
		"в описі виду «{kind}» невідома властивість `{key}`[[. Можливо, ви мали на увазі `{nearest}`?]]",
		"[[Замініть `{key}` на `{nearest}`||Виправте назву властивості або приберіть цей рядок]].",
		"in the kind “{kind}” the property `{key}` is unknown[[. Did you mean `{nearest}`?]]",
		"[[Replace `{key}` by `{nearest}`||Correct the property's name or remove this line]].",
	},
	"E-KIND-TYPE": {
		"в описі виду «{kind}» поле `{field}` має невідомий тип «{value}»[[. Можливо, ви мали на увазі «{nearest}»?]]",
		"[[Замініть «{value}» на «{nearest}»||Виберіть один із наявних типів]][[; можна писати: {allowed}]].",
		"in the kind “{kind}” the field `{field}` has the unknown type “{value}”[[. Did you mean “{nearest}”?]]",
		"[[Replace “{value}” by “{nearest}”||Choose one of the types there are]][[; allowed are: {allowed}]].",
	},
	"E-KIND-LABEL": {
		"в описі виду «{kind}» два поля мають той самий підпис «{label}»: `{field}` і `{other}`",
		"Дайте одному з двох полів інший підпис.",
		"in the kind “{kind}” two fields share the label “{label}”: `{field}` and `{other}`",
		"Give one of the two fields another label.",
	},
	"E-KIND-DUP": {
		"розділ «{section}» уже належить іншому видові[[: {other}]]",
		"Змініть у файлі `kind.yaml` одного з двох видів рядок `section`.",
		"the section “{section}” belongs to another kind already[[: {other}]]",
		"Change the line `section` in the file `kind.yaml` of one of the two kinds.",
	},
	"E-VOCABULARY": { // name: of the vocabulary
		"[[перелік значень «{name}» записано неправильно: {detail}||переліки значень записано неправильно: {detail}]]",
		"Виправте його у файлі `vocabularies.yaml`: кожне значення потребує назви українською.",
		"[[the vocabulary “{name}” is wrong: {detail}||the vocabularies are wrong: {detail}]]",
		"Correct it in the file `vocabularies.yaml`: every word needs a Ukrainian label.",
	},
}
