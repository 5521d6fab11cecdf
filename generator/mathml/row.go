package mathml

import (
	"strings"
	"unicode"
)

// row reads atoms with their scripts, up to what ends them; the caller looks at what that is.
func (p *parser) row() []*node {
	if p.deeper(p.peek()); p.err != nil {
		return nil
	}
	defer p.shallower()
	var r []*node
	for t := p.peek(); !p.ends(t); t = p.peek() {
		if style, ok := styles[t.text]; ok { // it rules the rest of the row
			p.next()
			r = append(r, element("mstyle", p.row(), style...))
			continue
		}
		n := &node{tag: "mrow"} // {}^{14}C, or nothing at all before ^
		if t.text != "^" && t.text != "_" && !isPrime(t) {
			n = p.atom(false)
		}
		r = append(r, p.scripts(n))
	}
	return arrange(r)
}

// deeper counts how far the parser is inside.
func (p *parser) deeper(t token) {
	if p.depth++; p.depth > deepest+1 { // the formula itself is the first
		p.fail("nesting", t.pos, t.text)
	}
}

func (p *parser) shallower() { p.depth-- }

// styles are the commands that set the size of what follows.
var styles = map[string][]string{
	`\displaystyle`:      {"displaystyle", "true", "scriptlevel", "0"},
	`\textstyle`:         {"displaystyle", "false", "scriptlevel", "0"},
	`\scriptstyle`:       {"displaystyle", "false", "scriptlevel", "1"},
	`\scriptscriptstyle`: {"displaystyle", "false", "scriptlevel", "2"},
}

// atom reads one thing without scripts. As an argument without braces it is single: \frac12 has two arguments.
func (p *parser) atom(single bool) *node {
	t := p.next()
	switch r := t.rune(); {
	case t.text == "{":
		return p.group(t)
	case t.isCommand():
		return p.command(t)
	case '0' <= r && r <= '9':
		return p.number(t, single)
	case unicode.IsLetter(r):
		return p.letters(t, single)
	}
	return p.sign(t)
}

// group reads what is in braces. An operator alone in braces stands like a letter: 3{,}5, a{=}b.
func (p *parser) group(opened token) *node {
	n := p.braced(opened)
	if n.tag != "mrow" {
		n.flush()
	}
	return n.as(ord)
}

// braced reads what is in braces; one node stays what it is.
func (p *parser) braced(opened token) *node {
	defer func(stop bool) { p.stop = stop }(p.stop)
	p.stop = false
	kids := p.row()
	if t := p.next(); t.text != "}" {
		return p.unexpected(t, opened)
	}
	return row(kids)
}

// arg reads an argument: a group, or one atom.
func (p *parser) arg(of token) *node { return p.whole(of).as(ord) }

// whole reads an argument that stays an operator if it is one.
func (p *parser) whole(of token) *node {
	t := p.peek()
	if p.ends(t) || t.text == "^" || t.text == "_" || isPrime(t) {
		return p.fail("argument", of.pos, of.text)
	}
	if t.text == "{" {
		return p.braced(p.next())
	}
	if p.deeper(t); p.err != nil { // \vec\vec\vec…
		return &node{tag: "mrow"}
	}
	defer p.shallower()
	return p.atom(true)
}

// optional reads an argument in brackets; without brackets there is none.
func (p *parser) optional() []*node {
	opened := p.peek()
	if !p.take("[") {
		return nil
	}
	defer func(stop bool) { p.stop = stop }(p.stop)
	p.stop = true
	kids := p.row()
	if t := p.next(); t.text != "]" {
		p.unexpected(t, opened)
	}
	if len(kids) == 0 {
		return nil
	}
	return kids
}

// kids are the nodes of an argument for an element that makes a row of its children by itself.
func (p *parser) kids(of token) []*node {
	n := p.arg(of)
	if n.tag == "mrow" && len(n.attrs) == 0 && n.class == ord {
		return n.kids
	}
	return []*node{n}
}

// scripts reads what stands at the right of an atom, below and above.
func (p *parser) scripts(base *node) *node {
	where, touched := base.limits, false
	var sub *node
	var sup []*node
	primes := false
	for {
		switch t := p.peek(); {
		case (t.text == `\limits` || t.text == `\nolimits`) && base.class == big || t.text == `\limits` && base.limits != beside:
			p.next()
			where, touched = beside, true
			if t.text == `\limits` {
				where = stacked
			}
		case t.text == "_" && sub == nil:
			p.next()
			sub = p.arg(t)
		case t.text == "^" && (sup == nil || primes):
			p.next()
			sup, primes = append(sup, p.arg(t)), false
		case isPrime(t) && sup == nil:
			sup, primes = []*node{p.primes()}, true
		case t.text == "_" || t.text == "^" || isPrime(t):
			return p.fail("script", t.pos, t.text)
		default:
			if where == stacked && touched {
				base.core().set("movablelimits", "false")
			}
			return attach(base, sub, sup, where)
		}
	}
}

// attach puts the scripts where they belong. 90^\circ is no power: it becomes 90°.
func attach(base, sub *node, sup []*node, where limits) *node {
	if sub == nil && sup == nil {
		return base
	}
	if base.tag == "mn" && sub == nil && len(sup) == 1 && sup[0].tag == "mo" && sup[0].text == "∘" {
		return row([]*node{base, leaf("mi", "°")})
	}
	tags := [...]string{"msub", "msup", "msubsup"}
	if where != beside {
		tags = [...]string{"munder", "mover", "munderover"}
	}
	kids, tag := []*node{base}, tags[1]
	if sub != nil {
		kids, tag = append(kids, sub), tags[0]
	}
	if sup != nil {
		kids = append(kids, row(sup))
		if sub != nil {
			tag = tags[2]
		}
	}
	return element(tag, kids).as(base.class)
}

func isPrime(t token) bool { return t.text == "'" || t.text == "′" || t.text == "’" }

// joined are primes that Unicode has as one sign.
var joined = []string{"′", "″", "‴", "⁗"}

// primes reads one or more.
func (p *parser) primes() *node {
	n := 0
	for ; isPrime(p.peek()); p.next() {
		n++
	}
	if n <= len(joined) {
		return leaf("mo", joined[n-1])
	}
	return leaf("mo", strings.Repeat(joined[0], n))
}
