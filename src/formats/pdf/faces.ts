/** The face that papers are set in: Readex Pro, Latin and Arabic of one family, from the package that ships it as TTF. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The folders of the weights used; nothing else is ever drawn, whatever the machine has installed. */
export function fontFolders(): string[] {
  const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/readex-pro/package.json'));
  return [join(fonts, '400Regular'), join(fonts, '600SemiBold')];
}

/** What stands where the face has no letter. */
const MISSING = '\u25A1';

let known: Set<number> | undefined;

/** Seen by nobody and drawn by no face: marks of direction, joiners, places to break, selectors. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/u;

/**
 * A text in the letters that the face has: one that it lacks becomes a frame, so that a reader sees that something
 * stands there. Marks that nobody sees go where the face doesn't know them.
 */
export function inFace(text: string): string {
  known ??= lettersOf(readFileSync(join(fontFolders()[0]!, 'ReadexPro_400Regular.ttf')));
  let written = '';
  for (const letter of text.normalize('NFC')) {
    if (known.has(letter.codePointAt(0)!)) written += letter;
    else if (letter === '\u200B' || letter === '\u2066' || letter === '\u2067' || letter === '\u2069')
      written += letter;
    else if (letter === '\u202F') written += '\u00A0';
    else if (!UNSEEN.test(letter)) written += /\s/.test(letter) ? ' ' : mark(letter);
  }
  return written;
}

/** A mark that stands on a letter can't be framed: it goes. */
const mark = (letter: string): string => (/\p{Mark}/u.test(letter) ? '' : known!.has(0x25a1) ? MISSING : '?');

/** The characters of a TrueType font, from its cmap in format 4 or 12 (OpenType 1.9, "cmap"). */
export function lettersOf(font: Buffer): Set<number> {
  const tables = font.readUInt16BE(4);
  let cmap = -1;
  for (let at = 0; at < tables; at += 1) {
    const entry = 12 + at * 16;
    if (font.toString('latin1', entry, entry + 4) === 'cmap') cmap = font.readUInt32BE(entry + 8);
  }
  if (cmap < 0) throw new RangeError('a font without cmap');
  const letters = new Set<number>();
  for (let at = 0; at < font.readUInt16BE(cmap + 2); at += 1) {
    const table = cmap + font.readUInt32BE(cmap + 8 + at * 8);
    const format = font.readUInt16BE(table);
    if (format === 4) segments(font, table, letters);
    if (format === 12) groups(font, table, letters);
  }
  return letters;
}

function groups(font: Buffer, table: number, letters: Set<number>): void {
  for (let at = 0; at < font.readUInt32BE(table + 12); at += 1) {
    const group = table + 16 + at * 12;
    for (let code = font.readUInt32BE(group); code <= font.readUInt32BE(group + 4); code += 1)
      letters.add(code);
  }
}

function segments(font: Buffer, table: number, letters: Set<number>): void {
  const doubled = font.readUInt16BE(table + 6);
  for (let at = 0; at < doubled; at += 2) {
    const end = font.readUInt16BE(table + 14 + at);
    const start = font.readUInt16BE(table + 16 + doubled + at);
    const delta = font.readUInt16BE(table + 16 + doubled * 2 + at);
    const offsetAt = table + 16 + doubled * 3 + at;
    const offset = font.readUInt16BE(offsetAt);
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const glyph =
        offset === 0 ? (code + delta) & 0xffff : font.readUInt16BE(offsetAt + offset + (code - start) * 2);
      if (glyph !== 0) letters.add(code);
    }
  }
}
