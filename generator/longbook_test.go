package generator

import (
	"fmt"
	"strings"
	"testing"
)

// TestLongBook: beside a page of a long book stand the hundred chapters around it and the ways to the others, on the manual's page all; beside a page of
// a shorter one all.
func TestLongBook(t *testing.T) {
	m := corpusOf(250, 250)
	part := "content/manuals/m0001/90-rozdil-90.md"
	put(m, part, strings.Replace(string(m[part].Data), "summary:", "part: Друга частина\nsummary:", 1))
	s := load(t, loaderOf(m))
	tests := []struct {
		page        string
		from, to    int      // chapters that stand one by one
		runs        []string // and the others
		first, last int      // where the first and the last of these lead
	}{
		{"rozdil-50/", 1, 100, []string{"101–200", "201–250"}, 101, 201},
		{"rozdil-100/", 1, 100, []string{"101–200", "201–250"}, 101, 201},
		{"rozdil-101/", 101, 200, []string{"1–89", "90–100", "201–250"}, 1, 201},
		{"rozdil-250/", 201, 250, []string{"1–89", "90–100", "101–200"}, 1, 101},
	}
	for _, test := range tests {
		text := page(t, s, "manuals/m0001/"+test.page)
		_, side, _ := strings.Cut(text, `class="fold-body"`)
		side, _, _ = strings.Cut(side, "</nav>")
		for i := 1; i <= 250; i++ {
			if want, got := i >= test.from && i <= test.to, strings.Contains(side, fmt.Sprintf(`<span class="side-number">%d</span>`, i)); want != got {
				t.Errorf("%s: chapter %d stands at the side: %v", test.page, i, got)
			}
		}
		if n := strings.Count(side, `aria-current="page"`); n != 1 {
			t.Errorf("%s: %d entries are marked", test.page, n)
		}
		if n := strings.Count(side, "Розділи"); n != len(test.runs) {
			t.Errorf("%s: %d runs, want %v", test.page, n, test.runs)
		}
		for _, run := range test.runs {
			if !strings.Contains(side, "Розділи\u00a0"+run+"<") {
				t.Errorf("%s has no way to the chapters %s", test.page, run)
			}
		}
		for _, n := range []int{test.first, test.last} {
			if !strings.Contains(side, fmt.Sprintf(`/rozdil-%d/"><span class="side-number"></span>`, n)) {
				t.Errorf("%s: no run leads to chapter %d", test.page, n)
			}
		}
		if open := strings.Contains(side, `<details open class="side-part"`); open != (test.page != "rozdil-50/") {
			t.Errorf("%s: the part is unfolded: %v", test.page, open)
		}
	}
	if text := page(t, s, "manuals/m0001/"); strings.Count(text, "rozdil-") < 250 || strings.Contains(text, "Розділи\u00a01–") {
		t.Error("the manual's page has not the whole contents")
	}
	if text := page(t, load(t, loaderOf(corpusOf(200, 200))), "manuals/m0001/rozdil-1/"); !strings.Contains(text, `<span class="side-number">200</span>`) {
		t.Error("a book of two hundred chapters is taken for a long one")
	}
}

func page(t *testing.T, s *Snapshot, address string) string {
	t.Helper()
	data, err := s.Render(address + "index.html")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
