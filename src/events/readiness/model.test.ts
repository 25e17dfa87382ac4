import { describe, expect, it } from 'vitest';
import { columns } from '#platform/locale/text.ts';
import { missingOf, untranslated } from './model.ts';

const title = columns('title', { fr: 'Titre', original: 'fr' });

describe('what a public page lacks', () => {
  it('is its title in its own language, its days and who organises', () => {
    const whole = { ...title, starts_on: '2027-03-10', ends_on: '2027-03-11' };
    expect(missingOf(whole, 1)).toEqual([]);
    expect(missingOf(whole, 0)).toEqual(['organiser']);
    expect(missingOf({ ...whole, title_original: 'ar' }, 1)).toEqual(['title']);
    expect(missingOf({ ...title, starts_on: '', ends_on: '' }, 0)).toEqual(['dates', 'organiser']);
  });
});

describe('what is untranslated', () => {
  const workshop = {
    ...title,
    ...columns('summary', { ar: 'ملخص', fr: 'Résumé', original: 'ar' }),
    ...columns('city', undefined),
  };
  const item = { ...columns('title', { en: 'x'.repeat(200), original: 'en' }) };

  it('is what is written in another language only, in the workshop and its programme', () => {
    expect(untranslated(workshop, [item], 'ar')).toEqual([
      { of: 'workshop', field: 'title', text: 'Titre', lang: 'fr', language: 'ar' },
      { of: 'programme', field: 'title', text: `${'x'.repeat(79)}…`, lang: 'en', language: 'ar' },
    ]);
    expect(untranslated(workshop, [], 'fr')).toEqual([]);
    expect(untranslated(workshop, [item], 'en').map(({ field }) => field)).toEqual(['title', 'summary']);
  });

  it('is what came of the workshop as well', () => {
    const row = columns('text', { ar: 'خلاصة', original: 'ar' });
    const results = (['conclusion', 'recommendation', 'action'] as const).map((of) => ({ of, row }));
    expect(untranslated(workshop, [], 'fr', results)).toEqual(
      results.map(({ of }) => ({ of, field: 'text', text: 'خلاصة', lang: 'ar', language: 'fr' })),
    );
    expect(untranslated(workshop, [], 'ar', results)).toMatchObject([{ of: 'workshop' }]);
  });

  it('is nothing that nobody wrote', () => {
    expect(untranslated(columns('venue', undefined), [], 'fr')).toEqual([]);
  });
});
