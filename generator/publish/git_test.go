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
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/som-hub/vitryna/generator/output"
)

// An empty repository, a branch that is not there, one that holds things of others: each publication is one commit upon what lies there, and the same site
// is none.
func TestGitPublish(t *testing.T) {
	for _, name := range []string{"an empty repository", "another branch only", "a branch with files of others"} {
		t.Run(name, func(t *testing.T) {
			b, p, own := newBare(t), &publisher{who: "one"}, map[string]string{}
			hook(t, filepath.Join(b.dir, "hooks"), "pre-receive")
			hook(t, filepath.Join(b.dir, "hooks"), "update")
			hook(t, filepath.Join(b.dir, "hooks"), "post-receive")
			before := 0
			switch name {
			case "another branch only":
				os.Rename(filepath.Join(b.dir, "hooks"), filepath.Join(b.dir, "away")) // unchecked: git tells
				b.others("main", map[string]string{"README.md": "x"})
				os.Rename(filepath.Join(b.dir, "away"), filepath.Join(b.dir, "hooks")) // unchecked: the hooks tell
			case "a branch with files of others":
				own, before = maps.Clone(others), 1
				own["CNAME"], own["під назвою з пробілом.txt"] = "example.org\n", "x"
				os.Rename(filepath.Join(b.dir, "hooks"), filepath.Join(b.dir, "away")) // unchecked: git tells
				b.others("pages", own)
				os.Rename(filepath.Join(b.dir, "away"), filepath.Join(b.dir, "hooks")) // unchecked: the hooks tell
			}
			for i, site := range []int{0, 0, 1, 2, 2, 0} {
				b.must(p, sites[site])
				want := maps.Clone(own)
				maps.Copy(want, sites[site])
				b.look("pages", want)
				if made := []int{1, 1, 2, 3, 3, 4}[i]; b.commits("pages") != before+made {
					t.Errorf("publication %d: %d commits, want %d", i, b.commits("pages"), before+made)
				}
			}
			head := b.in("log", "-1", "--format=%an|%ae|%cn|%aI|%cI|%B", "pages")
			if want := "Кабінет|office@example.org|Кабінет|2026-11-20T10:00:00+00:00|2026-11-20T10:00:00+00:00|Сайт викладено"; strings.TrimSpace(head) != want && !strings.HasPrefix(head, strings.ReplaceAll(want, "+00:00", "Z")) {
				t.Errorf("the commit: %s", head)
			}
			if name == "another branch only" && b.commits("main") != 1 {
				t.Error("the other branch was touched")
			}
		})
	}
}

// What changed is what a commit changes, and what travels.
func TestGitOnlyWhatChanged(t *testing.T) {
	b, p := newBare(t), &publisher{who: "one"}
	big := maps.Clone(sites[0])
	noise := make([]byte, 1<<20)
	r := rand.NewChaCha8([32]byte{1})
	r.Read(noise) // unchecked: it never fails
	big["noise.bin"] = string(noise)
	b.must(p, big)
	changed := maps.Clone(big)
	changed["index.html"] = "other"
	before := b.size()
	b.must(p, changed)
	got := strings.Fields(b.in("diff", "--name-only", "pages~1", "pages"))
	if want := []string{ManifestFile, "index.html"}; !slices.Equal(got, want) {
		t.Errorf("the commit changes %q", got)
	}
	if grown := b.size() - before; grown > 20_000 {
		t.Errorf("the repository has grown by %d bytes", grown)
	}
}

// A site may lie in a folder of the branch, beside what others have there.
func TestGitFolder(t *testing.T) {
	b, p := newBare(t), &publisher{who: "one"}
	b.others("pages", map[string]string{"README.md": "x", "docs/own.txt": "x"})
	in := func(r *Repository) { r.Folder = "docs/sait" }
	for _, site := range []int{0, 1} {
		if err := b.publish(p, sites[site], false, in); err != nil {
			t.Fatal(err)
		}
		want := map[string]string{"README.md": "x", "docs/own.txt": "x"}
		for name, text := range sites[site] {
			want["docs/sait/"+name] = text
		}
		b.look("pages", want)
	}
	var foreign *Foreign
	if err := b.publish(p, sites[0], true, func(r *Repository) { r.Folder = "docs/own.txt/x" }); !errors.As(err, &foreign) || !foreign.Hard {
		t.Errorf("a folder that is a file: %v", err)
	}
}

// What somebody else has committed is no matter of ours, as long as our files are what they were; else nothing is published, unless we are told to take over.
func TestGitTouched(t *testing.T) {
	for _, keeps := range []bool{true, false} {
		b, p := newBare(t), &publisher{who: "one"}
		b.must(p, sites[0])
		b.others("pages", map[string]string{"CNAME": "example.org", "a/more.txt": "x"})
		b.must(p, sites[1])
		b.others("pages", map[string]string{"index.html": "by hand", "same.txt": "", "README.md": "x"})
		if !keeps {
			if err := os.RemoveAll(b.store); err != nil {
				t.Fatal(err)
			}
		}
		tip := b.tip("pages")
		var touched *Touched
		if err := b.publish(p, sites[2], false, nil); !errors.As(err, &touched) || !slices.Equal(touched.Paths, []string{"index.html", "same.txt"}) {
			t.Errorf("kept copy %v: %v", keeps, err)
		}
		if b.tip("pages") != tip {
			t.Error("a refused publication has moved the branch")
		}
		if err := b.publish(p, sites[2], true, nil); err != nil {
			t.Fatal(err)
		}
		want := maps.Clone(sites[2])
		want["CNAME"], want["README.md"], want["a/more.txt"] = "example.org", "x", "x"
		b.look("pages", want)
		if up := strings.TrimSpace(b.in("rev-parse", "pages~1")); up != tip {
			t.Error("what others had committed is gone from history")
		}
		b.must(p, sites[2])
	}
}

// What was changed by hand to what the site has become is taken over, and is not told of again.
func TestGitTouchedTheSame(t *testing.T) {
	b, p := newBare(t), &publisher{who: "one"}
	b.must(p, sites[0])
	after := maps.Clone(sites[0])
	after["same.txt"] = "by hand"
	b.others("pages", map[string]string{"same.txt": "by hand"})
	var touched *Touched
	if err := b.publish(p, after, false, nil); !errors.As(err, &touched) {
		t.Errorf("%v", err)
	}
	if err := b.publish(p, after, true, nil); err != nil {
		t.Fatal(err)
	}
	b.must(p, after)
	b.look("pages", after)
}

func TestGitSomebodyElse(t *testing.T) {
	b, one, two := newBare(t), &publisher{who: "one"}, &publisher{who: "two"}
	b.must(one, sites[0])
	var met *Others
	if err := b.publish(two, sites[1], false, nil); !errors.As(err, &met) || met.Who != "one" {
		t.Errorf("%v", err)
	}
	if err := b.publish(two, sites[1], true, nil); err != nil {
		t.Fatal(err)
	}
	if err := b.publish(one, sites[2], false, nil); !errors.As(err, &met) || met.Who != "two" {
		t.Errorf("%v", err)
	}
	b.look("pages", sites[1])
}

// moving is a branch that somebody else moves between the plan and the commit.
type moving struct {
	Whole
	move func()
}

func (m moving) Commit(ctx context.Context, progress func(int)) error {
	m.move()
	return m.Whole.Commit(ctx, progress)
}

func TestGitMeanwhile(t *testing.T) {
	b, p := newBare(t), &publisher{who: "one"}
	for i, first := range []bool{true, false} {
		target := b.target(nil)
		err := p.publish(moving{target.(Whole), func() { b.others("pages", map[string]string{"README.md": strconv.Itoa(i)}) }}, sites[i], 1, false)
		target.Close()
		if !errors.Is(err, ErrMeanwhile) {
			t.Errorf("there was no branch: %v: %v", first, err)
		}
		if files := b.files("pages"); files["README.md"] != strconv.Itoa(i) {
			t.Error("what others had published is gone")
		}
		b.must(p, sites[i])
	}
	if err := p.publish(moving{b.target(nil).(Whole), func() { b.in("update-ref", "-d", "refs/heads/pages") }}, sites[2], 1, false); !errors.Is(err, ErrMeanwhile) {
		t.Errorf("the branch was removed meanwhile: %v", err)
	}
	b.must(p, sites[2])
	b.look("pages", sites[2])
}

// The kept copy may be damaged, in use, of another repository, or nowhere: what is published is the same.
func TestGitKeptCopy(t *testing.T) {
	b, p := newBare(t), &publisher{who: "one"}
	b.must(p, sites[0])
	copied := filepath.Join(b.store, "copy.git")
	r := rand.New(rand.NewPCG(5, 6))
	var names []string
	filepath.WalkDir(copied, func(name string, e fs.DirEntry, _ error) error { // unchecked: no names tell
		if !e.IsDir() {
			names = append(names, name)
		}
		return nil
	})
	site := 1
	publish := func(what string, change func(*Repository)) {
		t.Helper()
		if err := b.publish(p, sites[site%3], false, change); err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		b.look("pages", sites[site%3])
		site++
	}
	for range 5 {
		name := names[r.IntN(len(names))]
		data, err := os.ReadFile(name)
		if err != nil {
			continue // packed meanwhile
		}
		os.Chmod(name, 0o666) // unchecked: the next one tells
		if err := os.WriteFile(name, data[:len(data)/2], 0o666); err != nil {
			t.Fatal(err)
		}
		publish("half of "+name, nil)
	}
	for _, left := range []string{"shallow.lock", "refs/vitryna/tip.lock", "refs/vitryna/next.lock", "objects/pack/tmp_pack_x"} {
		left = filepath.Join(copied, filepath.FromSlash(left))
		os.MkdirAll(filepath.Dir(left), 0o777) // unchecked: the next one tells
		if err := os.WriteFile(left, nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	publish("locks of a program that was killed", nil)
	release, err := output.Hold(b.store)
	if err != nil {
		t.Fatal(err)
	}
	publish("in use", nil)
	release()
	publish("again", nil)
	publish("nowhere", func(r *Repository) { r.Store = "" })
	b.git("init", "--quiet", "--bare", "--object-format=sha256", b.dir+"256")
	if err := b.publish(&publisher{}, sites[0], false, func(r *Repository) { r.Address += "256" }); err == nil {
		t.Log("a new repository with longer names has taken shorter ones")
	}
}

// The program is called by git in the place of ssh: it cuts the line after so many bytes, as a file says.
func init() {
	limits := os.Getenv("VITRYNA_TEST_SSH")
	if limits == "" {
		return
	}
	there, back := 0, 0
	text, _ := os.ReadFile(limits)
	fmt.Sscan(string(text), &there, &back) // unchecked: no limits then
	c := exec.Command("sh", "-c", os.Args[len(os.Args)-1])
	in, _ := c.StdinPipe()
	out, _ := c.StdoutPipe()
	c.Start() // unchecked: the pipes tell
	go func() { pass(in, os.Stdin, there); in.Close() }()
	pass(os.Stdout, out, back)
	if back > 0 {
		out.Close()
		in.Close()
	}
	if c.Wait() != nil || back > 0 {
		fmt.Fprintln(os.Stderr, "Connection to https://somebody:secret@example.org closed by remote host. \x1b[2J")
		os.Exit(255)
	}
	os.Exit(0)
}

func pass(to io.Writer, from io.Reader, limit int) {
	if limit > 0 {
		from = io.LimitReader(from, int64(limit))
	}
	io.Copy(to, from) // unchecked: the line is cut
}

// Wherever the line is cut, there or back: the branch is as it was or as it has to be, and it is tried again until it is.
func TestGitCut(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("SKIPPED: the line is a shell's")
	}
	b, p := newBare(t), &publisher{who: "one"}
	own, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	limits := filepath.Join(t.TempDir(), "limits")
	b.env = append(b.env, "GIT_SSH_COMMAND='"+own+"'", "GIT_SSH_VARIANT=ssh", "VITRYNA_TEST_SSH="+limits)
	over := func(r *Repository) { r.Address = "ssh://example.org" + strings.ReplaceAll(b.dir, " ", "%20") }
	cut := func(there, back int) {
		if err := os.WriteFile(limits, fmt.Appendf(nil, "%d %d", there, back), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	cut(0, 0)
	if err := b.publish(p, sites[0], false, over); err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(3, 4))
	at, cuts := 0, 0
	for round := range 12 {
		old, tries := b.tip("pages"), 0
		next := (at + 1) % len(sites)
		target := b.target(over)
		limit := [2]int{1 + r.IntN(1500), 0}
		if round%3 == 2 {
			limit = [2]int{0, 1 + r.IntN(700)}
		}
		cut(limit[0], limit[1])
		pub := p.publication(target, sites[next], false)
		pub.Pause = func(context.Context, time.Duration) error {
			tries++
			if tip := b.tip("pages"); tip != old {
				b.look(tip, sites[next])
			}
			if tries == 2 {
				cut(0, 0)
			}
			return nil
		}
		plan, err := pub.Plan(context.Background())
		if err == nil {
			cut(limit[0], limit[1])
			tries = 0
			err = pub.Run(context.Background(), plan)
		}
		target.Close()
		cuts += tries
		if err != nil {
			t.Fatalf("round %d, cut after %v: %v", round, limit, err)
		}
		b.look("pages", sites[next])
		if up := strings.TrimSpace(b.in("rev-parse", "pages~1")); up != old {
			t.Errorf("round %d: not one commit upon the old one", round)
		}
		at = next
	}
	if cuts < 10 {
		t.Errorf("the line was cut %d times only", cuts)
	}
	// For good: it is told, without a password and without signs for the terminal; what was is there.
	cut(100, 0)
	old := b.tip("pages")
	err = b.publish(p, sites[(at+1)%3], false, over)
	if !errors.Is(err, ErrLine) || strings.Contains(err.Error(), "secret") || strings.Contains(err.Error(), "\x1b") || b.tip("pages") != old {
		t.Errorf("cut for good: %v", err)
	}
	cut(0, 0)
	if err := b.publish(p, sites[(at+1)%3], false, over); err != nil {
		t.Errorf("and then: %v", err)
	}
}

// What the repository says is told, and nothing has moved.
func TestGitRefused(t *testing.T) {
	b, p := newBare(t), &publisher{who: "one"}
	b.must(p, sites[0])
	b.in("config", "receive.denyUpdateCurrentBranch", "refuse")
	work := t.TempDir()
	b.git("init", "--quiet", "--initial-branch=pages", work)
	for _, test := range []struct {
		name   string
		change func(*Repository)
		want   error
	}{
		{"no repository", func(r *Repository) { r.Address = filepath.Join(work, "nema") }, ErrNoRepository},
		{"nobody signs", func(r *Repository) {
			r.Env = append(r.Env, "GIT_CONFIG_GLOBAL=/nowhere", "HOME=/nowhere", "XDG_CONFIG_HOME=/nowhere")
		}, ErrNoSigner},
		{"a branch that is worked in", func(r *Repository) { r.Address = work }, ErrBranchRefused},
	} {
		tip := b.tip("pages")
		if err := b.publish(&publisher{seen: p.seen}, sites[1], false, test.change); !errors.Is(err, test.want) {
			t.Errorf("%s: %v", test.name, err)
		}
		if b.tip("pages") != tip {
			t.Errorf("%s: the branch has moved", test.name)
		}
	}
	if _, err := OpenGit(Repository{Address: b.dir, Branch: "pages", Program: "no-such-git"}); !errors.Is(err, ErrNoGit) {
		t.Errorf("without git: %v", err)
	}
	if err := b.publish(p, sites[1], false, func(r *Repository) { r.Name, r.Email = "Прес-служба", "press@example.org" }); err != nil {
		t.Fatal(err)
	}
	if got := strings.TrimSpace(b.in("log", "-1", "--format=%an %ae", "pages")); got != "Прес-служба press@example.org" {
		t.Errorf("signed by %s", got)
	}
}

func TestCheckRepository(t *testing.T) {
	for address, want := range map[string]error{
		"https://github.com/som/sait.git": nil, "ssh://git@example.org:2222/som/sait.git": nil, "git@github.com:som/sait.git": nil, "example.org:sait.git": nil,
		"git@[::1]:sait": nil, "ssh://git@[::1]/sait": nil, "https://example.org/~som/%D1%81.git": nil,
		"": ErrAddress, "-upload-pack=x": ErrAddress, "--receive-pack=x": ErrAddress, "ext::sh -c touch% x": ErrAddress, "fd::17": ErrAddress, "http://example.org/x": ErrAddress, "git://example.org/x": ErrAddress,
		"ftp://example.org/x": ErrAddress, "file:///x": ErrAddress, "ssh://-oProxyCommand=x/y": ErrAddress, "ssh://-x@example.org/y": ErrAddress, "https://example.org": ErrAddress, "https:///x": ErrAddress,
		"https://example.org/x?token=y": ErrAddress, "https://example.org/x\n": ErrAddress, "example.org:-x": ErrAddress, "ssh://exa mple/x": ErrAddress,
		"https://som:secret@example.org/x": ErrAddressSecret, "https://ghp_secret@example.org/x": ErrAddressSecret, "ssh://som:secret@example.org/x": ErrAddressSecret, "som:secret@example.org:x": ErrAddressSecret,
		"https://som:sec%ret@example.org/x": ErrAddressSecret, "som:s/e@c@example.org:x": ErrAddressSecret, "som:@example.org/x": ErrAddressSecret,
	} {
		local, err := CheckRepository(address)
		if !errors.Is(err, want) || local {
			t.Errorf("%q: local %v, %v", address, local, err)
		}
	}
	for _, path := range []string{"/srv/sait.git", "../sait.git", `C:\sait.git`, "C:/sait.git", "sait", `\\server\sait.git`, "./a:b"} {
		if local, err := CheckRepository(path); !local || err != nil {
			t.Errorf("%q: local %v, %v", path, local, err)
		}
	}
	for name, good := range map[string]bool{"main": true, "gh-pages": true, "site/2026": true, "-x": false, "a..b": false, "a.lock": false, "a/": false, "/a": false, ".a": false, "a//b": false, "a b": false, "a:b": false, "HEAD": false, "a~1": false, "": false, "+a": false} {
		if GoodBranch(name) != good {
			t.Errorf("the branch %q: %v", name, !good)
		}
	}
	for name, good := range map[string]bool{"": true, "docs": true, "docs/сайт": true, "..": false, "a/../b": false, "/a": false, "a/": false, ".git": false, "a/.GIT": false, "a\nb": false} {
		if GoodBranchFolder(name) != good {
			t.Errorf("the folder %q: %v", name, !good)
		}
	}
}

// Whatever is taken for an address, it leads to a place, not to a program, and holds no password.
func FuzzCheckRepository(f *testing.F) {
	for _, seed := range []string{"https://example.org/x", "a@b:c", "ext::x", "a:b@c:d", "ssh://a:b@c/d", "-x", "C:x"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, address string) {
		local, err := CheckRepository(address)
		if err != nil {
			if err != ErrAddress && err != ErrAddressSecret {
				t.Errorf("%v tells more than it may", err)
			}
			return
		}
		if strings.HasPrefix(address, "-") || helperAddress.MatchString(address) || !local && strings.Count(address, "@") > 1 && !strings.Contains(address, "://") {
			t.Errorf("%q is taken", address)
		}
		if readable(address) != strings.TrimSpace(address) && strings.Contains(address, "https://") && !local && len(address) < 300 && strings.Contains(address[:strings.IndexByte(address[8:], '/')+8], "@") {
			t.Errorf("%q has a user in it", address)
		}
	})
}

func TestGitSays(t *testing.T) {
	for text, want := range map[string]error{
		"ssh: Could not resolve hostname example.org: Name or service not known\nfatal: Could not read from remote repository.":      ErrLine,
		"fatal: unable to access 'https://example.org/x/': Failed to connect to example.org port 443 after 2 ms: Connection refused": ErrLine,
		"error: RPC failed; HTTP 502 curl 22 The requested URL returned error: 502\nfatal: the remote end hung up unexpectedly":      ErrLine,
		"fatal: unable to access 'https://example.org/x/': The requested URL returned error: 403":                                    ErrGitRefused,
		"git@github.com: Permission denied (publickey).\nfatal: Could not read from remote repository.":                              ErrGitRefused,
		"fatal: could not read Username for 'https://github.com': terminal prompts disabled":                                         ErrGitRefused,
		"remote: Invalid username or password.\nfatal: Authentication failed for 'https://som:secret@example.org/x/'":                ErrGitRefused,
		"Host key verification failed.\nfatal: Could not read from remote repository.":                                               ErrGitHost,
		"ERROR: Repository not found.\nfatal: Could not read from remote repository.":                                                ErrNoRepository,
		"remote: Repository not found.\nfatal: repository 'https://github.com/x/y/' not found":                                       ErrNoRepository,
		"fatal: '/x' does not appear to be a git repository\nfatal: Could not read from remote repository.":                          ErrNoRepository,
		"fatal: detected dubious ownership in repository at '/x'\nfatal: Could not read from remote repository.":                     ErrGitUnsafe,
		"xcode-select: note: No developer tools were found, requesting install.":                                                     ErrNoGit,
		"fatal: transport 'ext' not allowed": ErrAddress,
	} {
		var s said
		io.WriteString(&s, text) // unchecked: it never fails
		err := s.trouble(errors.New("exit status 128"))
		if !errors.Is(err, want) || strings.Contains(err.Error(), "secret") {
			t.Errorf("%s\n%v", text, err)
		}
	}
	var percents []int
	s := said{progress: func(p int) { percents = append(percents, p) }}
	io.WriteString(&s, "Counting objects: 100% (3/3), done.\rWriting objects:  33% (1/3)\rWriting objects: 100% (3/3), 1 KiB, done.\nremote: ok\n") // unchecked: it never fails
	if !slices.Equal(percents, []int{33, 100}) || !slices.Equal(s.lines, []string{"remote: ok"}) {
		t.Errorf("%v, %q", percents, s.lines)
	}
}

// Whatever git gives for files ends, and is not more than was asked.
func FuzzReadBlobs(f *testing.F) {
	f.Add([]byte("0123 blob 3\nabc\n"), 1)
	f.Add([]byte("0123 missing\n"), 2)
	f.Fuzz(func(t *testing.T, data []byte, count int) {
		if count < 0 || count > 100 {
			return
		}
		list, err := readBlobs(bufio.NewReader(bytes.NewReader(data)), count)
		if err == nil && len(list) != count {
			t.Errorf("%d of %d", len(list), count)
		}
	})
}
