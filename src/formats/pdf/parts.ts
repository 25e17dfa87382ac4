/** The parts a paper is drawn of, in Typst: cover, blocks, ornaments. See `template.ts`. */
export const PARTS = String.raw`
#let loose = if rtl-page { 1.2mm } else { 0mm }
// --- ornaments: the eight-pointed star is two squares, one turned; its inner corners lie on a circle of this share
#let shape-at(x, y, points, ..style) = place(
  top + left, dx: x, dy: y, curve(..style, curve.move(points.first()), ..points.slice(1).map(curve.line), curve.close()),
)
#let polar(radius, angle) = (radius * calc.cos(angle), radius * calc.sin(angle))
#let inner = calc.cos(45deg) / calc.cos(22.5deg)
#let star-points(radius) = range(16).map(i => polar(radius * if calc.even(i) { 1 } else { inner }, i * 22.5deg))
#let star-at(x, y, radius, ..style) = shape-at(x, y, star-points(radius), ..style)
#let interlace-at(x, y, radius, stroke) = for turn in (0deg, 45deg) {
  shape-at(x, y, range(4).map(i => polar(radius, i * 90deg + turn)), stroke: stroke)
}
#let cross-points(radius, scale) = range(4).map(turn => {
  let corner = polar(radius * calc.sqrt(2), 45deg + turn * 90deg)
  range(4).map(i => {
    let (x, y) = polar(radius * if calc.even(i) { 1 } else { inner }, 270deg - i * 22.5deg + turn * 90deg)
    ((corner.at(0) + x) * scale, (corner.at(1) + y) * scale)
  })
}).flatten().chunks(2)
#let zellige(width, height, pitch) = box(width: width, height: height, clip: true, fill: colour.brand-deep, {
  let radius = pitch / 2
  let lit-column = int(calc.floor(width / pitch)) - 2
  for row in range(int(calc.ceil(height / pitch)) + 1) {
    for column in range(int(calc.ceil(width / pitch)) + 1) {
      let x = if rtl-page { width - column * pitch - radius } else { column * pitch + radius }
      let y = row * pitch + radius
      let lit = row == 1 and column == lit-column
      let fill = if lit { colour.saffron-fill } else if calc.even(column + row) { colour.brand } else { colour.brand-mid }
      star-at(x, y, radius - 1pt, fill: fill)
      interlace-at(x, y, (radius - 1pt) * 0.72, 0.6pt + if lit { colour.brand-deep } else { colour.brand-line })
      star-at(x, y, (radius - 1pt) * 0.3, fill: colour.brand-deep)
      shape-at(x - radius, y + radius, cross-points(radius, 0.62), stroke: 0.6pt + colour.brand-thread)
    }
  }
})
#let star(size, fill) = box(width: size, height: size, star-at(size / 2, size / 2, size / 2, fill: fill))

// --- what the paper must not be taken for: in the text of the first page, where readers hear it, and over the others
#let label = if paper.notice == none { none } else {
  box(
    fill: colour.saffron-pale, inset: (x: 7pt, y: 4pt), radius: 2pt,
    text(size: 7.6pt, weight: "semibold", fill: colour.saffron-ink, words(paper.notice)),
  )
}
#let first-label = if label != none { place(top + end, dy: if sheet { -11mm } else { -16mm }, label) }

// --- the cover: one page; the ground is as high as what stands under it leaves room for
#let cover-top() = {
  block(spacing: 0pt, text(size: 11.5pt, weight: "semibold", fill: colour.saffron-ink, inline(paper.cover.eyebrow)))
  v(5mm)
  let size = if paper.title.text.len() > 160 { 19pt } else if paper.title.text.len() > 90 { 24pt } else { 29pt }
  block(spacing: 0pt, {
    set par(leading: if rtl-page { 0.75em } else { 0.5em })
    text(size: size, weight: "semibold", words(paper.title))
  })
  v(5mm)
  if paper.cover.subtitle != none {
    block(spacing: 0pt, text(size: 12.5pt, fill: colour.ink-2, inline(paper.cover.subtitle)))
    v(5mm)
  }
  text(size: 12pt, lines(paper.cover.lines, gap: if rtl-page { 1em } else { 0.75em }))
}
#let cover-foot() = {
  line(length: 100%, stroke: 0.75pt + colour.line)
  v(2mm)
  grid(
    columns: (44mm, 1fr), row-gutter: 4mm + loose, column-gutter: 6mm,
    ..paper.cover.by.map(part => (
      text(size: 9.4pt, fill: colour.ink-2, inline(part.label)),
      text(weight: "semibold", lines(part.names)),
    )).flatten(),
  )
}
#let pitch = 26.25mm
#let start-under(rows) = rows * pitch - 17mm
#let cover-rows() = {
  let height = measure(width: 210mm - 2 * side, { cover-top(); v(8mm); cover-foot() }).height
  let room(rows) = 240mm - start-under(rows) >= height
  if room(4) { 4 } else if room(3) { 3 } else { 2 }
}
#let cover-ground() = place(top + left, zellige(210mm, cover-rows() * pitch, pitch))
#let cover-page() = context {
  v(start-under(cover-rows()))
  cover-top()
  v(1fr)
  cover-foot()
}
// --- the head of letters and certificates
#let head-mark(radius) = box(width: 2 * radius, height: 2 * radius, {
  star-at(radius, radius, radius, fill: colour.brand)
  interlace-at(radius, radius, radius * 0.62, 0.6pt + white)
})
#let head-of-sheet() = {
  grid(
    columns: (14mm, 1fr), column-gutter: 4mm, align: start + horizon, head-mark(7mm),
    paper.head.enumerate().map(((at, line)) => block(
      spacing: 0.55em,
      text(
        size: if at == 1 { 17pt } else { 9pt }, weight: if at < 2 { "semibold" } else { "regular" },
        fill: if at == 0 { colour.saffron-ink } else if at == 1 { colour.ink } else { colour.ink-2 }, inline(line),
      ),
    )).join(),
  )
  v(-1mm)
  line(length: 100%, stroke: 0.75pt + colour.line)
}
#let head-of-paper() = {
  let align-to = if certificate { center } else { start }
  align(align-to, {
    if certificate { v(2mm) }
    head-mark(5.5mm)
    v(2mm)
    paper.head.enumerate().map(((at, line)) => block(
      spacing: 0.6em,
      text(weight: if at == 0 { "semibold" } else { "regular" }, fill: if at == 0 { colour.ink } else { colour.ink-2 }, inline(line)),
    )).join()
    if not certificate { v(1mm); line(length: 100%, stroke: 0.75pt + colour.line) }
  })
  v(5mm)
}
#let frame = {
  place(top + left, dx: 9mm, dy: 9mm, rect(width: 100% - 18mm, height: 100% - 18mm, stroke: 1pt + colour.brand))
  place(top + left, dx: 11mm, dy: 11mm, rect(width: 100% - 22mm, height: 100% - 22mm, stroke: 0.5pt + colour.saffron-fill))
  for (x, y) in ((10mm, 10mm), (287mm, 10mm), (10mm, 200mm), (287mm, 200mm)) {
    star-at(x, y, 6mm, fill: colour.brand)
    interlace-at(x, y, 3.6mm, 0.6pt + colour.brand-line)
  }
}

// --- headings and contents
#show heading: set text(weight: "semibold")
#show heading: set block(sticky: true)
#show heading.where(level: 1): it => if certificate {
  block(above: 6mm, below: 7mm, text(size: 24pt, fill: colour.brand, it.body))
} else if sheet {
  block(above: 4.4mm, below: 2.2mm + loose, sticky: true, text(size: base + 1.6pt, fill: colour.brand, it.body))
} else { block(above: 15mm, below: 5mm + loose, sticky: true, {
  if publication { block(spacing: 2.5mm, star(8pt, colour.saffron-fill)) }
  text(size: 17pt, it.body)
}) }
#let second-heading(above, body, sticky: true) = block(above: above, below: 3.6mm + loose, sticky: sticky, text(size: 12.4pt, body))
#show heading.where(level: 2): it => second-heading(9mm, it.body)
#let third-heading(above, body, sticky: true) = block(above: above, below: 2.6mm + loose, sticky: sticky, text(size: base, fill: colour.brand, body))
#show heading.where(level: 3): it => third-heading(6mm, it.body)
#show outline.entry.where(level: 1): set block(above: 1.25em)
#show outline.entry.where(level: 1): set text(weight: "semibold")
#show outline.entry.where(level: 2): set text(weight: "regular", fill: colour.ink-2)
#set outline.entry(fill: line(length: 100%, stroke: (paint: colour.line, thickness: 0.6pt, dash: (0.6pt, 3pt))))

// --- blocks
#let start-line(stroke) = if rtl-page { (right: stroke) } else { (left: stroke) }
#let start-inset(at) = if rtl-page { (right: at) } else { (left: at) }
#let set-paragraph(it) = {
  if it.tone == "eyebrow" {
    block(above: 1.9em, below: 0.7em + loose, sticky: it.keeps, text(size: 0.88em, weight: "semibold", fill: colour.saffron-ink, inline(it.text)))
  } else if it.tone == "lead" {
    if certificate { block(above: 0.9em, below: 0.9em, text(size: 2em, inline(it.text))) } else { par(text(size: 1.12em, inline(it.text))) }
  } else if it.tone == "soft" {
    let remark = par(text(size: 0.92em, fill: colour.ink-2, inline(it.text)))
    if it.keeps { block(above: leading + 0.5em, below: leading + 0.5em, sticky: true, remark) } else { remark }
  } else { par(inline(it.text)) }
}
#let item-gap = if sheet { leading } else { leading + 0.35em }
#let set-list(it) = {
  set list(marker: box(baseline: -0.22em, star(5pt, colour.brand)), indent: 0pt, body-indent: 0.8em, spacing: item-gap)
  set enum(indent: 0pt, body-indent: 0.8em, spacing: item-gap)
  if it.ordered { enum(..it.items.map(inline)) } else { list(..it.items.map(inline)) }
}
// Few words stay on one page; more may need several.
#let bytes-of(lines) = lines.flatten().map(run => run.text.len()).sum(default: 0)
#let cell-rise = if sheet { 4pt } else { 7pt }
#let set-table(it) = {
  set text(size: 0.92em)
  set par(leading: leading * 0.88)
  let head = it.columns.map(column => text(weight: "semibold", fill: colour.ink-2, inline(column.title)))
  let drawn = table(
    columns: it.columns.map(column => column.share * 1fr), align: start,
    inset: if rtl-page { (right: 0pt, left: 10pt, y: cell-rise) } else { (left: 0pt, right: 10pt, y: cell-rise) }, stroke: (x, y) => (bottom: if y == 0 { 1pt + colour.brand } else { 0.5pt + colour.line }),
    table.header(..head),
    ..it.rows.map(row => {
      let breakable = row.any(cell => bytes-of(cell) > 400)
      row.map(cell => table.cell(breakable: breakable, if sheet { text(size: 1.9em, fill: colour.brand, lines(cell)) } else { lines(cell) }))
    }).join(),
  )
  block(above: if sheet { 0.4em } else { 1.4em }, below: if sheet { 0.8em } else { 1.6em }, if it.caption == none { drawn } else {
    figure(kind: table, supplement: none, numbering: none, caption: figure.caption(position: top, inline(it.caption)), drawn)
  })
}
#let set-facts(it) = block(above: 1.2em, below: 1.4em, breakable: bytes-of(it.facts.map(fact => fact.values)) > 600, grid(
  columns: (42mm, 1fr), row-gutter: 3.4mm + loose, column-gutter: 6mm,
  ..it.facts.map(fact => (text(fill: colour.ink-2, inline(fact.label)), lines(fact.values))).flatten(),
))
#let set-quotation(it) = block(
  above: 1.3em, below: 1.3em, breakable: bytes-of(it.text) > 1000, stroke: start-line(2pt + colour.saffron-fill), inset: start-inset(12pt), {
    quote(block: false, quotes: false, inline(it.text))
    if it.by != none { block(above: 0.6em, text(size: 0.9em, fill: colour.ink-2, inline(it.by))) }
  },
)
#let set-figure(it) = block(above: 1.6em, below: 1.6em, breakable: false, figure(
  image(it.path, alt: it.alt, width: it.share * 100%), supplement: none, numbering: none,
  caption: if it.caption == none { none } else { inline(it.caption) },
))
#let set-signature(it) = block(above: 12mm, below: 10mm, breakable: false, align(start, grid(
  columns: (1fr, 75mm), [], lines(it.lines),
)))
#let set-block(it, under-eyebrow: false) = {
  // What stands over a heading belongs to it.
  show heading.where(level: 2): block => second-heading(if under-eyebrow { 1.6mm } else { 9mm }, block.body, sticky: it.keeps)
  show heading.where(level: 3): block => third-heading(if under-eyebrow { 1.6mm } else { 6mm }, block.body, sticky: it.keeps)
  if it.kind == "heading" {
    let title = heading(level: it.level, outlined: publication, inline(it.text))
    if "id" in it { [#title#std.label(it.id)] } else { title }
  }
  else if it.kind == "paragraph" { set-paragraph(it) }
  else if it.kind == "list" { set-list(it) }
  else if it.kind == "table" { set-table(it) }
  else if it.kind == "facts" { set-facts(it) }
  else if it.kind == "quotation" { set-quotation(it) }
  else if it.kind == "figure" { set-figure(it) }
  else if it.kind == "signature" { set-signature(it) }
}
`;
