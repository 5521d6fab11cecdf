package content

import (
	"maps"
	"slices"

	"go.yaml.in/yaml/v4"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// vocabularies reads the closed lists of values. The order of the words in the file is their sort order.
func (r *kindReader) vocabularies() map[string]*site.Vocabulary {
	all := map[string]*site.Vocabulary{}
	includes := map[string]*yaml.Node{}
	for _, layer := range r.layers {
		root := r.load(layer)
		switch {
		case root == nil:
		case root.Kind != yaml.MappingNode:
			r.vocabularyProblem("", root.Line, "тут мають бути назви переліків значень", "names of vocabularies are due here")
		default:
			r.vocabularyFile(root, all, includes)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(includes)) {
		r.include(all, includes, name, map[string]bool{})
	}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		number(all[name])
		r.ambiguous(all[name])
	}
	return all
}

func (r *kindReader) vocabularyProblem(name string, line int, uk, en string) {
	args := []string{"detail.uk", uk, "detail.en", en}
	if name != "" {
		args = append(args, "name", name)
	}
	r.problem("E-VOCABULARY", line, args...)
}

// vocabularyFile reads the words of one layer: a word that stands already is replaced, a new one comes after the others.
func (r *kindReader) vocabularyFile(top *yaml.Node, all map[string]*site.Vocabulary, includes map[string]*yaml.Node) {
	for i := 0; i+1 < len(top.Content); i += 2 {
		name, body := top.Content[i].Value, top.Content[i+1]
		if body.Kind != yaml.MappingNode {
			r.vocabularyProblem(name, body.Line, "тут мають бути слова, кожне з назвою українською", "words are due here, each with its Ukrainian label")
			continue
		}
		if all[name] == nil {
			all[name] = &site.Vocabulary{Name: name}
		}
		for j := 0; j+1 < len(body.Content); j += 2 {
			key, word := body.Content[j], body.Content[j+1]
			if key.Value == "_includes" {
				includes[name] = word
				continue
			}
			all[name].Put(r.word(name, key, word))
		}
	}
}

// include adds the words of the vocabularies that another names, and of those that these name; its own words stand first.
func (r *kindReader) include(all map[string]*site.Vocabulary, includes map[string]*yaml.Node, name string, above map[string]bool) {
	node := includes[name]
	if node == nil || above[name] {
		return
	}
	above[name] = true
	for _, other := range listOf(node) {
		if all[other] == nil {
			r.vocabularyProblem(name, node.Line, "у `_includes` названо перелік значень `"+other+"`, якого немає", "`_includes` names the vocabulary `"+other+"`, which is not there")
			continue
		}
		r.include(all, includes, other, above)
		for _, word := range all[other].Words {
			if all[name].Word(word.Name) == nil {
				all[name].Words = append(all[name].Words, word)
			}
		}
	}
	delete(includes, name)
}

// ambiguous finds a spelling that two words of a vocabulary share: an author would get the first without knowing.
func (r *kindReader) ambiguous(v *site.Vocabulary) {
	owners := map[string]string{}
	for _, w := range v.Words {
		for _, label := range append([]string{w.Name, w.Label.UK, w.Label.EN}, w.Aka...) {
			folded := ukrainian.Fold(label)
			if other, taken := owners[folded]; folded != "" && taken && other != w.Name {
				r.vocabularyProblem(v.Name, 0, "слова `"+other+"` і `"+w.Name+"` мають ту саму назву «"+label+"»", "the words `"+other+"` and `"+w.Name+"` share the label “"+label+"”")
			}
			owners[folded] = w.Name
		}
	}
}

// number gives the words their order; a word that is included elsewhere is copied first.
func number(v *site.Vocabulary) {
	for i, w := range v.Words {
		c := *w
		c.Order = i
		v.Words[i] = &c
	}
}

func (r *kindReader) word(vocabulary string, key, node *yaml.Node) *site.Word {
	var f wordFile
	w := &site.Word{Name: key.Value, Label: site.Text{UK: key.Value}}
	if node.Kind != yaml.MappingNode {
		r.vocabularyProblem(vocabulary, key.Line, "слово `"+w.Name+"` потребує назв: `{uk: …, en: …}`", "the word `"+w.Name+"` needs labels: `{uk: …, en: …}`")
		return w
	}
	if !r.into(node, &f) {
		return w
	}
	w.Aka, w.Virtual, w.Object = f.Aka, f.Virtual, f.Object
	uk, en := listOf(&f.UK), listOf(&f.EN)
	if w.Label = (site.Text{UK: first(uk), EN: first(en)}); w.Label.UK == "" {
		r.vocabularyProblem(vocabulary, key.Line, "слово `"+w.Name+"` не має назви українською", "the word `"+w.Name+"` has no Ukrainian label")
		w.Label.UK = w.Name
	}
	r.forms(node)
	if len(uk) == 3 {
		w.Count.UK = forms(uk)
	}
	if len(en) == 2 {
		w.Count.EN = [2]string(en)
	}
	if f.Count.Kind != 0 {
		r.forms(&f.Count)
		w.Count = nounOf(&f.Count)
	}
	return w
}

func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

func forms(list []string) ukrainian.Forms {
	f := ukrainian.Forms{One: list[0], Few: list[0], Many: list[0], Other: list[0]}
	if len(list) > 2 {
		f.Few, f.Many, f.Other = list[1], list[2], list[1]
	}
	return f
}

// textOf reads a label: one text, or {uk, en}.
func textOf(n *yaml.Node) site.Text {
	if n.Kind == yaml.MappingNode {
		var t struct{ UK, EN string }
		for i := 0; i+1 < len(n.Content); i += 2 {
			switch n.Content[i].Value {
			case "uk":
				t.UK = n.Content[i+1].Value
			case "en":
				t.EN = n.Content[i+1].Value
			}
		}
		return site.Text{UK: t.UK, EN: t.EN}
	}
	return site.Text{UK: n.Value}
}

// nounOf reads {uk: [one, few, many], en: [singular, plural]}, or one text.
func nounOf(n *yaml.Node) site.Noun {
	var noun site.Noun
	if n.Kind != yaml.MappingNode {
		if n.Value != "" {
			noun.UK = forms([]string{n.Value})
		}
		return noun
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		list := listOf(n.Content[i+1])
		switch {
		case len(list) == 0:
		case n.Content[i].Value == "uk":
			noun.UK = forms(list)
		case len(list) == 1:
			noun.EN = [2]string{list[0], list[0]}
		default:
			noun.EN = [2]string{list[0], list[1]}
		}
	}
	return noun
}

// listOf reads one text or a list of texts.
func listOf(n *yaml.Node) []string {
	switch n.Kind {
	case yaml.ScalarNode:
		return []string{n.Value}
	case yaml.SequenceNode:
		var list []string
		for _, c := range n.Content {
			list = append(list, c.Value)
		}
		return list
	}
	return nil
}
