/** Blocks of a paper as paragraphs and tables of a DOCX. */
import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  ImageRun,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import type { Block, Figure, Inline, Table as PaperTable } from '../paper/model.ts';
import { COLOURS, paragraph, passage, type Writing } from './runs.ts';

/** Twentieths of a point between the margins. */
export const MEASURE = 9_070;
/** Pixels at 96 to the inch. */
const MEASURE_IN_PIXELS = 604;

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
const TONES = { eyebrow: 'Eyebrow', lead: 'Lead', soft: 'Remark' } as const;
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** How a block stands among the others. */
interface Standing {
  /** Whether it goes with the one after it. */
  keepNext: boolean;
  pageBreakBefore: boolean;
  /** The name under which the contents find a heading. */
  bookmark?: string;
}

/** @param list counts ordered lists, so that each begins at one */
export function blockOf(
  writing: Writing,
  block: Block,
  list: { count: number },
  { keepNext, pageBreakBefore, bookmark }: Standing,
): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        passage(
          writing,
          block.text,
          { heading: LEVELS[block.level], keepNext, pageBreakBefore },
          {},
          block.level < 3 ? bookmark : undefined,
        ),
      ];
    case 'paragraph':
      return [
        passage(
          writing,
          block.text,
          block.tone ? { style: TONES[block.tone], keepNext } : {},
          // Whom a certificate is for.
          writing.centred && block.tone === 'lead' ? { size: 44 } : {},
        ),
      ];
    case 'list': {
      if (block.ordered) list.count += 1;
      const numbering = block.ordered
        ? { reference: 'numbers', level: 0, instance: list.count }
        : { reference: 'bullets', level: 0 };
      return block.items.map((item) => paragraph(writing, item, { numbering }));
    }
    case 'table':
      return [
        ...(block.caption ? [paragraph(writing, block.caption, { style: 'Caption', keepNext: true })] : []),
        tableOf(writing, block),
        afterTable(writing),
      ];
    case 'facts':
      return [
        grid(
          writing,
          [3, 7],
          block.facts.map(({ label, values }) => [[label], values]),
          { soft: true },
        ),
        afterTable(writing),
      ];
    case 'quotation':
      return [
        passage(writing, block.text, { style: 'Quote', keepLines: true, keepNext: block.by !== undefined }),
        ...(block.by ? [paragraph(writing, block.by, { style: 'Remark', indent: { start: 340 } })] : []),
      ];
    case 'figure':
      return figureOf(writing, block);
    case 'signature':
      return block.lines.map((line, at) =>
        paragraph(writing, line, { indent: { start: 5_000 }, spacing: { before: at === 0 ? 800 : 0 } }),
      );
  }
}

/**
 * The paragraph that Word demands after a table: a point high, with the air of a line after it, which needs no room where
 * the page ends. One of a line's height would open a page with nothing on it where the table fills the last.
 */
function afterTable({ dir }: Writing): Paragraph {
  const air = dir === 'rtl' ? 460 : 400;
  return new Paragraph({
    run: { size: 2 },
    spacing: { line: 20, lineRule: LineRuleType.EXACT, before: 0, after: air },
  });
}

function tableOf(writing: Writing, table: PaperTable): Table {
  const widths = shares(table.columns.map(({ share }) => share));
  const cell = (content: readonly Inline[], at: number, head: boolean) =>
    new TableCell({
      width: { size: widths[at]!, type: WidthType.DXA },
      margins: { top: 70, bottom: 70, left: 80, right: 80 },
      borders: {
        top: none,
        left: none,
        right: none,
        bottom: head
          ? { style: BorderStyle.SINGLE, size: 10, color: COLOURS.brand }
          : { style: BorderStyle.SINGLE, size: 4, color: COLOURS.line },
      },
      children: lines(writing, content, head ? { bold: true, color: COLOURS.soft } : {}),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: MEASURE, type: WidthType.DXA },
    columnWidths: widths,
    visuallyRightToLeft: writing.dir === 'rtl',
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: table.columns.map(({ title }, at) => cell([title], at, true)),
      }),
      ...table.rows.map(
        (cells) =>
          new TableRow({ cantSplit: true, children: cells.map((content, at) => cell(content, at, false)) }),
      ),
    ],
  });
}

/** A table that only puts words beside words: no lines, no head. */
export function grid(
  writing: Writing,
  columns: readonly number[],
  rows: readonly (readonly (readonly Inline[])[])[],
  { soft = false } = {},
): Table {
  const widths = shares(columns);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: MEASURE, type: WidthType.DXA },
    columnWidths: widths,
    visuallyRightToLeft: writing.dir === 'rtl',
    rows: rows.map(
      (cells) =>
        new TableRow({
          children: cells.map(
            (content, at) =>
              new TableCell({
                width: { size: widths[at]!, type: WidthType.DXA },
                margins: { top: 50, bottom: 50, left: 40, right: 80 },
                borders: { top: none, bottom: none, left: none, right: none },
                children: lines(writing, content, at === 0 && soft ? { color: COLOURS.soft } : {}),
              }),
          ),
        }),
    ),
  });
}

/** A cell holds at least one paragraph. */
function lines(writing: Writing, content: readonly Inline[], look: object): Paragraph[] {
  const list = content.length > 0 ? content : [[]];
  return list.map((line) => paragraph(writing, line, { style: 'TableText' }, look));
}

function figureOf(writing: Writing, { image, type, width, height, alt, caption }: Figure): Paragraph[] {
  const scale = Math.min(1, MEASURE_IN_PIXELS / width);
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: caption !== undefined,
      children: [
        new ImageRun({
          type,
          data: Buffer.from(image, 'base64'),
          transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
          altText: { name: alt.text.slice(0, 60), title: '', description: alt.text },
        }),
      ],
    }),
    ...(caption ? [paragraph(writing, caption, { style: 'Caption', alignment: AlignmentType.CENTER })] : []),
  ];
}

/** Widths by shares, which fill the measure exactly. */
function shares(columns: readonly number[]): number[] {
  const sum = columns.reduce((a, b) => a + b, 0);
  const widths = columns.map((share) => Math.floor((MEASURE * share) / sum));
  widths[widths.length - 1]! += MEASURE - widths.reduce((a, b) => a + b, 0);
  return widths;
}
