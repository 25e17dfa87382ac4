import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';

const said: readonly Field[] = [
  {
    kind: 'trilingual',
    name: 'caption',
    label: m.follow_up_field_shows,
    help: m.follow_up_field_shows_help,
    most: 500,
    required: true,
  },
  {
    kind: 'date',
    name: 'datedOn',
    label: m.follow_up_field_dated,
    help: m.follow_up_field_dated_help,
    partial: true,
  },
  { kind: 'text', name: 'source', label: m.follow_up_field_whose, most: 300 },
  { kind: 'text', name: 'licence', label: m.follow_up_field_licence, most: 200 },
];

const alt: Field = {
  kind: 'trilingual',
  name: 'alt',
  label: m.follow_up_field_alt,
  help: m.follow_up_field_alt_help,
  most: 500,
};

/** What is said of a file; of a picture, also what is seen on it. */
export const evidenceFileFields: readonly Field[] = [...said, alt];

/** What is asked of a web page. */
export const webPageFields: readonly Field[] = [
  {
    kind: 'text',
    type: 'url',
    name: 'url',
    label: m.follow_up_field_url,
    help: m.follow_up_field_url_help,
    most: 2_000,
    required: true,
  },
  ...said,
];

/** What is asked of a record of the node. */
export const recordFields: readonly Field[] = [
  {
    kind: 'text',
    name: 'address',
    label: m.follow_up_field_record,
    help: m.follow_up_field_record_help,
    most: 2_000,
    required: true,
  },
  ...said,
];

/** What is said of evidence that stands. */
export const describedFields = (isPicture: boolean): readonly Field[] => (isPicture ? [...said, alt] : said);
