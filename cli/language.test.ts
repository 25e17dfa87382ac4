import { describe, expect, it } from 'vitest';
import ar from '../messages/platform/ar.json' with { type: 'json' };
import en from '../messages/platform/en.json' with { type: 'json' };
import fr from '../messages/platform/fr.json' with { type: 'json' };
import { languageOf, speaker, type Key } from './language.ts';

describe('languageOf', () => {
  it.each([
    [{}, 'fr'],
    [{ LANG: 'C.UTF-8' }, 'fr'],
    [{ LANG: 'ar_MA.UTF-8' }, 'ar'],
    [{ LANG: 'en_GB' }, 'en'],
    [{ LANG: 'de_DE', LC_ALL: '' }, 'fr'],
    [{ LANG: 'fr_FR', LC_MESSAGES: 'ar' }, 'ar'],
    [{ LANG: 'fr_FR', LC_MESSAGES: 'ar', LC_ALL: 'en_US.UTF-8' }, 'en'],
  ])('%j speaks %s', (env, locale) => {
    expect(languageOf(env)).toBe(locale);
  });
});

describe('speaker', () => {
  it('puts values where they belong', () => {
    const say = speaker('en');
    expect(say('platform_cli_port_replaced', { asked: 3000, port: 3001 })).toBe(
      'Port 3000 is already in use; port 3001 takes its place.',
    );
  });

  it('has the same places for values in the three languages', () => {
    const places = (text: string) => [...new Set(text.match(/\{\w+\}/g))].toSorted();
    const keys = Object.keys(fr).filter((key) => key.startsWith('platform_cli_')) as Key[];
    expect(keys.length).toBeGreaterThan(40);
    for (const key of keys) {
      expect([key, places(ar[key]), places(en[key])]).toEqual([key, places(fr[key]), places(fr[key])]);
    }
  });

  it('begins each Arabic sentence with an Arabic word, and keeps options and paths from left to right', () => {
    const sentences = Object.entries(ar).filter(([key]) => key.startsWith('platform_cli_'));
    const faults = sentences.filter(
      ([, text]) =>
        !/^\p{Script=Arabic}/u.test(text) ||
        /(?<!\u200e)--[a-z]|--[a-z-]+(?=[^a-z\u200e -])/.test(text) ||
        (!text.includes('\n') && /(?<!\u200e)\{(data|file|folder|path|url|name)\}/.test(text)),
    );
    expect(faults).toEqual([]);
  });
});
