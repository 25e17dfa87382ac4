import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { markPicture, pictures } from './icons.ts';
import { markBands } from './mark.ts';

const file = (name: string): Buffer => readFileSync(new URL(`../../static/${name}`, import.meta.url));

describe('the mark', () => {
  it('ends every band the same way off the band that passes over it', () => {
    const width = 1;
    const [band] = markBands(10, width);
    // The bands above run along x − y = 10 and x + y = 10.
    const start = [band![0]!, band![5]!].map(([x, y]) => (x - y - 10) / Math.SQRT2);
    const end = [band![2]!, band![3]!].map(([x, y]) => (10 - x - y) / Math.SQRT2);
    for (const distance of [...start, ...end]) expect(distance).toBeCloseTo(0.75 * width, 10);
  });

  it('has the four corners of each square', () => {
    const corners = markBands(10, 1).map((band) => band[1]!);
    const angles = corners.map(([x, y]) => Math.round((Math.atan2(y, x) * 180) / Math.PI + 360) % 360);
    expect(angles.toSorted((a, b) => a - b)).toEqual([0, 45, 90, 135, 180, 225, 270, 315]);
    for (const [x, y] of corners) expect(Math.hypot(x, y)).toBeCloseTo(10 + Math.SQRT1_2, 10);
  });

  it('is in its files as it is drawn', () => {
    for (const { file: name, side, look } of pictures) {
      if (side === undefined) expect(file(name).toString()).toBe(markPicture(look));
      // Width of a PNG: big-endian at byte 16 (PNG specification, IHDR).
      else expect(file(name).readUInt32BE(16)).toBe(side);
    }
  });

  it('is named by the manifest with the files that exist', () => {
    const manifest = JSON.parse(file('site.webmanifest').toString()) as { icons: { src: string }[] };
    const files = new Set(pictures.map((picture) => `/${picture.file}`));
    expect(manifest.icons.filter((icon) => !files.has(icon.src))).toEqual([]);
  });
});
