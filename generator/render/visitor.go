package render

import (
	"html/template"
	neturl "net/url"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
)

// contactsPath is the obligatory page on which the contacts stand themselves, not only in the footer.
const contactsPath = "pages/kontakty"

// Mistake is a letter to the office about the page: its title in the subject, its address in the body. Empty where the office has
// given no e-mail, and on a page that stands at any address.
func (f *Frame) Mistake() template.URL {
	email := f.Site.Contacts.Email
	if email == "" || !f.Visited() {
		return ""
	}
	address := f.Canonical()
	if address == "" {
		address = "/" + site.Address(f.path, f.lang)
	}
	return template.URL("mailto:" + neturl.PathEscape(email) + // safe: both parts are escaped here
		"?subject=" + inMail(f.T("visitor.mistake.subject", f.titleOrName())) + "&body=" + inMail(f.T("visitor.mistake.body", address)))
}

// Visited tells whether the page is one that somebody comes to read: it has the line for its visitor, to share it and to tell of a mistake.
func (f *Frame) Visited() bool {
	return !f.noAddress && f.Type != "404" && f.Type != "search" && f.Type != "offline" && f.Type != "removed"
}

// inMail escapes a text for a mailto: address (RFC 6068), which knows no plus for a space.
func inMail(text string) string {
	return strings.ReplaceAll(neturl.QueryEscape(text), "+", "%20")
}

// OwnContacts are the contacts of the office on the page that is about them; nil elsewhere.
func (f *Frame) OwnContacts() *site.Contacts {
	c := &f.Site.Contacts
	if f.path != contactsPath || c.Address == "" && c.Email == "" && c.Hours == "" && len(c.Phones) == 0 {
		return nil
	}
	return c
}

// CalendarSubscribe is the calendar's address for a program that asks it again by itself; empty without base_url.
func (f *Frame) CalendarSubscribe() template.URL {
	_, rest, ok := strings.Cut(f.CalendarWeb(), "://")
	if !ok {
		return ""
	}
	return template.URL("webcal://" + rest) // safe: the site's own address
}

// AskToken is what scripts of the preview send along when they ask the program for something; "" in a build.
func (f *Frame) AskToken() string {
	if !f.r.Preview {
		return ""
	}
	return f.r.Token
}
