import { describe, expect, it } from 'vitest';
import { columns } from '#platform/locale/text.ts';
import { labelsOf, meantBy, suggestions } from './model.ts';

const person = (slug: string, fr: string, ar?: string) => ({
  id: slug,
  slug,
  ...columns('name', { fr, ar, original: 'fr' }),
});
const people = [
  person('karim-alaoui', 'Karim Alaoui', 'كريم العلوي'),
  person('karima-tazi', 'Karima Tazi'),
  person('nadia-berrada', 'Nadia Berrada', 'نادية برادة'),
  person('nadia-berrada-2', 'Nadia Berrada'),
];
const office = {
  ...person('office', 'Office de la planification', 'مكتب التخطيط'),
  ...columns('acronym', { fr: 'ODP', original: 'fr' }),
};
const slugs = (found: readonly { slug: string }[]) => found.map(({ slug }) => slug);

describe('what a record is called', () => {
  it('tells namesakes apart, and leads back to each', () => {
    const labels = labelsOf(people, 'fr');
    expect(labels.get('karim-alaoui')).toBe('Karim Alaoui');
    expect(labels.get('nadia-berrada-2')).toBe('Nadia Berrada · nadia-berrada-2');
    for (const [id, label] of labels) expect(meantBy(people, label)).toMatchObject({ id });
    expect(labelsOf(people, 'ar').get('nadia-berrada')).toBe('نادية برادة');
  });
});

describe('the record that a text names', () => {
  it.each([
    ['karim alaoui', 'karim-alaoui'],
    ['Alaoui, Karim', 'karim-alaoui'],
    ['M. Karim ALAOUI', 'karim-alaoui'],
    ['كريم العلوي', 'karim-alaoui'],
    ['نادية برادة', 'nadia-berrada'],
  ])('%s is %s', (text, slug) => {
    expect(meantBy(people, text)).toMatchObject({ slug });
  });

  it('may be several, or none: nothing is guessed', () => {
    expect(meantBy(people, 'Nadia Berrada')).toBe('several');
    expect(meantBy(people, 'Karim')).toBeNull();
    expect(meantBy(people, '')).toBeNull();
    expect(meantBy([office], 'odp')).toBe(office);
  });
});

describe('suggestions', () => {
  it.each([
    ['kar', ['karim-alaoui', 'karima-tazi']],
    ['alaoui kar', ['karim-alaoui']],
    ['علوي', ['karim-alaoui']],
    ['tzi', ['karima-tazi']],
    ['تازي', ['karima-tazi']],
    ['Nadya Berada', ['nadia-berrada', 'nadia-berrada-2']],
    ['xyz', []],
    ['', []],
  ])('for %s are %j', (text, expected) => {
    expect(slugs(suggestions(people, text))).toEqual(expected);
  });

  it('know short forms', () => {
    expect(slugs(suggestions([...people, office], 'od'))).toEqual(['office']);
  });
});
