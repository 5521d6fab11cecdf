package serve

import (
	"fmt"
	"strings"
	"time"
)

// words are the server's own sentences. What is wrong in the content is said by
// package problem; these tell of the server itself.
var words = map[string]struct{ uk, en string }{
	"not loaded":   {"Зміни поки що не видно: сайт не вдалося зібрати. Показано попередній вигляд", "The changes are not shown yet: the site did not load. You see it as it was before"},
	"not rendered": {"Цю сторінку не вдалося показати. Ви бачите її попередній вигляд", "This page could not be made. You see it as it was before"},
	"mend":         {"Виправте названий файл і збережіть його: сторінка оновиться сама.", "Mend the file that is named and save it: the page updates by itself."},

	"loading title": {"Сайт відкривається…", "The site is opening…"},
	"loading":       {"Ще мить: сторінка з’явиться сама.", "One moment: the page appears by itself."},
	"broken title":  {"Сайт поки що не відкривається", "The site does not open yet"},
	"broken":        {"Причину названо нижче. Усуньте її та збережіть файл: сторінка відкриється сама.", "The reason is given below. Mend it and save the file: the page opens by itself."},
	"page title":    {"Цю сторінку поки що не видно", "This page does not open yet"},
	"missing title": {"Такої сторінки немає", "Page not found"},
	"missing":       {"Перевірте адресу або перейдіть на головну сторінку.", "Check the address or go to the home page."},
	"home":          {"На головну", "Home"},

	"foreign": {"Перегляд відкривається лише на цьому комп’ютері, за адресою http://localhost із номером порту.\n", "The preview opens on this computer only, at http://localhost with its port.\n"},
	"method":  {"Перегляд лише показує сторінки.\n", "The preview only shows pages.\n"},
	"token":   {"Сторінка вже не чинна. Оновіть її.\n", "The page is out of date. Reload it.\n"},
	"form":    {"Цього сторінка не приймає.\n", "The page does not take this.\n"},
	"failed":  {"Не вдалося: у програмі сталася помилка, про неї сказано в її вікні. Написане тут не зникло: спробуйте ще раз.\n", "It failed: an error in the program, of which its window tells. What you wrote is still here: try again.\n"},
	"full":    {"Відкрито забагато вкладок.\n", "Too many tabs are open.\n"},

	"guest title":      {"Щоб побачити сайт, відскануйте код", "To see the site, scan the code"},
	"guest lead":       {"Код показано на екрані того, хто пише сайт. Наведіть на нього камеру телефона або введіть його цифри.", "The code is on the screen of whoever writes the site. Point the camera of your phone at it, or type its digits."},
	"guest field":      {"Код", "Code"},
	"guest hint":       {"Дев’ять цифр. Код діє кілька хвилин і впускає один раз.", "Nine digits. A code is good for some minutes, once."},
	"guest open":       {"Відкрити сайт", "Open the site"},
	"guest wrong":      {"Цей код не підійшов: він неправильний, уже використаний або застарів. Попросіть новий.", "This code does not open: it is wrong, used or too old. Ask for a new one."},
	"guest soon":       {"Зачекайте пів хвилини й спробуйте ще.", "Wait half a minute and try again."},
	"guest withdrawn":  {"Забагато неправильних кодів. Попросіть новий.", "Too many wrong codes. Ask for a new one."},
	"guest full":       {"Забагато гостей водночас. Спробуйте згодом.", "Too many guests at once. Try later."},
	"guest foreign":    {"Перегляд відкривається лише за адресою, яку показано авторові.\n", "The preview opens only at the address that its author is shown.\n"},
	"guest wait title": {"Зачекайте", "Wait a moment"},
	"guest wait":       {"Автор саме виправляє матеріали. Сторінка з’явиться сама.", "The author is mending the content. The page appears by itself."},

	"lan title":    {"Сайт на телефоні", "The site on a phone"},
	"lan lead":     {"Телефон або інший комп’ютер у тій самій мережі зможе читати сайт і бачитиме ваші зміни. Змінити він нічого не може.", "A phone or another computer on the same network can read the site, and sees your changes. It can change nothing."},
	"lan scan":     {"Наведіть камеру телефона на цей код. Він впускає один раз і діє до %s.", "Point the phone’s camera at this code. It opens once, and until %s."},
	"lan type":     {"Або відкрийте на ньому %s і введіть код:", "Or open %s there, and type the code:"},
	"lan qr":       {"Код для камери", "Code for a camera"},
	"lan used":     {"Чинного коду зараз немає: його використано, або він застарів.", "No code is good now: it was used, or is too old."},
	"lan again":    {"Новий код", "New code"},
	"lan inside":   {"Гостей зараз: %d", "Guests now: %d"},
	"lan shut":     {"Завершити перегляд для всіх гостей", "End the stay of all guests"},
	"lan open air": {"У мережі сторінки йдуть незашифрованими: той, хто слухає мережу, може прочитати їх і назватися вашим гостем. Чужої мережі (кав’ярня, вокзал) для цього не беріть.", "On the network the pages travel unencrypted: who listens there can read them, and pass for your guest. Do not use a network of strangers (a café, a station) for this."},
	"lan home":     {"До сайту", "To the site"},

	"log guest":   {"Гостя впущено, його адреса %s. Код більше не діє", "A guest came in from %s. The code is void now"},
	"log guessed": {"Хтось добирає код (остання спроба з %s), тому чинного коду більше немає", "Somebody guesses the code (the last time from %s), so no code is good any more"},
	"log loaded":  {"Оновлено за %s: помилок %d, попереджень %d", "Loaded in %s: errors %d, warnings %d"},
	"log failed":  {"Сайт не зібрано: %s", "The site did not load: %s"},
	"log ask":     {"Прохання сторінки %s не виконано: %s", "What %s asked was not done: %s"},
	"log render":  {"Сторінку %s не зроблено: %s", "The page %s was not made: %s"},
	"log limited": {"Система не повідомляє про всі зміни, тому перевіряю файли що кілька секунд (%s)", "The system does not tell of every change, so the files are looked through every few seconds (%s)"},
	"log refused": {"Відхилено чужий запит: %s", "A foreign request was refused: %s"},
}

// say is a sentence in a language; Ukrainian unless it is English.
func say(lang, key string) string {
	w, ok := words[key]
	switch {
	case !ok:
		panic("serve: no words for " + key)
	case lang == "en":
		return w.en
	default:
		return w.uk
	}
}

// Kind is what an [Event] tells.
type Kind int

const (
	Loaded       Kind = iota // a snapshot is shown: Build, Elapsed, Errors, Warnings
	LoadFailed               // a load ended with Err; said once for the same error
	RenderFailed             // Path could not be rendered: Err, perhaps a *[Panic]
	AskFailed                // what the page at Path asked could not be done: Err, perhaps a *[Panic]
	WatchLimited             // some folders are looked through by time only: Err
	Refused                  // a request with a foreign Host or Origin: Path names it
	GuestCame                // a code let somebody in; Path is the address
	CodeGuessed              // so many wrong codes came that none is good now; Path is the last one's address
)

// Event is what happened, for the one line that the terminal shows.
type Event struct {
	Kind     Kind
	Build    string
	Elapsed  time.Duration
	Errors   int
	Warnings int
	Path     string
	Err      error
}

// Text is the event in one line, in Ukrainian or ("en") in English.
func (e Event) Text(lang string) string {
	err := ""
	if e.Err != nil {
		err = strings.Join(strings.Fields(e.Err.Error()), " ")
	}
	switch e.Kind {
	case Loaded:
		return fmt.Sprintf(say(lang, "log loaded"), span(lang, e.Elapsed), e.Errors, e.Warnings)
	case LoadFailed:
		return fmt.Sprintf(say(lang, "log failed"), err)
	case RenderFailed:
		return fmt.Sprintf(say(lang, "log render"), e.Path, err)
	case AskFailed:
		return fmt.Sprintf(say(lang, "log ask"), e.Path, err)
	case WatchLimited:
		return fmt.Sprintf(say(lang, "log limited"), err)
	case GuestCame:
		return fmt.Sprintf(say(lang, "log guest"), e.Path)
	case CodeGuessed:
		return fmt.Sprintf(say(lang, "log guessed"), e.Path)
	case Refused:
		return fmt.Sprintf(say(lang, "log refused"), e.Path)
	}
	panic(fmt.Sprintf("serve: unknown kind of event %d", e.Kind))
}

// span is a duration in whole milliseconds.
func span(lang string, d time.Duration) string {
	unit := "мс"
	if lang == "en" {
		unit = "ms"
	}
	return fmt.Sprintf("%d %s", d.Round(time.Millisecond).Milliseconds(), unit)
}
