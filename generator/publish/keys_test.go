package publish

import (
	"crypto/ed25519"
	"crypto/rand"
	"crypto/rsa"
	"encoding/pem"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/knownhosts"
)

// TestPassphrase: a key file that wants a passphrase is opened with it; without one it is told, unless something else may let in.
func TestPassphrase(t *testing.T) {
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	block, err := ssh.MarshalPrivateKeyWithPassphrase(private, "", []byte("таємниця"))
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "key")
	if err := os.WriteFile(file, pem.EncodeToMemory(block), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name string
		keys Keys
		want int
		err  error
	}{
		{"with it", Keys{Passphrase: "таємниця"}, 1, nil},
		{"without", Keys{}, 0, ErrPassphrase},
		{"without, with a password for the host", Keys{Password: "інша"}, 0, nil},
		{"without, with an agent", Keys{Agent: "/run/agent"}, 0, nil},
	} {
		test.keys.Files = []string{file, file + "-that-is-not-there"}
		signers, err := test.keys.signers()
		if len(signers) != test.want || !errors.Is(err, test.err) {
			t.Errorf("%s: %d keys, %v", test.name, len(signers), err)
		}
	}
	if signers, err := (Keys{Files: []string{file}, Passphrase: "не та", Password: "інша"}).signers(); err == nil {
		t.Errorf("with another: %d keys", len(signers))
	}
}

// TestAlgorithms: a host of which keys are known is asked for one of these; of any other, for whatever it has.
func TestAlgorithms(t *testing.T) {
	first, _, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	second, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	var lines string
	for _, public := range []any{first, &second.PublicKey} {
		key, err := ssh.NewPublicKey(public)
		if err != nil {
			t.Fatal(err)
		}
		lines += knownhosts.Line([]string{"host.example.org:2222"}, key) + "\n"
	}
	file := filepath.Join(t.TempDir(), "known_hosts")
	if err := os.WriteFile(file, []byte(lines), 0o600); err != nil {
		t.Fatal(err)
	}
	for address, want := range map[string][]string{
		"host.example.org:2222": {ssh.KeyAlgoED25519, ssh.KeyAlgoRSASHA512, ssh.KeyAlgoRSASHA256},
		"host.example.org:22":   nil,
		"other.example.org:22":  nil,
	} {
		_, got, err := Keys{KnownHosts: []string{file, file + "-that-is-not-there"}}.hostCheck(address)
		if slices.Sort(got); err != nil || !slices.Equal(got, slices.Sorted(slices.Values(want))) {
			t.Errorf("%s: %v, %v", address, got, err)
		}
	}
}
