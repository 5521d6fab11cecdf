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
		"це не сам файл чи тека, а посилання на них; за такими посиланнями Вітрина не йде, тому його пропущено",
		"Вилучіть посилання, а на його місце скопіюйте сам файл або теку.",
		"this is not a file or folder itself but a symbolic link to one; Vitryna follows no such links, so it is left out",
		"Delete the link and copy the file or folder itself to its place.",
	},
	"W-PRIVATE-COPY": {
		"теку «{name}» узято за копію теки `private`, тож нічого з неї на сайт не потрапить",
		"Перенесіть її в теку `private` або за межі `content`. Якщо ж це матеріал для сайту, дайте теці назву без слова private.",
		"the folder “{name}” is taken for a copy of the folder `private`, so nothing in it gets to the site",
		"Move it into the folder `private` or out of `content`. If it is an item of the site, give the folder a name without the word private.",
	},
	"E-NAME": {
		"назва «{name}» не годиться для адреси сторінки: можна лише малі латинські літери, цифри й дефіс, не більше ніж 80 знаків",
		"Перейменуйте «{name}»[[ на «{suggest}»]].",
		"the name “{name}” is not fit for a web address: only small Latin letters, digits and hyphens are, 80 at most",
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
	"W-STRAY": { // rename: how a text of its language is called; chapter: a name for a file that lies among chapters; table: the names of the tables that may lie there
		"файл «{name}» лежить там, де сторінок не шукають, тому на сайті його не буде",
		"[[Перейменуйте його на «{rename}»||Перенесіть його сюди: `{suggest}`||Якщо це розділ, почніть назву числом, яке поставить його в порядок: «{chapter}»||Якщо це таблиця, покладіть її в теку матеріалу з назвою «{table}»; якщо вкладення — в окрему теку поруч, наприклад `faily/{name}`||Створіть для нього теку з латинською назвою і перейменуйте файл на «index.md»]].",
		"the file “{name}” lies where no pages are looked for and will not be on the site",
		"[[Rename it to “{rename}”||Move it to `{suggest}`||If it is a chapter, begin its name with the number that puts it in its place: “{chapter}”||If it is a table, put it into the folder of the item and call it “{table}”; if an attachment, into a folder beside, for example `files/{name}`||Make a folder with a Latin name for it and rename the file to “index.md”]].",
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
	"E-ADDRESS": { // alias: the old address, where it is one
		"адресу `{address}` уже має файл {other}",
		"[[Приберіть «{alias}» з поля «Старі адреси» або напишіть там іншу адресу||Перейменуйте теку або файл однієї з двох сторінок, щоб адреси різнилися]].",
		"the address `{address}` is already that of the file {other}",
		"[[Remove “{alias}” from the field `aliases`, or write another address there||Rename the folder or the file of one of the two pages, so that their addresses differ]].",
	},
	"E-ALIAS": { // other: the page that has the address now; bad: the value, where no file can have it
		"[[стара адреса «{value}» збігається з адресою наявної сторінки {other}||за старою адресою «{bad}» не може бути сторінки: у ній є `..`, `//` або котрийсь зі знаків `<>:|?*`||стара адреса «{value}» не починається зі знака `/`]]",
		"[[Приберіть рядок «{value}» з поля «Старі адреси»: цю адресу має {other}||Приберіть рядок «{bad}»; якщо адреса мала знак `?`, перенаправте її в налаштуваннях хостингу||Запишіть адресу без назви сайту, зі знаком `/` на початку, наприклад `/proiekt-1/`]].",
		"[[the old address “{value}” is that of an existing page, {other}||no page can stand at the old address “{bad}”: it has `..`, `//` or one of the signs `<>:|?*`||the old address “{value}” does not begin with `/`]]",
		"[[Remove “{value}” from the field `aliases`: {other} has this address||Remove “{bad}”; if the address had a `?`, redirect it in the settings of the host||Write the address without the site's name and with `/` at its beginning, as in `/proiekt-1/`]].",
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

	// These are about what lies in a site's folder by mistake, or by malice.
	"W-ODD-FILE": { // name
		"«{name}» — не файл і не тека, а канал, сокет чи пристрій, тому його пропущено",
		"Вилучіть його з теки `content`: до сайту йдуть лише звичайні файли.",
		"“{name}” is neither a file nor a folder but a pipe, a socket or a device, and is left out",
		"Delete it from the folder `content`: only plain files go to the site.",
	},
	"E-FILE-BIG": { // file; size, max: megabytes
		"файл «{file}» завеликий: {size} МБ, а викласти можна не більше ніж {max} МБ",
		"Відео викладіть на відеохостинг і дайте на сторінці посилання; архів поділіть на частини.",
		"the file “{file}” is too big: {size} MB, and at most {max} MB can be published",
		"Put a video on a video host and give its address on the page; divide an archive into parts.",
	},
	"E-CSV-BIG": { // n: how many rows there may be
		"у таблиці понад {n:рядок/рядки/рядків}, а реєстр стільки не має",
		"Перевірте, чи файл не пошкоджено; якщо рядків справді стільки, поділіть їх на кілька реєстрів.",
		"the table has more than {n:row/rows}, and no register has so many",
		"Check whether the file is damaged; if there really are so many rows, divide them among several registers.",
	},
	"E-CSV-MANY": { // n: how many have been told
		"у таблиці понад {n:помилку/помилки/помилок}; решту рядків не перевірено, і сторінок із них не буде",
		"Гляньте на перші повідомлення: найчастіше вся справа в назвах стовпців, у знаку між клітинками або в незакритих лапках. Виправте їх і зберіть сайт ще раз.",
		"the table has more than {n:mistake/mistakes}; the rows after them have not been checked and make no pages",
		"Look at the first messages: most often it is the names of the columns, the sign between cells, or quotes that are not closed. Mend that and build again.",
	},

	// These are about what happens to files while the program reads them, and to sites as programs grow older.
	"E-SITE-FORMAT": { // value, max: numbers
		"сайт записано у форматі {value}, а ця програма знає лише формат {max}",
		"Візьміть новішу Вітрину: `vitryna version` каже, яка у вас. Ні файлів сайту, ні готового сайту не змінено.",
		"the site is written in format {value}, and this program knows only format {max}",
		"Take a newer Vitryna: `vitryna version` tells which one you have. Neither the site's files nor the finished site have been changed.",
	},
	"E-CHANGED": { // file
		"файл «{file}» змінили або вилучили саме тоді, коли збирався сайт",
		"Нічого не втрачено: на диску лишився попередній сайт. Збережіть файл і зберіть сайт ще раз.",
		"the file “{file}” was changed or removed just while the site was being built",
		"Nothing is lost: the site of before is still there. Save the file and build the site again.",
	},

	// These are about folders that several people or machines share.
	"W-COPY": { // original: the name of what it is a copy of
		"«{name}» — копія, яку залишила спільна тека (OneDrive, Google Drive, Dropbox) або Провідник: двоє змінили один текст одночасно чи його скопіювали. На сайт вона не потрапляє",
		"Порівняйте її з «{original}», перенесіть туди потрібне, а копію вилучіть. Якщо це новий матеріал, дайте йому назву з малих латинських літер.",
		"“{name}” is a copy that a shared folder (OneDrive, Google Drive, Dropbox) or the Explorer has left: two people changed one text at once, or it was copied. It does not get on the site",
		"Compare it with “{original}”, carry over what is needed and delete the copy. If it is a new item, give it a name of small Latin letters.",
	},

	// These are about the copy of a site for a disk.
	"E-COPY-NAME": { // max: signs of a path; the file is the one of the finished site
		"файл із таким шляхом не розпакується на кожному комп’ютері: він довший за {max:знак/знаки/знаків}, має не лише латинські літери або відрізняється від іншого самими великими літерами",
		"Скоротіть або змініть назву теки чи файлу, з яких його зроблено.",
		"a file with this path cannot be unpacked on every computer: it is longer than {max:sign/signs}, has other than Latin letters, or differs from another in capitals only",
		"Shorten or change the name of the folder or file it is made of.",
	},

	// These are about sites that are older than the program.
	"E-SITE-OLD": { // value, max: numbers
		"сайт записано у форматі {value}, а ця програма працює з форматом {max}",
		"Викличте `vitryna migrate`: він покаже, що зміниться, запитає й перепише. Попередній вигляд залишиться в `.vitryna/history`.",
		"the site is written in format {value}, and this program works with format {max}",
		"Call `vitryna migrate`: it shows what will change, asks, and rewrites it. What was before stays in `.vitryna/history`.",
	},

	// These are about what an author's file could do to visitors.
	"E-FILE-PICTURE": { // name: as it ought to be called
		"«{file}» — світлина, хоч закінчення назви про це не каже, тож із неї не прибрано, де й чим її знято",
		"Перейменуйте файл на `{name}` і виправте посилання.",
		"“{file}” is a picture, though the ending of its name does not say so, and so it would tell where and by what it was taken",
		"Rename the file to `{name}` and mend the link.",
	},
	"E-FILE-ACTIVE": { // file, kind: its ending, or what it is within
		"файл «{file}» викладати не можна: файли {kind} браузер або комп’ютер відвідувача виконує як програму",
		"Викладіть те саме інакше: текст — сторінкою сайту або PDF, таблицю — CSV чи XLSX без макросів, програму — посиланням на сайт її розробників, зразок коду чи кілька файлів — архівом ZIP.",
		"the file “{file}” cannot be published: {kind} files are run as a program by a visitor’s browser or computer",
		"Publish the same in another way: a text as a page or a PDF, a table as CSV or XLSX without macros, a program as a link to its makers, an example of code or several files as a ZIP.",
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
	"W-MENU": { // nearest: a section or a page; may be empty
		"у меню названо «{value}», а такого розділу чи сторінки немає[[. Можливо, ви мали на увазі «{nearest}»?]]",
		"[[Замініть «{value}» на «{nearest}»||Напишіть теку розділу (`news`, `events`) або сторінки (`pages/kontakty`)]] чи приберіть цей рядок.",
		"the menu names “{value}”, and there is no such section or page[[. Did you mean “{nearest}”?]]",
		"[[Replace “{value}” with “{nearest}”||Write the folder of a section (`news`, `events`) or of a page (`pages/kontakty`)]], or remove the line.",
	},
	"W-TRANSPARENCY": { // keys: a list
		"на сторінці прозорості бракує документів: {keys}",
		"Додайте у файл `content/site.yaml`, у поле «Прозорість», рядок для кожного з них: назва, двокрапка, тека документа.",
		"the transparency page lacks these documents: {keys}",
		"Add a line for each of them to the field `transparency` of `content/site.yaml`: key, colon, the document's folder.",
	},
	"E-KIND-FILE": { // file: if it is not that of one kind, but that of what all have or of the texts of the interface
		"[[файл `{file}`||опис виду матеріалів]] записано неправильно: {detail}",
		"[[Виправте його за зразком вбудованого файлу `{file}`||Виправте файл `kind.yaml` за зразком вбудованих видів]] або вилучіть його.",
		"[[the file `{file}`||the description of a kind]] is wrong: {detail}",
		"[[Correct it after the example of the embedded file `{file}`||Correct the file `kind.yaml` after the example of the embedded kinds]], or delete it.",
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
