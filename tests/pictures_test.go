package tests

import (
	"context"
	"flag"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	devpage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

var (
	picturesTo = flag.String("pictures", "", "lay contact sheets of every kind of page in this folder (`make pictures`)")
	picturesOf = flag.String("of", "", "with -pictures: take only pages whose address matches this expression")
)

// An aspect is one way a page is looked at.
type aspect struct {
	name          string
	media, scheme string
	width, height int64
	touch         bool
}

// aspects are the columns of a sheet. Paper is 210 mm at 96 dots to an inch.
var aspects = []aspect{
	{name: "phone", scheme: "light", width: 360, height: 740, touch: true},
	{name: "phone-dark", scheme: "dark", width: 360, height: 740, touch: true},
	{name: "desktop", scheme: "light", width: 1280, height: 860},
	{name: "desktop-dark", scheme: "dark", width: 1280, height: 860},
	{name: "print", media: "print", scheme: "light", width: 794, height: 1123},
}

// tallest is how much of a long page is taken: five screens tell how it goes on.
const tallest = 5

// perSheet is how many pages lie on one sheet, so that a browser can still show it.
const perSheet = 8

// TestPictures lays contact sheets: how every kind of page looks on a phone and on a desk, by day and by night, and printed. They are
// for the eyes of whoever changes the look and are compared with nothing. Without -pictures it takes the home page alone, which
// tells whether taking pictures works.
func TestPictures(t *testing.T) {
	dir, list := *picturesTo, []string{""}
	if dir == "" {
		dir = t.TempDir()
	} else {
		list = matching(t, pages(t), *picturesOf)
		if err := os.RemoveAll(dir); err != nil {
			t.Fatal(err)
		}
	}
	var sheets []string
	for start := 0; start < len(list); start += perSheet {
		sheet := fmt.Sprintf("sheet-%02d.html", start/perSheet+1)
		write(t, filepath.Join(dir, sheet), layOut(t, dir, list[start:min(start+perSheet, len(list))]))
		sheets = append(sheets, sheet)
	}
	index := &strings.Builder{}
	for _, sheet := range sheets {
		fmt.Fprintf(index, "<p><a href=%q>%s</a></p>\n", sheet, sheet)
	}
	write(t, filepath.Join(dir, "index.html"), sheetHead+index.String())
	t.Logf("%d pages on %d sheets: %s", len(list), len(sheets), filepath.Join(dir, "index.html"))
}

func matching(t *testing.T, list []string, expression string) []string {
	of, err := regexp.Compile(expression)
	if err != nil {
		t.Fatal(err)
	}
	var some []string
	for _, name := range list {
		if of.MatchString(name) {
			some = append(some, name)
		}
	}
	return some
}

const sheetHead = `<!doctype html><meta charset="utf-8"><title>Contact sheets</title>
<style>body{font:14px sans-serif;background:#777;color:#fff;margin:1rem}section{display:flex;gap:12px;align-items:flex-start;margin-bottom:3rem}
img{display:block;border:1px solid #000}a{color:inherit}figure{margin:0}.phone img,.phone-dark img{width:240px}.desktop img,.desktop-dark img{width:640px}.print img{width:397px}</style>
`

// layOut takes the pictures of some pages into a folder and returns their sheet.
func layOut(t *testing.T, dir string, list []string) string {
	b := &strings.Builder{}
	b.WriteString(sheetHead)
	for _, name := range list {
		stem := strings.Trim(regexp.MustCompile(`[^a-z0-9]+`).ReplaceAllString(name, "-"), "-")
		if stem == "" {
			stem = "home"
		}
		fmt.Fprintf(b, "<h2>/%s</h2>\n<section>\n", html.EscapeString(name))
		tab := open(t, address+name)
		for _, a := range aspects {
			file := stem + "-" + a.name + ".png"
			write(t, filepath.Join(dir, file), string(tab.picture(a)))
			fmt.Fprintf(b, "<figure class=%q><a href=%q><img src=%q alt=%q loading=lazy></a></figure>\n", a.name, file, file, a.name)
		}
		tab.clean()
		b.WriteString("</section>\n")
	}
	return b.String()
}

// picture is the open page as one looks at it that way, PNG.
func (b *tab) picture(a aspect) []byte {
	b.Helper()
	b.do(
		call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: a.media, Features: []*emulation.MediaFeature{
			{Name: "prefers-color-scheme", Value: a.scheme}, {Name: "prefers-reduced-motion", Value: "reduce"},
		}}),
		call(emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: a.touch}),
		call(emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: a.width, Height: a.height, DeviceScaleFactor: 1, Mobile: a.touch}),
	)
	// Pictures that wait to be scrolled to are asked for now.
	eval[int](b, `(async () => {
		const pictures = [...document.images];
		for (const i of pictures) i.loading = "eager";
		await Promise.race([Promise.all(pictures.map(i => i.decode().catch(() => 0))), new Promise(r => setTimeout(r, 3000))]);
		return 0;
	})()`)
	height := min(eval[int64](b, `document.documentElement.scrollHeight`), tallest*a.height)
	var shot []byte
	b.do(chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		beyond := true
		r, err := cdp.Call(ctx, target, devpage.CaptureScreenshot, devpage.CaptureScreenshotParams{
			CaptureBeyondViewport: &beyond,
			Clip:                  &devpage.Viewport{Width: float64(a.width), Height: float64(height), Scale: 1},
		})
		if err != nil {
			return err
		}
		shot = r.Data
		return nil
	}))
	if len(shot) < 1000 {
		b.Fatalf("the picture of %s is empty", a.name)
	}
	return shot
}
