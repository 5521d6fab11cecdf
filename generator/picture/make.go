package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"slices"
)

// Made is what [Plan.Make] makes of a picture.
type Made struct {
	Files [][]byte // the sizes, one after another; then the same in every further format
	Tone  string   // the class of a tone, tone-01 … tone-24
}

// Formats are the formats of the sizes: the plan's own and, of most photographs, those of further encoders.
func (p Plan) Formats(further ...Encoder) []string {
	if p.Target == "svg" {
		return []string{p.Target}
	}
	var formats []string
	for _, e := range p.encoders(further) {
		formats = append(formats, e.Format())
	}
	return formats
}

// encoders write the sizes, the plan's own first.
func (p Plan) encoders(further []Encoder) []Encoder {
	switch {
	case p.Target != "jpeg":
		return []Encoder{PNG}
	case p.Alone:
		return []Encoder{JPEG}
	}
	return append([]Encoder{JPEG}, further...)
}

// Make makes all sizes of a picture, upright and without a word about it. A picture whose data are broken is a [DamagedError].
//
// A size is made from the next larger one. What need not be made smaller is copied as it is, if it stands upright and is not
// needlessly large.
func (p Plan) Make(data []byte, further ...Encoder) (*Made, error) {
	taken, err := read(data)
	if err != nil {
		return nil, err
	}
	if p.Target == "svg" {
		return &Made{Files: [][]byte{bytes.Join(taken.keep, nil)}}, nil
	}
	r, err := decode(&taken, data)
	if err != nil {
		return nil, err
	}
	encoders := p.encoders(further)
	made := &Made{Files: make([][]byte, len(p.Sizes)*len(encoders))}
	profile, palette := taken.profileFor(r, p.Target), r.palette
	t := turns[taken.orientation]
	for i, size := range slices.Backward(p.Sizes) {
		whole := size.Width == p.Width
		if !whole || t != (turn{}) || !r.halved() {
			r = r.resize(size.Width, size.Height, t)
			t = turn{}
		}
		m := r.image()
		var blocks []block
		if p.Target == "jpeg" {
			m = photographic(m)
			blocks = blocksOf(m)
		}
		for j, e := range encoders {
			file, err := taken.encode(e, m, scales[e.Format()].quality(blocks), profile)
			if err != nil {
				return nil, err
			}
			if whole && j == 0 {
				file = taken.orCopy(p.Target, file)
			}
			if p.Target == "png" && palette != nil && i+1 < len(p.Sizes) && len(file) > len(made.Files[i+1]) {
				if few, err := taken.encode(e, dotted(m, palette), 0, profile); err == nil && len(few) < len(file) {
					file = few
				}
			}
			made.Files[j*len(p.Sizes)+i] = file
		}
	}
	made.Tone = r.tone()
	return made, nil
}

// dotted is a size in the colours of its source. Where shades are made of dots of few colours, a smaller size mixes the dots into colours without number,
// and would be heavier than the larger one.
func dotted(m image.Image, palette color.Palette) *image.Paletted {
	few := image.NewPaletted(m.Bounds(), palette)
	draw.FloydSteinberg.Draw(few, few.Rect, m, m.Bounds().Min)
	return few
}

// encode writes one size with what its colours depend on.
func (p *parts) encode(e Encoder, m image.Image, quality int, profile []byte) ([]byte, error) {
	file, err := encode(e, m, quality, profile)
	if err != nil {
		return nil, err
	}
	if e.Format() == "png" && p.format == "png" && profile == nil && p.colour != nil {
		const header = len(pngSignature) + 25
		file = slices.Concat(file[:header], p.colour, file[header:])
	}
	return file, nil
}

// orCopy is a picture in its own size: the stripped file itself where that is not much larger than the one made anew, which loses a little
// once more. A file with a colour profile is always made anew: profiles tell about devices.
func (p *parts) orCopy(target string, file []byte) []byte {
	if p.format != target || p.orientation > 1 || p.profile != nil || target == "jpeg" && p.components == 4 {
		return file
	}
	clean := bytes.Join(p.keep, nil)
	allowed := len(file)
	if target == "jpeg" {
		allowed += len(file) / 2
	}
	if len(clean) <= allowed {
		return clean
	}
	return file
}

// profileFor is the colour profile that the sizes need.
func (p *parts) profileFor(r *raster, target string) []byte {
	space := "RGB "
	if r.form == grey {
		space = "GRAY"
	}
	if p.profile == nil || target != "jpeg" && target != "png" || p.components == 4 && p.format == "jpeg" {
		return nil
	}
	return cleanProfile(p.profile, space)
}
