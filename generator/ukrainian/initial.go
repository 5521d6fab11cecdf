package ukrainian

// InitialOrganisation is [Initial] of the name proper, as [SortKeyOrganisation] takes it: ГО «Майори» stands under М.
func InitialOrganisation(s string) string {
	name := Normalise(s)
	for {
		head, rest, found := cutWord(name)
		if !found || !isLegalForm(head) {
			return Initial(name)
		}
		name = rest
	}
}
