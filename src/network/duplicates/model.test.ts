import { describe, expect, it } from 'vitest';
import { Duplicates, type Named } from './model.ts';

const named = (slug: string, names: string[], acronyms: string[] = []): Named => ({ slug, names, acronyms });
const known = [
  named('interior', ['Ministère de l’Intérieur', 'وزارة الداخلية'], ['MI']),
  named('agriculture', ['Ministère de l’Agriculture', 'وزارة الفلاحة'], []),
  named('oriental', ['Conseil régional de l’Oriental']),
  named('souss', ['Conseil régional de Souss-Massa']),
];
const found = (names: string[], acronyms: string[] = []) =>
  new Duplicates(known).of(named('new', names, acronyms)).map(({ slug }) => slug);

describe('likely duplicates', () => {
  it.each([
    ['another spelling', ['MINISTERE DE L INTERIEUR'], 'interior'],
    ['another order', ['Oriental, conseil régional de l’'], 'oriental'],
    ['another spelling in Arabic', ['وزاره الداخليه'], 'interior'],
  ])('are found by %s', (_, names, slug) => expect(found(names)).toEqual([slug]));

  it('are found by equal short forms', () => {
    expect(found(['Quelque chose'], ['mi'])).toEqual(['interior']);
    expect(found(['Quelque chose'], [''])).toEqual([]);
  });

  it('are not all that share a word', () => {
    expect(found(['Conseil régional de Fès-Meknès'])).toEqual([]);
    expect(found(['Ministère de la Santé'])).toEqual([]);
    expect(found([''])).toEqual([]);
  });

  it('are sought among names added since', () => {
    const duplicates = new Duplicates([]);
    duplicates.add(known[0]!);
    expect(duplicates.of(named('new', ['Ministere de l’interieur'])).map(({ slug }) => slug)).toEqual([
      'interior',
    ]);
  });
});
