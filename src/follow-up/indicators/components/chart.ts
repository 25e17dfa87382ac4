/** What a chart of one indicator shows. */
export interface ChartInput {
  /** The baseline first where its day is known, then what was validated at the end of each period. */
  points: readonly { on: string; value: number }[];
  baseline: number | null;
  target: number | null;
  /** The day of the target, where it is known. */
  targetOn: string | null;
  /** How many levels a scale has; 0 of a number. */
  levels: number;
  /** Time runs from right to left. */
  mirrored: boolean;
}

export interface Place {
  x: number;
  y: number;
}

/** Where everything of a chart stands, in units of its own box. */
export interface Chart {
  points: Place[];
  /** Heights of lines across: the levels of a scale; of a number, nought where it is in sight. */
  across: number[];
  target: { y: number; at: Place | null } | null;
  /** The first and last days in sight. */
  from: string;
  to: string;
}

/** The box of every chart, in its own units. */
export const box = { width: 320, height: 150, edge: 18 } as const;

const day = (date: string) => Date.parse(date) / 86_400_000;

/**
 * Lays a chart out: time along, values up. A number's chart holds nought, so that what looks twice as high is; a scale's
 * holds all of its levels.
 * @returns null where there is nothing to draw a line between
 */
export function layOut({ points, baseline, target, targetOn, levels, mirrored }: ChartInput): Chart | null {
  if (points.length < 2) return null;
  const dates = [
    ...points.map(({ on }) => on),
    ...(target !== null && targetOn ? [targetOn] : []),
  ].toSorted();
  const [from, to] = [dates[0]!, dates.at(-1)!];
  if (from === to) return null;
  const values = [
    ...points.map(({ value }) => value),
    ...(baseline === null ? [] : [baseline]),
    ...(target === null ? [] : [target]),
    ...(levels > 0 ? [1, levels] : [0]),
  ];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const along = (date: string) => {
    const share = (day(date) - day(from)) / (day(to) - day(from));
    return box.edge + (mirrored ? 1 - share : share) * (box.width - 2 * box.edge);
  };
  const up = (value: number) => {
    const share = high === low ? 0 : (value - low) / (high - low);
    return box.height - box.edge - share * (box.height - 2 * box.edge);
  };
  const rounded = (value: number) => Math.round(value * 10) / 10;
  const place = (on: string, value: number): Place => ({ x: rounded(along(on)), y: rounded(up(value)) });
  const rungs = levels > 0 ? Array.from({ length: levels }, (_, at) => at + 1) : [0];
  return {
    points: points.map(({ on, value }) => place(on, value)),
    across: rungs.map((value) => rounded(up(value))),
    target:
      target === null
        ? null
        : { y: rounded(up(target)), at: targetOn === null ? null : place(targetOn, target) },
    from,
    to,
  };
}
