/** The map of opinions as a drawing: forms tell the groups apart, so that it reads in grey and on paper. */
import { escaped } from '#platform/text/html.ts';
import type { Mark, ReportMap } from '../model.ts';

/** The width of the drawing, and what is kept free around the marks for outlines and letters. */
const BOX = { width: 520, least: 200, margin: 48 };
/** How far an outline stands from the marks it holds. */
const AROUND = 10;
const BADGE = 15;
/** Outlines hold this share of a group, those nearest to its middle: a few far from all others would make it look large. */
const HELD = 0.9;
/** Outlines of fewer people hold all of them. */
const ALL_HELD = 10;

/** The form of each group's marks; groups beyond the last begin again. */
const forms = ['disc', 'square', 'triangle', 'diamond', 'cross'] as const;
type Form = (typeof forms)[number];

/** The class that styles a group's marks and outline. */
export function formOf(group: number): Form {
  return forms[group % forms.length]!;
}

export interface MapWords {
  /** What the drawing says, for who does not see it. */
  label: string;
  /** The letter of each group in the reader's script; none where there are no groups. */
  letters: readonly string[];
}

type Point = [x: number, y: number];

/**
 * The map as an SVG element that is styled by its classes. It is drawn the same way in every language; only its
 * words differ.
 */
export function mapSvg(map: ReportMap, { label, letters }: MapWords): string {
  const scale = (BOX.width - 2 * BOX.margin) / Math.max(map.width, map.height, 1);
  const width = Math.max(map.width * scale, BOX.least) + 2 * BOX.margin;
  const height = Math.max(map.height * scale, BOX.least) + 2 * BOX.margin;
  const left = (width - map.width * scale) / 2;
  const top = (height - map.height * scale) / 2;
  const place = ([x, y]: Mark): Point => [left + x * scale, top + (map.height - y) * scale];
  const groups = Math.max(letters.length, 1);
  const parts = Array.from({ length: groups }, (_, group) => map.marks.filter((mark) => mark[2] === group));
  const sizeOf = sizes(map);
  const hulls = letters.map((_, group) => outline(heldOf(parts[group]!, place).map(place)));
  const middle = mean(map.marks, place);
  const badges = badgesOf(
    hulls.map((hull, group) => ({ hull, own: mean(parts[group]!, place) })),
    middle,
    map.marks.map(place),
  );
  const drawn = [
    ...hulls.map((hull, group) => `<path class="hull ${formOf(group)}" d="${closed(hull)}"/>`),
    ...parts.map(
      (marks, group) =>
        `<path class="mark ${formOf(group)}" d="${marks.map((mark) => shape(formOf(group), place(mark), sizeOf(mark))).join('')}"/>`,
    ),
    ...letters.map((letter, group) => badge(letter, badges[group]!)),
  ];
  return `<svg class="map" viewBox="0 0 ${rounded(width)} ${rounded(height)}" role="img" aria-label="${escaped(label)}">${drawn.join('')}</svg>`;
}

/** A mark by itself with a bit of outline, for the key of the map. */
export function markSvg(group: number, alone = false): string {
  const form = formOf(group);
  const line = alone ? '' : `<path class="hull ${form}" d="M1 18h38"/>`;
  return `<svg class="key" viewBox="0 0 40 22" width="40" height="22" aria-hidden="true">${line}<path class="mark ${form}" d="${shape(form, [20, 8], 5)}"/></svg>`;
}

/** How large a mark is: by the number of people, and smaller where there are many marks. */
function sizes({ marks, gathered }: ReportMap): (mark: Mark) => number {
  const most = Math.max(1, ...marks.map(([, , , people]) => people));
  if (gathered) return ([, , , people]) => 2.5 + 8 * Math.sqrt(people / most);
  const one = marks.length > 800 ? 2 : marks.length > 250 ? 2.6 : marks.length > 60 ? 3.4 : 4.6;
  return ([, , , people]) => Math.min(one * Math.sqrt(people), 4 * one);
}

function mean(marks: readonly Mark[], place: (mark: Mark) => Point): Point {
  let [x, y, people] = [0, 0, 0];
  for (const mark of marks) {
    const [markX, markY] = place(mark);
    x += markX * mark[3];
    y += markY * mark[3];
    people += mark[3];
  }
  return [x / Math.max(people, 1), y / Math.max(people, 1)];
}

/** The marks that an outline holds: nine people in ten, those nearest to the middle of their group. */
function heldOf(marks: readonly Mark[], place: (mark: Mark) => Point): readonly Mark[] {
  const people = marks.reduce((sum, mark) => sum + mark[3], 0);
  if (people < ALL_HELD) return marks;
  const [x, y] = mean(marks, place);
  const away = new Map(
    marks.map((mark) => {
      const [markX, markY] = place(mark);
      return [mark, Math.hypot(markX - x, markY - y)];
    }),
  );
  let held = 0;
  return marks
    .toSorted((a, b) => away.get(a)! - away.get(b)!)
    .filter((mark) => {
      const isHeld = held < HELD * people;
      held += mark[3];
      return isHeld;
    });
}

/**
 * Where letters stand: beside the outline of their group, over as few marks and other letters as can be, on the side
 * that looks away from everybody's middle.
 */
function badgesOf(
  groups: readonly { hull: readonly Point[]; own: Point }[],
  middle: Point,
  marks: readonly Point[],
): Point[] {
  const badges: Point[] = [];
  const near = (reach: number, points: readonly Point[], [x, y]: Point) =>
    points.filter((point) => Math.hypot(point[0] - x, point[1] - y) < reach).length;
  for (const { hull, own } of groups) {
    const away = Math.atan2(own[1] - middle[1], own[0] - middle[0]);
    const tried = hull.map(([x, y]): { at: Point; cost: number } => {
      const angle = Math.atan2(y - own[1], x - own[0]);
      const reach = BADGE + 4;
      const at: Point = [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
      const covered = near(reach, marks, at) + 20 * near(2 * reach, badges, at);
      return { at, cost: covered - Math.cos(angle - away) };
    });
    badges.push(
      tried.reduce((best, one) => (one.cost < best.cost ? one : best), tried[0] ?? { at: own, cost: 0 }).at,
    );
  }
  return badges;
}

function badge(letter: string, [x, y]: Point): string {
  return `<g class="letter"><circle cx="${rounded(x)}" cy="${rounded(y)}" r="${BADGE}"/><text x="${rounded(x)}" y="${rounded(y + 6.5)}">${escaped(letter)}</text></g>`;
}

function shape(form: Form, [x, y]: Point, size: number): string {
  const [r, s] = [size, size * 0.88];
  const at = (dx: number, dy: number) => `${rounded(x + dx)} ${rounded(y + dy)}`;
  if (form === 'disc')
    return `M${at(-r, 0)}a${rounded(r)} ${rounded(r)} 0 1 0 ${rounded(2 * r)} 0a${rounded(r)} ${rounded(r)} 0 1 0 ${rounded(-2 * r)} 0z`;
  if (form === 'square') return `M${at(-s, -s)}h${rounded(2 * s)}v${rounded(2 * s)}h${rounded(-2 * s)}z`;
  if (form === 'triangle') return `M${at(0, -1.2 * r)}L${at(1.1 * r, 0.8 * r)}L${at(-1.1 * r, 0.8 * r)}z`;
  if (form === 'diamond')
    return `M${at(0, -1.3 * r)}L${at(1.3 * r, 0)}L${at(0, 1.3 * r)}L${at(-1.3 * r, 0)}z`;
  return `M${at(-s, -s)}L${at(s, s)}M${at(s, -s)}L${at(-s, s)}`;
}

/** The convex hull of small octagons around the points, so that one point has an outline as well. */
function outline(points: readonly Point[]): Point[] {
  const around = points.flatMap(([x, y]) =>
    Array.from({ length: 8 }, (_, at): Point => {
      const angle = (Math.PI / 4) * (at + 0.5);
      return [x + AROUND * Math.cos(angle), y + AROUND * Math.sin(angle)];
    }),
  );
  return convexHull(around);
}

/** A. M. Andrew, Another Efficient Algorithm for Convex Hulls in Two Dimensions, 1979 (the monotone chain). */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  if (sorted.length < 3) return sorted;
  const half = (way: readonly Point[]) => {
    const chain: Point[] = [];
    for (const point of way) {
      while (chain.length > 1 && turn(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

function turn(from: Point, over: Point, to: Point): number {
  return (over[0] - from[0]) * (to[1] - from[1]) - (over[1] - from[1]) * (to[0] - from[0]);
}

function closed(points: readonly Point[]): string {
  return points.length === 0 ? '' : `M${points.map(([x, y]) => `${rounded(x)} ${rounded(y)}`).join('L')}z`;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
