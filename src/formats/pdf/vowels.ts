/**
 * Puts right how Typst 0.14 writes Arabic vowel marks, so that a text taken out of the file is the text that was
 * written. A letter with a mark is one cluster of two glyphs, and each of the two is said to stand for the whole
 * cluster: readers get letters twice, and marks that bring a foreign letter with them. Here a glyph without width stands
 * for the marks of its cluster, one with width for the letters. Nothing that is drawn changes.
 *
 * It knows the shape of the files that Typst writes (one section of cross references, no object streams) and answers
 * with the same bytes where a file has another one.
 */
import { deflateSync, inflateSync } from 'node:zlib';

const CLUSTER = /^(\P{M}+)(\p{M}+)$/u;

/** What the engine puts around words of another direction: the letter beside it would bring it along. */
const TURNS = /[\u202A-\u202E]/g;

/** The file with marks and letters told apart; the same bytes where there is nothing to do. */
export function withVowelsApart(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const objects = objectsOf(file);
  if (!objects) return bytes;
  const widths = widthsByMap(objects);
  let changed = false;
  for (const [number, object] of objects) {
    const inside = streamOf(object);
    if (inside === undefined) continue;
    const map = widths.get(number);
    const written = map ? mapApart(inside, map) : withoutReplacements(inside);
    if (written === inside) continue;
    objects.set(number, withStream(object, written));
    changed = true;
  }
  return changed ? assembled(file, objects) : bytes;
}

type Objects = Map<number, string>;

/** Every object by its number, in the order in which they stand. */
function objectsOf(file: string): Objects | undefined {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file)?.[1]);
  const table = /^xref\s+0 (\d+)\s+/.exec(file.slice(start, start + 40));
  if (!table) return undefined;
  const rows = file.slice(start + table[0].length).match(/\d{10} \d{5} [fn]/g) ?? [];
  const offsets = rows
    .map((row, number) => ({ number, at: Number(row.slice(0, 10)), used: row.endsWith('n') }))
    .filter(({ used }) => used)
    .sort((a, b) => a.at - b.at);
  return new Map(
    offsets.map(({ number, at }, index) => [number, file.slice(at, offsets[index + 1]?.at ?? start)]),
  );
}

/** The widths of the glyphs of each font, by the number of the font's map to Unicode. */
function widthsByMap(objects: Objects): Map<number, Map<number, number>> {
  const widths = new Map<number, Map<number, number>>();
  for (const object of objects.values()) {
    const map = /\/ToUnicode (\d+) 0 R/.exec(object)?.[1];
    const font = /\/DescendantFonts \[(\d+) 0 R\]/.exec(object)?.[1];
    const table = font && /\/W \[([\d.\s]*)\]/.exec(objects.get(Number(font)) ?? '')?.[1];
    if (!map || !table) continue;
    const glyphs = new Map<number, number>();
    for (const [, first, last, width] of table.matchAll(/(\d+) (\d+) ([\d.]+)/g))
      for (let glyph = Number(first); glyph <= Number(last); glyph += 1) glyphs.set(glyph, Number(width));
    widths.set(Number(map), glyphs);
  }
  return widths;
}

/** What a stream holds that is text of the file itself: drawings and maps; undefined for images and fonts. */
function streamOf(object: string): string | undefined {
  const found = /\/Length (\d+)[\s\S]*?>>\s*stream\r?\n/.exec(object);
  if (
    !found ||
    /\/(Subtype|Type|N|Length1) /.test(
      object.slice(0, found.index + found[0].length).replace('/Type /CMap', ''),
    )
  )
    return undefined;
  const start = found.index + found[0].length;
  const bytes = object.slice(start, start + Number(found[1]));
  return isDeflated(object) ? inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1') : bytes;
}

const isDeflated = (object: string): boolean =>
  object.slice(0, object.indexOf('stream')).includes('/Filter /FlateDecode');

function withStream(object: string, inside: string): string {
  const bytes = isDeflated(object) ? deflateSync(Buffer.from(inside, 'latin1')).toString('latin1') : inside;
  const head = object.slice(0, object.indexOf('stream'));
  return `${head.replace(/\/Length \d+/, `/Length ${bytes.length}`)}stream\n${bytes}\nendstream\nendobj\n\n`;
}

/** The map from glyphs to Unicode, where each glyph stands for its own part of a cluster and for no turn of direction. */
function mapApart(map: string, widths: Map<number, number>): string {
  return map.replace(/^<([0-9A-F]{4})> <([0-9A-F]{8,})>$/gm, (row, glyph: string, code: string) => {
    const text = fromUtf16(code).replace(TURNS, '');
    const cluster = CLUSTER.exec(text);
    const marks = (widths.get(parseInt(glyph, 16)) ?? 0) === 0;
    const part = cluster ? (marks ? cluster[2]! : cluster[1]!) : text;
    if (part === '') return row;
    return `<${glyph}> <${Buffer.from(part, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
  });
}

/** A drawing in which no glyph of a letter with its marks is replaced by the whole of them. */
function withoutReplacements(drawing: string): string {
  return drawing.replace(/\/Span\s*<<\s*\/ActualText <FEFF([0-9A-F]+)>\s*>>\s*BDC/g, (span, code: string) =>
    CLUSTER.test(fromUtf16(code)) ? '/Span BMC' : span,
  );
}

const fromUtf16 = (code: string): string => Buffer.from(code, 'hex').swap16().toString('utf16le');

function assembled(file: string, objects: Objects): Uint8Array<ArrayBuffer> {
  const [first = ''] = objects.values();
  const head = file.slice(0, file.indexOf(first.slice(0, first.indexOf('obj') + 3)));
  const offsets = new Map<number, number>();
  const parts: string[] = [head];
  let at = head.length;
  for (const [number, object] of objects) {
    offsets.set(number, at);
    parts.push(object);
    at += object.length;
  }
  const size = Math.max(...objects.keys()) + 1;
  const rows = Array.from({ length: size }, (_, number) =>
    offsets.has(number)
      ? `${String(offsets.get(number)).padStart(10, '0')} 00000 n\r\n`
      : '0000000000 65535 f\r\n',
  );
  const trailer = file.slice(file.lastIndexOf('trailer')).replace(/startxref\s+\d+/, `startxref\n${at}`);
  return new Uint8Array(
    Buffer.from(`${parts.join('')}xref\n0 ${size}\n${rows.join('')}${trailer}`, 'latin1'),
  );
}
