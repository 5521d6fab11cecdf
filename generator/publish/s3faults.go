package publish

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"net/url"
	"strings"

	"github.com/minio/minio-go/v7"
)

// What can be wrong with a storage, or with what is known of it. Nothing of a key is ever in an error's text, nor is anything else that a storage says in its own words.
var (
	ErrNoStorage    = errors.New("there is no storage under this address")
	ErrPlain        = errors.New("the line to the storage would not be encrypted")
	ErrCertificate  = errors.New("what answers cannot prove that it is the storage")
	ErrNoStorageKey = errors.New("there is no key for the storage")
	ErrKeyFile      = errors.New("the file has no key for the storage")
	ErrStorageKey   = errors.New("the storage does not know the key, or the secret is another")
	ErrNoBucket     = errors.New("the storage has no such bucket")
	ErrNoRight      = errors.New("the key has no right to that")
	ErrClock        = errors.New("the clocks of this computer and of the storage differ")
	ErrRegion       = errors.New("the bucket lies in another region")
	ErrStorage      = errors.New("the storage refuses")
)

// storageCodes are the answers of storages that have a meaning here.
var storageCodes = map[string]error{
	"NoSuchKey":    fs.ErrNotExist,
	"NoSuchBucket": ErrNoBucket, "InvalidBucketName": ErrNoBucket,
	"InvalidAccessKeyId": ErrStorageKey, "SignatureDoesNotMatch": ErrStorageKey, "InvalidToken": ErrStorageKey, "ExpiredToken": ErrStorageKey, "Unauthorized": ErrStorageKey, "XAdminUserNotFound": ErrStorageKey,
	"AccessDenied": ErrNoRight, "AllAccessDisabled": ErrNoRight, "AccountProblem": ErrNoRight, "MethodNotAllowed": ErrNoRight,
	"RequestTimeTooSkewed": ErrClock, "RequestExpired": ErrClock,
	"AuthorizationHeaderMalformed": ErrRegion, "PermanentRedirect": ErrRegion, "IllegalLocationConstraintException": ErrRegion, "InvalidRegion": ErrRegion,
	// What was cut or damaged on its way, or came at a bad moment.
	"IncompleteBody": ErrLine, "BadDigest": ErrLine, "XAmzContentSHA256Mismatch": ErrLine, "RequestTimeout": ErrLine, "SlowDown": ErrLine, "OperationAborted": ErrLine,
	"InternalError": ErrLine, "ServiceUnavailable": ErrLine, "Throttling": ErrLine,
}

// storageFault tells what an error of a storage means.
func storageFault(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	var answer minio.ErrorResponse
	if !errors.As(err, &answer) {
		return lineFault(err)
	}
	code := answer.Code
	if !plainWord(code) || code == "" {
		code = http.StatusText(answer.StatusCode)
	}
	meaning := storageCodes[answer.Code]
	switch {
	case meaning == fs.ErrNotExist: // that very one
		return meaning
	case meaning == ErrRegion && answer.Region != "" && plainWord(answer.Region): // that very one
		return fmt.Errorf("%w: %s", ErrRegion, answer.Region)
	case meaning != nil:
	case answer.StatusCode >= 500 && answer.StatusCode != http.StatusNotImplemented, answer.StatusCode == http.StatusTooManyRequests, answer.StatusCode == http.StatusRequestTimeout:
		meaning = ErrLine
	case answer.StatusCode == http.StatusUnauthorized:
		meaning = ErrStorageKey
	case answer.StatusCode == http.StatusForbidden:
		meaning = ErrNoRight
	default:
		meaning = ErrStorage
	}
	return fmt.Errorf("%w: %s", meaning, code)
}

// lineFault is an error that came instead of an answer.
func lineFault(err error) error {
	var (
		call        *url.Error
		certificate *tls.CertificateVerificationError
		name        x509.HostnameError
		stranger    tls.RecordHeaderError
	)
	if errors.As(err, &call) {
		err = call.Err // without the address, which is long
	}
	switch {
	case errors.Is(err, ErrPlain):
		return err
	case errors.As(err, &certificate), errors.As(err, &name):
		return fmt.Errorf("%w: %w", ErrCertificate, err)
	case errors.As(err, &stranger), strings.Contains(err.Error(), "HTTP response to HTTPS client"):
		return ErrNoStorage
	}
	return fmt.Errorf("%w: %w", ErrLine, err)
}
