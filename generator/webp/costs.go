package webp

import "math"

// Costs are counted in 256ths of a bit.

// bitCosts is what a decision costs by its probability in 256ths.
var bitCosts = func() (c [256]uint16) {
	for p := 1; p < 256; p++ {
		c[p] = uint16(math.Round(-256 * math.Log2(float64(p)/256)))
	}
	return c
}()

func falseCost(prob uint8) int { return int(bitCosts[prob]) }
func trueCost(prob uint8) int  { return int(bitCosts[256-int(prob)]) }

func wayCost(way []step, probs []uint8) (cost int) {
	for _, s := range way {
		if s.bit {
			cost += trueCost(probs[s.prob])
		} else {
			cost += falseCost(probs[s.prob])
		}
	}
	return cost
}

// Costs of the modes.
var (
	yModeCosts, uvModeCosts = func() (y [5]int, uv [4]int) {
		for mode := range y {
			y[mode] = wayCost(yModeSteps[mode], yModeProbs)
		}
		for mode := range uv {
			uv[mode] = wayCost(uvModeSteps[mode], uvModeProbs)
		}
		return y, uv
	}()
	bModeCosts = func() (c [bModes][bModes][bModes]int) {
		for above := range c {
			for left := range c[above] {
				for mode := range c[above][left] {
					c[above][left][mode] = wayCost(bModeSteps[mode], bModeProbs[above][left][:])
				}
			}
		}
		return c
	}()
)

// restCosts is what a level costs beyond its token: the rest in its category and the sign.
var restCosts = func() (c [maxLevel + 1]uint16) {
	for level := 1; level <= maxLevel; level++ {
		c[level] = 256
		if token := tokenOf(level); token > 4 {
			category := &categories[token-5]
			for i, prob := range category.probs {
				if (level-category.base)>>(len(category.probs)-1-i)&1 == 1 {
					c[level] += uint16(trueCost(prob))
				} else {
					c[level] += uint16(falseCost(prob))
				}
			}
		}
	}
	return c
}()

// lastToken is the first level of the last category: all from it on have one token.
const lastToken = 67

// tokenCosts are the costs of tokens under given probabilities.
type tokenCosts struct {
	// level holds the costs of levels up to lastToken, with the branch "something follows" where there is one: not after a zero, and at the
	// beginning of a block with empty neighbours that branch is in begin.
	level [kinds][8][3][lastToken + 1]uint16
	end   [kinds][8][3]uint16
	begin [kinds]uint16
}

func newTokenCosts(probs *tokenProbs) *tokenCosts {
	c := new(tokenCosts)
	for kind := range probs {
		for band := range probs[kind] {
			for context := range probs[kind][band] {
				p := probs[kind][band][context][:]
				levelCosts(&c.level[kind][band][context], p, context)
				c.end[kind][band][context] = uint16(falseCost(p[0]))
			}
		}
		first := 0
		if kind == kindY {
			first = 1
		}
		c.begin[kind] = uint16(trueCost(probs[kind][first][0][0]))
	}
	return c
}

// levelCosts finds the costs of levels in one context.
func levelCosts(costs *[lastToken + 1]uint16, p []uint8, context int) {
	var byToken [11]int
	for token, way := range tokenSteps {
		byToken[token] = wayCost(way, p)
		if context > 0 {
			byToken[token] += trueCost(p[0])
		}
	}
	for level := range costs {
		costs[level] = uint16(byToken[tokenOf(level)])
	}
}

// block is the cost of a block's tokens.
func (c *tokenCosts) block(b *coded, kind, first, near int) int {
	end := int(b.end)
	if end == 0 {
		return int(c.end[kind][bandOf[first]][near])
	}
	cost, context := 0, near
	if near == 0 {
		cost = int(c.begin[kind])
	}
	levels := &c.level[kind]
	for n := first; n < end; n++ {
		size := int(b.levels[n])
		size = max(size, -size)
		cost += int(levels[bandOf[n]][context][min(size, lastToken)]) + int(restCosts[size])
		context = min(size, 2)
	}
	if end < 16 {
		cost += int(c.end[kind][bandOf[end]][context])
	}
	return cost
}
