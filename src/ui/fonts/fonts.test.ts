import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { buildFonts } from './build.ts';
import { charactersOf, charsets } from './charsets.ts';
import { evenOutWidths } from './figures.ts';
import { fontFiles } from './files.ts';

const folder = fileURLToPath(new URL('../../../static/fonts/', import.meta.url));
const styles = readFileSync(new URL('../styles/fonts.css', import.meta.url), 'utf8');
const kibibytes = (bytes: number): number => bytes / 1024;

describe('the committed web fonts', () => {
  it('are what scripts/build-fonts.ts makes, byte for byte', async () => {
    const made = await buildFonts();
    const committed = readdirSync(folder).filter((name) => name.endsWith('.woff2'));
    expect(committed.toSorted()).toEqual(made.map((font) => font.fileName).toSorted());
    for (const font of made) {
      expect(Buffer.from(font.bytes).equals(readFileSync(folder + font.fileName))).toBe(true);
    }
  });

  it('stay within their budgets', () => {
    const limits = { latin: 16, arabic: 13, figures: 2 };
    for (const [charset, limit] of Object.entries(limits)) {
      for (const path of Object.values(fontFiles[charset as keyof typeof limits])) {
        expect(kibibytes(readFileSync(folder + path.replace('/fonts/', '')).length)).toBeLessThan(limit);
      }
    }
  });

  it('are all named by the style sheet', () => {
    const files = Object.values(fontFiles).flatMap((weights) => Object.values(weights));
    expect([...styles.matchAll(/url\('([^']+)'\)/g)].map(([, path]) => path).toSorted()).toEqual(
      files.toSorted(),
    );
  });

  it('come with their licence', () => {
    expect(readFileSync(`${folder}OFL.txt`, 'utf8')).toContain('SIL OPEN FONT LICENSE Version 1.1');
  });
});

describe('the character sets', () => {
  it('give each character of a page to one script', () => {
    const latin = new Set(charactersOf(charsets.latin));
    expect([...charactersOf(charsets.arabic)].filter((character) => latin.has(character))).toEqual([]);
  });

  it('hold what French, Arabic and the names of Europe need', () => {
    const both = new Set(charactersOf(charsets.latin) + charactersOf(charsets.arabic));
    const needed =
      'àâçéèêëîïôùûüÿœæ«»’“”–—…·•№€×ğışłšžčđő،؛؟٪ـءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيًٌٍَُِّْ\u202f\u00a0\u200f';
    expect([...needed].filter((character) => !both.has(character))).toEqual([]);
  });
});

describe('evenOutWidths', () => {
  it('gives every glyph the widest width and centres it', () => {
    const font = tinyFont([
      [500, 50],
      [400, 20],
      [600, 10],
    ]);
    expect(evenOutWidths(font)).toBe(600);
    const metrics = font.subarray(-12);
    expect([0, 4, 8].map((at) => [metrics.readUInt16BE(at), metrics.readInt16BE(at + 2)])).toEqual([
      [600, 100],
      [600, 120],
      [600, 10],
    ]);
  });

  it('names the table that is missing', () => {
    expect(() => evenOutWidths(Buffer.alloc(12))).toThrow('The font has no hhea table');
  });
});

/** head, hhea and hmtx with the given advance widths and left side bearings; hmtx comes last. */
function tinyFont(metrics: readonly (readonly [width: number, bearing: number])[]): Buffer {
  const head = Buffer.alloc(54);
  const hhea = Buffer.alloc(36);
  hhea.writeUInt16BE(metrics.length, 34);
  const hmtx = Buffer.alloc(metrics.length * 4);
  metrics.forEach(([width, bearing], glyph) => {
    hmtx.writeUInt16BE(width, glyph * 4);
    hmtx.writeInt16BE(bearing, glyph * 4 + 2);
  });
  const tables = { head, hhea, hmtx };
  const header = Buffer.alloc(12 + 16 * 3);
  header.writeUInt16BE(3, 4);
  let offset = header.length;
  Object.entries(tables).forEach(([name, bytes], index) => {
    header.write(name, 12 + index * 16, 'latin1');
    header.writeUInt32BE(offset, 12 + index * 16 + 8);
    offset += bytes.length;
  });
  return Buffer.concat([header, head, hhea, hmtx]);
}
