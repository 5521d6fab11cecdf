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
	"publish no folder":  {"ціль «%s»: на сервері немає такої теки (%v). Перевірте рядок «Тека» в site.yaml або створіть теку", "target %q: the host has no such folder (%v). Check the field folder in site.yaml, or make the folder"},
	"publish no sftp":    {"ціль «%s»: на сервер увійти можна, але передавати файли він не дає (%v). Увімкніть SFTP у панелі хостингу", "target %q: the host lets in, but takes no files (%v). Turn SFTP on in the hosting panel"},
	"publish manifest":   {"ціль «%s»: перелік викладеного (.vitryna-published) пошкоджено (%v). Вилучіть його там і спробуйте з --take-over: сайт буде викладено весь", "target %q: the list of what was published (.vitryna-published) is damaged (%v). Delete it there and try with --take-over: the whole site will be published"},
	"publish meanwhile":  {"у ціль «%s» саме зараз викладає хтось інший (%v). Зачекайте й спробуйте знову", "somebody else is publishing to the target %q right now (%v). Wait and try again"},
	"publish changed":    {"ціль «%s»: готовий сайт змінився, поки його викладали (%v). Спробуйте знову", "target %q: the finished site changed while it was published (%v). Try again"},
	"publish line":       {"ціль «%s»: зв’язок урвався (%v).\nСайт там цілий. Викличте команду знову: вона продовжить із того самого місця", "target %q: the connection was lost (%v).\nThe site there is whole. Call the command again: it goes on where it stopped"},
}
