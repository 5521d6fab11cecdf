package edition

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"hash/fnv"
	"io"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// The site that a browser keeps: a list of its finished files, and the worker that answers from what was kept. Both are derived from the
// finished set; nothing of the site leads to the list but the worker and the script of the page «Читання без інтернету».
//
// The list is in pieces, each named by what is in it, so that a visitor who keeps one manual reads one piece, and an update reads the pieces
// that have changed. The file [VersionFile] alone has a lasting name and tells which list is today's.

// Files of the list.
const (
	WorkerFile  = "sw.js"
	ListFolder  = "offline"
	VersionFile = ListFolder + "/version.json"
)

// Whole is the group of the whole site.
const Whole = "site"

// Listed is a finished file as the list knows it.
type Listed struct {
	Sum  string // see [Sum]
	Size int
}

// Sum is the beginning of the SHA-256 of a file, by which a browser checks what it fetched.
func Sum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:sumDigits/2])
}

const sumDigits = 10

// Group is what a visitor keeps in one piece.
type Group struct {
	ID    string   // the address of its page: manuals/m1/
	Files []string // all that reading it takes
	More  []string // what is kept on demand: attachments, other forms of a book
}

// Site is what the list is made of.
type Site struct {
	Files   map[string]Listed // every file of the finished site
	Groups  []Group
	Exclude map[string]bool // folders of what is not to be kept with the whole site: news/odna/
	Shell   []string        // what the worker keeps for every visitor
	Pages   []string        // addresses of the page «Читання без інтернету», the one at the root first
	Script  []byte          // of the worker
}

// File is a file that is made of the finished site.
type File struct {
	Path string
	Data []byte
}

// List makes the list and the worker, sorted by path. Names that the finished site does not have are left out.
func List(s Site) []File {
	w := &listWriter{site: s, index: index{Groups: map[string]groupEntry{}}, made: map[string][]byte{}}
	for _, g := range append(slices.Clone(s.Groups), s.whole()) {
		w.group(g)
	}
	index := encode(w.index)
	version := Sum(index)
	list := ListFolder + "/list." + version + ".json"
	w.made[list] = index
	w.made[VersionFile] = encode(map[string]string{"version": version, "list": list})
	shell := map[string]entry{}
	for _, name := range s.Shell {
		if f, ok := s.Files[name]; ok {
			shell[name] = entry{f.Sum, f.Size}
		}
	}
	head := encode(map[string]any{"version": version, "pages": s.Pages, "shell": shell})
	w.made[WorkerFile] = slices.Concat([]byte("const vitryna="), head, []byte(";\n"), s.Script)
	var files []File
	for _, name := range slices.Sorted(maps.Keys(w.made)) {
		files = append(files, File{name, w.made[name]})
	}
	return files
}

type listWriter struct {
	site  Site
	index index
	made  map[string][]byte
}

// index is the list of lists.
type index struct {
	Groups map[string]groupEntry `json:"groups"`
}

type groupEntry struct {
	Lists []string `json:"lists"`
	Files total    `json:"files"`
	More  total    `json:"more"`
}

// total is a number of files and of bytes; entry the sum and the size of one file. Both are short: a large site has many.
type (
	total [2]int
	entry [2]any
)

func (t *total) add(f Listed) {
	t[0]++
	t[1] += f.Size
}

// piece is one list: its entries by path, as they are written.
type piece struct{ files, more []byte }

func appendFile(b []byte, name string, f Listed) []byte {
	if len(b) > 0 {
		b = append(b, ',')
	}
	b = append(appendName(b, name), `:["`...)
	b = append(append(b, f.Sum...), `",`...)
	return append(strconv.AppendInt(b, int64(f.Size), 10), ']')
}

// appendName writes a name as JSON. Most are of letters and signs that stand for themselves.
func appendName(b []byte, name string) []byte {
	for i := range len(name) {
		switch c := name[i]; {
		case c < ' ', c > '~', c == '"', c == '\\', c == '<', c == '>', c == '&':
			return append(b, encode(name)...)
		}
	}
	return append(append(append(b, '"'), name...), '"')
}

func (p *piece) json() []byte {
	b := slices.Concat([]byte(`{"f":{`), p.files, []byte("}"))
	if len(p.more) > 0 {
		b = append(append(append(b, `,"m":{`...), p.more...), '}')
	}
	return append(b, '}')
}

// group writes the lists of one group and enters it.
func (w *listWriter) group(g Group) {
	pieces := make([]piece, 1)
	if g.ID == Whole {
		pieces = make([]piece, 1+(len(g.Files)+len(g.More))/most)
	}
	pieceWith := func(name string) *piece { return &pieces[pieceOf(name, len(pieces))] }
	var e groupEntry
	files := onePicture(g.Files)
	for _, name := range files {
		if f, there := w.site.Files[name]; there {
			e.Files.add(f)
			p := pieceWith(name)
			p.files = appendFile(p.files, name, f)
		}
	}
	for _, name := range onePicture(g.More) {
		f, there := w.site.Files[name]
		if _, twice := slices.BinarySearch(files, name); there && !twice {
			e.More.add(f)
			p := pieceWith(name)
			p.more = appendFile(p.more, name, f)
		}
	}
	for _, at := range inOrderOfText(len(pieces)) {
		if pieces[at].files == nil && pieces[at].more == nil {
			continue
		}
		data := pieces[at].json()
		name := ListFolder + "/part." + Sum(data) + ".json"
		w.made[name] = data
		e.Lists = append(e.Lists, name)
	}
	w.index.Groups[g.ID] = e
}

// whole is the group of the whole site: every file that is of use without a network.
func (s Site) whole() Group {
	g := Group{ID: Whole}
	more := map[string]bool{} // what the groups keep on demand only
	for _, group := range s.Groups {
		for _, name := range group.More {
			more[name] = true
		}
	}
	for _, group := range s.Groups {
		for _, name := range group.Files {
			delete(more, name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(s.Files)) {
		switch {
		case forWeb(name), s.excludes(name):
		case more[name] && path.Ext(name) == ".html", !Part(name) && path.Base(name) != "index.html":
			g.More = append(g.More, name)
		default:
			g.Files = append(g.Files, name)
		}
	}
	return g
}

// excludes tells whether a file lies in a folder that is excluded.
func (s Site) excludes(name string) bool {
	if len(s.Exclude) == 0 {
		return false
	}
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if s.Exclude[dir+"/"] {
			return true
		}
	}
	return false
}

// most is how many files stand in one piece of the list of a whole site, about.
const most = 400

// inOrderOfText are the numbers below n as texts are sorted: 0, 1, 10, 11, 2.
func inOrderOfText(n int) []int {
	numbers := make([]int, n)
	for i := range numbers {
		numbers[i] = i
	}
	slices.SortFunc(numbers, func(a, b int) int { return strings.Compare(strconv.Itoa(a), strconv.Itoa(b)) })
	return numbers
}

// pieceOf is the piece, of so many, in which a file stands. It goes by the file's own folder, so that a new page changes one piece.
func pieceOf(name string, pieces int) int {
	if pieces == 1 {
		return 0
	}
	h := fnv.New32a()
	io.WriteString(h, path.Dir(name))
	return int(h.Sum32()) % pieces
}

// Part tells whether a file is a part of pages: a style, a script, a picture, a font.
func Part(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".css", ".js", ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".woff", ".woff2":
		return true
	}
	return false
}

// picture tells whether a file is a picture of pixels.
func picture(name string) bool {
	switch path.Ext(name) {
	case ".jpg", ".png", ".webp", ".gif", ".avif":
		return true
	}
	return false
}

// pictureName is the name of a published picture: its stem, its width where there are several, its digest, its format. The worker
// (assets/offline/store.ts) knows it too.
var pictureName = regexp.MustCompile(`^(.*?)(?:-(\d+))?(\.[0-9a-f]{8})\.(?:jpg|png|webp|gif|avif)$`)

// wideEnough is the width in which a picture is kept, in pixels: enough for a column of text on a telephone's screen.
const wideEnough = 960

// onePicture leaves of each picture that is there in several sizes and formats one, WebP before others; the rest stays. A browser that asks
// for another size gets the one that was kept.
func onePicture(names []string) []string {
	best := map[string]string{}
	var kept []string
	for _, name := range names {
		if !picture(name) {
			kept = append(kept, name) // most are pages
			continue
		}
		m := pictureName.FindStringSubmatch(name)
		if m == nil {
			kept = append(kept, name)
		} else if other, known := best[m[1]+m[3]]; !known || better(name, other) {
			best[m[1]+m[3]] = name
		}
	}
	kept = slices.AppendSeq(kept, maps.Values(best))
	slices.Sort(kept)
	return slices.Compact(kept)
}

// better tells whether a picture is kept rather than another one of the same.
func better(a, b string) bool {
	rank := func(name string) (near, width, format int) {
		m := pictureName.FindStringSubmatch(name)
		width, _ = strconv.Atoi(m[2])
		if width < wideEnough {
			near = 1
			width = -width // too small all of them: the largest
		}
		if path.Ext(name) != ".webp" {
			format = 1
		}
		return near, width, format
	}
	an, aw, af := rank(a)
	bn, bw, bf := rank(b)
	return cmp.Or(cmp.Compare(an, bn), cmp.Compare(aw, bw), cmp.Compare(af, bf), cmp.Compare(a, b)) < 0
}

// Named lists the files of the site that a finished page names, sorted: its parts, and what it links to but other pages. Every page of a site is looked
// through, so it goes from one quotation mark to the next and asks no expression.
func Named(page string, html []byte) []string {
	var list []string
	folder := path.Dir(page)
	add := func(value []byte) {
		value = bytes.TrimSpace(value)
		for _, end := range []byte(" #?") {
			if at := bytes.IndexByte(value, end); at >= 0 {
				value = value[:at]
			}
		}
		if len(value) == 0 || value[0] == '/' || value[len(value)-1] == '/' { // most links lead to pages
			return
		}
		address := string(value)
		if path.Ext(address) == ".html" || schemed(address) {
			return
		}
		if name := path.Join(folder, address); path.Ext(name) != "" && !strings.HasPrefix(name, "..") {
			list = append(list, name)
		}
	}
	for rest := html; len(rest) > 0; {
		before, behind, _ := bytes.Cut(rest, []byte("="))
		rest = behind
		if len(behind) == 0 || behind[0] != '"' {
			continue
		}
		value, after, closed := bytes.Cut(behind[1:], []byte(`"`))
		if !closed {
			break
		}
		rest = after
		switch string(nameOf(before)) {
		case "src", "href", "poster":
			add(value)
		case "srcset":
			for one := range bytes.SplitSeq(value, []byte(",")) {
				add(one)
			}
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// nameOf is the name of the attribute before whose value the text ends; nothing where no space parts it from what it follows.
func nameOf(before []byte) []byte {
	for i := len(before) - 1; i >= 0; i-- {
		switch before[i] {
		case ' ', '\t', '\n', '\r', '\f':
			return before[i+1:]
		}
	}
	return nil
}

// schemed tells whether an address names its scheme: https:, mailto:.
func schemed(address string) bool {
	at := strings.IndexByte(address, ':')
	return at > 0 && !strings.ContainsAny(address[:at], "/.")
}

// encode writes JSON. Its keys are sorted; what is given to it can always be written.
func encode(v any) []byte {
	data, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return data
}
