package ukrainian

import (
	"math"
	"testing"
)

func TestNumber(t *testing.T) {
	for n, want := range map[int]string{ // ST-11
		0: "0", 7: "7", 1378: "1378", 9999: "9999", 10000: "10·000", 123456: "123·456", 1326920: "1·326·920",
		-5: "−5", -10000: "−10·000", math.MinInt64: "−9·223·372·036·854·775·808",
	} {
		if got := dots(Number(n)); got != want {
			t.Errorf("Number(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestDecimal(t *testing.T) {
	tests := []struct {
		x    float64
		want string
	}{
		{3, "3"}, {1.5, "1,5"}, {2.25, "2,25"}, {2.999, "3"}, {-1.5, "−1,5"}, {-0.001, "0"},
		{12345.5, "12·345,5"}, {math.NaN(), "—"}, {math.Inf(1), "—"},
	}
	for _, tt := range tests {
		if got := dots(Decimal(tt.x)); got != tt.want {
			t.Errorf("Decimal(%v) = %q, want %q", tt.x, got, tt.want)
		}
	}
}
