import { columns } from '../locale/text.ts';
import type { NewRecord } from './model.ts';

/** A source, for tests of what every record does. */
export function sourceNamed(title: string): NewRecord<'sources'> {
  return {
    title,
    language: 'fr',
    publisher: 'A public body',
    publisher_fr: null,
    publisher_ar: null,
    publisher_en: null,
    url: null,
    published_on: null,
    consulted_on: '2026-01-01',
    licence: null,
  };
}

/** A concept, for tests of what every record with an address does. */
export function conceptAt(slug: string, name = slug): NewRecord<'concepts'> {
  return {
    slug,
    scheme: 'priority',
    code: slug,
    position: 1,
    ...columns('name', { fr: name, original: 'fr' }),
    ...columns('definition', undefined),
  };
}
