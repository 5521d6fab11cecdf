package ukrainian

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

const office = `№;Назва установи;Рік утворення;Сайт
1;Комунальна установа «Центр професійного розвитку педагогічних працівників» Приклад-громади;2021;https://example.org/
2;ЗАКЛАД ОСВІТИ «ПРИКЛАД»;2020;https://example.com/hub
3;Об’єднання вчителів Ґанківської гімназії — їхній сайт…;2022;
`

func TestWindows1251IsRecognised(t *testing.T) {
	for name, text := range map[string]string{
		"table": office, "one word": "Назва\nЛіцей\n", "capitals": "НАЗВА;МІСТО\nПРИКЛАД ДЛЯ ПЕРЕВІРКИ;КИЇВ\n", "Russian": "Название;Город\nЭто подъезд и объявление;Ёлкино\n",
		"Latin": "name;city\nCentre \"Пазл\";Kyiv\n",
	} {
		data := encode(t, charmap.Windows1251, text)
		got, ok := FromWindows1251(data)
		if !ok || got != text {
			t.Errorf("%s: %t\n%s", name, ok, got)
		}
	}
}

func TestOtherEncodingsAreNot(t *testing.T) {
	for name, other := range map[string]*charmap.Charmap{"KOI8-U": charmap.KOI8U, "866": charmap.CodePage866, "ISO 8859-5": charmap.ISO8859_5} {
		text := strings.NewReplacer("«", "", "»", "", "№", "", "’", "", "—", "", "…", "", "і", "и", "І", "И", "ї", "и", "Ї", "И", "Ґ", "Г").Replace(office)
		text = strings.ReplaceAll(text, "є", "е")
		if got, ok := FromWindows1251(encode(t, other, text)); ok {
			t.Errorf("%s was taken for Windows-1251:\n%s", name, got)
		}
	}
	for name, text := range map[string]string{
		"Western": "na\xefve;caf\xe9;d\xe9j\xe0 vu;Stra\xdfe;r\xe9sum\xe9", "control signs": "\xcd\xe0\xe7\xe2\xe0\x00\x01", "undefined": "\x98\x98\x98", "bytes": "\xff\xd8\xff\xe0\x10JFIF",
		"ASCII": "name,city\n",
	} {
		if got, ok := FromWindows1251([]byte(text)); ok {
			t.Errorf("%s was taken for Windows-1251: %q", name, got)
		}
	}
}

func encode(t *testing.T, e encoding.Encoding, text string) []byte {
	t.Helper()
	data, err := e.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return []byte(data)
}
