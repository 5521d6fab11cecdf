package author

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"text/template"
	"time"

	"github.com/som-hub/vitryna/generator/filename"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Starter is what a new site is made of: the answers of its author. The templates are the theme's.
type Starter struct {
	Name, Town   string // required
	Owner        string // empty: the centre itself
	Street       string // and house
	Phone, Email string // of the office
	Base         string // address on the web; empty: not known yet
	Accent       string // #rrggbb; required
	Day          ukrainian.Date
}

// Fault is what is wrong with one answer: the field of [Starter] in small letters, and why.
type Fault struct{ Field, Why string }

// Whys are what a [Fault] may say.
var Whys = []string{"empty", "long", "line", "quotes", "phone", "email", "colour", "web"}

const longestAnswer = 160 // of site.yaml's fields

var (
	emailForm  = regexp.MustCompile(`^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$`)
	phoneForm  = regexp.MustCompile(`^[+0-9][0-9()\s-]*$|^\([0-9][0-9()\s-]*$`)
	colourForm = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)
	webForm    = regexp.MustCompile(`^https://[^\s/?#]+\.[^\s/?#]+(/[^\s?#]*)?$`)
	digit      = regexp.MustCompile(`[0-9]`)
)

// Check finds what is wrong with the answers. Of checked ones a site is made that builds without a warning.
func (s Starter) Check() []Fault {
	var faults []Fault
	wrong := func(field, why string) { faults = append(faults, Fault{field, why}) }
	for _, a := range []struct {
		field, text string
		required    bool
	}{{"name", s.Name, true}, {"town", s.Town, true}, {"owner", s.Owner, false}, {"street", s.Street, false}, {"phone", s.Phone, false}, {"email", s.Email, false}, {"base", s.Base, false}} {
		switch {
		case a.required && a.text == "":
			wrong(a.field, "empty")
		case len([]rune(a.text)) > longestAnswer:
			wrong(a.field, "long")
		case strings.ContainsFunc(a.text, unfit):
			wrong(a.field, "line")
		case unpaired(a.text):
			wrong(a.field, "quotes")
		}
	}
	if digits := len(digit.FindAllString(s.Phone, -1)); s.Phone != "" && (!phoneForm.MatchString(s.Phone) || digits < 5 || digits > 15) {
		wrong("phone", "phone")
	}
	if s.Email != "" && !emailForm.MatchString(s.Email) {
		wrong("email", "email")
	}
	if s.Base != "" && !webForm.MatchString(s.Base) {
		wrong("base", "web")
	}
	if !colourForm.MatchString(s.Accent) {
		wrong("accent", "colour")
	}
	return faults
}

// unfit are signs that no answer of one line has.
func unfit(r rune) bool {
	return r < ' ' || r == 0x7f || r == '\u2028' || r == '\u2029' || r == '\ufffd'
}

// unpaired tells that quotation marks do not pair: the typographer would leave them and say so.
func unpaired(s string) bool {
	_, flaws := ukrainian.Typographer{}.Ukrainian(s)
	return len(flaws) > 0 || strings.Count(s, "«") != strings.Count(s, "»") || strings.Count(s, `"`)%2 == 1
}

// whole is the starter with what follows from the answers, as the templates name it.
func (s Starter) whole() map[string]any {
	where := s.Town
	if s.Street != "" {
		where = s.Street + ", " + s.Town
	}
	return map[string]any{
		"Name": s.Name, "Town": s.Town, "City": city(s.Town), "Owner": cmp.Or(s.Owner, s.Name), "Where": where,
		"Phone": s.Phone, "Email": s.Email, "Base": s.Base, "Accent": s.Accent, "Day": s.Day,
	}
}

// city is a town without the word that says what it is: «м. Ромни» is «Ромни» on a title page.
func city(town string) string {
	for _, kind := range []string{"м. ", "м.", "місто ", "смт ", "с-ще ", "селище ", "село ", "с. "} {
		if rest, ok := strings.CutPrefix(town, kind); ok && strings.TrimSpace(rest) != "" {
			return strings.TrimSpace(rest)
		}
	}
	return town
}

// starterWords write an answer so that it means itself where it stands.
var starterWords = template.FuncMap{
	"value": func(s string) string { return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"` },
	"text":  plainMarkdown,
	"iso":   func(d ukrainian.Date) string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) },
	"day":   func(d ukrainian.Date) string { return strings.TrimSuffix(d.Long(), "р.") + "року" }, // without a point before the sentence's own
	"year":  func(d ukrainian.Date) int { return d.Year },
}

var (
	markdownSigns = regexp.MustCompile("[\\\\`*_{}\\[\\]<>#|!~$^@&]")
	listSign      = regexp.MustCompile(`^(?:([-+=])|([0-9]+)([.)]))`)
)

// plainMarkdown is a text that Markdown shows as it is, at the beginning of a paragraph as well.
func plainMarkdown(s string) string {
	return listSign.ReplaceAllString(markdownSigns.ReplaceAllString(s, `\$0`), `$2\$1$3`)
}

// files are the files of a new site, by their slash paths.
func (s Starter) files(templates fs.FS) (map[string][]byte, error) {
	files, values := map[string][]byte{}, s.whole()
	err := fs.WalkDir(templates, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(templates, name)
		if err != nil {
			return err
		}
		t, err := template.New(name).Option("missingkey=error").Funcs(starterWords).Parse(string(text))
		if err != nil {
			return err
		}
		var b bytes.Buffer
		if err := t.Execute(&b, values); err != nil {
			return err
		}
		files[name] = b.Bytes()
		return nil
	})
	return files, err
}

// ErrOccupied tells that a folder holds what is no site and not ours.
var ErrOccupied = errors.New("the folder is not empty")

// Ground tells what a folder is to somebody who wants a site in it.
type Ground int

// The kinds of folders.
const (
	GroundEmpty    Ground = iota // or not there: a site may be made in it
	GroundSite                   // it is one
	GroundOccupied               // other things lie in it
)

// Look tells what a folder is. Nothing in it are: the program itself, what systems put into every folder, what begins with a point, and
// what a killed [Starter.Make] has left.
func Look(folder string) (Ground, error) {
	if info, err := os.Stat(filepath.Join(folder, "content", "site.yaml")); err == nil && filename.Regular(info.Mode()) {
		return GroundSite, nil
	}
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return GroundEmpty, nil
	}
	if err != nil {
		return GroundOccupied, err
	}
	program, _ := os.Executable()
	own, _ := os.Stat(program)
	for _, e := range entries {
		switch info, err := e.Info(); {
		case slices.Contains([]string{"Thumbs.db", "desktop.ini", "Desktop.ini"}, e.Name()) || strings.HasPrefix(e.Name(), "."):
		case err == nil && own != nil && os.SameFile(info, own):
		case filename.Regular(e.Type()) && isProgram(e.Name()):
		default:
			return GroundOccupied, nil
		}
	}
	return GroundEmpty, nil
}

// isProgram tells the program by its name: it may have been downloaded under a longer one.
func isProgram(name string) bool {
	stem := strings.TrimSuffix(strings.ToLower(name), ".exe")
	return stem == "vitryna" || strings.HasPrefix(stem, "vitryna-") && !strings.Contains(stem, ".") || strings.HasPrefix(stem, "vitryna (")
}

// nestPattern are the folders in which new sites are written.
const nestPattern = ".vitryna-*.tmp"

// Make makes a site in an empty folder, or in one that is not there yet. All of it is written beside first and takes its name in one step, so that a
// program killed at any moment leaves a site or none; what it leaves besides, the next [Starter.Make] sweeps away.
func (s Starter) Make(ctx context.Context, folder string, templates fs.FS) error {
	if what, err := Look(folder); err != nil || what != GroundEmpty {
		return cmp.Or(err, ErrOccupied)
	}
	files, err := s.files(templates)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	sweepNests(folder)
	nest, err := os.MkdirTemp(folder, nestPattern)
	if err != nil {
		return err
	}
	defer os.RemoveAll(nest) // unchecked: the next one sweeps
	for name, data := range files {
		if err := writeNew(filepath.Join(nest, filepath.FromSlash(name)), data); err != nil {
			return err
		}
	}
	entries, err := os.ReadDir(nest)
	if err != nil {
		return err
	}
	// content/ first: with it the folder is a site, and the letter beside it is no loss.
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return cmp.Compare(b.Name(), a.Name()) })
	for _, e := range entries {
		if err := system.settle(ctx, filepath.Join(nest, e.Name()), filepath.Join(folder, e.Name())); err != nil {
			return err
		}
	}
	return nil
}

// sweepNests takes away what a killed program has left.
func sweepNests(folder string) {
	entries, _ := os.ReadDir(folder)
	for _, e := range entries {
		if ours, _ := filepath.Match(nestPattern, e.Name()); !ours || !e.IsDir() {
			continue
		}
		if info, err := e.Info(); err == nil && time.Since(info.ModTime()) > staleTime {
			os.RemoveAll(filepath.Join(folder, e.Name())) // unchecked: another time
		}
	}
}

// writeNew writes a file that was not there, and its folders, and puts it on the disk.
func writeNew(file string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		return err
	}
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Sync(), f.Close())
}

// settle gives a file or a folder its place. On Windows whatever looks at new files, as a guard against viruses, may hold them for a moment.
func (d *disk) settle(ctx context.Context, from, to string) error {
	for waited := time.Duration(0); ; waited += pause {
		if _, err := os.Lstat(to); err == nil {
			return fmt.Errorf("%w: %q", ErrOccupied, to)
		}
		err := d.rename(from, to)
		if err == nil || waited >= Patience {
			return err
		}
		if stop := d.sleep(ctx, pause); stop != nil {
			return errors.Join(err, stop)
		}
	}
}
