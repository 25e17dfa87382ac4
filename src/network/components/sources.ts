import type { ComponentProps } from 'svelte';
import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { formatDate } from '#platform/locale/format.ts';
import { directionOf, isLocale, type Direction } from '#platform/locale/locale.ts';
import type SourceList from '#ui/components/SourceList.svelte';
import type { SourceRow } from '../sources/model.ts';

/** Words that stay in the language of their source, whatever the page's. */
export function inItsLanguage(text: string, language: string) {
  const dir: Direction = isLocale(language) ? directionOf(language) : 'ltr';
  return { text, lang: language, dir, fallback: false };
}

/** Sources as a page lists them, each once, titles in their own language. */
export function sourceEntries(sources: readonly SourceRow[]): ComponentProps<typeof SourceList>['sources'] {
  const locale = getLocale();
  const once = [...new Map(sources.map((source) => [source.id, source])).values()];
  return once.map((source) => ({
    title: inItsLanguage(source.title, source.language),
    publisher: inItsLanguage(source.publisher, source.language),
    ...(source.url && { href: source.url }),
    date: source.published_on
      ? formatDate(source.published_on, locale)
      : m.network_source_consulted({ date: formatDate(source.consulted_on, locale) }),
    ...(source.language !== locale && { lang: source.language }),
  }));
}
