package problem

// auditEntries are about the results of the check of accessibility.
var auditEntries = map[string]entry{
	"W-AUDIT": { // detail: what is wrong with the file
		"результати перевірки доступності не прочитано ({detail}), тож заява про доступність їх не показує",
		"Запустіть перевірку знову (`make test-all`) або вилучіть файл: його пише програма, а не людина.",
		"the results of the accessibility check could not be read ({detail}), so the accessibility statement does not show them",
		"Run the check again (`make test-all`) or delete the file: a program writes it, not a person.",
	},
}
