import type { SourceRow } from './model.ts';

/** A source as a record's JSON cites it. */
export function citation({ title, language, publisher, url, published_on, consulted_on }: SourceRow) {
  return { title, language, publisher, url, publishedOn: published_on, consultedOn: consulted_on };
}
