/** Papers as DOCX (ECMA-376): headings with their styles, a table of contents, both directions, written by `docx`. */
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  ImageRun,
  InternalHyperlink,
  LeaderType,
  Packer,
  PageNumber,
  PageOrientation,
  PageReference,
  Paragraph,
  TextRun,
  type Table,
} from 'docx';
import { cleaned } from '../paper/clean.ts';
import { keepsWithNext } from '../paper/keeping.ts';
import { directionOf, type Block, type Cover, type Paper } from '../paper/model.ts';
import { printed } from '../paper/press.ts';
import { blockOf, grid, MEASURE } from './blocks.ts';
import { motifPng } from './motif.ts';
import { COLOURS, paragraph, runs, type Writing } from './runs.ts';
import { settled } from './settled.ts';
import { numberingOf, stylesOf } from './styles.ts';

/** A4 in twentieths of a point. */
const A4 = { width: 11_906, height: 16_838 };

/** The paper as DOCX bytes, written beside the event loop and kept; see {@link write}. */
export function docxFile(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  return printed('#formats/docx/docx.ts', paper);
}

/**
 * The paper as DOCX bytes; the same paper gives the same bytes. It takes the thread that calls it for as long as it
 * lasts: see `paper/press`.
 * @throws {RangeError} when the paper's language or day is none
 */
export async function write(given: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const paper = cleaned(given);
  const writing: Writing = {
    lang: paper.lang,
    dir: directionOf(paper.lang),
    notes: {},
    places: placesOf(paper),
    centred: paper.form === 'certificate',
  };
  const list = { count: 0 };
  const certificate = paper.form === 'certificate';
  const children = [
    ...(paper.cover ? await coverOf(writing, paper, paper.cover) : []),
    ...(paper.contents ? contentsOf(writing, paper.contents, paper.blocks) : []),
    ...(paper.head ?? []).map((line, at) =>
      paragraph(
        writing,
        line,
        certificate ? { alignment: AlignmentType.CENTER } : {},
        at === 0 ? { bold: true } : {},
      ),
    ),
    ...paper.blocks.flatMap((block, at, all) =>
      blockOf(writing, block, list, {
        keepNext: keepsWithNext(block, all[at - 1], all[at + 1]),
        pageBreakBefore: at === 0 && paper.contents !== undefined,
        ...(paper.contents && { bookmark: bookmarkOf(at) }),
      }),
    ),
  ];
  const head = headOf(writing, paper);
  const foot = footOf(writing, paper);
  const document = new Document({
    title: paper.title.text,
    creator: paper.author,
    lastModifiedBy: paper.author,
    styles: stylesOf(paper.lang, writing.dir),
    numbering: numberingOf(),
    footnotes: writing.notes,
    // Word fills in the pages of the contents when it opens the file.
    features: { updateFields: paper.contents !== undefined },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { ...A4, ...(certificate && { orientation: PageOrientation.LANDSCAPE }) },
            margin: { top: 1_700, bottom: 1_500, left: 1_418, right: 1_418, header: 700, footer: 600 },
          },
        },
        headers: { default: head.later, first: head.first },
        footers: { default: foot, first: paper.cover ? new Footer({ children: [new Paragraph({})] }) : foot },
        children,
      },
    ],
  });
  return settled(await Packer.toBuffer(document), paper.date, writing.dir);
}

/** Rows of words from which a cover takes a lower motif and less air, so that it stays one page. */
const FULL_COVER = 19;

/** About how many rows of words a cover has: a title counts by its size. */
function coverRows({ title }: Paper, { subtitle, lines, by }: Cover): number {
  const rows = (text: readonly { text: string }[], letters: number) =>
    Math.ceil(text.reduce((sum, run) => sum + run.text.length, 0) / letters);
  return (
    2 * rows([title], 32) +
    1.5 * [...(subtitle ? [subtitle] : []), ...lines].reduce((sum, line) => sum + rows(line, 62), 0) +
    by.reduce((sum, { names }) => sum + names.reduce((of, name) => of + rows(name, 62), 0), 0)
  );
}

async function coverOf(writing: Writing, paper: Paper, cover: Cover): Promise<(Paragraph | Table)[]> {
  const line = { style: 'single', size: 6, color: COLOURS.line, space: 8 } as const;
  const full = coverRows(paper, cover) > FULL_COVER;
  return [
    new Paragraph({
      spacing: { after: full ? 240 : 700 },
      children: [
        new ImageRun({
          type: 'png',
          data: await motifPng(writing.dir, full ? 'low' : 'high'),
          transformation: { width: 604, height: full ? 151 : 240 },
          altText: { name: 'motif', title: '', description: '' },
          decorative: true,
        }),
      ],
    }),
    paragraph(writing, cover.eyebrow, { style: 'Eyebrow' }),
    paragraph(writing, [paper.title], { style: 'Title' }),
    ...(cover.subtitle
      ? [paragraph(writing, cover.subtitle, { style: 'Lead' }, { color: COLOURS.soft })]
      : []),
    ...cover.lines.map((words) => paragraph(writing, words, { style: 'Lead' })),
    new Paragraph({
      border: { bottom: line },
      spacing: { before: full ? 120 : 900, after: full ? 120 : 240 },
    }),
    ...(cover.by.length > 0
      ? [
          grid(
            writing,
            [3, 7],
            cover.by.map(({ label, names }) => [[label], names]),
            { soft: true },
          ),
        ]
      : []),
  ];
}

/**
 * The headings that readers look for, each with a link to it and the page it is on: a field of its own, which
 * LibreOffice reckons as it lays the paper out and Word when it opens the file.
 */
function contentsOf(writing: Writing, title: Paper['title'], blocks: readonly Block[]): Paragraph[] {
  const entries = blocks.flatMap((block, at) => {
    if (block.kind !== 'heading' || block.level > 2) return [];
    const look = block.level === 1 ? { bold: true } : { color: COLOURS.soft };
    return new Paragraph({
      style: `TOC${block.level}`,
      bidirectional: writing.dir === 'rtl',
      tabStops: [{ type: 'end', position: MEASURE, leader: LeaderType.DOT }],
      children: [
        new InternalHyperlink({
          anchor: bookmarkOf(at),
          children: [
            ...runs(writing, block.text, look),
            new TextRun({ text: '\t', ...(writing.dir === 'rtl' && { rightToLeft: true }), ...look }),
            new PageReference(bookmarkOf(at), { hyperlink: true }),
          ],
        }),
      ],
    });
  });
  return [paragraph(writing, [title], { style: 'ContentsTitle', pageBreakBefore: true }), ...entries];
}

/** The headings that words of a paper may lead to: those that its contents lead to. */
function placesOf({ contents, blocks }: Paper): ReadonlyMap<string, string> {
  const places = blocks.flatMap((block, at): [string, string][] =>
    contents && block.kind === 'heading' && block.level < 3 && block.id ? [[block.id, bookmarkOf(at)]] : [],
  );
  return new Map(places);
}

/** The name of what the contents lead to, by its place among the blocks. */
const bookmarkOf = (at: number): string => `_Toc${at + 1}`;

/** The head of the first page and of the later ones: what the paper is, and what it must not be taken for. */
function headOf(writing: Writing, { running, notice, cover }: Paper): { first: Header; later: Header } {
  const label = notice
    ? [
        paragraph(
          writing,
          [notice],
          { shading: { fill: COLOURS['saffron-pale'] }, spacing: { after: 60 } },
          { bold: true, size: 16, color: COLOURS.saffron },
        ),
      ]
    : [];
  const title = cover
    ? [
        paragraph(
          writing,
          running.head,
          { border: { bottom: { style: 'single', size: 4, color: COLOURS.line, space: 6 } } },
          { size: 16, color: COLOURS.soft },
        ),
      ]
    : [];
  const filled = (children: Paragraph[]) =>
    new Header({ children: children.length > 0 ? children : [new Paragraph({})] });
  return { first: filled(label), later: filled([...label, ...title]) };
}

function footOf(writing: Writing, { running, form }: Paper): Footer {
  if (form === 'certificate') return new Footer({ children: [new Paragraph({})] });
  const look = { size: 16, color: COLOURS.soft };
  return new Footer({
    children: [
      new Paragraph({
        bidirectional: writing.dir === 'rtl',
        tabStops: [{ type: 'end', position: MEASURE }],
        children: [
          ...runs(writing, running.foot, look),
          new TextRun({ children: ['\t', PageNumber.CURRENT], bold: true, size: 16, color: COLOURS.brand }),
        ],
      }),
    ],
  });
}
