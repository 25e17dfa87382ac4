/** The motif at the head of a cover: the stars of the look, as a picture. */
import type { Direction } from '../paper/model.ts';

const WIDE = 1_208;
/** Pixels: so many for a page with little on it, and for one with much. */
const HEIGHTS = { high: 480, low: 302 };
export type MotifHeight = keyof typeof HEIGHTS;
const PITCH = 151;

const made = new Map<string, Promise<Buffer>>();

/** PNG bytes, twice as fine as they are shown. */
export function motifPng(dir: Direction, height: MotifHeight = 'high'): Promise<Buffer> {
  const key = `${dir} ${height}`;
  let png = made.get(key);
  if (!png) made.set(key, (png = painted(dir, HEIGHTS[height])));
  return png;
}

async function painted(dir: Direction, high: number): Promise<Buffer> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const picture = await renderAsync(motifSvg(dir, high), { font: { loadSystemFonts: false } });
  return picture.asPng();
}

function motifSvg(dir: Direction, high: number): string {
  const columns = Math.ceil(WIDE / PITCH);
  const stars: string[] = [];
  for (let row = 0; row <= Math.ceil(high / PITCH); row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const across = column * PITCH + PITCH / 2;
      const x = dir === 'rtl' ? WIDE - across : across;
      const y = row * PITCH + PITCH / 2;
      const lit = row === 1 && column === columns - 2;
      const fill = lit ? '#e9a72f' : (row + column) % 2 === 0 ? '#0d5557' : '#0b494b';
      const line = lit ? '#083b3d' : '#3d8583';
      stars.push(
        star(x, y, 70, `fill="${fill}"`),
        square(x, y, 50, 0, line),
        square(x, y, 50, 45, line),
        star(x, y, 21, 'fill="#083b3d"'),
      );
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDE}" height="${high}"><rect width="100%" height="100%" fill="#083b3d"/>${stars.join('')}</svg>`;
}

const INNER = Math.cos(Math.PI / 4) / Math.cos(Math.PI / 8);

function star(x: number, y: number, radius: number, look: string): string {
  const points = Array.from({ length: 16 }, (_, at) => {
    const reach = radius * (at % 2 === 0 ? 1 : INNER);
    const angle = (at * Math.PI) / 8;
    return `${(x + reach * Math.cos(angle)).toFixed(2)},${(y + reach * Math.sin(angle)).toFixed(2)}`;
  });
  return `<polygon points="${points.join(' ')}" ${look}/>`;
}

function square(x: number, y: number, radius: number, turn: number, line: string): string {
  const points = Array.from({ length: 4 }, (_, at) => {
    const angle = ((at * 90 + turn) * Math.PI) / 180;
    return `${(x + radius * Math.cos(angle)).toFixed(2)},${(y + radius * Math.sin(angle)).toFixed(2)}`;
  });
  return `<polygon points="${points.join(' ')}" fill="none" stroke="${line}" stroke-width="3"/>`;
}
