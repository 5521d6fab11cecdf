// Command prng writes bcryptprimitives.dll for a wine that has none, as that of Debian 12: programs made by Go ask it for random numbers. The library holds no code,
// only one name, ProcessPrng, and where Windows finds the like: advapi32.SystemFunction036.
//
//	go run ./prng FILE
package main

import (
	"bytes"
	"encoding/binary"
	"log"
	"os"
)

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: prng FILE")
	}
	if err := os.WriteFile(os.Args[1], library("bcryptprimitives.dll", "ProcessPrng", "advapi32.SystemFunction036"), 0o644); err != nil {
		log.Fatal(err)
	}
}

// Where the one section lies in memory and in the file.
const (
	memory = 0x1000
	inFile = 0x200
)

// library is a library of Windows that forwards one name to another one.
func library(name, export, to string) []byte {
	texts := memory + 40 + 4 + 4 + 4 // behind the directory and its three tables of one entry
	exports := new(bytes.Buffer)
	put(exports, uint32(0), uint32(0), uint32(0), uint32(texts), uint32(1), uint32(1), uint32(1), uint32(memory+40), uint32(memory+44), uint32(memory+48))
	put(exports, uint32(texts+len(name)+1+len(export)+1), uint32(texts+len(name)+1), uint16(0), uint16(0))
	exports.WriteString(name + "\x00" + export + "\x00" + to + "\x00")

	b := new(bytes.Buffer)
	b.WriteString("MZ")
	b.Write(make([]byte, 58))
	put(b, uint32(0x40))
	b.WriteString("PE\x00\x00")
	put(b, uint16(0x8664), uint16(1), uint32(0), uint32(0), uint32(0), uint16(240), uint16(0x2022))
	put(b, uint16(0x20b), uint16(0), uint32(0), uint32(inFile), uint32(0), uint32(0), uint32(0))
	put(b, uint64(0x180000000), uint32(memory), uint32(inFile), uint32(6), uint32(0), uint32(6), uint32(0), uint32(2*memory), uint32(inFile), uint32(0), uint16(3), uint16(0x100))
	put(b, uint64(1<<20), uint64(1<<12), uint64(1<<20), uint64(1<<12), uint32(0), uint32(16))
	put(b, uint32(memory), uint32(exports.Len()))
	b.Write(make([]byte, 15*8))
	b.WriteString(".rdata\x00\x00")
	put(b, uint32(exports.Len()), uint32(memory), uint32(inFile), uint32(inFile), uint64(0), uint32(0), uint32(0x40000040))
	b.Write(make([]byte, inFile-b.Len()))
	b.Write(exports.Bytes())
	b.Write(make([]byte, 2*inFile-b.Len()))
	return b.Bytes()
}

func put(b *bytes.Buffer, values ...any) {
	for _, v := range values {
		binary.Write(b, binary.LittleEndian, v) // unchecked: into memory
	}
}
