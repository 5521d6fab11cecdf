package ukrainian

import (
	"math"
	"strings"
)

// Forms are the forms of a countable noun, or of a verb that agrees with a
// number, named as the CLDR names the Ukrainian plural categories.
// The zero value prints numbers without a noun.
type Forms struct {
	One   string // 1, 21, 101: тренінг
	Few   string // 2, 22, 104: тренінги
	Many  string // 0, 5, 11, 112: тренінгів
	Other string // 1,5: genitive singular, тренінгу; empty means the same as Few
}

// ParseForms reads forms parted by slashes: «година/години/годин», with the
// form for fractions as a fourth: «тренінг/тренінги/тренінгів/тренінгу».
// Two forms are one and many, as English has them («project/projects»);
// a single one serves every number.
//
// Without a fourth form a fraction takes the second, which is the genitive
// singular of feminine and neuter nouns («1,5 години»). Masculine nouns that
// are measured in fractions have to be given theirs.
func ParseForms(s string) Forms {
	forms := strings.SplitN(s, "/", 4)
	for i := range forms {
		forms[i] = strings.TrimSpace(forms[i])
	}
	switch one := forms[0]; len(forms) {
	case 1:
		return Forms{One: one, Few: one, Many: one, Other: one}
	case 2:
		return Forms{One: one, Few: forms[1], Many: forms[1], Other: forms[1]}
	case 3:
		return Forms{One: one, Few: forms[1], Many: forms[2], Other: forms[1]}
	default:
		return Forms{One: one, Few: forms[1], Many: forms[2], Other: forms[3]}
	}
}

// For returns the form that goes with n by the rule of the CLDR for
// Ukrainian (domain.md 5.3). The sign of n does not matter.
func (f Forms) For(n int) string {
	ones, tens := abs(n%10), abs(n/10%10)
	switch {
	case tens == 1 || ones == 0 || ones >= 5:
		return f.Many
	case ones == 1:
		return f.One
	default:
		return f.Few
	}
}

// fraction returns the form that goes with a number that is not whole.
func (f Forms) fraction() string {
	if f.Other != "" {
		return f.Other
	}
	return f.Few
}

// Count prints n and its noun: «22 тренінги», «1378 педагогів».
// The space is a plain one, so that long nouns may wrap.
func Count(n int, f Forms) string {
	return withNoun(Number(n), f.For(n))
}

// CountFraction prints a number that need not be whole, to two decimals, and
// its noun: «1,5 години», «2 години».
func CountFraction(x float64, f Forms) string {
	rounded := math.Round(x*100) / 100
	if rounded == math.Trunc(rounded) && math.Abs(rounded) < 1<<53 {
		return Count(int(rounded), f)
	}
	return withNoun(Decimal(x), f.fraction())
}

// CountChildren prints a number of children who took part, which is hidden
// when it is small: «менше 5 дітей» for 1 to 4 (ST-08, PD-10).
func CountChildren(n int, f Forms) string {
	if 1 <= n && n <= 4 {
		return withNoun("менше 5", f.Many)
	}
	return Count(n, f)
}

// EnglishCount prints n and its English noun: «1 training», «22 trainings».
func EnglishCount(n int, one, many string) string {
	if n == 1 || n == -1 {
		return withNoun(Number(n), one)
	}
	return withNoun(Number(n), many)
}

// EnglishCountChildren is [CountChildren] for English pages: «fewer than 5 children».
func EnglishCountChildren(n int, one, many string) string {
	if 1 <= n && n <= 4 {
		return withNoun("fewer than 5", many)
	}
	return EnglishCount(n, one, many)
}

// withNoun puts a plain space between a number and its noun, if there is one.
func withNoun(number, noun string) string {
	if noun == "" {
		return number
	}
	return number + " " + noun
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
