package publish

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
)

// StorageKeys are what a storage is opened with: a key and its secret from the environment, or a file outside the site. They are never shown.
type StorageKeys struct {
	Secret
	File    string // as the programs of Amazon write it; read where no key is given
	Profile string // a part of the file; empty: «default»
	Must    bool   // the file was named, so it has to be there
	Jail    string // the site's folder: the file may not lie in it
}

// Secret is a key of a storage. The token is needed only with keys that are given for a while.
type Secret struct{ Key, Secret, Token string }

// String keeps it from being shown by a slip.
func (Secret) String() string { return "(a key)" }

// GoString does so for %#v.
func (s Secret) GoString() string { return s.String() }

// value finds the key to use.
func (k StorageKeys) value() (Secret, error) {
	key, secret := strings.TrimSpace(k.Key), strings.TrimSpace(k.Secret.Secret)
	if key != "" && secret != "" {
		return Secret{key, secret, strings.TrimSpace(k.Token)}, nil
	}
	if key != "" || secret != "" || k.File == "" {
		return Secret{}, ErrNoStorageKey // the half of one is a slip, and no reason to take another
	}
	info, err := os.Stat(k.File)
	switch {
	case errors.Is(err, fs.ErrNotExist) && !k.Must:
		return Secret{}, ErrNoStorageKey
	case err != nil, info.IsDir():
		return Secret{}, fmt.Errorf("%w: %s", ErrKeyFile, k.File)
	case inside(k.File, k.Jail):
		return Secret{}, fmt.Errorf("%w: %s", ErrKeyInside, k.File)
	}
	data, err := os.ReadFile(k.File)
	if err != nil {
		return Secret{}, fmt.Errorf("%w: %s", ErrKeyFile, k.File)
	}
	found := readSecrets(string(data))[cmp.Or(k.Profile, "default")]
	if found.Key == "" || found.Secret == "" {
		return Secret{}, fmt.Errorf("%w: %s", ErrKeyFile, k.File) // and nothing of what stands in it
	}
	return found, nil
}

// readSecrets reads what the programs of Amazon keep keys in: parts under names in brackets, and in each a line for a key, for its secret, for a token. Other
// lines, with which those programs ask the network or another program, are passed over.
func readSecrets(text string) map[string]Secret {
	parts, part := map[string]Secret{}, ""
	for line := range strings.Lines(strings.TrimLeft(text, "\ufeff")) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "[") && strings.HasSuffix(line, "]") {
			part = strings.TrimSpace(line[1 : len(line)-1])
			continue
		}
		name, value, _ := strings.Cut(line, "=")
		found := parts[part]
		switch value = strings.TrimSpace(value); strings.TrimSpace(name) {
		case "aws_access_key_id":
			found.Key = value
		case "aws_secret_access_key":
			found.Secret = value
		case "aws_session_token":
			found.Token = value
		default:
			continue
		}
		parts[part] = found
	}
	return parts
}
