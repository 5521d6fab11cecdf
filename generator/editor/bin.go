package editor

import (
	"context"
	"errors"
	"io/fs"
	"path"

	"github.com/som-hub/vitryna/generator/author"
)

// remove moves an item to the bin.
func (d *Desk) remove(_ context.Context, q fileQuestion) (author.Deleted, error) {
	thing, _, err := d.place(q.File)
	if err != nil {
		return author.Deleted{}, err
	}
	return d.files().Delete(thing)
}

type binReply struct {
	Bin []author.Deleted `json:"bin"`
}

func (d *Desk) bin(context.Context, struct{}) (binReply, error) {
	list := d.files().Bin()
	if list == nil {
		list = []author.Deleted{}
	}
	return binReply{list}, nil
}

type idQuestion struct {
	File string `json:"file"`
	ID   string `json:"id"`
}

// undelete puts something from the bin back, and opens it if it is a text.
func (d *Desk) undelete(ctx context.Context, q idQuestion) (*Opened, error) {
	file, err := d.files().Undelete(q.ID)
	if err != nil {
		return nil, err
	}
	if path.Ext(file) != ".md" {
		file += "/index.md"
	}
	r, err := d.open(ctx, openQuestion{File: file})
	var t *trouble
	if errors.As(err, &t) || errors.Is(err, fs.ErrNotExist) {
		return &Opened{}, nil // a folder without a text
	}
	return r, err
}

type historyReply struct {
	Versions []author.Version `json:"versions"`
}

func (d *Desk) history(_ context.Context, q fileQuestion) (historyReply, error) {
	list, err := d.files().History(q.File)
	if list == nil {
		list = []author.Version{}
	}
	return historyReply{list}, err
}

type versionReply struct {
	Text  string     `json:"text"`
	Lines []diffLine `json:"lines"` // from that state to what the file holds now
}

func (d *Desk) version(_ context.Context, q idQuestion) (*versionReply, error) {
	old, err := d.files().Version(q.File, q.ID)
	if err != nil {
		return nil, err
	}
	now, err := d.files().Read(q.File)
	if err != nil {
		return nil, err
	}
	return &versionReply{string(old), diff(string(old), string(now))}, nil
}
