package table

import (
	"bytes"
	"strings"
)

// Write makes a table that Excel opens by a double click: UTF-8 with a mark, cells parted by semicolons, rows ended as Windows does and lines inside of a
// cell as Excel does, with \n alone: encoding/csv would end both alike. What people wrote in cells has to be [Guarded].
func Write(rows [][]string) []byte {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	for _, row := range rows {
		for i, cell := range row {
			if i > 0 {
				b.WriteByte(';')
			}
			if strings.ContainsAny(cell, ";\"\n\r") || strings.TrimSpace(cell) != cell {
				cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
			}
			b.WriteString(cell)
		}
		b.WriteString("\r\n")
	}
	return b.Bytes()
}

// Guarded keeps a spreadsheet from taking a text for a formula (CSV injection): one that begins with = + - @ gets an apostrophe.
func Guarded(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}

// Unguarded is the text that was [Guarded]: what we write is read again.
func Unguarded(cell string) string {
	if text, ok := strings.CutPrefix(cell, "'"); ok && Guarded(text) != text {
		return text
	}
	return cell
}
