package publish

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"path"
	"strings"
	"time"

	"github.com/minio/minio-go/v7"
	"github.com/minio/minio-go/v7/pkg/credentials"
)

// Bucket is where a site is published in a storage that speaks S3.
type Bucket struct {
	Endpoint string // storage.example.org, perhaps with https:// before it
	Region   string // empty: the storage is asked
	Name     string
	Folder   string // in the bucket; "" is its top
	Style    string // where the bucket's name stands in addresses: [InPath], [InHost]; empty: as the storage is known to want it
}

// Where the name of a bucket stands in addresses.
const (
	InPath = "path" // https://storage.example.org/bucket/
	InHost = "host" // https://bucket.storage.example.org/
)

// Address names the place, to people and to the notes of a computer.
func (b Bucket) Address() string {
	return "s3://" + strings.TrimPrefix(strings.TrimSuffix(b.Endpoint, "/"), "https://") + "/" + b.Name + "/" + b.prefix()
}

// prefix begins the names of all objects of the site: it is empty, or ends in a slash.
func (b Bucket) prefix() string {
	folder := strings.TrimPrefix(path.Clean("/"+b.Folder), "/")
	if folder == "" {
		return ""
	}
	return folder + "/"
}

// host is the storage as it is called. What travels is signed and not secret, but its answers decide what is put and removed: so it is plain HTTP
// only within this computer.
func (b Bucket) host() (host string, secure bool, err error) {
	address := b.Endpoint
	if !strings.Contains(address, "://") {
		address = "https://" + address
	}
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || strings.Trim(u.Path, "/") != "" || u.User != nil || u.RawQuery != "" {
		return "", false, fmt.Errorf("%w: %q", ErrNoStorage, b.Endpoint)
	}
	switch ip := net.ParseIP(u.Hostname()); {
	case u.Scheme == "https":
		return u.Host, true, nil
	case u.Scheme == "http" && (u.Hostname() == "localhost" || ip != nil && ip.IsLoopback()):
		return u.Host, false, nil
	}
	return "", false, fmt.Errorf("%w: %q", ErrPlain, b.Endpoint)
}

// OpenS3 opens a bucket. It asks one question, so what is wrong is told at once, and not after as many tries as a line that was cut deserves.
func OpenS3(ctx context.Context, b Bucket, keys StorageKeys) (Target, error) {
	s, err := newStorage(b, keys)
	if err != nil {
		return nil, err
	}
	if _, err := s.Read(ctx, ManifestFile); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	return s, nil
}

// newStorage readies a bucket.
func newStorage(b Bucket, keys StorageKeys) (*storage, error) {
	host, secure, err := b.host()
	if err != nil {
		return nil, err
	}
	key, err := keys.value()
	if err != nil {
		return nil, err
	}
	options := &minio.Options{
		Creds: credentials.NewStaticV4(key.Key, key.Secret, key.Token), Secure: secure, Region: b.Region, Transport: storageLines(),
		MaxRetries: 1, // who has patience is [Publication]
	}
	if secure {
		options.Transport = encrypted{options.Transport}
	}
	switch b.Style {
	case InPath:
		options.BucketLookup = minio.BucketLookupPath
	case InHost:
		options.BucketLookup = minio.BucketLookupDNS
	}
	client, err := minio.NewCore(host, options)
	if err != nil {
		return nil, fmt.Errorf("%w: %q", ErrNoStorage, b.Endpoint)
	}
	return &storage{client: client, bucket: b.Name, prefix: b.prefix()}, nil
}

// storage is a folder of a bucket. An object is put whole or not at all, in one request: so there are no temporary files, and nothing is left of a
// request that was cut.
type storage struct {
	client *minio.Core
	bucket string
	prefix string
}

// Close does nothing: lines that nobody uses close by themselves.
func (s *storage) Close() error { return nil }

// Read gives a file.
func (s *storage) Read(ctx context.Context, name string) ([]byte, error) {
	object, _, _, err := s.client.GetObject(ctx, s.bucket, s.prefix+name, minio.GetObjectOptions{})
	if err != nil {
		return nil, storageFault(ctx, err)
	}
	defer object.Close() // unchecked: it was read only
	data, err := io.ReadAll(io.LimitReader(object, 64<<20))
	return data, storageFault(ctx, err)
}

// List gives what lies in a folder: a storage knows names only, and folders are the beginnings that names share.
func (s *storage) List(ctx context.Context, dir string) ([]Entry, error) {
	within, cancel := context.WithCancel(ctx)
	defer cancel()
	prefix := s.prefix
	if dir != "" {
		prefix += dir + "/"
	}
	var list []Entry
	for object := range s.client.Client.ListObjects(within, s.bucket, minio.ListObjectsOptions{Prefix: prefix}) { // page by page
		if object.Err != nil {
			return nil, storageFault(ctx, object.Err)
		}
		name := strings.TrimPrefix(object.Key, prefix)
		folder := strings.HasSuffix(name, "/")
		switch name = strings.TrimSuffix(name, "/"); {
		case name == "": // the folder itself, as some programs mark it
		case folder:
			list = append(list, Entry{Name: name, Kind: Folder})
		default:
			list = append(list, Entry{Name: name, Size: object.Size})
		}
	}
	if len(list) == 0 && dir != "" {
		return nil, fs.ErrNotExist
	}
	return list, nil
}

// Put makes an object, or replaces one, with what browsers have to be told of it.
func (s *storage) Put(ctx context.Context, name string, data []byte) error {
	sum := sha256.Sum256(data) // signed with the rest, so the storage refuses what was damaged on its way
	_, err := s.client.PutObject(ctx, s.bucket, s.prefix+name, bytes.NewReader(data), int64(len(data)), "", hex.EncodeToString(sum[:]), minio.PutObjectOptions{
		ContentType: mediaType(name), CacheControl: keeping(name), DisableContentSha256: true, // of parts: the whole has its own
	})
	return storageFault(ctx, err)
}

// Remove removes an object.
func (s *storage) Remove(ctx context.Context, name string) error {
	err := storageFault(ctx, s.client.RemoveObject(ctx, s.bucket, s.prefix+name, minio.RemoveObjectOptions{}))
	if err == fs.ErrNotExist { // that very one
		return nil
	}
	return err
}

// storageLines are the lines to a storage. One on which nothing has moved for too long counts as cut.
func storageLines() *http.Transport {
	dialer := &net.Dialer{Timeout: patience}
	return &http.Transport{
		Proxy: http.ProxyFromEnvironment, TLSHandshakeTimeout: patience, MaxIdleConnsPerHost: 16, IdleConnTimeout: patience, DisableCompression: true,
		DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
			conn, err := dialer.DialContext(ctx, network, address)
			if err != nil {
				return nil, err
			}
			return timely{conn, patience}, nil
		},
	}
}

// encrypted refuses to be led away from https.
type encrypted struct{ http.RoundTripper }

// RoundTrip asks over https only.
func (e encrypted) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.URL.Scheme != "https" {
		return nil, fmt.Errorf("%w: %q", ErrPlain, r.URL.Host)
	}
	return e.RoundTripper.RoundTrip(r)
}

// timely is a connection on which something has to come or go in time. What goes gives more time to what is waited for.
type timely struct {
	net.Conn
	patience time.Duration
}

func (t timely) Read(b []byte) (int, error) {
	t.SetDeadline(time.Now().Add(t.patience)) // unchecked: the read tells
	return t.Conn.Read(b)
}

func (t timely) Write(b []byte) (int, error) {
	t.SetDeadline(time.Now().Add(t.patience)) // unchecked: the write tells
	return t.Conn.Write(b)
}
