// Package stems measures the keys of the search against a dictionary: Debian's hunspell-uk, which stands on the machine that tests and never in
// the product. Every eleventh word of it is written in all its forms. The keys are good when the forms of one word have one key, and the
// forms of two words two.
//
//	go test ./stems -v
package stems

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// What is recorded in docs/search.md. The test fails when a figure gets worse.
const (
	leastOneKey     = 0.895 // words whose forms have one key
	mostKeysOfWord  = 1.24
	mostKeysOfNoun  = 1.012 // of words that are no verbs
	mostWordsOfKey  = 1.026
	paradigmsAtMost = 30_000
	everyWord       = 11
)

const folder = "/usr/share/hunspell/"

// word is one entry of the dictionary in all its forms.
type word struct {
	verb  bool
	forms []string
}

func TestStems(t *testing.T) {
	words := paradigms(t)
	if len(words) < 20_000 || len(words) > paradigmsAtMost {
		t.Fatalf("%d words: not the dictionary that was measured", len(words))
	}
	keys := keysOf(t, words)
	f := measure(words, keys)
	t.Logf("%d words, %d of them verbs: %.1f %% have one key; %.3f keys a word (%.3f without verbs), %.3f words a key",
		len(words), f.verbs, 100*f.one, f.keysOfWord, f.keysOfNoun, f.wordsOfKey)
	if f.one < leastOneKey || f.keysOfWord > mostKeysOfWord || f.keysOfNoun > mostKeysOfNoun || f.wordsOfKey > mostWordsOfKey {
		t.Errorf("worse than recorded: at least %.3f, at most %.3f, %.3f, %.3f", leastOneKey, mostKeysOfWord, mostKeysOfNoun, mostWordsOfKey)
	}
}

type figures struct {
	verbs                                   int
	one, keysOfWord, keysOfNoun, wordsOfKey float64
}

func measure(words []word, keys map[string]string) figures {
	var f figures
	wordsOf := map[string]int{}
	all, ofNouns, one := 0, 0, 0
	for _, w := range words {
		own := map[string]bool{}
		for _, form := range w.forms {
			own[keys[form]] = true
		}
		for key := range own {
			wordsOf[key]++
		}
		all += len(own)
		if len(own) == 1 {
			one++
		}
		if w.verb {
			f.verbs++
		} else {
			ofNouns += len(own)
		}
	}
	n := float64(len(words))
	f.one, f.keysOfWord, f.keysOfNoun = float64(one)/n, float64(all)/n, float64(ofNouns)/(n-float64(f.verbs))
	f.wordsOfKey = float64(all) / float64(len(wordsOf))
	return f
}

// keysOf asks the product for the key of every form.
func keysOf(t *testing.T, words []word) map[string]string {
	var in bytes.Buffer
	var forms []string
	keys := map[string]string{}
	for _, w := range words {
		for _, form := range w.forms {
			if _, known := keys[form]; !known {
				keys[form] = ""
				forms = append(forms, form)
				fmt.Fprintln(&in, form)
			}
		}
	}
	c := exec.Command("go", "run", "tests/stems/keys.go")
	c.Dir, c.Stdin, c.Stderr = "../..", &in, os.Stderr
	c.Env = append(os.Environ(), "GOFLAGS=")
	out, err := c.Output()
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(string(out), "\n"), "\n")
	if len(lines) != len(forms) {
		t.Fatalf("%d keys for %d forms", len(lines), len(forms))
	}
	for i, form := range forms {
		keys[form] = lines[i]
	}
	return keys
}

// rule is one line of the affix file: what is taken from the end of a word, what is put there, and which ends it is for.
type rule struct {
	strip, add string
	ends       *regexp.Regexp
}

// paradigms expands every eleventh word of the dictionary.
func paradigms(t *testing.T) []word {
	rules := readRules(t)
	var words []word
	n := 0
	lines(t, "uk_UA.dic", func(line string) {
		n++
		entry, _, _ := strings.Cut(line, " ")
		base, flags, ok := strings.Cut(entry, "/")
		if n == 1 || n%everyWord != 0 || !ok {
			return
		}
		w := word{verb: strings.HasSuffix(base, "ти") || strings.HasSuffix(base, "тися"), forms: []string{base}}
		seen := map[string]bool{base: true, strings.ToLower(base): true}
		for _, flag := range flags {
			for _, r := range rules[flag] {
				if form := strings.TrimSuffix(base, r.strip) + r.add; strings.HasSuffix(base, r.strip) && r.ends.MatchString(base) && !seen[form] {
					seen[form] = true
					w.forms = append(w.forms, form)
				}
			}
		}
		if len(w.forms) > 1 {
			words = append(words, w)
		}
	})
	return words
}

func readRules(t *testing.T) map[rune][]rule {
	rules, ends := map[rune][]rule{}, map[string]*regexp.Regexp{}
	lines(t, "uk_UA.aff", func(line string) {
		f := strings.Fields(line)
		if len(f) < 5 || f[0] != "SFX" {
			return
		}
		add, _, _ := strings.Cut(f[3], "/")
		r := rule{strip: strings.TrimPrefix(f[2], "0"), add: strings.TrimPrefix(add, "0")}
		if ends[f[4]] == nil {
			ends[f[4]] = regexp.MustCompile(f[4] + "$")
		}
		r.ends = ends[f[4]]
		flag := []rune(f[1])[0]
		rules[flag] = append(rules[flag], r)
	})
	return rules
}

// lines hands on the lines of a file of the dictionary. Without it nothing is measured, and that is a failure.
func lines(t *testing.T, name string, line func(string)) {
	f, err := os.Open(folder + name)
	if err != nil {
		t.Fatalf("%v: tests/install.sh brings the dictionary", err)
	}
	defer f.Close() // unchecked: it was only read
	in := bufio.NewReader(f)
	for {
		text, err := in.ReadString('\n')
		if text != "" {
			line(strings.TrimRight(text, "\r\n"))
		}
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}
