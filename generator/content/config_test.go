package content

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

const wholeConfig = `
Назва сайту: Центр "Промінь"
name_en: Centre
Власник: Відділ освіти
base_url: "https://example.org/tsentr/"
Мови: [українська, англійська]
brand: {Промінь хаб: Промінь-хаб}
accent: "#1f6f8b"
logo: logo.svg
menu: [centres, pages/pro-nas]
hide_address: так
contacts:
  Адреса: вул. Шкільна, 1
  Телефон: (06267) 4-28-26
  fax: (06267) 4-23-32
  Пошта: office@example.org
  hours: пн–пт, 9:00–17:00
external_links: [{title: Рада, url: "https://example.com/"}]
safety: мирний час
rights: CC BY 4.0
Публікація:
  - {name: kopiia, Куди: тека, Тека: ../sait}
  - {name: hostynh, to: sftp, host: sftp.example.org, Користувач: som, folder: public_html}
  - Назва: skhovyshche
    Куди: S3
    Адреса сховища: https://s3.example.org
    Регіон: eu-1
    Бакет: som-sait
    Бакет в адресі: у шляху
Стиснені копії: так
`

func TestConfig(t *testing.T) {
	c, problems := ReadConfig(fstest.MapFS{ConfigFile: {Data: []byte(wholeConfig)}}, theme(t))
	if len(problems) > 0 {
		t.Fatal(told(problems))
	}
	want := site.Config{
		Name: site.Text{UK: "Центр «Промінь»", EN: "Centre"}, Owner: "Відділ освіти", BaseURL: "https://example.org/tsentr",
		Languages: []string{site.UK, site.EN}, Accent: "#1f6f8b", Logo: "logo.svg", Menu: []site.MenuEntry{{Path: "centres", Line: 10, Column: 8}, {Path: "pages/pro-nas", Line: 10, Column: 17}}, Safety: "peace",
		Rights: "cc-by-4.0", RightsLabel: site.Text{UK: "CC BY 4.0", EN: "CC BY 4.0"}, HideAddress: true, Compress: true,
		Contacts: site.Contacts{
			Address: "вул.\u00a0Шкільна, 1", Phones: []string{"(06267) 4-28-26"}, Fax: "(06267) 4-23-32", Email: "office@example.org", Hours: "пн–пт, 9:00–17:00",
		},
		ExternalLinks: []site.ExternalLink{{Title: "Рада", URL: "https://example.com/"}}, Brands: []ukrainian.Brand{{Wrong: "Промінь хаб", Right: "Промінь-хаб"}},
		Publish: []site.PublishTarget{
			{Name: "kopiia", To: "folder", Folder: "../sait", Port: 22, Line: 22},
			{Name: "hostynh", To: "sftp", Folder: "public_html", Host: "sftp.example.org", Port: 22, User: "som", Line: 23},
			{Name: "skhovyshche", To: "s3", Port: 22, Endpoint: "https://s3.example.org", Region: "eu-1", Bucket: "som-sait", BucketIn: "path", Line: 24},
		},
	}
	if diff := cmp.Diff(want, c); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := c.Contacts.Strings(); !slices.Equal(got, []string{"вул.\u00a0Шкільна, 1", "(06267) 4-23-32", "office@example.org", "(06267) 4-28-26"}) {
		t.Errorf("%q", got)
	}
}

func TestBareConfig(t *testing.T) {
	const bare = "name: Центр\nowner: Кабінет\ncontacts: {phones: [\"(06267) 4-28-26\"]}\nrights: all-rights\n"
	for _, test := range []struct{ name, source, want string }{
		{"bare", bare, ""},
		{"as Notepad saves it", "\ufeff" + bare, ""},
		{"between hyphens", "---\n" + bare, ""},
		{"empty", "", "E-EMPTY"},
		{"only notes", "# нічого\n", "E-EMPTY"},
		{"not UTF-8", "name: \xd6", "1 E-UTF8"},
		{"no YAML", "name: \"Центр\n", "1:7 E-HEADER-YAML"},
		{"a list", "- а\n", "1:1 E-HEADER-YAML"},
		{"an unknown field", bare + "ownr: x\n", "5:1 E-KEY"},
		{"no contacts", "name: Центр\nowner: Кабінет\nrights: all-rights\n", "E-REQUIRED"},
		{"empty contacts", "name: Центр\nowner: Кабінет\ncontacts: {}\nrights: all-rights\n", "3:1 E-REQUIRED"},
		{"wrong contacts", "name: Центр\nowner: Кабінет\ncontacts: так\nrights: all-rights\n", "3:11 E-TYPE"},
		{"a target twice", bare + "publish:\n  - {name: a, to: folder, folder: x}\n  - {name: a, to: folder, folder: y}\n", "7:6 E-UNIQUE"},
		{"SFTP without a host", bare + "publish: [{name: a, to: sftp, folder: x, user: som}]\n", "5:11 E-REQUIRED"},
		{"S3 without its bucket", bare + "publish: [{name: a, to: s3, endpoint: s3.example.org}]\n", "5:11 E-REQUIRED"},
		{"S3 over a line that is not encrypted", bare + "publish: [{name: a, to: s3, endpoint: \"http://s3.example.org\", bucket: som}]\n", "5:39 E-PATTERN"},
		{"S3 on this computer", bare + "publish: [{name: a, to: s3, endpoint: \"http://127.0.0.1:7070\", bucket: som}]\n", ""},
		{"a folder without one", bare + "publish: [{name: a, to: folder}]\n", "5:11 E-REQUIRED"},
		{"a password (it has no place here)", bare + "publish: [{name: a, to: folder, folder: x, password: y}]\n", "5:44 E-KEY"},
		{"a branch (its address is no e-mail of a person)", bare + "publish:\n  - {name: a, to: git, repository: 'git@example.org:som/sait.git', author: Центр, email: pages@example.org}\n", ""},
		{"a branch without a repository", bare + "publish: [{name: a, to: git}]\n", "5:11 E-REQUIRED"},
		{"an author without an address", bare + "publish: [{name: a, to: git, repository: x, author: Центр}]\n", "5:45 E-TOGETHER"},
		{"an option for a branch", bare + "publish: [{name: a, to: git, repository: x, branch: --exec}]\n", "5:53 E-PATTERN"},
		{"an unknown target", bare + "publish: [{name: a, to: ftp, folder: x}]\n", "5:25 E-ENUM"},
		{"without https", bare + "base_url: http://example.org\n", "5:11 E-PATTERN"},
		{"a person's phone (PD-01)", bare + "# дзвонити 050 123-45-67\nname_en: ivanna@example.org\n", "5:12 E-PII, 6:10 E-PII"},
	} {
		c, problems := ReadConfig(fstest.MapFS{ConfigFile: {Data: []byte(test.source)}}, theme(t))
		sound(t, test.source, problems)
		if got := told(problems); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
		if test.want == "" && (c.Safety != "martial-law" || c.English() || c.Contacts.Phones == nil || c.RightsLabel.UK == "") {
			t.Errorf("%s: %+v", test.name, c)
		}
	}
}

// faulty is a file system in which some names cannot be read.
type faulty struct {
	fstest.MapFS
	errors map[string]error
}

func (f faulty) Open(name string) (fs.File, error) {
	if err := f.errors[name]; err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return f.MapFS.Open(name)
}

// Stat, ReadDir and ReadFile go through Open, so that nothing passes it.
func (f faulty) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(onlyOpen{f}, name) }

func (f faulty) Stat(name string) (fs.FileInfo, error) { return fs.Stat(onlyOpen{f}, name) }

func (f faulty) ReadFile(name string) ([]byte, error) { return fs.ReadFile(onlyOpen{f}, name) }

type onlyOpen struct{ fs.FS }

func TestConfigThatCannotBeRead(t *testing.T) {
	for _, test := range []struct {
		err              error
		want, why, where string
	}{
		{fs.ErrNotExist, "E-SITE", "", ConfigFile},
		{fs.ErrPermission, "E-READ", "denied", ConfigFile},
		{errors.New("диск зламано"), "E-READ", "", ConfigFile},
	} {
		_, problems := ReadConfig(faulty{fstest.MapFS{}, map[string]error{ConfigFile: test.err}}, theme(t))
		sound(t, "", problems)
		if got := told(problems); got != test.want || problems[0].Args["why"] != test.why || problems[0].File != test.where {
			t.Errorf("%v: %s %+v", test.err, got, problems)
		}
	}
	_, problems := ReadConfig(fstest.MapFS{}, &Kinds{byName: map[string]*site.Kind{}})
	if got := fmt.Sprint(told(problems), problems[0].File); got != "E-KIND-FILElayouts/kinds/site/kind.yaml" {
		t.Error(got)
	}
}

// A program whose format is newer than the site's tells so, and how to go on; of the rest it says nothing.
func TestConfigOlder(t *testing.T) {
	for source, want := range map[string]string{
		"name: x\n": "E-SITE-OLD", "mystery: x\nformat: 1\n": "2:1 E-SITE-OLD", "format: 3\n": "1:1 E-SITE-FORMAT",
	} {
		_, problems := readConfig(fstest.MapFS{ConfigFile: {Data: []byte(source)}}, theme(t), 2)
		if got := told(problems); !strings.HasSuffix(got, want) || len(problems) != 1 {
			t.Errorf("%q: %s, want %s", source, got, want)
		}
	}
}
