package content

import (
	"io/fs"

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
	r.problems.Sort()
	return words, r.problems
}

// words reads the texts of one language; a later layer replaces single keys.
func (r *kindReader) words(lang string) map[string]yaml.Node {
	r.file = "words/" + lang + ".yaml"
	all := map[string]yaml.Node{}
	for _, layer := range r.layers {
		root := r.load(layer)
		if root == nil {
			continue
		}
		if root.Kind != yaml.MappingNode {
			r.complain(root.Line, "тут мають бути рядки вигляду `назва: значення`", "lines of the form `name: value` are due here")
			continue
		}
		for i := 0; i+1 < len(root.Content); i += 2 {
			all[root.Content[i].Value] = *root.Content[i+1]
		}
	}
	return all
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
