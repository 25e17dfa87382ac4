/**
 * The card's drawing, in Typst. It holds no data: everything shown comes through `sys.inputs.card` as JSON and
 * is set as text, so no character of it is ever read as markup. Lengths are points, one for each pixel.
 */
export const TEMPLATE = String.raw`
#let card = json(bytes(sys.inputs.card))
#let colour = card.colours.pairs().map(((name, value)) => (name, rgb(value))).to-dict()
#let rtl-page = card.direction == "rtl"
#let from-end(body) = place(top + if rtl-page { left } else { right }, body)

#let (width, height) = if card.square { (1080pt, 1080pt) } else { (1200pt, 630pt) }
#set page(width: width, height: height, margin: 0pt, fill: colour.paper)
#set text(
  font: "Readex Pro", fallback: false, lang: card.language, hyphenate: false, fill: colour.ink,
  dir: if rtl-page { rtl } else { ltr },
)
#set par(spacing: 0pt, justify: false, linebreaks: "optimized")

// A closed shape about (x, y); its points are relative to that place.
#let shape-at(x, y, points, ..style) = place(
  top + left, dx: x, dy: y, curve(..style, curve.move(points.first()), ..points.slice(1).map(curve.line), curve.close()),
)
#let polar(radius, angle) = (radius * calc.cos(angle), radius * calc.sin(angle))
// The eight-pointed star is two squares, one turned; its inner corners lie on a circle of this share.
#let inner = calc.cos(45deg) / calc.cos(22.5deg)
#let star-points(radius) = range(16).map(i => polar(radius * if calc.even(i) { 1 } else { inner }, i * 22.5deg))
#let star-at(x, y, radius, ..style) = shape-at(x, y, star-points(radius), ..style)
#let interlace-at(x, y, radius, stroke) = for turn in (0deg, 45deg) {
  shape-at(x, y, range(4).map(i => polar(radius, i * 90deg + turn)), stroke: stroke)
}
// What four stars whose points touch leave between them.
#let cross-points(radius, scale) = range(4).map(turn => {
  let corner = polar(radius * calc.sqrt(2), 45deg + turn * 90deg)
  range(4).map(i => {
    let (x, y) = polar(radius * if calc.even(i) { 1 } else { inner }, 270deg - i * 22.5deg + turn * 90deg)
    ((corner.at(0) + x) * scale, (corner.at(1) + y) * scale)
  })
}).flatten().chunks(2)

#let zellige(width, height, pitch, lit-row) = box(width: width, height: height, clip: true, fill: colour.brand-deep, {
  let radius = pitch / 2
  let columns = int(calc.ceil(width / pitch))
  for row in range(int(calc.ceil(height / pitch)) + 1) {
    for column in range(columns + 1) {
      let across = column * pitch
      let x = if rtl-page { width - across - radius } else { across + radius }
      let y = row * pitch
      let lit = row == lit-row and column == 0
      let fill = if lit { colour.saffron-fill } else if calc.even(column + row) { colour.brand } else { colour.brand-mid }
      star-at(x, y, radius - 3pt, fill: fill)
      interlace-at(x, y, (radius - 3pt) * 0.72, 1.6pt + if lit { colour.brand-deep } else { colour.brand-line })
      star-at(x, y, (radius - 3pt) * 0.3, fill: colour.brand-deep)
      shape-at(x - radius, y + radius, cross-points(radius, 0.62), stroke: 1.6pt + colour.brand-thread)
    }
  }
})

// Texts come in pieces that end where a line may break; 'cut' of them, with an ellipsis when some are missing.
#let first-of(pieces, cut) = {
  let whole = cut >= pieces.len()
  let shown = pieces.slice(0, calc.min(cut, pieces.len())).join("")
  if whole { shown } else { shown.trim(regex("[\s\u{200B},;:.،؛·–—-]+"), at: end) + "…" }
}
#let set-in(width, size, weight, leading, body) = block(width: width, {
  set par(leading: leading * 1em)
  text(size: size, weight: weight, body)
})

// Text at the first of 'steps' (size, greatest height) that holds it; at the last, as many pieces as it holds.
#let fitted(width, steps, weight, leading, pieces) = {
  let height(width, size, body) = measure(set-in(width, size, weight, leading, body)).height
  let widest(size) = calc.max(..pieces.map(piece => measure(text(size: size, weight: weight, piece)).width))
  let whole = pieces.join("")
  let step = steps.find(((size, most)) => widest(size) <= width and height(width, size, whole) <= most)
  let shown = whole
  if step == none {
    step = steps.last()
    let (low, top) = (1, pieces.len())
    while low < top {
      let middle = calc.ceil((low + top) / 2)
      if height(width, step.first(), first-of(pieces, middle)) <= step.last() { low = middle } else { top = middle - 1 }
    }
    shown = first-of(pieces, low)
  }
  let size = step.first()
  set-in(width, size, weight, leading, shown)
}

// The motif stands beside the words, or over them.
#let motif = 300pt
#let side = 72pt
#let measure-width = width - 2 * side - if card.square { 0pt } else { motif }
#let leading = if rtl-page { 0.7 } else { 0.52 }
#let one-line(size, weight, fill, pieces, width: measure-width) = context {
  set text(fill: fill)
  fitted(width, ((size, size * 1.5),), weight, leading, pieces)
}
#let lines = card.lines.map(pieces => one-line(26pt, "regular", colour.ink-2, pieces))
#let room = if card.square { 400pt } else { 272pt } - if lines.len() > 2 { 44pt } else { 0pt } - if rtl-page { 10pt } else { 0pt }
#let title-steps = (88pt, 76pt).map(size => (size, 190pt)) + (64pt, 58pt, 52pt, 47pt, 42pt, 38pt).map(size => (size, room))

#if card.square { place(top, zellige(width, motif, 150pt, 1)) } else { from-end(zellige(motif, height, 150pt, 2)) }
#let above = if card.square { motif } else { 0pt }
#place(top + start, dx: if rtl-page { -side } else { side }, dy: above, box(width: measure-width, height: height - above, {
  place(top + start, dy: 66pt, one-line(25pt, "semibold", colour.saffron, card.eyebrow))
  place(top + start, dy: if rtl-page { 130pt } else { 122pt }, context fitted(
    measure-width, title-steps, "semibold", leading, card.title,
  ))
  place(bottom + start, dy: -134pt, stack(spacing: 14pt, ..lines))
  place(bottom + start, dy: -104pt, line(length: measure-width, stroke: 1.5pt + colour.line))
  place(bottom + start, dy: -50pt, grid(
    columns: (34pt, measure-width - 48pt), column-gutter: 14pt, align: horizon + start,
    box(width: 34pt, height: 34pt, {
      star-at(17pt, 17pt, 17pt, fill: colour.brand)
      interlace-at(17pt, 17pt, 10.5pt, 1.4pt + colour.paper)
    }),
    one-line(25pt, "semibold", colour.brand, card.networkName, width: measure-width - 48pt),
  ))
}))
`;
