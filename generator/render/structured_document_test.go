package render

import (
	"strings"
	"testing"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

func init() {
	kinds["document"] = kindOf("document", "documents", "DigitalDocument")
	kinds["legal-act"] = kindOf("legal-act", "acts", "Legislation")
}

// TestStructuredDataOfDocuments: what programs are told of a document and of an act, and that who signed is not among it.
func TestStructuredDataOfDocuments(t *testing.T) {
	decision := document("document", site.UK, "rishennia", "Рішення колегії",
		field("kind", "enum:decision=рішення"), field("issuer", "колегія управління освіти"), field("number", "1/2020-3"), field("issued", "date:2020-03-04"),
		field("about", "Про технології"), field("void_since", "date:2022-01-01"), field("legal_basis", []string{"ref:acts/kmu-779"}),
		field("signed_by", [][]site.Value{{field("post", "Голова"), field("name", secret)}}))
	act := document("legal-act", site.UK, "kmu-779", "Постанова КМУ від 21.08.2019 № 779",
		field("act_kind", "enum:cabinet=постанова КМУ"), field("number", "779"), field("adopted", "date:2019-08-21"), field("status", "enum:in-force=чинний"),
		field("url", "https://zakon.rada.gov.ua/laws/show/779"), field("topics", []string{"інклюзія", "позашкілля"}))
	s, problems := site.New([]*site.Doc{decision, act}, site.Options{
		Now: ukrainian.Date{Year: 2021, Month: 11, Day: 2}, Kinds: []*site.Kind{kinds["document"], kinds["legal-act"]},
		Config: site.Config{Name: site.Text{UK: "Центр"}, Owner: "Кабінет", BaseURL: "https://example.org", Languages: []string{site.UK}},
	})
	if problems.Stops() {
		t.Fatal(problems)
	}
	tests := map[string][]string{
		"documents/rishennia": {
			`"@type":"DigitalDocument"`, `"headline":"Про технології"`, `"identifier":"1/2020-3"`, `"datePublished":"2020-03-04"`, `"expires":"2022-01-01"`,
			`"author":[{"@type":"Organization","name":"колегія управління освіти"}]`, `"citation":"Постанова КМУ від 21.08.2019 № 779"`, `"inLanguage":"uk"`,
		},
		"acts/kmu-779": {
			`"@type":"Legislation"`, `"legislationIdentifier":"779"`, `"legislationDate":"2019-08-21"`, `"legislationType":"постанова КМУ"`,
			`"legislationLegalForce":"https://schema.org/InForce"`, `"sameAs":"https://zakon.rada.gov.ua/laws/show/779"`, `"keywords":["інклюзія","позашкілля"]`,
		},
	}
	for path, wanted := range tests {
		got := string(structuredData(s, of(s, path, site.UK)))
		for _, want := range wanted {
			if !strings.Contains(got, want) {
				t.Errorf("%s does not tell %s:\n%s", path, want, got)
			}
		}
		if strings.Contains(got, secret) {
			t.Errorf("%s tells who signed:\n%s", path, got)
		}
	}
}
