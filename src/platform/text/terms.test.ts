import { describe, expect, it } from 'vitest';
import type { Locale } from '../locale/locale.ts';
import { indexWords, LONGEST_QUERY, MOST_TERMS, referenceWords, searchTerms } from './terms.ts';

/** Whether a query finds a text with a reference, as the database asks it. */
function finds(query: string, text: string, language: Locale, reference = 'EX-096'): boolean {
  const words = [...referenceWords(reference), ...indexWords([{ text, language }])];
  return searchTerms(query).every(({ words: wanted, beginning }) =>
    words.some((word) => wanted.includes(word) || (beginning !== null && word.startsWith(beginning))),
  );
}

const reception = 'Ouvrir un guichet d’accueil pour les femmes migrantes, dans l’Oriental';
const desk = 'إحداث شباك موحد لفائدة المهاجرين والمهاجرات';
const training = 'Train front-line officers on the rights of seasonal workers';
const law = 'Appliquer la loi 15-3 aux suites de la covid-19, avant le 26/06/2027';
const plan = 'تنزيل خطة كوفيد-19 وفق القانون 15-3';

describe('a query', () => {
  it.each([
    ['femme migrante', reception, 'fr', true],
    ['GUICHETS accueil', reception, 'fr', true],
    ['oriental', reception, 'fr', true],
    ['les femmes de l’Oriental', reception, 'fr', true],
    ['guich', reception, 'fr', true],
    ['guichet hommes', reception, 'fr', false],
    ['foyers', 'Ouvrir un foyer', 'fr', true],
    ['foyer', 'Ouvrir des foyers', 'fr', true],
    ['الشباك الموحد', desk, 'ar', true],
    ['للمهاجرات', desk, 'ar', true],
    ['مرصد', desk, 'ar', false],
    ['training officer', training, 'en', true],
    ['the workers', training, 'en', true],
    ['front-line', training, 'en', true],
    ['back-line', training, 'en', false],
    ['EX-096', training, 'en', true],
    ['ex‑٠٩٦', training, 'en', true],
    ['ex096 officers', training, 'en', true],
    ['EX-096.', training, 'en', true],
    ['EX-09', training, 'en', true],
    ['ex09', training, 'en', true],
    ['EX', training, 'en', true],
    ['EX-1', training, 'en', false],
    ['EX-0961', training, 'en', false],
    ['(EX-096)', training, 'en', true],
    ['l’EX-096', training, 'fr', true],
    ['09', training, 'en', false],
    ['covid-19', law, 'fr', true],
    ['Covid 19', law, 'fr', true],
    ['covid-2', law, 'fr', false],
    ['loi 15-3', law, 'fr', true],
    ['15-34', law, 'fr', false],
    ['26/06', law, 'fr', true],
    ['27/06', law, 'fr', false],
    ['202', law, 'fr', false],
    ['كوفيد-19', plan, 'ar', true],
    ['وEX096', plan, 'ar', true],
    ['كوفيد-18', plan, 'ar', false],
  ] as const)('%s in “%s”: %s %s', (query, text, language, expected) => {
    expect(searchTerms(query)).not.toEqual([]);
    expect(finds(query, text, language)).toBe(expected);
  });

  it.each([
    ['EX-2027', true],
    ['EX-2027-01', true],
    ['ex2027', true],
    ['EX-2026', false],
  ])('%s, without all of the number of EX-2027-014: %s', (query, expected) => {
    expect(finds(query, training, 'en', 'EX-2027-014')).toBe(expected);
  });

  it.each(['', ' ', 'de la', '%_’;--', 'the', 'في من', 'a'])('%j has no word to look for', (query) => {
    expect(searchTerms(query)).toEqual([]);
  });

  it('is of so many words at most, whatever its length', () => {
    const long = Array.from({ length: 5_000 }, (_, at) => `mot${String.fromCodePoint(97 + (at % 26))}`).join(
      ' ',
    );
    expect(searchTerms(long)).toHaveLength(MOST_TERMS);
    expect(searchTerms(`${' '.repeat(LONGEST_QUERY)}guichet`)).toEqual([]);
  });
});
