package imported

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

// TestHardDocuments: what is repeated without end takes time with its length, and no more.
func TestHardDocuments(t *testing.T) {
	begin := `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>а</w:t></w:r>`
	for name, text := range map[string]string{
		"fields of a paragraph": "<w:p>" + strings.Repeat(begin, 20_000) + "</w:p>",
		"fields of paragraphs":  strings.Repeat("<w:p>"+begin+"</w:p>", 15_000),
		"formulas":              "<w:p>" + strings.Repeat(`<m:oMathPara><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></m:oMathPara>`, 15_000) + "</w:p>",
		"ends that are deleted": strings.Repeat(paragraph(`<w:rPr><w:del/></w:rPr>`, "а"), 15_000),
		"labels":                strings.Repeat(paragraph(listed("5", "1"), "а"), 8_000),
	} {
		data := docx(t, text)
		begun := time.Now()
		if _, err := Docx(bytes.NewReader(data), int64(len(data))); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		took := time.Since(begun)
		t.Log(name, took)
		if took > 20*time.Second {
			t.Errorf("%s: %v", name, took)
		}
	}
}
