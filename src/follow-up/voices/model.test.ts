import { expect, it } from 'vitest';
import { lastOf, type Movement } from './model.ts';

const movement = (kind: Movement['kind'], on: string, of = 'r') => ({ kind, on, of }) as Movement;

it('is the last of a recommendation’s own movements', () => {
  const answer = movement('answer', '2026-03-01');
  const commitment = movement('commitment', '2026-05-01');
  const others = movement('report', '2026-09-01', 'other');
  expect(lastOf([commitment, answer, others], 'r')).toBe(commitment);
});

it('of one day is what comes later in the story', () => {
  const [answer, commitment, report] = (['answer', 'commitment', 'report'] as const).map((kind) =>
    movement(kind, '2026-03-01'),
  );
  expect(lastOf([report!, answer!, commitment!], 'r')).toBe(report);
  expect(lastOf([commitment!, answer!], 'r')).toBe(commitment);
});

it('is none where nothing moved', () => {
  expect(lastOf([movement('answer', '2026-03-01', 'other')], 'r')).toBeNull();
});
