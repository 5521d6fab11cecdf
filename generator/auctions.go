package generator

import (
	"slices"
	"time"

	"github.com/som-hub/vitryna/generator/auction"
	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Closing is what closing an auction would do.
type Closing struct {
	File      string // slash path from the site's folder
	Data      []byte
	Published bool      // its results are out, so it may be closed
	PublishAt time.Time // when they will be
	Sound     bool      // nothing is wrong with its tables
	Lost      []string  // tables with which it was closed and that are not there
	Same      bool      // it has been closed with all as it is now
	Times     int       // it will then have been closed
}

// CloseAuction says what the file closed.yaml of an auction has to hold: what its results are made of, after a line for each closing before. ok is false
// where there is no such auction.
func (s *Snapshot) CloseAuction(id string, day time.Time) (c Closing, ok bool) {
	if s.model == nil {
		return Closing{}, false
	}
	for _, a := range s.model.Auctions() {
		if a.Item.ID != id {
			continue
		}
		c = Closing{
			File: "content/" + a.Item.Path + "/" + content.ClosedFile, Published: a.Published(), PublishAt: a.Settings.PublishAt, Sound: a.Sound, Lost: a.Lost,
		}
		list := a.Closings
		if len(list) > 0 && len(a.Changed)+len(a.Lost) == 0 {
			c.Same = true
		} else {
			list = append(slices.Clone(list), site.Closing{Date: ukrainian.DateOf(day), Seal: a.Seal})
		}
		c.Data, c.Times = content.ClosedYAML(list), len(list)
		return c, true
	}
	return Closing{}, false
}

// Auctions are the ids of all auctions that are shown.
func (s *Snapshot) Auctions() []string {
	var ids []string
	if s.model != nil {
		for _, a := range s.model.Auctions() {
			ids = append(ids, a.Item.ID)
		}
	}
	return ids
}

// audits adds what anyone may compute an auction again from.
func (s *Snapshot) audits(model *site.Site) {
	for _, a := range model.Auctions() {
		audit, ok := a.Audit()
		if !ok {
			continue
		}
		s.add(a.Item.Path+"/audit.json", audit.JSON)
		s.add(a.Item.Path+"/audit.csv", func() ([]byte, error) { return audit.CSV(), nil })
		s.add(a.AuditScript(), a.AuditCall)
	}
}

// Desk is the auction whose operator's page has an address, and the file that its bids stand in, as a slash path from the site's folder. Both come
// from what was loaded: nothing of the address is a path on the disk. ok is false where there is no such page.
func (s *Snapshot) Desk(address string) (desk *auction.Desk, file string, ok bool) {
	if s.model == nil {
		return nil, "", false
	}
	for _, a := range s.model.Auctions() {
		for _, lang := range []string{site.UK, site.EN} {
			if address != "/"+site.Address(a.Item.Path+"/operator", lang) {
				continue
			}
			desk, ok = a.Desk()
			return desk, "content/" + a.Item.Path + "/private/bids.csv", ok
		}
	}
	return nil, "", false
}

// turns is the first moment at which an auction becomes another by itself.
func turns(model *site.Site) time.Time {
	var first time.Time
	for _, a := range model.Auctions() {
		if !a.Turns.IsZero() && (first.IsZero() || a.Turns.Before(first)) {
			first = a.Turns
		}
	}
	return first
}
