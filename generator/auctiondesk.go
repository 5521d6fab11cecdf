package generator

import (
	"time"

	"github.com/som-hub/vitryna/generator/auction"
	"github.com/som-hub/vitryna/generator/site"
)

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
