import { expect, it } from 'vitest';
import { inert, quoted } from './inert.ts';

it('shows what would steer a terminal or a line as a sign of its own', () => {
  expect(inert('a\u001b[31m\nb\u202ec\u2028d\ud800')).toBe('a\ufffd[31m\ufffdb\ufffdc\ufffdd\ufffd');
  expect(inert('حوار 😀')).toBe('حوار 😀');
});

it('cuts what is long, between characters', () => {
  expect(quoted(7)).toBe('7');
  expect(quoted('x'.repeat(120))).toBe('x'.repeat(120));
  expect(quoted(`${'x'.repeat(119)}😀`)).toBe(`${'x'.repeat(119)}\ufffd…`);
});
