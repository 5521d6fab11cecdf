package site

import (
	"crypto/sha256"
	"encoding/hex"
	"time"

	"github.com/som-hub/vitryna/generator/auction"
)

// Desk is where an operator enters bids by hand. There is one in the preview alone: it holds names, reserves and codes of authors.
func (a *Auction) Desk() (desk *auction.Desk, ok bool) { return a.desk, a.desk != nil }

// turns finds the first moment after now at which the auction becomes another though nobody touches its files.
func (a *Auction) turns(lots []auction.Lot, rows []auction.Row, now time.Time) time.Time {
	var first time.Time
	look := func(t time.Time) {
		if t.After(now) && (first.IsZero() || t.Before(first)) {
			first = t
		}
	}
	s := &a.Settings
	for _, t := range []time.Time{s.LotsOpen, s.LotsClose, s.Opens, s.Closes, s.PublishAt, a.Result.Close} {
		look(t)
	}
	for _, lot := range lots {
		look(lot.Withdrawn)
	}
	for _, lot := range a.Result.Lots {
		look(lot.Close)
	}
	for i := range rows {
		look(rows[i].Time)
	}
	return first
}

// AuditScript is the path of the script that holds the audit for the reader's own browser; "" before the results are out. Its name bears a digest, so that a
// browser never checks an old one.
func (a *Auction) AuditScript() string {
	data, err := a.AuditCall()
	if err != nil || data == nil {
		return ""
	}
	sum := sha256.Sum256(data)
	return a.Item.Path + "/audit." + hex.EncodeToString(sum[:4]) + ".js"
}

// AuditCall is the audit as a script that hands it over: a page that is opened from a disk may run scripts and may not read files.
func (a *Auction) AuditCall() ([]byte, error) {
	if a.audit == nil {
		return nil, nil
	}
	data, err := a.audit.JSON()
	if err != nil {
		return nil, err
	}
	return append(append([]byte("vitrynaAudit("), data...), ");\n"...), nil
}
