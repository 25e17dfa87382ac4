import { describe, expect, it } from 'vitest';
import { beginnings, titleLikeness } from './model.ts';

describe('two titles', () => {
  it.each([
    [
      'fr',
      'Créer un guichet unique pour les migrants',
      'La création d’un guichet unique pour migrants',
      true,
    ],
    ['fr', 'Former les agents des communes', 'Agents de commune : les former', true],
    [
      'fr',
      'Créer un guichet unique pour les migrants',
      'Créer un observatoire régional de la migration',
      false,
    ],
    ['fr', 'Renforcer la coordination', 'Renforcer les capacités des associations de migrants', false],
    [
      'en',
      'Train municipal staff on the rights of migrants',
      'Training of municipal staff: migrants’ rights',
      true,
    ],
    ['en', 'Train municipal staff', 'Open a regional observatory', false],
    ['ar', 'إحداث شباك موحد لفائدة المهاجرين', 'إحداث الشباك الموحد للمهاجرين', true],
    ['ar', 'إحداث شباك موحد لفائدة المهاجرين', 'تكوين موظفي الجماعات', false],
  ] as const)('%s: %s / %s', (locale, one, other, expected) => {
    const like = titleLikeness({ [locale]: one }, { [locale]: other });
    expect(like !== null).toBe(expected);
    expect(titleLikeness({ [locale]: other }, { [locale]: one })?.share).toBe(like?.share);
    if (like) expect(like.texts).toEqual([one, other]);
  });

  it('meet in the language that both know, and nowhere else', () => {
    const known = { fr: 'Créer un guichet unique', ar: 'إحداث شباك موحد', en: null };
    expect(titleLikeness({ ar: 'إحداث شباك موحد' }, known)).toEqual({
      share: 1,
      texts: ['إحداث شباك موحد', 'إحداث شباك موحد'],
    });
    expect(titleLikeness({ en: 'Open a one-stop shop' }, known)).toBeNull();
    expect(titleLikeness({}, known)).toBeNull();
    expect(titleLikeness({ fr: 'de la' }, { fr: 'de la' })).toBeNull();
  });
});

describe('the beginnings of words', () => {
  it.each([
    ['Créer un guichet unique', ['guic', 'uni', 'cré'].toSorted((a, b) => b.length - a.length)],
    ['إحداث الشباك الموحد للمهاجرين', ['مهاج', 'إحد', 'شبا', 'موح']],
    ['a de la', []],
    ['100 % _', []],
  ])('%s', (title, expected) => {
    expect(beginnings(title).toSorted()).toEqual(expected.toSorted());
  });
});
