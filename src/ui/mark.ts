/**
 * The network's own mark: the two squares of the star as interlaced bands, one thread drawn through both.
 * Outlines only and no tick, so that it is never read as the star of something validated.
 */
import type { Point } from './star.ts';

/** Half side of each square, for a mark of radius 1. */
const half = Math.SQRT1_2;
/** Where a side of one square crosses the other's, as distance from the side's middle. */
const crossing = 1 - half;

/**
 * The eight bands of the interlacing, as polygons to be filled. Each goes round one corner of its square, passes
 * over the other square once, and ends at both sides where it passes under: cut parallel to the band above, with
 * a quarter of a width of air. Along either square the crossings are over and under in turn.
 * @param radius from the centre to the middle of a corner's band
 * @param width of the bands, in the same unit; below 0.2 · radius
 */
export function markBands(radius: number, width: number): Point[][] {
  const h = width / radius / 2;
  // Bands cross at 45°: the room to leave, measured along the band's middle.
  const room = 1.5 * h * Math.SQRT2;
  const aroundCorner: Point[] = [
    [crossing + room - h, -half - h],
    [half + h, -half - h],
    [half + h, crossing - room - h],
    [half - h, crossing - room + h],
    [half - h, -half + h],
    [crossing + room + h, -half + h],
  ];
  return Array.from({ length: 8 }, (_, eighth) =>
    aroundCorner.map((point) => scale(turn(point, (eighth * Math.PI) / 4), radius)),
  );
}

/**
 * The thread, a cubic curve from side to side through the centre, as the SVG paths of its two halves.
 * The first half lies over the bands, the second under them.
 */
export function markThread(radius: number): [over: string, under: string] {
  const at = (x: number, y: number): string => `${round(x * radius)} ${round(y * radius)}`;
  return [
    `M${at(-1, 0.38)}C${at(-0.5, 0.38)} ${at(-0.3, 0.3)} ${at(0, 0)}`,
    `M${at(0, 0)}C${at(0.3, -0.3)} ${at(0.5, -0.38)} ${at(1, -0.38)}`,
  ];
}

function turn([x, y]: Point, angle: number): Point {
  return [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)];
}

function scale([x, y]: Point, factor: number): Point {
  return [x * factor, y * factor];
}

const round = (value: number): number => Math.round(value * 100) / 100 + 0;
