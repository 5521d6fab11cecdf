package publish

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log"
	"maps"
	mathrand "math/rand/v2"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

const (
	testKey    = "AKIDPROBA"
	testSecret = "taiemnyi-sekret"
)

// vault is a storage in this process: one bucket, whose lines can be cut after so many bytes. It lists three names at a time.
type vault struct {
	Bucket
	mu      sync.Mutex
	objects map[string]string
	headers map[string]http.Header // of what was put
	answers string                 // a code that answers everything
	status  int
	lists   int
	cut     atomic.Int64
}

func (v *vault) keys() StorageKeys {
	return StorageKeys{Secret: Secret{Key: testKey, Secret: testSecret}}
}

// store starts a storage.
func store(t *testing.T) *vault {
	t.Helper()
	v := &vault{objects: map[string]string{}, headers: map[string]http.Header{}}
	server := httptest.NewUnstartedServer(v)
	server.Listener = cutListener{server.Listener, &v.cut}
	server.Start()
	t.Cleanup(server.Close)
	v.Bucket = Bucket{Endpoint: server.URL, Name: "som-sait", Folder: "/dim/sait/"}
	return v
}

// cutListener makes connections that are cut.
type cutListener struct {
	net.Listener
	left *atomic.Int64
}

func (l cutListener) Accept() (net.Conn, error) {
	conn, err := l.Listener.Accept()
	return cutting{conn, l.left}, err
}

func (v *vault) refuse(w http.ResponseWriter, status int, code string) {
	w.WriteHeader(status)
	fmt.Fprintf(w, "<Error><Code>%s</Code><Message>%s %s</Message><AWSAccessKeyId>%s</AWSAccessKeyId></Error>", code, testKey, testSecret, testKey)
}

func (v *vault) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	v.mu.Lock()
	defer v.mu.Unlock()
	key, within := strings.CutPrefix(r.URL.Path, "/som-sait/")
	sum := sha256.Sum256(body)
	switch {
	case v.answers != "":
		v.refuse(w, v.status, v.answers)
	case !strings.Contains(r.Header.Get("Authorization"), "Credential="+testKey+"/"):
		v.refuse(w, http.StatusForbidden, "InvalidAccessKeyId")
	case !within:
		v.refuse(w, http.StatusNotFound, "NoSuchBucket")
	case r.URL.Query().Has("location"):
		io.WriteString(w, `<LocationConstraint xmlns="http://s3.amazonaws.com/doc/2006-03-01/"></LocationConstraint>`) // unchecked: the line is cut
	case r.Method == http.MethodGet && key == "":
		v.list(w, r)
	case r.Method == http.MethodGet:
		text, there := v.objects[key]
		if !there {
			v.refuse(w, http.StatusNotFound, "NoSuchKey")
			return
		}
		w.Header().Set("Last-Modified", "Fri, 20 Nov 2026 10:00:00 GMT")
		io.WriteString(w, text) // unchecked: the line is cut
	case r.Method == http.MethodPut && (err != nil || int64(len(body)) != r.ContentLength || r.Header.Get("X-Amz-Content-Sha256") != hex.EncodeToString(sum[:])):
		v.refuse(w, http.StatusBadRequest, "XAmzContentSHA256Mismatch")
	case r.Method == http.MethodPut:
		v.objects[key], v.headers[key] = string(body), r.Header
	case r.Method == http.MethodDelete:
		delete(v.objects, key)
		w.WriteHeader(http.StatusNoContent)
	default:
		v.refuse(w, http.StatusNotImplemented, "NotImplemented")
	}
}

// list answers with the next three names or folders.
func (v *vault) list(w http.ResponseWriter, r *http.Request) {
	v.lists++
	q := r.URL.Query()
	type object struct {
		Key  string
		Size int
	}
	type folder struct{ Prefix string }
	var answer struct {
		XMLName               xml.Name `xml:"ListBucketResult"`
		IsTruncated           bool
		NextContinuationToken string
		Contents              []object
		CommonPrefixes        []folder
	}
	last, seen := "", 0
	for _, key := range slices.Sorted(maps.Keys(v.objects)) {
		rest, below := strings.CutPrefix(key, q.Get("prefix"))
		if !below {
			continue
		}
		name, _, deeper := strings.Cut(rest, "/")
		if deeper {
			key = q.Get("prefix") + name + "/"
		}
		if key <= q.Get("continuation-token") || key == last {
			continue
		}
		if seen++; seen > 3 {
			answer.IsTruncated, answer.NextContinuationToken = true, last
			break
		}
		last = key
		if deeper {
			answer.CommonPrefixes = append(answer.CommonPrefixes, folder{key})
		} else {
			answer.Contents = append(answer.Contents, object{key, len(v.objects[key])})
		}
	}
	xml.NewEncoder(w).Encode(answer) // unchecked: the line is cut
}

// under are the objects below the folder that is published to.
func (v *vault) under(prefix string) map[string]string {
	v.mu.Lock()
	defer v.mu.Unlock()
	files := map[string]string{}
	for key, text := range v.objects {
		if name, below := strings.CutPrefix(key, prefix); below {
			files[name] = text
		}
	}
	return files
}

func open(t *testing.T, v *vault) Target {
	t.Helper()
	target, err := newStorage(v.Bucket, v.keys())
	if err != nil {
		t.Fatal(err)
	}
	return target
}

// The line is cut after some bytes, again and again; the publication goes on by itself, or when it is called again, and ends as it should. What lies beside the
// folder is nobody's business.
func TestS3Cut(t *testing.T) {
	v := store(t)
	v.objects["index.html"], v.objects["dim/saitx"] = "keep", "keep"
	for name, text := range others {
		v.objects["dim/sait/"+name] = text
	}
	r := mathrand.New(mathrand.NewPCG(5, 6))
	p, cuts := &publisher{who: "one"}, 0
	for round := range 24 {
		v.cut.Store(int64(1 + r.IntN(20_000)))
		site := sites[round%len(sites)]
		for try := 0; ; try++ {
			err := p.publish(open(t, v), site, 3, false)
			if err == nil {
				break
			}
			if !errors.Is(err, ErrLine) || try > 3 {
				t.Fatalf("round %d: %v", round, err)
			}
		}
		if v.cut.Load() == 0 {
			cuts++
		}
		if diff := cmp.Diff(finished(site), without(v.under("dim/sait/"), ManifestFile)); diff != "" {
			t.Fatalf("round %d:\n%s", round, diff)
		}
	}
	if v.objects["index.html"] != "keep" || v.objects["dim/saitx"] != "keep" {
		t.Error("something beside the folder was touched")
	}
	if cuts < 12 {
		t.Errorf("only %d lines were cut", cuts)
	}
}

// What is told of a file is what browsers need.
func TestS3Headers(t *testing.T) {
	v := store(t)
	target := open(t, v)
	const year = "public, max-age=31536000, immutable"
	for name, want := range map[string][2]string{
		"index.html":                       {"text/html; charset=utf-8", "no-cache"},
		"assets/site.0123abcd.css":         {"text/css; charset=utf-8", year},
		"assets/site.0123abcd.css.gz":      {"application/gzip", year},
		"a/foto-640.0123456789abcdef.webp": {"image/webp", year},
		"sw.js":                            {"text/javascript; charset=utf-8", "no-cache"},
		"kalendar.ics":                     {"text/calendar; charset=utf-8", "no-cache"},
		"manifest.webmanifest":             {"application/manifest+json", "no-cache"},
		"a/Звіт.PDF":                       {"application/pdf", "no-cache"},
		"a/rozmova.opus":                   {"audio/ogg", "no-cache"},
		".nojekyll":                        {"text/plain; charset=utf-8", "no-cache"},
		"a/shchos.bin":                     {"application/octet-stream", "no-cache"},
	} {
		if err := target.Put(t.Context(), name, []byte(strings.Repeat("x", len(name)%2))); err != nil { // an empty file too
			t.Fatalf("%s: %v", name, err)
		}
		h := v.headers["dim/sait/"+name]
		if got := [2]string{h.Get("Content-Type"), h.Get("Cache-Control")}; got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// A folder is listed to its end, however many answers that takes; what some programs put there to mark it is none of its files.
func TestS3List(t *testing.T) {
	v := store(t)
	for _, name := range []string{"", "a.html", "a/", "a/x", "a/y/z", "b.html", "c.html", "d/q", "e.html", "f.html", "f/"} {
		v.objects["dim/sait/"+name] = name
	}
	list, err := open(t, v).List(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(list, func(a, b Entry) int { return strings.Compare(a.Name, b.Name) })
	want := []Entry{{Name: "a", Kind: Folder}, {Name: "a.html", Size: 6}, {Name: "b.html", Size: 6}, {Name: "c.html", Size: 6}, {Name: "d", Kind: Folder},
		{Name: "e.html", Size: 6}, {Name: "f", Kind: Folder}, {Name: "f.html", Size: 6}}
	if diff := cmp.Diff(want, list); diff != "" {
		t.Error(diff)
	}
	if v.lists < 3 {
		t.Errorf("asked %d times: the test lists one page only", v.lists)
	}
	if _, err := open(t, v).List(t.Context(), "none"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a folder that is not there: %v", err)
	}
	if err := open(t, v).Remove(t.Context(), "none/x.html"); err != nil {
		t.Errorf("a file that is not there: %v", err)
	}
}

// What a storage answers has a meaning, and neither the key nor what else the storage says gets into a message.
func TestS3Faults(t *testing.T) {
	for _, test := range []struct {
		code   string
		status int
		want   error
	}{
		{"InvalidAccessKeyId", 403, ErrStorageKey},
		{"SignatureDoesNotMatch", 403, ErrStorageKey},
		{"ExpiredToken", 400, ErrStorageKey},
		{"NichohoTakoho", 401, ErrStorageKey},
		{"AccessDenied", 403, ErrNoRight},
		{"NichohoTakoho", 403, ErrNoRight},
		{"NoSuchBucket", 404, ErrNoBucket},
		{"NoSuchKey", 404, fs.ErrNotExist},
		{"RequestTimeTooSkewed", 403, ErrClock},
		{"PermanentRedirect", 400, ErrRegion},
		{"SlowDown", 503, ErrLine},
		{"IncompleteBody", 400, ErrLine},
		{"NichohoTakoho", 502, ErrLine},
		{"NichohoTakoho", 429, ErrLine},
		{"NotImplemented", 501, ErrStorage},
		{"NichohoTakoho", 400, ErrStorage},
		{"\x1b[31m" + testSecret, 400, ErrStorage},
	} {
		v := store(t)
		v.Region = "eu-1" // else it is asked first
		v.answers, v.status = test.code, test.status
		_, read := open(t, v).Read(t.Context(), ManifestFile)
		_, list := open(t, v).List(t.Context(), "")
		put := open(t, v).Put(t.Context(), "index.html", []byte("x"))
		for _, err := range []error{read, list, put} {
			if !errors.Is(err, test.want) || strings.Contains(err.Error(), testSecret) || strings.Contains(err.Error(), testKey) || strings.Contains(err.Error(), "\x1b") {
				t.Errorf("%s %d: %q, want %q", test.code, test.status, err, test.want)
			}
		}
	}
}

// Where nothing listens, where something else does, and where it cannot prove who it is.
func TestS3Strangers(t *testing.T) {
	secure := httptest.NewUnstartedServer(http.NotFoundHandler())
	secure.Config.ErrorLog = log.New(io.Discard, "", 0) // it complains that nobody believes it
	secure.StartTLS()
	defer secure.Close()
	plain := httptest.NewServer(http.NotFoundHandler())
	defer plain.Close()
	for address, want := range map[string]error{
		"http://127.0.0.1:1": ErrLine, secure.URL: ErrCertificate, "https://" + strings.TrimPrefix(plain.URL, "http://"): ErrNoStorage, plain.URL: fs.ErrNotExist,
	} {
		bucket := Bucket{Endpoint: address, Region: "eu-1", Name: "som-sait"}
		target, err := newStorage(bucket, (&vault{}).keys())
		if err == nil {
			_, err = target.Read(t.Context(), ManifestFile)
		}
		if !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", address, err, want)
		}
		if _, opened := OpenS3(t.Context(), bucket, (&vault{}).keys()); (opened == nil) != errors.Is(want, fs.ErrNotExist) || opened != nil && !errors.Is(opened, want) {
			t.Errorf("%s: opening tells %v", address, opened)
		}
	}
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := open(t, store(t)).Read(gone, ManifestFile); !errors.Is(err, context.Canceled) {
		t.Errorf("a call that was taken back: %v", err)
	}
}

// A storage that is asked over https leads nobody to where it is not.
func TestS3StaysEncrypted(t *testing.T) {
	asked := false
	plain := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked = true }))
	defer plain.Close()
	secure := httptest.NewTLSServer(http.RedirectHandler(plain.URL, http.StatusTemporaryRedirect))
	defer secure.Close()
	client := http.Client{Transport: encrypted{secure.Client().Transport}}
	answer, err := client.Get(secure.URL)
	if err == nil {
		answer.Body.Close()
	}
	if fault := storageFault(t.Context(), err); !errors.Is(fault, ErrPlain) || asked {
		t.Errorf("%v, asked: %t", fault, asked)
	}
}

// A line on which nothing moves is cut, and not waited for.
func TestS3Silence(t *testing.T) {
	near, far := net.Pipe()
	defer far.Close()
	begin := time.Now()
	line := timely{near, 50 * time.Millisecond}
	if _, err := line.Read(make([]byte, 1)); !errors.Is(err, os.ErrDeadlineExceeded) || time.Since(begin) > 10*time.Second {
		t.Errorf("read: %v after %s", err, time.Since(begin))
	}
	if _, err := line.Write([]byte("x")); !errors.Is(err, os.ErrDeadlineExceeded) {
		t.Errorf("write: %v", err)
	}
}

func TestBucketAddress(t *testing.T) {
	for _, test := range []struct {
		bucket  Bucket
		address string
		want    error
	}{
		{Bucket{Endpoint: "s3.example.org", Name: "som"}, "s3://s3.example.org/som/", nil},
		{Bucket{Endpoint: "https://s3.example.org/", Name: "som", Folder: "sait"}, "s3://s3.example.org/som/sait/", nil},
		{Bucket{Endpoint: "https://s3.example.org:9000", Name: "som", Folder: "/a/../../b//c/"}, "s3://s3.example.org:9000/som/b/c/", nil},
		{Bucket{Endpoint: "http://127.0.0.1:7070", Name: "som"}, "s3://http://127.0.0.1:7070/som/", nil},
		{Bucket{Endpoint: "http://[::1]:7070", Name: "som"}, "s3://http://[::1]:7070/som/", nil},
		{Bucket{Endpoint: "http://localhost", Name: "som"}, "s3://http://localhost/som/", nil},
		{Bucket{Endpoint: "http://s3.example.org", Name: "som"}, "", ErrPlain},
		{Bucket{Endpoint: "http://127.0.0.1.example.org", Name: "som"}, "", ErrPlain},
		{Bucket{Endpoint: "ftp://s3.example.org", Name: "som"}, "", ErrPlain},
		{Bucket{Endpoint: "https://s3.example.org/som", Name: "som"}, "", ErrNoStorage},
		{Bucket{Endpoint: "https://key:secret@s3.example.org", Name: "som"}, "", ErrNoStorage},
		{Bucket{Endpoint: "", Name: "som"}, "", ErrNoStorage},
	} {
		_, err := newStorage(test.bucket, (&vault{}).keys())
		if !errors.Is(err, test.want) || err == nil && test.bucket.Address() != test.address {
			t.Errorf("%q: %q, %v", test.bucket.Endpoint, test.bucket.Address(), err)
		}
	}
}

func TestStorageKeys(t *testing.T) {
	home := t.TempDir()
	write := func(name, text string) string {
		name = filepath.Join(home, name)
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return name
	}
	file := write("credentials", "\ufeff# notes\r\n[default]\r\naws_access_key_id = AKID1\r\naws_secret_access_key=s/e=c1\r\n\r\n[ som ]\naws_access_key_id=AKID2\naws_secret_access_key=sec2\naws_session_token=t2\n[half]\naws_access_key_id=AKID3\n")
	for _, test := range []struct {
		name string
		keys StorageKeys
		want Secret
		err  error
	}{
		{"the environment", StorageKeys{Secret: Secret{Key: " AKID0 ", Secret: "sec0\n"}, File: file}, Secret{Key: "AKID0", Secret: "sec0"}, nil},
		{"half of it", StorageKeys{Secret: Secret{Key: "AKID0"}, File: file}, Secret{}, ErrNoStorageKey},
		{"a file", StorageKeys{File: file}, Secret{Key: "AKID1", Secret: "s/e=c1"}, nil},
		{"a part of it", StorageKeys{File: file, Profile: "som"}, Secret{"AKID2", "sec2", "t2"}, nil},
		{"half of a part", StorageKeys{File: file, Profile: "half"}, Secret{}, ErrKeyFile},
		{"a part that is not there", StorageKeys{File: file, Profile: "none"}, Secret{}, ErrKeyFile},
		{"nothing", StorageKeys{}, Secret{}, ErrNoStorageKey},
		{"no file", StorageKeys{File: file + "-none"}, Secret{}, ErrNoStorageKey},
		{"no file where one was named", StorageKeys{File: file + "-none", Must: true}, Secret{}, ErrKeyFile},
		{"a folder", StorageKeys{File: home}, Secret{}, ErrKeyFile},
		{"a file in the site", StorageKeys{File: file, Jail: home}, Secret{}, ErrKeyInside},
	} {
		got, err := test.keys.value()
		if got != test.want || !errors.Is(err, test.err) {
			t.Errorf("%s: %v", test.name, err)
		}
		if told := fmt.Sprint(err, test.keys, got) + fmt.Sprintf("%+v %#v %v", test.keys, got, got); strings.Contains(told, "AKID") || strings.Contains(told, "sec") {
			t.Errorf("%s: a key is told: %s", test.name, told)
		}
	}
}

// FuzzStorageKeys: whatever stands in a file of keys, what is read from it stands in it.
func FuzzStorageKeys(f *testing.F) {
	f.Add("[default]\naws_access_key_id = a\naws_secret_access_key=b=\naws_session_token=\n")
	f.Add("aws_access_key_id\n[]\n[\xff]\n=\n")
	f.Fuzz(func(t *testing.T, text string) {
		for part, found := range readSecrets(text) {
			for _, value := range []string{part, found.Key, found.Secret, found.Token} {
				if !strings.Contains(text, value) || strings.ContainsAny(value, "\n") {
					t.Errorf("%q", value)
				}
			}
		}
	})
}
