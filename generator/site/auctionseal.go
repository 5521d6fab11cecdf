package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"

	"github.com/som-hub/vitryna/generator/auction"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Closing is one closing of an auction: what its results were made of.
type Closing struct {
	Date ukrainian.Date
	Seal
}

// Seal are digests of what the results of an auction are made of.
type Seal struct{ Bids, Bidders, Marks, Settings string }

// differences names what has changed since a seal was made, and the tables that are no longer there, in words of files.
func (s Seal) differences(now Seal, files AuctionFiles) (changed, lost []string) {
	for _, part := range []struct {
		name, before, after string
		data                []byte
	}{
		{"private/bids.csv", s.Bids, now.Bids, files.Bids}, {"private/bidders.csv", s.Bidders, now.Bidders, files.Bidders},
		{"private/jury.csv", s.Marks, now.Marks, files.Marks}, {"index.md, lots/", s.Settings, now.Settings, nil},
	} {
		switch {
		case part.before == part.after || redressed(part.before, part.data):
		case part.after == "":
			lost = append(lost, part.name)
		default:
			changed = append(changed, part.name)
		}
	}
	return changed, lost
}

// redressed tells whether a digest is that of a table but for the ends of its lines and the mark at its beginning. Git on Windows and editors change
// these by themselves, and no bid with them.
func redressed(digested string, data []byte) bool {
	if data == nil {
		return false
	}
	bare := bytes.ReplaceAll(bytes.TrimPrefix(data, []byte("\ufeff")), []byte("\r\n"), []byte("\n"))
	for _, end := range []string{"\n", "\r\n"} {
		text := bytes.ReplaceAll(bare, []byte("\n"), []byte(end))
		if digested == digest(text) || digested == digest(append([]byte("\ufeff"), text...)) {
			return true
		}
	}
	return false
}

// sealOf are the digests of an auction: of the files as they lie there, and of the settings and lots as they are understood, so that an editor
// who mends the text of a lot changes nothing.
func sealOf(files AuctionFiles, settings auction.Settings, lots []auction.Lot) Seal {
	return Seal{digest(files.Bids), digest(files.Bidders), digest(files.Marks), digest([]byte(rulesText(settings, lots)))}
}

// digest names bytes; no file has no name.
func digest(data []byte) string {
	if data == nil {
		return ""
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
