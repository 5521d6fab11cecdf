package main

// publishTexts are those of `vitryna publish`.
var publishTexts = map[string][2]string{
	"publish":        {"Зібрати сайт і викласти його туди, де його читають", "Build the site and bring it to where visitors read it"},
	"use publish":    {"[ЦІЛЬ] [САЙТ]", "[TARGET] [SITE]"},
	"flag dry-run":   {"лише показати, що змінилося б там, і нічого не викладати", "only show what would change there, and publish nothing"},
	"flag take-over": {"перебрати сайт, який востаннє виклав хтось інший, і замінити чужі файли з такими самими назвами", "take over a site that somebody else has published last, and replace files of others under the same names"},
	"publishing":     {"Викладаю", "Publishing"},
	"published":      {"Викладено (%s): %s, %s; вилучено %s, без змін %s; за %s", "Published (%s): %s, %s; %s deleted, %s unchanged; in %s"},
	"would publish":  {"Буде викладено (%s): %s, %s; вилучено %s, без змін %s. Нічого ще не змінено.", "To be published (%s): %s, %s; %s deleted, %s unchanged. Nothing has been changed yet."},

	"publish nowhere": {
		"у content/site.yaml не сказано, куди викладати сайт. Додайте, наприклад:\n`Публікація: [{Назва: kopiia, Куди: тека, Тека: ../sait}]`",
		"content/site.yaml does not say where to publish the site. Add, for example:\n`publish: [{name: copy, to: folder, folder: ../site}]`",
	},
	"publish which":     {"у site.yaml кілька цілей, назвіть одну: %s", "site.yaml has several targets, name one: %s"},
	"publish unknown":   {"цілі «%s» у site.yaml немає. Є: %s", "site.yaml has no target %q. There are: %s"},
	"publish own":       {"у теку «%s» викласти не можна: вона перетинається з текою сайту %s. Назвіть теку поза ними", "the site cannot be published to %q: it overlaps with %s of the site. Name a folder outside of them"},
	"publish no notes":  {"немає теки, де запам’ятати, що викладено. Назвіть її у змінній VITRYNA_STATE", "there is no folder to note what was published. Name one in the variable VITRYNA_STATE"},
	"publish wrong who": {"ім’я «%s» у змінній VITRYNA_PUBLISHER не підходить: лише латинські літери, цифри, крапка, дефіс", "the name %q in the variable VITRYNA_PUBLISHER does not fit: only Latin letters, digits, dots and hyphens"},

	"publish others": {
		"у ціль «%s» після вас викладав хтось інший: %s, комп’ютер %s, %s. Нічого не змінено.\nЗверніться до колег, чи немає там новішого. Якщо ваш сайт новіший — додайте --take-over",
		"somebody else has published to the target %q since: %s, computer %s, %s. Nothing was changed.\nAsk your colleagues whether theirs is newer. If yours is, add --take-over",
	},
	"publish another": {
		"у ціль «%s» з цього комп’ютера викладено інший сайт, з теки «%s». Нічого не змінено.\nЯкщо ціль прийшла сюди разом зі скопійованим site.yaml, упишіть інше місце (content/site.yaml:%d). Якщо цей сайт має замінити той — додайте --take-over",
		"another site of this computer stands in the target %q, published from the folder %q. Nothing was changed.\nIf the target came here with a copied site.yaml, name another place (content/site.yaml:%d). If this site shall replace that one, add --take-over",
	},
	"publish foreign": {
		"у цілі «%s» на місці файлів сайту лежить те, чого Вітрина не викладала:%sНічого не змінено. Перенесіть ці файли або, якщо їх можна замінити, додайте --take-over",
		"in the target %q, things that Vitryna did not put there stand in the place of files of the site:%sNothing was changed. Move them or, if they may be replaced, add --take-over",
	},
	"publish in the way": {
		"у цілі «%s» на місці файлів сайту лежать посилання, теки чи файли, яких Вітрина не викладала й не замінить:%sПеренесіть їх і спробуйте знову",
		"in the target %q, links, folders or files that Vitryna did not put there and does not replace stand in the way:%sMove them and try again",
	},
	"publish host unknown": {
		"сервер %s ще не відомий цьому комп’ютеру; його ключ: %s %s. Нічого не надіслано.\nЗвірте ключ із тим, що дав хостинг, і збережіть його: увійдіть один раз командою `ssh`, вона запитає й запише його у файл `known_hosts`",
		"the host %s is not known to this computer yet; its key: %s %s. Nothing was sent.\nCompare the key with the one your hosting provider gives, and keep it: log in once with the command `ssh`, it asks and writes the key into the file `known_hosts`",
	},
	"publish host changed": {
		"ключ сервера %s не той, що був: %s %s. Нічого не надіслано: можливо, це чужий сервер.\nЗапитайте в хостинга, чи змінювали ключ; якщо так — вилучіть старий із файлу `known_hosts`",
		"the key of the host %s is another than it was: %s %s. Nothing was sent: it may be somebody else’s host.\nAsk your hosting provider whether the key was changed; if so, remove the old one from the file `known_hosts`",
	},
	"publish no keys": {
		"ціль «%s»: нема чим увійти на сервер (%v).\nДодайте ключ до агента `ssh`, назвіть файл ключа у змінній VITRYNA_SSH_KEY або пароль у VITRYNA_SSH_PASSWORD",
		"target %q: there is nothing to log in with (%v).\nAdd a key to the `ssh` agent, name a key file in the variable VITRYNA_SSH_KEY, or the password in VITRYNA_SSH_PASSWORD",
	},
	"publish key inside": {"ціль «%s»: файл ключа лежить у теці сайту (%v). Перенесіть його звідти: теку сайту копіюють і показують", "target %q: the key file lies in the folder of the site (%v). Move it: that folder is copied and shown"},
	"publish passphrase": {"ціль «%s»: ключ захищено паролем (%v). Додайте його до агента `ssh` або назвіть пароль у змінній VITRYNA_SSH_PASSPHRASE", "target %q: the key has a passphrase (%v). Add it to the `ssh` agent, or name the passphrase in the variable VITRYNA_SSH_PASSPHRASE"},
	"publish refused":    {"ціль «%s»: сервер не впустив (%v). Перевірте користувача, ключ або пароль", "target %q: the host did not let us in (%v). Check the user, the key or the password"},
	"publish absent": {
		"ціль «%s»: теки «%s» немає, тому нічого не викладено. Під’єднайте диск, на якому вона лежить, створіть її або виправте рядок «Тека» цієї цілі (content/site.yaml:%d)",
		"target %q: there is no folder %q, so nothing was published. Connect the disk on which it lies, make it, or mend the field folder of this target (content/site.yaml:%d)",
	},
	"publish taken": {
		"ціль «%s»: на місці теки «%s» лежить файл. Перенесіть його або виправте рядок «Тека» цієї цілі (content/site.yaml:%d)",
		"target %q: a file stands in the place of the folder %q. Move it, or mend the field folder of this target (content/site.yaml:%d)",
	},
	"publish locked": {
		"ціль «%s»: «%s» не дають записати. Зніміть захист від запису, попросіть прав на цю теку або виправте рядок «Тека» цієї цілі (content/site.yaml:%d)",
		"target %q: %q may not be written. Lift the write protection, ask for rights to this folder, or mend the field folder of this target (content/site.yaml:%d)",
	},
	"publish host right": {
		"ціль «%s»: сервер цього не дозволяє (%v). Перевірте рядок «Тека» в site.yaml і права користувача на цю теку",
		"target %q: the host does not allow it (%v). Check the field folder in site.yaml, and the user’s rights to that folder",
	},
	"publish host failed": {
		"ціль «%s»: сервер не зміг записати чи вилучити файл (%v).\nНайчастіше на хостингу скінчилося місце: звільніть його в панелі хостингу й викличте команду знову, вона продовжить",
		"target %q: the host could not write or remove a file (%v).\nMost often there is no room left on the hosting: make some in its panel and call the command again, it goes on",
	},
	"publish no folder": {"ціль «%s»: на сервері немає такої теки (%v). Перевірте рядок «Тека» в site.yaml або створіть теку", "target %q: the host has no such folder (%v). Check the field folder in site.yaml, or make the folder"},
	"publish no sftp":   {"ціль «%s»: на сервер увійти можна, але передавати файли він не дає (%v). Увімкніть SFTP у панелі хостингу", "target %q: the host lets in, but takes no files (%v). Turn SFTP on in the hosting panel"},
	"publish manifest":  {"ціль «%s»: перелік викладеного (.vitryna-published) пошкоджено (%v). Вилучіть його там і спробуйте з --take-over: сайт буде викладено весь", "target %q: the list of what was published (.vitryna-published) is damaged (%v). Delete it there and try with --take-over: the whole site will be published"},
	"publish meanwhile": {"у ціль «%s» саме зараз викладає хтось інший (%v). Зачекайте й спробуйте знову", "somebody else is publishing to the target %q right now (%v). Wait and try again"},
	"publish changed":   {"ціль «%s»: готовий сайт змінився, поки його викладали (%v). Спробуйте знову", "target %q: the finished site changed while it was published (%v). Try again"},
	"publish line":      {"ціль «%s»: зв’язок урвався (%v).\nСайт там цілий. Викличте команду знову: вона продовжить із того самого місця", "target %q: the connection was lost (%v).\nThe site there is whole. Call the command again: it goes on where it stopped"},
}

// storageTexts are those of a storage that speaks S3, in `vitryna publish`. Each is told the target and the cause.
var storageTexts = map[string][2]string{
	"storage none":        {"ціль «%s»: за цією адресою сховища немає (%v). Перевірте рядок «Адреса сховища»", "target %q: there is no storage under this address (%v). Check the field endpoint"},
	"storage plain":       {"ціль «%s»: зв’язок зі сховищем був би незахищений (%v). Напишіть адресу з https://", "target %q: the line to the storage would not be encrypted (%v). Write the address with https://"},
	"storage certificate": {"ціль «%s»: сховище не довело, що воно справжнє (%v). Нічого не надіслано. Перевірте адресу й годинник комп’ютера", "target %q: the storage could not prove that it is the right one (%v). Nothing was sent. Check the address and the clock of this computer"},
	"storage no key": {
		"ціль «%s»: нема чим увійти до сховища (%v).\nНазвіть ключ і секрет у змінних VITRYNA_S3_KEY і VITRYNA_S3_SECRET або файл із ними у VITRYNA_S3_FILE",
		"target %q: there is nothing to open the storage with (%v).\nName the key and its secret in the variables VITRYNA_S3_KEY and VITRYNA_S3_SECRET, or a file with them in VITRYNA_S3_FILE",
	},
	"storage key file":  {"ціль «%s»: у файлі немає ключа до сховища (%v). У ньому мають бути рядки `aws_access_key_id` і `aws_secret_access_key`", "target %q: the file has no key for the storage (%v). It needs the lines `aws_access_key_id` and `aws_secret_access_key`"},
	"storage key":       {"ціль «%s»: сховище не знає такого ключа, або секрет не той (%v). Перевірте їх у панелі сховища", "target %q: the storage does not know the key, or the secret is wrong (%v). Check both in the panel of the storage"},
	"storage no bucket": {"ціль «%s»: такого бакета у сховищі немає (%v). Перевірте рядки «Бакет» і «Адреса сховища» або створіть бакет", "target %q: the storage has no such bucket (%v). Check the fields bucket and endpoint, or make the bucket"},
	"storage no right":  {"ціль «%s»: ключ не має на це права (%v). Йому потрібні права читати, писати й вилучати об’єкти та переглядати перелік у цьому бакеті", "target %q: the key has no right to that (%v). It needs to read, write and delete objects and to list them in this bucket"},
	"storage clock":     {"ціль «%s»: годинник комп’ютера розходиться з годинником сховища (%v). Поставте правильний час і спробуйте знову", "target %q: the clock of this computer differs from that of the storage (%v). Set the right time and try again"},
	"storage region":    {"ціль «%s»: бакет лежить в іншому регіоні (%v). Виправте рядок «Регіон»", "target %q: the bucket lies in another region (%v). Mend the field region"},
	"storage refuses":   {"ціль «%s»: сховище відмовило (%v). Перевірте ціль у site.yaml", "target %q: the storage refused (%v). Check the target in site.yaml"},
}

// repositoryTexts are those of publications to a branch of git.
var repositoryTexts = map[string][2]string{
	"publish git message": {"Сайт викладено", "Site published"},
	"publish git secret": {
		"content/site.yaml:%d: в адресі репозиторію цілі «%s» стоїть користувач або пароль. Приберіть усе між `//` і `@`: теку сайту копіюють і показують. Увійти `git` уміє сам — через `ssh` або через свою пам’ять паролів",
		"content/site.yaml:%d: a user or a password stands in the repository’s address of the target %q. Remove all between `//` and `@`: the folder of the site is copied and shown. `git` itself knows how to log in, by `ssh` or by its store of passwords",
	},
	"publish git address": {
		"content/site.yaml:%d: адреса репозиторію цілі «%s» не підходить. Напишіть `https://…`, `ssh://…`, `git@сервер:назва.git` або шлях до теки на цьому комп’ютері",
		"content/site.yaml:%d: the repository’s address of the target %q does not fit. Write `https://…`, `ssh://…`, `git@host:name.git`, or the path of a folder on this computer",
	},
	"publish git branch": {"content/site.yaml:%d: ціль «%s»: гілка не може зватися «%s»", "content/site.yaml:%d: target %q: a branch cannot be called %q"},
	"publish git folder": {"content/site.yaml:%d: ціль «%s»: тека «%s» не підходить: потрібна тека гілки, наприклад `docs`", "content/site.yaml:%d: target %q: the folder %q does not fit: it has to be a folder of the branch, such as `docs`"},

	"publish git none": {
		"ціль «%s»: на цьому комп’ютері немає програми `git` (%v). Встановіть її: на Windows — з https://git-scm.com, на Linux — `sudo apt install git`, на macOS — `xcode-select --install`. Або викладайте в теку чи через SFTP",
		"target %q: this computer has no program `git` (%v). Install it: on Windows from https://git-scm.com, on Linux with `sudo apt install git`, on macOS with `xcode-select --install`. Or publish to a folder or over SFTP",
	},
	"publish git signer": {
		"ціль «%s»: невідомо, ким підписати зміни (%v). Допишіть до цілі в site.yaml рядки «Автор» і «Пошта» (їх побачать усі; краще адреса установи) або скажіть це програмі: `git config --global user.name` та `git config --global user.email`",
		"target %q: nobody is named who makes the changes (%v). Add the fields author and email to the target in site.yaml (everybody will see them; the institution’s address is better), or tell git: `git config --global user.name` and `git config --global user.email`",
	},
	"publish git nowhere":  {"ціль «%s»: такого репозиторію немає, або вам його не показують (%v). Перевірте адресу в site.yaml; порожній репозиторій створюють на сайті, де він лежатиме", "target %q: there is no such repository, or you may not see it (%v). Check the address in site.yaml; an empty repository is made on the site where it will lie"},
	"publish git refused":  {"ціль «%s»: `git` не впустили (%v).\nУвійдіть один раз самі: `git ls-remote` з тією самою адресою. Для `ssh` потрібен ключ в агенті, для `https` — збережений у `git` пароль або маркер", "target %q: `git` was not let in (%v).\nLog in once yourself: `git ls-remote` with the same address. For `ssh` a key in the agent is needed, for https a password or token that `git` keeps"},
	"publish git host":     {"ціль «%s»: сервер ще не відомий цьому комп’ютеру, або його ключ не той, що був (%v). Нічого не надіслано.\nЗвірте ключ із тим, що пише хостинг, і увійдіть один раз командою `ssh`: вона запитає й запише його", "target %q: the host is not known to this computer yet, or its key is another than it was (%v). Nothing was sent.\nCompare the key with the one your hosting provider gives, and log in once with the command `ssh`: it asks and writes the key down"},
	"publish git unsafe":   {"ціль «%s»: репозиторій належить іншому користувачеві цього комп’ютера (%v). Якщо йому можна довіряти, скажіть це програмі: `git config --global --add safe.directory` і шлях", "target %q: the repository belongs to another user of this computer (%v). If it can be trusted, tell git: `git config --global --add safe.directory` and the path"},
	"publish git rejected": {"ціль «%s»: репозиторій не взяв змін: %v.\nНічого не змінено. Можливо, гілку захищено, або один із файлів завеликий для цього хостингу", "target %q: the repository did not take the changes: %v.\nNothing was changed. The branch may be protected, or a file too big for this hosting"},
	"publish git protocol": {"ціль «%s»: `git` не може або не повинен ходити за такою адресою (%v)", "target %q: `git` cannot, or must not, go to such an address (%v)"},
	"publish touched": {
		"у цілі «%s» хтось змінив або вилучив файли, які виклала Вітрина:%sНічого не змінено. Якщо ці зміни потрібні — внесіть їх у матеріали сайту. Потім додайте --take-over",
		"in the target %q, somebody has changed or removed files that Vitryna had put there:%sNothing was changed. If those changes are wanted, make them in the content. Then add --take-over",
	},
}
