//go:build !windows

package serve

import "github.com/fsnotify/fsnotify"

// notify opens the system's notifier. Where there is none, adding fails, and the
// sweeps do all the work.
func notify([]string) notifier {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		fail := func(string) error { return err }
		return notifier{add: fail, remove: fail, close: func() error { return nil }}
	}
	return notifier{events: w.Events, errors: w.Errors, add: w.Add, remove: w.Remove, close: w.Close}
}
