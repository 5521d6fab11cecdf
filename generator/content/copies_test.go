package content

import "testing"

// TestCopied: what shared folders leave is a copy of something, and an honest name is none.
func TestCopied(t *testing.T) {
	for file, want := range map[string]string{
		"content/news/x/index (1).md":                                  "content/news/x/index.md",
		"content/news/x/index — копія.md":                              "content/news/x/index.md",
		"content/news/x/index - Копія (2).md":                          "content/news/x/index.md",
		"content/news/x/index - Copy.md":                               "content/news/x/index.md",
		"content/news/x/index copy 2.md":                               "content/news/x/index.md",
		"content/news/x/Копія index.md":                                "content/news/x/index.md",
		"content/news/x/index (conflicted copy 2026-11-20).md":         "content/news/x/index.md",
		"content/news/x/index (Марія's conflicted copy 2026-11-20).md": "content/news/x/index.md",
		"content/news/x/index (конфліктна копія з комп’ютера Центр 2026-11).md": "content/news/x/index.md",
		"content/news/x/index.sync-conflict-20261120-101010-ABCDEFG.md":         "content/news/x/index.md",
		"content/manuals/m/01-vstup-DESKTOP-7GH3K2.md":                          "content/manuals/m/01-vstup.md",
		"content/news/x/index-Olena-PC.md":                                      "content/news/x/index.md",
		"content/news/x/index-LAPTOP-AB12CD3-2.md":                              "content/news/x/index.md",
		"content/news/my-pc/index.md":                                           "",
		"content/manuals/m/01-robota-z-pc.md":                                   "",
		"content/news/x — копія/index.md":                                       "content/news/x",
		"content/news/x (2)/index.md":                                           "content/news/x",
		"content/news/x/index-conflicted-copy.md":                               "content/news/x/index.md",
		"content/years/2025-2026 (1).csv":                                       "content/years/2025-2026.csv",
		"content/news/x/index (1).en.md":                                        "content/news/x/index.en.md",
		"content/news/x/index.md":                                               "",
		"content/news/copy/index.md":                                            "",
		"content/news/kopiia/index.md":                                          "",
		"content/news/foto-copy/index.md":                                       "",
		"content/manuals/m/01-vstup.md":                                         "",
		"content/news/(1)/index.md":                                             "",
	} {
		got := ""
		if list := copied(file); list != nil {
			got = list[0].Args["original"]
		}
		if got != want {
			t.Errorf("%s: %q, want %q", file, got, want)
		}
	}
}
