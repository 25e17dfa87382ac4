import sharp from 'sharp';
import { crc32 } from 'node:zlib';
import { expect, it } from 'vitest';
import { redraw } from './images.ts';

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 10, g: 90, b: 90 } } });

it('draws an image anew in two widths, and keeps nothing that stood beside its pixels', async () => {
  const bytes = await picture(2_400, 1_200)
    .withExif({ IFD0: { Copyright: 'indiscretion' }, IFD3: { GPSLatitude: '34/1 1/1 0/1' } })
    .jpeg()
    .toBuffer();
  const hidden = Buffer.concat([bytes, Buffer.from('<script>indiscretion</script>')]);
  expect(hidden.includes('indiscretion')).toBe(true);
  expect((await sharp(hidden).metadata()).exif).toBeDefined();
  const drawn = (await redraw(hidden))!;
  expect([drawn.width, drawn.height]).toEqual([1_600, 800]);
  for (const [image, width] of [
    [drawn.wide, 1_600],
    [drawn.narrow, 640],
  ] as const) {
    const { exif, icc, xmp, ...found } = await sharp(image).metadata();
    expect([found.format, found.width, exif, icc, xmp]).toEqual([
      'webp',
      width,
      undefined,
      undefined,
      undefined,
    ]);
    expect(Buffer.from(image).includes('indiscretion')).toBe(false);
  }
});

it('turns an image as its camera was held, and never makes one larger', async () => {
  const bytes = await picture(300, 100).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  expect(await redraw(bytes)).toMatchObject({ width: 100, height: 300 });
});

it('draws nothing that is damaged, or says that it is larger than any camera’s image', async () => {
  const png = await picture(8, 8).png().toBuffer();
  expect(await redraw(png.subarray(0, 60))).toBeNull();
  const huge = Buffer.from(png);
  huge.writeUInt32BE(100_000, 16);
  huge.writeUInt32BE(100_000, 20);
  huge.writeUInt32BE(crc32(huge.subarray(12, 29)), 29);
  expect(await redraw(huge)).toBeNull();
  // The next one is drawn all the same.
  expect(await redraw(png)).toMatchObject({ width: 8 });
});
