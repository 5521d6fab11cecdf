package markdown

import (
	"embed"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/alecthomas/chroma/v2"
)

// Code is coloured by the lexers of Chroma. Those that a school needs lie here as files: its own package of lexers reads all its
// three hundred when a program starts, which takes 8 ms, with code on its pages or without; these are read at the first code.
//
//go:embed lexers/*.xml
var lexerFiles embed.FS

// lexers are the lexers by all names of their languages, in small letters.
var lexers = sync.OnceValue(func() map[string]chroma.Lexer {
	registry, byName := chroma.NewLexerRegistry(), make(map[string]chroma.Lexer)
	paths, err := fs.Glob(lexerFiles, "lexers/*.xml")
	if err != nil {
		panic(err)
	}
	for _, path := range paths {
		lexer := registry.Register(chroma.MustNewXMLLexer(lexerFiles, path))
		byName[strings.ToLower(lexer.Config().Name)] = lexer
		for _, alias := range lexer.Config().Aliases {
			byName[strings.ToLower(alias)] = lexer
		}
	}
	for alias, name := range otherNames {
		byName[alias] = byName[name]
	}
	return byName
})

// otherNames are what authors call languages besides.
var otherNames = map[string]string{
	"pascal": "objectpascal", "delphi": "objectpascal", "freepascal": "objectpascal", "cs": "c#", "vb": "vb.net", "yml": "yaml",
	"svg": "xml", "mathml": "xml", "jsx": "typescript", "html5": "html", "octave": "matlab", "console": "bash", "sqlite": "sql", "mysql": "sql",
	"postgresql": "sql", "node": "javascript", "lisp": "scheme",
}

// languageNames are all names of languages, sorted.
var languageNames = sync.OnceValue(func() []string { return slices.Sorted(maps.Keys(lexers())) })

// Code beyond these bounds is not coloured.
const (
	maxColoured     = 200_000 // bytes
	maxColouredLine = 4_000   // bytes: longer lines were written by a program
)

// colouredCode is a piece of code with the class of its colour.
type colouredCode struct{ class, text string }

// painter colours the code of one text. Its bound of time is one for all of it.
type painter struct {
	spent time.Duration
	bytes int
}

// Painting may take this long.
const (
	maxAtAll   = 2 * time.Second
	maxPerByte = 100 * time.Microsecond
)

// colour cuts code into pieces with colours; ok is false if it stays without.
//
// Lexers are regular expressions that go back, and some code makes them go back for minutes. No author will meet the bound of
// time: on a busy machine code takes from 2 to 14 µs per byte.
func (p *painter) colour(lexer chroma.Lexer, code string) (pieces []colouredCode, ok bool) {
	if len(code) > maxColoured || hasLongLine(code) {
		return nil, false
	}
	p.bytes += len(code)
	start, most := time.Now(), maxAtAll+time.Duration(p.bytes)*maxPerByte-p.spent
	defer func() {
		p.spent += time.Since(start)
		if recover() != nil { // an iterator of Chroma tells of its errors so
			pieces, ok = nil, false
		}
	}()
	next, err := lexer.Tokenise(nil, code)
	if err != nil {
		return nil, false
	}
	rest := code
	for token := next(); token != chroma.EOF; token = next() {
		if len(token.Value) == len(rest)+1 && token.Value[:len(rest)] == rest {
			token.Value = rest // some lexers end every text with a line end
		}
		if !strings.HasPrefix(rest, token.Value) || time.Since(start) > most {
			return nil, false
		}
		if token.Value == "" {
			continue
		}
		rest = rest[len(token.Value):]
		class := classOf(token.Type)
		if n := len(pieces); n > 0 && pieces[n-1].class == class {
			end := len(code) - len(rest)
			pieces[n-1].text = code[end-len(token.Value)-len(pieces[n-1].text) : end]
			continue
		}
		pieces = append(pieces, colouredCode{class, token.Value})
	}
	return pieces, rest == ""
}

func hasLongLine(code string) bool {
	for line := range strings.Lines(code) {
		if len(line) > maxColouredLine {
			return true
		}
	}
	return false
}

// classOf is the short class of a kind of token; "" is one without a colour of its own: names, spaces, what the lexer did not
// understand.
func classOf(t chroma.TokenType) string {
	class, ok := chroma.StandardTypes[t]
	if !ok {
		class = chroma.StandardTypes[t.SubCategory()]
	}
	switch class {
	case "w", "n", "nx", "x", "err":
		return ""
	}
	return class
}
