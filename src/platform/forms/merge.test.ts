import { describe, expect, it } from 'vitest';
import type { Field } from './fields.ts';
import { chooserOf, choose, differences, merge, theirsOf } from './merge.ts';
import type { Values } from './values.ts';

const label = () => 'label';
const fields: Field[] = [
  { kind: 'trilingual', name: 'title', label, most: 100 },
  { kind: 'date', name: 'startsOn', label },
  { kind: 'choices', name: 'audiences', label, options: () => [] },
];
const base: Values = {
  'title.fr': 'Atelier',
  'title.ar': '',
  'title.en': '',
  'title.original': 'fr',
  startsOn: '2026-11-25',
  audiences: ['a', 'b'],
};

describe('two people who change one record', () => {
  it('both keep what only one of them changed', () => {
    const mine = { ...base, 'title.ar': 'ورشة' };
    const theirs = { ...base, startsOn: '2026-12-01' };
    expect(merge(fields, { base, mine, theirs })).toEqual({
      values: { ...base, 'title.ar': 'ورشة', startsOn: '2026-12-01' },
      conflicts: [],
    });
  });

  it('are asked where both changed the same text, and what was typed stays', () => {
    const mine = { ...base, 'title.fr': 'Mon atelier' };
    const theirs = { ...base, 'title.fr': 'Leur atelier' };
    expect(merge(fields, { base, mine, theirs })).toEqual({
      values: mine,
      conflicts: [{ control: 'title.fr', theirs: 'Leur atelier' }],
    });
  });

  it('are not asked where both wrote the same, or chose the same in another order', () => {
    const mine = { ...base, 'title.fr': 'Même ', audiences: ['c', 'a'] };
    const theirs = { ...base, 'title.fr': 'Même', audiences: ['a', 'c'] };
    expect(merge(fields, { base, mine, theirs }).conflicts).toEqual([]);
  });

  it('are asked where one emptied what the other changed', () => {
    const mine = { ...base, 'title.fr': '' };
    const theirs = { ...base, 'title.fr': 'Leur atelier' };
    expect(merge(fields, { base, mine, theirs }).conflicts).toHaveLength(1);
  });

  it('choose: the other text where they say so, their own everywhere else', () => {
    const mine = { ...base, 'title.fr': 'Mon atelier', startsOn: '2027-01-01' };
    const form = new FormData();
    form.set(chooserOf('title.fr'), 'theirs');
    form.set(theirsOf('title.fr'), 'Leur atelier');
    form.set(chooserOf('startsOn'), 'mine');
    form.set(theirsOf('startsOn'), '2026-12-01');
    expect(choose(fields, mine, form)).toEqual({ ...mine, 'title.fr': 'Leur atelier' });
  });

  it('see in which controls two versions differ', () => {
    expect(differences(fields, base, { ...base, 'title.ar': 'ورشة', audiences: ['b', 'a'] })).toEqual([
      'title.ar',
    ]);
  });
});
