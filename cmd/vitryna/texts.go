package main

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// texts are what the command itself says, in Ukrainian and in English. What is wrong with content stands in the catalogue of package
// problem.
var texts = map[string][2]string{
	"about":         {"Вітрина: із теки з текстами робить сайт центру", "Vitryna: turns a folder of texts into the site of a centre"},
	"use":           {"vitryna [КОМАНДА]", "vitryna [COMMAND]"},
	"use site":      {"[САЙТ]", "[SITE]"},
	"build":         {"Зібрати сайт у теку public", "Build the site into the folder public"},
	"serve":         {"Показати сайт у браузері й оновлювати сторінку після кожної зміни", "Show the site in a browser and reload it after every change"},
	"check":         {"Знайти все, на що варто звернути увагу: помилки, посилання, приватність", "Find everything worth attention: errors, links, privacy"},
	"version":       {"Показати версію програми", "Show the version of the program"},
	"help":          {"Довідка про команду", "Help about a command"},
	"completion":    {"Підказки для командного рядка", "Completion for the shell"},
	"flag help":     {"довідка", "help"},
	"flag lang":     {"`МОВА` повідомлень: uk або en", "`LANGUAGE` of messages: uk or en"},
	"flag out":      {"`ТЕКА` для готового сайту (якщо не вказано — public у теці сайту)", "`FOLDER` for the finished site (by default, public in the site's folder)"},
	"flag base-url": {"`АДРЕСА` сайту в інтернеті, замість тієї, що в site.yaml", "`ADDRESS` of the site on the web, in place of that in site.yaml"},
	"flag strict":   {"не збирати, якщо є попередження", "do not build if there are warnings"},
	"flag drafts":   {"показати й чернетки", "show drafts as well"},
	"flag now":      {"`ДЕНЬ`, станом на який показати сайт: 2026-09-01", "the `DAY` of the build: 2026-09-01"},
	"flag jobs":     {"`СКІЛЬКИ` сторінок робити одночасно (якщо не вказано — скільки може комп’ютер)", "the `NUMBER` of pages to make at once (by default, as many as the computer can)"},
	"flag no-cache": {"не брати нічого з попередніх збирань і нічого не зберігати для наступних", "take nothing from earlier builds and keep nothing for later ones"},
	"flag verify":   {"зробити все наново й порівняти зі збереженим від попередніх збирань", "make everything anew and compare it with what earlier builds have kept"},
	"flag port":     {"`ПОРТ`, на якому відкрити сайт", "`PORT` to serve on"},
	"flag no-open":  {"не відкривати браузер", "do not open the browser"},
	"flag format":   {"`ФОРМАТ` повідомлень: text, json або github", "`FORMAT` of the messages: text, json or github"},

	"auction":        {"Закрити оприлюднений аукціон або перевірити його за audit.json", "Close a published auction, or check one from its audit.json"},
	"auction close":  {"Записати, з чого зроблено оприлюднені результати (closed.yaml)", "Write down what published results are made of (closed.yaml)"},
	"auction verify": {"Порахувати аукціон заново за його audit.json і порівняти", "Compute an auction again from its audit.json and compare"},
	"use close":      {"АУКЦІОН [САЙТ]", "AUCTION [SITE]"},
	"use verify":     {"ФАЙЛ", "FILE"},

	"default":   {" (якщо не вказано — %s)", " (by default, %s)"},
	"usage":     {"Як викликати", "Usage"},
	"commands":  {"Команди", "Commands"},
	"flags":     {"Параметри", "Flags"},
	"global":    {"Спільні параметри", "Global flags"},
	"more help": {"Докладніше про команду: vitryna КОМАНДА --help", "More about a command: vitryna COMMAND --help"},

	"unknown command":      {"команди «%s» немає. Усі команди покаже vitryna --help", "there is no command %q. vitryna --help shows all commands"},
	"unknown command near": {"команди «%s» немає. Можливо, ви мали на увазі «%s»?", "there is no command %q. Did you mean %q?"},
	"unknown flag":         {"параметра «%s» немає. Усі параметри покаже --help", "there is no flag %q. --help shows all flags"},
	"flag value missing":   {"після параметра «--%s» має стояти значення", "the flag --%s needs a value"},
	"flag value":           {"значення «%s» не підходить для параметра «--%s»", "the value %q does not fit the flag --%s"},
	"flag wrong":           {"параметри записано неправильно: %v", "the flags are wrong: %v"},
	"one site":             {"зайве слово «%s»: команда приймає одну теку сайту", "extra word %q: the command takes one folder of a site"},
	"needless":             {"зайве слово «%s»", "extra word %q"},
	"no folder":            {"теки «%s» немає", "there is no folder %q"},
	"wrong day":            {"«%s» — не дата. Напишіть 2026-09-01 або 2026-09-01T10:00:00+03:00", "%q is not a date. Write 2026-09-01 or 2026-09-01T10:00:00+03:00"},
	"wrong lang":           {"мови «%s» немає: є uk і en", "there is no language %q: there are uk and en"},
	"wrong jobs":           {"сторінки не можна робити по %d: напишіть число від 1", "pages cannot be made %d at once: write a number from 1"},
	"wrong format":         {"формату «%s» немає: є text, json і github", "there is no format %q: there are text, json and github"},
	"wrong base":           {"«%s» — не адреса сайту. Напишіть її без «?» і «#», наприклад https://example.org", "%q is not the address of a site. Write it without ? and #, https://example.org, for example"},
	"interrupted":          {"зупинено", "stopped"},
	"building":             {"Збираю сторінки", "Building pages"},

	"built": {
		"Зібрано %s за %s%s: %s",
		"Built %s in %s%s: %s",
	},
	"changed":     {"змінено %s, вилучено %s", "%s changed, %s deleted"},
	"differs":     {"збережене від попередніх збирань відрізняється від зробленого наново: %d. Сайт зібрано з нового; повідомте, будь ласка, розробників", "%d results kept from earlier builds differ from those made anew. The site was built with the new ones; please tell the developers"},
	"not built":   {"Сайт не зібрано: %s. Тека %s лишилася, як була.", "The site was not built: %s. The folder %s is as it was."},
	"checked":     {"Перевірено %s: %s", "Checked %s: %s"},
	"all well":    {"усе гаразд", "all is well"},
	"drafts left": {" (ще %s у чернетках)", " (and %s in drafts)"},

	"pdf":          {"Зробити з посібника PDF за допомогою встановленого Chrome, Edge або Chromium", "Make a PDF of a manual with an installed Chrome, Edge or Chromium"},
	"use manual":   {"ПОСІБНИК", "MANUAL"},
	"flag pdf out": {"`ФАЙЛ`, у який записати (якщо не вказано — <посібник>.pdf у поточній теці)", "`FILE` to write (by default, <manual>.pdf in this folder)"},
	"which manual": {"назвіть посібник: vitryna pdf НАЗВА-ТЕКИ", "name the manual: vitryna pdf FOLDER-NAME"},
	"no manual":    {"посібника «%s» з розділами на сайті немає", "the site has no manual %q with chapters"},
	"no manual near": {
		"посібника «%s» з розділами на сайті немає. Можливо, ви мали на увазі «%s»?",
		"the site has no manual %q with chapters. Did you mean %q?",
	},
	"no browser": {
		"PDF робить браузер, а ні Chrome, ні Edge, ні Chromium на цьому комп’ютері не знайдено.\nВстановіть один із них або відкрийте сторінку /%s, натисніть Ctrl+P і виберіть «Зберегти як PDF».\nЯкщо браузер є, назвіть його у змінній VITRYNA_BROWSER",
		"a browser makes the PDF, and neither Chrome nor Edge nor Chromium is found on this computer.\nInstall one of them, or open the page /%s, press Ctrl+P and choose “Save as PDF”.\nIf there is a browser, name it in the variable VITRYNA_BROWSER",
	},
	"wrong browser": {"змінна VITRYNA_BROWSER називає браузер «%s», а такого файлу немає", "the variable VITRYNA_BROWSER names the browser %q, and there is no such file"},
	"browser failed": {
		"браузер «%s» не зробив PDF: %s\nВідкрийте сторінку /%s, натисніть Ctrl+P і виберіть «Зберегти як PDF»",
		"the browser %q made no PDF: %s\nOpen the page /%s, press Ctrl+P and choose “Save as PDF”",
	},
	"browser silent": {"файл не з’явився", "the file did not appear"},
	"pdf not made":   {"PDF не зроблено: %s.", "The PDF was not made: %s."},
	"pdf made":       {"Зроблено %s (%d КБ)", "Made %s (%d KB)"},

	"pack":                {"Запакувати сайт в архів для флешки чи месенджера", "Pack the site into a zip for a USB stick or a messenger"},
	"flag pack out":       {"`ФАЙЛ` архіву (якщо не вказано — <сайт>-<день>.zip у поточній теці)", "`FILE` of the archive (by default, <site>-<day>.zip in this folder)"},
	"flag since":          {"записати лише нове й змінене проти цього `АРХІВУ`", "write only what is new or changed since this `ARCHIVE`"},
	"flag without-larger": {"не брати файлів для завантаження, більших за стільки `МЕГАБАЙТІВ`", "leave out files for download larger than so many `MEGABYTES`"},
	"wrong largest":       {"файлів розміром %d МБ не буває: напишіть число від 1", "no file has %d MB: write a number from 1"},
	"out own folder":      {"сайт не можна зібрати в теку «%s»: вона перетинається з %s, з чого його роблять. Назвіть у --out іншу, наприклад public", "the site cannot be built in %q: that overlaps with %s, of which the site is made. Name another folder in --out, such as public"},
	"out own file":        {"файл «%s» ліг би в теку %s, з якої роблять сайт. Назвіть у --out місце поза нею", "the file %q would lie in %s, of which the site is made. Name a place outside of it in --out"},
	"out no file":         {"«%s» — тека. Назвіть у --out файл", "%q is a folder. Name a file in --out"},
	"out foreign":         {"файл «%s» зробила не ця команда, тому вона його не замінить. Перенесіть його або назвіть у --out інший", "the file %q was not made by this command, which therefore does not replace it. Move it, or name another one in --out"},
	"no old":              {"архіву «%s» немає або його не можна прочитати", "there is no archive %q, or it cannot be read"},
	"old is out":          {"архів «%s» не можна замінити змінами до нього самого: назвіть у --out інший файл", "the archive %q cannot be replaced by the changes since it: name another file in --out"},
	"old damaged":         {"архів «%s» пошкоджено або це не zip. Візьміть цілий або запакуйте все, без --since", "the archive %q is damaged, or no zip. Take a whole one, or pack everything without --since"},
	"old foreign":         {"в архіві «%s» немає переліку SHA256SUMS.txt: його зробила не Вітрина. Запакуйте все, без --since", "the archive %q has no list SHA256SUMS.txt: Vitryna did not make it. Pack everything without --since"},
	"not packed":          {"Архів не зроблено: %s.", "The archive was not made: %s."},
	"packed":              {"Запаковано %s: %s, %s за %s", "Packed %s: %s, %s in %s"},
	"pack removed":        {"Зникло з часу старої копії: %s, перелік у файлі %s", "Gone since the older copy: %s, listed in the file %s"},
	"pack absent":         {"Завеликі й не ввійшли: %s", "Too large and left out: %s"},

	"trouble full":    {"на диску немає місця. Звільніть його й повторіть: те, що було готове, лишилося цілим", "the disk is full. Make room and repeat: what was finished is whole"},
	"trouble locked":  {"на цей диск не можна писати: %v. Виберіть іншу теку (--out)", "this disk cannot be written to: %v. Choose another folder (--out)"},
	"trouble denied":  {"немає права писати або читати: %v", "no right to write or read: %v"},
	"trouble open":    {"файл %s відкрито в іншій програмі: закрийте її й повторіть", "the file %s is open in another program: close it there and repeat"},
	"trouble absent":  {"теки «%s» немає. Створіть її, під’єднайте диск, на якому вона лежить, або назвіть іншу (--out)", "there is no folder %q. Make it, connect the disk on which it lies, or name another (--out)"},
	"trouble busy":    {"цю теку саме записує інше збирання. Зачекайте, доки воно закінчиться", "another build is writing to this folder. Wait until it ends"},
	"trouble folder":  {"на місці теки «%s» лежить файл. Перенесіть його або виберіть іншу теку (--out)", "a file stands in the place of the folder %q. Move it, or choose another folder (--out)"},
	"trouble keep":    {"на місці теки «%s», де зберігаються попередні версії текстів, лежить файл або посилання. Нічого не змінено. Перенесіть його чи дайте йому іншу назву й повторіть", "a file or a link stands in the place of the folder %q, where earlier versions of texts are kept. Nothing has been changed. Move or rename it, and repeat"},
	"trouble foreign": {"на місці «%s» лежить те, чого Вітрина не створювала. Перенесіть його або виберіть іншу теку (--out)", "something that Vitryna did not make stands in the place of %q. Move it, or choose another folder (--out)"},
	"trouble case":    {"дві сторінки відрізнялися б лише великими літерами: «%s» і «%s»", "two files would differ in capital letters only: %q and %q"},
	"trouble name":    {"файл із назвою «%s» не можна створити на всіх комп’ютерах. Перейменуйте сторінку", "a file named %q cannot be made on every computer. Rename the page"},
	"trouble port":    {"порт %[1]d зайнятий, мабуть, іншою Вітриною. Закрийте її або додайте --port %[2]d", "port %[1]d is taken, perhaps by another Vitryna. Close it, or add --port %[2]d"},
	"port denied":     {"система не дозволяє відкрити порт %[1]d: він потребує прав адміністратора або зарезервований. Додайте --port %[2]d", "the system does not let port %[1]d be opened: it needs an administrator’s rights, or is reserved. Add --port %[2]d"},
	"port closed":     {"порт %[1]d не вдалося відкрити: %[2]v", "port %[1]d could not be opened: %[2]v"},
	"wrong port":      {"порту %d не буває: напишіть число від 1 до 65535, наприклад --port 1415", "there is no port %d: write a number from 1 to 65535, such as --port 1415"},
	"trouble":         {"щось пішло не так: %v", "something went wrong: %v"},
	"serving":         {"Сайт відкрито: %s\nЗупинити — Ctrl+C", "The site is open at %s\nCtrl+C stops it"},
	"version line":    {"Вітрина %s (%s)", "Vitryna %s (%s)"},
	"version unknown": {"без номера версії", "without a version number"},
}

// say is a text in the user's language.
func (p *program) say(key string) string {
	text := texts[key]
	for _, part := range textParts {
		if t, ok := part[key]; ok {
			text = t
		}
	}
	if p.lang == "en" {
		return text[1]
	}
	return text[0]
}

// flagError says what is wrong with a flag.
func (p *program) flagError(err error) error {
	var (
		unknown *pflag.NotExistError
		missing *pflag.ValueRequiredError
		value   *pflag.InvalidValueError
	)
	switch {
	case errors.As(err, &unknown):
		name := "--" + unknown.GetSpecifiedName()
		if len(unknown.GetSpecifiedName()) == 1 {
			name = name[1:]
		}
		return callError{fmt.Sprintf(p.say("unknown flag"), name)}
	case errors.As(err, &missing):
		return callError{fmt.Sprintf(p.say("flag value missing"), missing.GetSpecifiedName())}
	case errors.As(err, &value):
		return callError{fmt.Sprintf(p.say("flag value"), value.GetValue(), value.GetFlag().Name)}
	}
	return callError{fmt.Sprintf(p.say("flag wrong"), err)}
}

// flagLines lists flags as Cobra does, but with columns counted in letters, not in bytes.
func (p *program) flagLines(set *pflag.FlagSet) string {
	var names, meanings []string
	width := 0
	set.VisitAll(func(f *pflag.Flag) {
		argument, meaning := pflag.UnquoteUsage(f)
		name := "      --" + f.Name
		if f.Shorthand != "" {
			name = "  -" + f.Shorthand + ", --" + f.Name
		}
		if f.Value.Type() != "bool" {
			name += " " + argument
			if f.DefValue != "" && f.DefValue != "0" {
				meaning += fmt.Sprintf(p.say("default"), f.DefValue)
			}
		}
		names, meanings = append(names, name), append(meanings, meaning)
		width = max(width, utf8.RuneCountInString(name))
	})
	var b strings.Builder
	for i, name := range names {
		b.WriteString(name + strings.Repeat(" ", width-utf8.RuneCountInString(name)+3) + meanings[i] + "\n")
	}
	return b.String()
}

// translate puts Cobra's own words into the user's language.
func (p *program) translate(root *cobra.Command) {
	cobra.AddTemplateFunc("flags", p.flagLines)
	root.SetUsageTemplate(p.say("usage") + `:
  {{.UseLine}}{{if .HasAvailableSubCommands}}

` + p.say("commands") + `:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

` + p.say("flags") + `:
{{flags .LocalFlags | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}

` + p.say("global") + `:
{{flags .InheritedFlags | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableSubCommands}}

` + p.say("more help") + `{{end}}
`)
	root.SetHelpCommand(&cobra.Command{Use: "help", Hidden: true, Short: p.say("help"), RunE: func(c *cobra.Command, _ []string) error { return c.Root().Help() }})
	root.CompletionOptions.HiddenDefaultCmd = true
	root.InitDefaultHelpFlag()
	for _, c := range append(root.Commands(), root) {
		c.InitDefaultHelpFlag()
		c.Flags().Lookup("help").Usage = p.say("flag help")
		c.DisableFlagsInUseLine = true
	}
}
