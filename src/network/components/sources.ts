import type { ComponentProps } from 'svelte';
import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { formatDate } from '#platform/locale/format.ts';
import { directionOf, isLocale, type Direction, type Locale } from '#platform/locale/locale.ts';
import type SourceList from '#ui/components/SourceList.svelte';
import type { Words } from '#ui/text.ts';
import type { SourceRow } from '../sources/model.ts';

/** Words that stay in the language of their source, whatever the page's. */
export function inItsLanguage(text: string, language: string) {
  const dir: Direction = isLocale(language) ? directionOf(language) : 'ltr';
  return { text, lang: language, dir, fallback: false };
}

/** Who published a source: the name it bears in the reader's language, else as the source prints it. */
export function publisherOf(
  source: Pick<SourceRow, 'publisher' | `publisher_${Locale}`>,
  language: string,
): Words {
  return source[`publisher_${getLocale()}`] ?? inItsLanguage(source.publisher, language);
}

/** Sources as a page lists them, each once, titles in their own language. */
export function sourceEntries(sources: readonly SourceRow[]): ComponentProps<typeof SourceList>['sources'] {
  const locale = getLocale();
  const once = [...new Map(sources.map((source) => [source.id, source])).values()];
  return once.map((source) => ({
    title: inItsLanguage(source.title, source.language),
    publisher: publisherOf(source, source.language),
    ...(source.url && { href: source.url }),
    date: source.published_on
      ? formatDate(source.published_on, locale)
      : m.network_source_consulted({ date: formatDate(source.consulted_on, locale) }),
    ...(source.language !== locale && { lang: source.language }),
  }));
}
