package site

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Who is seen on a photograph.
const (
	NoPeople  = "none"
	Adults    = "adults"
	Children  = "children"
	MixedAges = "mixed"
)

// Why people on a photograph may be shown.
const (
	ConsentNotNeeded = "not-needed"
	PublicEvent      = "public-event"
	WrittenConsent   = "written"
	BlurredFaces     = "blurred"
)

// WithChildren tells that there are children on a photograph with these people.
func WithChildren(people string) bool { return people == Children || people == MixedAges }

// Photo is an entry of a list of photographs: what its file shows, and whether it may be shown.
type Photo struct {
	Doc    *Doc
	Value  Value
	File   string         // in content/
	People string         // one of the words above
	Until  ukrainian.Date // the last day of the consent; zero: without end
}

// Part is the text of a part of the entry, or "".
func (p *Photo) Part(name string) string {
	v, _ := p.Value.Part(name)
	return v.Text
}

// Unconsented are the files of photographs whose consent has run out before a day.
func Unconsented(docs []*Doc, now ukrainian.Date) []string {
	s := &Site{Now: now}
	s.gatherPhotos(docs)
	var files []string
	for i := range s.Photos {
		if s.expired(&s.Photos[i]) {
			files = append(files, s.Photos[i].File)
		}
	}
	return files
}

func (s *Site) expired(p *Photo) bool { return !p.Until.IsZero() && p.Until.Last().Compare(s.Now) < 0 }

func (s *Site) gatherPhotos(docs []*Doc) {
	for _, doc := range docs {
		for _, v := range doc.Values {
			s.photoEntries(doc, v)
		}
	}
}

// photos gathers the entries of all documents and withholds the files whose consent has run out (PD-07), with the copies of them: whoever names such a
// file, as a cover, in a text, in another entry, it is not published.
func (s *Site) photos(docs []*Doc, copies map[string][]string) {
	s.withheld = map[string]bool{}
	s.gatherPhotos(docs)
	s.photosOf = map[*Doc][]*Photo{}
	for i := range s.Photos {
		p := &s.Photos[i]
		s.photosOf[p.Doc] = append(s.photosOf[p.Doc], p)
		if s.expired(p) {
			for _, file := range copies[p.File] {
				if !s.withheld[file] {
					s.problems = append(s.problems, problem.New("W-PHOTO-COPY", file, 0, 0, "of", strings.TrimPrefix(p.File, "content/")))
				}
				s.withheld[file] = true
			}
			s.withheld[p.File] = true
			until, _ := p.Value.Part("consent_until")
			s.complain(p.Doc, "W-PHOTO-EXPIRED", until.Line, until.Column, "file", path.Base(p.File), "date", p.Until.Long(), "date.en", p.Until.EnglishLong())
		}
	}
}

func (s *Site) photoEntries(doc *Doc, v Value) {
	for _, nested := range [][]Value{v.Items, v.Parts} {
		for _, n := range nested {
			s.photoEntries(doc, n)
		}
	}
	if v.Field.Type != PhotoType || v.Field.List {
		return
	}
	file, _ := v.Part("file")
	people, _ := v.Part("people")
	until, _ := v.Part("consent_until")
	s.Photos = append(s.Photos, Photo{Doc: doc, Value: v, File: beside(doc, file.Text), People: people.Text, Until: until.Date})
}

// beside is a file that a document names.
func beside(doc *Doc, written string) string {
	return ukrainian.Normalise(path.Join(path.Dir(doc.File), written))
}

// Withheld tells that a file of content/ may not be shown any more: the consent of those who are seen on it has run out.
func (s *Site) Withheld(file string) bool { return s.withheld[file] }

// PhotosOf are the entries of a document in their order.
func (s *Site) PhotosOf(doc *Doc) []*Photo { return s.photosOf[doc] }

// photoRules: what describes a photograph with children elsewhere, as a cover or in a text, names nobody either (PD-08); and of one that is told there
// to show children it must be said somewhere who they are and that they may be shown (PD-05).
func (s *Site) photoRules() {
	people := map[string]string{}
	for _, p := range s.Photos {
		if !WithChildren(people[p.File]) {
			people[p.File] = p.People
		}
	}
	for _, page := range s.Pages() {
		doc := page.Doc
		if cover, ok := page.original().Value("cover"); ok {
			if alt, ok := doc.Value("cover_alt"); ok {
				s.described(page, beside(page.original(), cover.Text), people, alt.Text, alt.Line, alt.Column)
			}
		}
		for i, picture := range doc.Body.Pictures {
			s.described(page, page.Files[i], people, picture.Alt+". "+picture.Caption, picture.Line, picture.Column)
		}
	}
}

// described looks at what a page says of a photograph; people is who is said to be on each.
func (s *Site) described(page *Page, file string, people map[string]string, text string, line, column int) {
	who, told := people[file]
	if WithChildren(who) {
		s.nameless(page.Doc, text, line, column)
	}
	kind := page.original().Kind
	if told || kind == nil || kind.Field("photos") == nil || !slices.Contains(photographs, strings.ToLower(path.Ext(file))) {
		return
	}
	if found := ofChildren.FindStringSubmatch(text); found != nil {
		s.complain(page.Doc, "W-PHOTO-PEOPLE", line, column, "file", path.Base(file), "text", found[1])
	}
}

// photographs are the endings of what a camera makes: a drawing of children shows nobody.
var photographs = []string{".jpg", ".jpeg", ".webp"}

// ofChildren finds children in the description of a photograph: «діти ліплять», «учнів», no «дитячий центр», no «учнівська рада».
var ofChildren = regexp.MustCompile(`(?i)(?:^|[^а-яґєії])(діт(?:и|ей|ям|ьми|ях)|дитин[аиуою]{1,2}|учн(?:і|ів|ям|ями|ях)|учень|учениц[яіюею]{1,2}|учениць|школяр(?:і|ів|ам|ами|ка|ки)?|вихован(?:ець|ці|ців|цями|ка|ки|ок)|дошкільнят[аи]?|мал(?:юк|юки|юків|ята|ят)|хлопчик(?:и|ів|а)?|дівчат(?:а|ок|ка)?|дівчинк[аиу]|підлітк(?:и|ів|ами)|[а-яґєії]+класни(?:к|ки|ків|ця|ці|ць))(?:[^а-яґєії]|$)`)

func (s *Site) nameless(doc *Doc, text string, line, column int) {
	if name := NameOfPerson(text); name != "" {
		s.complain(doc, "W-CHILD-NAME", line, column, "text", name)
	}
}

// original is the Ukrainian document of a page.
func (p *Page) original() *Doc {
	if p.Item != nil {
		return p.Item.UK.Doc
	}
	return p.Doc
}

// silence takes description and caption from a picture of a text that may not be shown any more, so that nobody tells of it: no search, no list
// of figures, no book. A document is never changed once made, so the page gets another.
func (s *Site) silence(page *Page, picture int) {
	doc := *page.Doc
	doc.Body.Pictures = slices.Clone(doc.Body.Pictures)
	p := &doc.Body.Pictures[picture]
	p.Alt, p.Caption = "", ""
	if p.Number > 0 {
		doc.Body.Numbered = slices.Clone(doc.Body.Numbered)
		doc.Body.Numbered[p.Number-1].Title = ""
	}
	s.photosOf[&doc] = s.photosOf[page.Doc]
	page.Doc = &doc
}

// withoutWithheld takes the entries out of a field whose photographs may not be shown any more: not even what was seen on them is told.
func (s *Site) withoutWithheld(item *Item, v Value) (out Value, ok bool) {
	gone := func(e Value) bool {
		file, _ := e.Part("file")
		return s.withheld[beside(item.UK.Doc, file.Text)]
	}
	if !v.Field.List {
		return v, !gone(v)
	}
	v.Items = slices.DeleteFunc(slices.Clone(v.Items), gone)
	return v, len(v.Items) > 0
}
