package publish

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"maps"
	"os/exec"
	"slices"
	"strconv"
)

// inlet takes files into a copy, one after the other, and at last the commit that holds them (git fast-import). What is not committed is as if it had not been.
type inlet struct {
	run   *exec.Cmd
	pipe  io.WriteCloser
	out   *bufio.Writer
	said  *said
	marks int
	err   error
}

func (s *gitStore) open(ctx context.Context) (*inlet, error) {
	if _, err := s.git.run(ctx, "update-ref", "-d", nextRef); err != nil { // of a publication that did not come to its end
		return nil, err
	}
	in := &inlet{run: s.command(ctx, "fast-import", "--quiet", "--done", "--date-format=raw"), said: &said{}}
	in.run.Stderr = in.said
	var err error
	if in.pipe, err = in.run.StdinPipe(); err != nil {
		return nil, err
	}
	in.out = bufio.NewWriterSize(in.pipe, 1<<16)
	return in, in.run.Start()
}

// write writes until the first trouble.
func (in *inlet) write(format string, args ...any) {
	if in.err == nil {
		_, in.err = fmt.Fprintf(in.out, format, args...)
	}
}

// data writes a piece of known length.
func (in *inlet) data(data []byte) {
	in.write("data %d\n", len(data))
	if in.err == nil {
		_, in.err = in.out.Write(data)
	}
	in.write("\n")
}

// blob takes a file, and names it.
func (in *inlet) blob(data []byte) (mark string, err error) {
	in.marks++
	mark = ":" + strconv.Itoa(in.marks)
	in.write("blob\nmark %s\n", mark)
	in.data(data)
	return mark, in.err
}

// commit ends with a commit upon another, or upon nothing. Of changes, what has no mark goes, and goes first: a file may stand where a folder has to be.
func (in *inlet) commit(ref, upon, who, message string, changes map[string]string) error {
	in.write("commit %s\nauthor %s\ncommitter %s\n", ref, who, who)
	in.data([]byte(message + "\n"))
	if upon != "" {
		in.write("from %s\n", upon)
	}
	names := slices.Sorted(maps.Keys(changes))
	for _, name := range names {
		if changes[name] == "" {
			in.write("D %s\n", name)
		}
	}
	for _, name := range names {
		if changes[name] != "" {
			in.write("M 100644 %s %s\n", changes[name], name)
		}
	}
	in.write("\ndone\n")
	if in.err == nil {
		in.err = in.out.Flush()
	}
	in.pipe.Close() // unchecked: Wait tells
	if err := in.run.Wait(); err != nil {
		return in.said.trouble(err)
	}
	return in.err
}

// drop ends it without a commit.
func (in *inlet) drop() {
	in.run.Process.Kill() // unchecked: Wait tells
	in.pipe.Close()       // unchecked: as above
	in.run.Wait()         // unchecked: it was killed
}
