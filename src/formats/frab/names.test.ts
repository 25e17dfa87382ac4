import { describe, expect, it } from 'vitest';
import type { ScheduleItem } from './model.ts';
import { acronym, itemSlugs, numericIds, trackSlug } from './names.ts';

const item = (number: number, slug: string, id?: number): ScheduleItem => ({
  guid: `0199f3a0-7c11-7000-8000-${String(number).padStart(12, '0')}`,
  slug,
  ...(id === undefined ? {} : { id }),
  start: '2026-03-02T09:30',
  end: '2026-03-02T10:00',
  room: 'Salle',
  title: 'Titre',
  type: 'lecture',
  url: 'https://indimaj.example/s',
});

it.each([
  ['rabat-2018', 'rabat_2018'],
  ['Exercice Été', 'exercice_ete'],
  ['a', 'a_conf'],
  ['ورشة', 'schedule'],
  ['', 'schedule'],
])('acronym of %j is %j, as both schemas have it', (text, expected) => {
  expect(acronym(text)).toBe(expected);
  expect(expected).toMatch(/^[a-z0-9_]{4,}$/);
});

it('a track without Latin letters has no slug', () => {
  expect([trackSlug('Gouvernance & droits'), trackSlug('المعرفة'), trackSlug('2030')]).toEqual([
    'gouvernance-droits',
    undefined,
    undefined,
  ]);
});

describe('itemSlugs', () => {
  it('are unique and long enough', () => {
    const items = [item(1, 'session-1'), item(2, 'Session 1'), item(3, 's'), item(4, 'جلسة')];
    const slugs = [...itemSlugs(items, 'rabat_2018').values()];
    expect(slugs).toEqual([
      'rabat_2018-session-1',
      'rabat_2018-session-1-000000000002',
      'rabat_2018-s-000000000003',
      'rabat_2018-000000000004',
    ]);
    for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9_]{4,}-[a-z0-9\-_]{4,}$/);
  });
});

describe('numericIds', () => {
  it('do not depend on the order of the programme', () => {
    const items = Array.from({ length: 300 }, (_, number) => item(number, 'x'));
    const forward = items.map((one) => numericIds(items).get(one));
    const backward = items.map((one) => numericIds(items.toReversed()).get(one));
    expect(forward).toEqual(backward);
    expect(new Set(forward).size).toBe(300);
    for (const id of forward) expect(id).toSatisfy((value: number) => value > 0 && value <= 0x7fffffff);
  });

  it('keep the one given, and give it to no other', () => {
    const made = item(2, 'x');
    const taken = numericIds([made]).get(made) as number;
    const given = item(1, 'x', taken);
    expect([numericIds([given, made]).get(given), numericIds([given, made]).get(made)]).toEqual([
      taken,
      taken + 1,
    ]);
  });
});
