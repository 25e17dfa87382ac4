import type { Direction } from '#platform/locale/locale.ts';
import { columnsOf, directTies, type Tie } from '../model.ts';
import type { ToldChain } from '../queries.server.ts';
import { tellRecord, type ToldRecord } from './records.ts';

/** A record in a drawing: its box, and the lines of its name. Lengths are in CSS pixels. */
export interface Box {
  id: string;
  told: ToldRecord;
  isCurrent: boolean;
  x: number;
  y: number;
  width: number;
  height: number;
  lines: string[];
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
/** The lines of a box besides those of its name: what it is, and how it stands. */
const OTHERS = 2;
/** The mean width of a letter of a name, with room to spare. */
const LETTER = 6.9;

const lying = { width: 158, between: 32, beside: 16, lines: 3 } as const;
/** Seven columns find their place on a wide page where each is a little narrower. */
const narrow = { ...lying, width: 142, between: 26 } as const;
const standing = { width: 328, indent: 14, deepest: 8, beside: 14, lines: 2 } as const;

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
  const { width, between, beside, lines } = count > 6 ? narrow : lying;
  const height = heightOf(lines);
  const inColumns = Array.from({ length: count }, (_, column) =>
    chain.nodes.filter(({ id }) => columns.get(id) === column),
  );
  const tallest = Math.max(...inColumns.map(({ length }) => length));
  const whole = { width: count * (width + between) - between, height: tallest * (height + beside) - beside };
  const middles = new Map<string, number>();
  const boxes = inColumns.flatMap((nodes, column) => {
    const top = (whole.height - (nodes.length * (height + beside) - beside)) / 2;
    // Each stands as near as it can to what it comes of, so that few ties cross.
    const ordered = nodes
      .map((node, index) => ({ node, at: meanBefore(node.id, ties, middles) ?? index }))
      .sort((a, b) => a.at - b.at);
    return ordered.flatMap(({ node }, index): Box[] => {
      const y = top + index * (height + beside);
      middles.set(node.id, y + height / 2);
      const along = column * (width + between);
      const x = direction === 'rtl' ? whole.width - along - width : along;
      return boxOf(chain, node.id, { x, y, width, height, lines });
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
  const { width: all, indent, deepest, beside, lines } = standing;
  const height = heightOf(lines);
  const parents = new Map<string, string>();
  for (const { id } of chain.nodes) {
    const before = ties.filter(([from, to]) => to === id && columns.get(from)! < columns.get(id)!);
    const latest = before.map(([from]) => from).sort((a, b) => columns.get(b)! - columns.get(a)!);
    if (latest[0]) parents.set(id, latest[0]);
  }
  const boxes: Box[] = [];
  const place = (id: string, depth: number): void => {
    const along = Math.min(depth, deepest) * indent;
    const y = boxes.length * (height + beside);
    const x = direction === 'rtl' ? 0 : along;
    boxes.push(...boxOf(chain, id, { x, y, width: all - along, height, lines }));
    for (const node of chain.nodes) if (parents.get(node.id) === id) place(node.id, depth + 1);
  };
  const first = chain.nodes.filter(({ id }) => !parents.has(id));
  const followed = new Set(parents.values());
  // What nothing stands under comes first, so that its ties lead down.
  const order = ({ id }: { id: string }) => columns.get(id)! + (followed.has(id) ? chain.nodes.length : 0);
  for (const { id } of first.sort((a, b) => order(a) - order(b))) place(id, 0);
  const at = new Map(boxes.map((box) => [box.id, box]));
  const paths = ties.flatMap(([from, to]) => {
    const [start, end] = [at.get(from), at.get(to)];
    if (!start || !end) return [];
    const isSecond = parents.get(to) !== from;
    return [{ d: standingPath(start, end, direction, isSecond ? 10 : 6), isSecond }];
  });
  return { width: all, height: boxes.length * (height + beside) - beside, boxes, paths };
}

function standingPath(from: Box, to: Box, direction: Direction, inside: number): string {
  const isRtl = direction === 'rtl';
  const x = isRtl ? from.x + from.width - inside : from.x + inside;
  const end = isRtl ? to.x + to.width : to.x;
  const start = from.y < to.y ? from.y + from.height : from.y;
  return `M${round(x)} ${round(start)}V${round(to.y + to.height / 2)}H${round(end)}`;
}

const heightOf = (lines: number): number => (lines + OTHERS) * LINE + 2 * PADDING;
const round = (value: number): number => Math.round(value * 10) / 10;

function boxOf(
  chain: ToldChain,
  id: string,
  { lines, ...place }: Pick<Box, 'x' | 'y' | 'width' | 'height'> & { lines: number },
): Box[] {
  const record = chain.records.get(id);
  if (!record) return [];
  const told = tellRecord(record);
  const letters = Math.floor((place.width - 2 * PADDING) / LETTER);
  return [
    {
      id,
      told,
      isCurrent: id === chain.root.id,
      ...place,
      lines: wrapped(told.name.text, letters, lines),
    },
  ];
}

/** A text in lines of at most so many characters; what has no room ends in an ellipsis. */
export function wrapped(text: string, letters: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= letters) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    if (lines.length === most) break;
  }
  if (lines.length < most) lines.push(line);
  const isWhole = lines.join(' ').length >= text.trim().replace(/\s+/gu, ' ').length;
  return lines.map((one, index) => {
    const isLast = !isWhole && index === lines.length - 1;
    if (!isLast && one.length <= letters) return one;
    return `${one.slice(0, letters - 1).trimEnd()}…`;
  });
}

/** A line of a box, shortened to its width. */
export function fitted(text: string, { width }: Pick<Box, 'width'>, without = 0): string {
  return wrapped(text, Math.floor((width - 2 * PADDING - without) / LETTER), 1)[0] ?? '';
}

/** Where the line of a box stands, counted from 0, from the top of the box. */
export const baselineOf = (line: number): number => PADDING + 13 + line * LINE;
