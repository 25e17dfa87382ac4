import { expect, it } from 'vitest';
import { keepsWithNext } from './keeping.ts';
import type { Block } from './model.ts';

const text = [{ text: 'Des mots' }];
const heading = (level: 1 | 2 | 3): Block => ({ kind: 'heading', level, text });
const words: Block = { kind: 'paragraph', text };
const toned = (tone: 'eyebrow' | 'soft'): Block => ({ kind: 'paragraph', tone, text });
const list: Block = { kind: 'list', items: [text] };

it.each<[string, Block, Block | undefined, Block | undefined, boolean]>([
  ['a heading with words under it', heading(2), words, words, true],
  ['a heading with a lesser one under it', heading(2), words, heading(3), true],
  ['a heading that one of its rank follows', heading(2), words, heading(2), false],
  ['a heading that a greater one follows', heading(3), list, heading(2), false],
  ['a heading that the words over the next follow', heading(2), toned('eyebrow'), toned('eyebrow'), false],
  ['a heading over lesser ones with words over them', heading(1), list, toned('eyebrow'), true],
  ['the last heading', heading(2), words, undefined, false],
  ['words over a heading', toned('eyebrow'), words, heading(2), true],
  ['words over a list', toned('eyebrow'), words, list, true],
  ['a remark over a lesser heading', toned('soft'), toned('soft'), heading(3), true],
  ['the first of two remarks under a heading', toned('soft'), heading(2), toned('soft'), true],
  ['a remark at the end of a chapter', toned('soft'), list, heading(1), false],
  ['a remark after others', toned('soft'), toned('soft'), toned('soft'), false],
  ['words', words, heading(2), words, false],
])('%s: kept with the next or not', (_, block, before, after, kept) => {
  expect(keepsWithNext(block, before, after)).toBe(kept);
});
