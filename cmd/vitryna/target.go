package main

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator/edition"
	"github.com/som-hub/vitryna/generator/filename"
)

// ownFolders are the folders of a site that hold what nobody can make again. No command writes what it makes into them.
func ownFolders(site string) []string {
	own := []string{filepath.Join(site, ".vitryna")}
	for _, name := range sourceFolders {
		own = append(own, filepath.Join(site, name))
	}
	return own
}

// folderAside refuses a folder for a finished site that is one of the site's own, lies in one, or holds one.
func (p *program) folderAside(site, out string) error {
	for _, own := range ownFolders(site) {
		if within(out, own) || within(own, out) {
			return callError{fmt.Sprintf(p.say("out own folder"), out, own)}
		}
	}
	return nil
}

// fileAside refuses a file that would lie in one of the site's own folders.
func (p *program) fileAside(site, out string) error {
	for _, own := range ownFolders(site) {
		if within(out, own) {
			return callError{fmt.Sprintf(p.say("out own file"), out, own)}
		}
	}
	return nil
}

// replaceable refuses to write over a file that is not an earlier one of the same command, by a sign that such files have.
func (p *program) replaceable(name string, earlier func([]byte) bool) error {
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case info.IsDir():
		return callError{fmt.Sprintf(p.say("out no file"), name)}
	case info.Size() == 0 && filename.Regular(info.Mode()):
		return nil
	case filename.Regular(info.Mode()):
		data, err := os.ReadFile(name)
		if err != nil || earlier(data) {
			return err
		}
	}
	return callError{fmt.Sprintf(p.say("out foreign"), name)}
}

// archiveAside refuses a file for an archive: one in the site's own folders, or one that is not an earlier archive. A device is written to.
func (p *program) archiveAside(site, out string) error {
	if info, err := os.Stat(out); err == nil && !info.IsDir() && !filename.Regular(info.Mode()) {
		return nil
	}
	return cmp.Or(p.fileAside(site, out), p.replaceable(out, isOwnArchive))
}

// isOwnArchive tells an earlier archive by the file that each has: a copy of the finished site its list of sums, its sources their site.yaml.
func isOwnArchive(data []byte) bool {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	return err == nil && slices.ContainsFunc(archive.File, func(f *zip.File) bool {
		return f.Name == edition.SumsFile || f.Name == "content/site.yaml"
	})
}

// within tells whether a file or folder is another or lies in it, by its name or by where links lead.
func within(inner, outer string) bool {
	return lies(fullName(inner), fullName(outer)) || lies(realName(inner), realName(outer))
}

// lies tells the same of full names.
func lies(inner, outer string) bool {
	rel, err := filepath.Rel(outer, inner)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// realName is a full name without links, as far as there is something of that name.
func realName(name string) string {
	full, rest := fullName(name), ""
	for dir := full; ; dir = filepath.Dir(dir) {
		if real, err := filepath.EvalSymlinks(dir); err == nil {
			return filepath.Join(real, rest)
		}
		if dir == filepath.Dir(dir) {
			return full
		}
		rest = filepath.Join(filepath.Base(dir), rest)
	}
}
