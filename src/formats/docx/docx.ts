/** Papers as DOCX (ECMA-376): headings with their styles, a table of contents, both directions, written by `docx`. */
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  ImageRun,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TableOfContents,
  TextRun,
  type Table,
} from 'docx';
import { cleaned } from '../paper/clean.ts';
import { keepsWithNext } from '../paper/keeping.ts';
import { directionOf, type Cover, type Paper } from '../paper/model.ts';
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
    centred: paper.form === 'certificate',
  };
  const list = { count: 0 };
  const certificate = paper.form === 'certificate';
  const children = [
    ...(paper.cover ? await coverOf(writing, paper, paper.cover) : []),
    ...(paper.contents ? contentsOf(writing, paper.contents) : []),
    ...(paper.head ?? []).map((line, at) =>
      paragraph(
        writing,
        line,
        certificate ? { alignment: AlignmentType.CENTER } : {},
        at === 0 ? { bold: true } : {},
      ),
    ),
    ...paper.blocks.flatMap((block, at, all) =>
      blockOf(writing, block, list, keepsWithNext(block, all[at - 1], all[at + 1])),
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

async function coverOf(writing: Writing, paper: Paper, cover: Cover): Promise<(Paragraph | Table)[]> {
  const line = { style: 'single', size: 6, color: COLOURS.line, space: 8 } as const;
  return [
    new Paragraph({
      spacing: { after: 700 },
      children: [
        new ImageRun({
          type: 'png',
          data: await motifPng(writing.dir),
          transformation: { width: 604, height: 240 },
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
    new Paragraph({ border: { bottom: line }, spacing: { before: 900, after: 240 } }),
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

function contentsOf(writing: Writing, title: Paper['title']): (Paragraph | TableOfContents)[] {
  return [
    paragraph(writing, [title], { style: 'ContentsTitle', pageBreakBefore: true }),
    new TableOfContents(title.text, { hyperlink: true, headingStyleRange: '1-2' }),
    new Paragraph({ pageBreakBefore: true, spacing: { after: 0, line: 20, lineRule: LineRuleType.EXACT } }),
  ];
}

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
