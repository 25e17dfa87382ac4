import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import * as schema from './schema.ts';

const { problems } = schema;
const reasonFor = (validator: v.GenericSchema, input: unknown) => {
  const result = v.safeParse(validator, input, { abortPipeEarly: true });
  return result.success ? 'fine' : result.issues[0].message;
};

describe('input', () => {
  it.each([
    ['text', schema.text(5), ' ok ', 'fine'],
    ['text', schema.text(5), 'longer', problems.tooLong],
    ['text', schema.text(5), 3, problems.required],
    ['id', schema.id, '019abcde-0000-7000-8000-000000000000', 'fine'],
    ['id', schema.id, '019ABCDE-0000-7000-8000-000000000000', problems.required],
    ['id of another version', schema.id, '019abcde-0000-4000-8000-000000000000', problems.required],
    ['slug', schema.slug, 'rabat-2018', 'fine'],
    ['slug', schema.slug, 'Rabat', problems.notASlug],
    ['slug', schema.slug, '-rabat', problems.notASlug],
    ['slug', schema.slug, 'a--b', problems.notASlug],
    ['slug', schema.slug, 'a'.repeat(81), problems.tooLong],
    ['partial date', schema.partialDate, '2018', 'fine'],
    ['partial date', schema.partialDate, '2018-04', 'fine'],
    ['partial date', schema.partialDate, '2020-02-29', 'fine'],
    ['partial date', schema.partialDate, '2018-02-29', problems.notADate],
    ['partial date', schema.partialDate, '2018-13', problems.notADate],
    ['partial date', schema.partialDate, '10/04/2018', problems.notADate],
    ['whole date', schema.wholeDate, '2018-04-10', 'fine'],
    ['whole date', schema.wholeDate, '2018-04', problems.notADate],
    ['whole date', schema.wholeDate, '2018', problems.notADate],
    ['whole date', schema.wholeDate, '2018-02-29', problems.notADate],
    ['time of day', schema.timeOfDay, '23:59', 'fine'],
    ['time of day', schema.timeOfDay, '24:00', problems.notATime],
    ['count', schema.count, 0, 'fine'],
    ['count', schema.count, -1, problems.notANumber],
    ['count', schema.count, 1.5, problems.notANumber],
    ['count', schema.count, '1', problems.notANumber],
    ['web address', schema.webAddress, 'https://indimaj.example/x', 'fine'],
    ['web address', schema.webAddress, 'javascript:alert(1)', problems.notAnAddress],
    ['web address', schema.webAddress, 'indimaj.example', problems.notAnAddress],
    ['choice', schema.choice(['a', 'b']), 'c', problems.notAChoice],
    ['trilingual', schema.trilingual(), { ar: 'مرحبا', original: 'ar' }, 'fine'],
    ['trilingual', schema.trilingual(), { fr: 'Bonjour', original: 'ar' }, problems.noLanguage],
    ['trilingual', schema.trilingual(), { fr: '  ', original: 'fr' }, problems.noLanguage],
    ['trilingual', schema.trilingual(), { fr: 'Bonjour', original: 'de' }, problems.notAChoice],
  ])('%s: %o %j', (_name, validator, input, reason) => {
    expect(reasonFor(validator, input)).toBe(reason);
  });
});
