package serve

// On Windows the folders are not watched by fsnotify: it would hold every folder below
// content/ open, and Windows renames, moves and deletes no folder while one below it is
// held open (github.com/fsnotify/fsnotify/issues/356). Nobody could give an item with
// folders of its own another name. Here each root is opened once and tells of all that
// lies below it.

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"unsafe"

	"github.com/fsnotify/fsnotify"
	"golang.org/x/sys/windows"
)

// notify is the notifier of Windows for what lies below roots.
func notify(roots []string) notifier {
	n := &teller{
		roots:  roots,
		events: make(chan fsnotify.Event),
		errors: make(chan error),
		held:   map[string]*held{},
	}
	return notifier{events: n.events, errors: n.errors, add: n.add, remove: n.remove, close: n.close}
}

// teller holds the roots open, and the folders they lie in.
type teller struct {
	roots  []string
	events chan fsnotify.Event
	errors chan error
	group  sync.WaitGroup // of the goroutines that listen

	mu     sync.Mutex
	held   map[string]*held
	closed bool
}

// add begins to tell of a folder: of a root with all that lies below it, of another one
// with its entries. A root that is told of already is opened anew, for it may have been
// replaced, and it is opened before the old one is let go, so that nothing is missed.
func (n *teller) add(dir string) error {
	isRoot := slices.Contains(n.roots, dir)
	if !isRoot && slices.ContainsFunc(n.roots, func(root string) bool { _, ok := below(dir, root); return ok }) {
		return nil
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.closed {
		return fsnotify.ErrClosed
	}
	old := n.held[dir]
	if old != nil && old.mute != nil {
		return old.mute
	}
	h, err := hold(dir, isRoot)
	if err != nil {
		return err
	}
	if old != nil {
		old.letGo()
	}
	n.held[dir] = h
	n.group.Go(func() { n.listen(h) })
	return nil
}

func (n *teller) remove(dir string) error {
	n.mu.Lock()
	defer n.mu.Unlock()
	if h := n.held[dir]; h != nil {
		h.letGo()
		delete(n.held, dir)
	}
	return nil
}

// close lets all folders go and waits until they are.
func (n *teller) close() error {
	n.mu.Lock()
	n.closed = true
	for _, h := range n.held {
		h.letGo()
	}
	n.mu.Unlock()
	n.group.Wait()
	close(n.events)
	close(n.errors)
	return nil
}

// listen passes on what a folder tells until it is let go or fails. A folder that fails
// before it has told anything, as on some network drives, is not tried again: the sweeps
// look after it.
func (n *teller) listen(h *held) {
	defer h.shut()
	for told := false; ; {
		size, err := h.wait()
		if err == nil {
			told = true
			n.pass(h, size)
			err = h.ask()
		}
		switch {
		case err == nil:
			continue
		case h.isOver():
			return
		case !told:
			n.mu.Lock()
			h.mute = err
			n.mu.Unlock()
		}
		n.errors <- err
		return
	}
}

// pass sends what stands in the first size bytes of the buffer. Nothing there means that
// it was too small for all there was to tell.
func (n *teller) pass(h *held, size uint32) {
	if size == 0 {
		n.errors <- fsnotify.ErrEventOverflow
		return
	}
	for at := uint32(0); ; {
		entry := (*windows.FileNotifyInformation)(unsafe.Pointer(&h.buffer[at]))
		name := windows.UTF16ToString(unsafe.Slice(&entry.FileName, entry.FileNameLength/2))
		n.events <- fsnotify.Event{Name: filepath.Join(h.dir, name), Op: opOf(entry.Action)}
		if entry.NextEntryOffset == 0 {
			return
		}
		at += entry.NextEntryOffset
	}
}

func opOf(action uint32) fsnotify.Op {
	switch action {
	case windows.FILE_ACTION_ADDED, windows.FILE_ACTION_RENAMED_NEW_NAME:
		return fsnotify.Create
	case windows.FILE_ACTION_REMOVED:
		return fsnotify.Remove
	case windows.FILE_ACTION_RENAMED_OLD_NAME:
		return fsnotify.Rename
	default:
		return fsnotify.Write
	}
}

// bufferSize is the largest that works on network drives too.
const bufferSize = 64 << 10

// held is one folder held open.
type held struct {
	dir    string
	deep   bool // tell of all that lies below it
	handle windows.Handle
	asked  *windows.Overlapped // what the system answers to
	buffer []byte              // and where
	mute   error               // why it never told anything; kept by teller.mu

	mu   sync.Mutex
	over bool // let go, or shut
}

// hold opens a folder such that everybody else may do with it what they like, and asks
// for the first time.
func hold(dir string, deep bool) (*held, error) {
	name, err := windows.UTF16PtrFromString(dir)
	if err != nil {
		return nil, err
	}
	handle, err := windows.CreateFile(name, windows.FILE_LIST_DIRECTORY,
		windows.FILE_SHARE_READ|windows.FILE_SHARE_WRITE|windows.FILE_SHARE_DELETE, nil,
		windows.OPEN_EXISTING, windows.FILE_FLAG_BACKUP_SEMANTICS|windows.FILE_FLAG_OVERLAPPED, 0)
	if err != nil {
		return nil, &os.PathError{Op: "watch", Path: dir, Err: err}
	}
	h := &held{dir: dir, deep: deep, handle: handle, asked: new(windows.Overlapped), buffer: make([]byte, bufferSize)}
	if err := h.ask(); err != nil {
		h.shut()
		return nil, err
	}
	return h, nil
}

// ask asks for what happens next. Between two questions the system remembers.
func (h *held) ask() error {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.over {
		return fsnotify.ErrClosed
	}
	*h.asked = windows.Overlapped{}
	const what = windows.FILE_NOTIFY_CHANGE_FILE_NAME | windows.FILE_NOTIFY_CHANGE_DIR_NAME | windows.FILE_NOTIFY_CHANGE_LAST_WRITE
	if err := windows.ReadDirectoryChanges(h.handle, &h.buffer[0], bufferSize, h.deep, what, nil, h.asked, 0); err != nil {
		return &os.PathError{Op: "watch", Path: h.dir, Err: err}
	}
	return nil
}

// wait waits for the answer and returns its size, 0 if it was too long.
func (h *held) wait() (size uint32, err error) {
	err = windows.GetOverlappedResult(h.handle, h.asked, &size, true)
	switch {
	case err == nil:
		return size, nil
	case errors.Is(err, windows.ERROR_NOTIFY_ENUM_DIR):
		return 0, nil
	default:
		return 0, &os.PathError{Op: "watch", Path: h.dir, Err: err}
	}
}

// letGo ends a wait. Who waits closes the folder.
func (h *held) letGo() {
	h.mu.Lock()
	defer h.mu.Unlock()
	if !h.over {
		h.over = true
		windows.CancelIoEx(h.handle, h.asked) // unchecked: it has answered just now
	}
}

func (h *held) isOver() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.over
}

// shut closes the folder.
func (h *held) shut() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.over = true
	windows.CloseHandle(h.handle) // unchecked: nothing was written
}
