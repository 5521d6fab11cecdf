package generator

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"path"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/semaphore"

	"github.com/som-hub/vitryna/generator/cache"
	"github.com/som-hub/vitryna/generator/drawing"
	"github.com/som-hub/vitryna/generator/picture"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/render"
)

// studio makes the files of pictures, each picture once: whoever asks for one of its sizes waits for all, in all formats. They are kept on disk, and in
// memory until all have been asked for.
type studio struct {
	root    fs.FS
	cache   *cache.Cache
	preview bool // nobody waits for the main colour of a picture
	room    *semaphore.Weighted

	mu     sync.Mutex
	shots  map[[32]byte]*shot
	parked []*shot // made and not all asked for, the oldest first
	held   int     // their bytes
}

// shot is a picture in the making.
type shot struct {
	digest [32]byte
	done   chan struct{}
	made   *picture.Made
	err    error
	asked  map[int]bool
	bytes  int
}

// How much memory all pictures that are being unpacked may take at once, and how much the finished ones that nobody has taken yet.
const (
	unpacked = 160 << 20
	parked   = 48 << 20
)

func newStudio(root fs.FS, c *cache.Cache, preview bool) *studio {
	return &studio{root: root, cache: c, preview: preview, room: semaphore.NewWeighted(unpacked), shots: map[[32]byte]*shot{}}
}

// pictured is a picture of the site: its source and what is made of it.
type pictured struct {
	source string // file in content/
	use    string // its name as pages write it
	digest [32]byte
	plan   picture.Plan
	files  []madeFile // in the order of picture.Made

	tone atomic.Pointer[string] // once it is known
}

// madeFile is one size of a picture in one format.
type madeFile struct {
	render.Size
	format string
	part   string // under which it is kept
}

// further are the formats in which photographs are published beside JPEG.
var further = []picture.Encoder{picture.WebP}

// PictureError tells that a picture whose headers are good cannot be unpacked.
type PictureError struct {
	File string
	Err  error
}

func (e *PictureError) Error() string {
	return "picture " + strconv.Quote(e.File) + ": " + e.Err.Error()
}

// Unwrap gives the cause.
func (e *PictureError) Unwrap() error { return e.Err }

// newPictured finds the places of all sizes in all formats: beside the page, under names with the width and a digest of the source and the
// recipe.
func newPictured(source, use string, digest [32]byte, plan picture.Plan) *pictured {
	p := &pictured{source: source, use: use, digest: digest, plan: plan}
	sum := sha256.Sum256([]byte(picture.Recipe + plan.Target + string(digest[:])))
	folder, digits := plainFolder(use), "."+hex.EncodeToString(sum[:4])
	for _, format := range plan.Formats(further...) {
		for _, s := range plan.Sizes {
			stem := plainStem(use)
			if len(plan.Sizes) > 1 {
				stem += "-" + strconv.Itoa(s.Width)
			}
			size := render.Size{Path: path.Join(folder, stem+digits+picture.Ending(format)), Width: s.Width, Height: s.Height}
			p.files = append(p.files, madeFile{size, format, strconv.Itoa(s.Width) + " " + format})
		}
	}
	return p
}

// file is the picture as pages see it.
func (p *pictured) file(s *studio, size int64) render.File {
	f := render.File{Size: size, FullWidth: p.plan.Width, FullHeight: p.plan.Height}
	for n, made := range p.files {
		if n < len(p.plan.Sizes) {
			f.Sizes = append(f.Sizes, made.Size)
			continue
		}
		if n%len(p.plan.Sizes) == 0 {
			f.Also = append(f.Also, render.Also{Type: "image/" + made.format})
		}
		also := &f.Also[len(f.Also)-1]
		also.Sizes = append(also.Sizes, made.Size)
	}
	last := f.Sizes[len(f.Sizes)-1]
	f.Path, f.Width, f.Height = last.Path, last.Width, last.Height
	if p.plan.Target != "svg" {
		f.Tone = func() string { return s.toneOf(p) }
	}
	return f
}

func (p *pictured) key(part string) cache.Key {
	return cache.KeyOf("picture", picture.Recipe, string(p.digest[:]), part)
}

// file makes one file of a picture, or remembers it.
func (s *studio) file(p *pictured, i int) ([]byte, error) {
	if data, ok := s.cache.Get(p.key(p.files[i].part)); ok {
		return data, nil
	}
	m, err := s.all(p, i)
	if err != nil {
		return nil, err
	}
	return m.Files[i], nil
}

// toneOf is the class of a picture's main colour. In the preview it is known only after the picture has been made, or a page with a
// hundred photographs would wait for all of them.
func (s *studio) toneOf(p *pictured) string {
	if tone := p.tone.Load(); tone != nil {
		return *tone
	}
	if data, ok := s.cache.Get(p.key("tone")); ok {
		tone := string(data)
		p.tone.Store(&tone)
		return tone
	}
	if s.preview && !s.isMade(p) {
		return ""
	}
	m, err := s.all(p, -1)
	if err != nil {
		return "" // its own route says why
	}
	return m.Tone
}

func (s *studio) isMade(p *pictured) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	made := s.shots[p.digest]
	return made != nil && made.made != nil
}

// all makes all files of a picture, or waits for whoever is making them. asked is the one that is wanted, or −1.
func (s *studio) all(p *pictured, asked int) (*picture.Made, error) {
	s.mu.Lock()
	current := s.shots[p.digest]
	if current == nil {
		current = &shot{digest: p.digest, done: make(chan struct{}), asked: map[int]bool{}}
		s.shots[p.digest] = current
		s.mu.Unlock()
		made, err := s.make(p)
		s.mu.Lock()
		current.made, current.err = made, err
		s.park(current)
		close(current.done)
	}
	s.mu.Unlock()
	<-current.done
	if current.err != nil {
		return nil, current.err
	}
	p.tone.Store(&current.made.Tone)
	s.mu.Lock()
	defer s.mu.Unlock()
	if asked >= 0 {
		if current.asked[asked] = true; len(current.asked) == len(current.made.Files) {
			s.forget(current)
		}
	}
	return current.made, nil
}

// park keeps what was made until it has been asked for. If too much has gathered, the oldest goes: it is on disk, or is made again.
func (s *studio) park(c *shot) {
	if c.err != nil {
		delete(s.shots, c.digest) // the disk may do better next time
		return
	}
	for _, file := range c.made.Files {
		c.bytes += len(file)
	}
	s.parked, s.held = append(s.parked, c), s.held+c.bytes
	for s.held > parked && len(s.parked) > 1 {
		s.forget(s.parked[0])
	}
}

func (s *studio) forget(c *shot) {
	for i, other := range s.parked {
		if other == c {
			s.parked, s.held = append(s.parked[:i:i], s.parked[i+1:]...), s.held-c.bytes
			delete(s.shots, c.digest)
			return
		}
	}
}

// make unpacks a picture and makes its sizes, when there is room for it.
func (s *studio) make(p *pictured) (*picture.Made, error) {
	release := s.reserve(p.plan.Weight)
	defer release()
	data, err := again(s.root, p.source, p.digest)
	if err != nil {
		return nil, err
	}
	made, err := p.plan.Make(data, further...)
	if err != nil {
		return nil, &PictureError{p.use, err}
	}
	for i, file := range made.Files {
		s.cache.Put(p.key(p.files[i].part), file)
	}
	s.cache.Put(p.key("tone"), []byte(made.Tone))
	return made, nil
}

// reserve waits until so many bytes may be taken. What needs more than there is waits until it is alone.
func (s *studio) reserve(weight int) (release func()) {
	n := int64(min(max(weight, 1), unpacked))
	if s.room.Acquire(context.Background(), n) != nil {
		return func() {} // a context that is never cancelled
	}
	return func() { s.room.Release(n) }
}

// look plans a picture and tells what is wrong with it.
func (s *studio) look(use string, data []byte) (picture.Plan, problem.List) {
	if bytes.HasPrefix(data, []byte("\x89PNG")) { // it may have to be decoded to be planned
		info, err := picture.Inspect(data)
		if err == nil {
			defer s.reserve(5*info.Width*info.Height + len(data))()
		}
	}
	plan, err := picture.Look(data)
	if err != nil {
		return plan, problem.List{pictureProblem(use, err)}
	}
	var problems problem.List
	if plan.HasGPS {
		problems = append(problems, problem.New("W-GPS", use, 0, 0, "file", path.Base(use)))
	}
	if ext := strings.ToLower(path.Ext(use)); !goesWith(ext, plan.Format) {
		right := strings.TrimSuffix(path.Base(use), path.Ext(use)) + picture.Ending(plan.Format)
		problems = append(problems, problem.New("W-PICTURE-NAME", use, 0, 0, "file", path.Base(use), "format", formatNames[plan.Format], "suggest", right))
	}
	return plan, problems
}

// formatNames are the formats as people call them.
var formatNames = map[string]string{"jpeg": "JPG", "png": "PNG", "gif": "GIF", "webp": "WebP", "svg": "SVG"}

// goesWith reports whether a file of that format is usually called so.
func goesWith(ext, format string) bool {
	return ext == "."+format || format == "jpeg" && (ext == ".jpg" || ext == ".jpe" || ext == ".jfif")
}

// pictureProblem says why a picture cannot be shown.
func pictureProblem(use string, err error) problem.Problem {
	name := path.Base(use)
	if large := (*picture.TooLargeError)(nil); errors.As(err, &large) {
		return problem.New("E-PICTURE-LARGE", use, 0, 0, "file", name, "width", strconv.Itoa(large.Width), "height", strconv.Itoa(large.Height),
			"side", strconv.Itoa(picture.MaxSide), "max", strconv.Itoa(picture.MaxPixels/1_000_000))
	}
	if other := (*picture.UnsupportedError)(nil); errors.As(err, &other) && other.Format != "" {
		return problem.New("E-PICTURE-FORMAT", use, 0, 0, "file", name, "format", other.Format, "how", conversion(other.Format))
	}
	why := "broken"
	if broken := (*picture.DamagedError)(nil); errors.As(err, &broken) && broken.Truncated {
		why = "cut"
	} else if broken != nil && broken.Crowded {
		why = "crowded"
	}
	if other := (*picture.UnsupportedError)(nil); errors.As(err, &other) {
		why = "format"
	}
	return problem.New("E-PICTURE", use, 0, 0, "file", name, "why", why, "detail", err.Error())
}

// conversion names the way to make a picture for the web, by a word of the catalogue of messages.
func conversion(format string) string {
	switch format {
	case "HEIC", "RAW", "TIFF", "PDF", "MP4":
		return strings.ToLower(format)
	}
	return "other"
}

// cards adds the pictures that messengers show of links. Each is drawn when its route is asked for, or taken from the cache.
func (l *Loader) cards(s *Snapshot, r *render.Renderer) {
	accent := s.model.Config.Accent
	drawer := drawing.NewCards(accent)
	for _, card := range r.SocialCards() {
		key := cache.KeyOf("card", drawing.CardVersion, accent, card.Title, card.Kind, card.Site)
		s.routes = append(s.routes, route{path: card.Path, make: func() ([]byte, error) {
			if data, ok := l.results.Get(key); ok {
				return data, nil
			}
			data, err := drawer.Draw(card.Card)
			if err == nil {
				l.results.Put(key, data)
			}
			return data, err
		}, fixed: string(key[:])})
	}
}
