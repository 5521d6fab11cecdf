package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/som-hub/vitryna/generator/publish"
	"github.com/som-hub/vitryna/generator/site"
)

// usualBranch is where the site goes if site.yaml does not say: a branch that nobody keeps sources in.
const usualBranch = "gh-pages"

// openRepository readies a goal that is a branch of git.
func (p *program) openRepository(g *goal, t site.PublishTarget, folder string, f publishFlags) error {
	local, err := publish.CheckRepository(t.Repository)
	switch {
	case errors.Is(err, publish.ErrAddressSecret):
		return callError{fmt.Sprintf(p.say("publish git secret"), t.Line, g.name)}
	case err != nil:
		return callError{fmt.Sprintf(p.say("publish git address"), t.Line, g.name)}
	}
	r := publish.Repository{
		Address: t.Repository, Branch: cmp.Or(t.Branch, usualBranch), Folder: t.Folder, Name: t.Author, Email: t.Email, Message: cmp.Or(t.Message, p.say("publish git message")),
		When: p.Now(), Program: p.Getenv("VITRYNA_GIT"), Env: os.Environ(),
	}
	switch {
	case !publish.GoodBranch(r.Branch):
		return callError{fmt.Sprintf(p.say("publish git branch"), t.Line, g.name, r.Branch)}
	case !publish.GoodBranchFolder(r.Folder):
		return callError{fmt.Sprintf(p.say("publish git folder"), t.Line, g.name, r.Folder)}
	}
	if local {
		if !filepath.IsAbs(r.Address) {
			r.Address = filepath.Join(folder, r.Address)
		}
		r.Address = fullName(r.Address)
		for _, own := range append(ownFolders(folder), g.out) {
			if within(r.Address, own) {
				return callError{fmt.Sprintf(p.say("publish own"), t.Repository, own)}
			}
		}
	}
	g.address = "git:" + r.Address + "#" + r.Branch + ":" + r.Folder
	if cache := p.cacheFolder(f.noCache); cache != "" {
		r.Store = filepath.Join(cache, "publish", publish.Sum([]byte(g.address)))
	}
	g.open = func(context.Context) (publish.Target, error) { return publish.OpenGit(r) }
	return nil
}

// repositoryTrouble says why a publication to a branch did not come to its end; "" if something else is wrong.
func (p *program) repositoryTrouble(err error, g *goal) string {
	var touched *publish.Touched
	if errors.As(err, &touched) {
		list := touched.Paths
		if len(list) > 10 {
			list = append(list[:10:10], "…")
		}
		return fmt.Sprintf(p.say("publish touched"), g.name, "\n  "+strings.Join(list, "\n  ")+"\n")
	}
	for _, known := range []struct {
		err  error
		text string
	}{
		{publish.ErrNoSigner, "publish git signer"}, {publish.ErrNoRepository, "publish git nowhere"}, {publish.ErrGitRefused, "publish git refused"}, {publish.ErrGitHost, "publish git host"},
		{publish.ErrGitUnsafe, "publish git unsafe"}, {publish.ErrBranchRefused, "publish git rejected"}, {publish.ErrNoGit, "publish git none"}, {publish.ErrAddress, "publish git protocol"},
	} {
		if errors.Is(err, known.err) {
			return fmt.Sprintf(p.say(known.text), g.name, err)
		}
	}
	return ""
}
