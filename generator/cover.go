package generator

// cover draws nothing yet.
func cover(title, kind string) string { return "" }
