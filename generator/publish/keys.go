package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/agent"
	"golang.org/x/crypto/ssh/knownhosts"
)

// Keys are what a host is let in with. They come from the environment, from an agent or from files outside the site, and are never shown.
type Keys struct {
	Agent      string   // socket of the agent; empty: none
	Files      []string // of private keys; those that are not there are passed over
	Passphrase string   // of the key files
	Password   string
	KnownHosts []string // files with the keys of hosts
	Jail       string   // the site's folder: no key file may lie in it
}

// What can be wrong with keys. [HostKey] tells of a host that is not the one known.
var (
	ErrNoKeys     = errors.New("there is no key, no agent and no password for the host")
	ErrKeyInside  = errors.New("the key file lies in the folder of the site")
	ErrPassphrase = errors.New("the key file wants a passphrase")
	ErrRefused    = errors.New("the host does not let in with these keys")
)

// HostKey tells that the host's key is not known, or is another than the one known.
type HostKey struct {
	Host, Kind, Fingerprint string
	Changed                 bool
}

func (h *HostKey) Error() string {
	if h.Changed {
		return fmt.Sprintf("the key of %s is another than the one known: %s %s", h.Host, h.Kind, h.Fingerprint)
	}
	return fmt.Sprintf("the key of %s is not known: %s %s", h.Host, h.Kind, h.Fingerprint)
}

// config is how a line is opened. closeAll ends the talk with the agent.
func (k Keys) config(h Host) (config *ssh.ClientConfig, closeAll func(), err error) {
	closeAll = func() {}
	check, algorithms, err := k.hostCheck(h.Address())
	if err != nil {
		return nil, closeAll, err
	}
	config = &ssh.ClientConfig{User: h.User, HostKeyCallback: check, HostKeyAlgorithms: algorithms, Timeout: patience}
	signers, err := k.signers()
	if err != nil {
		return nil, closeAll, err
	}
	if conn := dialAgent(k.Agent); conn != nil {
		closeAll = func() { conn.Close() } // unchecked: nothing was asked any more
		client := agent.NewClient(conn)
		config.Auth = append(config.Auth, ssh.PublicKeysCallback(func() ([]ssh.Signer, error) {
			held, err := client.Signers()
			if err != nil {
				return signers, nil // the agent has gone; the files are left
			}
			return append(held, signers...), nil
		}))
	} else if len(signers) > 0 {
		config.Auth = append(config.Auth, ssh.PublicKeys(signers...))
	}
	if k.Password != "" {
		config.Auth = append(config.Auth, ssh.Password(k.Password), ssh.KeyboardInteractive(func(_, _ string, questions []string, echos []bool) ([]string, error) {
			answers := make([]string, len(questions))
			for i := range answers {
				if !echos[i] {
					answers[i] = k.Password
				}
			}
			return answers, nil
		}))
	}
	if len(config.Auth) == 0 {
		return nil, closeAll, ErrNoKeys
	}
	return config, closeAll, nil
}

// dialAgent reaches the agent; nil if there is none.
func dialAgent(socket string) net.Conn {
	if socket == "" {
		return nil
	}
	conn, err := net.Dial("unix", socket)
	if err != nil {
		return nil
	}
	return conn
}

// signers reads the key files.
func (k Keys) signers() ([]ssh.Signer, error) {
	var list []ssh.Signer
	for _, name := range k.Files {
		data, err := os.ReadFile(name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err == nil && inside(name, k.Jail) {
			return nil, fmt.Errorf("%w: %s", ErrKeyInside, name)
		}
		if err != nil {
			return nil, err
		}
		signer, err := ssh.ParsePrivateKey(data)
		if missing := (*ssh.PassphraseMissingError)(nil); errors.As(err, &missing) {
			if k.Passphrase == "" {
				if k.Agent != "" || k.Password != "" {
					continue // the agent holds it, most likely
				}
				return nil, fmt.Errorf("%w: %s", ErrPassphrase, name)
			}
			signer, err = ssh.ParsePrivateKeyWithPassphrase(data, []byte(k.Passphrase))
		}
		if err != nil {
			return nil, fmt.Errorf("key file %s: %w", name, err)
		}
		list = append(list, signer)
	}
	return list, nil
}

// inside tells whether a file lies in a folder, whatever links lead to either.
func inside(name, folder string) bool {
	if folder == "" {
		return false
	}
	rel, err := filepath.Rel(resolved(folder), resolved(name))
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

func resolved(name string) string {
	if full, err := filepath.Abs(name); err == nil {
		name = full
	}
	if real, err := filepath.EvalSymlinks(name); err == nil {
		name = real
	}
	return name
}

// hostCheck compares the host's key with those known. algorithms are the kinds of keys that are known of it, so that a host with several shows one of them.
func (k Keys) hostCheck(address string) (check ssh.HostKeyCallback, algorithms []string, err error) {
	var files []string
	for _, name := range k.KnownHosts {
		if _, err := os.Stat(name); err == nil {
			files = append(files, name)
		}
	}
	known, err := knownhosts.New(files...)
	if err != nil {
		return nil, nil, err
	}
	check = func(host string, remote net.Addr, key ssh.PublicKey) error {
		err := known(host, remote, key)
		wrong, revoked := (*knownhosts.KeyError)(nil), (*knownhosts.RevokedError)(nil)
		if errors.As(err, &wrong) || errors.As(err, &revoked) {
			return &HostKey{host, key.Type(), ssh.FingerprintSHA256(key), revoked != nil || len(wrong.Want) > 0}
		}
		return err
	}
	return check, algorithmsOf(known, address), nil
}

// algorithmsOf asks what keys of a host are known, by showing one that nobody has.
func algorithmsOf(known ssh.HostKeyCallback, address string) []string {
	var wrong *knownhosts.KeyError
	if !errors.As(known(address, &net.TCPAddr{}, noKey{}), &wrong) {
		return nil
	}
	var list []string
	for _, k := range wrong.Want {
		switch kind := k.Key.Type(); kind {
		case ssh.KeyAlgoRSA:
			list = append(list, ssh.KeyAlgoRSASHA512, ssh.KeyAlgoRSASHA256)
		default:
			list = append(list, kind)
		}
	}
	return list
}

// noKey is a key that no host has.
type noKey struct{}

func (noKey) Type() string                        { return "none" }
func (noKey) Marshal() []byte                     { return []byte("none") }
func (noKey) Verify([]byte, *ssh.Signature) error { return errors.New("it is no key") }

// refusal finds out why no line came to be: the host's key, ours, or the line itself.
func refusal(err error) error {
	var key *HostKey
	switch {
	case errors.As(err, &key):
		return key
	case strings.Contains(err.Error(), "unable to authenticate"), strings.Contains(err.Error(), "unexpected message type 51"): // 51 is «no» (RFC 4252)
		return ErrRefused
	case strings.Contains(err.Error(), "no common algorithm"):
		return err
	}
	return fmt.Errorf("%w: %w", ErrLine, err)
}
