import { analyse } from 'chardet';
import { TableRefusal } from '../table/model.ts';

/** Encodings in which spreadsheets and old systems save a table, by their names in the Encoding Standard. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'windows-1256';

/** Enough of a file to tell in which alphabet it is written. */
export const SAMPLE = 64_000;

/**
 * Text from bytes of an unknown encoding: what a byte order mark says; else UTF-16 where every second byte is
 * empty; else UTF-8 where it is; else Windows-1252 (Western) or Windows-1256 (Arabic), by their letters.
 * @throws TableRefusal where the bytes are no text
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const encoding = encodingOf(bytes);
  const text = decodeAs(encoding, bytes);
  if (text === null || isBinary(text.slice(0, SAMPLE))) throw new TableRefusal('platform_table_not_a_table');
  return { text, encoding };
}

const ESCAPE = 27;

/** No text has controls other than white space and escapes; every program, picture and archive does. */
export function isBinary(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 32 && (code < 9 || code > 13) && code !== ESCAPE) return true;
  }
  return false;
}

function encodingOf(bytes: Uint8Array): Encoding {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  const wide = wideOf(bytes.subarray(0, SAMPLE));
  if (wide) return wide;
  if (decodeAs('utf-8', bytes) !== null) return 'utf-8';
  return arabicOrWestern(bytes);
}

/** The text, or null where the bytes aren't in that encoding; a byte order mark is taken off. */
function decodeAs(encoding: Encoding, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Separators and digits of UTF-16 have an empty byte beside them, always on the same side. */
export function wideOf(bytes: Uint8Array): Encoding | null {
  let even = 0;
  let odd = 0;
  for (const [index, byte] of bytes.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const some = bytes.length / 50;
  if (odd > some && even === 0) return 'utf-16le';
  return even > some && odd === 0 ? 'utf-16be' : null;
}

/**
 * Both encodings give every byte some letter. Read as Arabic, a French É or À stands alone among Latin letters
 * ("ةtat"); real Arabic stands in words of its own. Where letters don't decide, statistics do.
 */
export function arabicOrWestern(bytes: Uint8Array): Encoding {
  const sample = bytes.subarray(0, SAMPLE);
  const words = decodeAs('windows-1256', sample)?.match(/[\p{L}\p{M}]+/gu) ?? [];
  let arabic = 0;
  let mixed = 0;
  for (const word of words) {
    const letters = word.match(/\p{Script=Arabic}/gu)?.length ?? 0;
    if (letters >= 2 && letters === word.length) arabic += letters;
    else mixed += letters;
  }
  if (arabic !== mixed) return arabic > mixed ? 'windows-1256' : 'windows-1252';
  const isArabic = analyse(sample).find(({ name }) => /^windows-125[26]$|^ISO-8859/.test(name))?.name;
  return isArabic === 'windows-1256' ? 'windows-1256' : 'windows-1252';
}
