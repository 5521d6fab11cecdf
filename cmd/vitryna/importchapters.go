package main

import (
	"cmp"
	"context"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator/author"
	"github.com/som-hub/vitryna/generator/imported"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// importChapterTexts are those of `vitryna import` about manuals.
var importChapterTexts = map[string][2]string{
	"flag whole":         {"посібник лишити одним текстом, без поділу на розділи", "leave a manual in one piece, without chapters of its own"},
	"import chapters":    {"Розділів окремими файлами поруч: %d, від %s до %s. Якщо текст ліпше лишити цілим, вилучіть теку й повторіть із --whole.", "Chapters as files beside it: %d, from %s to %s. If the text should rather stay in one piece, remove the folder and repeat with --whole."},
	"import one text":    {"Увесь текст тепер на титулі посібника, а розділ книжки — це окремий файл поруч. Створіть його так: `%s` — і перенесіть до нього текст розділу; далі так само решту.", "The whole text is now on the title page of the manual, and a chapter of the book is a file of its own beside it. Make one so: `%s`, and move the chapter's text there; then the others likewise."},
	"import new chapter": {"vitryna new chapter \"Назва розділу\" --in ", "vitryna new chapter \"Title of the chapter\" --in "},
}

// inChapters parts the text of a manual: at the headings of the document, not at lines that were only taken for headings.
func inChapters(text string, r *imported.Result, f importFlags) (front string, chapters []imported.Chapter) {
	guessed := slices.ContainsFunc(r.Lost, func(l imported.Loss) bool { return l.What == imported.LostBold })
	if f.whole || guessed {
		return text, nil
	}
	if front, chapters = imported.Chapters(text); len(chapters) < 2 {
		return text, nil
	}
	return front, chapters
}

// photosIn are the pictures that a text shows.
func photosIn(text string, photos author.Value) author.Value {
	photos.Items = slices.DeleteFunc(slices.Clone(photos.Items), func(photo author.Value) bool { return !strings.Contains(text, "]("+photo.Parts[0].Value.Text+")") })
	return photos
}

// saveChapters writes the chapters of a manual and returns their files, which fileOf names. They have no header of a draft: the manual is one.
func saveChapters(ctx context.Context, store *author.Store, kind *site.Kind, fileOf func(slug string, last int) string, chapters []imported.Chapter, photos author.Value) ([]string, error) {
	var files []string
	taken := map[string]bool{}
	for i, c := range chapters {
		data, err := author.SetField(nil, kind, "title", author.Value{Form: author.Text, Text: c.Title})
		for name, is := range map[string]bool{"front": c.Front, "closing": c.Closing, "appendix": c.Appendix} {
			if err == nil && is {
				data, err = author.SetField(data, kind, name, author.Value{Form: author.Text, Text: "так"})
			}
		}
		if err == nil {
			data, err = withPhotos(data, kind, photosIn(c.Markdown, photos))
		}
		if err != nil {
			return nil, err
		}
		slug := cmp.Or(ukrainian.Slug(c.Title), "rozdil")
		for base, n := slug, 2; taken[slug]; n++ {
			slug = fmt.Sprint(base, "-", n)
		}
		taken[slug] = true
		file := fileOf(slug, i)
		if _, err := store.Save(ctx, file, "", author.ReplaceBody(data, "\n"+c.Markdown)); err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	return files, nil
}

// adviseChapters tells how a manual that came as one text gets chapters.
func (p *program) adviseChapters(file string, f importFlags) {
	command := p.say("import new chapter") + path.Dir(strings.TrimPrefix(file, "content/"))
	if f.site != "." {
		command += " --site " + typed(f.site)
	}
	fmt.Fprintf(p.Stderr, p.say("import one text")+"\n", command)
}
