import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';
import { languageOptions } from '#platform/forms/languages.ts';
import { commitmentStatusWord } from '../../commitments/components/words.ts';
import { commitmentStatuses } from '../../commitments/model.ts';
import { judgements } from '../model.ts';
import { judgementWord } from './words.ts';

const said: readonly Field[] = [
  {
    kind: 'choice',
    name: 'judgement',
    label: m.follow_up_field_judgement,
    options: () => judgements.map((value) => ({ value, label: judgementWord(value) })),
    required: true,
  },
  {
    kind: 'choice',
    name: 'ownStatus',
    label: m.follow_up_field_own_status,
    help: m.follow_up_field_own_status_help,
    options: () => commitmentStatuses.map((value) => ({ value, label: commitmentStatusWord(value) })),
  },
  {
    kind: 'trilingual',
    name: 'text',
    label: m.follow_up_field_reading,
    help: m.follow_up_field_reading_help,
    most: 4_000,
    long: true,
    required: true,
  },
  {
    kind: 'text',
    name: 'sources',
    label: m.follow_up_field_reading_sources,
    help: m.follow_up_field_reading_sources_help,
    most: 8_000,
    long: true,
  },
];

/** What is asked of who changes a reading. */
export const readingUpdateFields: readonly Field[] = said;

/** What is asked of who hands in a reading: also, in whose name. */
export const readingFields: readonly Field[] = [
  { kind: 'choice', name: 'organisationId', label: m.follow_up_field_reader, required: true },
  ...said,
];

/** What is asked of who publishes or declines a reading. */
export const readingDecisionFields: readonly Field[] = [
  {
    kind: 'choice',
    name: 'decision',
    label: m.follow_up_field_reading_decision,
    options: () => [
      { value: 'published', label: m.follow_up_reading_publish() },
      { value: 'declined', label: m.follow_up_reading_decline() },
    ],
    required: true,
  },
  {
    kind: 'text',
    name: 'answer',
    label: m.follow_up_field_reading_answer,
    help: m.follow_up_field_reading_answer_help,
    most: 2_000,
    long: true,
  },
  {
    kind: 'choice',
    name: 'language',
    label: m.follow_up_field_language,
    options: languageOptions,
    required: true,
  },
];

/** What is asked of who replies for the institution. */
export const readingReplyFields: readonly Field[] = [
  {
    kind: 'trilingual',
    name: 'reply',
    label: m.follow_up_field_reading_reply,
    most: 4_000,
    long: true,
    required: true,
  },
];
