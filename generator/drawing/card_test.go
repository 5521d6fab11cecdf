package drawing

import (
	"bytes"
	"image/png"
	"strings"
	"testing"
)

var someCard = Card{Title: "Ґанок, їжак і п’ять «агентів змін»: досвід № 1", Kind: "проєкт", Site: "Центр — приклад"}

func drawn(t testing.TB, c *Cards, card Card) []byte {
	t.Helper()
	data, err := c.Draw(card)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestCard(t *testing.T) {
	for name, card := range map[string]Card{
		"usual": someCard, "empty": {}, "long": {Title: strings.Repeat("Положення про порядок проведення ", 30), Kind: strings.Repeat("документ ", 20), Site: strings.Repeat("Назва центру ", 20)},
		"one word": {Title: strings.Repeat("довгеслово", 20)}, "strange": {Title: "🎉 \u0000 漢字 \u02BC ₴"},
	} {
		data := drawn(t, NewCards("#b5482a"), card)
		m, err := png.Decode(bytes.NewReader(data))
		if err != nil || m.Bounds().Dx() != CardWidth || m.Bounds().Dy() != CardHeight {
			t.Errorf("%s: %v, %v", name, m.Bounds(), err)
		}
		if len(data) > 40<<10 {
			t.Errorf("%s: %d bytes", name, len(data))
		}
		for y := range CardHeight { // nothing runs into the margin
			for x := CardWidth - 60; x < CardWidth; x++ {
				if r, _, _, _ := m.At(x, y).RGBA(); r>>8 != 0xfd {
					t.Fatalf("%s: something is drawn at %d, %d", name, x, y)
				}
			}
		}
	}
}

// TestCardsAreTheSame: in whatever order they are drawn, and by whom.
func TestCardsAreTheSame(t *testing.T) {
	c := NewCards("#1f5f6b")
	first := drawn(t, c, someCard)
	drawn(t, c, Card{Title: "Інша"})
	if !bytes.Equal(first, drawn(t, c, someCard)) || !bytes.Equal(first, drawn(t, NewCards("#1f5f6b"), someCard)) {
		t.Error("one card is drawn in two ways")
	}
	if bytes.Equal(first, drawn(t, NewCards("#b5482a"), someCard)) {
		t.Error("the accent does not show")
	}
}

// TestCardHasUkrainianLetters: a letter that the font had not would be left out in silence.
func TestCardHasUkrainianLetters(t *testing.T) {
	for _, bold := range []bool{true, false} {
		f, err := NewCards("").face(faceKey{bold, 40, textShades})
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range "АаБбВвГгҐґДдЕеЄєЖжЗзИиІіЇїЙйКкЛлМмНнОоПпРрСсТтУуФфХхЦцЧчШшЩщЬьЮюЯя’«»—–…№0123456789" {
			if f.glyph(r) == nil {
				t.Errorf("no %q", r)
			}
		}
		if got := f.clean("п\u02BCять ₴ 🎉 слів"); got != "п’ять грн слів" {
			t.Errorf("cleaned: %q", got)
		}
		if got := f.cut("Положення про порядок проведення конкурсу", 400); !strings.HasSuffix(got, "…") || f.measure(got) > 400 {
			t.Errorf("cut: %q", got)
		}
	}
}

func FuzzCard(f *testing.F) {
	c := NewCards("#1f5f6b")
	f.Add(someCard.Title, someCard.Kind, someCard.Site)
	f.Fuzz(func(t *testing.T, title, kind, site string) {
		if len(title)+len(kind)+len(site) < 4000 {
			drawn(t, c, Card{title, kind, site})
		}
	})
}

func BenchmarkCard(b *testing.B) {
	c := NewCards("#1f5f6b")
	b.ReportAllocs()
	for b.Loop() {
		b.SetBytes(int64(len(drawn(b, c, someCard))))
	}
}
