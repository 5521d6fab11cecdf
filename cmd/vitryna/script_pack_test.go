package main

import (
	"archive/zip"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/som-hub/vitryna/generator/edition"
)

// unzip ARCHIVE DIR: unpacks a copy of a site into the folder, over what is there, takes away what the archive says has gone, and
// compares all that is there then with the archive's list. It prints the names in the archive, in its order, for stdout.
func unzip(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: unzip ARCHIVE DIR")
	}
	archive, err := zip.OpenReader(ts.MkAbs(args[0]))
	ts.Check(err)
	defer archive.Close()
	dir := ts.MkAbs(args[1])
	for _, f := range archive.File {
		fmt.Fprintln(ts.Stdout(), f.Name)
		if !edition.GoodName(f.Name) {
			ts.Fatalf("%s holds %q", args[0], f.Name)
		}
		r, err := f.Open()
		ts.Check(err)
		data, err := io.ReadAll(r)
		ts.Check(err)
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		ts.Check(os.MkdirAll(filepath.Dir(name), 0o777))
		ts.Check(os.WriteFile(name, data, 0o666))
		if f.Name == edition.RemovedFile {
			for gone := range strings.FieldsSeq(string(data)) {
				ts.Check(os.Remove(filepath.Join(dir, filepath.FromSlash(gone))))
			}
			ts.Check(os.Remove(name))
		}
	}
	if filepath.Ext(args[0]) != ".epub" { // which has no list of sums
		compareSums(ts, dir)
	}
}

// compareSums fails unless a folder has exactly the files of its list.
func compareSums(ts *testscript.TestScript, dir string) {
	list, err := os.Open(filepath.Join(dir, edition.SumsFile))
	ts.Check(err)
	defer list.Close()
	sums, err := edition.ReadSums(list)
	ts.Check(err)
	found := 0
	ts.Check(filepath.WalkDir(dir, func(name string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() || entry.Name() == edition.SumsFile {
			return err
		}
		data, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		if sums[filepath.ToSlash(rel)] != sha256.Sum256(data) {
			ts.Fatalf("%s is not what the list says", rel)
		}
		found++
		return err
	}))
	if found != len(sums) {
		ts.Fatalf("the list has %d files, the folder %d", len(sums), found)
	}
}
