package generator

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/som-hub/vitryna/generator/picture"
)

// seedWord is planted wherever a picture may carry something unseen.
const seedWord = "ZERNO-48.6213N"

// photograph is a JPEG with light, edges and grain.
func photograph(t testing.TB, width, height int) []byte {
	t.Helper()
	m := image.NewYCbCr(image.Rect(0, 0, width, height), image.YCbCrSubsampleRatio420)
	noise := uint32(1)
	for y := range height {
		for x := range width {
			noise = noise*1664525 + 1013904223
			v := 50 + 120*y/height + int(noise>>29)
			if (x/90+y/70)%3 == 0 {
				v += x % 60
			}
			m.Y[y*m.YStride+x] = byte(v)
		}
	}
	for i := range m.Cb {
		m.Cb[i], m.Cr[i] = 120, 140
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 90}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func segment(marker byte, body string) []byte {
	return append(binary.BigEndian.AppendUint16([]byte{0xFF, marker}, uint16(len(body)+2)), body...)
}

// planted is a photograph of a telephone: EXIF with a place, a description and a thumbnail that has an EXIF of its own, XMP, IPTC, a second
// picture, a comment, and an archive behind its end.
func planted(t testing.TB, photo []byte) []byte {
	t.Helper()
	thumbnail := slices.Concat([]byte{0xFF, 0xD8}, segment(0xE1, "Exif\x00\x00II*\x00\x08\x00\x00\x00\x00\x00"+seedWord), photograph(t, 32, 24)[2:])
	tiff := "MM\x00*\x00\x00\x00\x08\x00\x02" + "\x01\x0E\x00\x02\x00\x00\x00\x0E\x00\x00\x00\x80" + "\x88\x25\x00\x04\x00\x00\x00\x01\x00\x00\x00\x26" + "\x00\x00\x00\x00"
	tiff += "\x00\x01\x00\x02\x00\x05\x00\x00\x00\x03\x00\x00\x00\x80\x00\x00\x00\x00"
	var archive bytes.Buffer
	z := zip.NewWriter(&archive)
	w, err := z.CreateHeader(&zip.FileHeader{Name: seedWord + ".txt", Method: zip.Store})
	if err == nil {
		_, err = w.Write([]byte(seedWord))
	}
	if err = errors.Join(err, z.Close()); err != nil {
		t.Fatal(err)
	}
	return slices.Concat(photo[:2], segment(0xE1, "Exif\x00\x00"+tiff+strings.Repeat(" ", 60)+seedWord+string(thumbnail)),
		segment(0xE1, "http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta>"+seedWord+"</x:xmpmeta>"), segment(0xED, "Photoshop 3.0\x008BIM\x04\x04"+seedWord),
		segment(0xE2, "MPF\x00"+seedWord), segment(0xFE, seedWord), photo[2:], archive.Bytes())
}

func chunk(kind, body string) []byte {
	b := append(binary.BigEndian.AppendUint32(nil, uint32(len(body))), kind+body...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
}

func drawingPNG(t testing.TB, width int) []byte {
	t.Helper()
	m := image.NewRGBA(image.Rect(0, 0, width, width/2))
	for i := 0; i < len(m.Pix); i += 4 {
		m.Pix[i], m.Pix[i+1], m.Pix[i+3] = byte(i/4/width*7), byte(i/4%width/50*20), 255
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	data := b.Bytes()
	return slices.Concat(data[:33], chunk("tEXt", "Author\x00"+seedWord), chunk("iTXt", "XML:com.adobe.xmp\x00\x00\x00\x00\x00"+seedWord), chunk("tIME", "\x07\xea\x01\x02\x03\x04\x05"), chunk("prVt", seedWord),
		chunk("zTXt", strings.Repeat("x", 40<<10)), data[33:], []byte(seedWord))
}

func gifWithComment(t testing.TB) []byte {
	t.Helper()
	frame := image.NewPaletted(image.Rect(0, 0, 40, 30), color.Palette{color.Black, color.White})
	var b bytes.Buffer
	if err := gif.Encode(&b, frame, nil); err != nil {
		t.Fatal(err)
	}
	data := b.Bytes()
	return slices.Concat(data[:len(data)-1], []byte{0x21, 0xFE, byte(len(seedWord))}, []byte(seedWord), []byte{0, 0x3B}, []byte(seedWord))
}

const svgWithScript = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30" onload="` + seedWord + `"><metadata>` + seedWord + `</metadata><script>` + seedWord + `</script><rect width="40" height="30"/></svg>`

// picturedSite has a page with pictures of all formats, each with something planted.
func picturedSite(t testing.TB) fstest.MapFS {
	m := smallSite()
	delete(m, "content/manuals/knyha/02-rozdil-2.md")
	text := "---\nНазва: Світлини\nСтан: триває\nМета: Мета\nДля кого: [педагоги]\nКоротко: Коротко.\ncover: Зала.JPG\ncover_alt: Зала, де навчають\n---\n"
	for name, data := range map[string][]byte{
		"Зала.JPG": planted(t, photograph(t, 2000, 1500)), "mala.jpg": planted(t, photograph(t, 300, 200)), "shema.png": drawingPNG(t, 1200), "ruh.gif": gifWithComment(t), "znak.svg": []byte(svgWithScript),
	} {
		m["content/projects/svitlyny/"+name] = &fstest.MapFile{Data: data, ModTime: longAgo}
		text += "\n![Що видно на світлині]( <" + name + "> )\n"
	}
	put(m, "content/projects/svitlyny/index.md", text)
	return m
}

// TestPicturesTellNothing searches every byte of the output.
func TestPicturesTellNothing(t *testing.T) {
	s := load(t, loaderOf(picturedSite(t)))
	noProblems(t, s)
	files := all(t, s, 4)
	pictures := map[string]int{}
	for name, data := range files {
		for _, word := range []string{seedWord, "ZERNO", "Exif\x00", "xmpmeta", "Photoshop", "8BIM", "PK\x03\x04", "tEXt", "<script>Z"} {
			if path.Ext(name) != ".epub" && strings.Contains(data, word) {
				t.Errorf("%s holds %q", name, word)
			}
		}
		if strings.HasPrefix(name, "projects/svitlyny/") && path.Ext(name) != ".html" {
			pictures[path.Ext(name)]++
		}
	}
	// The photographs are 2000 and 300 pixels wide, and are published in both formats; the drawing has 480, 960 and its own width.
	if diff := cmp.Diff(map[string]int{".jpg": 3 + 1, ".webp": 3 + 1, ".png": 3 + 1, ".svg": 1}, pictures); diff != "" {
		t.Error(diff)
	}
}

func TestPictureAsPagesShowIt(t *testing.T) {
	files := all(t, load(t, loaderOf(picturedSite(t))), 4)
	page := files["projects/svitlyny/index.html"]
	cover := regexp.MustCompile(`<picture><source type="image/webp" srcset="../../projects/svitlyny/zala-480\.[0-9a-f]{8}\.webp 480w, ../../projects/svitlyny/zala-960\.[0-9a-f]{8}\.webp 960w, ../../projects/svitlyny/zala-1600\.[0-9a-f]{8}\.webp 1600w" sizes="[^"]+" ?/?><img src="../../projects/svitlyny/zala-960\.([0-9a-f]{8})\.jpg" srcset="../../projects/svitlyny/zala-480\.[0-9a-f]{8}\.jpg 480w, ../../projects/svitlyny/zala-960\.[0-9a-f]{8}\.jpg 960w, ../../projects/svitlyny/zala-1600\.[0-9a-f]{8}\.jpg 1600w" sizes="[^"]+" alt="Зала, де навчають" width="1600" height="1200" class="tone-\d\d" fetchpriority="high" decoding="async" ?/?></picture>`)
	if !cover.MatchString(page) {
		t.Errorf("the cover is not as it should be: %s", regexp.MustCompile(`<picture>.*?</picture>`).FindString(page))
	}
	small := regexp.MustCompile(`<picture><source type="image/webp" srcset="../../projects/svitlyny/mala\.[0-9a-f]{8}\.webp" ?/?><img src="../../projects/svitlyny/mala\.[0-9a-f]{8}\.jpg" alt=`)
	if !small.MatchString(page) {
		t.Error("a photograph of one size is not as it should be")
	}
	if n := strings.Count(page, "<picture>"); n != 3 { // the cover, and both photographs in the text
		t.Errorf("%d pictures are offered in further formats", n)
	}
	outside := regexp.MustCompile(`<source [^>]*>`).ReplaceAllString(page, "")
	if strings.Contains(outside, ".webp") {
		t.Error("a WebP is named where a program may not know it: in a link, an address for sharing, or data")
	}
	if n := strings.Count(page, `fetchpriority="high"`); n != 1 {
		t.Errorf("%d pictures of the page are loaded first", n)
	}
	for _, m := range regexp.MustCompile(`(?:src|srcset)="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		for _, entry := range strings.Split(m[1], ", ") {
			address, _, _ := strings.Cut(entry, " ")
			if name := path.Join("projects/svitlyny", address); files[name] == "" {
				t.Errorf("%q leads nowhere", address)
			}
		}
	}
	if strings.Contains(page, "/~/") {
		t.Error("an address has kept its mark")
	}
}

// watched tells how often the pictures below content/ were opened.
type watched struct {
	fs.FS
	mu     sync.Mutex
	opened int
}

func (w *watched) Open(name string) (fs.File, error) {
	switch strings.ToLower(path.Ext(name)) {
	case ".jpg", ".png", ".gif", ".svg":
		if strings.HasPrefix(name, "content/") { // of the theme there are some too
			w.mu.Lock()
			w.opened++
			w.mu.Unlock()
		}
	}
	return w.FS.Open(name)
}

// cachedLoader is a loader as a new program has it, over a cache that was there before.
func cachedLoader(root fs.FS, dir string) *Loader {
	l := loaderOf(root)
	l.Cache, l.Folder = dir, "/site"
	return l
}

func TestSecondBuildTouchesNoPicture(t *testing.T) {
	dir := t.TempDir()
	site := picturedSite(t)
	w := &watched{FS: site}
	first := all(t, load(t, cachedLoader(w, dir)), 4)
	if w.opened == 0 {
		t.Fatal("the first build read nothing: this test cannot fail")
	}
	w.opened = 0
	second := all(t, load(t, cachedLoader(w, dir)), 4)
	if w.opened != 0 {
		t.Errorf("the second build opened pictures %d times", w.opened)
	}
	if diff := cmp.Diff(first, second); diff != "" {
		t.Error(diff)
	}
	name := "content/projects/svitlyny/mala.jpg"
	site[name] = &fstest.MapFile{Data: photograph(t, 310, 200), ModTime: longAgo.Add(time.Hour)}
	w.opened = 0
	third := all(t, load(t, cachedLoader(w, dir)), 4)
	if w.opened == 0 || len(third) != len(first) || byStem(third)["mala"] == byStem(first)["mala"] {
		t.Errorf("a changed picture was opened %d times", w.opened)
	}
}

// byStem finds the content of pictures by the beginnings of their names.
func byStem(files map[string]string) map[string]string {
	m := map[string]string{}
	for name, data := range files {
		if stem, _, found := strings.Cut(path.Base(name), "."); found && path.Ext(name) != ".html" {
			m[stem] = data
		}
	}
	return m
}

// TestCacheChangesNothing: without a cache, with an empty one, a full one, one whose files are damaged, one that is verified, and one job or
// eight give the same bytes.
func TestCacheChangesNothing(t *testing.T) {
	site, dir := picturedSite(t), t.TempDir()
	want := all(t, load(t, loaderOf(site)), 1)
	build := func(what string, jobs int, verify bool) {
		t.Helper()
		l := cachedLoader(site, dir)
		l.Verify = verify
		if diff := cmp.Diff(want, all(t, load(t, l), jobs)); diff != "" {
			t.Errorf("%s: %s", what, diff)
		}
		if n := l.CloseCache(); n > 0 {
			t.Errorf("%s: %d results differ", what, n)
		}
	}
	build("empty", 8, false)
	build("full", 1, false)
	build("verified", 8, true)
	kept := 0
	err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		if err != nil || len(data) == 0 {
			return err
		}
		kept++
		switch kept % 3 {
		case 0:
			data = data[:len(data)/2]
		case 1:
			data[len(data)-1] ^= 1
		default:
			data = nil
		}
		return os.WriteFile(name, data, 0o600)
	})
	if err != nil || kept < 10 {
		t.Fatalf("%d files in the cache, %v", kept, err)
	}
	build("damaged", 8, false)
}

func TestVerifyFindsWhatDiffers(t *testing.T) {
	site, dir := picturedSite(t), t.TempDir()
	l := cachedLoader(site, dir)
	s := load(t, l)
	all(t, s, 2)
	var p *pictured
	for _, r := range s.routes {
		if r.picture != nil && r.picture.plan.Target == "png" {
			p = r.picture
		}
	}
	l.results.Put(p.key("tone"), []byte("tone-99"))
	l = cachedLoader(site, dir)
	l.Verify = true
	all(t, load(t, l), 2)
	if n := l.CloseCache(); n != 1 {
		t.Errorf("%d results differ, want the one that was changed", n)
	}
}

func TestPictureProblems(t *testing.T) {
	good := photograph(t, 600, 400)
	var header bytes.Buffer
	header.WriteString("\x89PNG\r\n\x1a\n")
	header.Write(chunk("IHDR", "\x00\x00\x4E\x20\x00\x00\x4E\x20\x08\x06\x00\x00\x00")) // 20 000 × 20 000
	header.Write(chunk("IDAT", "x"))
	header.Write(chunk("IEND", ""))
	for name, tt := range map[string]struct {
		data []byte
		want string
	}{
		"dobra.jpg":   {good, ""},
		"urvana.jpg":  {good[:len(good)/2], "E-PICTURE urvana.jpg cut"},
		"porozhn.jpg": {nil, "E-PICTURE porozhn.jpg cut"},
		"tekst.png":   {[]byte("just a text, long enough to be read"), "E-PICTURE tekst.png format"},
		"telefon.jpg": {[]byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"), "E-PICTURE-FORMAT telefon.jpg heic"},
		"skan.tif":    {[]byte("II*\x00\x08\x00\x00\x00\x00\x00\x00\x00\x00\x00"), "E-PICTURE-FORMAT skan.tif tiff"},
		"negatyv.cr2": {[]byte("II*\x00\x10\x00\x00\x00CR\x02\x00\x00\x00\x00\x00\x00\x00"), "E-PICTURE-FORMAT negatyv.cr2 raw"},
		"nova.avif":   {[]byte("\x00\x00\x00\x18ftypavif\x00\x00\x00\x00mif1avif"), "E-PICTURE-FORMAT nova.avif other"},
		"bomba.png":   {header.Bytes(), "E-PICTURE-LARGE bomba.png 20000"},
		"inakshe.png": {good, "W-PICTURE-NAME inakshe.png inakshe.jpg"},
	} {
		m := smallSite()
		m["content/projects/persha/"+name] = &fstest.MapFile{Data: tt.data, ModTime: longAgo}
		put(m, "content/projects/persha/index.md", "---\nНазва: Перша\nСтан: триває\nМета: Мета\nДля кого: [педагоги]\nКоротко: Коротко.\n---\n\n## Мета\n\n![Що видно]("+name+")\n")
		var got []string
		for _, p := range load(t, loaderOf(m)).Problems {
			if strings.Contains(p.Code, "PICTURE") {
				got = append(got, strings.Join([]string{p.Code, p.Args["file"], p.Args["why"] + p.Args["how"] + p.Args["width"] + p.Args["suggest"]}, " "))
				for _, lang := range []string{"uk", "en"} {
					if text := p.What(lang) + p.Mend(lang); strings.Contains(text, "…") && p.Code != "E-PICTURE" || !strings.Contains(text, name) {
						t.Errorf("%s: %s", name, text)
					}
				}
			}
		}
		if strings.Join(got, "; ") != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}

// TestBrokenInside: a picture whose headers are good and whose data are not is named when it is made.
func TestBrokenInside(t *testing.T) {
	data := photograph(t, 600, 400)
	at := bytes.Index(data, []byte{0xFF, 0xDA}) + 300
	for i := at; i < at+400; i++ {
		if data[i] != 0xFF && data[i-1] != 0xFF {
			data[i] = 0xFE
		}
	}
	m := smallSite()
	m["content/projects/persha/foto.jpg"] = &fstest.MapFile{Data: data, ModTime: longAgo}
	put(m, "content/projects/persha/index.md", "---\nНазва: Перша\nСтан: триває\nМета: Мета\nДля кого: [педагоги]\nКоротко: Коротко.\n---\n\n## Мета\n\n![Що видно](foto.jpg)\n")
	l := loaderOf(m)
	s := load(t, l)
	noProblems(t, s)
	var page *PageError
	err := s.All(context.Background(), 4, func(string, []byte) error { return nil })
	if !errors.As(err, &page) {
		t.Fatalf("the build ends with %v", err)
	}
	if p := l.Explain(context.Background(), page); p.Code != "E-PICTURE" || p.File != "content/projects/persha/foto.jpg" {
		t.Errorf("told as %s at %s", p.Code, p.File)
	}
}

func TestSocialCards(t *testing.T) {
	m := picturedSite(t)
	put(m, "content/library/zahalna.csv", "Бібліотека;Назва;Рік;Коротко\nзагальна;Перша;2020;Коротко.\nзагальна;Друга;2021;Коротко.\n")
	files := all(t, load(t, loaderOf(m)), 4)
	image := func(page string) string {
		m := regexp.MustCompile(`property="?og:image"? content="?https://example\.org/som-hub/([^" >]+)`).FindStringSubmatch(files[page])
		if m == nil {
			t.Fatalf("%s names no picture", page)
		}
		return m[1]
	}
	for page, stem := range map[string]string{
		"index.html": "cards/site.", "projects/persha/index.html": "cards/projects-persha.", "manuals/knyha/rozdil-1/index.html": "cards/manuals-knyha.", "projects/svitlyny/index.html": "projects/svitlyny/zala-1600.",
		"projects/index.html": "cards/projects.", "library/index.html": "cards/library.", "library/persha-2020/index.html": "cards/library.", "library/druha-2021/index.html": "cards/library.",
	} {
		name := image(page)
		if !strings.HasPrefix(name, stem) || files[name] == "" {
			t.Errorf("%s has the picture %q of %d bytes", page, name, len(files[name]))
		}
		if strings.HasPrefix(name, "cards/") && !strings.Contains(files[page], `og:image:width" content="1200"`) {
			t.Errorf("%s does not say how wide its card is", page)
		}
	}
	if image("manuals/knyha/index.html") != image("manuals/knyha/rozdil-1/index.html") {
		t.Error("a chapter has another card than its manual")
	}
	plain := smallSite()
	put(plain, "content/site.yaml", strings.Replace(siteYAML, "base_url: https://example.org/som-hub\n", "", 1))
	for _, name := range load(t, loaderOf(plain)).Routes() {
		if strings.HasPrefix(name, "cards/") {
			t.Errorf("a site without an address has the card %s", name)
		}
	}
}

// TestPicturesNeedLittleMemory makes photographs of twelve megapixels; VITRYNA_PHOTOS says how many (docs/pictures.md tells of 200).
func TestPicturesNeedLittleMemory(t *testing.T) {
	n := 6
	if s := os.Getenv("VITRYNA_PHOTOS"); s != "" {
		fmt.Sscan(s, &n)
	}
	m := smallSite()
	photo := planted(t, photograph(t, 4000, 3000))
	text := "---\nНазва: Світлини\nСтан: триває\nМета: Мета\nДля кого: [педагоги]\nКоротко: Коротко.\n---\n"
	for i := range n {
		name := fmt.Sprintf("foto-%03d.jpg", i)
		own := append(bytes.Clone(photo), byte(i), byte(i>>8)) // each is another file
		m["content/projects/svitlyny/"+name] = &fstest.MapFile{Data: own, ModTime: longAgo}
		text += "\n![Що видно на світлині](" + name + ")\n"
	}
	put(m, "content/projects/svitlyny/index.md", text)
	files := int64(n * len(photo))
	photo = nil
	defer debug.SetGCPercent(debug.SetGCPercent(200)) // as in a build
	runtime.GC()
	l := loaderOf(m)
	begin := time.Now()
	s := load(t, l)
	stop, peak := make(chan struct{}), make(chan uint64)
	go func() {
		var stats runtime.MemStats
		most := uint64(0)
		for {
			select {
			case <-stop:
				peak <- most
				return
			case <-time.After(20 * time.Millisecond):
				runtime.ReadMemStats(&stats)
				most = max(most, stats.HeapInuse+stats.StackInuse)
			}
		}
	}()
	made := 0
	var mu sync.Mutex
	err := s.All(context.Background(), 0, func(name string, data []byte) error {
		if _, err := picture.Inspect(data); err == nil && path.Ext(name) == ".jpg" {
			mu.Lock()
			made++
			mu.Unlock()
		}
		return nil
	})
	close(stop)
	most := <-peak - uint64(files) // the site of this test lies in memory
	if err != nil || made != 3*n {
		t.Fatalf("%d sizes of %d photographs, %v", made, n, err)
	}
	t.Logf("%d photographs in %v, at most %d MiB", n, time.Since(begin).Round(time.Millisecond), most>>20)
	if most > 600<<20 {
		t.Errorf("%d MiB are needed", most>>20)
	}
}

// TestPicturesAreMadeOnce: without a cache too, a picture is unpacked once for all its sizes, its colour and all pages that show it.
func TestPicturesAreMadeOnce(t *testing.T) {
	w := &watched{FS: picturedSite(t)}
	s := load(t, loaderOf(w))
	looked := w.opened
	all(t, s, 8)
	if want := 5; w.opened-looked != want {
		t.Errorf("five pictures were opened %d times to be made", w.opened-looked)
	}
}
