package imported

import (
	"encoding/hex"
	"regexp"
)

// Word puts its pictures on the clipboard not in the HTML, which names files of its own machine, but in the RTF beside it, as digits. Nothing else of the RTF is
// read: a picture begins with the word of its form, more words of layout follow, then its bytes up to the brace.
var rtfPicture = regexp.MustCompile(`\\(?:pngblip|jpegblip)((?:\\[a-z]+-?\d*|\s|\{\\\*\\blipuid\s[0-9a-fA-F]+\})*)([0-9a-fA-F\s]+)\}`)

// largestRTF is the size of a clipboard with pictures, which are twice as large there.
const largestRTF = 48 << 20

// rtfPictures are the pictures of a text in RTF, in their order.
func rtfPictures(rtf string) [][]byte {
	if len(rtf) > largestRTF {
		return nil
	}
	var list [][]byte
	for _, m := range rtfPicture.FindAllStringSubmatch(rtf, -1) {
		digits := make([]byte, 0, len(m[2]))
		for i := range len(m[2]) {
			if m[2][i] > ' ' {
				digits = append(digits, m[2][i])
			}
		}
		data := make([]byte, len(digits)/2)
		if _, err := hex.Decode(data, digits[:len(digits)/2*2]); err == nil && len(data) > 0 {
			list = append(list, data)
		}
	}
	return list
}
