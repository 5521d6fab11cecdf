package render

import (
	"strings"
	"testing"
)

func TestTongue(t *testing.T) {
	for text, want := range map[string]string{
		`<h1>Creative teachers: математика</h1>`:                            `<h1>Creative teachers: <span lang="uk">математика</span></h1>`,
		`<li><a href="x"><span>інформатика</span> <span>3</span></a></li>`:  `<li><a href="x"><span lang="uk">інформатика</span> <span>3</span></a></li>`,
		`<p>Source: Презентація практики, 2020</p>`:                         `<p>Source: <span lang="uk">Презентація практики</span>, 2020</p>`,
		`<p>Презентація практики, 2020</p>`:                                 `<p lang="uk">Презентація практики, 2020</p>`,
		`<p>Батьківський hub «Пазл»</p>`:                                    `<p lang="uk">Батьківський hub «Пазл»</p>`,
		`<p>The “Пазл” hub and the «Діти» room</p>`:                         `<p>The <span lang="uk">“Пазл”</span> hub and the <span lang="uk">«Діти»</span> room</p>`,
		`<p>Text &amp; Текст&nbsp;&amp; слово</p>`:                          `<p>Text &amp; <span lang="uk">Текст&nbsp;&amp; слово</span></p>`,
		`<p lang="uk">Текст <em>дальший</em> і кінець</p><p>Далі</p>`:       `<p lang="uk">Текст <em>дальший</em> і кінець</p><p lang="uk">Далі</p>`,
		`<p><img src="x" alt="Дім"><img src="y" alt="The Дім">x</p>`:        `<p><img lang="uk" src="x" alt="Дім"><img src="y" alt="The Дім">x</p>`,
		`<p lang="uk"><img src="x" alt="Дім"></p><hr/>`:                     `<p lang="uk"><img src="x" alt="Дім"></p><hr/>`,
		`<p lang="en">Текст</p>`:                                            `<p lang="en"><span lang="uk">Текст</span></p>`,
		`<p>Текст<br>другий <img src="x" alt="a > b"> English</p>`:          `<p><span lang="uk">Текст</span><br><span lang="uk">другий</span> <img src="x" alt="a > b"> English</p>`,
		`<svg><text x="1">Рік one two</text><text>Рік</text></svg>`:         `<svg><text x="1"><tspan lang="uk">Рік</tspan> one two</text><text lang="uk">Рік</text></svg>`,
		`<select><option value="x">All of Київ</option></select>`:           `<select><option value="x" lang="uk">All of Київ</option></select>`,
		`<script>"Текст"</script><!-- Текст --><p title="Текст">x</p>`:      `<script>"Текст"</script><!-- Текст --><p title="Текст">x</p>`,
		`<a href="../" hreflang="uk" lang="uk">Українською</a><p>plain</p>`: `<a href="../" hreflang="uk" lang="uk">Українською</a><p>plain</p>`,
		`<p>Рівень</b></i><p>Кінець`:                                        `<p><span lang="uk">Рівень</span></b></i><p><span lang="uk">Кінець</span>`,
	} {
		const head = `<!doctype html><html lang="en"><head><title>Текст</title></head><body>`
		if got := strings.TrimPrefix(string(tongue([]byte(head+text))), head); got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
		if tongue([]byte(`<html lang="uk"><body>`+text)) != nil {
			t.Errorf("%s was touched on a Ukrainian page", text)
		}
	}
}
