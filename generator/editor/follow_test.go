package editor

import (
	"encoding/binary"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

// TestRename: an item gets another address, the old one leads there, and so do the links and references of others.
func TestRename(t *testing.T) {
	d, load := newDesk(t, map[string]string{
		"content/news/stara/index.md":   item("Стара", "Дивіться [нас](../susid/index.md).\n"),
		"content/news/susid/index.md":   item("Сусід", "Є [стара](../stara/index.md#chastyna), ![знак](../stara/znak.svg) і [вона](../stara/index.md).\n"),
		"content/pages/proba/index.md":  item("Сторінка", "[Новина](../../news/stara/index.md)\n"),
		"content/news/stara/rozdil.txt": "x",
	})
	r, why := ask[renameReply](t, d, "rename", object{"file": "content/news/stara/index.md", "id": "nova"})
	if why != "" || r.Opened == nil || r.File != "content/news/nova/index.md" || len(r.Changed) != 2 || len(r.Left) != 0 {
		t.Fatalf("%s %+v", why, r)
	}
	if got := d.holds(t, "content/news/nova/index.md"); !strings.Contains(got, "Старі адреси: [/news/stara/]\n") || !strings.Contains(got, "](../susid/index.md)") {
		t.Errorf("%s", got)
	}
	if got := d.holds(t, "content/news/susid/index.md"); !strings.Contains(got, "[стара](../nova/index.md#chastyna)") || !strings.Contains(got, "[вона](../nova/index.md)") {
		t.Errorf("%s", got)
	}
	if got := d.holds(t, "content/pages/proba/index.md"); !strings.Contains(got, "](../../news/nova/index.md)") {
		t.Errorf("%s", got)
	}
	if _, why := ask[renameReply](t, d, "rename", object{"file": "content/news/nova/index.md", "id": "druha"}); why != "loading" {
		t.Errorf("before the site is read again: %q", why)
	}
	load()
	for id, want := range map[string]string{"Нова": "plain id", "../x": "plain id", "": "no id", "…": "no id", "susid": "there", "nova": "same name"} {
		if _, why := ask[renameReply](t, d, "rename", object{"file": "content/news/nova/index.md", "id": id}); why != want {
			t.Errorf("%s: %q, want %q", id, why, want)
		}
	}
}

// TestRenameInSettings: what site.yaml names keeps its place in the menu and on the page of transparency; nothing else in the file becomes another.
func TestRenameInSettings(t *testing.T) {
	d, load := newDesk(t, map[string]string{
		"content/pages/proba/index.md":    item("Сторінка", "Текст.\n"),
		"content/documents/plan/index.md": "---\nНазва: План\nЧернетка: так\nКоротко: План на рік.\nВид документа: план\nОрган, що видав: центр\nДата документа: 2026-01-05\nЗаголовок: План\n---\nТекст.\n",
	})
	settings := siteFile + "# proba\nmenu: [pages/proba-2, news, /pages/proba/, \"pages/proba\"]\nПрозорість:\n  plan: plan\n"
	for _, step := range []struct{ file, id, was, now string }{
		{"content/pages/proba/index.md", "insha", `/pages/proba/, "pages/proba"`, `/pages/insha/, "pages/insha"`},
		{"content/documents/plan/index.md", "richnyi", "plan: plan", "plan: richnyi"},
	} {
		put(t, d.Folder, "content/site.yaml", settings)
		load()
		r, why := ask[renameReply](t, d, "rename", object{"file": step.file, "id": step.id})
		if why != "" || len(r.Left) > 0 || !slices.Equal(r.Changed, []string{"content/site.yaml"}) {
			t.Errorf("%s: %s %+v", step.id, why, r)
		}
		settings = strings.Replace(settings, step.was, step.now, 1)
		if got := d.holds(t, "content/site.yaml"); got != settings {
			t.Errorf("%s:\n%s", step.id, got)
		}
	}
}

// TestRenameInTables: the cells of a table that name what has moved, or what lives in it, name it where it is; nothing else in the table changes, and what is
// no text of ours is told.
func TestRenameInTables(t *testing.T) {
	table := "\ufeffId;Робота;Місце;Заклад\r\na;manuals/m;I;Ліцей № 1\r\nb;\"m\";II;Гімназія m\r\nc;manuals/m-druhyi;III;Ліцей\r\n"
	wide := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune("Робота\tМісце\tЗаклад\nmanuals/m\tI\tЛіцей\n")) {
		wide = binary.LittleEndian.AppendUint16(wide, u)
	}
	d, _ := newDesk(t, map[string]string{
		"content/manuals/m/index.md":          item("Посібник", "Текст.\n"),
		"content/manuals/m/01-vstup.md":       "---\nНазва: Вступ\n---\nТекст.\n",
		"content/manuals/m-druhyi/index.md":   item("Другий посібник", "Текст.\n"),
		"content/contests/proba/index.md":     item("Конкурс", "Текст.\n"),
		"content/contests/proba/winners.csv":  table,
		"content/contests/druhyi/index.md":    item("Інший конкурс", "Текст.\n"),
		"content/contests/druhyi/winners.csv": string(wide),
	})
	r, why := ask[renameReply](t, d, "rename", object{"file": "content/manuals/m/index.md", "id": "novyi"})
	if why != "" || !slices.Equal(r.Changed, []string{"content/contests/proba/winners.csv"}) || !slices.Equal(r.Left, []string{"content/contests/druhyi/winners.csv"}) {
		t.Fatalf("%s %+v", why, r)
	}
	want := strings.NewReplacer("manuals/m;", "manuals/novyi;", `"m"`, `"novyi"`).Replace(table)
	if got := d.holds(t, "content/contests/proba/winners.csv"); got != want {
		t.Errorf("%q", got)
	}
}

// TestRenameAboveOthers: what names an item by the one it lives in follows that one, too.
func TestRenameAboveOthers(t *testing.T) {
	d, load := newDesk(t, map[string]string{
		"content/showcases/vitryna/index.md":              item("Вітрина", "Текст.\n"),
		"content/showcases/vitryna/exhibits/hra/index.md": item("Гра", "Текст.\n"),
		"content/contests/proba/index.md":                 item("Конкурс", "Текст.\n"),
		"content/contests/proba/winners.csv":              "Робота,Місце,Заклад\nshowcases/vitryna/hra,I,Ліцей\nvitryna/hra,II,Гімназія\n",
		"content/stations/stantsiia/index.md":             strings.Replace(item("Станція", "Текст.\n"), "Дата: 2026-10-01", "Маршрут: [{Назва: Крок, Експонат: vitryna/hra}]", 1),
	})
	load()
	if r, why := ask[renameReply](t, d, "rename", object{"file": "content/showcases/vitryna/index.md", "id": "nova"}); why != "" || len(r.Left) != 0 {
		t.Fatalf("%s %+v", why, r)
	}
	if got := d.holds(t, "content/contests/proba/winners.csv"); got != "Робота,Місце,Заклад\nshowcases/nova/hra,I,Ліцей\nnova/hra,II,Гімназія\n" {
		t.Errorf("%q", got)
	}
	if got := d.holds(t, "content/stations/stantsiia/index.md"); !strings.Contains(got, "nova/hra") {
		t.Errorf("%s", got)
	}
	load()
	if _, why := ask[renameReply](t, d, "rename", object{"file": "content/showcases/nova/exhibits/hra/index.md", "id": "doshka"}); why != "" {
		t.Fatal(why)
	}
	if got := d.holds(t, "content/contests/proba/winners.csv"); got != "Робота,Місце,Заклад\nshowcases/nova/doshka,I,Ліцей\nnova/doshka,II,Гімназія\n" {
		t.Errorf("%q", got)
	}
}

// TestRenameOfAnAuthor: a field that takes words or an item follows the item.
func TestRenameOfAnAuthor(t *testing.T) {
	d, _ := newDesk(t, map[string]string{
		"content/partners/liha/index.md": strings.Replace(item("Ліга", "Текст.\n"), "Дата: 2026-10-01", "Вид партнера: громадська організація", 1),
		"content/news/vid/index.md":      strings.Replace(item("Новина", "Текст.\n"), "Дата: 2026-10-01", "Дата: 2026-10-01\nАвтор: partners/liha", 1),
		"content/news/slova/index.md":    strings.Replace(item("Інша", "Текст.\n"), "Дата: 2026-10-01", "Дата: 2026-10-01\nАвтор: partners/liha-inshykh", 1),
	})
	if r, why := ask[renameReply](t, d, "rename", object{"file": "content/partners/liha/index.md", "id": "nova-liha"}); why != "" || len(r.Changed) != 1 {
		t.Fatalf("%s %+v", why, r)
	}
	if got := d.holds(t, "content/news/vid/index.md"); !strings.Contains(got, "Автор: partners/nova-liha\n") {
		t.Errorf("%s", got)
	}
}
