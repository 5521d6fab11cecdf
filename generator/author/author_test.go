package author

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
)

func row(text string) func([]byte) ([]byte, error) {
	return func(data []byte) ([]byte, error) { return append(bytes.Clone(data), text+"\n"...), nil }
}

func put(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// holds compares a file with its text, and tells that nothing else lies beside it.
func holds(t *testing.T, file, want string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil || string(data) != want {
		t.Errorf("%s holds %q (%v), want %q", file, data, err, want)
	}
	entries, _ := os.ReadDir(filepath.Dir(file))
	for _, e := range entries {
		if e.Name() != filepath.Base(file) {
			t.Errorf("left behind: %s", e.Name())
		}
	}
}

func TestUpdate(t *testing.T) {
	file := filepath.Join(t.TempDir(), "bids.csv")
	seen := "?"
	if _, err := Update(t.Context(), file, func(data []byte) ([]byte, error) {
		if data == nil {
			seen = "none"
		}
		return []byte("a\n"), nil
	}); err != nil || seen != "none" {
		t.Fatalf("a new file: %v, %q", err, seen)
	}
	holds(t, file, "a\n")
	os.Chmod(file, 0o600) // unchecked: read back below
	if tries, err := Update(t.Context(), file, row("b")); err != nil || tries != 1 {
		t.Fatalf("%d tries, %v", tries, err)
	}
	holds(t, file, "a\nb\n")
	if info, _ := os.Stat(file); runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("the rights are %v now", info.Mode())
	}
	wrong := errors.New("wrong")
	if tries, err := Update(t.Context(), file, func([]byte) ([]byte, error) { return nil, wrong }); !errors.Is(err, wrong) || tries != 1 {
		t.Errorf("%d tries, %v", tries, err)
	}
	holds(t, file, "a\nb\n")
}

// TestMeanwhile: what another program writes after the file was read stays, whether it appends or puts a new file in its place.
func TestMeanwhile(t *testing.T) {
	for _, way := range []string{"append", "replace", "remove"} {
		file := filepath.Join(t.TempDir(), "bids.csv")
		put(t, file, "a\n")
		times, want := 0, "a\nother\nours\n"
		tries, err := Update(t.Context(), file, func(data []byte) ([]byte, error) {
			if times++; times == 1 {
				switch way {
				case "append":
					f, err := os.OpenFile(file, os.O_APPEND|os.O_WRONLY, 0)
					if err != nil {
						t.Fatal(err)
					}
					f.WriteString("other\n") // unchecked: read back below
					f.Close()                // unchecked: likewise
				case "replace":
					if err := Replace(file, []byte("a\nother\n")); err != nil {
						t.Fatal(err)
					}
				case "remove":
					os.Remove(file) // unchecked: read back below
					want = "ours\n"
				}
			}
			return row("ours")(data)
		})
		if err != nil || tries != 2 {
			t.Errorf("%s: %d tries, %v", way, tries, err)
		}
		holds(t, file, want)
	}
}

// TestHeld: while another program holds the file, the name cannot be taken, and later it can.
func TestHeld(t *testing.T) {
	for _, c := range []struct {
		name   string
		faults int
		err    error
		want   string
	}{
		{"for a moment", 3, nil, "a\nb\n"},
		{"for ever", 1 << 30, ErrHeld, "a\n"},
	} {
		file := filepath.Join(t.TempDir(), "bids.csv")
		put(t, file, "a\n")
		faults, slept := 0, time.Duration(0)
		d := *system
		d.rename = func(from, to string) error {
			if faults++; faults <= c.faults {
				return &os.LinkError{Op: "rename", Old: from, New: to, Err: errors.New("the process cannot access the file because it is being used by another process")}
			}
			return os.Rename(from, to)
		}
		d.sleep = func(_ context.Context, d time.Duration) error { slept += d; return nil }
		tries, err := d.update(t.Context(), file, Patience, row("b"))
		if !errors.Is(err, c.err) || c.err == nil && tries != c.faults+1 {
			t.Errorf("%s: %d tries, %v", c.name, tries, err)
		}
		if c.err != nil && slept != Patience {
			t.Errorf("%s: waited %v", c.name, slept)
		}
		holds(t, file, c.want)
	}
}

// TestFolder: a folder that takes no files leaves everything as it is; so does a reader that cannot read.
func TestFolder(t *testing.T) {
	file := filepath.Join(t.TempDir(), "bids.csv")
	put(t, file, "a\n")
	d := *system
	d.sleep = func(context.Context, time.Duration) error { return nil }
	d.create = func(string, string) (*os.File, error) { return nil, os.ErrPermission }
	if _, err := d.update(t.Context(), file, Patience, row("b")); !errors.Is(err, ErrHeld) || !errors.Is(err, os.ErrPermission) {
		t.Error(err)
	}
	holds(t, file, "a\n")
	d.create = os.CreateTemp
	d.read = func(string) ([]byte, error) { return nil, os.ErrPermission }
	if _, err := d.update(t.Context(), file, Patience, row("b")); !errors.Is(err, ErrHeld) {
		t.Error(err)
	}
	holds(t, file, "a\n")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	d.sleep = sleep
	if _, err := d.update(ctx, file, Patience, row("b")); !errors.Is(err, context.Canceled) || !errors.Is(err, ErrHeld) {
		t.Error(err)
	}
}

// TestKilled kills a program between the writing of the new text and the taking of the name: the old text stands whole, and the next writing sweeps up.
func TestKilled(t *testing.T) {
	file := filepath.Join(os.Getenv("VITRYNA_KILLED"), "bids.csv")
	if os.Getenv("VITRYNA_KILLED") != "" {
		d := *system
		d.rename = func(string, string) error { os.Exit(3); return nil }
		d.update(t.Context(), file, Patience, row("never")) // unchecked: it does not return
		return
	}
	dir := t.TempDir()
	file = filepath.Join(dir, "bids.csv")
	put(t, file, "a\n")
	c := exec.Command(os.Args[0], "-test.run=^TestKilled$")
	c.Env = append(os.Environ(), "VITRYNA_KILLED="+dir)
	if err := c.Run(); err == nil || c.ProcessState.ExitCode() != 3 {
		t.Fatalf("the other program ended with %v", err)
	}
	data, _ := os.ReadFile(file)
	left, _ := filepath.Glob(filepath.Join(dir, ".bids.csv.*.tmp"))
	if string(data) != "a\n" || len(left) != 1 {
		t.Fatalf("the file holds %q, beside it lie %q", data, left)
	}
	old := time.Now().Add(-2 * staleTime)
	os.Chtimes(left[0], old, old) // unchecked: read back below
	if _, err := Update(t.Context(), file, row("b")); err != nil {
		t.Fatal(err)
	}
	holds(t, file, "a\nb\n")
}

// TestTogether: many writers at once lose no row and tear none. Each of this program waits for the others, as the server lets them.
func TestTogether(t *testing.T) {
	file := filepath.Join(t.TempDir(), "bids.csv")
	var mu sync.Mutex
	var group sync.WaitGroup
	for n := range 40 {
		group.Go(func() {
			mu.Lock()
			defer mu.Unlock()
			if _, err := Update(t.Context(), file, row(fmt.Sprintf("row %02d", n))); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	data, _ := os.ReadFile(file)
	for n := range 40 {
		if !strings.Contains(string(data), fmt.Sprintf("row %02d\n", n)) {
			t.Errorf("row %d is lost", n)
		}
	}
	if len(data) != 40*len("row 00\n") {
		t.Errorf("%d bytes", len(data))
	}
}
