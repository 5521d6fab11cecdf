package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// exhibits N FILE: writes a table of N exhibits, every other one a game, one in three for primary schools.
func exhibits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: exhibits N FILE")
	}
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	var b strings.Builder
	b.WriteString("\ufeffНазва;Вид матеріалу;Ідея;Автори.Без імені;Рівень;Предмет;Матеріали\r\n") // as Excel saves it here
	for i := 1; i <= n; i++ {
		kind, level := "дидактична гра", "початкова"
		if i%2 == 0 {
			kind = "урок"
		}
		if i%3 > 0 {
			level = "дошкільна"
		}
		fmt.Fprintf(&b, "Робота %03d;%s;Ідея роботи %03d.;педагог ЗДО;%s;математика, предмет %d;kartky.txt\r\n", i, kind, i, level, i%5)
	}
	file := ts.MkAbs(args[1])
	ts.Check(os.MkdirAll(filepath.Dir(file), 0o777))
	ts.Check(os.WriteFile(file, []byte(b.String()), 0o666))
}
