package problem

// layoutEntries are for whoever changes layouts, styles and scripts.
var layoutEntries = map[string]entry{
	"E-LAYOUT": { // detail: what html/template said, without its own position
		"шаблон сторінки не працює: {detail}",
		"Виправте цей рядок шаблону або вилучіть свій файл: тоді діятиме вбудований.",
		"the layout does not work: {detail}",
		"Correct this line of the layout, or delete your own file: the embedded one is used then.",
	},
	"E-STYLE": { // detail: what esbuild said
		"стилі або сценарії не вдається зібрати: {detail}",
		"Виправте цей рядок або вилучіть свій файл: тоді діятиме вбудований.",
		"the style or script cannot be built: {detail}",
		"Correct this line, or delete your own file: the embedded one is used then.",
	},
	"W-LAYOUT-FIELD": {
		"шаблон показує поле `{field}`, якого цей вид матеріалів не має[[. Можливо, ви мали на увазі `{nearest}`?]]",
		"[[Замініть у шаблоні `{field}` на `{nearest}`||Приберіть це поле з шаблону або додайте його у файл `kind.yaml`]].",
		"the layout shows the field `{field}`, which this kind does not have[[. Did you mean `{nearest}`?]]",
		"[[Replace `{field}` in the layout by `{nearest}`||Remove the field from the layout, or add it to the file `kind.yaml`]].",
	},
}
