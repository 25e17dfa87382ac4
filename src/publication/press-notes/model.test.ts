import { expect, it } from 'vitest';
import { partsOf } from './model.ts';

it('parts a text at blank lines, and takes lines with dashes for points', () => {
  expect(partsOf('Un.\nDeux.\n\nAdopté :\n– premier\n– second - tiret\n\n\n- seul\n')).toEqual([
    { kind: 'paragraph', text: 'Un. Deux.' },
    { kind: 'paragraph', text: 'Adopté :' },
    { kind: 'list', items: ['premier', 'second - tiret'] },
    { kind: 'list', items: ['seul'] },
  ]);
});

it('takes a dash that only opens one line of several for what it is', () => {
  expect(partsOf('- un\nsuite')).toEqual([{ kind: 'paragraph', text: '- un suite' }]);
  expect(partsOf(' \n\n')).toEqual([]);
});
