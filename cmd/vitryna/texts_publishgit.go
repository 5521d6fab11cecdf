package main

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
