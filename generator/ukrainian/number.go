package ukrainian

import (
	"math"
	"strconv"
	"strings"
)

const (
	nbsp  = "\u00A0" // no-break space
	minus = "\u2212"
)

// Number prints n by ST-11: whole below 10 000 (1378), in groups of three
// with no-break spaces from there on (1 326 920).
func Number(n int) string {
	return grouped(strconv.Itoa(n))
}

// Decimal prints x with a decimal comma and no more than two digits after it,
// the whole part as [Number] does: 1,5; 12 000,25; 3.
// What is not a number is printed as a dash.
func Decimal(x float64) string {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return "—"
	}
	whole, decimals, _ := strings.Cut(strconv.FormatFloat(x, 'f', 2, 64), ".")
	decimals = strings.TrimRight(decimals, "0")
	if decimals != "" {
		return grouped(whole) + "," + decimals
	}
	if whole == "-0" {
		whole = "0"
	}
	return grouped(whole)
}

// grouped takes decimal digits with an optional hyphen before them.
func grouped(digits string) string {
	sign := ""
	if rest, negative := strings.CutPrefix(digits, "-"); negative {
		sign, digits = minus, rest
	}
	if len(digits) < 5 {
		return sign + digits
	}
	var b strings.Builder
	b.WriteString(sign)
	head := len(digits) % 3
	b.WriteString(digits[:head])
	for i := head; i < len(digits); i += 3 {
		if i > 0 {
			b.WriteString(nbsp)
		}
		b.WriteString(digits[i : i+3])
	}
	return b.String()
}

// YesNo is how tables and headers say whether something is so: так or ні.
func YesNo(is bool) string {
	if is {
		return "так"
	}
	return "ні"
}
