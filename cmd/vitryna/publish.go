package main

import (
	"cmp"
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/som-hub/vitryna/generator/output"
	"github.com/som-hub/vitryna/generator/publish"
	"github.com/som-hub/vitryna/generator/site"
)

// publishFlags are what `vitryna publish` may be told. It has no --drafts: what is not for the web does not get there by a slip.
type publishFlags struct {
	buildFlags
	dryRun, takeOver bool
}

func (p *program) publishCommand() *cobra.Command {
	var f publishFlags
	c := &cobra.Command{Use: "publish " + p.say("use publish"), Short: p.say("publish"), RunE: func(c *cobra.Command, args []string) error {
		return p.publish(c.Context(), args, f)
	}}
	c.Flags().BoolVar(&f.dryRun, "dry-run", false, p.say("flag dry-run"))
	c.Flags().BoolVar(&f.takeOver, "take-over", false, p.say("flag take-over"))
	c.Flags().StringVar(&f.out, "out", "", p.say("flag out"))
	c.Flags().StringVar(&f.baseURL, "base-url", "", p.say("flag base-url"))
	c.Flags().BoolVar(&f.strict, "strict", false, p.say("flag strict"))
	c.Flags().IntVar(&f.jobs, "jobs", 0, p.say("flag jobs"))
	c.Flags().BoolVar(&f.noCache, "no-cache", false, p.say("flag no-cache"))
	return c
}

// publish builds the site and brings it to its target.
func (p *program) publish(ctx context.Context, args []string, f publishFlags) error {
	if len(args) > 2 {
		return callError{fmt.Sprintf(p.say("needless"), args[2])}
	}
	wanted := ""
	if len(args) > 0 {
		wanted, args = args[0], args[1:]
	}
	folder, err := p.folder(args)
	if err != nil {
		return err
	}
	goal, err := p.goal(folder, wanted, f)
	if err != nil {
		return err
	}
	if err := p.build(ctx, args, f.buildFlags); err != nil {
		return err
	}
	begin := time.Now()
	target, err := goal.open(ctx)
	if err != nil {
		return p.publishTrouble(err, goal)
	}
	defer target.Close() // unchecked: all that was written has been answered
	pub, err := p.publication(goal, f)
	if err != nil {
		return err
	}
	pub.Target = target
	plan, err := pub.Plan(ctx)
	if err != nil {
		return p.publishTrouble(err, goal)
	}
	if f.dryRun {
		p.showPlan(plan, goal)
		return nil
	}
	pub.Step = p.progressBar(len(plan.Puts())+len(plan.Clear)+len(plan.Deletes), p.say("publishing"))
	if err := pub.Run(ctx, plan); err != nil {
		return p.publishTrouble(err, goal)
	}
	fmt.Fprintf(p.Stdout, p.say("published")+"\n", goal.name, p.files(len(plan.Puts())), p.megabytes(plan.Bytes()), p.files(len(plan.Clear)+len(plan.Deletes)), p.files(plan.Same), p.seconds(time.Since(begin)))
	return nil
}

// goal is where one publication goes.
type goal struct {
	name    string
	site    string // folder of the site
	address string // names the place to the notes of this computer
	out     string // the finished site
	line    int    // of the target in site.yaml
	folder  string // on a disk, where the site goes into one
	open    func(context.Context) (publish.Target, error)
}

// goal finds the target in site.yaml: the one named, or the only one.
func (p *program) goal(folder, wanted string, f publishFlags) (*goal, error) {
	target, err := p.target(folder, wanted, f)
	if err != nil {
		return nil, err
	}
	g := &goal{name: target.Name, line: target.Line, site: fullName(folder), out: cmp.Or(f.out, filepath.Join(folder, "public"))}
	switch target.To {
	case "sftp":
		p.openHost(g, target, folder)
	case "s3":
		p.openStorage(g, target, folder)
	case "git":
		err = p.openRepository(g, target, folder, f)
	default:
		err = p.openDisk(g, target, folder, f)
	}
	return g, err
}

// target is what site.yaml says of the target.
func (p *program) target(folder, wanted string, f publishFlags) (site.PublishTarget, error) {
	none := site.PublishTarget{}
	loader, err := p.loader(folder, f.buildFlags)
	if err != nil {
		return none, err
	}
	targets, problems, err := loader.Targets()
	if err != nil {
		return none, err
	}
	if problems.Stops() {
		p.report(problems, f.strict)
		return none, errContent
	}
	var names []string
	for _, t := range targets {
		if names = append(names, t.Name); t.Name == wanted {
			return t, nil
		}
	}
	switch {
	case len(targets) == 0:
		return none, callError{p.say("publish nowhere")}
	case wanted != "":
		return none, callError{fmt.Sprintf(p.say("publish unknown"), wanted, strings.Join(names, ", "))}
	case len(targets) > 1:
		return none, callError{fmt.Sprintf(p.say("publish which"), strings.Join(names, ", "))}
	}
	return targets[0], nil
}

// openHost readies a goal on a host of SSH.
func (p *program) openHost(g *goal, t site.PublishTarget, folder string) {
	host := publish.Host{Name: t.Host, Port: t.Port, User: cmp.Or(p.Getenv("VITRYNA_SSH_USER"), t.User), Folder: t.Folder}
	g.address = "sftp://" + host.Address() + "/" + host.Folder
	g.open = func(ctx context.Context) (publish.Target, error) { return publish.OpenSFTP(ctx, host, p.keys(folder)) }
}

// openDisk readies a goal that is a folder. It is none of the site's own.
func (p *program) openDisk(g *goal, t site.PublishTarget, folder string, f publishFlags) error {
	dir := t.Folder
	if !filepath.IsAbs(dir) {
		dir = filepath.Join(folder, dir)
	}
	for _, own := range append(ownFolders(folder), g.out) {
		if within(dir, own) || within(own, dir) {
			return callError{fmt.Sprintf(p.say("publish own"), t.Folder, own)}
		}
	}
	g.address, g.folder = "file:"+fullName(dir), dir
	g.open = func(context.Context) (publish.Target, error) { return publish.OpenFolder(dir, f.dryRun) }
	return nil
}

// keys are what a host is let in with: from the environment, the agent, the user's own folder.
func (p *program) keys(folder string) publish.Keys {
	k := publish.Keys{
		Agent: p.Getenv("SSH_AUTH_SOCK"), Passphrase: p.Getenv("VITRYNA_SSH_PASSPHRASE"), Password: p.Getenv("VITRYNA_SSH_PASSWORD"), Jail: folder,
	}
	home, err := os.UserHomeDir()
	if own := p.Getenv("VITRYNA_SSH_KEY"); own != "" {
		k.Files = []string{own}
	} else if err == nil {
		for _, name := range []string{"id_ed25519", "id_ecdsa", "id_rsa"} {
			k.Files = append(k.Files, filepath.Join(home, ".ssh", name))
		}
	}
	if own := p.Getenv("VITRYNA_SSH_KNOWN_HOSTS"); own != "" {
		k.KnownHosts = []string{own}
	} else if err == nil {
		k.KnownHosts = []string{filepath.Join(home, ".ssh", "known_hosts")}
	}
	return k
}

// publication readies the finished site for its way.
func (p *program) publication(g *goal, f publishFlags) (*publish.Publication, error) {
	names, err := output.Listed(g.out)
	if err != nil {
		return nil, err
	}
	notes := p.stateFolder()
	if notes == "" {
		return nil, machineError{p.say("publish no notes")}
	}
	who, err := p.who(notes)
	if err != nil {
		return nil, err
	}
	note := filepath.Join(notes, "published", publish.Sum([]byte(g.address)))
	text, err := os.ReadFile(note)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	sums, from, _ := strings.Cut(string(text), siteLine)
	pub := &publish.Publication{
		Who: who, When: p.Now(), Seen: strings.Fields(sums), Neighbour: neighbour(strings.TrimSuffix(from, "\n"), g.site), TakeOver: f.takeOver, Jobs: 8,
		Read: func(name string) ([]byte, error) { return os.ReadFile(filepath.Join(g.out, filepath.FromSlash(name))) },
		Remember: func(seen ...string) error {
			return writeNote(note, strings.Join(seen, "\n")+"\n"+siteLine+g.site+"\n")
		},
	}
	for _, name := range names {
		data, err := pub.Read(name)
		if err != nil {
			return nil, err
		}
		pub.Files = append(pub.Files, publish.File{Path: name, Size: int64(len(data)), Sum: publish.Sum(data)})
	}
	return pub, nil
}

// siteLine begins the last line of a note: the folder of the site that this computer has published to a place.
const siteLine = "site "

// neighbour is the folder from which a place was published last, if that is another site than this; empty where it is not, or where nobody knows. A site
// that is no longer there was moved or renamed: it may be this one.
func neighbour(from, site string) string {
	if from == "" || from == site {
		return ""
	}
	there, err := os.Stat(filepath.Join(from, "content", "site.yaml"))
	if here, same := os.Stat(filepath.Join(site, "content", "site.yaml")); err != nil || same == nil && os.SameFile(there, here) {
		return ""
	}
	return from
}

// stateFolder is where this computer keeps what it has to know beyond a build; empty if there is no such place.
func (p *program) stateFolder() string {
	if own := p.Getenv("VITRYNA_STATE"); own != "" {
		return own
	}
	dir, err := os.UserConfigDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "vitryna")
}

// who names this computer at the target: a word that was drawn once, or the one of VITRYNA_PUBLISHER. No user's name gets out by itself.
func (p *program) who(notes string) (string, error) {
	if own := p.Getenv("VITRYNA_PUBLISHER"); own != "" {
		if !publish.GoodWho(own) {
			return "", callError{fmt.Sprintf(p.say("publish wrong who"), own)}
		}
		return own, nil
	}
	name := filepath.Join(notes, "publisher")
	if data, err := os.ReadFile(name); err == nil && publish.GoodWho(strings.TrimSpace(string(data))) {
		return strings.TrimSpace(string(data)), nil
	}
	word := make([]byte, 5)
	rand.Read(word) // unchecked: it never fails
	who := hex.EncodeToString(word)
	return who, writeNote(name, who+"\n")
}

// writeNote writes a small file of this computer's own, whole or not at all.
func writeNote(name, text string) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return err
	}
	beside := name + ".tmp"
	if err := os.WriteFile(beside, []byte(text), 0o600); err != nil {
		return err
	}
	return os.Rename(beside, name)
}

// showPlan tells what a publication would do.
func (p *program) showPlan(plan *publish.Plan, g *goal) {
	for _, put := range plan.Puts() {
		sign := "~"
		if put.New {
			sign = "+"
		}
		fmt.Fprintf(p.Stdout, "%s %s\n", sign, put.Path)
	}
	for _, name := range append(plan.Clear, plan.Deletes...) {
		fmt.Fprintf(p.Stdout, "- %s\n", name)
	}
	fmt.Fprintf(p.Stdout, p.say("would publish")+"\n", g.name, p.files(len(plan.Puts())), p.megabytes(plan.Bytes()), p.files(len(plan.Clear)+len(plan.Deletes)), p.files(plan.Same))
}

// publishTrouble says why a publication did not come to its end.
func (p *program) publishTrouble(err error, g *goal) error {
	var (
		others  *publish.Others
		another *publish.Another
		foreign *publish.Foreign
		key     *publish.HostKey
	)
	switch {
	case errors.Is(err, context.Canceled):
		return err
	case errors.As(err, &others):
		return machineError{fmt.Sprintf(p.say("publish others"), g.name, others.When, others.Who, p.files(others.Files))}
	case errors.As(err, &another):
		return machineError{fmt.Sprintf(p.say("publish another"), g.name, another.Folder, g.line)}
	case errors.As(err, &foreign):
		text := "publish foreign"
		if foreign.Hard {
			text = "publish in the way"
		}
		list := foreign.Paths
		if len(list) > 10 {
			list = append(list[:10:10], "…")
		}
		return machineError{fmt.Sprintf(p.say(text), g.name, "\n  "+strings.Join(list, "\n  ")+"\n")}
	case errors.As(err, &key) && key.Changed:
		return machineError{fmt.Sprintf(p.say("publish host changed"), key.Host, key.Kind, key.Fingerprint)}
	case errors.As(err, &key):
		return machineError{fmt.Sprintf(p.say("publish host unknown"), key.Host, key.Kind, key.Fingerprint)}
	}
	if text := p.folderTrouble(err, g); text != "" {
		return machineError{text}
	}
	if text := p.storageTrouble(err, g); text != "" {
		return machineError{text}
	}
	if text := p.repositoryTrouble(err, g); text != "" {
		return machineError{text}
	}
	for _, known := range publishFaults {
		if errors.Is(err, known.err) {
			return machineError{fmt.Sprintf(p.say(known.text), g.name, err)}
		}
	}
	return err
}

// folderTrouble says what is in the way to a target that is a folder: the disk is not there, a file stands in its place, or nothing may be written there.
func (p *program) folderTrouble(err error, g *goal) string {
	if g.folder == "" {
		return ""
	}
	cause := causeOf(runtime.GOOS, err)
	name, did := failedAt(err)
	switch file, missing := barrier(g.folder, "mkdir"); {
	case file != "":
		return fmt.Sprintf(p.say("publish taken"), g.name, file, g.line)
	case missing != "" && cause == causeWay:
		return fmt.Sprintf(p.say("publish absent"), g.name, missing, g.line)
	case (cause == causeLocked || cause == causeDenied) && did != "rename" && name != "" && within(name, g.folder): // what is renamed could be written
		return fmt.Sprintf(p.say("publish locked"), g.name, name, g.line)
	}
	return ""
}

// publishFaults are the other things that can go wrong, with what is said of each.
var publishFaults = []struct {
	err  error
	text string
}{
	{publish.ErrNoKeys, "publish no keys"}, {publish.ErrKeyInside, "publish key inside"}, {publish.ErrPassphrase, "publish passphrase"}, {publish.ErrRefused, "publish refused"},
	{publish.ErrNoFolder, "publish no folder"}, {publish.ErrNoSFTP, "publish no sftp"}, {publish.ErrHostRight, "publish host right"}, {publish.ErrHostFailed, "publish host failed"}, {publish.ErrManifest, "publish manifest"}, {publish.ErrMeanwhile, "publish meanwhile"},
	{publish.ErrChanged, "publish changed"}, {publish.ErrLine, "publish line"},
}
