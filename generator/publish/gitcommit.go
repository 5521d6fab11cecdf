package publish

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
)

// Put gives a file to the commit to be.
func (b *branch) Put(ctx context.Context, name string, data []byte) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.inlet == nil {
		var err error
		if b.inlet, err = b.store.open(ctx); err != nil {
			return b.mend(ctx, err)
		}
	}
	mark, err := b.inlet.blob(data)
	if b.changes[b.name(name)] = mark; err != nil {
		return b.mend(ctx, err)
	}
	return nil
}

// Remove leaves a file out of the commit to be.
func (b *branch) Remove(_ context.Context, name string) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.changes[b.name(name)] = ""
	return nil
}

// Commit makes the commit and brings it there. The branch moves only if it still is where it was when it was read.
func (b *branch) Commit(ctx context.Context, progress func(percent int)) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	again := b.next != ""
	if !again {
		if err := b.make(ctx); err != nil {
			return b.mend(ctx, err)
		}
	}
	if again {
		switch lies, err := b.store.there(ctx, b.Branch); {
		case err != nil:
			return err
		case lies == b.next: // only the answer was lost
			return b.keep(ctx)
		case lies != b.tip:
			return ErrMeanwhile
		}
	}
	if err := b.push(ctx, progress); err != nil {
		return b.mend(ctx, err)
	}
	return b.keep(ctx)
}

// make makes the commit, in the copy.
func (b *branch) make(ctx context.Context) error {
	name, email := b.Name, b.Email
	if name == "" {
		name = b.store.setting(ctx, "user.name")
	}
	if email == "" {
		email = b.store.setting(ctx, "user.email")
	}
	if !goodSigner(name, email) {
		return ErrNoSigner
	}
	if b.inlet == nil {
		return errors.New("nothing was put") // a manifest always is
	}
	who := fmt.Sprintf("%s <%s> %d +0000", name, email, b.When.Unix())
	err := b.inlet.commit(nextRef, b.tip, who, b.Message, b.changes)
	b.inlet = nil
	if err != nil {
		return err
	}
	if b.next = b.store.ref(ctx, nextRef); b.next == "" {
		return errBranchNotWhole
	}
	return ctx.Err()
}

// push brings the commit to the branch. It is never forced: what lies there must be what the commit stands upon.
func (b *branch) push(ctx context.Context, progress func(percent int)) error {
	c := b.store.command(ctx, "push", "--porcelain", "--progress", "--no-verify", "--no-signed", "--no-follow-tags", b.store.receiver(), origin, b.next+":refs/heads/"+b.Branch)
	var out bytes.Buffer
	said := said{progress: progress}
	c.Stdout, c.Stderr = &out, &said
	err := c.Run()
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return ctx.Err()
	}
	for line := range strings.Lines(out.String()) {
		if !strings.HasPrefix(line, "!") {
			continue
		}
		why := readable(line[strings.LastIndexByte(line, '\t')+1:])
		switch {
		case strings.HasPrefix(why, "[rejected]"), saysOneOf(why, gitLocks):
			return ErrMeanwhile
		case strings.HasPrefix(why, "[remote rejected]") && !strings.Contains(why, "unpack"):
			return fmt.Errorf("%w: %s", ErrBranchRefused, strings.Join(append(said.lines, why), "; "))
		}
	}
	return said.trouble(err)
}

// keep notes what lies there now. Where it cannot be noted, more is fetched the next time.
func (b *branch) keep(ctx context.Context) error {
	b.done = true
	for _, ref := range []string{tipRef, ownRef} {
		b.store.run(ctx, "update-ref", ref, b.next) // unchecked: see above
	}
	return nil
}
