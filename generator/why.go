package generator

import (
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/filename"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Reason is one sentence of [Loader.Why]: a key of the program's texts and what stands in it. An argument that is a [site.Text] or a date is said in the
// language of the reader.
type Reason struct {
	Key  string
	Args []any
}

// Answer tells why a page is as it is, or why it is missing.
type Answer struct {
	File    string // of content/; "" where the page has none
	Found   bool   // there is something to tell of
	Shown   bool   // visitors see it
	Reasons []Reason
}

func (a *Answer) say(key string, args ...any) { a.Reasons = append(a.Reasons, Reason{key, args}) }

// Why explains a file of the site's folder, or an address of the site, as a build of today would treat it. The snapshot is of a loader without drafts.
func (l *Loader) Why(s *Snapshot, asked string) Answer {
	w := &why{l: l, s: s, model: s.model}
	w.explain(asked)
	w.unbuilt("unbuilt")
	w.problems()
	return w.Answer
}

type why struct {
	Answer
	l     *Loader
	s     *Snapshot
	model *site.Site
}

// explain explains a file or an address.
func (w *why) explain(asked string) {
	if file := strings.TrimPrefix(path.Clean(strings.ReplaceAll(asked, `\`, "/")), "./"); !strings.Contains(asked, "://") && !strings.HasPrefix(asked, "/") {
		if info, err := fs.Stat(w.l.Root, file); err == nil && fs.ValidPath(file) {
			if info.IsDir() {
				file = path.Join(file, "index.md")
				if _, err := fs.Stat(w.l.Root, file); err != nil {
					w.address(asked)
					return
				}
			}
			w.file(file)
			return
		}
		if strings.HasPrefix(file, "content/") {
			w.absent(file)
			return
		}
	}
	w.address(asked)
}

// unbuilt tells, by a key of the texts, that what would be shown is not on the site: an error stops the build, one in the file itself or else the first. It is
// false where nothing does.
func (w *why) unbuilt(key string) bool {
	at := slices.IndexFunc(w.s.Problems, func(p problem.Problem) bool { return p.Stops() && p.File == w.File })
	if at < 0 {
		at = slices.IndexFunc(w.s.Problems, problem.Problem.Stops)
	}
	if at < 0 || !w.Shown {
		return false
	}
	p := w.s.Problems[at]
	where := p.File
	switch {
	case where == "":
		where = p.Code
	case p.Line > 0:
		where += ":" + strconv.Itoa(p.Line)
	}
	w.Shown = false
	w.say(key, where)
	return true
}

// file explains a file.
func (w *why) file(file string) {
	w.File, w.Found = file, true
	name := path.Base(file)
	switch {
	case !strings.HasPrefix(file, "content/"):
		w.say("outside", file)
		return
	case filename.Private(file):
		w.say("private", file)
		return
	case file == content.ConfigFile:
		w.Shown = true
		w.say("config", file)
		return
	case filename.LeftOver(name):
		w.say("left over", file)
		return
	}
	items := w.itemsOf(file)
	switch page := w.introduction(file); {
	case page != nil && page.Section != nil:
		w.Shown = true
		w.say("intro", file, page.Section.Kind.Section, "/"+page.Address())
		w.title(page)
	case page != nil:
		w.Shown = true
		w.say("home", file, "/"+page.Address())
		w.title(page)
	case len(items) == 1 && items[0].UK.Doc.Line == 0:
		w.item(items[0], file)
	case len(items) > 0:
		w.rows(file, items)
	default:
		w.other(file)
	}
}

// absent explains a file that is not there.
func (w *why) absent(file string) {
	var names []string
	for _, item := range w.model.Known() {
		names = append(names, item.UK.Doc.File)
	}
	if near := problem.Nearest(file, names); near != "" {
		w.say("no file near", file, near)
		return
	}
	w.say("no file", file)
}

// itemsOf are the items of a file: one of a text, many of a table.
func (w *why) itemsOf(file string) []*site.Item {
	var items []*site.Item
	for _, item := range w.model.Known() {
		if item.UK.Doc.File == file || item.EN != nil && item.EN.Doc.File == file {
			items = append(items, item)
		}
	}
	return items
}

func (w *why) introduction(file string) *site.Page {
	pages := w.model.Introductions()
	i := slices.IndexFunc(pages, func(p *site.Page) bool { return p.Doc.File == file })
	if i < 0 {
		return nil
	}
	return pages[i]
}

// item explains one item: whether it is shown, its address, and where its parts come from.
func (w *why) item(item *site.Item, file string) {
	doc := item.UK.Doc
	w.say("item", file, site.Text{UK: item.Kind.Singular(site.UK), EN: item.Kind.Singular(site.EN)}, doc.Title)
	page := item.UK
	if item.EN != nil && item.EN.Doc.File == file {
		page = item.EN
		w.say("translation", doc.File)
	}
	w.state(item)
	if item.Kind.NoPage {
		w.say("no page", "/"+item.Kind.Section+"/")
		return
	}
	w.place(item, page)
	w.title(page)
	w.look(item)
	if item.State == site.Shown {
		w.listed(item)
	}
	w.languages(item)
	for _, alias := range aliases(doc) {
		w.say("alias", alias)
	}
}

// state tells whether the item is shown, and why not.
func (w *why) state(item *site.Item) {
	doc := item.UK.Doc
	w.Shown = item.State == site.Shown
	if item.Owner != nil && item.State != site.Shown && !doc.Draft && item.Owner.State == item.State {
		w.say("owner hidden", item.Owner.UK.Doc.Title, item.Owner.UK.Doc.File)
		item = item.Owner
		doc = item.UK.Doc
	}
	switch item.State {
	case site.Shown:
		if !w.unbuilt("unbuilt page") {
			w.say("shown")
		}
	case site.Draft:
		if !doc.Draft {
			w.say("no owner", doc.Owner)
			return
		}
		v, _ := doc.Value("draft")
		w.say("draft", doc.File, v.Line)
	case site.Future:
		switch {
		case !item.HeldUntil.IsZero():
			w.say("held", item.HeldUntil)
		case !item.LotsFrom.IsZero():
			w.say("lots from", item.LotsFrom, item.Owner.UK.Doc.File)
		default:
			w.say("future", doc.Date("date"))
		}
	case site.Expired:
		w.say("expired", doc.Date("expires"))
	case site.Lapsed:
		w.say("lapsed")
	}
}

// place tells the address and what it is made of.
func (w *why) place(item *site.Item, page *site.Page) {
	address, doc := "/"+page.Address(), item.UK.Doc
	number, numbered := doc.Value("n")
	switch {
	case item.Kind.Name == "lot" && numbered:
		w.say("address lot", address, number.Line)
	case doc.Line > 0:
		w.say("address row", address, doc.File, doc.Line, item.ID)
	case doc.Order > 0:
		w.say("address numbered", address, path.Base(doc.File), doc.Order)
	default:
		w.say("address", address, path.Dir(strings.TrimPrefix(doc.File, "content/")))
	}
	if base := w.model.Config.BaseURL; base != "" && w.Shown {
		w.say("web", base+address)
	}
}

// title tells where the title and the summary come from.
func (w *why) title(page *site.Page) {
	doc := page.Doc
	if v, ok := doc.Value("title"); ok {
		w.say("title field", doc.Title, v.Line)
	} else if doc.Kind != nil && doc.Kind.Title != "" {
		w.say("title pattern", doc.Title, doc.Kind.Title)
	} else if doc.Title != "" {
		w.say("title heading", doc.Title)
	}
	switch v, ok := doc.Value("summary"); {
	case ok:
		w.say("summary field", v.Line)
	case doc.Body.Lead != "":
		w.say("summary lead")
	}
}

// look tells which layout shows the page: the kind's own or the one for all, of the site or of the theme.
func (w *why) look(item *site.Item) {
	file := "kinds/" + item.Kind.Name + "/page.html"
	if _, err := fs.Stat(w.l.Root, "layouts/"+file); err == nil {
		w.say("layout own", "layouts/"+file)
	} else if _, err := fs.Stat(w.l.Layouts, file); err == nil {
		w.say("layout kind", file)
	} else {
		w.say("layout any", "page.html")
	}
}

// listed tells in which lists the item stands, at which place and by what order, and which items refer to it.
func (w *why) listed(item *site.Item) {
	if item.Owner != nil {
		w.say("inside", item.Owner.UK.Doc.Title, "/"+item.Owner.UK.Address())
	} else if w.model.Left(item) {
		w.say("left", item.UK.Doc.Date("until"), "/"+item.Section+"/")
	} else if sec := w.model.Section(item.Section); sec != nil {
		w.say("list", "/"+item.Section+"/", slices.Index(sec.Items, item)+1, len(sec.Items), order(item.Kind))
	}
	for _, back := range item.Back {
		for _, from := range back.Items {
			if from.State == site.Shown && from.HasPage() {
				w.say("back", from.UK.Doc.Title, "/"+from.UK.Address(), back.Label)
			}
		}
	}
}

// order is by what items of a kind are sorted: the labels of the fields.
func order(kind *site.Kind) site.Text {
	var uk, en []string
	for _, key := range kind.Sort {
		if f := kind.Field(key.Field); f != nil {
			uk, en = append(uk, "«"+f.Label.UK+"»"), append(en, "“"+f.Label.In(site.EN)+"”")
		}
	}
	return site.Text{UK: strings.Join(uk, ", "), EN: strings.Join(en, ", ")}
}

// languages tells of the English page.
func (w *why) languages(item *site.Item) {
	file := item.UK.Doc.File
	english := strings.TrimSuffix(file, ".md") + ".en.md"
	switch {
	case !w.model.Config.English() || item.UK.Doc.Line > 0:
	case item.EN != nil:
		w.say("english", "/"+item.EN.Address(), item.EN.Doc.File)
	default:
		w.say("no english", english)
	}
}

// rows explains a table.
func (w *why) rows(file string, items []*site.Item) {
	shown := 0
	for _, item := range items {
		if item.State == site.Shown {
			shown++
		}
	}
	kind := items[0].Kind
	w.Shown = shown > 0
	w.say("table", file, site.Text{UK: kind.Plural(site.UK), EN: kind.Plural(site.EN)}, len(items), shown)
	first := items[0]
	if first.Owner != nil {
		w.say("inside", first.Owner.UK.Doc.Title, "/"+first.Owner.UK.Address())
		return
	}
	w.say("table list", "/"+first.Section+"/")
}

// other explains a file that is no text: a picture, an attachment, or one that could not be read.
func (w *why) other(file string) {
	switch {
	case w.model.Withheld(file):
		w.say("withheld", file)
	case slices.Contains(w.model.Uses, ukrainian.Normalise(file)):
		w.Shown = true
		w.say("used", file)
		for _, page := range w.model.Pages() {
			if slices.Contains(page.Files, file) {
				w.say("used by", page.Doc.Title, "/"+page.Address())
			}
		}
	case strings.HasSuffix(file, ".md") || strings.HasSuffix(file, ".csv"):
		w.say("unread", file)
	default:
		w.say("unused", file)
	}
}

// problems tells what is wrong with the file, if there is one.
func (w *why) problems() {
	for _, p := range w.s.Problems {
		if w.File != "" && p.File == w.File {
			w.say("problem", p)
		}
	}
}

// aliases are the old addresses of an item, as its author wrote them.
func aliases(doc *site.Doc) []string {
	v, _ := doc.Value("aliases")
	var texts []string
	for _, item := range v.Items {
		texts = append(texts, item.Text)
	}
	return texts
}
