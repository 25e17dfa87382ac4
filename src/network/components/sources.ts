import type { ComponentProps } from 'svelte';
import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { formatDate } from '#platform/locale/format.ts';
import { directionOf, isLocale } from '#platform/locale/locale.ts';
import type SourceList from '#ui/components/SourceList.svelte';
import type { SourceRow } from '../sources/model.ts';

/** Sources as a page lists them, each once, titles in their own language. */
export function sourceEntries(sources: readonly SourceRow[]): ComponentProps<typeof SourceList>['sources'] {
  const locale = getLocale();
  const once = [...new Map(sources.map((source) => [source.id, source])).values()];
  return once.map((source) => ({
    title: {
      text: source.title,
      lang: source.language,
      dir: isLocale(source.language) ? directionOf(source.language) : 'ltr',
      fallback: false,
    },
    publisher: source.publisher,
    ...(source.url && { href: source.url }),
    date: source.published_on
      ? formatDate(source.published_on, locale)
      : m.network_source_consulted({ date: formatDate(source.consulted_on, locale) }),
    ...(source.language !== locale && { lang: source.language }),
  }));
}
