import { expect, it } from 'vitest';
import { columns } from '#platform/locale/text.ts';
import { wordsBeside } from './model.ts';

const office = columns('name', { fr: 'Office du plan', ar: 'مكتب التخطيط', original: 'fr' });

it('shows the words of the room where they are not what a record is called, in whichever language', () => {
  expect(wordsBeside('مكتب التخطيط', [office, null])).toBeNull();
  expect(wordsBeside('Office du plan', [null, office])).toBeNull();
  expect(wordsBeside('L’ancien office', [office])).toBe('L’ancien office');
  expect(wordsBeside('Office du plan', [null, null])).toBe('Office du plan');
  expect(wordsBeside('', [office])).toBeNull();
  expect(wordsBeside(null, [])).toBeNull();
});
