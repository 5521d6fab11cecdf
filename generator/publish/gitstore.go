package publish

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/som-hub/vitryna/generator/output"
)

// gitStore is a copy of what lies on the branch, as git keeps it: without a folder of files. It stays from publication to publication, so that little
// has to be fetched; without it, or when it is damaged, all of the branch's last state is fetched, and nothing else is different.
type gitStore struct {
	*git
	release func() // nil: the copy is a temporary one
}

// Names in the copy.
const (
	tipRef  = "refs/vitryna/tip"  // what lay on the branch when we last looked
	ownRef  = "refs/vitryna/own"  // what we last put there
	nextRef = "refs/vitryna/next" // what is being made
)

// openStore opens the kept copy, or a temporary one where another program works with it, or nothing is to be kept.
func openStore(r Repository) (*gitStore, error) {
	if r.Store != "" {
		if err := os.MkdirAll(r.Store, 0o700); err != nil {
			return nil, err
		}
		release, err := output.Hold(r.Store)
		if err == nil {
			s := &gitStore{newGit(r.Program, filepath.Join(r.Store, "copy.git"), r.Address, r.Env), release}
			return s, s.tidy()
		}
		if !errors.Is(err, output.ErrBusy) {
			return nil, err
		}
	}
	dir, err := os.MkdirTemp("", "vitryna-git-")
	if err != nil {
		return nil, err
	}
	return &gitStore{newGit(r.Program, filepath.Join(dir, "copy.git"), r.Address, r.Env), nil}, nil
}

// tidy removes what a program that was killed has left: nobody else is at work here.
func (s *gitStore) tidy() error {
	return filepath.WalkDir(s.dir, func(name string, e fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			return err
		case !e.IsDir() && (strings.HasSuffix(name, ".lock") || strings.HasPrefix(e.Name(), "tmp_") || strings.HasPrefix(e.Name(), "fast_import_crash") || e.Name() == "gc.pid"):
			return os.Remove(name)
		}
		return nil
	})
}

// close gives the copy back; done tells that a commit was added to it.
func (s *gitStore) close(done bool) {
	if s.release == nil {
		os.RemoveAll(filepath.Dir(s.dir)) // unchecked: a temporary folder
		return
	}
	if done {
		s.run(context.Background(), "-c", "gc.auto=2000", "-c", "gc.autoPackLimit=20", "-c", "gc.pruneExpire=now", "gc", "--auto", "--quiet") // unchecked: the next time then
	}
	s.release()
}

// prepare makes the copy where there is none. tip is a name of a commit of the repository, which tells how it counts sums; "" where it has none.
func (s *gitStore) prepare(ctx context.Context, tip string) error {
	format := "sha1"
	if len(tip) == 64 {
		format = "sha256"
	}
	if _, err := os.Stat(s.dir); err == nil {
		if out, err := s.run(ctx, "rev-parse", "--show-object-format"); err == nil && (strings.TrimSpace(string(out)) == format || tip == "") {
			return nil
		}
		if err := s.clear(); err != nil {
			return err
		}
	}
	args := []string{"init", "--quiet", "--bare", "--template="}
	if format != "sha1" {
		args = append(args, "--object-format="+format)
	}
	_, err := s.run(ctx, args...)
	return err
}

func (s *gitStore) clear() error { return os.RemoveAll(s.dir) }

// there asks the repository what lies on a branch; "" if there is no such branch.
func (s *gitStore) there(ctx context.Context, branch string) (string, error) {
	out, err := s.run(ctx, "ls-remote", s.uploader(), origin, "refs/heads/"+branch)
	if err != nil {
		return "", err
	}
	for line := range strings.Lines(string(out)) {
		if id, ref, _ := strings.Cut(strings.TrimSpace(line), "\t"); ref == "refs/heads/"+branch {
			return id, nil
		}
	}
	return "", nil
}

// uploader and receiver run git's other end. In a repository on this computer it would run the programs (hooks) that lie there.
func (s *gitStore) uploader() string { return "--upload-pack=" + s.otherEnd() + "upload-pack" }
func (s *gitStore) receiver() string { return "--receive-pack=" + s.otherEnd() + "receive-pack" }

func (s *gitStore) otherEnd() string {
	if local, _ := CheckRepository(s.address); local {
		return "git -c core.hooksPath=/dev/null "
	}
	return "git-"
}

// ref is the commit under a name of the copy; "" if there is none.
func (s *gitStore) ref(ctx context.Context, name string) string {
	out, err := s.run(ctx, "rev-parse", "--verify", "--quiet", name+"^{commit}")
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(out))
}

// fetch brings the last state of a branch, and says which it is. What is here already does not travel.
func (s *gitStore) fetch(ctx context.Context, branch, tip string) (string, error) {
	if s.ref(ctx, tipRef) == tip {
		return tip, nil
	}
	_, err := s.run(ctx, "fetch", "--quiet", "--no-tags", "--depth=1", s.uploader(), origin, "+refs/heads/"+branch+":"+tipRef)
	return s.ref(ctx, tipRef), err
}
