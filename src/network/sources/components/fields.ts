import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';

const names = m.network_fields_publisher_names;

/** What is asked of a source. */
export const sourceFields: readonly Field[] = [
  {
    kind: 'text',
    name: 'title',
    label: m.network_field_source_title,
    help: m.network_field_source_title_help,
    most: 500,
    required: true,
  },
  {
    kind: 'text',
    name: 'language',
    label: m.network_field_source_language,
    help: m.network_field_source_language_help,
    most: 3,
    required: true,
  },
  {
    kind: 'text',
    name: 'publisher',
    label: m.network_field_publisher,
    help: m.network_field_publisher_help,
    most: 200,
    required: true,
  },
  { kind: 'text', name: 'url', label: m.network_field_source_url, type: 'url', most: 2_000 },
  {
    kind: 'date',
    partial: true,
    name: 'publishedOn',
    label: m.network_field_published_on,
    help: m.network_field_partial_date,
  },
  {
    kind: 'date',
    partial: true,
    name: 'consultedOn',
    label: m.network_field_consulted_on,
    help: m.network_field_partial_date,
    required: true,
  },
  { kind: 'text', name: 'licence', label: m.network_field_licence, most: 200 },
  ...(
    [
      ['fr', m.network_language_fr],
      ['ar', m.network_language_ar],
      ['en', m.network_language_en],
    ] as const
  ).map(([language, label]): Field => ({
    kind: 'text',
    name: `publisherNames.${language}`,
    column: `publisher_${language}`,
    label,
    most: 200,
    group: names,
  })),
];
