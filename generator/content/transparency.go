package content

import "github.com/som-hub/vitryna/generator/site"

// disclose reads the field transparency: key and document. Its lines are put in the order of the vocabulary of the keys.
func disclose(c *site.Config, doc *site.Doc) {
	v, ok := doc.Value("transparency")
	field := doc.Kind.Field("transparency")
	if !ok || field == nil || field.Vocabulary == nil {
		return
	}
	c.Discloses, c.Disclosable = true, field.Vocabulary
	for _, word := range field.Vocabulary.Words {
		for _, entry := range v.Items {
			if entry.Key == word.Name && entry.Text != "" {
				c.Transparency = append(c.Transparency, site.Disclosure{Word: word, ID: entry.Text, Line: entry.Line, Column: entry.Column})
			}
		}
	}
}
