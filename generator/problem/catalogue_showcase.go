package problem

// showcaseEntries are about showcases, exhibits and photographs.
var showcaseEntries = map[string]entry{
	"E-PHOTO-CONSENT": { // why: a word of the list photo
		"світлину з людьми не можна показати без згоди: {why@photo}",
		"{why@photomend}",
		"a photograph with people must not be shown without consent: {why@photo}",
		"{why@photomend}",
	},
	"W-PHOTO-EXPIRED": { // date: the last day of the consent
		"згода на показ світлини «{file}» діяла до {date}: на сайті її вже немає",
		"Отримайте нову згоду й змініть рядок «Згода до» або приберіть світлину.",
		"the consent for the photograph “{file}” held until {date}: the site no longer shows it",
		"Ask for a new consent and change `consent_until`, or remove the photograph.",
	},
	"W-PHOTO-DECORATIVE": {
		"світлину названо прикрасою, тому її опис ніхто не почує",
		"Приберіть рядок «Лише прикраса» або опис.",
		"the photograph is called decorative, so nobody will hear its description",
		"Remove the line `decorative`, or the description.",
	},
	"W-PHOTO-SMALL": { // n: the shorter side in pixels
		"світлина «{file}» дрібна: коротша сторона має {n:піксель/пікселі/пікселів}, а треба щонайменше {min}",
		"Візьміть світлину з телефона чи фотоапарата, а не з месенджера: він її зменшує.",
		"the photograph “{file}” is small: its shorter side has {n:pixel/pixels}, at least {min} are needed",
		"Take the one from the phone or camera and not from a messenger, which makes it smaller.",
	},
	"E-PHOTO-SIZE": { // size, max: megabytes
		"світлина «{file}» завелика: {size} МБ, а можна не більше ніж {max} МБ",
		"Збережіть її як JPG: світлина з телефона має кілька мегабайтів.",
		"the photograph “{file}” is too big: {size} MB; at most {max} MB are allowed",
		"Save it as JPG: a photograph of a phone has a few megabytes.",
	},
	"E-AUTHOR": {
		"не сказано, хто автор",
		"Заповніть одне з полів: «Ім’я автора» (лише зі згодою), «Запис у базі педагогів» або «Без імені», наприклад «педагог ЗДО».",
		"nothing says who the author is",
		"Write a name (`name`, with consent only), a record of the educators (`teacher`), or a label (`label`) such as “kindergarten educator”.",
	},
	"E-CASE-STEPS": {
		"методичний кейс має щонайменше два кроки",
		"Опишіть у полі «Кроки», що роблять спочатку, а що потім.",
		"a methodological case has at least two steps",
		"Say in the field `steps` what comes first and what comes next.",
	},
	"E-EXHIBIT-FILE": {
		"матеріал — це або файл, або адреса, а тут стоїть обидва або жодного",
		"Залиште в записі одне з двох: «Файл» або «Адреса».",
		"a material is either a file or an address, and here stand both or neither",
		"Keep one of the two: `file` or `url`.",
	},
	"E-EXHIBIT-SECTION": { // value, known
		"[[розділу «{value}» у цій веб-вітрині немає||не сказано, у якому розділі веб-вітрини стоїть експонат]]",
		"Напишіть у полі «Розділ» позначку одного з розділів вітрини[[: {known}]][[; можливо, ви мали на увазі `{nearest}`]].",
		"[[this web showcase has no section “{value}”||nothing says in which section of the showcase the exhibit stands]]",
		"Write the mark of one of the sections of the showcase into the field `section`[[: {known}]][[; perhaps `{nearest}` is meant]].",
	},
	"W-SHOWCASE-EMPTY": {
		"у веб-вітрині немає жодного експоната",
		"Додайте теки `exhibits/назва/index.md` або таблицю `exhibits.csv` поруч із файлом вітрини.",
		"the web showcase has no exhibits",
		"Add folders `exhibits/name/index.md`, or a table `exhibits.csv` beside the showcase's file.",
	},

	// These are about what pictures and attachments are made of, where links to them are right.
	"E-PICTURE-FORMAT": { // format: its usual name; how: a word of the list convert
		"«{file}» — це {format}, а такого зображення браузери не показують",
		"{how@convert}. Потім покладіть новий файл до теки й виправте його назву в тексті.",
		"“{file}” is {format}, which browsers do not show as a picture",
		"{how@convert}. Then put the new file into the folder and correct its name in the text.",
	},
	"E-PICTURE-LARGE": { // side: pixels; max: megapixels
		"зображення «{file}» завелике: {width} × {height} пікселів, а можна не більше ніж {side} за одним боком і {max} мільйонів загалом",
		"Зменште його в програмі для світлин: для сайту досить 2000 пікселів завширшки.",
		"the picture “{file}” is too large: {width} × {height} pixels; at most {side} to a side and {max} million in all can be shown",
		"Make it smaller in a picture program: 2000 pixels in width are enough for a site.",
	},
	"W-PICTURE-NAME": { // format: JPG, PNG …; suggest: a better name
		"закінчення назви «{file}» не відповідає вмісту: насправді це {format}",
		"Перейменуйте файл на «{suggest}» і виправте назву в тексті.",
		"the ending of the name “{file}” does not fit: the file is {format}",
		"Rename it to “{suggest}” and correct its name in the text.",
	},
	"W-FILE-META": { // kind or inside: a word of the list meta; value: what the file tells, or who has left it in the text
		"[[у файлі «{file}» лишилися {inside@meta} ({value})||у властивостях файлу «{file}» записано {kind@meta}: «{value}»]]; це побачить кожен, хто його завантажить",
		"[[{inside@metamend}.||У Word, Excel чи PowerPoint: «Файл» → «Відомості» → «Перевірити на наявність проблем» → «Інспектор документів» → «Видалити все»; потім збережіть PDF наново.]]",
		"[[the file “{file}” still holds {inside@meta} ({value})||the properties of the file “{file}” hold {kind@meta}: “{value}”]]; everybody who takes the file can read it",
		"[[{inside@metamend}.||In Word, Excel or PowerPoint: File → Info → Check for Issues → Inspect Document → Remove All; then export the PDF again.]]",
	},
}

// photoWords say what the consent to show people lacks, photoMendWords what to do.
var (
	photoWords = map[string]bilingual{
		"missing": {"про згоду нічого не сказано", "nothing is said of it"},
		"needed":  {"для світлини з людьми згода потрібна завжди", "with people it is always needed"},
		"public":  {"«публічний захід» стосується лише дорослих, а тут діти", "“public event” holds for adults only, and here are children"},
		"number":  {"немає номера письмової згоди", "the number of the written consent is missing"},
		"assent":  {"немає згоди самої дитини", "the child's own assent is missing"},
	}
	photoMendWords = map[string]bilingual{
		"missing": {"Допишіть рядки `Згода: письмова` і `Номер згоди: …` (із паперового журналу) або приховайте обличчя й напишіть `Згода: обличчя приховано`.", "Add `consent: written` and the number `consent_ref` of the paper register, or blur the faces and write `consent: blurred`."},
		"needed":  {"Допишіть рядки `Згода: письмова` і `Номер згоди: …` (із паперового журналу) або приховайте обличчя й напишіть `Згода: обличчя приховано`.", "Add `consent: written` and the number `consent_ref` of the paper register, or blur the faces and write `consent: blurred`."},
		"public":  {"Для дітей потрібна письмова згода батьків і згода самої дитини: `Згода: письмова`, `Номер згоди: …`, `Згода дитини: так`.", "For children a written consent of the parents and of the child is needed: `consent: written`, `consent_ref`, `child_assent: true`."},
		"number":  {"Допишіть рядок `Номер згоди: …` — із паперового журналу; на сайт він не потрапить.", "Add `consent_ref`, the number in the paper register; it is never published."},
		"assent":  {"Запитайте дитину й допишіть `Згода дитини: так` або приберіть світлину.", "Ask the child and add `child_assent: true`, or remove the photograph."},
	}
)
