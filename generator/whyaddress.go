package generator

import (
	"net/url"
	"path"
	"strings"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
)

// address explains an address.
func (w *why) address(asked string) {
	at := w.path(asked)
	for _, item := range w.model.Known() {
		if item.HasPage() && (at == item.UK.Address() || at == site.Address(item.Path, site.EN)) {
			w.File, w.Found = item.UK.Doc.File, true
			if item.EN != nil && strings.HasPrefix(at, "en/") {
				w.File = item.EN.Doc.File
			}
			w.item(item, w.File)
			return
		}
		for _, alias := range aliases(item.UK.Doc) {
			if site.AliasAddress(alias) == at {
				w.Found, w.File, w.Shown = true, item.UK.Doc.File, item.State == site.Shown
				w.say("old address", "/"+at, "/"+item.UK.Address(), item.UK.Doc.File)
				return
			}
		}
	}
	for _, lang := range []string{site.UK, site.EN} {
		for _, sec := range append([]*site.Section{nil}, w.model.Sections...) {
			if w.listPage(sec, at, lang) {
				return
			}
		}
	}
	if _, there := w.s.at[file(at)]; there {
		w.Found, w.Shown = true, true
		w.say("made", "/"+at)
		return
	}
	w.nowhere(at)
}

// listPage explains the home page or the page of a section.
func (w *why) listPage(sec *site.Section, at, lang string) bool {
	if sec == nil {
		if at != site.Address("", lang) || lang == site.EN && !w.model.Config.English() {
			return false
		}
		w.Found, w.Shown = true, true
		if home := w.model.Home.In(lang); home != nil {
			w.file(home.Doc.File)
		} else {
			w.say("home made", "/"+at)
		}
		return true
	}
	if at != site.Address(sec.Kind.Section, lang) {
		return false
	}
	w.Found, w.Shown = true, true
	w.say("section", "/"+at, len(sec.Items), order(sec.Kind))
	if intro := sec.Intro.In(lang); intro != nil {
		w.File = intro.Doc.File
		w.say("section intro", intro.Doc.File)
		w.title(intro)
	} else {
		w.say("section bare", "content/"+sec.Kind.Section+"/index.md")
	}
	return true
}

// path is an address as routes are written: without host, name of a page, and question.
func (w *why) path(asked string) string {
	at := asked
	if base := w.model.Config.BaseURL; base != "" {
		at = strings.TrimPrefix(at, base)
	}
	at, _, _ = strings.Cut(at, "#")
	at, _, _ = strings.Cut(at, "?")
	if _, rest, ok := strings.Cut(at, "://"); ok {
		_, at, _ = strings.Cut(rest, "/")
	}
	if plain, err := url.PathUnescape(at); err == nil {
		at = plain
	}
	at = strings.TrimPrefix(at, "/")
	if rest, ok := strings.CutSuffix(at, "index.html"); ok {
		at = rest
	}
	if at != "" && !strings.HasSuffix(at, "/") && path.Ext(at) == "" {
		at += "/"
	}
	return at
}

// nowhere says that there is no such page, and which there is.
func (w *why) nowhere(at string) {
	var addresses []string
	for _, path := range w.s.Routes() {
		if address, ok := strings.CutSuffix(path, "index.html"); ok {
			addresses = append(addresses, address)
		}
	}
	if near := problem.Nearest(at, addresses); near != "" {
		w.say("nowhere near", "/"+at, "/"+near)
		return
	}
	w.say("nowhere", "/"+at)
}
