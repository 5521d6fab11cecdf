package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/som-hub/vitryna/generator"
	"github.com/som-hub/vitryna/generator/author"
	"github.com/som-hub/vitryna/generator/problem"
)

// machineError is a trouble of the machine whose text is ready for the user.
type machineError struct{ text string }

func (e machineError) Error() string { return e.text }

func (p *program) pdfCommand() *cobra.Command {
	var f buildFlags
	c := &cobra.Command{Use: "pdf " + p.say("use manual") + " " + p.say("use site"), Short: p.say("pdf"), Args: p.manualArg, RunE: func(c *cobra.Command, args []string) error {
		return p.pdf(c.Context(), args[0], args[1:], f)
	}}
	c.Flags().StringVar(&f.out, "out", "", p.say("flag pdf out"))
	c.Flags().BoolVar(&f.drafts, "drafts", false, p.say("flag drafts"))
	c.Flags().StringVar(&f.now, "now", "", p.say("flag now"))
	return c
}

func (p *program) manualArg(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return callError{p.say("which manual")}
	}
	return p.siteArg(c, args[1:])
}

// pdf lets a browser print the manual, which it is given as one file that needs no other.
func (p *program) pdf(ctx context.Context, manual string, args []string, f buildFlags) error {
	folder, loader, err := p.opened(args, f)
	if err != nil {
		return err
	}
	snapshot, err := loader.Load(ctx)
	if err != nil {
		return err
	}
	if p.report(snapshot.Problems, false) {
		fmt.Fprintf(p.Stderr, p.say("pdf not made")+"\n", p.tally(snapshot.Problems))
		return errContent
	}
	page, err := p.manualPage(snapshot, manual)
	if err != nil {
		return err
	}
	data, err := snapshot.Render(page)
	if err != nil {
		return err
	}
	id := strings.TrimSuffix(filepath.Base(page), ".html")
	address := strings.TrimSuffix(page, id+".html") + "print/"
	out := cmp.Or(f.out, id+".pdf")
	if err := cmp.Or(p.fileAside(folder, out), p.replaceable(out, isOwnPDF)); err != nil {
		return err
	}
	browser, err := p.browser(p.browsers(runtime.GOOS), address)
	if err != nil {
		return err
	}
	size, err := p.print(ctx, browser, data, out, address)
	if err != nil {
		return err
	}
	fmt.Fprintf(p.Stdout, p.say("pdf made")+"\n", out, (size+1023)>>10)
	return nil
}

// manualPage is the path of a manual as one HTML file. A manual may be named by its folder, or by its address: en/manuals/id/.
func (p *program) manualPage(snapshot *generator.Snapshot, written string) (string, error) {
	name := strings.Trim(filepath.ToSlash(written), "/")
	prefix := "manuals/"
	if rest, english := strings.CutPrefix(name, "en/"); english {
		name, prefix = rest, "en/manuals/"
	}
	name = strings.TrimPrefix(strings.TrimPrefix(name, "content/"), "manuals/")
	var ids []string
	for _, route := range snapshot.Routes() {
		inside, ok := strings.CutPrefix(route, prefix)
		id, file, _ := strings.Cut(inside, "/")
		if !ok || file != id+".html" {
			continue
		}
		if id == name {
			return route, nil
		}
		ids = append(ids, id)
	}
	if near := problem.Nearest(name, ids); near != "" {
		return "", callError{fmt.Sprintf(p.say("no manual near"), written, near)}
	}
	return "", callError{fmt.Sprintf(p.say("no manual"), written)}
}

// browser finds the first of some browsers that is there; page is the address that a person may print herself.
func (p *program) browser(names []string, page string) (string, error) {
	if own := p.Getenv("VITRYNA_BROWSER"); own != "" {
		if path, err := exec.LookPath(own); err == nil {
			return path, nil
		}
		return "", callError{fmt.Sprintf(p.say("wrong browser"), own)}
	}
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", machineError{fmt.Sprintf(p.say("no browser"), page)}
}

// browsers are the names and the usual places of browsers that can print without a window.
func (p *program) browsers(system string) []string {
	names := []string{"google-chrome-stable", "google-chrome", "chromium", "chromium-browser", "microsoft-edge-stable", "microsoft-edge", "chrome", "msedge"}
	switch system {
	case "windows":
		for _, root := range []string{"ProgramFiles", "ProgramFiles(x86)", "LocalAppData"} {
			if dir := p.Getenv(root); dir != "" {
				names = append(names, dir+`\Google\Chrome\Application\chrome.exe`, dir+`\Microsoft\Edge\Application\msedge.exe`, dir+`\Chromium\Application\chrome.exe`)
			}
		}
	case "darwin":
		for _, app := range []string{"Google Chrome", "Microsoft Edge", "Chromium"} {
			file := "/Applications/" + app + ".app/Contents/MacOS/" + app
			names = append(names, file, p.Getenv("HOME")+file)
		}
	default:
		names = append(names, "/snap/bin/chromium", "/usr/lib/chromium/chromium", "/opt/google/chrome/chrome", "/opt/microsoft/msedge/msedge")
	}
	return names
}

// patience is how long a browser may take for a long manual on a slow machine.
const patience = 5 * time.Minute

// print lets a browser print a page into a file and tells how large it is. What was there stays until the new one is whole.
func (p *program) print(ctx context.Context, browser string, page []byte, out, address string) (size int64, err error) {
	dir, err := os.MkdirTemp("", "vitryna-pdf-")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(dir)
	source, made := filepath.Join(dir, "manual.html"), filepath.Join(dir, "manual.pdf")
	if err := os.WriteFile(source, page, 0o600); err != nil {
		return 0, err
	}
	ctx, stop := context.WithTimeout(ctx, patience)
	defer stop()
	arguments := []string{
		"--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--disable-extensions", "--no-pdf-header-footer",
		"--user-data-dir=" + filepath.Join(dir, "profile"), "--print-to-pdf=" + made, fileURL(source),
	}
	if os.Geteuid() == 0 {
		arguments = append([]string{"--no-sandbox"}, arguments...) // as root a browser does not start otherwise
	}
	var said bytes.Buffer
	command := exec.CommandContext(ctx, browser, arguments...)
	command.Stderr = &said
	err = command.Run()
	if ctx.Err() != nil && errors.Is(ctx.Err(), context.Canceled) {
		return 0, ctx.Err()
	}
	data, missing := os.ReadFile(made)
	if missing != nil || !bytes.HasPrefix(data, []byte("%PDF-")) {
		return 0, machineError{fmt.Sprintf(p.say("browser failed"), browser, p.reason(err, said.String()), address)}
	}
	data = append(data, ownPDF...)
	return int64(len(data)), author.Replace(out, data)
}

// ownPDF ends a PDF of ours; readers pass over what follows the end. One that was signed or changed since ends otherwise.
const ownPDF = "\n% vitryna pdf\n"

// isOwnPDF tells an earlier PDF of ours.
func isOwnPDF(data []byte) bool { return bytes.HasSuffix(data, []byte(ownPDF)) }

// reason is why a browser made nothing: its last words, else how it ended.
func (p *program) reason(err error, said string) string {
	lines := strings.Split(strings.TrimSpace(said), "\n")
	switch last := lines[len(lines)-1]; {
	case last != "":
		return last
	case err != nil:
		return err.Error()
	}
	return p.say("browser silent")
}

// fileURL is the address of a file of this machine.
func fileURL(file string) string {
	path := filepath.ToSlash(file)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // of a drive of Windows
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}
