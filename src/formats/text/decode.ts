import { isUtf8 } from 'node:buffer';

/** Why bytes are no text that can be read. */
export interface DecodeFault {
  fault: 'encoding-unknown' | 'encoding-wrong' | 'not-utf8';
  line: number;
  /** The encoding that was declared or found; empty where none was. */
  encoding: string;
}

/** Encodings a declaration may name besides UTF-8 and UTF-16, by the labels of the WHATWG Encoding Standard. */
const SINGLE_BYTE = /^(windows-125[0-8]|cp125[0-8]|iso-?8859-?\d{1,2}|latin[1-6]|us-ascii|ascii|macintosh)$/i;

/**
 * Bytes as text without its byte order mark. A mark decides; without one the two bytes of UTF-16 around an ASCII
 * character do, then an XML declaration's `encoding`, and else it is UTF-8. Nothing is replaced by U+FFFD: bytes
 * that are not of the encoding are a fault, with the line of the first. A single-byte encoding takes any bytes, so
 * one that is declared over bytes that are UTF-8 beyond ASCII is taken as declared wrongly.
 */
export function decodeText(bytes: Uint8Array): { text: string } | DecodeFault {
  const utf16 = utf16Of(bytes);
  if (utf16) return decodeAs(bytes, utf16);
  const declared = declaredEncoding(bytes);
  if (declared === null || /^utf-?8$/i.test(declared)) return decodeUtf8(bytes);
  // The declaration itself was read byte by byte: it is no UTF-16.
  if (/^(utf-?16|ucs-?2|utf-?32|ucs-?4|iso-10646)/i.test(declared))
    return { fault: 'encoding-wrong', line: 1, encoding: declared };
  if (!SINGLE_BYTE.test(declared)) return { fault: 'encoding-unknown', line: 1, encoding: declared };
  if (bytes.some((byte) => byte > 0x7f) && isUtf8(bytes))
    return { fault: 'encoding-wrong', line: 1, encoding: declared };
  return decodeAs(bytes, declared.replace(/^(iso)-?(8859)-?/i, '$1-$2-'));
}

function utf16Of([a, b, c, d]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if ((a === 0xff && b === 0xfe) || (a !== 0 && b === 0 && c !== 0 && d === 0)) return 'utf-16le';
  return (a === 0xfe && b === 0xff) || (a === 0 && b !== 0 && c === 0 && d !== 0) ? 'utf-16be' : null;
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 300));
  return (
    /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([^"']{1,40})["']/.exec(head)?.[1] ?? null
  );
}

function decodeAs(bytes: Uint8Array, encoding: string): { text: string } | DecodeFault {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch (error) {
    const fault = error instanceof RangeError ? 'encoding-unknown' : 'encoding-wrong';
    return { fault, line: 1, encoding };
  }
}

function decodeUtf8(bytes: Uint8Array): { text: string } | DecodeFault {
  if (isUtf8(bytes)) return { text: new TextDecoder().decode(bytes) };
  // A line feed is never a part of another character, so the first line that is not UTF-8 holds the first fault.
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed < 0 ? bytes.length : feed + 1;
    if (!isUtf8(bytes.subarray(start, end))) break;
    start = end;
  }
  return { fault: 'not-utf8', line, encoding: '' };
}
