package site

// Words are the interface texts of a theme in both languages, layouts/words/{uk,en}.yaml. A missing English one falls back
// to the Ukrainian (rule B-08).
type Words struct {
	Texts map[string]Text
	Nouns map[string]Noun
}

// Text returns the text of a key; the key itself where there is none, so that it is seen.
func (w Words) Text(key, lang string) string {
	t, ok := w.Texts[key]
	if !ok {
		return key
	}
	return t.In(lang)
}

// Noun returns the plural forms of a key.
func (w Words) Noun(key, lang string) Noun {
	n := w.Nouns[key]
	if n.EN[0] == "" {
		n.EN = [2]string{n.UK.One, n.UK.Many}
	}
	return n
}
