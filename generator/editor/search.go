package editor

import (
	"context"
	"path"
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// searchQuestion looks for items by words of their titles; From is the text that is to lead there, To the sections that may be meant, none is all.
type searchQuestion struct {
	Query string   `json:"query"`
	From  string   `json:"from"`
	To    []string `json:"to"`
}

type hit struct {
	Title string `json:"title"`
	Kind  string `json:"kind"`
	Ref   string `json:"ref"`  // as a field of the header refers to it
	Link  string `json:"link"` // as Markdown leads to it
	rank  int
	key   string
}

type searchReply struct {
	Hits  []hit `json:"hits"`
	Found int   `json:"found"` // the hits are the first of so many
}

// hitsAtMost is how many are shown: who sees none she meant types on.
const hitsAtMost = 20

// search finds items: those whose title begins with the words first, then those with all of them.
func (d *Desk) search(_ context.Context, q searchQuestion) (searchReply, error) {
	r := searchReply{Hits: []hit{}}
	model := d.now.Load().snapshot.Model()
	if model == nil {
		return r, nil
	}
	words := strings.Fields(ukrainian.Fold(q.Query))
	for _, i := range model.Items {
		if len(q.To) > 0 && !slices.Contains(q.To, i.Section) || len(q.To) == 0 && !i.HasPage() || i.UK == nil || i.UK.Doc.File == q.From {
			continue
		}
		title, _ := i.Title(site.UK)
		title = strings.ReplaceAll(title, "\u00a0", " ") // the typographer's, not the author's
		h := hit{Title: title, Kind: i.Kind.Singular(d.Lang), Ref: refOf(i, q.To), Link: linkOf(q.From, i), key: string(ukrainian.SortKey(title))}
		if h.rank = rank(words, ukrainian.Fold(title+" "+i.ID)); h.rank > 0 {
			r.Hits = append(r.Hits, h)
		}
	}
	slices.SortStableFunc(r.Hits, func(a, b hit) int {
		if a.rank != b.rank {
			return a.rank - b.rank
		}
		return strings.Compare(a.key, b.key)
	})
	r.Found = len(r.Hits)
	r.Hits = r.Hits[:min(len(r.Hits), hitsAtMost)]
	return r, nil
}

// rank is 1 for a title that begins with the words, 2 for one that has them all, 0 for any other.
func rank(words []string, title string) int {
	if strings.HasPrefix(title, strings.Join(words, " ")) {
		return 1
	}
	for _, w := range words {
		if !strings.Contains(title, w) {
			return 0
		}
	}
	return 2
}

// refOf is how a header refers to an item: by its id alone where the section is understood.
func refOf(i *site.Item, to []string) string {
	own := i.ID
	if i.Owner != nil {
		own = i.Owner.ID + "/" + i.ID
	}
	if len(to) > 0 && to[0] == i.Section {
		return own
	}
	return i.Section + "/" + own
}

// linkOf is how a text leads to an item: to its file, as everywhere in content/; to a row of a table by its address.
func linkOf(from string, i *site.Item) string {
	if i.UK.Doc.Line > 0 {
		return relative(from, "content/"+i.Path+"/")
	}
	file := i.UK.Doc.File
	if strings.HasSuffix(from, ".en.md") && i.EN != nil && path.Ext(i.EN.Doc.File) == ".md" {
		file = i.EN.Doc.File
	}
	return relative(from, file)
}
