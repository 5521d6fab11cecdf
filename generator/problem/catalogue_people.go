package problem

// peopleEntries guard persons: contacts, consent, children, safety.
var peopleEntries = map[string]entry{
	"E-PII": { // what: a word of the list personal; value: masked, see Mask; named: “yes” where it stands in the name of the file
		"[[{named@named}||тут]] {what@personal}[[ ({value})]], а особистих даних на сайті бути не може",
		"[[{named@rename}||Приберіть це]]; контакти самого центру пишуть лише у файлі `content/site.yaml`, у полі «Контакти».",
		"[[{named@named}||here is]] {what@personal}[[ ({value})]], and personal data must not be on the site",
		"[[{named@rename}||Remove it]]; only the centre's own contacts may stand in `content/site.yaml`, in the field `contacts`.",
	},
	"E-PII-LEAK": {
		"на готовій сторінці є {what@personal}[[ ({value})]] з теки `private`",
		"Знайдіть ці дані в тексті або в таблиці, з якої зроблено сторінку, і приберіть; вміст теки `private` ніколи не публікують.",
		"the finished page holds {what@personal}[[ ({value})]] from a folder `private`",
		"Find these data in the text or table of the page and remove them; what is in `private` is never published.",
	},
	"E-CONSENT": { // empty: what stands in place of the value of the field; scope: “yes” where the consent has to tell what it covers; column: the field's name as the beginning of a column's; nameless: where one is named without a name
		"ім’я людини записано без її згоди на оприлюднення[[ (поле «{field}»)]]",
		"[[Додайте в таблицю стовпці `{column}.Дата згоди` і `{column}.Номер згоди` та заповніть їх у цьому рядку (номер — із паперового журналу)||[[{empty@under}||Додайте поле «Згода» з рядками під ним]] — «Дата згоди», «Номер згоди» (з паперового журналу)[[{scope@scope}]]]] — або [[замість імені напишіть у полі «{nameless}», хто це: наприклад, «педагог ЗДО»||приберіть ім’я]].",
		"a person's name stands here without consent to publish it[[ (field `{field}`)]]",
		"[[Add the columns `{column}.date` and `{column}.ref` to the table and fill them in for this row (`ref` is the number in the paper register)||[[{empty@under}||Add a field `consent`]] with the date (`date`), the number in the paper register (`ref`)[[{scope@scope}]]]], or [[write in `{nameless}`, in place of the name, who it is, as “a kindergarten teacher”||remove the name]].",
	},
	"E-CONSENT-SCOPE": { // missing: a list
		"згода людини не поширюється на те, що показує сторінка: {missing}",
		"Якщо людина погодилася, допишіть це в полі згоди «На що дано згоду»; якщо ні — приберіть ці дані.",
		"the person's consent does not cover what the page shows: {missing}",
		"Add it to the field `scope` of the consent if the person agreed, or remove these data.",
	},
	"E-CHILD-NAME": {
		"поруч з іменем стоїть «{text}»: схоже, це дитина, а імен дітей на сайті не буває",
		"Приберіть ім’я: досить сказати «учениця, 5 клас, ліцей». Якщо це ім’я дорослого, приберіть «{text}».",
		"beside the name stands “{text}”: this seems to be a child, and children are not named on the site",
		"Remove the name: “a pupil, form 5, lyceum” is enough. If it is an adult's, remove “{text}”.",
	},
	"W-PHOTO-COPY": {
		"це копія світлини «{of}», згода на показ якої скінчилася, тож і її на сайті немає",
		"Отримайте нову згоду й змініть рядок «Згода до» біля «{of}» або вилучіть обидва файли.",
		"this is a copy of the photograph “{of}”, the consent for which has run out, so it is not on the site either",
		"Obtain a new consent and change `consent_until` of “{of}”, or delete both files.",
	},
	"W-PHOTO-PEOPLE": {
		"в описі світлини «{file}» є слово «{text}», а хто на ній і за чиєю згодою, не сказано",
		"Допишіть у шапку поле «Світлини» з файлом `{file}`: хто на світлині й чи є згода. Якщо дітей на ній немає, напишіть `Хто на світлині: нікого`.",
		"the description of the photograph “{file}” has the word “{text}”, but who is on it, and by whose consent, is not said",
		"Add the field `photos` with the file `{file}` to the header: who is on it and by whose consent. If no children are, write `people: none`.",
	},
	"W-CHILD-NAME": { // file: where the name is the file's
		"[[у назві файлу «{file}», на якому діти||в описі чи підписі світлини з дітьми]], схоже, є ім’я[[: «{text}»]]",
		"[[Перейменуйте файл «{file}» за тим, що діти роблять, і виправте назву тут: вона стане адресою світлини.||Приберіть ім’я та прізвище: опишіть, що діти роблять.]]",
		"[[the name of the file “{file}”, which shows children,||the description or caption of a picture with children]] seems to hold a name[[: “{text}”]]",
		"[[Rename the file “{file}” after what the children are doing, and mend the name here: it becomes the picture's address.||Remove the name: say what the children are doing.]]",
	},
	"W-HOLD": { // until: the last day on which it is not shown
		"через правила безпеки цю сторінку покажемо лише після {until}",
		"Нічого робити не треба: після цього дня вона з’явиться під час наступного збирання сайту.",
		"for safety this page is shown only after {until}",
		"There is nothing to do: it will appear when the site is built after that day.",
	},
}
