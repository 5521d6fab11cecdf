package content

import (
	"io/fs"
	"maps"

	"go.yaml.in/yaml/v4"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// ReadWords reads the interface texts, words/{uk,en}.yaml of each of the layouts; a later one replaces single keys. A key without Ukrainian is E-I18N, one without English W-I18N.
func ReadWords(layouts ...fs.FS) (site.Words, problem.List) {
	r := &kindReader{layers: layouts}
	words := site.Words{Texts: map[string]site.Text{}, Nouns: map[string]site.Noun{}}
	uk, en := r.words("words/uk.yaml"), r.words("words/en.yaml")
	for key, node := range uk {
		other, translated := en[key]
		if !translated {
			r.problems = append(r.problems, problem.New("W-I18N", "layouts/words/en.yaml", 0, 0, "key", key))
		}
		if node.Kind == yaml.MappingNode {
			words.Nouns[key] = site.Noun{UK: plural(&node), EN: [2]string{entry(&other, "one"), entry(&other, "many")}}
			continue
		}
		words.Texts[key] = site.Text{UK: node.Value, EN: other.Value}
	}
	for key, node := range en {
		if _, ok := uk[key]; !ok {
			r.problems = append(r.problems, problem.New("E-I18N", "layouts/words/en.yaml", node.Line, 0, "key", key))
		}
	}
	r.problems.Sort()
	return words, r.problems
}

func (r *kindReader) words(file string) map[string]yaml.Node {
	all := map[string]yaml.Node{}
	for _, layer := range r.layers {
		var some map[string]yaml.Node
		r.load(layer, file, &some)
		maps.Copy(all, some)
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
