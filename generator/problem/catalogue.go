package problem

import (
	"fmt"
	"maps"
	"slices"
)

// entry is what the catalogue says about one code: in Ukrainian what is wrong
// and how to mend it, then the same in English. The notation stands at the head
// of message.go, the rules of tone at the head of text.go.
type entry struct{ ukWhat, ukMend, enWhat, enMend string }

// catalogue is every code there is. It is split by subject; each part has a file of its own.
var catalogue = join(
	headerEntries, fieldEntries, fileEntries, siteEntries, linkEntries, textEntries, dataEntries, peopleEntries, domainEntries, outputEntries,
	tableEntries, registerEntries, mapEntries, referenceEntries, showcaseEntries, bookTextEntries, auctionEntries,
)

// Codes are the codes of the catalogue, sorted.
func Codes() []string { return slices.Sorted(maps.Keys(catalogue)) }

// Known tells whether a code stands in the catalogue.
func Known(code string) bool {
	_, ok := catalogue[code]
	return ok
}

// ukField and enField begin every sentence about one field.
const (
	ukField = "поле `{field}`[[ («{label}»)]]: "
	enField = "field `{field}`[[ (“{label}”)]]: "
)

func join(parts ...map[string]entry) map[string]entry {
	all := make(map[string]entry)
	for _, part := range parts {
		for code, e := range part {
			if _, twice := all[code]; twice {
				panic(fmt.Sprintf("problem: code %s stands twice in the catalogue", code))
			}
			all[code] = e
		}
	}
	return all
}
