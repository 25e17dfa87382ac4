import type { ScheduleFormat } from './model.ts';

/**
 * The format of a text, by what it begins with and never by a file's name; null where it is none of them.
 * A calendar may have lost its first line: any component will do.
 */
export function formatOf(text: string): ScheduleFormat | null {
  const head = text.slice(0, 10_000).trimStart();
  if (head.startsWith('<')) return 'frab-xml';
  if (/^[{[]|^\/[*/]/.test(head)) return 'frab-json';
  return /^BEGIN[ \t]*:/im.test(head) ? 'ics' : null;
}
