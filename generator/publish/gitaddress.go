package publish

import (
	"errors"
	"net/url"
	"regexp"
	"strings"
)

// What can be wrong with the address of a repository. Neither is told with the address: it may hold a password.
var (
	ErrAddress       = errors.New("the address is none of a repository")
	ErrAddressSecret = errors.New("a user or a password stands in the address")
)

var (
	helperAddress = regexp.MustCompile(`^[A-Za-z0-9+.-]+::`) // ext::sh -c … runs a program
	shortAddress  = regexp.MustCompile(`^(?:[A-Za-z0-9._][A-Za-z0-9._-]*@)?(?:[A-Za-z0-9][A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\]):([^:].*)$`)
	goodHost      = regexp.MustCompile(`^(?:[A-Za-z0-9][A-Za-z0-9.-]*|[0-9A-Fa-f:]+)$`)
	goodUser      = regexp.MustCompile(`^[A-Za-z0-9._][A-Za-z0-9._-]*$`)
)

// CheckRepository reads the address of a repository: https://…, ssh://…, som@host:site.git, or a path on this computer, which is local.
//
// What git would run or send in the clear is refused, and so is whatever may be a secret: the user's own git knows how to be let in.
func CheckRepository(address string) (local bool, err error) {
	odd := func(r rune) bool { return r < ' ' || r == 0x7F }
	if address == "" || strings.HasPrefix(address, "-") || strings.ContainsFunc(address, odd) || helperAddress.MatchString(address) {
		return false, ErrAddress
	}
	if strings.Contains(address, "://") {
		return false, checkURL(address)
	}
	short := shortAddress.FindStringSubmatch(address)
	switch {
	case short == nil && strings.Contains(address, "@") && strings.Contains(address, ":"):
		return false, ErrAddressSecret // name:password@host, most likely
	case short == nil:
		return true, nil
	case strings.Contains(short[1], "@"):
		return false, ErrAddressSecret
	case strings.HasPrefix(short[1], "-"):
		return false, ErrAddress
	}
	return false, nil
}

func checkURL(address string) error {
	u, err := url.Parse(address)
	if err != nil {
		if strings.Contains(address, "@") {
			return ErrAddressSecret // a password with signs that an address cannot have
		}
		return ErrAddress
	}
	_, password := u.User.Password()
	switch {
	case password, u.Scheme == "https" && u.User != nil: // tokens are written as a user's name too
		return ErrAddressSecret
	case u.Scheme != "https" && u.Scheme != "ssh", !goodHost.MatchString(u.Hostname()), u.Path == "" || u.Path == "/", u.RawQuery != "" || u.Fragment != "":
		return ErrAddress
	case u.User != nil && !goodUser.MatchString(u.User.Username()):
		return ErrAddress
	}
	return nil
}

var goodBranch = regexp.MustCompile(`^[A-Za-z0-9_][A-Za-z0-9._/-]{0,99}$`)

// GoodBranch tells whether a branch may have this name: those that git takes, without the odd ones.
func GoodBranch(name string) bool {
	if !goodBranch.MatchString(name) || strings.Contains(name, "..") {
		return false
	}
	for part := range strings.SplitSeq(name, "/") {
		if part == "" || part[0] == '.' || strings.HasSuffix(part, ".") || strings.HasSuffix(part, ".lock") {
			return false
		}
	}
	return name != "HEAD"
}

// GoodBranchFolder tells whether a folder of a branch may have this name; "" is its top.
func GoodBranchFolder(name string) bool {
	if name == "" {
		return true
	}
	for part := range strings.SplitSeq(name, "/") {
		if part == "" || part == "." || part == ".." || strings.EqualFold(part, ".git") || strings.ContainsFunc(part, func(r rune) bool { return r < ' ' || strings.ContainsRune(`"\:*?<>|`, r) }) {
			return false
		}
	}
	return true
}

// goodSigner tells whether a commit may be signed so: the signs that part name and address stand in neither.
func goodSigner(name, email string) bool {
	odd := func(r rune) bool { return r < ' ' || r == '<' || r == '>' || r == 0x7F }
	return !strings.ContainsFunc(name+email, odd) && strings.TrimSpace(name) != "" && strings.Contains(email, "@")
}
