package content

import (
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/filename"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Place is what the path of a file says about it (C-01…C-03).
type Place struct {
	Role    site.Role
	Lang    string
	Kind    *site.Kind
	Section string
	Owner   string // id of the item in whose folder it lies
	ID      string
	Path    string // address, without language
	Order   int    // NN of NN-name.md
	Table   bool   // CSV or a workbook
}

// Place tells what the file is. A nil place comes with the problem that says why, or without one: then the file is
// a picture or an attachment.
func (k *Kinds) Place(file string) (*Place, problem.List) {
	name := path.Base(file)
	lower := strings.ToLower(name)
	switch ext := path.Ext(lower); {
	case strings.HasSuffix(lower, ".md.txt"):
		return nil, problem.List{problem.New("E-TXT", file, 0, 0, "name", name, "suggest", name[:len(name)-len(".txt")])}
	case ext != ".md" && ext != ".csv" && !k.Workbook(file), k.Attached(file):
		return nil, nil
	}
	if copies := copied(file); copies != nil {
		return nil, copies
	}
	parts := strings.Split(strings.TrimPrefix(file, "content/"), "/")
	if len(parts) == 1 {
		return k.home(file, parts[0])
	}
	kind := k.Section(parts[0])
	if kind == nil {
		return nil, problem.List{problem.New("E-KIND", file, 0, 0, "section", parts[0], "nearest", k.nearestSection(parts[0]), "known", strings.Join(k.sections(), ", "))}
	}
	if problems := badNames(file, parts); problems != nil {
		return nil, problems
	}
	if len(parts) == 2 {
		return k.top(file, kind, parts[1])
	}
	return k.item(file, kind, parts)
}

func (k *Kinds) home(file, name string) (*Place, problem.List) {
	lang := index(name)
	switch {
	case lang != "":
		return &Place{Role: site.RoleHome, Lang: lang, Kind: k.introduction}, nil
	case index(strings.ToLower(name)) != "":
		return nil, problem.List{problem.New("E-NAME", file, 0, 0, "name", name, "suggest", strings.ToLower(name))}
	}
	return nil, outside(file)
}

// top places a file that lies directly in a section: its introduction, or a table.
func (k *Kinds) top(file string, kind *site.Kind, name string) (*Place, problem.List) {
	if lang := index(name); lang != "" {
		return &Place{Role: site.RoleSection, Lang: lang, Kind: k.introduction, Section: kind.Section, Path: kind.Section}, nil
	}
	if tableName(name) && kind.CSV {
		return &Place{Lang: site.UK, Kind: kind, Section: kind.Section, Path: kind.Section, Table: true}, nil
	}
	return nil, outside(file)
}

// item places a file in an item's folder: the item itself, or something that lives inside it.
func (k *Kinds) item(file string, kind *site.Kind, parts []string) (*Place, problem.List) {
	section, id, rest := parts[0], parts[1], parts[2:]
	own := section + "/" + id
	if lang := index(rest[0]); lang != "" {
		return &Place{Lang: lang, Kind: kind, Section: section, ID: id, Path: own}, nil
	}
	for _, inside := range k.inside[kind.Name] {
		p := &Place{Lang: site.UK, Kind: inside, Section: inside.Section, Owner: own}
		switch {
		case inside.CSV && len(rest) == 1 && tableName(rest[0]) && stem(rest[0]) == inside.Section:
			p.Table, p.Path = true, own
			if !inside.NoPage {
				p.Path = own + "/" + inside.Section // as if each row were a folder there
			}
			return p, nil
		case inside.CSV && !inside.Folders:
		case !inside.CSV && (len(rest) == 1 || len(rest) == 2 && rest[0] == inside.Section):
			if folder := rest[:len(rest)-1]; p.number(rest[len(rest)-1]) {
				p.Path = path.Join(own, path.Join(folder...), p.ID)
				return p, nil
			}
		case len(rest) == 3 && rest[0] == inside.Section && index(rest[2]) != "":
			p.Lang, p.ID, p.Path = index(rest[2]), rest[1], own+"/"+rest[0]+"/"+rest[1]
			return p, nil
		}
	}
	if len(rest) == 1 && strings.HasSuffix(rest[0], ".md") && slices.ContainsFunc(k.inside[kind.Name], numberedKind) {
		return nil, outside(file, "chapter", "05-"+rest[0])
	}
	if tables := k.tablesIn(kind, path.Ext(file)); tableName(file) && tables != "" {
		return nil, outside(file, "table", tables)
	}
	return nil, outside(file)
}

// tablesIn are the names of the tables that may lie in the folder of an item: «winners.csv».
func (k *Kinds) tablesIn(kind *site.Kind, ext string) string {
	var names []string
	for _, inside := range k.inside[kind.Name] {
		if inside.CSV {
			names = append(names, inside.Section+ext)
		}
	}
	return strings.Join(names, ", ")
}

// numberedKind tells that the files of a kind are NN-name.md.
func numberedKind(inside *site.Kind) bool { return !inside.CSV }

// workbooks are the endings of files that office programs make of tables. Those of .xls and .ods are known so that they are refused
// in words: as attachments that nobody offers they would vanish.
var workbooks = []string{".xlsx", ".xlsm", ".xls", ".ods"}

// textEndings are those of texts and tables.
var textEndings = append([]string{".en.md", ".md", ".csv"}, workbooks...)

func tableName(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".csv" || slices.Contains(workbooks, ext)
}

func stem(name string) string {
	stem, _ := cutExt(name)
	return stem
}

// Workbook tells whether the file is a register in a workbook; elsewhere a workbook is an attachment like any other.
func (k *Kinds) Workbook(file string) bool {
	parts := strings.Split(strings.TrimPrefix(file, "content/"), "/")
	kind := k.Section(parts[0])
	if kind == nil || !slices.Contains(workbooks, strings.ToLower(path.Ext(file))) {
		return false
	}
	switch len(parts) {
	case 2:
		return kind.CSV
	case 3:
		return slices.ContainsFunc(k.inside[kind.Name], func(inside *site.Kind) bool { return inside.CSV && stem(parts[2]) == inside.Section })
	}
	return false
}

// Stray tells of a workbook to which nothing leads, where nobody looks for it: beside a register under another name, or outside of the folders of items.
func (k *Kinds) Stray(file string) problem.List {
	parts := strings.Split(strings.TrimPrefix(file, "content/"), "/")
	if !slices.Contains(workbooks, strings.ToLower(path.Ext(file))) || k.Workbook(file) {
		return nil
	}
	kind := k.Section(parts[0])
	switch {
	case len(parts) < 3:
		return outside(file)
	case len(parts) == 3 && kind != nil && k.tablesIn(kind, path.Ext(file)) != "":
		return outside(file, "table", k.tablesIn(kind, path.Ext(file)))
	}
	return nil
}

// Attached tells whether a CSV is an attachment like any other: it lies in the folder of an item in which no register can be, or in a folder of its own there. Beside
// registers a name that is none of theirs is told, for it may be meant as one.
func (k *Kinds) Attached(file string) bool {
	parts := strings.Split(strings.TrimPrefix(file, "content/"), "/")
	kind := k.Section(parts[0])
	return kind != nil && len(parts) > 2 && strings.EqualFold(path.Ext(file), ".csv") &&
		!slices.ContainsFunc(k.inside[kind.Name], func(inside *site.Kind) bool {
			return inside.CSV && (len(parts) == 3 || stem(path.Base(file)) == inside.Section)
		})
}

// number reads NN-name.md and NN-name.en.md.
func (p *Place) number(name string) bool {
	name, ok := strings.CutSuffix(name, ".md")
	if !ok {
		return false
	}
	if n, english := strings.CutSuffix(name, ".en"); english {
		name, p.Lang = n, site.EN
	}
	digits, id, _ := strings.Cut(name, "-")
	if id == "" || digits == "" || strings.Trim(digits, "0123456789") != "" {
		return false
	}
	p.Order, _ = strconv.Atoi(digits)
	p.ID = id
	return true
}

// index tells the language of index.md and index.en.md; any other name gives "".
func index(name string) string {
	switch name {
	case "index.md":
		return site.UK
	case "index.en.md":
		return site.EN
	}
	return ""
}

func outside(file string, more ...string) problem.List {
	name := path.Base(file)
	if meant := inLanguage(name); index(meant) != "" {
		more = []string{"rename", meant}
	}
	return problem.List{problem.New("W-STRAY", file, 0, 0, append([]string{"name", name}, more...)...)}
}

// language is how people write the language of a text at the end of its name.
var language = regexp.MustCompile(`(?i)^(.+?)[ ._-]+(en|eng|english|uk|ua|ukr)\.md$`)

// inLanguage is the name that a text of a language has here: of `index_en.md` and `index.eng.md` it is `index.en.md`, of `index.uk.md` `index.md`; "" where no
// language is named.
func inLanguage(name string) string {
	m := language.FindStringSubmatch(name)
	switch {
	case m == nil:
		return ""
	case strings.EqualFold(m[2][:1], "e"):
		return ukrainian.Slug(m[1]) + ".en.md"
	}
	return ukrainian.Slug(m[1]) + ".md"
}

// badNames finds names that cannot stand in an address, and names the right ones.
func badNames(file string, parts []string) problem.List {
	var list problem.List
	for i, part := range parts[1:] {
		stem, ext := part, ""
		if i == len(parts)-2 {
			stem, ext = cutExt(part)
		}
		if ukrainian.IsSlug(stem) && ext == strings.ToLower(ext) && !filename.Device(stem) {
			continue
		}
		suggest := filename.NotDevice(ukrainian.Slug(stem))
		if suggest != "" {
			suggest += strings.ToLower(ext)
		}
		if meant := inLanguage(part); meant != "" && i == len(parts)-2 {
			suggest = meant
		}
		list = append(list, problem.New("E-NAME", file, 0, 0, "name", part, "suggest", suggest))
	}
	return list
}

// cutExt parts the name of a text or a table from its ending: .md, .en.md, .csv, in any case of letters.
func cutExt(name string) (stem, ext string) {
	lower := strings.ToLower(name)
	for _, ext := range textEndings {
		if strings.HasSuffix(lower, ext) {
			at := len(name) - len(ext)
			return name[:at], name[at:]
		}
	}
	return name, ""
}

func (k *Kinds) sections() []string { return slices.Sorted(maps.Keys(k.bySection)) }

// nearestSection is the section that a folder's name most likely means: one of like name, or the one whose label it is, in
// Ukrainian letters or in Latin ones.
func (k *Kinds) nearestSection(name string) string {
	for section, kind := range k.bySection {
		for _, label := range []string{kind.Label.UK.One, kind.Label.UK.Few, kind.Heading.UK} {
			if label != "" && (ukrainian.Fold(label) == ukrainian.Fold(name) || ukrainian.Slug(label) == name) {
				return section
			}
		}
	}
	return problem.Nearest(name, k.sections())
}
