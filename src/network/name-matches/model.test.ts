import { expect, it } from 'vitest';
import { nameIndex } from './model.ts';

const people = [
  { id: '1', names: ['Ahmed Exemple', 'أحمد إكزمبل'] },
  { id: '2', names: ['Fatima Zahra Modèle'] },
  { id: '3', names: ['نور الدين تجريبي'] },
  { id: '4', names: ['Karim Essai'] },
  { id: '5', names: ['Essai Karim'] },
];
const find = nameIndex(people);
const ids = (name: string) => {
  const { same, likely } = find(name);
  return { same: same.map(({ id }) => id), likely: likely.map(({ person }) => person.id) };
};

it.each([
  ['M. EXEMPLE, Ahmed', { same: ['1'], likely: [] }],
  ['احمد اكزمبل', { same: ['1'], likely: [] }],
  ['Fatima-Zahra MODELE', { same: ['2'], likely: [] }],
  // A spelling of the same sounds, and another script: said, never the same.
  ['Fatema Zahra Modele', { same: [], likely: ['2'] }],
  ['Noureddine Tajribi', { same: [], likely: ['3'] }],
  // Homonyms.
  ['Karim Essai', { same: ['4', '5'], likely: [] }],
  ['Quelqu’un d’autre', { same: [], likely: [] }],
  ['', { same: [], likely: [] }],
  ['🇲🇦', { same: [], likely: [] }],
])('%j', (name, expected) => {
  expect(ids(name)).toEqual(expected);
});

it('finds each of many among many', () => {
  const many = Array.from({ length: 3_000 }, (_, number) => ({
    id: String(number),
    names: [`Prénom${number} Nom${number % 50}`],
  }));
  const among = nameIndex(many);
  for (let number = 0; number < 3_000; number += 10)
    expect(among(`NOM${number % 50} prenom${number}`).same.map(({ id }) => id)).toEqual([String(number)]);
});
