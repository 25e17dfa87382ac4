import type { HeldList } from '#platform/personal-data/model.ts';
import { formatInstant } from '#platform/locale/format.ts';
import { sentence } from './forms.server.ts';

/** The most entries of one list that a page shows; the file has all. */
const SHOWN = 200;

/** What is held about somebody, in the reader's words. */
export function heldWords(lists: readonly HeldList[], locale: App.Locals['locale']) {
  return lists.map(({ name, rows }) => ({
    name,
    title: sentence(`network_held_of_${name}`),
    count: rows.length,
    rows: rows.slice(0, SHOWN).map((row) =>
      Object.entries(row)
        .filter(([, value]) => value !== null && value !== '')
        .map(([key, value]) => ({
          label: sentence(`network_held_${key}`),
          text: isInstant(value) ? formatInstant(value, 'Africa/Casablanca', locale) : String(value),
        })),
    ),
  }));
}

function isInstant(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(value);
}
