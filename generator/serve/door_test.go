package serve

import (
	"strings"
	"testing"
	"time"
)

// clock is a time that stands until it is moved.
type clock struct{ t time.Time }

func newClock() *clock { return &clock{time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)} }

func (c *clock) now() time.Time          { return c.t }
func (c *clock) pass(d time.Duration)    { c.t = c.t.Add(d) }
func other(code string) (another string) { return string('0'+(code[0]-'0'+1)%10) + code[1:] }

func TestDoor(t *testing.T) {
	c := newClock()
	d := newDoor(c.now)
	expect := func(what, code string, want entry) string {
		t.Helper()
		cookie, e := d.enter(code)
		if e != want || (cookie != "") != (want == entered) {
			t.Fatalf("%s: entry %d, cookie %q; want %d", what, e, cookie, want)
		}
		return cookie
	}
	expect("before any code", "000000000", notOpened)
	expect("nothing, before any code", "", notOpened)

	code, _ := d.invite()
	cookie := expect("the code as it is read", code[:3]+" "+code[3:6]+"-"+code[6:], entered)
	if len(cookie) < 26 || !d.knows(cookie) || d.knows("") || d.knows(cookie[1:]) || d.guests() != 1 {
		t.Errorf("cookie %q, %d guests", cookie, d.guests())
	}
	expect("the same code again", code, notOpened)

	old, _ := d.invite()
	next, until := d.invite()
	if old != next {
		expect("a code that another one has replaced", old, notOpened)
		c.pass(firstPause)
	}
	c.t = until.Add(-time.Nanosecond)
	if got, _ := d.awaited(); got != next {
		t.Errorf("awaited %q, want %q", got, next)
	}
	c.t = until
	if got, _ := d.awaited(); got != "" {
		t.Errorf("after its time %q is awaited", got)
	}
	expect("a code after its time", next, notOpened)

	c.pass(stayTime)
	if d.knows(cookie) || d.guests() != 0 {
		t.Error("a guest stays for ever")
	}
}

// TestDoorOldCode: a code is void at its end even if nobody has asked for it since.
func TestDoorOldCode(t *testing.T) {
	c := newClock()
	d := newDoor(c.now)
	code, _ := d.invite()
	c.pass(codeTime)
	if _, e := d.enter(code); e != notOpened {
		t.Errorf("entry %d", e)
	}
}

// TestDoorGuesses: after a wrong code none is looked at for ever longer, the right one neither; after a few the right one is void.
func TestDoorGuesses(t *testing.T) {
	c := newClock()
	d := newDoor(c.now)
	code, _ := d.invite()
	pause := firstPause
	begin := c.t
	for i := 1; i < guessesAtMost; i++ {
		d.until = c.t.Add(codeTime)
		if _, e := d.enter(other(code)); e != notOpened {
			t.Fatalf("guess %d: entry %d", i, e)
		}
		c.pass(min(pause, lastPause) - time.Nanosecond)
		if _, e := d.enter(code); e != tooSoon {
			t.Fatalf("guess %d: the right code, too soon: entry %d", i, e)
		}
		c.pass(time.Nanosecond)
		pause *= 2
	}
	if _, e := d.enter(other(code)); e != withdrawn {
		t.Fatalf("the last guess: entry %d", e)
	}
	if took := c.t.Sub(begin); took < 2*time.Minute {
		t.Errorf("%d guesses take only %v", guessesAtMost, took)
	}
	c.pass(lastPause)
	if _, e := d.enter(code); e != notOpened {
		t.Errorf("the right code after too many wrong ones: entry %d", e)
	}
	again, _ := d.invite()
	if _, e := d.enter(again); e != entered {
		t.Errorf("a new code: entry %d", e)
	}
}

func TestDoorShut(t *testing.T) {
	c := newClock()
	d := newDoor(c.now)
	code, _ := d.invite()
	cookie, _ := d.enter(code)
	code, _ = d.invite()
	d.shut()
	if _, e := d.enter(code); e != notOpened || d.knows(cookie) {
		t.Errorf("a shut door: entry %d, known %v", e, d.knows(cookie))
	}
	for range insideAtMost {
		code, _ = d.invite()
		if _, e := d.enter(code); e != entered {
			t.Fatalf("entry %d", e)
		}
	}
	code, _ = d.invite()
	if _, e := d.enter(code); e != fullHouse {
		t.Errorf("a full house: entry %d", e)
	}
	c.pass(stayTime)
	code, _ = d.invite()
	if _, e := d.enter(code); e != entered {
		t.Errorf("when all have gone: entry %d", e)
	}
}

// TestCodes: codes differ, and have their length with noughts in front as well.
func TestCodes(t *testing.T) {
	d := newDoor(newClock().now)
	seen := map[string]bool{}
	for range 1000 {
		code, _ := d.invite()
		if len(code) != codeSigns || digits(code) != code || digits(grouped(code)) != code || strings.Count(grouped(code), " ") != 2 {
			t.Fatalf("code %q, %q", code, grouped(code))
		}
		seen[code] = true
	}
	if len(seen) < 999 {
		t.Errorf("%d codes of 1000 differ", len(seen))
	}
}
