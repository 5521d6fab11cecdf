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
	"full":    {"Відкрито забагато вкладок.\n", "Too many tabs are open.\n"},

	"log loaded":  {"Оновлено за %s: помилок %d, попереджень %d", "Loaded in %s: errors %d, warnings %d"},
	"log failed":  {"Сайт не зібрано: %s", "The site did not load: %s"},
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
	WatchLimited             // some folders are looked through by time only: Err
	Refused                  // a request with a foreign Host or Origin: Path names it
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
	case WatchLimited:
		return fmt.Sprintf(say(lang, "log limited"), err)
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
