package serve

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"fmt"
	"math/big"
	"strings"
	"sync"
	"time"
)

// The door of the preview to the local network. A code opens it once, to one browser, which then bears a cookie; whoever has none sees nothing but the
// page that asks for a code. There is a code only for some minutes after the author has asked for one.

const (
	codeSigns = 9               // digits: they are typed on any keyboard, in any language
	codeTime  = 5 * time.Minute // how long a code waits for its guest

	// guessesAtMost wrong codes and the right one is void: of a thousand million codes ten have been tried.
	guessesAtMost = 10

	// After a wrong code none is looked at for a while, which doubles from time to time.
	firstPause = time.Second
	lastPause  = 30 * time.Second

	stayTime     = 12 * time.Hour // of a guest; the end of the preview ends it too
	insideAtMost = 100
)

// door knows the code and who is inside. It is safe for many goroutines.
type door struct {
	now func() time.Time

	mu     sync.Mutex
	code   string                          // "": none is awaited
	until  time.Time                       // when the code goes
	wrong  int                             // since it was made
	pause  time.Time                       // before it none is looked at
	inside map[[sha256.Size]byte]time.Time // by the digest of the cookie: when they came
}

func newDoor(now func() time.Time) *door {
	return &door{now: now, inside: map[[sha256.Size]byte]time.Time{}}
}

// entry is what became of a code that somebody gave.
type entry int

const (
	entered   entry = iota
	notOpened       // the code is wrong, was used, or is too old: nobody learns which
	tooSoon         // it was not looked at
	withdrawn       // it was wrong once too often: the right one is void now
	fullHouse
)

// invite makes a code; the one before is void.
func (d *door) invite() (code string, until time.Time) {
	n, err := rand.Int(rand.Reader, new(big.Int).Exp(big.NewInt(10), big.NewInt(codeSigns), nil))
	if err != nil {
		panic(err) // crypto/rand never fails
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.code, d.until = fmt.Sprintf("%0*d", codeSigns, n), d.now().Add(codeTime)
	d.wrong, d.pause = 0, time.Time{}
	return d.code, d.until
}

// awaited is the code that would open, "" if none would.
func (d *door) awaited() (code string, until time.Time) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if !d.now().Before(d.until) {
		d.code = ""
	}
	return d.code, d.until
}

// enter tries a code as somebody has typed it, and gives the cookie if it opens.
func (d *door) enter(typed string) (cookie string, e entry) {
	d.mu.Lock()
	defer d.mu.Unlock()
	now := d.now()
	switch given := digits(typed); {
	case now.Before(d.pause):
		return "", tooSoon
	case d.code == "" || !now.Before(d.until):
		d.code = ""
		return "", notOpened
	case subtle.ConstantTimeCompare([]byte(given), []byte(d.code)) != 1:
		return "", d.guessed(now)
	}
	d.leave(now)
	if len(d.inside) >= insideAtMost {
		return "", fullHouse
	}
	d.code = ""
	cookie = rand.Text() // 128 bits and a little
	d.inside[sha256.Sum256([]byte(cookie))] = now
	return cookie, entered
}

// guessed notes a wrong code.
func (d *door) guessed(now time.Time) entry {
	d.wrong++
	d.pause = now.Add(min(firstPause<<(d.wrong-1), lastPause))
	if d.wrong < guessesAtMost {
		return notOpened
	}
	d.code = ""
	return withdrawn
}

// leave lets go whose time has passed.
func (d *door) leave(now time.Time) {
	for cookie, came := range d.inside {
		if now.Sub(came) >= stayTime {
			delete(d.inside, cookie)
		}
	}
}

// knows tells whether a cookie is a guest's.
func (d *door) knows(cookie string) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	came, ok := d.inside[sha256.Sum256([]byte(cookie))]
	return ok && d.now().Sub(came) < stayTime
}

// guests is how many are inside.
func (d *door) guests() int {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.leave(d.now())
	return len(d.inside)
}

// shut ends the stay of all guests, and voids the code.
func (d *door) shut() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.code = ""
	clear(d.inside)
}

// digits are those of a text: people type blanks and hyphens between them.
func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// grouped is a code as people read it: 123 456 789.
func grouped(code string) string {
	var parts []string
	for ; len(code) > 3; code = code[3:] {
		parts = append(parts, code[:3])
	}
	return strings.Join(append(parts, code), " ")
}
