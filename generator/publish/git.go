package publish

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os/exec"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Repository is where a site is published as a branch of git. One publication is one commit upon what lies there: never in its place.
type Repository struct {
	Address     string // see [CheckRepository]; a path from the root of the disk
	Branch      string
	Folder      string // on the branch; "" is its top
	Name, Email string // of whoever makes the commit; empty: as the user's own git says
	Message     string
	When        time.Time
	Store       string   // folder for the copy of what lies there, kept for the next time; "": none is kept
	Program     string   // git; "" is looked for
	Env         []string // as the user's other programs have it
}

// OpenGit readies a publication to a branch. Nothing is asked of the repository before it is read.
func OpenGit(r Repository) (Target, error) {
	if _, err := CheckRepository(r.Address); err != nil {
		return nil, err
	}
	if !GoodBranch(r.Branch) || !GoodBranchFolder(r.Folder) {
		return nil, fmt.Errorf("%w: branch %q, folder %q", ErrAddress, r.Branch, r.Folder)
	}
	if r.Program == "" {
		r.Program = "git"
	}
	program, err := exec.LookPath(r.Program)
	if err != nil {
		return nil, ErrNoGit
	}
	r.Program = program
	store, err := openStore(r)
	if err != nil {
		return nil, err
	}
	return &branch{Repository: r, store: store, changes: map[string]string{}}, nil
}

// branch is a branch of a repository. What is put goes at once into the copy on this computer; the repository hears of it when all is there.
type branch struct {
	Repository
	store *gitStore

	mu      sync.Mutex
	read    bool
	tip     string          // the commit that lies there; "" if there is none
	tree    map[string]blob // of all files of the branch
	inlet   *inlet          // nil until something is put
	changes map[string]string
	next    string // the commit that was made
	mended  bool   // the kept copy was of no use once
	done    bool   // it lies there
}

// blob is a file in git.
type blob struct {
	kind Kind
	id   string
	size int64
}

// name is a path on the branch.
func (b *branch) name(name string) string { return path.Join(b.Folder, name) }

// look finds out what lies on the branch, once. A kept copy that is of no use is thrown away.
func (b *branch) look(ctx context.Context) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.read {
		return nil
	}
	err := b.lookWith(ctx)
	if errors.Is(err, errStoreDamaged) && !b.mended {
		b.mended = true
		if err = b.store.clear(); err == nil {
			err = b.lookWith(ctx)
		}
	}
	b.read = err == nil
	return err
}

// mend throws a kept copy away that turns out to be of no use, and begins another. What was put is lost with it.
func (b *branch) mend(ctx context.Context, err error) error {
	if err = damaged(ctx, err); !errors.Is(err, errStoreDamaged) || b.mended || b.store.release == nil {
		return err
	}
	b.mended = true
	if b.inlet != nil {
		b.inlet.drop()
	}
	stood := b.tip
	b.inlet, b.changes, b.next = nil, map[string]string{}, ""
	if err := b.store.clear(); err != nil {
		return err
	}
	if err := b.lookWith(ctx); err != nil {
		return err
	}
	if b.tip != stood {
		return ErrMeanwhile // the plan was made for another state
	}
	return errPutAgain
}

func (b *branch) lookWith(ctx context.Context) error {
	b.store.quietSSH(ctx)
	tip, err := b.store.there(ctx, b.Branch)
	if err == nil {
		err = b.store.prepare(ctx, tip)
	}
	if err != nil {
		return damaged(ctx, err)
	}
	b.tip, b.tree = tip, map[string]blob{}
	if tip == "" {
		return nil
	}
	if b.tip, err = b.store.fetch(ctx, b.Branch, tip); err != nil || b.tip == "" {
		return damaged(ctx, err)
	}
	out, err := b.store.run(ctx, "ls-tree", "-r", "-l", "-z", "--full-tree", b.tip)
	if err != nil {
		return damaged(ctx, err)
	}
	for line := range strings.SplitSeq(string(out), "\x00") {
		if line == "" {
			continue
		}
		head, name, _ := strings.Cut(line, "\t")
		parts := strings.Fields(head) // mode, type, name, size
		if len(parts) != 4 {
			return damaged(ctx, nil)
		}
		one := blob{kind: Strange, id: parts[2]} // a link, a repository in it
		if one.size, _ = strconv.ParseInt(parts[3], 10, 64); strings.HasPrefix(parts[0], "100") {
			one.kind = Plain
		}
		b.tree[name] = one
	}
	return nil
}

// damaged tells that the kept copy is to blame, unless the line is, or whoever did not let in.
func damaged(ctx context.Context, err error) error {
	for _, told := range []error{ErrMeanwhile, ErrBranchRefused, ErrNoSigner} {
		if errors.Is(err, told) {
			return err
		}
	}
	for _, fault := range gitFaults {
		if errors.Is(err, fault.err) {
			return err
		}
	}
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err == nil:
		return damage{errBranchNotWhole}
	}
	return damage{err}
}

// damage is what went wrong for a reason that may well lie in the kept copy.
type damage struct{ error }

func (d damage) Is(target error) bool { return target == errStoreDamaged }
func (d damage) Unwrap() error        { return d.error }

// Read gives a file as it lies there.
func (b *branch) Read(ctx context.Context, name string) ([]byte, error) {
	if err := b.look(ctx); err != nil {
		return nil, err
	}
	lies, there := b.tree[b.name(name)]
	if !there || lies.kind != Plain {
		return nil, fs.ErrNotExist
	}
	var data []byte
	err := b.steadily(ctx, func() (err error) {
		data, err = b.store.run(ctx, "cat-file", "blob", lies.id)
		return err
	})
	return data, err
}

// steadily reads from the copy, and once more from another if that one turns out to be of no use.
func (b *branch) steadily(ctx context.Context, read func() error) error {
	err := read()
	if err == nil {
		return nil
	}
	b.mu.Lock()
	err = b.mend(ctx, err)
	b.mu.Unlock()
	if errors.Is(err, errPutAgain) { // nothing was put yet
		return read()
	}
	return err
}

// List gives what lies in a folder.
func (b *branch) List(ctx context.Context, dir string) ([]Entry, error) {
	if err := b.look(ctx); err != nil {
		return nil, err
	}
	full := b.name(dir)
	for above := full; above != "." && above != ""; above = path.Dir(above) {
		if lies, there := b.tree[above]; there && lies.kind != Folder {
			if dir == "" {
				return nil, &Foreign{[]string{above}, true} // the folder of the branch is none
			}
			return nil, fs.ErrNotExist
		}
	}
	entries := map[string]Entry{}
	for name, lies := range b.tree {
		rest, below := strings.CutPrefix(name, full+"/")
		if full == "" {
			rest, below = name, true
		}
		if !below {
			continue
		}
		if first, _, deeper := strings.Cut(rest, "/"); deeper {
			entries[first] = Entry{Name: first, Kind: Folder}
		} else {
			entries[first] = Entry{Name: first, Kind: lies.kind, Size: lies.size}
		}
	}
	if len(entries) == 0 {
		return nil, fs.ErrNotExist
	}
	return slices.Collect(maps.Values(entries)), nil
}

// changed finds the files whose content is another than the manifest says.
func (b *branch) changed(ctx context.Context, m *Manifest) (map[string]*content, error) {
	if err := b.look(ctx); err != nil {
		return nil, err
	}
	var own map[string]string
	if err := b.steadily(ctx, func() (err error) { own, err = b.ownIDs(ctx); return err }); err != nil {
		return nil, err
	}
	found := map[string]*content{}
	var doubtful []string
	for name := range m.files {
		lies, there := b.tree[b.name(name)]
		switch {
		case !there || lies.kind != Plain:
			found[name] = nil
		case own[b.name(name)] != lies.id:
			doubtful = append(doubtful, name)
		}
	}
	slices.Sort(doubtful)
	var contents []content
	err := b.steadily(ctx, func() (err error) { contents, err = b.contents(ctx, doubtful); return err })
	for i, c := range contents {
		if !slices.Contains(m.files[doubtful[i]].contents, c) {
			found[doubtful[i]] = &c
		}
	}
	return found, err
}

// ownIDs are git's names of the files in the commit that this computer put there last, if the manifest that lies there came with it: then what has the same
// name need not be read.
func (b *branch) ownIDs(ctx context.Context) (map[string]string, error) {
	own := b.store.ref(ctx, ownRef)
	if own == "" {
		return nil, nil
	}
	out, err := b.store.run(ctx, "ls-tree", "-r", "-z", "--full-tree", own)
	if err != nil {
		return nil, err
	}
	ids := map[string]string{}
	for line := range strings.SplitSeq(string(out), "\x00") {
		if head, name, ok := strings.Cut(line, "\t"); ok {
			ids[name] = head[strings.LastIndexByte(head, ' ')+1:]
		}
	}
	if manifest := b.name(ManifestFile); ids[manifest] != b.tree[manifest].id {
		return nil, nil
	}
	return ids, nil
}

// contents reads files of the branch, in order.
func (b *branch) contents(ctx context.Context, names []string) ([]content, error) {
	if len(names) == 0 {
		return nil, nil
	}
	var asked strings.Builder
	for _, name := range names {
		asked.WriteString(b.tree[b.name(name)].id + "\n")
	}
	c := b.store.command(ctx, "cat-file", "--batch")
	c.Stdin = strings.NewReader(asked.String())
	var said said
	c.Stderr = &said
	out, err := c.StdoutPipe()
	if err == nil {
		err = c.Start()
	}
	if err != nil {
		return nil, err
	}
	list, err := readBlobs(bufio.NewReaderSize(out, 1<<16), len(names))
	if err != nil {
		c.Process.Kill() // unchecked: Wait tells
	}
	if waited := c.Wait(); err == nil && waited != nil {
		err = said.trouble(waited)
	}
	return list, err
}

// readBlobs reads what cat-file --batch gives: a head of three words, the file, the end of a line.
func readBlobs(out *bufio.Reader, count int) ([]content, error) {
	list := make([]content, 0, count)
	for range count {
		head, err := out.ReadString('\n')
		if err != nil {
			return nil, err
		}
		parts := strings.Fields(head)
		if len(parts) != 3 || parts[1] != "blob" {
			return nil, fmt.Errorf("%w: %s", errBranchNotWhole, readable(head))
		}
		size, err := strconv.ParseInt(parts[2], 10, 64)
		if err != nil || size < 0 || size > 1<<31 {
			return nil, errBranchNotWhole
		}
		var data bytes.Buffer
		if _, err := io.CopyN(&data, out, size+1); err != nil {
			return nil, err
		}
		list = append(list, content{Sum(data.Bytes()[:size]), size})
	}
	return list, nil
}

// Close forgets what was not committed.
func (b *branch) Close() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.inlet != nil {
		b.inlet.drop()
	}
	b.store.close(b.done)
	return nil
}
