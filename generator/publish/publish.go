// Package publish brings a finished site to where visitors read it: a folder, a host that is reached by SFTP, a storage that speaks S3,
// a branch of git.
//
// At the target lies a manifest that names what Vitryna has put there, with sums. So only what changed travels, nothing is removed that
// somebody else put there, and a publication that was cut goes on where it stopped:
//
//  1. the manifest is written as it will be true at any moment from now on: what is there, and what may be;
//  2. what pages are made of (scripts, styles, pictures; new ones have new names);
//  3. pages, the new ones before those that lead to them;
//  4. what tells of pages: the worker's list, feeds, the sitemap;
//  5. the manifest of the new site;
//  6. what is no longer part of the site is removed, pages first.
//
// So whenever the line is cut, every page at the target has all its parts. A branch takes all of it in one step ([Whole]). [newPlan] decides and touches nothing; [Publication.Run] does.
package publish

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// File is a file of the finished site.
type File struct {
	Path string // a slash path
	Size int64
	Sum  string // as [Sum] tells it
}

// Sum names the content of a file.
func Sum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:16])
}

// Kind is what an entry of a folder is.
type Kind int

// The kinds of entries.
const (
	Plain Kind = iota
	Folder
	Strange // a link, a device
)

// Entry is what lies at the target under a name.
type Entry struct {
	Name string // without its folder
	Kind Kind
	Size int64
}

// Target is a place where a site is published. Paths are slash paths from its top, which is "". What is not there gives an error that is
// [fs.ErrNotExist]. An error that is [ErrLine] may pass: the same is then tried again. All but Close may be called by many goroutines at once.
type Target interface {
	// Read gives a small file.
	Read(ctx context.Context, path string) ([]byte, error)
	// List gives what lies in a folder.
	List(ctx context.Context, dir string) ([]Entry, error)
	// Put makes a file, or replaces one: whoever reads it meanwhile sees the old one or the new one, whole. Its folders are made.
	Put(ctx context.Context, path string, data []byte) error
	// Remove removes a file, and the folders that this empties. What is not there is no error.
	Remove(ctx context.Context, path string) error
	Close() error
}

// OwnPrefix begins the names of all that Vitryna keeps at a target beside the site; it lies at the top. Temporary files end in TempSuffix.
const (
	OwnPrefix    = ".vitryna-"
	TempSuffix   = ".tmp"
	ManifestFile = OwnPrefix + "published"
)

// isTemp tells whether a file at the top is one that a cut publication left.
func isTemp(name string) bool {
	return strings.HasPrefix(name, OwnPrefix) && strings.HasSuffix(name, TempSuffix)
}
