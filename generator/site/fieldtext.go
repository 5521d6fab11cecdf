package site

// linkFields resolves the links and pictures in the texts of fields: clauses, excerpts of acts.
func (s *Site) linkFields(page *Page, values []Value) {
	for i := range values {
		v := &values[i]
		s.linkFields(page, v.Items)
		s.linkFields(page, v.Parts)
		if v.Body == nil || len(v.Body.Holes) == 0 || !v.Field.Public() {
			continue
		}
		doc := *page.Doc
		doc.Body, doc.Values = *v.Body, nil
		text := &Page{Doc: &doc, Item: page.Item, Section: page.Section}
		s.linkPage(text)
		if page.texts == nil {
			page.texts = map[*Body]*Page{}
		}
		page.texts[v.Body] = text
	}
}

// FieldText is the text of a field of the item as a page of its own, so that the holes in it can be filled like those of any
// page; nil where there are none.
func (i *Item) FieldText(b *Body) *Page {
	for _, page := range []*Page{i.UK, i.EN} {
		if page != nil && page.texts[b] != nil {
			return page.texts[b]
		}
	}
	return nil
}
