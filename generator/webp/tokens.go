package webp

// Ways to the tokens in their tree (13.2), without the first branch, which says that nothing follows: levels 0 to 4, then the categories.
var tokenSteps = [11][]step{
	{{1, false}},
	{{1, true}, {2, false}},
	{{1, true}, {2, true}, {3, false}, {4, false}},
	{{1, true}, {2, true}, {3, false}, {4, true}, {5, false}},
	{{1, true}, {2, true}, {3, false}, {4, true}, {5, true}},
	{{1, true}, {2, true}, {3, true}, {6, false}, {7, false}},
	{{1, true}, {2, true}, {3, true}, {6, false}, {7, true}},
	{{1, true}, {2, true}, {3, true}, {6, true}, {8, false}, {9, false}},
	{{1, true}, {2, true}, {3, true}, {6, true}, {8, false}, {9, true}},
	{{1, true}, {2, true}, {3, true}, {6, true}, {8, true}, {10, false}},
	{{1, true}, {2, true}, {3, true}, {6, true}, {8, true}, {10, true}},
}

// tokenOf is the token of a level without its sign.
func tokenOf(level int) int {
	if level < 5 {
		return level
	}
	token := 5
	for token < 10 && level >= categories[token-4].base {
		token++
	}
	return token
}

// write writes the tokens of one block (13.2, 13.3). near counts the neighbours, above and to the left, that hold anything.
func (b *coded) write(w *bitWriter, probs *tokenProbs, kind, first, near int) {
	context, afterZero := near, false
	for n := first; ; n++ {
		p := probs[kind][bandOf[n]][context][:]
		if n == int(b.end) || b.end == 0 {
			if n < 16 {
				w.put(false, p[0])
			}
			return
		}
		if !afterZero {
			w.put(true, p[0])
		}
		level := int(b.levels[n])
		size := max(level, -level)
		token := tokenOf(size)
		w.walk(tokenSteps[token], p)
		if token > 4 {
			c := &categories[token-5]
			for i, prob := range c.probs {
				w.put((size-c.base)>>(len(c.probs)-1-i)&1 == 1, prob)
			}
		}
		if size > 0 {
			w.put(level < 0, 128)
		}
		context, afterZero = min(size, 2), size == 0
	}
}

// A census counts, for every node of the tree of tokens, how often each branch is taken.
type census [kinds][8][3][11][2]uint32

// count does for the census what write does for the stream.
func (s *census) count(b *coded, kind, first, near int) {
	context, afterZero := near, false
	for n := first; n < 16; n++ {
		at := &s[kind][bandOf[n]][context]
		if n >= int(b.end) {
			at[0][0]++
			return
		}
		if !afterZero {
			at[0][1]++
		}
		level := int(b.levels[n])
		size := max(level, -level)
		for _, t := range tokenSteps[tokenOf(size)] {
			if t.bit {
				at[t.prob][1]++
			} else {
				at[t.prob][0]++
			}
		}
		context, afterZero = min(size, 2), size == 0
	}
}

// adapt gives the probabilities that suit the census; one is changed only where that saves more than the telling costs (13.4).
func (s *census) adapt() *tokenProbs {
	probs := *defaultProbs
	for x := range places {
		taken := s[x.kind][x.band][x.near][x.node]
		no, yes := int(taken[0]), int(taken[1])
		if no+yes == 0 {
			continue
		}
		old, flag := *probs.at(x), *updateProbs.at(x)
		fresh := uint8(min(max((no*256+(no+yes)/2)/(no+yes), 1), 255))
		before := no*falseCost(old) + yes*trueCost(old) + falseCost(flag)
		after := no*falseCost(fresh) + yes*trueCost(fresh) + trueCost(flag) + 8*256
		if after < before {
			*probs.at(x) = fresh
		}
	}
	return &probs
}

// tell writes which probabilities differ from those that a decoder begins with (13.4).
func (p *tokenProbs) tell(w *bitWriter) {
	for x := range places {
		v := *p.at(x)
		changed := v != *defaultProbs.at(x)
		w.put(changed, *updateProbs.at(x))
		if changed {
			w.number(uint(v), 8)
		}
	}
}
