package mathml

import "slices"

// thin is the space that TeX puts around a function.
const thin = "0.1667em"

// arrange looks at the neighbours of every node of a row: which bar opens and which closes, which minus is a sign,
// where a function ends and its argument begins.
func arrange(r []*node) []*node {
	if len(r) < 2 {
		return r // an operator alone has no neighbours, and no spaces
	}
	bars(r)
	signs(r)
	return brackets(functions(r))
}

// bars gives every | a side. It opens where a value is awaited or where none is open.
func bars(r []*node) {
	before, open := rel, 0
	for _, n := range r {
		if n.class == bar {
			form := "postfix"
			n.class = right
			if open == 0 || awaits(before) {
				form, n.class = "prefix", left
				open++
			} else {
				open--
			}
			n.core().set("form", form)
		}
		if n.class != blank {
			before = n.class
		}
	}
}

// awaits tells whether a value must follow: a + there is a sign of it.
func awaits(c class) bool {
	switch c {
	case bin, rel, left, punct, big, fn:
		return true
	}
	return false
}

// signs finds the operators that do not join two values: the minus of −x, the plus of 0⁺.
func signs(r []*node) {
	before := rel
	var last *node // what stands before, and is not blank
	for _, n := range r {
		if n.class == bin && awaits(before) {
			alone(n, true)
		} else if last != nil && last.class == bin && (n.class == rel || n.class == right || n.class == punct) {
			alone(last, false)
		}
		if n.class != blank {
			before, last = n.class, n
		}
	}
	if last != nil && last.class == bin {
		alone(last, false)
	}
}

// alone makes an operator with one value or none. Of + and − readers know the form before a value; others lose their spaces.
func alone(n *node, leading bool) {
	n.class = ord
	switch o := n.core(); o.text {
	case "+", "−", "±", "∓":
		if leading {
			o.set("form", "prefix")
			return
		}
	}
	n.flush()
}

// functions puts the invisible "function application" between a function and its argument, and thin spaces where TeX has them.
func functions(r []*node) []*node {
	found := false
	for _, n := range r {
		found = found || n.class == fn
	}
	if !found {
		return r
	}
	out := make([]*node, 0, len(r)+4)
	before := rel
	for i, n := range r {
		if n.class == fn && (before == ord || before == right || before == fence) {
			out = append(out, space(thin))
		}
		out = append(out, n)
		before = n.class
		if n.class != fn || i+1 == len(r) {
			continue
		}
		switch r[i+1].class {
		case bin, rel, punct, right:
		case left, fence, blank:
			out = append(out, leaf("mo", "\u2061"))
		default:
			out = append(out, leaf("mo", "\u2061"), space(thin))
		}
	}
	return out
}

// brackets gives a script after a closing bracket the whole of what is in the brackets for its base: (a+b)².
func brackets(r []*node) []*node {
	out := r[:0]
	var opened []int // where brackets opened in out
	for _, n := range r {
		switch o := n.core(); {
		case n.class == left && n == o:
			opened = append(opened, len(out))
		case n.class == right && o.text != "!" && len(opened) > 0:
			from := opened[len(opened)-1]
			opened = opened[:len(opened)-1]
			if n != o && n.kids[0] == o {
				n.kids[0] = row(append(slices.Clone(out[from:]), o))
				out = out[:from]
			}
		}
		out = append(out, n)
	}
	return out
}
