/** Digits as Arabic writes them, east and west, as records hold numbers. */
export function latinDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0)! - 0x30) % 16));
}

/**
 * A calendar date as people type it, as records hold it: the day, the month, the year, as French, Arabic and British
 * English write them (`10/03/2027`, `10.3.2027`, `10-03-2027`, `١٠/٠٣/٢٠٢٧`), or the year first; the month and the
 * year (`03/2027`), or the year. Anything else stays as it is, to be refused in words.
 */
export function readDate(text: string): string {
  const typed = latinDigits(text.replace(/[\u200e\u200f\u061c]/g, '').trim());
  const parts = typed.split(/\s*[/.\-\u2010-\u2013\u060d]\s*|\s+/);
  if (parts.length > 3 || !parts.every((part) => /^\d{1,4}$/.test(part))) return typed;
  const [year = '', ...smaller] = parts[0]!.length === 4 ? parts : parts.toReversed();
  if (year.length !== 4 || smaller.some((part) => part.length > 2)) return typed;
  return [year, ...smaller.map((part) => part.padStart(2, '0'))].join('-');
}
