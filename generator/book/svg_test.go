package book

import "testing"

func TestOlderSVG(t *testing.T) {
	for _, test := range []struct{ name, svg, want string }{
		{"nothing to change", `<svg xmlns="http://www.w3.org/2000/svg"><g font-size="2"><text overflow="hidden">А &amp; Б</text></g></svg>`, ""},
		{"text on shapes", `<svg><path d="M0 0" overflow="visible" font-family="sans-serif" text-anchor="middle"/><rect overflow="hidden"></rect></svg>`,
			`<svg><path d="M0 0"/><rect></rect></svg>`},
		{"what came later", `<svg><g white-space="normal" style="fill:red;"><path d="z" vector-effect="non-scaling-stroke"/></g></svg>`,
			`<svg><g style="fill:red;white-space:normal"><path d="z" style="vector-effect:non-scaling-stroke"/></g></svg>`},
		{"an origin without units", `<svg><g transform-origin="1 2.5"/><g transform-origin="center"/></svg>`,
			`<svg><g style="transform-origin:1px 2.5px"/><g style="transform-origin:center"/></svg>`},
		{"a stop", `<svg><stop stop-color="#fff"/><stop offset="1"/></svg>`, `<svg><stop stop-color="#fff" offset="0"/><stop offset="1"/></svg>`},
		{"values", `<svg><path xlink:href="#a" d="&quot;&lt;" overflow="visible"/></svg>`, `<svg><path xlink:href="#a" d="&quot;&lt;"/></svg>`},
		{"a style", `<svg><style><![CDATA[a>b{}]]></style><path d="z" overflow="visible"/></svg>`, `<svg><style><![CDATA[a>b{}]]></style><path d="z"/></svg>`},
		{"broken", `<svg><path overflow="visible"/><`, ""},
		{"no SVG", "текст", ""},
	} {
		if test.want == "" {
			test.want = test.svg
		}
		if got := string(olderSVG([]byte(test.svg))); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}
