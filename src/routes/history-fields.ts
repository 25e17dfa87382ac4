import { statusWord } from '#follow-up/status/components/words.ts';
import { recommendationStatuses } from '#follow-up/recommendations/model.ts';
import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';
import type { PartKind } from './history.ts';

/** The files of a debate's votes: what they were called, when they came and when they went. */
export const voteFiles: PartKind = {
  kind: 'debate_files',
  column: 'debate_id',
  word: m.deliberation_votes_file,
  name: { value: 'name' },
  fields: [{ kind: 'text', name: 'name', label: m.network_history_file, most: 200 }],
};

/** The figures of a debate's votes. */
export const voteFigures: readonly Field[] = [
  { kind: 'number', name: 'votes', label: m.deliberation_votes_kept },
  { kind: 'number', name: 'participants', label: m.deliberation_history_participants },
  { kind: 'number', name: 'statements', label: m.deliberation_history_statements },
  { kind: 'number', name: 'groupCount', label: m.deliberation_history_groups },
];

/** What has become of a recommendation, by the rule. */
export const standing: readonly Field[] = [
  {
    kind: 'choice',
    name: 'status',
    label: m.follow_up_status,
    options: () => recommendationStatuses.map((value) => ({ value, label: statusWord(value) })),
  },
  { kind: 'date', name: 'dueOn', label: m.follow_up_column_first_open_due },
];
