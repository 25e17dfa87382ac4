import { baseLocale, isLocale, type Locale } from '#platform/locale/locale.ts';
import ar from '../messages/platform/ar.json' with { type: 'json' };
import en from '../messages/platform/en.json' with { type: 'json' };
import fr from '../messages/platform/fr.json' with { type: 'json' };

/** A message of the platform that the terminal shows. */
export type Key = Extract<keyof typeof fr, `platform_cli_${string}`>;

export type Values = Record<string, string | number>;

/** Puts a message into the reader's words. */
export type Say = (key: Key, values?: Values) => string;

const messages: Record<Locale, Record<Key, string>> = { fr, ar, en };

/** The reader's language, as POSIX orders the variables that name it: LC_ALL, LC_MESSAGES, LANG. */
export function languageOf(env: NodeJS.ProcessEnv): Locale {
  const named = (env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '').slice(0, 2).toLowerCase();
  return isLocale(named) ? named : baseLocale;
}

/** Messages are read as they were written: a refusal must have words even where nothing was built. */
export function speaker(locale: Locale): Say {
  return (key, values = {}) =>
    messages[locale][key].replace(/\{(\w+)\}/g, (mark, name: string) => String(values[name] ?? mark));
}
