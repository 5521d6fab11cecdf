package picture

import "strings"

// The elements of SVG that draw, and that bring nothing from elsewhere and run nothing.
// Not among them: script, foreignObject, animate and set (they can change a link), feImage, metadata, view, cursor, font.
var svgElements = words(`svg g defs symbol use image title desc
	path rect circle ellipse line polyline polygon text tspan textPath
	linearGradient radialGradient stop pattern clipPath mask marker
	filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
	feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology
	feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence`)

// svgTexts are the elements that show their text.
var svgTexts = words(`text tspan textPath title desc`)

// svgAttributes are those that place, shape, paint and name. "href" is treated on its own.
var svgAttributes = words(`id class style lang xml:lang xml:space role tabindex
	aria-label aria-labelledby aria-describedby aria-hidden
	version viewBox preserveAspectRatio width height x y x1 y1 x2 y2 cx cy r rx ry fx fy fr d points pathLength
	transform transform-origin dx dy rotate textLength lengthAdjust startOffset method spacing side
	offset gradientUnits gradientTransform spreadMethod
	patternUnits patternContentUnits patternTransform clipPathUnits maskUnits maskContentUnits
	markerUnits markerWidth markerHeight refX refY orient
	filterUnits primitiveUnits in in2 result mode type values operator k1 k2 k3 k4 stdDeviation edgeMode radius order
	kernelMatrix divisor bias targetX targetY preserveAlpha kernelUnitLength surfaceScale diffuseConstant
	specularConstant specularExponent scale xChannelSelector yChannelSelector azimuth elevation z pointsAtX pointsAtY
	pointsAtZ limitingConeAngle baseFrequency numOctaves seed stitchTiles tableValues slope intercept amplitude exponent
	alignment-baseline baseline-shift clip-path clip-rule color color-interpolation color-interpolation-filters
	direction display dominant-baseline fill fill-opacity fill-rule filter flood-color flood-opacity
	font-family font-size font-size-adjust font-stretch font-style font-variant font-weight
	image-rendering isolation letter-spacing lighting-color marker-end marker-mid marker-start mask mask-type
	mix-blend-mode opacity overflow paint-order shape-rendering stop-color stop-opacity
	stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width
	text-anchor text-decoration text-rendering unicode-bidi vector-effect visibility white-space word-spacing writing-mode`)

func words(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// harmlessCSS reports whether a style sheet, a style or the value of an attribute fetches nothing. A backslash can spell any word
// another way and is not needed for anything, so it is refused; an address may only be a part of this file.
func harmlessCSS(css string) bool {
	css = strings.ToLower(css)
	if strings.ContainsAny(css, "\\\x00") {
		return false
	}
	for _, word := range []string{"expression(", "javascript:", "image(", "image-set(", "src(", "-moz-binding", "behavior:"} {
		if strings.Contains(css, word) {
			return false
		}
	}
	for _, at := range strings.Split(css, "@")[1:] {
		if !startsWithAny(at, "media", "supports", "keyframes", "layer") {
			return false
		}
	}
	for _, address := range strings.Split(css, "url(")[1:] {
		if !startsWithAny(strings.TrimLeft(address, " \t\r\n\"'"), "#") {
			return false
		}
	}
	return true
}

func startsWithAny(s string, prefixes ...string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}
