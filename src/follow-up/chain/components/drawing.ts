import type { Direction } from '#platform/locale/locale.ts';
import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { formatNumber } from '#platform/locale/format.ts';
import { columnsOf, directTies, type Tie } from '../model.ts';
import type { ToldChain } from '../queries.server.ts';
import { tellRecord, type ToldRecord } from './records.ts';
import { thinned, type Thinned } from './thinned.ts';

/** A record in a drawing: its box, and the lines in it. Lengths are in CSS pixels. */
export interface Box {
  id: string;
  told: ToldRecord;
  isCurrent: boolean;
  x: number;
  y: number;
  width: number;
  height: number;
  /** What it is, with the reference by which it is cited. */
  labels: string[];
  /** Its name. */
  lines: string[];
  /** How it stands. */
  notes: string[];
}

/** A drawing of a chain, ready to be written as SVG. */
export interface Drawing {
  width: number;
  height: number;
  boxes: Box[];
  /** The ties as SVG path data; second are those besides the one by which a record finds its place. */
  paths: { d: string; isSecond: boolean }[];
}

const LINE = 17;
const PADDING = 10;
/** The most lines of what a record is, and of how it stands. */
const OTHERS = 3;
/** Where a line may break: at no blank that holds two words together. */
const BLANK = /[^\S\u00A0\u202F]+/u;
/** The mean width of a letter of a name, with room to spare. */
const LETTER = 6.9;

const lying = { width: 158, between: 32, beside: 16, lines: 5 } as const;
/** Where more boxes than so stand in a column, their names are shorter, so that the drawing stays in sight. */
const CROWDED = { boxes: 6, lines: 3 } as const;
/** Seven columns find their place on a wide page where each is a little narrower. */
const narrow = { ...lying, width: 142, between: 26 } as const;
const standing = { width: 328, indent: 14, deepest: 8, beside: 14, lines: 3 } as const;

/** The most columns that a lying drawing has: with more, it always stands. */
export const COLUMNS_MOST = 7;

/** How many columns a chain has, drawn lying. */
export function columnCount(chain: ToldChain): number {
  return Math.max(...columnsOf(chain).values()) + 1;
}

/** Columns beside each other, in the order of reading: from the left, or from the right. */
export function lyingDrawing(chain: ToldChain, direction: Direction): Drawing {
  const columns = columnsOf(chain);
  const ties = directTies(chain);
  const count = columnCount(chain);
  const { width, between, beside, lines: most } = count > 6 ? narrow : lying;
  const { nodes, left } = thinned(chain, columns, ties);
  const inEach = Map.groupBy(
    nodes.map(({ id }) => columns.get(id)!),
    (column) => column,
  ).values();
  const isCrowded = Math.max(...Array.from(inEach, ({ length }) => length)) > CROWDED.boxes;
  const lines = isCrowded ? CROWDED.lines : most;
  const inColumns = Array.from({ length: count }, (_, column) =>
    nodes.flatMap(({ id }) => (columns.get(id) === column ? contentOf(chain, id, width, lines) : [])),
  );
  const others = inColumns.map((_, column) => leftContent(chain, left, column, width));
  const heightOf = (column: number) =>
    [...inColumns[column]!, ...others[column]!].reduce((sum, { height }) => sum + height + beside, -beside);
  const tallest = Math.max(...inColumns.map((_, column) => heightOf(column)));
  const whole = { width: count * (width + between) - between, height: tallest };
  const middles = new Map<string, number>();
  const boxes = inColumns.flatMap((contents, column) => {
    // What is long is read from its top.
    let y = isCrowded ? 0 : (whole.height - heightOf(column)) / 2;
    // Each stands as near as it can to what it comes of, so that few ties cross.
    const ordered = contents
      .map((content, index) => ({ content, at: meanBefore(content.id, ties, middles) ?? index }))
      .sort((a, b) => a.at - b.at);
    return [...ordered.map(({ content }) => content), ...others[column]!].map((content): Box => {
      const along = column * (width + between);
      const x = direction === 'rtl' ? whole.width - along - width : along;
      const box = { ...content, x, y };
      middles.set(content.id, y + content.height / 2);
      y += content.height + beside;
      return box;
    });
  });
  const at = new Map(boxes.map((box) => [box.id, box]));
  const paths = ties.flatMap(([from, to]) => {
    const [first, second] = [at.get(from), at.get(to)];
    return first && second ? [{ d: lyingPath(first, second, between), isSecond: false }] : [];
  });
  return { ...whole, boxes, paths };
}

function meanBefore(id: string, ties: readonly Tie[], middles: ReadonlyMap<string, number>) {
  const before = ties.flatMap(([from, to]) => (to === id ? (middles.get(from) ?? []) : []));
  return before.length > 0 ? before.reduce((sum, one) => sum + one, 0) / before.length : null;
}

function lyingPath(from: Box, to: Box, between: number): string {
  const goesRight = from.x < to.x;
  const [x1, x2] = goesRight ? [from.x + from.width, to.x] : [from.x, to.x + to.width];
  const [y1, y2] = [from.y + from.height / 2, to.y + to.height / 2];
  const middle = round(goesRight ? x2 - between / 2 : x2 + between / 2);
  return `M${round(x1)} ${round(y1)}H${middle}V${round(y2)}H${round(x2)}`;
}

/** Records under each other, each a little further in than what it comes of: for a narrow page, and for paper. */
export function standingDrawing(chain: ToldChain, direction: Direction): Drawing {
  const columns = columnsOf(chain);
  const ties = directTies(chain);
  const { nodes, left } = thinned(chain, columns, ties);
  const { width: all, indent, deepest, beside, lines } = standing;
  const parents = new Map<string, string>();
  const shown = new Set(nodes.map(({ id }) => id));
  for (const { id } of nodes) {
    const before = ties.filter(
      ([from, to]) => to === id && shown.has(from) && columns.get(from)! < columns.get(id)!,
    );
    const latest = before.map(([from]) => from).sort((a, b) => columns.get(b)! - columns.get(a)!);
    if (latest[0]) parents.set(id, latest[0]);
  }
  const boxes: Box[] = [];
  let y = 0;
  const place = (id: string, depth: number): void => {
    const along = Math.min(depth, deepest) * indent;
    const x = direction === 'rtl' ? 0 : along;
    for (const content of contentOf(chain, id, all - along, lines)) {
      boxes.push({ ...content, x, y });
      y += content.height + beside;
    }
    for (const node of nodes) if (parents.get(node.id) === id) place(node.id, depth + 1);
  };
  const first = nodes.filter(({ id }) => !parents.has(id));
  const followed = new Set(parents.values());
  // What nothing stands under comes first, so that its ties lead down.
  const order = ({ id }: { id: string }) => columns.get(id)! + (followed.has(id) ? nodes.length : 0);
  for (const { id } of first.sort((a, b) => order(a) - order(b))) place(id, 0);
  for (const column of [...left.keys()].sort((a, b) => a - b))
    for (const content of leftContent(chain, left, column, all)) {
      boxes.push({ ...content, x: 0, y });
      y += content.height + beside;
    }
  const at = new Map(boxes.map((box) => [box.id, box]));
  const paths = ties.flatMap(([from, to]) => {
    const [start, end] = [at.get(from), at.get(to)];
    if (!start || !end) return [];
    const isSecond = parents.get(to) !== from;
    return [{ d: standingPath(start, end, direction, isSecond ? 10 : 6), isSecond }];
  });
  return { width: all, height: y - beside, boxes, paths };
}

function standingPath(from: Box, to: Box, direction: Direction, inside: number): string {
  const isRtl = direction === 'rtl';
  const x = isRtl ? from.x + from.width - inside : from.x + inside;
  const end = isRtl ? to.x + to.width : to.x;
  const start = from.y < to.y ? from.y + from.height : from.y;
  return `M${round(x)} ${round(start)}V${round(to.y + to.height / 2)}H${round(end)}`;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** A box before it has its place. */
type Content = Omit<Box, 'x' | 'y'>;

/** What stands in a box of a width, and how high it is; nothing of a record that may not be read. */
function contentOf(chain: ToldChain, id: string, width: number, most: number): Content[] {
  const record = chain.records.get(id);
  if (!record) return [];
  const told = tellRecord(record);
  const letters = Math.floor((width - 2 * PADDING) / LETTER);
  const label = [told.kind, told.sign].filter(Boolean).join(' · ');
  const labels =
    label.length <= letters || !told.sign
      ? wrapped(label, letters, OTHERS)
      : [...wrapped(told.kind, letters, 1), ...wrapped(told.sign, letters, OTHERS)];
  const lines = wrapped(told.name.text, letters, most);
  const notes = told.note ? wrapped(told.note, letters, OTHERS) : [];
  const height = (labels.length + lines.length + notes.length) * LINE + 2 * PADDING;
  return [{ id, told, isCurrent: id === chain.root.id, width, height, labels, lines, notes }];
}

/** The box that counts what a column leaves out, and leads to the path in words. */
function leftContent(chain: ToldChain, left: Thinned['left'], column: number, width: number): Content[] {
  const rest = left.get(column);
  const record = rest && chain.records.get(rest.id);
  if (!record) return [];
  const { kind, name, star } = tellRecord(record);
  const note = m.follow_up_chain_more({ count: formatNumber(rest.count, getLocale()) });
  const told = { kind, star, note, name: { ...name, text: '' }, href: '#path', sign: null, of: null };
  const letters = Math.floor((width - 2 * PADDING) / LETTER);
  const [labels, notes] = [wrapped(kind, letters, OTHERS), wrapped(note, letters, OTHERS)];
  const height = (labels.length + notes.length) * LINE + 2 * PADDING;
  const place = { id: `left-${column}`, isCurrent: false, width, height };
  return [{ ...place, told: { ...told, isLate: false }, labels, lines: [], notes }];
}

/** A word that is longer than a line, parted after its hyphens, which stay with Latin letters in any direction. */
function partsOf(word: string, letters: number): { text: string; isGlued: boolean }[] {
  const parts =
    word.length > letters
      ? word.replace(/(?<=[A-Z\d])-/gi, '-\u200E').split(/(?<=-\u200E?)(?!\u200E)/u)
      : [word];
  return parts.map((text, index) => ({ text, isGlued: index > 0 }));
}

/** A text in lines of at most so many characters; what has no room ends in an ellipsis. */
export function wrapped(text: string, letters: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  let isCut = false;
  for (const part of text.split(BLANK).flatMap((word) => partsOf(word, letters))) {
    const longer = line === '' ? part.text : `${line}${part.isGlued ? '' : ' '}${part.text}`;
    if (longer.length <= letters) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = part.text;
    isCut = lines.length === most;
    if (isCut) break;
  }
  if (!isCut) lines.push(line);
  return lines.map((one, index) => {
    const isLast = isCut && index === lines.length - 1;
    if (!isLast && one.length <= letters) return one;
    return `${one.slice(0, letters - 1).trimEnd()}…`;
  });
}

/** Where the line of a box stands, counted from 0, from the top of the box. */
export const baselineOf = (line: number): number => PADDING + 13 + line * LINE;
