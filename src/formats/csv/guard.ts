/**
 * What a spreadsheet takes for the beginning of a formula in a CSV file (OWASP, "CSV Injection"), full-width
 * signs of East Asian systems included; behind apostrophes, so that the guard itself can be told from them.
 */
const RISKY = /^'*[\s\p{Cc}]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u;
const GUARDED = /^'+[\s\p{Cc}]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u;

/** A text that no spreadsheet runs: an apostrophe before what would begin a formula. */
export function guarded(text: string): string {
  return RISKY.test(text) ? `'${text}` : text;
}

/** The text behind {@link guarded}: for every text, `unguarded(guarded(text))` is the text itself. */
export function unguarded(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}
