/**
 * Text as every format here writes it: nothing invisible that could disguise what is read, and nothing
 * that a grammar (XML 1.0, RFC 5545, HTML) forbids.
 */

/**
 * Controls (C0, C1), lone surrogates, noncharacters, byte-order marks and the bidirectional embeddings and
 * overrides. Isolates and marks (U+200E, U+200F, U+2066–2069) and joiners stay: Arabic needs them.
 */
const UNWANTED = /[[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u202A-\u202E\uFEFF]--[\n\t]]/gv;

/** Text of several lines: line breaks become LF, unwanted characters go, outer white space goes. */
export function plainText(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(UNWANTED, '')
    .trim();
}

/** Text of one line: as {@link plainText}, with breaks, tabs and runs of blanks as one blank. No-break spaces stay. */
export function oneLine(text: string): string {
  return plainText(text).replace(/[\n\t ]+/g, ' ');
}

/**
 * A web address in its ASCII form, or undefined for anything that is not an absolute http(s) address:
 * an unusable address is left out of a format, never written.
 */
export function webAddress(text: string | null | undefined): string | undefined {
  if (!text || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
}

/** The language tag itself. @throws {RangeError} when it is not of the form of RFC 5646. */
export function languageTag(tag: string): string {
  if (!/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(tag)) throw new RangeError(`not a language tag: ${tag}`);
  return tag;
}

/** The value where it says something, else undefined: empty fields are left out, not written empty. */
export function filled(text: string | null | undefined): string | undefined {
  return text != null && plainText(text) !== '' ? text : undefined;
}
