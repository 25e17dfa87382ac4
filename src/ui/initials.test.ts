import { describe, expect, it } from 'vitest';
import { initials } from './initials.ts';

describe('initials', () => {
  it.each([
    ['Ana Fonseca', 'AF'],
    ['Hind Aïssaoui Bennani', 'HB'],
    ['élodie d’Arc', 'ÉD'],
    ['Nadia El-Alem', 'NA'],
    ['Al Gore', 'AG'],
    ['HCP', 'H'],
    ['', ''],
  ])('of %j are %j', (name, expected) => {
    expect(initials(name)).toBe(expected);
  });

  it('keeps Arabic letters apart and leaves the article out', () => {
    expect(initials('سعد العلمي')).toBe('س\u00a0ع');
    expect(initials('آنا فونسيكا')).toBe('آ\u00a0ف');
  });
});
