package picture

import (
	"bytes"
	"image"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestQuality: what is smooth gets a lower quality than what is full of detail, and the measure grows with the quality.
func TestQuality(t *testing.T) {
	smooth := image.NewGray(image.Rect(0, 0, 800, 600))
	rough := image.NewGray(image.Rect(0, 0, 800, 600))
	random := rand.New(rand.NewPCG(5, 6))
	for i := range smooth.Pix {
		smooth.Pix[i] = byte(i % 800 / 4)
		rough.Pix[i] = byte(100 + i%800/8 + int(random.Uint32()>>28)*2)
	}
	for format, scale := range scales {
		if a, b := scale.quality(blocksOf(smooth)), scale.quality(blocksOf(rough)); a >= b || a != scale.lowest {
			t.Errorf("%s: smooth %d, rough %d", format, a, b)
		}
		if got := scale.quality(nil); got != scale.highest {
			t.Errorf("%s: a picture without a block gets %d", format, got)
		}
		last := 0.0
		for q := 50; q <= 95; q += 5 {
			now := similarity(blocksOf(rough), scale.steps(q))
			if now <= last || now > 1 {
				t.Errorf("%s at quality %d: the likeness is %.4f, after %.4f", format, q, now, last)
			}
			last = now
		}
	}
}

// TestQuantiserIsThatOfTheEncoder reads the table out of what image/jpeg writes.
func TestQuantiserIsThatOfTheEncoder(t *testing.T) {
	for _, quality := range []int{50, 66, 75, 86, 99} {
		data, err := encode(JPEG, image.NewGray(image.Rect(0, 0, 8, 8)), quality, nil)
		if err != nil {
			t.Fatal(err)
		}
		table := data[bytes.Index(data, []byte{0xFF, markerDQT})+5:][:64]
		var ours []int
		for _, v := range quantiser(quality) {
			ours = append(ours, int(v))
		}
		var theirs []int
		for _, v := range table {
			theirs = append(theirs, int(v))
		}
		slices.Sort(ours) // theirs are in zigzag order
		slices.Sort(theirs)
		if !slices.Equal(ours, theirs) {
			t.Errorf("quality %d: %v, want %v", quality, ours, theirs)
		}
	}
}

func TestRounded(t *testing.T) {
	tests := []struct{ value, step, want float32 }{
		{0, 10, 0}, {4, 10, 0}, {-4, 10, 0}, {5, 10, 10}, {-5, 10, -10}, {14.9, 10, 10}, {-14.9, 10, -10}, {-15, 10, -20}, {1024, 3, 1023}, {-1024, 3, -1023},
	}
	for _, test := range tests {
		if got := rounded(test.value, test.step); got != test.want {
			t.Errorf("%v in steps of %v: %v, want %v", test.value, test.step, got, test.want)
		}
	}
}

func BenchmarkQuality(b *testing.B) {
	m := photograph(1600, 1200)
	for b.Loop() {
		scales["jpeg"].quality(blocksOf(m))
	}
}
