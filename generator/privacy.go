package generator

import (
	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
)

// Secrets are the e-mails and phones of the folders private/, which must stand in no finished file (PD-04).
func (l *Loader) Secrets(s *Snapshot) ([]string, problem.List) {
	if s.secrets != nil {
		return s.secrets.found, s.secrets.problems
	}
	return content.Secrets(l.Root, s.model.Config.Contacts.Strings())
}

// secrets are what was found in the folders private/ when a snapshot was made.
type secrets struct {
	found    []string
	problems problem.List
}

// Personal tells what of a finished text looks like a phone or an e-mail that nobody allowed (PD-01): calling say with what it is, by a word of
// the catalogue of messages, and as it is written.
func (s *Snapshot) Personal() func(text string, say func(what, value string)) {
	allowed := allowedIn(s.model)
	return func(text string, say func(what, value string)) {
		for _, found := range content.Personal(text, allowed) {
			say(found.What, found.Value)
		}
	}
}

// allowedIn are the texts that may stand anywhere: the office's own contacts, and what a document allows with a reason.
func allowedIn(model *site.Site) []string {
	allowed := append(model.Config.Contacts.Strings(), model.Config.Contacts.Hours)
	for _, page := range model.Pages() {
		allowed = append(allowed, content.Allowed(page.Doc)...)
	}
	return allowed
}
