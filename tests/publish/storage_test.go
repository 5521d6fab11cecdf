package publish

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const (
	gateway     = "../.tools/versitygw"
	bucketName  = "som-sait"
	storageKey  = "AKIDPROBA"
	storageWord = "secret-storage-word"
	guestKey    = "AKIDHIST"
	guestWord   = "secret-guest-word"
)

// storage is a storage that speaks S3, over a folder of this machine, with a line to it that can be cut and a web server for visitors.
type storage struct {
	*host
	site string // the address of the web server
}

// startStorage starts the storage on loopback. It has one bucket, which everybody may read, and knows a key that may do everything and one that may do nothing.
func startStorage(t *testing.T) *storage {
	t.Helper()
	if !*withServer {
		t.Skip("make publish starts the storage")
	}
	program, err := filepath.Abs(gateway)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(program); err != nil {
		t.Fatal("there is no storage: call tests/install.sh storage")
	}
	top := t.TempDir()
	s := &storage{host: &host{dir: t.TempDir(), port: freePort(t), public: filepath.Join(top, bucketName, "sait")}, site: "127.0.0.1:" + freePort(t)}
	if err := os.Mkdir(filepath.Join(s.dir, "iam"), 0o700); err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	server := exec.Command(program, "--port", "127.0.0.1:"+s.port, "--website", s.site, "--website-domain", "localhost", "--iam-dir", filepath.Join(s.dir, "iam"), "--quiet", "posix", top)
	server.Env = []string{"ROOT_ACCESS_KEY=" + storageKey, "ROOT_SECRET_KEY=" + storageWord}
	server.Stdout, server.Stderr = &said, &said
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	answering(t, server, s.port, &said)
	s.ask(t, "PUT", "/"+bucketName, "", "")
	s.ask(t, "PUT", "/"+bucketName, "policy=", `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":["s3:GetObject"],"Resource":["arn:aws:s3:::`+bucketName+`/*"]}]}`)
	s.ask(t, "PUT", "/"+bucketName, "website=", `<WebsiteConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><IndexDocument><Suffix>index.html</Suffix></IndexDocument><ErrorDocument><Key>sait/404.html</Key></ErrorDocument></WebsiteConfiguration>`)
	guest := exec.Command(program, "admin", "--access", storageKey, "--secret", storageWord, "--endpoint-url", "http://127.0.0.1:"+s.port, "create-user", "-a", guestKey, "-s", guestWord, "-r", "user")
	if out, err := guest.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	s.line(t)
	s.env = append(os.Environ(), "LANG=uk_UA.UTF-8", "LC_ALL=", "HOME="+s.dir, "VITRYNA_PUBLISHER=proba", "VITRYNA_S3_KEY="+storageKey, "VITRYNA_S3_SECRET="+storageWord,
		"VITRYNA_STATE="+filepath.Join(s.dir, "state"), "VITRYNA_CACHE="+filepath.Join(s.dir, "cache"))
	return s
}

// ask does something as the bucket's owner, by a signature of our own (AWS Signature Version 4): so the program's is not compared with itself.
func (s *storage) ask(t *testing.T, method, path, query, body string) {
	t.Helper()
	day := time.Now().UTC().Format("20060102T150405Z")
	mac := func(key []byte, text string) []byte {
		h := hmac.New(sha256.New, key)
		io.WriteString(h, text) // unchecked: into memory
		return h.Sum(nil)
	}
	hexed := func(text string) string {
		sum := sha256.Sum256([]byte(text))
		return hex.EncodeToString(sum[:])
	}
	address := "127.0.0.1:" + s.port
	scope := day[:8] + "/us-east-1/s3/aws4_request"
	const signed = "host;x-amz-content-sha256;x-amz-date"
	canonical := strings.Join([]string{method, path, query, "host:" + address, "x-amz-content-sha256:" + hexed(body), "x-amz-date:" + day, "", signed, hexed(body)}, "\n")
	key := []byte("AWS4" + storageWord)
	for _, word := range strings.Split(scope, "/") {
		key = mac(key, word)
	}
	signature := hex.EncodeToString(mac(key, "AWS4-HMAC-SHA256\n"+day+"\n"+scope+"\n"+hexed(canonical)))
	r, err := http.NewRequest(method, "http://"+address+path+"?"+query, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("X-Amz-Date", day)
	r.Header.Set("X-Amz-Content-Sha256", hexed(body))
	r.Header.Set("Authorization", fmt.Sprintf("AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s", storageKey, scope, signed, signature))
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	said, _ := io.ReadAll(answer.Body)
	answer.Body.Close() // unchecked: it was read
	if answer.StatusCode >= 300 {
		t.Fatalf("%s %s?%s: %s\n%s", method, path, query, answer.Status, said)
	}
}

// target is the bucket as site.yaml names it.
func (s *storage) target() string {
	return fmt.Sprintf("{name: proba, to: s3, endpoint: \"http://127.0.0.1:%s\", bucket: %s, folder: sait}", s.proxy, bucketName)
}

// get asks the web server for a file, as a visitor does.
func (s *storage) get(name string) ([]byte, http.Header, error) {
	r, err := http.NewRequest("GET", "http://"+s.site+"/sait/"+strings.TrimSuffix(name, "index.html"), nil)
	if err != nil {
		return nil, nil, err
	}
	r.Host = bucketName + ".localhost"
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return nil, nil, err
	}
	defer answer.Body.Close() // unchecked: it was read only
	if answer.StatusCode == http.StatusNotFound {
		return nil, nil, fs.ErrNotExist
	}
	data, err := io.ReadAll(answer.Body)
	if err == nil && answer.StatusCode != http.StatusOK {
		err = fmt.Errorf("%s: %s", name, answer.Status)
	}
	return data, answer.Header, err
}

// run calls the program.
func (s *storage) run(t *testing.T, dir string, env []string, args ...string) (string, error) {
	run := exec.Command(vitryna(t), append([]string{"publish"}, args...)...)
	run.Dir, run.Env = dir, append(s.env[:len(s.env):len(s.env)], env...)
	out, err := run.CombinedOutput()
	if bytes.Contains(out, []byte("secret-")) || bytes.Contains(out, []byte("AKID")) {
		t.Errorf("something secret is said:\n%s", out)
	}
	return string(out), err
}

// The line is cut, the program is killed, the site changes meanwhile: visitors who come by the storage's own web server see pages with all their parts.
func TestStorageCutAndKilled(t *testing.T) {
	s, dir := startStorage(t), t.TempDir()
	s.ask(t, "PUT", "/"+bucketName+"/sait/foreign.txt", "", "keep")
	s.slow = 10 * time.Millisecond // else all is done before it can be cut
	harass(t, s.host, s.target(), dir, func() string {
		return lacks(pages(s.public), func(name string) ([]byte, error) {
			data, _, err := s.get(name)
			return data, err
		})
	})
	if data, _, err := s.get("foreign.txt"); err != nil || string(data) != "keep" {
		t.Errorf("what somebody else put there: %q, %v", data, err)
	}
	for name, want := range map[string][2]string{"index.html": {"text/html; charset=utf-8", "no-cache"}, "sw.js": {"text/javascript; charset=utf-8", "no-cache"}} {
		if _, header, err := s.get(name); err != nil || header.Get("Content-Type") != want[0] || header.Get("Cache-Control") != want[1] {
			t.Errorf("%s: %v, %v", name, header, err)
		}
	}
}

// Who is let in, and what is said where not.
func TestStorageKeys(t *testing.T) {
	s, dir := startStorage(t), t.TempDir()
	s.write(t, "credentials", "[default]\naws_access_key_id = "+storageKey+"\naws_secret_access_key = "+storageWord+"\n")
	s.write(t, "guest", "[default]\naws_access_key_id = "+guestKey+"\naws_secret_access_key = "+guestWord+"\n")
	none := []string{"VITRYNA_S3_KEY=", "VITRYNA_S3_SECRET=", "AWS_ACCESS_KEY_ID=", "AWS_SECRET_ACCESS_KEY=", "AWS_SHARED_CREDENTIALS_FILE="}
	with := func(env ...string) []string { return append(none[:len(none):len(none)], env...) }
	other := func(old, now string) string { return strings.Replace(s.target(), old, now, 1) }
	for _, test := range []struct {
		name, target string
		env          []string
		says         string // "" where it is let in
	}{
		{"no key", s.target(), none, "нема чим увійти до сховища"},
		{"a wrong secret", s.target(), with("VITRYNA_S3_KEY="+storageKey, "VITRYNA_S3_SECRET=secret-other"), "content/site.yaml:7: ціль «proba»: сховище не знає такого ключа"},
		{"a wrong key", s.target(), with("VITRYNA_S3_KEY=AKIDNEMA", "VITRYNA_S3_SECRET="+storageWord), "сховище не знає такого ключа"},
		{"a key without rights", s.target(), with("VITRYNA_S3_FILE=" + filepath.Join(s.dir, "guest")), "ключ не має на це права"},
		{"a file that is not there", s.target(), with("VITRYNA_S3_FILE=" + filepath.Join(s.dir, "none")), "у файлі немає ключа"},
		{"another bucket", other(bucketName, "nema-takoho"), nil, "такого бакета у сховищі немає"},
		{"another region", other("folder:", "region: eu-7, folder:"), nil, "бакет лежить в іншому регіоні"},
		{"an address of a page", other("http://127.0.0.1:"+s.proxy, "https://127.0.0.1:"+s.proxy), nil, "за цією адресою сховища немає"},
		{"a line that is not encrypted", other("http://127.0.0.1:"+s.proxy, "http://s3.example.org"), nil, "E-PATTERN"},
		{"the names that Amazon's programs know", s.target(), with("AWS_ACCESS_KEY_ID="+storageKey, "AWS_SECRET_ACCESS_KEY="+storageWord), ""},
		{"a file of keys, and the region", other("folder:", "region: us-east-1, bucket_in: path, folder:"), with("VITRYNA_S3_FILE=" + filepath.Join(s.dir, "credentials")), ""},
	} {
		site(t, dir, test.target, 1)
		out, err := s.run(t, dir, test.env)
		if (err == nil) != (test.says == "") || !strings.Contains(out, test.says) {
			t.Errorf("%s: %v\n%s", test.name, err, out)
		}
		if entries, _ := os.ReadDir(s.public); test.says != "" && len(entries) > 0 {
			t.Errorf("%s: something was published", test.name)
		}
	}
	site(t, dir, s.target(), 1)
	in := filepath.Join(dir, "content", "credentials")
	if err := os.WriteFile(in, []byte(s.read(t, "credentials")), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := s.run(t, dir, with("VITRYNA_S3_FILE="+in)); err == nil || !strings.Contains(out, "лежить у теці сайту") {
		t.Errorf("a file of keys in the site: %v\n%s", err, out)
	}
}

// What others have put into the bucket stays, and whoever has published since is not overwritten.
func TestStorageOfOthers(t *testing.T) {
	s, dir := startStorage(t), t.TempDir()
	site(t, dir, s.target(), 1)
	says := func(words string, env []string, args ...string) {
		t.Helper()
		out, err := s.run(t, dir, env, args...)
		if wrong := strings.HasPrefix(words, "!"); wrong != (err != nil) || !strings.Contains(out, strings.TrimPrefix(words, "!")) {
			t.Errorf("%v %v: %v\n%s", env, args, err, out)
		}
	}
	s.ask(t, "PUT", "/"+bucketName+"/sait/index.html", "", "somebody's own")
	says("!Вітрина не викладала", nil)
	s.ask(t, "DELETE", "/"+bucketName+"/sait/index.html", "", "")
	s.ask(t, "PUT", "/"+bucketName+"/sait/news/foreign.txt", "", "keep")
	says("+ news/proba-01/index.html\n", nil, "--dry-run")
	if _, _, err := s.get("index.html"); err == nil {
		t.Error("--dry-run published")
	}
	says("Викладено (proba)", nil)
	says("Викладено (proba): 0 файлів", nil)
	site(t, dir, s.target(), 3) // one is gone
	says("- news/proba-01/index.html\n", nil, "--dry-run")
	says("Викладено (proba)", nil)
	if _, _, err := s.get("news/proba-01/index.html"); err == nil {
		t.Error("a page that is no part of the site stayed")
	}
	if data, _, err := s.get("news/foreign.txt"); err != nil || string(data) != "keep" {
		t.Errorf("what somebody else put there: %q, %v", data, err)
	}
	susid := []string{"VITRYNA_PUBLISHER=susid", "VITRYNA_STATE=" + filepath.Join(s.dir, "other")}
	says("!після вас викладав хтось інший", susid)
	says("Викладено (proba)", susid, "--take-over")
	site(t, dir, s.target(), 2)
	says("Викладено (proba)", susid)
	says("!комп’ютер susid", nil)
}
