import sharp from 'sharp';

/** The most pixels of an image that is drawn anew: beyond any camera's, and within memory. */
const MOST_PIXELS = 40_000_000;

/** How wide an image is shown at most, on a wide page and on a phone. */
export const WIDE = 1_600;
export const NARROW = 640;

/** An image drawn anew in two widths, as WebP; what stood beside its pixels (place, camera, comments) is gone. */
export interface Drawn {
  wide: Uint8Array;
  narrow: Uint8Array;
  /** Of the wide one, in pixels. */
  width: number;
  height: number;
}

/** One image at a time: each may take hundreds of megabytes while it is open. */
let before: Promise<unknown> = Promise.resolve();

/** Draws an image anew. @returns null where it is damaged or has too many pixels */
export function redraw(bytes: Uint8Array): Promise<Drawn | null> {
  const mine = before.then(() => draw(bytes));
  before = mine;
  return mine;
}

async function draw(bytes: Uint8Array): Promise<Drawn | null> {
  const at = (width: number) =>
    sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 })
      .autoOrient()
      .resize({ width, height: width * 2, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 82 })
      .timeout({ seconds: 30 })
      .toBuffer({ resolveWithObject: true });
  try {
    const wide = await at(WIDE);
    const narrow = await at(NARROW);
    const { width, height } = wide.info;
    return { wide: wide.data, narrow: narrow.data, width, height };
  } catch {
    return null;
  }
}
