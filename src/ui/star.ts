/**
 * The eight-pointed star of zellige: the outline of two equal squares, one turned by 45°.
 * The same numbers draw it on pages, in PDFs and in images.
 */

export const starStates = ['empty', 'begun', 'half', 'full', 'validated'] as const;

/** How far a thing has come, as the star shows it. */
export type StarState = (typeof starStates)[number];

/** x to the right, y downwards, in the unit of the radius; the star's centre is 0, 0. */
export type Point = readonly [x: number, y: number];

/** How much of the star's height each state fills, from its foot. */
export const starFill: Record<StarState, number> = {
  empty: 0,
  begun: 0.28,
  half: 0.5,
  full: 1,
  validated: 1,
};

/** The strokes of the tick inside a validated star, for a radius of 1. */
export const starTick: readonly Point[] = [
  [-0.36, 0.02],
  [-0.11, 0.28],
  [0.37, -0.25],
];

/**
 * The sixteen corners of the star, clockwise from the tip at the top.
 * Inner corners lie where the squares' sides cross: at radius · cos 45° / cos 22.5°.
 */
export function starPoints(radius: number): Point[] {
  const inner = (radius * Math.cos(Math.PI / 4)) / Math.cos(Math.PI / 8);
  return Array.from({ length: 16 }, (_, corner): Point => {
    const distance = corner % 2 === 0 ? radius : inner;
    const angle = (corner * Math.PI) / 8 - Math.PI / 2;
    return [distance * Math.cos(angle), distance * Math.sin(angle)];
  });
}

/**
 * The part of the star below its level, as one polygon to be filled and not stroked.
 * `fill` goes from 0 (nothing) to 1 (the whole star), measured on the height from the lowest tip.
 * Clipping by one half plane after Sutherland and Hodgman (1974).
 */
export function starLevel(radius: number, fill: number): Point[] {
  if (fill <= 0) return [];
  const corners = starPoints(radius);
  const level = radius * (1 - 2 * Math.min(fill, 1));
  return corners.flatMap((from, index) => {
    const to = corners[(index + 1) % corners.length]!;
    const below = from[1] >= level;
    if (below === to[1] >= level) return below ? [from] : [];
    return below ? [from, crossing(from, to, level)] : [crossing(from, to, level)];
  });
}

function crossing(from: Point, to: Point, level: number): Point {
  const share = (level - from[1]) / (to[1] - from[1]);
  return [from[0] + share * (to[0] - from[0]), level];
}

/** Points as an SVG `points` attribute, in hundredths. */
export function svgPoints(points: readonly Point[]): string {
  return points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ');
}

const round = (value: number): number => Math.round(value * 100) / 100 + 0;
