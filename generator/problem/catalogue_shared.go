package problem

// sharedEntries are about folders that several people or machines share.
var sharedEntries = map[string]entry{
	"W-COPY": { // original: the name of what it is a copy of
		"«{name}» — копія, яку залишила спільна тека (OneDrive, Google Drive, Dropbox) або Провідник: двоє змінили один текст одночасно чи його скопіювали. На сайт вона не потрапляє",
		"Порівняйте її з «{original}», перенесіть туди потрібне, а копію вилучіть. Якщо це новий матеріал, дайте йому назву з малих латинських літер.",
		"“{name}” is a copy that a shared folder (OneDrive, Google Drive, Dropbox) or the Explorer has left: two people changed one text at once, or it was copied. It does not get on the site",
		"Compare it with “{original}”, carry over what is needed and delete the copy. If it is a new item, give it a name of small Latin letters.",
	},
}
