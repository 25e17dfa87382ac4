import { m } from '#messages';
import { addressField } from '#network/components/fields.ts';
import { visibilityField } from '#network/visibility/components/fields.ts';
import type { Field } from '#platform/forms/fields.ts';

const published = m.deliberation_debate_published;

/** What is asked of a debate; the page offers workshops for `workshopId`, languages for `language`. Votes are sent by themselves. */
export const debateFields: readonly Field[] = [
  { kind: 'trilingual', name: 'title', label: m.deliberation_debate_title, most: 300, required: true },
  { kind: 'trilingual', name: 'summary', label: m.deliberation_debate_summary, most: 4_000, long: true },
  {
    kind: 'date',
    partial: true,
    name: 'startsOn',
    label: m.deliberation_debate_first_day,
    help: m.network_field_partial_date,
    required: true,
  },
  {
    kind: 'date',
    partial: true,
    name: 'endsOn',
    label: m.deliberation_debate_last_day,
    help: m.deliberation_debate_last_day_help,
  },
  {
    kind: 'choice',
    name: 'workshopId',
    label: m.deliberation_debate_workshop,
    help: m.deliberation_debate_workshop_help,
  },
  {
    kind: 'choice',
    name: 'language',
    label: m.deliberation_debate_language,
    required: true,
  },
  visibilityField,
  {
    kind: 'text',
    name: 'url',
    label: m.deliberation_debate_url,
    help: m.deliberation_debate_url_help,
    type: 'url',
    most: 2_000,
    group: published,
  },
  { kind: 'text', name: 'licence', label: m.network_field_licence, most: 200, group: published },
  addressField,
];
