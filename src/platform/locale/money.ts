import { latinDigits } from '../forms/date.ts';

/** The currencies of ISO 4217 that the platform knows. */
const currencies = new Set(Intl.supportedValuesOf('currency'));

export function isCurrency(code: string): boolean {
  return currencies.has(code);
}

/** All of them, by code. */
export const allCurrencies: readonly string[] = [...currencies];

/** How many decimals an amount of a currency has: 2 for the dirham, 3 for the Tunisian dinar, none for the yen. */
export function decimalsOf(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
    .maximumFractionDigits!;
}

/** An amount in the smallest unit as a form shows it: 150050 MAD → “1500.50”. */
export function amountText(minor: number, currency: string): string {
  const decimals = decimalsOf(currency);
  const digits = String(minor).padStart(decimals + 1, '0');
  if (decimals === 0) return digits;
  const [whole, part] = [digits.slice(0, -decimals), digits.slice(-decimals)];
  return /^0+$/.test(part) ? whole : `${whole}.${part}`;
}

/**
 * An amount as people type it, in the smallest unit of its currency: with spaces, apostrophes, points or commas, in
 * Latin or Arabic digits. A single mark before three digits parts thousands, unless the currency has three decimals.
 * @returns null for what is no amount, has more decimals than the currency, or may be read in two ways
 */
export function readAmount(text: string, currency: string): number | null {
  const decimals = decimalsOf(currency);
  const typed = latinDigits(text)
    .replace(/[\s\u00a0\u202f\u2009'’\u066c\u200e\u200f\u061c]/g, '')
    .replaceAll('\u066b', ',');
  const found = /^(\d+(?:[.,]\d{3})*?)(?:([.,])(\d+))?$/.exec(typed);
  if (!found) return null;
  const [, grouped = '', mark, rest = ''] = found;
  const marks = new Set(grouped.match(/[.,]/g) ?? []);
  if (marks.size > 1) return null;
  const [grouping] = marks;
  // A group before others has one to three digits.
  if (grouping && grouped.split(grouping)[0]!.length > 3) return null;
  // Fifteen hundred, or one and a half with three decimals: a comma doesn't say. A point does: forms show one.
  const isThree = rest.length === 3 && grouping === undefined && !/^0|^\d{4}/.test(grouped);
  if (decimals === 3 && isThree && mark === ',') return null;
  const isGroup =
    rest.length === 3 && (grouping === undefined ? isThree && decimals !== 3 : grouping === mark);
  if (mark !== undefined && !isGroup && grouping === mark) return null;
  const whole = grouped.replaceAll(/[.,]/g, '') + (isGroup ? rest : '');
  const part = isGroup ? '' : rest;
  if (part.length > decimals) return null;
  const minor = Number(whole + part.padEnd(decimals, '0'));
  return Number.isSafeInteger(minor) ? minor : null;
}
