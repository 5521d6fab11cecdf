package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/som-hub/vitryna/generator/publish"
	"github.com/som-hub/vitryna/generator/site"
)

// openStorage readies a goal that lies in a storage that speaks S3.
func (p *program) openStorage(g *goal, t site.PublishTarget, folder string) {
	bucket := publish.Bucket{Endpoint: t.Endpoint, Region: t.Region, Name: t.Bucket, Folder: t.Folder, Style: t.BucketIn}
	g.address = bucket.Address()
	g.open = func(ctx context.Context) (publish.Target, error) {
		return publish.OpenS3(ctx, bucket, p.storageKeys(folder))
	}
}

// storageKeys are what a storage is opened with: from the environment, by our names or by those that the programs of Amazon know, or from their file.
func (p *program) storageKeys(folder string) publish.StorageKeys {
	k := publish.StorageKeys{Profile: p.Getenv("AWS_PROFILE"), Jail: folder}
	k.Key, k.Secret.Secret = p.Getenv("VITRYNA_S3_KEY"), p.Getenv("VITRYNA_S3_SECRET")
	if k.Key == "" && k.Secret.Secret == "" {
		k.Secret = publish.Secret{Key: p.Getenv("AWS_ACCESS_KEY_ID"), Secret: p.Getenv("AWS_SECRET_ACCESS_KEY"), Token: p.Getenv("AWS_SESSION_TOKEN")}
	}
	k.File = cmp.Or(p.Getenv("VITRYNA_S3_FILE"), p.Getenv("AWS_SHARED_CREDENTIALS_FILE"))
	if k.Must = k.File != ""; !k.Must {
		if home, err := os.UserHomeDir(); err == nil {
			k.File = filepath.Join(home, ".aws", "credentials")
		}
	}
	return k
}

// storageTrouble says what is wrong with a storage, and where in site.yaml it is named; empty where it is something else.
func (p *program) storageTrouble(err error, g *goal) string {
	for _, known := range storageFaults {
		if errors.Is(err, known.err) {
			return fmt.Sprintf("content/site.yaml:%d: ", g.line) + fmt.Sprintf(p.say(known.text), g.name, err)
		}
	}
	return ""
}

// storageFaults are what can go wrong with a storage, with what is said of each.
var storageFaults = []struct {
	err  error
	text string
}{
	{publish.ErrNoStorage, "storage none"}, {publish.ErrPlain, "storage plain"}, {publish.ErrCertificate, "storage certificate"}, {publish.ErrNoStorageKey, "storage no key"},
	{publish.ErrKeyFile, "storage key file"}, {publish.ErrStorageKey, "storage key"}, {publish.ErrNoBucket, "storage no bucket"}, {publish.ErrNoRight, "storage no right"},
	{publish.ErrClock, "storage clock"}, {publish.ErrRegion, "storage region"}, {publish.ErrStorage, "storage refuses"},
}
