import type { Month } from '../queries.server.ts';

/** The box of every timeline, in its own units. */
export const box = { width: 720, height: 190, top: 22, foot: 26 } as const;

/** The parts of a column, from its foot up. */
export const parts = ['completed', 'discontinued', 'open', 'late'] as const;
export type Part = (typeof parts)[number];

export interface Bar {
  part: Part;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A column of the drawing: a month's bars, how many there are, and where its milestones stand. */
export interface Column {
  month: string;
  middle: number;
  total: number;
  /** The height at which the column ends. */
  top: number;
  bars: Bar[];
  milestones: number;
}

/**
 * Lays months out as columns, each as high as what falls due in it; all columns have one scale, so that twice as much is
 * twice as high. @param mirrored time runs from right to left
 */
export function layOut(months: readonly Month[], mirrored: boolean): Column[] {
  const rounded = (value: number) => Math.round(value * 10) / 10;
  const totalOf = (month: Month) => parts.reduce((sum, part) => sum + month[part], 0);
  const highest = Math.max(1, ...months.map(totalOf));
  const pitch = box.width / Math.max(1, months.length);
  const room = box.height - box.top - box.foot;
  return months.map((month, index) => {
    const at = mirrored ? months.length - 1 - index : index;
    let foot = box.height - box.foot;
    const bars: Bar[] = [];
    for (const part of parts) {
      if (month[part] === 0) continue;
      const height = (month[part] / highest) * room;
      foot -= height;
      bars.push({
        part,
        x: rounded(at * pitch + pitch * 0.14),
        y: rounded(foot),
        width: rounded(pitch * 0.72),
        height: rounded(height),
      });
    }
    return {
      month: month.month,
      middle: rounded((at + 0.5) * pitch),
      total: totalOf(month),
      top: rounded(foot),
      bars,
      milestones: month.milestones,
    };
  });
}
