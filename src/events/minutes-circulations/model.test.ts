import { expect, it } from 'vitest';
import { readApprovers } from './model.ts';

it('reads people as they are pasted', () => {
  const text =
    'Point focal de l’Oriental, oriental@example.org\r\n\r\n' +
    'نقطة ارتكاز سوس ماسة، souss@example.org، ar\n' +
    '"Université, département de géographie" <geo@example.org>; EN\n' +
    'Coordination\tcoordination@example.org';
  expect(readApprovers(text, 'fr')).toEqual(
    [
      { name: 'Point focal de l’Oriental', email: 'oriental@example.org', locale: 'fr' },
      { name: 'نقطة ارتكاز سوس ماسة', email: 'souss@example.org', locale: 'ar' },
      { name: '"Université, département de géographie"', email: 'geo@example.org', locale: 'en' },
      { name: 'Coordination', email: 'coordination@example.org', locale: 'fr' },
    ].map((one) => ({ ...one, name: one.name.replaceAll('"', '') })),
  );
});

it.each([
  ['sans adresse', 1],
  ['A, a@example.org\nB', 2],
  ['a@example.org', 1],
  ['\n\n<x@example.org>', 3],
])('says which line of %j names nobody', (text, line) => {
  expect(readApprovers(text, 'fr')).toEqual({ line });
});
