package auction

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"time"
)

// The chain binds every row and its verdict to all rows before it: who changes one changes the last hash, which stands in the protocol. It is made of
// the rows in the order of their file:
//
//	h0 = sha256("som-auction-v1\n" + id)
//	h  = sha256(hex(h) + "\n" + line)

// start is the beginning of the chain of an auction.
func start(id string) string { return sum("som-auction-v1\n" + id) }

// next goes on from a hash with a line.
func next(hash, line string) string { return sum(hash + "\n" + line) }

func sum(text string) string {
	digest := sha256.Sum256([]byte(text))
	return hex.EncodeToString(digest[:])
}

// line is a row as the chain knows it: number, time in UTC, code, lot, amount (with notes: the note), verdict, parted by tabs; a dash stands for what
// could not be read and for the amount of a bid taken back.
func (r *RowResult) line(mode Mode) string {
	c := r.cells(mode)
	return c[0] + "\t" + c[1] + "\t" + c[2] + "\t" + c[3] + "\t" + c[4] + "\t" + c[5]
}

const none = "-"

func (r *RowResult) cells(mode Mode) [6]string {
	c := [6]string{strconv.Itoa(r.Number), none, none, none, none, string(r.Verdict)}
	if r.Broken {
		return c
	}
	if !r.Time.IsZero() {
		c[1] = utc(r.Time)
	}
	if r.Code != "" {
		c[2] = r.Code
	}
	if r.Lot > 0 {
		c[3] = strconv.Itoa(r.Lot)
	}
	switch {
	case r.Withdraw:
	case mode == Notes && r.Note != "":
		c[4] = string(r.Note)
	case mode != Notes && r.Amount > 0:
		c[4] = strconv.Itoa(r.Amount)
	}
	return c
}

func utc(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}
