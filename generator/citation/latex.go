package citation

import (
	"strings"
	"unicode/utf8"
)

// accents are the letters that a command of TeX makes: base letters and what they become.
var accents = map[string]map[rune]rune{
	"'": pairs("aáeéiíoóuúyýcćlĺnńrŕsśzźAÁEÉIÍOÓUÚYÝCĆLĹNŃRŔSŚZŹ"),
	"`": pairs("aàeèiìoòuùnǹAÀEÈIÌOÒUÙNǸиѝеѐ"),
	"^": pairs("aâeêiîoôuûcĉgĝhĥjĵsŝwŵyŷAÂEÊIÎOÔUÛCĈGĜHĤJĴSŜWŴYŶ"),
	`"`: pairs("aäeëiïoöuüyÿAÄEËIÏOÖUÜYŸіїІЇ"),
	"~": pairs("aãnñoõiĩuũAÃNÑOÕIĨUŨ"),
	"=": pairs("aāeēiīoōuūAĀEĒIĪOŌUŪ"),
	".": pairs("cċeėgġzżIİCĊEĖGĠZŻ"),
	"u": pairs("aăeĕgğiĭoŏuŭAĂEĔGĞIĬOŎUŬийИЙ"),
	"v": pairs("cčdďeěnňrřsštťzžCČDĎEĚNŇRŘSŠTŤZŽgǧGǦ"),
	"H": pairs("oőuűOŐUŰ"),
	"c": pairs("cçsştţgģkķlļnņrŗCÇSŞTŢGĢKĶLĻNŅRŖ"),
	"k": pairs("aąeęiįuųAĄEĘIĮUŲ"),
	"r": pairs("aåuůAÅUŮ"),
	"d": pairs("aạeẹiịoọuụsṣtṭAẠEẸIỊOỌUỤSṢTṬ"),
	"b": {},
}

// marks are the accents of letters that have no letter of their own with them.
var marks = map[string]rune{
	"'": 0x301, "`": 0x300, "^": 0x302, `"`: 0x308, "~": 0x303, "=": 0x304, ".": 0x307, "u": 0x306, "v": 0x30c, "H": 0x30b, "c": 0x327, "k": 0x328, "r": 0x30a, "d": 0x323, "b": 0x331,
}

// letters are the commands of TeX that are a sign.
var letters = map[string]string{
	"ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "i": "i", "j": "j",
	"dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "textendash": "–", "textemdash": "—", "textellipsis": "…", "ldots": "…", "dots": "…",
	"textbackslash": `\`, "textasciitilde": "~", "textasciicircum": "^", "textbraceleft": "{", "textbraceright": "}", "textquoteright": "’", "textquoteleft": "‘",
	"textquotedblleft": "“", "textquotedblright": "”", "guillemotleft": "«", "guillemotright": "»", "guillemetleft": "«", "guillemetright": "»",
	"TeX": "TeX", "LaTeX": "LaTeX", "LaTeXe": "LaTeX2e", "BibTeX": "BibTeX", "XeTeX": "XeTeX", "XeLaTeX": "XeLaTeX", "LuaTeX": "LuaTeX", "LuaLaTeX": "LuaLaTeX", "MiKTeX": "MiKTeX",
	"textregistered": "®", "texttrademark": "™", "textbullet": "•", "textperiodcentered": "·", "textless": "<", "textgreater": ">", "textbar": "|", "textquotesingle": "'", "textonehalf": "½",
	"cdot": "·", "times": "×", "pm": "±", "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "neq": "≠", "ne": "≠", "approx": "≈", "infty": "∞", "to": "→", "rightarrow": "→", "leftarrow": "←", "circ": "°",
	"alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "varepsilon": "ε", "epsilon": "ε", "lambda": "λ", "mu": "μ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "varphi": "φ", "phi": "φ",
	"omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Sigma": "Σ", "Omega": "Ω", "euro": "€", "texteuro": "€", "pounds": "£", "P": "¶", "No": "№",
	"S": "§", "textnumero": "№", "copyright": "©", "slash": "/", "textunderscore": "_", "textquotedbl": `"`, "textdegree": "°",
}

// looks are the commands that only say how the words behind them look, or where a line may end.
var looks = wordSet("bf it em sc sl sf tt rm up md bfseries itshape scshape slshape upshape mdseries sffamily ttfamily rmfamily normalfont normalsize small footnotesize scriptsize tiny large Large " +
	"LARGE huge Huge newblock newline linebreak nolinebreak pagebreak par relax protect noopsort penalty allowbreak hfill quad qquad sloppy raggedright boldmath unboldmath selectfont displaystyle textstyle")

func wordSet(s string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(s) {
		set[word] = true
	}
	return set
}

func pairs(s string) map[rune]rune {
	m := make(map[rune]rune)
	runes := []rune(s)
	for i := 0; i+1 < len(runes); i += 2 {
		m[runes[i]] = runes[i+1]
	}
	return m
}

// unlatex is the text of a value: braces go, accents become letters, spaces one space. A command that is not known goes where it has an
// argument, which stays; where it has none its name stays, for it was a word or a sign that would vanish without a trace.
func unlatex(s string) string {
	if !strings.ContainsAny(s, "\\{}~-'`$\n") {
		return plain(s)
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c == '{' || c == '}' || c == '$':
			i++
		case c == '~':
			b.WriteByte(' ')
			i++
		case c == '\\':
			i += command(&b, s[i+1:]) + 1
		case strings.HasPrefix(s[i:], "---"):
			b.WriteString("—")
			i += 3
		case strings.HasPrefix(s[i:], "--"):
			b.WriteString("–")
			i += 2
		case strings.HasPrefix(s[i:], "``"):
			b.WriteString("“")
			i += 2
		case strings.HasPrefix(s[i:], "''"):
			b.WriteString("”")
			i += 2
		default:
			b.WriteByte(c)
			i++
		}
	}
	return plain(b.String())
}

// command writes what the command at the beginning of s, behind its backslash, makes, and returns how many bytes it takes.
func command(b *strings.Builder, s string) int {
	n := 0
	for n < len(s) && isLatin(s[n]) {
		n++
	}
	name := s[:min(max(n, 1), len(s))]
	if size := accent(b, name, s[len(name):]); size > 0 {
		return len(name) + size
	}
	if n > 0 {
		return n + named(b, name, s[n:])
	}
	return sign(b, name)
}

// accent writes the letter behind a command with the accent that the command is; 0: it is none, or has no letter.
func accent(b *strings.Builder, name, rest string) (size int) {
	forms, ok := accents[name]
	if !ok {
		return 0
	}
	letter, size := accented(rest)
	if whole, ok := forms[letter]; ok {
		b.WriteRune(whole)
	} else if size > 0 {
		b.WriteString(string(letter) + string(marks[name]))
	}
	return size
}

// named writes what a command with a name makes, and returns how much of what stands behind the name belongs to it: spaces end it, and so does {}.
func named(b *strings.Builder, name, rest string) (size int) {
	after := strings.TrimLeft(rest, " ")
	size = len(rest) - len(after)
	empty := strings.HasPrefix(after, "{}")
	text, known := letters[name]
	if !known && !looks[name] && (empty || !strings.HasPrefix(after, "{") && !strings.HasPrefix(after, "[")) {
		text = name
		if size > 0 {
			text += " "
		}
	}
	b.WriteString(text)
	if empty {
		size += len("{}")
	}
	return size
}

// sign writes what a command of one sign makes.
func sign(b *strings.Builder, name string) (size int) {
	if name == "" {
		return 0
	}
	switch c := name[0]; {
	case c == '-' || c == '/': // a place where a word may be divided
	case c >= utf8.RuneSelf, c == '\n':
		return 0
	case c == ' ' || c == ',' || c == ';' || c == ':' || c == '\\':
		b.WriteByte(' ')
	default:
		b.WriteByte(c)
	}
	return 1
}

// accented is the letter on which an accent stands: e, {e}, \i, {\i}.
func accented(s string) (letter rune, size int) {
	rest := strings.TrimLeft(s, " {")
	if len(s)-len(rest) > 4 {
		return 0, 0
	}
	for _, dotless := range []string{`\i`, `\j`} {
		if after, ok := strings.CutPrefix(rest, dotless); ok && (after == "" || !isLatin(after[0])) {
			return rune(dotless[1]), len(s) - len(after)
		}
	}
	letter, n := utf8.DecodeRuneInString(rest)
	if n == 0 || strings.ContainsRune("\\{}", letter) {
		return 0, 0
	}
	return letter, len(s) - len(rest) + n
}
