package publish

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"path"
	"slices"
	"strconv"
	"sync"

	"github.com/pkg/sftp"
	"golang.org/x/crypto/ssh"
)

// Host is where a site is published by SFTP.
type Host struct {
	Name   string // sftp.example.org
	Port   int    // 0: 22
	User   string
	Folder string // "" or relative: from the user's home
}

// Address is the host with its port.
func (h Host) Address() string {
	port := h.Port
	if port == 0 {
		port = 22
	}
	return net.JoinHostPort(h.Name, strconv.Itoa(port))
}

// OpenSFTP opens a folder of a host. It must be there.
func OpenSFTP(ctx context.Context, h Host, keys Keys) (Target, error) {
	config, closeKeys, err := keys.config(h)
	if err != nil {
		return nil, err
	}
	r := &remote{host: h, config: config, closeKeys: closeKeys, dirs: map[string]bool{}}
	if _, err := r.client(ctx); err != nil {
		closeKeys()
		return nil, err
	}
	return r, nil
}

// remote is a folder of a host. The line is opened anew when it is cut.
type remote struct {
	host      Host
	config    *ssh.ClientConfig
	closeKeys func()

	mu   sync.Mutex
	line *line
	dirs map[string]bool // known to be there
}

// name is a path on the host.
func (r *remote) name(name string) string { return path.Join(r.host.Folder, name) }

// Close closes the line.
func (r *remote) Close() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.line != nil {
		r.line.sftp.Close() // unchecked: all that was to be written has been answered
		r.line.close()
		r.line = nil
	}
	r.closeKeys()
	return nil
}

// Read gives a file.
func (r *remote) Read(ctx context.Context, name string) (data []byte, err error) {
	err = r.do(ctx, func(c *sftp.Client) error {
		file, err := c.Open(r.name(name))
		if err != nil {
			return err
		}
		defer file.Close() // unchecked: it was read only
		data, err = io.ReadAll(io.LimitReader(file, 64<<20))
		return err
	})
	return data, err
}

// List gives what lies in a folder.
func (r *remote) List(ctx context.Context, dir string) (list []Entry, err error) {
	err = r.do(ctx, func(c *sftp.Client) error {
		list = nil
		infos, err := c.ReadDir(cmpDot(r.name(dir)))
		for _, info := range infos {
			list = append(list, Entry{Name: info.Name(), Kind: kindOf(info), Size: info.Size()})
		}
		return err
	})
	if dir == "" && errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w: %q", ErrNoFolder, r.host.Folder)
	}
	return list, err
}

// What a host may lack, or not do.
var (
	ErrNoFolder   = errors.New("the host has no such folder")
	ErrNoSFTP     = errors.New("the host gives no SFTP")
	ErrHostRight  = errors.New("the host does not allow it")
	ErrHostFailed = errors.New("the host could not do it") // it does not say why; most often its disk, or what is allowed of it, is full
)

func cmpDot(dir string) string {
	if dir == "" {
		return "."
	}
	return dir
}

// Put writes a temporary file and renames it.
func (r *remote) Put(ctx context.Context, name string, data []byte) error {
	return r.do(ctx, func(c *sftp.Client) error {
		if err := r.mkdirs(c, path.Dir(name)); err != nil {
			return err
		}
		temp := r.name(tempName())
		err := write(c, temp, data)
		if err == nil {
			err = rename(c, temp, r.name(name))
		}
		if err != nil && !lost(err) {
			c.Remove(temp) // unchecked: the first error is the one to tell
		}
		return err
	})
}

func write(c *sftp.Client, name string, data []byte) error {
	file, err := c.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_TRUNC)
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	if closeErr := file.Close(); err == nil {
		err = closeErr
	}
	return err
}

// rename puts a file in the place of another in one step. A host that cannot do that has the old one removed before: for a moment there is none.
func rename(c *sftp.Client, from, to string) error {
	if _, can := c.HasExtension("posix-rename@openssh.com"); can {
		return c.PosixRename(from, to)
	}
	err := c.Rename(from, to)
	if err == nil || lost(err) {
		return err
	}
	if removed := c.Remove(to); removed != nil {
		return err
	}
	return c.Rename(from, to)
}

// mkdirs makes the folders of a path, and follows no link.
func (r *remote) mkdirs(c *sftp.Client, dir string) error {
	if dir == "." || r.knows(dir) {
		return nil
	}
	if err := r.mkdirs(c, path.Dir(dir)); err != nil {
		return err
	}
	info, err := c.Lstat(r.name(dir))
	if errors.Is(err, fs.ErrNotExist) {
		if err = c.Mkdir(r.name(dir)); err != nil && !lost(err) {
			info, err = c.Lstat(r.name(dir)) // perhaps another goroutine has made it
		}
	}
	if err != nil {
		return err
	}
	if info != nil && !info.IsDir() {
		return &Foreign{[]string{dir}, true}
	}
	r.mu.Lock()
	r.dirs[dir] = true
	r.mu.Unlock()
	return nil
}

func (r *remote) knows(dir string) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.dirs[dir]
}

// Remove removes a file and the folders that this empties.
func (r *remote) Remove(ctx context.Context, name string) error {
	return r.do(ctx, func(c *sftp.Client) error {
		dirs := above(name)
		for _, dir := range dirs {
			info, err := c.Lstat(r.name(dir))
			if errors.Is(err, fs.ErrNotExist) || err == nil && !info.IsDir() {
				return nil // nothing there, or it is behind a link: not ours
			}
			if err != nil {
				return err
			}
		}
		info, err := c.Lstat(r.name(name))
		switch {
		case err == nil && info.IsDir():
			return nil // somebody has put a folder in its place
		case err == nil:
			err = c.Remove(r.name(name))
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		for _, dir := range slices.Backward(dirs) {
			if err := c.RemoveDirectory(r.name(dir)); err != nil {
				if lost(err) {
					return err
				}
				break // not empty
			}
			r.mu.Lock()
			delete(r.dirs, dir)
			r.mu.Unlock()
		}
		return nil
	})
}

// above are the folders of a path, the outer ones first.
func above(name string) []string {
	var dirs []string
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		dirs = append(dirs, dir)
	}
	slices.Reverse(dirs)
	return dirs
}
