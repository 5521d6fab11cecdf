package content

import (
	"go.yaml.in/yaml/v4"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// vocabularies reads the closed lists of values. The order of the words in the file is their sort order.
func (r *kindReader) vocabularies(file string) map[string]*site.Vocabulary {
	all := map[string]*site.Vocabulary{}
	includes := map[string][]string{}
	for _, layer := range r.layers {
		var root yaml.Node
		if r.load(layer, file, &root) && len(root.Content) > 0 {
			r.vocabularyFile(file, root.Content[0], all, includes)
		}
	}
	for name, others := range includes {
		for _, other := range others {
			if all[other] == nil {
				r.complain(file, 1, "vocabulary %q includes the unknown %q", name, other)
				continue
			}
			all[name].Words = append(all[name].Words, all[other].Words...)
		}
	}
	for _, v := range all {
		number(v)
	}
	return all
}

// vocabularyFile reads the words of one layer: a word that stands already is replaced, a new one comes after the others.
func (r *kindReader) vocabularyFile(file string, top *yaml.Node, all map[string]*site.Vocabulary, includes map[string][]string) {
	for i := 0; i+1 < len(top.Content); i += 2 {
		name, body := top.Content[i].Value, top.Content[i+1]
		if body.Kind != yaml.MappingNode {
			r.complain(file, body.Line, "vocabulary %q must be a map of words", name)
			continue
		}
		if all[name] == nil {
			all[name] = &site.Vocabulary{Name: name}
		}
		for j := 0; j+1 < len(body.Content); j += 2 {
			key, word := body.Content[j].Value, body.Content[j+1]
			if key == "_includes" {
				includes[name] = listOf(word)
				continue
			}
			all[name].Put(r.word(file, key, word))
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

func (r *kindReader) word(file, name string, node *yaml.Node) *site.Word {
	var f struct {
		UK      yaml.Node `yaml:"uk"`
		EN      yaml.Node `yaml:"en"`
		Count   yaml.Node `yaml:"count"`
		Aka     []string  `yaml:"aka"`
		Virtual bool      `yaml:"virtual"`
	}
	if err := node.Load(&f, yaml.WithKnownFields()); err != nil {
		r.complain(file, node.Line, "word %q: %v", name, err)
		return &site.Word{Name: name, Label: site.Text{UK: name}}
	}
	w := &site.Word{Name: name, Aka: f.Aka, Virtual: f.Virtual}
	uk, en := listOf(&f.UK), listOf(&f.EN)
	w.Label = site.Text{UK: first(uk), EN: first(en)}
	if w.Label.UK == "" {
		r.complain(file, node.Line, "word %q: the Ukrainian label is missing", name)
		w.Label.UK = name
	}
	if len(uk) == 3 {
		w.Count.UK = forms(uk)
	}
	if len(en) == 2 {
		w.Count.EN = [2]string(en)
	}
	if f.Count.Kind != 0 {
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
