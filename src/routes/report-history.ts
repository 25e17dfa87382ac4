import { evidenceFileFields } from '#follow-up/evidence/components/fields.ts';
import { decisionFields, reportFields } from '#follow-up/reports/components/fields.ts';
import { stageWord } from '#follow-up/reports/components/words.ts';
import { reportStages } from '#follow-up/reports/model.ts';
import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';
import type { PartKind } from './history.ts';

/** What the history of a report tells of the report itself: its text, and how far it came. */
export const reportPastFields: readonly Field[] = [
  ...reportFields([]),
  {
    kind: 'choice',
    name: 'stage',
    label: m.follow_up_report_stage,
    options: () => reportStages.map((value) => ({ value, label: stageWord(value) })),
  },
];

/** What was decided, in words that tell of it rather than ask for it. */
const decision: Field = {
  kind: 'choice',
  name: 'decision',
  label: m.follow_up_decision,
  options: () => [
    { value: 'validated', label: m.follow_up_decision_validated() },
    { value: 'returned', label: m.follow_up_decision_returned() },
  ],
};

/** What belongs to a report, so that its history is theirs as well. */
export const reportParts: readonly PartKind[] = [
  {
    kind: 'indicator_values',
    column: 'report_id',
    word: m.follow_up_figure,
    name: { records: ['indicator_id'] },
    fields: [
      { kind: 'number', name: 'value', label: m.follow_up_figure },
      { kind: 'trilingual', name: 'source', label: m.follow_up_field_figure_source_short, most: 500 },
    ],
  },
  {
    kind: 'evidence',
    column: 'report_id',
    word: m.follow_up_evidence_one,
    name: { text: 'caption' },
    fields: [
      ...evidenceFileFields,
      { kind: 'text', name: 'name', label: m.network_history_file, most: 200 },
      { kind: 'text', name: 'url', label: m.follow_up_field_url, most: 2_000 },
      { kind: 'number', name: 'position', label: m.network_history_place },
    ],
  },
  {
    kind: 'validations',
    column: 'report_id',
    word: m.follow_up_decision,
    name: { value: 'decision' },
    fields: [
      decision,
      ...decisionFields('institution').flatMap((field) =>
        field.name === 'decision'
          ? []
          : [field.name === 'language' ? { ...field, column: 'reasons_language' } : field],
      ),
    ],
  },
];
