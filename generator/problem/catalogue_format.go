package problem

// formatEntries are about sites that are older than the program.
var formatEntries = map[string]entry{
	"E-SITE-OLD": { // value, max: numbers
		"сайт записано у форматі {value}, а ця програма працює з форматом {max}",
		"Викличте `vitryna migrate`: він покаже, що зміниться, запитає й перепише. Попередній вигляд залишиться в `.vitryna/history`.",
		"the site is written in format {value}, and this program works with format {max}",
		"Call `vitryna migrate`: it shows what will change, asks, and rewrites it. What was before stays in `.vitryna/history`.",
	},
}
