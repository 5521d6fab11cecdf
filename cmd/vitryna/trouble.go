package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"

	"github.com/som-hub/vitryna/generator/author"
	"github.com/som-hub/vitryna/generator/filename"
	"github.com/som-hub/vitryna/generator/output"
)

// machineTrouble says what is wrong with the machine.
func (p *program) machineTrouble(err error) string {
	var refused *output.Refusal
	var keep *author.KeepError
	switch {
	case errors.As(err, &keep):
		return fmt.Sprintf(p.say("trouble keep"), keep.Path)
	case errors.Is(err, output.ErrBusy):
		return p.say("trouble busy")
	case errors.As(err, &refused) && refused.Reason == output.ReasonCase:
		return fmt.Sprintf(p.say("trouble case"), refused.Path, refused.Other)
	case errors.As(err, &refused) && refused.Other != "":
		return fmt.Sprintf(p.say("trouble foreign"), refused.Other)
	case errors.As(err, &refused):
		return fmt.Sprintf(p.say("trouble name"), refused.Path)
	}
	return p.systemTrouble(runtime.GOOS, err)
}

// systemTrouble says what an error of a system means.
func (p *program) systemTrouble(system string, err error) string {
	name, did := failedAt(err)
	switch causeOf(system, err) {
	case causeFull:
		return p.say("trouble full")
	case causeLocked:
		return fmt.Sprintf(p.say("trouble locked"), err)
	case causeOpen:
		if name != "" {
			return fmt.Sprintf(p.say("trouble open"), name)
		}
	case causeDenied:
		if system == "windows" && did == "rename" && writable(name) {
			return fmt.Sprintf(p.say("trouble open"), name)
		}
		return fmt.Sprintf(p.say("trouble denied"), err)
	case causeWay:
		switch file, missing := barrier(name, did); {
		case file != "":
			return fmt.Sprintf(p.say("trouble folder"), file)
		case missing != "":
			return fmt.Sprintf(p.say("trouble absent"), missing)
		}
	}
	return fmt.Sprintf(p.say("trouble"), err)
}

// refusal is what the disk itself refuses to a writer, as editor.Desk wants it: no room, a disk or a file that only reads, no right. "" where another program may hold
// the file: Windows says of that, too, that the right is missing.
func refusal(system string, err error) string {
	name, did := failedAt(err)
	switch causeOf(system, err) {
	case causeFull:
		return "full"
	case causeLocked:
		return "locked"
	case causeDenied:
		if info, err := os.Stat(name); system != "windows" || did != "rename" || err == nil && info.Mode().Perm()&0o200 == 0 {
			return "denied"
		}
	}
	return ""
}

// cause is what a system's number of an error comes to.
type cause int

const (
	causeOther  cause = iota
	causeFull         // no room on the disk
	causeLocked       // a disk that only reads
	causeOpen         // another program has the file
	causeDenied       // no right
	causeWay          // no such file, folder or disk, or a file in the place of a folder
)

// causeOf is the cause of an error of a system, whose numbers are its own: those of Windows are no constants elsewhere, and package syscall gives its own to
// what Windows calls otherwise.
func causeOf(system string, err error) cause {
	var number syscall.Errno
	if !errors.As(err, &number) {
		if errors.Is(err, fs.ErrPermission) {
			return causeDenied
		}
		return causeOther
	}
	if system == "windows" {
		return windowsCauses[number]
	}
	switch number {
	case syscall.ENOSPC, syscall.EDQUOT:
		return causeFull
	case syscall.EROFS:
		return causeLocked
	case syscall.EACCES, syscall.EPERM:
		return causeDenied
	case syscall.ENOENT, syscall.ENOTDIR:
		return causeWay
	}
	return causeOther
}

var windowsCauses = map[syscall.Errno]cause{
	39: causeFull, 112: causeFull, 1295: causeFull, // ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL, ERROR_DISK_QUOTA_EXCEEDED
	19: causeLocked,              // ERROR_WRITE_PROTECT
	32: causeOpen, 33: causeOpen, // ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION
	5: causeDenied, 10013: causeDenied, // ERROR_ACCESS_DENIED, WSAEACCES
	2: causeWay, 3: causeWay, 15: causeWay, 21: causeWay, 53: causeWay, 67: causeWay, // …FILE_NOT_FOUND, PATH_NOT_FOUND, INVALID_DRIVE, NOT_READY, BAD_NETPATH, BAD_NET_NAME
}

// failedAt is the file or folder of an error, and what was done to it.
func failedAt(err error) (name, did string) {
	var link *os.LinkError
	var at *fs.PathError
	switch {
	case errors.As(err, &link):
		return link.New, link.Op
	case errors.As(err, &at):
		return at.Path, at.Op
	}
	return "", ""
}

// writable tells that a file is there and may be written to. If Windows then denies its name to another file, some program has it open.
func writable(name string) bool {
	info, err := os.Stat(name)
	return err == nil && filename.Regular(info.Mode()) && info.Mode().Perm()&0o200 != 0
}

// barrier is what is in the way to a file: a file in the place of a folder, else the first folder that is not there.
func barrier(name, did string) (file, missing string) {
	if name == "" {
		return "", ""
	}
	dir := filepath.Dir(name)
	if did == "mkdir" { // a folder itself
		dir = name
	}
	for ; ; dir = filepath.Dir(dir) {
		switch info, err := os.Stat(dir); {
		case err == nil && !info.IsDir():
			return dir, ""
		case err == nil || causeOf(runtime.GOOS, err) != causeWay:
			return "", missing
		}
		if missing = dir; dir == filepath.Dir(dir) {
			return "", missing
		}
	}
}
