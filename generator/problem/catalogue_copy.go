package problem

// copyEntries are about the copy of a site for a disk.
var copyEntries = map[string]entry{
	"E-COPY-NAME": { // max: signs of a path; the file is the one of the finished site
		"файл із таким шляхом не розпакується на кожному комп’ютері: він довший за {max:знак/знаки/знаків}, має не лише латинські літери або відрізняється від іншого самими великими літерами",
		"Скоротіть або змініть назву теки чи файлу, з яких його зроблено.",
		"a file with this path cannot be unpacked on every computer: it is longer than {max:sign/signs}, has other than Latin letters, or differs from another in capitals only",
		"Shorten or change the name of the folder or file it is made of.",
	},
}
