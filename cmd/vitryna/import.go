package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/som-hub/vitryna/generator/author"
	"github.com/som-hub/vitryna/generator/editor"
	"github.com/som-hub/vitryna/generator/filename"
	"github.com/som-hub/vitryna/generator/imported"
	"github.com/som-hub/vitryna/generator/picture"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// importFlags are what `vitryna import` may be told.
type importFlags struct {
	site, into, now string
	whole           bool
}

// importTexts are those of `vitryna import`.
var importTexts = map[string][2]string{
	"import":          {"Зробити з документа Word (.docx) чистий текст із розміткою", "Make clean Markdown of a Word document (.docx)"},
	"use import":      {"ФАЙЛ.docx", "FILE.docx"},
	"flag into":       {"`РОЗДІЛ/ТЕКА` нового матеріалу: news/zvit. Якщо не вказано — текст буде показано, а записано нічого не буде", "`SECTION/FOLDER` of a new item: news/zvit. By default the text is shown and nothing is written"},
	"import file":     {"назвіть один файл .docx", "name one file .docx"},
	"import none":     {"файлу «%s» немає", "there is no file %q"},
	"import foreign":  {"«%s» — не документ Word (.docx) або пошкоджений. Старий .doc або документ іншої програми відкрийте у Word чи LibreOffice і збережіть як .docx; обірваний візьміть ще раз, цілим", "%q is not a Word document (.docx), or is damaged. Open a .doc, .odt or .rtf in Word or LibreOffice and save it as .docx; of a document that is broken off get the whole file once more"},
	"import locked":   {"«%s» захищено паролем. Відкрийте його у Word, зніміть пароль («Файл» → «Відомості» → «Захистити документ» → «Зашифрувати паролем», зітріть пароль) і збережіть", "%q is locked with a password. Open it in Word, take the password off (File → Info → Protect Document → Encrypt with Password, empty the field) and save"},
	"import large":    {"«%s» завеликий: розділіть його на кілька", "%q is too large: split it into several"},
	"import into":     {"--into називає розділ і теку нового матеріалу: --into news/zvit, а не «%s»", "--into names a section and the folder of a new item: --into news/zvit, not %q"},
	"import kind":     {"розділу «%s» немає або його ведуть таблицею", "there is no section %q, or it is kept as a table"},
	"import there":    {"«%s» уже є. Нічого не змінено. Назвіть іншу теку, наприклад --into %s", "%q is there already. Nothing has been changed. Name another folder, for example --into %s"},
	"import made":     {"Створено %s. Це чернетка: її видно лише в перегляді.", "Made %s. It is a draft: only the preview shows it."},
	"import pictures": {"Зображень поруч із текстом: %d. Запишіть у полі «Світлини», хто на них є і за чиєю згодою.", "Pictures beside the text: %d. Say in the field «Світлини» who is seen on them and by whose consent."},
	"import whole":    {"Перенесено все.", "Everything was carried."},
}

func (p *program) importCommand() *cobra.Command {
	var f importFlags
	c := &cobra.Command{
		Use: "import " + p.say("use import"), Short: p.say("import"),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return callError{p.say("import file")}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error { return p.importDocx(c.Context(), args[0], f) },
	}
	c.Flags().StringVar(&f.site, "site", ".", p.say("flag site"))
	c.Flags().StringVar(&f.into, "into", "", p.say("flag into"))
	c.Flags().StringVar(&f.now, "now", "", p.say("flag now"))
	c.Flags().BoolVar(&f.whole, "whole", false, p.say("flag whole"))
	return c
}

// importDocx makes a new item of a document, or shows its text.
func (p *program) importDocx(ctx context.Context, name string, f importFlags) error {
	r, err := p.document(name)
	if err != nil {
		return err
	}
	if f.into == "" {
		text := r.Markdown
		if r.Title != "" {
			text = "# " + r.Title + "\n\n" + text // with --into it stands in the header
		}
		if _, err := io.WriteString(p.Stdout, text); err != nil {
			return err
		}
		p.lost(r)
		return nil
	}
	return p.importInto(ctx, name, r, f)
}

// document reads a file of Word.
func (p *program) document(name string) (*imported.Result, error) {
	info, err := os.Stat(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, callError{fmt.Sprintf(p.say("import none"), name)}
	}
	if err != nil {
		return nil, err
	}
	if !filename.Regular(info.Mode()) { // to open a pipe is to wait
		return nil, callError{fmt.Sprintf(p.say("import foreign"), name)}
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, err // it is there, and the system has a reason
	}
	defer file.Close() // unchecked: it is only read
	r, err := imported.Docx(file, info.Size())
	switch {
	case errors.Is(err, imported.ErrLarge):
		return nil, callError{fmt.Sprintf(p.say("import large"), name)}
	case errors.Is(err, imported.ErrLocked):
		return nil, callError{fmt.Sprintf(p.say("import locked"), name)}
	case errors.Is(err, imported.ErrForm):
		return nil, callError{fmt.Sprintf(p.say("import foreign"), name)}
	}
	return r, err
}

// lost tells what could not be carried.
func (p *program) lost(r *imported.Result) {
	lines := editor.Lost(p.lang, r.Lost)
	if len(lines) == 0 {
		lines = []string{p.say("import whole")}
	}
	for _, line := range lines {
		fmt.Fprintln(p.Stderr, line)
	}
}

// importInto writes a new item: a draft with the header of its kind, the text of the document, and its pictures beside. A manual has its chapters as files.
func (p *program) importInto(ctx context.Context, name string, r *imported.Result, f importFlags) error {
	fresh, chapter, id, err := p.freshInto(f)
	if err != nil {
		return err
	}
	fresh.Title = cmp.Or(r.Title, strings.TrimSuffix(filepath.Base(name), filepath.Ext(name)))
	file := author.FreshFile(fresh.Kind, nil, "", id, 0)
	store := &author.Store{Root: f.site, Now: p.Now}
	if _, err := os.Lstat(filepath.Join(f.site, filepath.FromSlash(path.Dir(file)))); err == nil {
		return callError{fmt.Sprintf(p.say("import there"), path.Dir(file), fresh.Kind.Section+"/"+id+"-2")}
	}
	text, photos, err := placePictures(store, path.Dir(file), r)
	if err != nil {
		return err
	}
	var chapters []imported.Chapter
	if chapter != nil {
		text, chapters = inChapters(text, r, f)
	}
	data, err := withPhotos(author.ReplaceBody(fresh.Text(), "\n"+text), fresh.Kind, photosIn(text, photos))
	if err != nil {
		return err
	}
	if _, err := store.Save(ctx, file, "", data); err != nil {
		return err
	}
	chapterFile := func(slug string, last int) string { return author.FreshFile(chapter, fresh.Kind, id, slug, last) }
	files, err := saveChapters(ctx, store, chapter, chapterFile, chapters, photos)
	if err != nil {
		return err
	}
	fmt.Fprintf(p.Stdout, p.say("import made")+"\n", file)
	if len(files) > 0 {
		fmt.Fprintf(p.Stdout, p.say("import chapters")+"\n", len(files), path.Base(files[0]), path.Base(files[len(files)-1]))
	}
	if n := len(photos.Items); n > 0 {
		fmt.Fprintf(p.Stdout, p.say("import pictures")+"\n", n)
	}
	p.lost(r)
	if chapter != nil && chapters == nil && strings.Count("\n"+text, "\n## ") > 1 {
		p.adviseChapters(file, f)
	}
	return nil
}

// withPhotos writes the list of pictures into a header, if there is one and the kind has a field for it.
func withPhotos(data []byte, kind *site.Kind, photos author.Value) ([]byte, error) {
	if len(photos.Items) == 0 || kind.Field("photos") == nil {
		return data, nil
	}
	return author.SetField(data, kind, "photos", photos)
}

// freshInto is the new item that --into names, without a title yet, and its id: of a kind whose items lie in folders of their section. chapter is the kind of
// its chapters, or nil.
func (p *program) freshInto(f importFlags) (fresh author.Fresh, chapter *site.Kind, id string, err error) {
	section, id, ok := strings.Cut(strings.TrimPrefix(strings.Trim(filepath.ToSlash(f.into), "/"), "content/"), "/")
	if !ok || !ukrainian.IsSlug(id) {
		return fresh, nil, "", callError{fmt.Sprintf(p.say("import into"), f.into)}
	}
	if free := filename.NotDevice(id); free != id {
		return fresh, nil, "", callError{fmt.Sprintf(p.say("new device"), id, "--into "+section+"/"+free)}
	}
	now, err := p.now(f.now)
	if err != nil {
		return fresh, nil, "", err
	}
	kinds, common, err := p.kindsOf(f.site)
	if err != nil {
		return fresh, nil, "", err
	}
	at := slices.IndexFunc(kinds, func(k *site.Kind) bool { return k.Section == section && k.Inside == "" && (!k.CSV || k.Folders) })
	if at < 0 {
		return fresh, nil, "", callError{fmt.Sprintf(p.say("import kind"), section)}
	}
	fresh = author.Fresh{Kind: kinds[at], Common: common, Day: ukrainian.DateOf(now)}
	if at := slices.IndexFunc(kinds, func(k *site.Kind) bool { return k.Inside == fresh.Kind.Name && k.Section == "chapters" }); at >= 0 {
		chapter = kinds[at]
	}
	return fresh, chapter, id, nil
}

// placePictures writes the pictures of a document beside its text, without what a camera wrote into them, and lists them. Who is seen on them only the author
// knows, so that is not written, and the preview asks for it.
func placePictures(store *author.Store, dir string, r *imported.Result) (text string, photos author.Value, err error) {
	damaged := imported.Loss{What: imported.LostDamaged}
	text, photos.Form = r.Markdown, author.List
	for _, p := range r.Pictures {
		info, lookErr := picture.Inspect(p.Data)
		clean, stripErr := picture.Strip(p.Data)
		place := "](" + p.Mark + ")"
		if lookErr != nil || stripErr != nil {
			damaged.N++
			if at := wordsBefore(text, place); at != "" && len(damaged.At) < mostDamaged && !slices.Contains(damaged.At, at) {
				damaged.At = append(damaged.At, at)
			}
			text = withoutPicture(text, place)
			continue
		}
		stem := ukrainian.Slug(strings.TrimSuffix(p.Name, path.Ext(p.Name)))
		if stem == "" {
			stem = "foto"
		}
		file, err := store.Place(dir, stem, picture.Ending(info.Format), clean)
		if err != nil {
			return "", photos, err
		}
		text = strings.Replace(text, place, "]("+path.Base(file)+")", 1)
		photo := author.Value{Form: author.Parts, Parts: []author.Part{{Name: "file", Value: author.Value{Form: author.Text, Text: path.Base(file)}}}}
		if p.Alt != "" {
			photo.Parts = append(photo.Parts, author.Part{Name: "alt", Value: author.Value{Form: author.Text, Text: p.Alt}})
		}
		photos.Items = append(photos.Items, photo)
	}
	if damaged.N > 0 {
		r.Lost = append(r.Lost, damaged)
	}
	return text, photos, nil
}

// mostDamaged is how many places of damaged pictures are told.
const mostDamaged = 10

// wordsBefore are the words by which the place of a picture is found: what describes it, else the end of the text before it.
func wordsBefore(text, place string) string {
	before, _, _ := strings.Cut(text, place)
	before, alt, _ := cutLast(before, "![")
	if alt != "" {
		return alt
	}
	before = strings.TrimSpace(before)
	words := strings.Fields(before[strings.LastIndexByte(before, '\n')+1:])
	return strings.Join(words[max(0, len(words)-5):], " ")
}

func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// withoutPicture takes the picture before its place out of a text.
func withoutPicture(text, place string) string {
	before, after, ok := strings.Cut(text, place)
	at := strings.LastIndex(before, "![")
	if !ok || at < 0 {
		return text
	}
	return strings.TrimRight(before[:at], " ") + after
}
