package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"strings"
	"sync/atomic"
	"time"

	"github.com/pkg/sftp"
	"golang.org/x/crypto/ssh"
)

// patience is how long a host may be silent.
const patience = 20 * time.Second

// handshake is how long a line may take to open: longer than patience, for an agent may ask its owner meanwhile.
const handshake = time.Minute

// line is one connection.
type line struct {
	net  *lively
	ssh  *ssh.Client
	sftp *sftp.Client
}

func (l *line) close() {
	l.net.Close() // unchecked: it is of no use any more
}

// client is the line that is open, or a new one.
func (r *remote) client(ctx context.Context) (*line, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.line != nil {
		return r.line, nil
	}
	conn, err := (&net.Dialer{Timeout: patience}).DialContext(ctx, "tcp", r.host.Address())
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrLine, err)
	}
	l := &line{net: &lively{Conn: conn}}
	l.net.SetReadDeadline(time.Now().Add(handshake)) // unchecked: the handshake tells
	defer context.AfterFunc(ctx, l.close)()          // what greets nobody is not waited for
	if err := l.greet(r.host, r.config); err != nil {
		l.close()
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, err
	}
	l.net.SetReadDeadline(time.Time{}) // unchecked: as above
	r.line = l
	return l, nil
}

// greet agrees with the host on how to talk, and on SFTP.
func (l *line) greet(h Host, config *ssh.ClientConfig) error {
	c, channels, requests, err := ssh.NewClientConn(l.net, h.Address(), config)
	if err != nil {
		return refusal(err)
	}
	l.ssh = ssh.NewClient(c, channels, requests)
	if l.sftp, err = sftp.NewClient(l.ssh); err != nil {
		if closed := (*ssh.OpenChannelError)(nil); errors.As(err, &closed) || strings.Contains(err.Error(), "subsystem request failed") {
			return fmt.Errorf("%w: %w", ErrNoSFTP, err)
		}
		return fmt.Errorf("%w: %w", ErrLine, err)
	}
	return nil
}

// lively is a connection that knows when something last came or went, so that a line that is cut without a word is found out.
type lively struct {
	net.Conn
	last atomic.Int64 // in nanoseconds of the clock
}

func (l *lively) Read(b []byte) (int, error) {
	n, err := l.Conn.Read(b)
	l.last.Store(time.Now().UnixNano())
	return n, err
}

func (l *lively) Write(b []byte) (int, error) {
	l.SetWriteDeadline(time.Now().Add(patience)) // unchecked: the write tells
	n, err := l.Conn.Write(b)
	l.last.Store(time.Now().UnixNano())
	return n, err
}

// silent tells whether nothing has come or gone for too long, counted from the beginning of a question.
func (l *lively) silent(asked time.Time) bool {
	return time.Since(asked) > patience && time.Since(time.Unix(0, l.last.Load())) > patience
}

// do does something over the line. What the line is to blame for is [ErrLine], and the next try opens another. A host that does not answer in time
// counts as a line that is cut.
func (r *remote) do(ctx context.Context, something func(*sftp.Client) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	l, err := r.client(ctx)
	if err != nil {
		return err
	}
	asked, done := time.Now(), make(chan error, 1)
	go func() { done <- something(l.sftp) }()
	ticks := time.NewTicker(time.Second)
	defer ticks.Stop()
	for answered := false; !answered; {
		select {
		case err = <-done:
			answered = true
		case <-ctx.Done():
			r.drop(l)
			<-done
			return ctx.Err()
		case <-ticks.C:
			if l.net.silent(asked) {
				r.drop(l) // which answers the question: the line is lost
			}
		}
	}
	if lost(err) {
		r.drop(l)
		return fmt.Errorf("%w: %w", ErrLine, err)
	}
	return refused(err)
}

// refused says what an answer of the host comes to that tells little by itself.
func refused(err error) error {
	var status *sftp.StatusError
	switch {
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%w: %w", ErrHostRight, err)
	case errors.As(err, &status) && status.FxCode() == sftp.ErrSSHFxFailure:
		return fmt.Errorf("%w: %w", ErrHostFailed, err)
	}
	return err
}

// drop forgets a line, unless another has taken its place already.
func (r *remote) drop(l *line) {
	l.close()
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.line == l {
		r.line = nil
		clear(r.dirs)
	}
}

// lost tells whether an error is the line's fault: anything but an answer of the host.
func lost(err error) bool {
	var status *sftp.StatusError
	var foreign *Foreign
	switch {
	case err == nil, errors.As(err, &foreign), errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrPermission), errors.Is(err, fs.ErrExist):
		return false
	case errors.As(err, &status):
		return status.FxCode() == sftp.ErrSSHFxConnectionLost || status.FxCode() == sftp.ErrSSHFxNoConnection
	}
	return true
}
