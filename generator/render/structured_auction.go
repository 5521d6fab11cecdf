package render

import "github.com/som-hub/vitryna/generator/site"

// auctionProperties are those of an auction of ideas. There is no Offer among them: nothing is for sale, and talents are no money (domain 2.3.6).
type auctionProperties struct {
	WorkFeatured []*thing `json:"workFeatured,omitempty"`
}

func auctionData(d *describer, t *thing, item *site.Item) {
	t.StartDate, t.EndDate = d.date(item, "opens"), d.date(item, "closes")
	t.EventStatus, t.AttendanceMode = "https://schema.org/EventScheduled", attendanceMode("online")
	if address := d.abs(item.Best(d.Lang).Address()); address != "" {
		t.Location = []*thing{{Type: words{"VirtualLocation"}, URL: address}}
	}
	t.Organizer = d.institution(item)
	t.WorkFeatured = d.mentions(item.Children("lots"))
}

func lotData(d *describer, t *thing, lot *site.Item) {
	t.InLanguage = words{lot.Best(d.Lang).Doc.Lang}
	if idea := d.text(lot, "idea"); idea != "" {
		t.Description = idea
	}
}
