package render

import "github.com/som-hub/vitryna/generator/site"

// documentData: a document is what an institution has issued; acts on which it relies are cited. Persons who signed are not
// told to programs.
func documentData(d *describer, t *thing, document *site.Item) {
	t.InLanguage = words{document.Best(d.Lang).Doc.Lang}
	t.Headline, t.Identifier = d.text(document, "about"), d.text(document, "number")
	t.DatePublished, t.DateModified, t.Expires = d.date(document, "issued"), d.date(document, "updated"), d.date(document, "void_since")
	t.ResourceType = d.text(document, "kind")
	if issuer := d.text(document, "issuer"); issuer != "" {
		t.Author = []*thing{{Type: words{"Organization"}, Name: issuer}}
	}
	if owner := d.text(document, "owner"); owner != "" {
		t.SourceOrganization = &thing{Type: words{"Organization"}, Name: owner}
	}
	for _, act := range d.refs(document, "legal_basis") {
		title, _ := act.Title(d.Lang)
		t.Citation = append(t.Citation, clean(title))
	}
}

// legalForce is the force of an act in the words of schema.org; a draft has none yet.
var legalForce = map[string]string{"in-force": "https://schema.org/InForce", "void": "https://schema.org/NotInForce"}

func actData(d *describer, t *thing, act *site.Item) {
	t.LegislationID, t.LegislationDate, t.LegislationType = d.text(act, "number"), d.date(act, "adopted"), d.text(act, "act_kind")
	t.LegalForce, t.SameAs = legalForce[act.UK.Doc.Text("status")], d.text(act, "url")
	t.InLanguage, t.Keywords = words{site.UK}, d.texts(act, "topics")
}
