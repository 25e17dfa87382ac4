import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { CARD_SIZE, cardPng, cardSvg, type Card } from './card.ts';

const card = (change: Partial<Card> = {}): Card => ({
  locale: 'fr',
  eyebrow: 'Atelier',
  title: 'Les régions et la migration',
  lines: ['10 et 11 avril 2018', 'Rabat'],
  networkName: 'Indimaj',
  ...change,
});
const hostile = '#panic("x") $a^2$ *b* _c_ <d> @e `f` // \\ " ]]> </svg> \u0000\u202E\uD800';

/** Colour of a pixel of the drawing, `#rrggbb`. */
function painted(svg: string) {
  const image = new Resvg(svg, { fitTo: { mode: 'width', value: CARD_SIZE.width } }).render();
  const { pixels, width } = image;
  return (x: number, y: number) =>
    `#${pixels.subarray((y * width + x) * 4, (y * width + x) * 4 + 3).toString('hex')}`;
}

/** How many different shapes of letters the drawing has. */
const letterShapes = (svg: string) => new Set(svg.match(/<symbol[^>]*id="[^"]+"/g)).size;

/** From the first to the last column where something is drawn on the paper, in some rows of the title. */
function inked(svg: string, left: number, right: number): [number, number] {
  const pixel = painted(svg);
  const columns: number[] = [];
  for (let x = left; x < right; x += 1) {
    for (let y = 130; y < 400; y += 3) if (pixel(x, y) !== '#faf7f1') columns.push(x);
  }
  return [Math.min(...columns), Math.max(...columns)];
}

describe('the square picture', () => {
  it('is 1080 by 1080, with the motif over the words and the same words in it', async () => {
    const png = await cardPng(card({ shape: 'square' }));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1080, 1080]);
    expect(png.length).toBeLessThan(300_000);
    const image = new Resvg(await cardSvg(card({ shape: 'square' })), {
      fitTo: { mode: 'width', value: 1080 },
    }).render();
    const at = (x: number, y: number) =>
      `#${image.pixels.subarray((y * image.width + x) * 4, (y * image.width + x) * 4 + 3).toString('hex')}`;
    // The lit star stands where reading begins, paper under the motif.
    expect(at(30, 130)).toBe('#e9a72f');
    expect([at(30, 600), at(1050, 600)]).toEqual(['#faf7f1', '#faf7f1']);
    expect(letterShapes(await cardSvg(card({ shape: 'square' })))).toBe(letterShapes(await cardSvg(card())));
  });
});

describe('the picture', () => {
  it('is a PNG of 1200 by 630, light enough to be fetched by others', async () => {
    const png = await cardPng(card());
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(png.length).toBeLessThan(120 * 1024);
  });

  it('is the same for the same input', async () => {
    expect((await cardPng(card())).equals(await cardPng(card()))).toBe(true);
  });

  it('reads from the left in French and from the right in Arabic', async () => {
    const french = inked(await cardSvg(card({ title: 'Fès' })), 0, 900);
    expect(french[0]).toBeLessThan(90);
    expect(french[1]).toBeLessThan(400);
    const arabic = inked(await cardSvg(card({ locale: 'ar-MA', title: 'فاس' })), 300, 1200);
    expect(arabic[0]).toBeGreaterThan(800);
    expect(arabic[1]).toBeGreaterThan(1110);
  });

  it('joins Arabic letters: one letter three times has three shapes, a Latin one keeps its own', async () => {
    const bare = { eyebrow: '', lines: [], networkName: '' };
    expect(letterShapes(await cardSvg(card({ ...bare, locale: 'ar', title: 'ععع' })))).toBe(3);
    expect(letterShapes(await cardSvg(card({ ...bare, title: 'ooo' })))).toBe(1);
  });
});

describe('any text', () => {
  it('is set as text: markup in it is drawn, never obeyed', async () => {
    const svg = await cardSvg(
      card({ title: hostile, eyebrow: hostile, lines: [hostile], networkName: hostile }),
    );
    expect(painted(svg)(40, 40)).toBe('#faf7f1');
    expect(letterShapes(svg)).toBeGreaterThan(30);
  });

  it.each([
    ['a title of ten thousand letters', { title: 'mot '.repeat(2500) }],
    ['a word of ten thousand letters', { title: 'W'.repeat(10_000) }],
    ['lines without end', { lines: Array.from({ length: 9 }, () => 'lieu '.repeat(2000)) }],
    ['other names without end', { eyebrow: 'W'.repeat(5000), networkName: 'réseau '.repeat(2000) }],
  ])('stays in its place: %s', async (_, change) => {
    const svg = await cardSvg(card(change));
    const pixel = painted(svg);
    const column = (x: number) => new Set(Array.from({ length: 630 }, (__, y) => pixel(x, y)));
    expect(column(890)).toEqual(new Set(['#faf7f1']));
    expect(column(60)).toEqual(new Set(['#faf7f1']));
    expect((await cardPng(card(change))).length).toBeLessThan(120 * 1024);
  });

  it('may be missing, or in letters the family does not have', async () => {
    const empty = await cardSvg(card({ title: '', eyebrow: '', lines: [], networkName: '' }));
    expect(await cardSvg(card({ title: 'ⵉⵏⴷⵉⵎⴰⵊ 😀', eyebrow: '', lines: [''], networkName: '' }))).toBe(
      empty,
    );
  });
});
