/** The longest name kept, in characters, without its ending. */
const LONGEST = 120;

/**
 * A name that a file may be kept and handed out by: the last part of whatever path it came with, without hidden
 * characters or those that turn the direction of what follows (UAX #9), ending as its type does. What the file calls
 * itself says nothing of what it is.
 */
export function safeName(given: string, extension: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu, '')
    .replace(/[<>:"|?*]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/(\.[a-z0-9]{1,5})+$/i, '')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const short = [...plain].slice(0, LONGEST).join('').trim();
  return `${short || 'document'}.${extension}`;
}

/** How a name ends, as types of files do, in small letters; empty where it doesn't. */
export function endingOf(given: string): string {
  const ending = /\.([a-z]{3,4})\s*$/i.exec(given)?.[1]?.toLowerCase() ?? '';
  return ending === 'jpeg' ? 'jpg' : ending;
}

/** The header that hands a file out under its name (RFC 6266, RFC 8187): as a download, or shown in place. */
export function dispositionOf(name: string, how: 'inline' | 'attachment'): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
