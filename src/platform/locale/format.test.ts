import { expect, it } from 'vitest';
import { formatDate, formatDates, formatDay, formatInstant } from './format.ts';

it('says the first of a month as an ordinal in French, and leaves other days and languages alone', () => {
  expect(formatDate('2026-07-01', 'fr')).toBe('1er juillet 2026');
  expect(formatDates('2026-06-30', '2026-07-01', 'fr')).toBe('30 juin – 1er juillet 2026');
  expect(formatDates('2026-07-01', '2026-07-02', 'fr')).toBe('1er–2 juillet 2026');
  expect(formatDates('2026-07-21', '2026-07-31', 'fr')).toBe('21–31 juillet 2026');
  expect(formatDay('2026-07-01', 'fr')).toBe('mercredi 1er juillet 2026');
  expect(formatInstant('2026-07-01T01:11:00Z', 'UTC', 'fr')).toBe('1er juillet 2026 à 01:11');
  expect(formatDate('2026-07-11', 'fr')).toBe('11 juillet 2026');
  expect(formatDate('2026-07-01', 'en')).toBe('1 July 2026');
  expect(formatDate('2026-07-01', 'ar')).toBe('1 يوليوز 2026');
});
