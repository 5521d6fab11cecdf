package generator

import (
	"encoding/binary"
	"encoding/json"

	"github.com/som-hub/vitryna/generator/problem"
)

// written is the note as bytes: twenty thousand files of a large site are read in a hundredth of a second, by a hand that knows what they are.
func (p *pastNote) written() ([]byte, error) {
	problems, err := json.Marshal(p.Problems)
	if err != nil {
		return nil, err
	}
	b := make([]byte, 0, 1<<16+128*(len(p.Inputs)+len(p.Files)))
	text := func(s string) { b = appendText(b, s) }
	number := func(n int64) { b = binary.AppendVarint(b, n) }
	text(string(problems))
	b = appendBool(appendBool(b, p.Moved), p.Copies)
	number(p.Second)
	number(int64(p.Pages))
	number(int64(len(p.Inputs)))
	for _, in := range p.Inputs {
		text(in.File)
		number(in.Size)
		number(in.Time)
		text(in.Sum)
	}
	number(int64(len(p.Files)))
	for _, file := range p.Files {
		text(file.Path)
		text(file.Key)
		text(file.Sum)
		number(file.Size)
		number(file.Time)
	}
	return b, nil
}

// read reads a note. The cache has checked every byte of it.
func (p *pastNote) read(note string) error {
	r := noteReader{note}
	var list problem.List
	if err := json.Unmarshal([]byte(r.text()), &list); err != nil {
		return err
	}
	p.Problems, p.Moved, p.Copies, p.Second, p.Pages = list, r.bool(), r.bool(), r.int(), int(r.int())
	p.Inputs = make([]input, min(int(r.int()), len(r.data)))
	for i := range p.Inputs {
		p.Inputs[i] = input{File: r.text(), Size: r.int(), Time: r.int(), Sum: r.text()}
	}
	p.Files = make([]pastFile, min(int(r.int()), len(r.data)))
	for i := range p.Files {
		p.Files[i] = pastFile{Path: r.text(), Key: r.text(), Sum: r.text(), Size: r.int(), Time: r.int()}
	}
	return nil
}
