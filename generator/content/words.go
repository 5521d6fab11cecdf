package content

import (
	"bytes"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// ReadWords reads the interface texts, words/{uk,en}.yaml of each of the layouts; a later one replaces single keys. A key
// without Ukrainian is E-I18N, one without English W-I18N.
func ReadWords(layouts ...fs.FS) (site.Words, problem.List) {
	r := &kindReader{layers: layouts}
	words := site.Words{Texts: map[string]site.Text{}, Nouns: map[string]site.Noun{}}
	uk, en := r.words("uk"), r.words("en")
	for key, node := range uk {
		other, translated := en[key]
		if translated = translated && other.Kind == node.Kind; !translated {
			r.problems = append(r.problems, problem.New("W-I18N", "layouts/words/en.yaml", other.Line, 0, "key", key))
			other = yaml.Node{}
		}
		if node.Kind != yaml.MappingNode {
			words.Texts[key] = site.Text{UK: node.Value, EN: other.Value}
			continue
		}
		noun := site.Noun{UK: plural(&node), EN: [2]string{entry(&other, "one"), entry(&other, "many")}}
		if noun.UK.One == "" || noun.UK.Few == "" || noun.UK.Many == "" {
			r.problems = append(r.problems, problem.New("E-I18N", "layouts/words/uk.yaml", node.Line, 0, "key", key))
		}
		words.Nouns[key] = noun
	}
	for key, node := range en {
		if _, ok := uk[key]; !ok {
			r.problems = append(r.problems, problem.New("E-I18N", "layouts/words/en.yaml", node.Line, 0, "key", key))
		}
	}
	for _, layer := range layouts[min(1, len(layouts)):] {
		r.asked(layer, words)
	}
	r.problems.Sort()
	return words, r.problems
}

// asking is where a layout asks for an interface text, and for a noun beside a number.
var asking = regexp.MustCompile(`\.T "([^"]+)"|\.Count (?:[^\s"(){}]+|\([^"(){}]*\)) "([^"]+)"`)

// asked tells of the texts that a site's own layouts ask for and nobody has written: pages would show the key, or a number without its noun.
func (r *kindReader) asked(layer fs.FS, words site.Words) {
	eachLayout(layer, func(name string, data []byte) {
		for _, at := range asking.FindAllSubmatchIndex(data, -1) {
			var args []string
			if at[2] >= 0 {
				if key := string(data[at[2]:at[3]]); words.Texts[key] == (site.Text{}) {
					args = []string{"key", key, "nearest", problem.Nearest(key, slices.Sorted(maps.Keys(words.Texts)))}
				}
			} else if key := string(data[at[4]:at[5]]); words.Nouns[key].UK.One == "" {
				args = []string{"key", key, "nearest", problem.Nearest(key, slices.Sorted(maps.Keys(words.Nouns))), "forms", nounForms}
			}
			if args != nil {
				line := 1 + bytes.Count(data[:at[0]], []byte("\n"))
				r.problems = append(r.problems, problem.New("E-I18N", path.Join("layouts", name), line, 0, args...))
			}
		}
	})
}

// nounForms is how the Ukrainian forms of a noun are written.
const nounForms = "{one: …, few: …, many: …}"

// words reads the texts of one language; a later layer replaces single keys.
func (r *kindReader) words(lang string) map[string]yaml.Node {
	r.file = "words/" + lang + ".yaml"
	all := map[string]yaml.Node{}
	for i, layer := range r.layers {
		root := r.load(layer)
		if root == nil {
			continue
		}
		if root.Kind != yaml.MappingNode {
			r.complain(root.Line, "тут мають бути рядки вигляду `назва: значення`", "lines of the form `name: value` are due here")
			continue
		}
		texts := ""
		if i > 0 {
			texts = layoutsText(layer, all, root)
		}
		for k := 0; k+1 < len(root.Content); k += 2 {
			key, value := root.Content[k], root.Content[k+1]
			if i == 0 || r.fits(all, key, value, texts) {
				all[key.Value] = *value
			}
		}
	}
	return all
}

// fits tells whether a site's own text has a place: the theme's text of that key, or layouts of the site's own that name it. Where it has none, its author
// would wait for it on the pages.
func (r *kindReader) fits(theme map[string]yaml.Node, key, value *yaml.Node, layouts string) bool {
	own, known := theme[key.Value]
	switch {
	case known && own.Kind == yaml.MappingNode && value.Kind != yaml.MappingNode:
		forms := nounForms
		if r.file == "words/en.yaml" {
			forms = "{one: …, many: …}"
		}
		r.problem("E-WORD", key.Line, "key", key.Value, "forms", forms)
		return false
	case known && own.Kind != yaml.MappingNode && value.Kind != yaml.ScalarNode:
		r.problem("E-WORD", key.Line, "key", key.Value)
		return false
	case known || strings.Contains(layouts, key.Value):
		return true
	}
	if dot := strings.LastIndexByte(key.Value, '.'); dot > 0 && strings.Contains(layouts, key.Value[:dot+1]+"%") { // printf "my.%s"
		return true
	}
	r.problem("W-WORD", key.Line, "key", key.Value, "nearest", problem.Nearest(key.Value, slices.Sorted(maps.Keys(theme))))
	return false
}

// layoutsText is what stands in the layouts of a site's own, where it has texts that the theme does not know; "" elsewhere.
func layoutsText(layer fs.FS, theme map[string]yaml.Node, root *yaml.Node) string {
	strange := false
	for k := 0; k+1 < len(root.Content); k += 2 {
		_, known := theme[root.Content[k].Value]
		strange = strange || !known
	}
	if !strange {
		return ""
	}
	var b strings.Builder
	eachLayout(layer, func(_ string, data []byte) { b.Write(data) })
	return b.String()
}

// eachLayout reads the layouts of one layer.
func eachLayout(layer fs.FS, look func(name string, data []byte)) {
	_ = fs.WalkDir(layer, ".", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".html" {
			return nil // no error here: whoever reads the layouts tells of it
		}
		data, err := fs.ReadFile(layer, name)
		look(name, data)
		return err
	})
}

func plural(n *yaml.Node) ukrainian.Forms {
	return ukrainian.Forms{One: entry(n, "one"), Few: entry(n, "few"), Many: entry(n, "many"), Other: entry(n, "few")}
}

// entry returns the text of a key of a map.
func entry(n *yaml.Node, key string) string {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1].Value
		}
	}
	return ""
}
