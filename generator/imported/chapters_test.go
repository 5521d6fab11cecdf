package imported

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestChapters(t *testing.T) {
	front, chapters := Chapters("Передмова[^2].\n\n## Розділ 1. *Вступ* і [межі](https://example.org)[^1]\n\nТекст[^3].\n\n### Мета\n\n#### Глибше\n\n## 2\\. Вправи\n\nРаз[^1].\n\n## 2026 рік\n\n## Додаток А. Анкета\n\nПитання.\n\n## ДОДАТОК\n\n" +
		"[^1]: Перша.\n\n    Далі.\n\n[^2]: Друга.\n\n[^3]: Третя, див.[^4]\n\n[^4]: Четверта.\n")
	if front != "Передмова[^2].\n\n[^2]: Друга.\n" {
		t.Errorf("%q", front)
	}
	want := []Chapter{
		{Title: "Вступ і межі", Markdown: "[^1]\n\nТекст[^3].\n\n## Мета\n\n### Глибше\n\n[^1]: Перша.\n\n    Далі.\n\n[^3]: Третя, див.[^4]\n\n[^4]: Четверта.\n"},
		{Title: "Вправи", Markdown: "Раз[^1].\n\n[^1]: Перша.\n\n    Далі.\n"},
		{Title: "2026 рік"},
		{Title: "Анкета", Appendix: true, Markdown: "Питання.\n"},
		{Title: "ДОДАТОК", Appendix: true},
	}
	if !slices.Equal(chapters, want) {
		t.Errorf("%#v", chapters)
	}
	if _, chapters := Chapters("## Слово до колег\n\n## ВСТУП\n\nТекст.\n\n## Гра\n\n## Подяки\n"); len(chapters) != 4 || !chapters[0].Front || !chapters[1].Front || chapters[3].Front {
		t.Errorf("%+v", chapters)
	}
	for text, want := range map[string]string{
		"## Гра\n\n## ВИСНОВКИ\n\n## Додаток А. Анкета\n\n## Список використаних джерел\n": "false true false true",
		"## Висновки\n\n## Гра\n\n## Рекомендована література\n":                           "false false true",
		"## Гра\n\n## Літературна гра\n":                                                   "false false",
		"## Гра\n\n## Загальні висновки та поради\n\n## Література\n":                      "false true true",
	} {
		var got []string
		_, chapters := Chapters(text)
		for _, c := range chapters {
			got = append(got, fmt.Sprint(c.Closing))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %v, want %s", text, got, want)
		}
	}
	if front, chapters := Chapters("Лише текст.\n"); front != "Лише текст.\n" || chapters != nil {
		t.Errorf("%q, %+v", front, chapters)
	}
	for heading, title := range map[string]string{"РОЗДІЛ ІІ. ПРАКТИКА": "ПРАКТИКА", "Розділ 3": "Розділ 3", "Тема 4 — Гра": "Гра", "Тематика занять": "Тематика занять", "1.2 Далі": "1.2 Далі", "Зірка \\* і &lt;знак&gt;": "Зірка * і <знак>"} {
		if _, got := Chapters("## " + heading + "\n"); len(got) != 1 || got[0].Title != title {
			t.Errorf("%q: %+v", heading, got)
		}
	}
}
