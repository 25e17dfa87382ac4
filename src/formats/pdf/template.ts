/**
 * The drawing of a paper, in Typst. It holds no data: everything shown comes through `sys.inputs.paper` as JSON and
 * is set as text, so no character of it is ever read as markup.
 */
import { PARTS } from './parts.ts';

export const TEMPLATE =
  String.raw`
#let paper = json(bytes(sys.inputs.paper))
#let colour = paper.colours.pairs().map(((name, value)) => (name, rgb(value))).to-dict()
#let directions = (ltr: ltr, rtl: rtl)
#let rtl-page = paper.dir == "rtl"
#let leading = (if paper.form == "sheet" { 0.8 } else { 1 }) * if rtl-page { 0.95em } else { 0.78em }
#let publication = paper.form == "publication"
#let certificate = paper.form == "certificate"
#let sheet = paper.form == "sheet"
#let base = (if certificate { 2.6pt } else if sheet { -1.7pt } else { 0pt }) + if rtl-page { 11.2pt } else { 10.4pt }
#let side = if certificate { 30mm } else if publication { 27mm } else if sheet { 17mm } else { 25mm }
#let top-margin = if sheet { 19mm } else { 30mm }
#let bottom-margin = if sheet { 15mm } else { 27mm }

#set document(
  title: paper.title.text, author: paper.author,
  date: datetime(year: paper.date.at(0), month: paper.date.at(1), day: paper.date.at(2)),
)
#set text(
  font: "Readex Pro", fallback: false, size: base, lang: paper.language, hyphenate: false, fill: colour.ink,
  dir: directions.at(paper.dir), number-type: "lining",
)
#set par(leading: leading, spacing: leading + 0.5em, justify: false, linebreaks: "optimized")
#show link: it => text(fill: colour.brand, it)

// Words in their own language and direction.
#let words(run) = {
  // A short reference isn't parted at its hyphen.
  let body = if run.text.match(regex("^[A-Z0-9]+(-[A-Z0-9]+)+$")) != none and run.text.len() <= 12 { box(text(run.text)) } else { text(run.text) }
  if run.soft { body = text(fill: colour.ink-2, body) }
  if run.strong { body = text(weight: "semibold", body) }
  if run.href != none { body = link(run.href, body) } else if run.to != none { body = link(std.label(run.to), body) }
  if run.language != none { body = text(lang: run.language, dir: directions.at(run.dir), body) }
  if run.breaks { linebreak() }
  body
}
#let inline(runs) = runs.map(run => {
  words(run)
  if run.note != none { footnote(run.note.map(words).join()) }
}).join()
#let lines(list, gap: if rtl-page { 0.95em } else { 0.6em }) = list.map(line => block(spacing: gap, inline(line))).join()

#set footnote.entry(separator: line(length: 22%, stroke: 0.5pt + colour.line), gap: 0.6em)
#show footnote.entry: set text(size: 0.82em)
` +
  PARTS +
  String.raw`
#let running-head = context {
  set text(size: 8pt, fill: colour.ink-2)
  let first = counter(page).get().first() == 1
  if not first {
    let head = if publication { inline(paper.running.head) }
    // A title that finds no room beside the notice has its own line under it.
    if label == none or measure(head).width + measure(label).width + 12pt < 210mm - 2 * side {
      grid(columns: (1fr, auto), column-gutter: 12pt, align: (start + horizon, end + horizon), head, label)
    } else {
      align(end, label)
      v(-5pt)
      head
    }
    if publication { v(-3pt); line(length: 100%, stroke: 0.5pt + colour.line) }
  }
}
#let running-foot = context {
  set text(size: 8pt, fill: colour.ink-2)
  let number = counter(page).get().first()
  if number > 1 or not publication {
    grid(
      columns: (1fr, auto), align: (start, end),
      inline(paper.running.foot),
      if publication or counter(page).final().first() > 1 { text(weight: "semibold", fill: colour.brand, str(number)) },
    )
  }
}
#set page(
  paper: "a4", flipped: certificate, margin: (x: side, top: top-margin, bottom: bottom-margin), fill: white,
  header: running-head, footer: running-foot, header-ascent: 34%, footer-descent: 34%,
  background: context if certificate { frame } else if publication and counter(page).get().first() == 1 { cover-ground() },
)

#first-label
#if publication and paper.cover != none { cover-page(); pagebreak() }
#if paper.contents != none {
  v(4mm)
  text(size: 19pt, weight: "semibold", words(paper.contents))
  v(5mm)
  outline(title: none, depth: 2)
  pagebreak(weak: true)
}
#if paper.head != none { if sheet { head-of-sheet() } else { head-of-paper() } }
#set align(if certificate { center } else { start })
#let set-blocks(blocks) = blocks.enumerate().map(((at, it)) => {
  let before = if at == 0 { none } else { blocks.at(at - 1) }
  set-block(it, under-eyebrow: before != none and before.kind == "paragraph" and before.tone == "eyebrow")
}).join()
#if sheet {
  // What is left of the page under the head; a little less, for what stands apart at its edges.
  layout(size => context {
    let room = size.height - here().position().y + top-margin - 2mm
    let amounts = (paper.blocks, ..paper.barer)
    let fitting = amounts.find(blocks => measure(width: size.width, set-blocks(blocks)).height <= room)
    set-blocks(if fitting == none { amounts.last() } else { fitting })
  })
} else { set-blocks(paper.blocks) }
`;
