package problem

// pictureEntries are about what pictures and attachments are made of, where links to them are right.
var pictureEntries = map[string]entry{
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
	"W-FILE-META": { // kind: a word of the list meta; value: what the file tells
		"у властивостях файлу «{file}» записано {kind@meta}: «{value}»; це побачить кожен, хто його завантажить",
		"У Word, Excel чи PowerPoint: «Файл» → «Відомості» → «Перевірити на наявність проблем» → «Інспектор документів» → «Видалити все»; потім збережіть PDF наново.",
		"the properties of the file “{file}” hold {kind@meta}: “{value}”; everybody who takes the file can read it",
		"In Word, Excel or PowerPoint: File → Info → Check for Issues → Inspect Document → Remove All; then export the PDF again.",
	},
}
