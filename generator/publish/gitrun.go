package publish

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// What can go wrong with git beside the line ([ErrLine]).
var (
	ErrNoGit          = errors.New("there is no program git")
	ErrNoSigner       = errors.New("nobody is named who makes the commit")
	ErrNoRepository   = errors.New("there is no such repository")
	ErrGitRefused     = errors.New("git was not let in")
	ErrGitHost        = errors.New("the host's key is not known to ssh, or is another")
	ErrGitUnsafe      = errors.New("the repository belongs to another user of this computer")
	ErrBranchRefused  = errors.New("the repository does not take the commit")
	errStoreDamaged   = errors.New("the kept copy is of no use")
	errBranchNotWhole = errors.New("the branch cannot be read")
)

// gitFaults are the words by which git, asked to speak English, tells what went wrong. The first that fits decides: what a server says of rights
// comes with a line that it closed.
var gitFaults = []struct {
	err   error
	words []string
}{
	{errStoreDamaged, []string{"corrupt", "bad object", "unable to read", "unable to parse", "inflate: data stream", "garbage at end", "invalid object", "loose object", "config value", "bad config", "unable to normalize", "packfile .git", "index file", "invalid sha1 pointer"}},
	{ErrNoGit, []string{"xcode-select"}}, // macOS has a stand-in of that name
	{ErrGitUnsafe, []string{"dubious ownership"}},
	{ErrGitHost, []string{"Host key verification failed", "REMOTE HOST IDENTIFICATION HAS CHANGED"}},
	{ErrGitRefused, []string{"Permission denied (", "Authentication failed", "could not read Username", "could not read Password", "terminal prompts disabled", "returned error: 401", "returned error: 403", "HTTP 401", "HTTP 403",
		"Too many authentication failures", "insufficient permission", "you do not have permission"}},
	{ErrNoRepository, []string{"does not appear to be a git repository", "epository not found", "returned error: 404", "HTTP 404", "' not found", "project you were looking for could not be found", "Invalid path", "not a git repository"}},
	{ErrAddress, []string{"not allowed", "Unsupported SSL", "is not supported"}},
	{ErrLine, []string{"Could not resolve", "Failed to connect", "Couldn't connect", "Connection refused", "Connection reset", "Connection timed out", "Connection closed", "closed by remote host", "Operation timed out", "timed out", "unexpected disconnect", "early EOF", "protocol error", "ref listing", "invalid index-pack output",
		"hung up", "RPC failed", "Broken pipe", "Network is unreachable", "No route to host", "Temporary failure", "returned error: 5", "HTTP 5", "SSL_ERROR", "GnuTLS recv error", "Empty reply", "transfer closed", "Operation too slow",
		"kex_exchange_identification", "unable to access", "unable to connect", "Could not read from remote repository", "unpacker error", "index-pack abnormal exit", "bad pack header", "unpack-objects abnormal exit", "pack-objects died"}},
}

// gitLocks is how git tells that somebody else is at the same branch just now, or has removed it.
var gitLocks = []string{"cannot lock ref", "failed to update ref", "failed to lock", "incorrect old value", "shallow update not allowed"}

// git runs the program: with nothing of the site's or a repository's settings but those given here, and of the user's own those that let her in.
type git struct {
	program string
	dir     string // of the kept copy
	address string
	env     []string
	ownSSH  bool // the environment says how ssh is called
}

// newGit readies the program. environ is what the user's own programs have.
func newGit(program, dir, address string, environ []string) *git {
	g := &git{program: program, dir: dir, address: address}
	passes := []string{"GIT_SSH", "GIT_SSH_COMMAND", "GIT_SSH_VARIANT", "GIT_ASKPASS", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_SSL_CAINFO", "GIT_SSL_CAPATH", "GIT_EXEC_PATH"}
	for _, line := range environ {
		name, _, _ := strings.Cut(line, "=")
		if upper := strings.ToUpper(name); strings.HasPrefix(upper, "GIT_") && !slices.Contains(passes, upper) || upper == "LC_ALL" || upper == "LANGUAGE" {
			continue // of a hook that called us, or for looking into git: that would show what is sent
		}
		g.ownSSH = g.ownSSH || name == "GIT_SSH" || name == "GIT_SSH_COMMAND"
		g.env = append(g.env, line)
	}
	g.env = append(g.env, "LC_ALL=C", "GIT_TERMINAL_PROMPT=0", "GIT_ALLOW_PROTOCOL=file:https:ssh")
	return g
}

// quietSSH has ssh ask nothing and notice a dead line, unless the user has settings of her own for it.
func (g *git) quietSSH(ctx context.Context) {
	if own := g.setting(ctx, "core.sshCommand"); own == "" && !g.ownSSH {
		g.env = append(g.env, "GIT_SSH_COMMAND=ssh -o BatchMode=yes -o ConnectTimeout=20 -o ServerAliveInterval=15 -o ServerAliveCountMax=4")
	}
}

// setting is one of the user's own; "" if there is none.
func (g *git) setting(ctx context.Context, name string) string {
	out, err := g.run(ctx, "config", "--get", name)
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(out))
}

// origin is the name of the repository in the settings of one run.
const origin = "vitryna"

// command is one run, yet to be started.
func (g *git) command(ctx context.Context, args ...string) *exec.Cmd {
	settings := []string{
		"-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "gc.auto=0", "-c", "maintenance.auto=false", "-c", "gc.autoDetach=false", "-c", "fetch.recurseSubmodules=false",
		"-c", "push.recurseSubmodules=no", "-c", "http.lowSpeedLimit=1", "-c", "http.lowSpeedTime=120", "-c", "remote." + origin + ".url=" + g.address,
	}
	c := exec.CommandContext(ctx, g.program, append(settings, args...)...)
	c.Dir, c.Env = os.TempDir(), append(slices.Clone(g.env), "GIT_DIR="+g.dir)
	c.Cancel = func() error { // git ends its helpers, if it is asked kindly
		if err := c.Process.Signal(os.Interrupt); err != nil {
			return c.Process.Kill()
		}
		return nil
	}
	c.WaitDelay = 5 * time.Second
	return c
}

// run runs git to its end.
func (g *git) run(ctx context.Context, args ...string) ([]byte, error) {
	c := g.command(ctx, args...)
	var out bytes.Buffer
	var said said
	c.Stdout, c.Stderr = &out, &said
	err := c.Run()
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err != nil {
		err = said.trouble(err)
	}
	return out.Bytes(), err
}

// said is what git says on the side: its last words are kept, its progress told on.
type said struct {
	progress func(percent int)

	mu    sync.Mutex
	line  []byte
	lines []string
}

var writing = regexp.MustCompile(`^Writing objects: +(\d+)%`)

// Write takes a piece. Progress overwrites itself: its lines end in a return.
func (s *said) Write(data []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range data {
		if c != '\n' && c != '\r' {
			if len(s.line) < 2000 {
				s.line = append(s.line, c)
			}
			continue
		}
		s.end()
	}
	return len(data), nil
}

func (s *said) end() {
	line := string(s.line)
	s.line = s.line[:0]
	if m := writing.FindStringSubmatch(line); m != nil && s.progress != nil {
		percent, _ := strconv.Atoi(m[1])
		s.progress(min(percent, 100))
	}
	for _, idle := range []string{"Writing objects", "Enumerating objects", "Counting objects", "Compressing objects", "Delta compression", "Total ", "remote: Resolving deltas", "hint:"} {
		if strings.HasPrefix(line, idle) {
			return
		}
	}
	if line = readable(line); line != "" {
		s.lines = append(s.lines, line)
		s.lines = s.lines[max(0, len(s.lines)-8):]
	}
}

// trouble finds out what went wrong by what was said.
func (s *said) trouble(err error) error {
	s.mu.Lock()
	s.end()
	words := strings.Join(s.lines, "; ")
	s.mu.Unlock()
	for _, fault := range gitFaults {
		if saysOneOf(words, fault.words) {
			return fmt.Errorf("%w: %s", fault.err, words)
		}
	}
	return fmt.Errorf("git: %w: %s", err, words)
}

func saysOneOf(text string, words []string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return strings.Contains(text, word) })
}

var userInAddress = regexp.MustCompile(`([A-Za-z][A-Za-z0-9+.-]*://)[^/\s@]*@`)

// readable is what a stranger's server said, fit for a terminal and a log: without signs that steer it, and without users and passwords in addresses.
func readable(line string) string {
	line = strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7F && r < 0xA0 || r == 0x202E || r == 0xFFFD {
			return -1
		}
		return r
	}, line)
	line = userInAddress.ReplaceAllString(line, "$1…@")
	if runes := []rune(line); len(runes) > 300 {
		line = string(runes[:300]) + "…"
	}
	return strings.TrimSpace(line)
}
