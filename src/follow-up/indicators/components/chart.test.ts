import { describe, expect, it } from 'vitest';
import { box, layOut, type ChartInput } from './chart.ts';

const plain: ChartInput = {
  points: [
    { on: '2027-01-01', value: 0 },
    { on: '2027-07-01', value: 4 },
  ],
  baseline: 0,
  target: 8,
  targetOn: '2028-01-01',
  levels: 0,
  mirrored: false,
};
const [left, right] = [box.edge, box.width - box.edge];
const [top, bottom] = [box.edge, box.height - box.edge];

describe('a chart', () => {
  it('runs from the first day to the target’s, from nought to the highest', () => {
    const chart = layOut(plain)!;
    expect(chart).toMatchObject({
      from: '2027-01-01',
      to: '2028-01-01',
      across: [bottom],
      target: { y: top, at: { x: right, y: top } },
    });
    expect(chart.points[0]).toEqual({ x: left, y: bottom });
    expect(chart.points[1]).toEqual({ x: 158.8, y: (top + bottom) / 2 });
  });

  it('runs the other way where people read the other way, at the same heights', () => {
    const [there, back] = [layOut(plain)!, layOut({ ...plain, mirrored: true })!];
    expect(back.points.map(({ y }) => y)).toEqual(there.points.map(({ y }) => y));
    expect(back.points.map(({ x }) => x)).toEqual([right, 161.2]);
    expect(back.target!.at!.x).toBe(left);
  });

  it('has a line across for each level of a scale, whether it was reached or not', () => {
    const { across, points } = layOut({
      ...plain,
      points: [
        { on: '2027-01-01', value: 1 },
        { on: '2027-07-01', value: 2 },
      ],
      baseline: null,
      target: null,
      levels: 3,
    })!;
    expect(across).toEqual([bottom, (top + bottom) / 2, top]);
    expect(points[1]!.y).toBe(across[1]);
  });

  it('holds what is below nought', () => {
    const chart = layOut({
      ...plain,
      baseline: -4,
      target: null,
      points: [{ on: '2027-01-01', value: -4 }, plain.points[1]!],
    })!;
    expect(chart.points.map(({ y }) => y)).toEqual([bottom, top]);
    expect(chart.across).toEqual([(top + bottom) / 2]);
  });

  it('is none of one point alone, nor of two on one day', () => {
    expect(layOut({ ...plain, points: plain.points.slice(1) })).toBeNull();
    expect(layOut({ ...plain, targetOn: null, points: [plain.points[0]!, plain.points[0]!] })).toBeNull();
  });
});
