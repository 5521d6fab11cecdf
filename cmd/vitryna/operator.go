package main

import (
	"context"
	"crypto/rand"
	"errors"
	"net/url"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"github.com/som-hub/vitryna/generator"
	"github.com/som-hub/vitryna/generator/auction"
	"github.com/som-hub/vitryna/generator/author"
)

// operator takes the bids that somebody types in the preview while a hall bids, and writes them below the others in private/bids.csv.
type operator struct {
	folder   string
	now      func() time.Time
	snapshot atomic.Pointer[generator.Snapshot]
	mu       sync.Mutex // one bid at a time
}

// bidReply is what the operator's page is told. Its words are the page's own.
type bidReply struct {
	Verdict auction.Verdict `json:"verdict"`
	Written bool            `json:"written"`
	Code    string          `json:"code"`
	Lot     int             `json:"lot"`
	Amount  int             `json:"amount"`
	Note    auction.Note    `json:"note"`
	Row     int             `json:"row"`
	Tries   int             `json:"tries"`             // more than one: another program held the file, or wrote it too
	Trouble string          `json:"trouble,omitempty"` // why nothing was written: held, or the code of a problem of the table, whose line is Row
}

// errRefused ends a writing before it begins.
var errRefused = errors.New("the rules refuse the bid")

// act answers the form of an operator's page. A bid that the rules refuse is written only if that is asked for.
func (o *operator) act(ctx context.Context, path string, form url.Values) (any, bool) {
	snapshot := o.snapshot.Load()
	if snapshot == nil {
		return nil, false
	}
	desk, file, ok := snapshot.Desk(path)
	if !ok {
		return nil, false
	}
	entry := auction.Entry{Code: form.Get("code"), Lot: form.Get("lot"), Amount: form.Get("amount"), Withdraw: form.Get("withdraw") != ""}
	o.mu.Lock()
	defer o.mu.Unlock()
	var reply bidReply
	tries, err := author.Update(ctx, filepath.Join(o.folder, filepath.FromSlash(file)), func(data []byte) ([]byte, error) {
		t, err := desk.Try(data, entry, o.now())
		if err != nil {
			return nil, err
		}
		reply = bidReply{Verdict: t.Verdict, Code: t.Row.Code, Lot: t.Row.Lot, Amount: t.Row.Amount, Note: t.Row.Note, Row: t.Row.Number}
		if !t.Verdict.Valid() && form.Get("anyway") == "" {
			return nil, errRefused
		}
		return t.Data, nil
	})
	reply.Tries, reply.Written = tries, err == nil
	var table *auction.TableError
	switch {
	case err == nil || errors.Is(err, errRefused):
	case errors.As(err, &table):
		reply.Trouble, reply.Row = table.Code, table.Line
	default:
		reply.Trouble = "held"
	}
	return reply, true
}

// newToken is a text that nobody can guess.
func newToken() string { return rand.Text() }
