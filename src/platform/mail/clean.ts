/** The longest subject and name that are sent, in characters. */
const LONGEST_SUBJECT = 250;
const LONGEST_NAME = 100;

/** Embeddings and overrides (UAX #9 §2): text that has them can make what follows read backwards. */
const OVERRIDES = /[\u202A-\u202E]/g;
/** Control characters, line ends among them, Unicode's own too. */
const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu;

/** A subject as a header may hold it: one line, no overrides of direction, cut where it is too long. */
export function cleanSubject(subject: string): string {
  return oneLine(subject, LONGEST_SUBJECT);
}

/** A person's name as a header may hold it; null where nothing is left. */
export function cleanName(name: string | null | undefined): string | null {
  return oneLine(name ?? '', LONGEST_NAME) || null;
}

/** A paragraph for a body: no control characters but line ends, no overrides of direction. */
export function cleanParagraph(paragraph: string): string {
  const lines = paragraph.split(/\r\n|[\r\n\u2028\u2029]/);
  return lines
    .map((line) => line.replace(CONTROLS, ' ').replace(OVERRIDES, '').trim())
    .join('\n')
    .trim();
}

function oneLine(text: string, longest: number): string {
  // What is cut away anyway is not read: a megabyte would be matched for nothing.
  const plain = text
    .slice(0, longest * 8)
    .replace(CONTROLS, ' ')
    .replace(OVERRIDES, '')
    // No-break spaces stay: French has them within its quotation marks.
    .replace(/[^\S\u00a0\u202f]+/g, ' ')
    .trim();
  const characters = [...new Intl.Segmenter().segment(plain.slice(0, longest * 2))].map(
    ({ segment }) => segment,
  );
  let kept = '';
  for (const character of characters) {
    if (kept.length + character.length >= longest) break;
    kept += character;
  }
  return kept === plain ? plain : `${kept.trimEnd()}…`;
}
