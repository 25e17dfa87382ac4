import { describe, expect, it } from 'vitest';
import { personFields } from '#network/people/components/fields.ts';
import { joined } from './joined.ts';

const first = { 'name.fr': 'Un', 'name.ar': '', 'name.en': 'One', 'name.original': 'en', slug: 'one' };
const second = { 'name.fr': '', 'name.ar': 'واحد', 'name.en': '', 'name.original': 'ar', slug: 'two' };
const by = (picks: Record<string, number>, kept: number) =>
  joined(personFields, [first, second], (control) => picks[control] ?? 0, kept);

describe('a form joined from two records', () => {
  it('holds what was picked, and no address', () => {
    expect(by({ 'name.ar': 1 }, 0)).toEqual({
      'name.fr': 'Un',
      'name.ar': 'واحد',
      'name.en': 'One',
      'name.original': 'en',
    });
  });

  it('is original in the language of the record that stays, if that text was picked', () => {
    expect(by({ 'name.ar': 1 }, 1)['name.original']).toBe('ar');
    expect(by({}, 1)['name.original']).toBe('en');
    expect(by({ 'name.en': 1 }, 1)['name.original']).toBe('fr');
  });
});
