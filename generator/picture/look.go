package picture

import (
	"bytes"

	"image/png"
)

// Recipe names this way of making sizes. It is a part of every name and of every key under which a result is kept: whoever
// changes what [Plan.Make] makes changes it too.
const Recipe = "3"

// Widths are the sizes a picture is published in, in pixels. It is never enlarged.
var Widths = []int{480, 960, 1600}

const (
	hardlySmaller = 10        // a size needs to be smaller than the next by one part in so many
	smallFile     = 32 << 10  // what is so small is not made smaller: one file serves all
	webpSide      = 1<<14 - 1 // how high a WebP may be; no size is nearly as wide
)

// nature is what the readers learn about how a picture is coded.
type nature struct {
	components  int    // of a JPEG, or the channels of a PNG; 0 for a palette
	depth       int    // bits of a channel of a PNG
	progressive bool   // of a JPEG
	lossless    bool   // of a WebP
	alpha       bool   // it may be transparent somewhere
	packed      int    // bytes of picture data, of PNG and WebP
	profile     []byte // ICC
	colour      []byte // chunks of PNG that say what its colours mean
	first       []byte // the first frame of an animated WebP
}

// Plan is what will be made of a picture.
type Plan struct {
	Info
	Target string // format of all sizes: jpeg, png, or svg, which is but cleaned
	Sizes  []Size // the smallest first
	Alone  bool   // a photograph that no further format can hold: higher than WebP goes, or grey with a profile of its own
	Weight int    // bytes of memory that Make needs, about
}

// Size is one of the sizes of a plan.
type Size struct{ Width, Height int }

// Look plans what to make of a picture. It reads headers only, but for a PNG that might be a photograph and might be transparent:
// that one it decodes.
//
// Photographs become JPEG whatever they were, drawings stay exact: a lossless picture is taken for a photograph where it
// hardly could be packed. Of animations the first frame is shown.
func Look(data []byte) (Plan, error) {
	p, err := read(data)
	if err != nil {
		return Plan{}, err
	}
	plan := Plan{Info: p.info(), Target: p.target(data)}
	plan.Sizes = sizes(plan.Width, plan.Height, len(data))
	plan.Alone = plan.Target == "jpeg" && (plan.Sizes[len(plan.Sizes)-1].Height > webpSide || p.greyProfile())
	plan.Weight = p.weight() + len(data)
	if plan.Target == "jpeg" {
		largest := plan.Sizes[len(plan.Sizes)-1]
		plan.Weight += largest.Width * largest.Height * encoding
	}
	return plan, nil
}

// target is the format that suits the picture.
func (p *parts) target(data []byte) string {
	switch {
	case p.format == "svg" || p.format == "jpeg":
		return p.format
	case p.format == "webp" && !p.lossless && !p.alpha && p.first == nil:
		return "jpeg"
	case p.format == "gif" || p.first != nil || !p.hardlyPacked() || len(data) <= 2*smallFile:
		return "png"
	case p.format == "png" && p.components == 4 && seemsOpaque(data), !p.alpha:
		return "jpeg"
	}
	return "png"
}

// hardlyPacked reports whether a lossless picture has so many colours that it must be a photograph. A drawing or a picture of a
// screen packs to a tenth of its bytes, a photograph to half of them.
func (p *parts) hardlyPacked() bool {
	channels := max(p.components, 1) * max(p.depth, 8) / 8
	if p.format == "webp" {
		channels = 2 // VP8L packs better than PNG
	} else if p.components == 0 {
		return false // no more than 256 colours
	}
	return p.packed*4 > p.width*p.height*channels
}

// seemsOpaque decodes a PNG to see whether its transparency is used; many programs write it always.
func seemsOpaque(data []byte) bool {
	m, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return false
	}
	o, ok := m.(interface{ Opaque() bool })
	return ok && o.Opaque()
}

// sizes are those of [Widths] that are smaller than the picture and not nearly as large, and itself if it is not larger than all.
func sizes(width, height, bytes int) []Size {
	var list []Size
	last := width
	if largest := Widths[len(Widths)-1]; width*hardlySmaller > largest*(hardlySmaller+1) {
		last = largest
	}
	for _, w := range Widths {
		if w*(hardlySmaller+1) <= last*hardlySmaller && bytes > smallFile {
			list = append(list, scaled(width, height, w))
		}
	}
	return append(list, scaled(width, height, last))
}

func scaled(width, height, to int) Size {
	if to == width {
		return Size{width, height}
	}
	return Size{to, max(1, (height*to+width/2)/width)}
}

// greyProfile reports whether the picture has but one channel and a profile for it. A WebP is never grey, and its profile is one of colours.
func (p *parts) greyProfile() bool {
	grey := p.format == "jpeg" && p.components == 1 || p.format == "png" && (p.components == 1 || p.components == 2)
	return grey && cleanProfile(p.profile, "GRAY") != nil
}

// encoding is about how many bytes a sample takes while it becomes WebP.
const encoding = 8

// weight is about how much memory the decoded picture takes.
func (p *parts) weight() int {
	pixels := p.width * p.height
	switch {
	case p.format == "jpeg" && p.progressive:
		return pixels * 9 // planes, and all coefficients in 32 bits
	case p.format == "jpeg":
		return pixels * 2
	case p.format == "png":
		return pixels * 5 * max(p.depth, 8) / 8
	case p.format == "svg":
		return 0
	}
	return pixels * 5
}

// info is what Inspect tells.
func (p *parts) info() Info {
	info := Info{Format: p.format, Width: p.width, Height: p.height, Orientation: p.orientation, HasGPS: p.gps}
	if p.orientation >= 5 { // from 5 on the picture is turned by a quarter
		info.Width, info.Height = p.height, p.width
	}
	return info
}
