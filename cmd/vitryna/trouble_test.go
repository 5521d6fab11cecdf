package main

import (
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/som-hub/vitryna/generator/author"
	"github.com/som-hub/vitryna/generator/serve"
)

// TestSystemTrouble: what each system says by a number of its own is told in words, and so is what to do.
func TestSystemTrouble(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "zvit.csv")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	locked := filepath.Join(dir, "locked.csv")
	if err := os.WriteFile(locked, nil, 0o444); err != nil {
		t.Fatal(err)
	}
	open := func(name string, number syscall.Errno) error {
		return fmt.Errorf("write it: %w", &fs.PathError{Op: "open", Path: name, Err: number})
	}
	rename := func(name string, number syscall.Errno) error {
		return &os.LinkError{Op: "rename", Old: file + ".tmp", New: name, Err: number}
	}
	absent := filepath.Join(dir, "nema", "dali", "a.zip")
	for _, c := range []struct {
		system string
		err    error
		uk, en string
	}{
		{"windows", open(file, 112), "на диску немає місця", "the disk is full"},
		{"windows", open(file, 39), "на диску немає місця", "the disk is full"},
		{"linux", open(file, syscall.ENOSPC), "на диску немає місця", "the disk is full"},
		{"windows", open(file, 19), "на цей диск не можна писати", "this disk cannot be written to"},
		{"linux", open(file, syscall.EROFS), "на цей диск не можна писати", "this disk cannot be written to"},
		{"windows", open(file, 32), "файл " + file + " відкрито в іншій програмі: закрийте її й повторіть", "the file " + file + " is open in another program"},
		{"windows", open(file, 33), "відкрито в іншій програмі", "is open in another program"},
		{"windows", rename(file, 32), "файл " + file + " відкрито", "the file " + file + " is open"},
		{"windows", rename(file, 5), "файл " + file + " відкрито", "the file " + file + " is open"},
		{"windows", rename(locked, 5), "немає права", "no right"},
		{"windows", rename(absent, 5), "немає права", "no right"},
		{"windows", open(file, 5), "немає права", "no right"},
		{"linux", rename(file, syscall.EACCES), "немає права", "no right"},
		{"windows", open(absent, 3), "теки «" + filepath.Join(dir, "nema") + "» немає", "there is no folder"},
		{"windows", open(absent, 21), "під’єднайте диск", "connect the disk"},
		{"linux", open(absent, syscall.ENOENT), "теки «" + filepath.Join(dir, "nema") + "» немає", "there is no folder"},
		{"windows", open(filepath.Join(file, "a.zip"), 3), "на місці теки «" + file + "» лежить файл", "a file stands in the place"},
		{"linux", open(filepath.Join(file, "a.zip"), syscall.ENOTDIR), "на місці теки «" + file + "» лежить файл", "a file stands in the place"},
		{"linux", open(filepath.Join(dir, "nema.zip"), syscall.ENOENT), "щось пішло не так", "something went wrong"},
		{"linux", open(file, 112), "щось пішло не так", "something went wrong"},
		{"linux", fmt.Errorf("far away: %w", fs.ErrPermission), "немає права", "no right"},
	} {
		for lang, want := range map[string]string{"uk": c.uk, "en": c.en} {
			p := &program{lang: lang}
			if got := p.systemTrouble(c.system, c.err); !strings.Contains(got, want) {
				t.Errorf("%s, %v:\n%s\nlacks: %s", c.system, c.err, got, want)
			}
		}
	}
}

// TestPortTrouble: a port that is taken, one that the system keeps, and one that cannot be had for another reason are three things.
// TestFolderTrouble: where a target may not be written to, its own line is to mend and not the flag of a build.
func TestFolderTrouble(t *testing.T) {
	dir := t.TempDir()
	g := &goal{name: "dysk", folder: filepath.Join(dir, "sait"), line: 9}
	if err := os.Mkdir(g.folder, 0o777); err != nil {
		t.Fatal(err)
	}
	p := &program{lang: "uk"}
	failed := func(name string) error {
		return fmt.Errorf("put: %w", &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission})
	}
	if text := p.folderTrouble(failed(filepath.Join(g.folder, "index.html")), g); !strings.Contains(text, "рядок «Тека»") || !strings.Contains(text, "site.yaml:9") {
		t.Errorf("no right to write: %q", text)
	}
	if text := p.folderTrouble(failed(filepath.Join(dir, "notes")), g); text != "" {
		t.Errorf("no right to write elsewhere: %q", text)
	}
}

func TestPortTrouble(t *testing.T) {
	for _, c := range []struct {
		err   serve.ListenError
		port  int
		again bool // with another port
		want  string
	}{
		{serve.ListenError{Taken: true, Err: syscall.EADDRINUSE}, 1414, true, "порт 1414 зайнятий, мабуть, іншою Вітриною. Закрийте її або додайте --port 1415"},
		{serve.ListenError{Taken: true, Err: syscall.EADDRINUSE}, 1415, true, "додайте --port 1416"},
		{serve.ListenError{Taken: true, Err: syscall.EADDRINUSE}, 65535, true, "додайте --port 1415"},
		{serve.ListenError{Err: &net.OpError{Op: "listen", Err: os.NewSyscallError("bind", syscall.EACCES)}}, 80, true, "система не дозволяє відкрити порт 80: він потребує прав адміністратора або зарезервований. Додайте --port 1415"},
		{serve.ListenError{Err: syscall.EADDRNOTAVAIL}, 1414, false, "порт 1414 не вдалося відкрити: "},
	} {
		p := &program{lang: "uk"}
		if got := p.portTrouble(&c.err, c.port).Error(); !strings.Contains(got, c.want) || p.taken != c.again {
			t.Errorf("port %d: %s, again: %v; want %s", c.port, got, p.taken, c.want)
		}
	}
}

// TestRefusal: of a full disk, or of one that only reads, the editor does not say that another program holds the file.
func TestRefusal(t *testing.T) {
	dir := t.TempDir()
	file, locked := filepath.Join(dir, "index.md"), filepath.Join(dir, "locked.md")
	for name, mode := range map[string]os.FileMode{file: 0o644, locked: 0o444} {
		if err := os.WriteFile(name, nil, mode); err != nil {
			t.Fatal(err)
		}
	}
	held := func(err error) error { return fmt.Errorf("%w: %w", author.ErrHeld, err) }
	open := func(number syscall.Errno) error {
		return held(&fs.PathError{Op: "open", Path: file + ".tmp", Err: number})
	}
	rename := func(name string, number syscall.Errno) error {
		return held(&os.LinkError{Op: "rename", Old: file + ".tmp", New: name, Err: number})
	}
	for _, c := range []struct {
		system string
		err    error
		want   string
	}{
		{"linux", open(syscall.ENOSPC), "full"},
		{"windows", open(112), "full"},
		{"linux", open(syscall.EROFS), "locked"},
		{"windows", open(19), "locked"},
		{"linux", open(syscall.EACCES), "denied"},
		{"windows", open(5), "denied"},
		{"windows", rename(locked, 5), "denied"},
		{"windows", rename(file, 5), ""},
		{"windows", rename(filepath.Join(dir, "nova"), 5), ""}, // a folder in which a file is open
		{"windows", rename(file, 32), ""},
		{"linux", rename(file, syscall.EBUSY), ""},
	} {
		if got := refusal(c.system, c.err); got != c.want {
			t.Errorf("%s, %v: %q, want %q", c.system, c.err, got, c.want)
		}
	}
}
