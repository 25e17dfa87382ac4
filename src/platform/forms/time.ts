import { latinDigits } from './date.ts';

/**
 * A time of day as people type it, as records hold it: `9`, `9h`, `930`, `0930`, `9:30`, `9h30`, `9.30` → 09:30.
 * Anything else stays as it is, to be refused in words.
 */
export function readTime(text: string): string {
  const typed = latinDigits(text.trim());
  const together = typed.replace(/^(\d{1,2})(\d{2})$/, '$1:$2');
  const [, hours, minutes = '00'] = /^(\d{1,2})(?:\s?[:hH.]\s?(\d{2})?)?$/.exec(together) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return typed;
  return `${hours.padStart(2, '0')}:${minutes}`;
}
